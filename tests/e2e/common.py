# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What the scripts and tests in this folder share: the installed app, spoken to in the words of its
source, whatever the language of its interface."""
import gettext
import itertools
import os
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path

from gi.repository import Gio, GLib
from Xlib import X, Xatom, protocol

from drive import App, wait

ENGLISH, DUTCH = "en_US.UTF-8", "nl_NL.UTF-8"
TODAY = "2026-11-23"
PAGES = ["Overview", "Covenant", "People", "Steering", "Steps"]
NOTIFICATIONS = Gio.DBusNodeInfo.new_for_xml(
    """<node><interface name="org.gtk.Notifications">
    <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/></method>
    <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    </method></interface></node>"""
)


def catalogue(lang):
    """The app's own translations, as they are installed"""
    folder = Path(shutil.which("samenspel")).parent.parent / "share/locale"
    return gettext.translation("samenspel", folder, [lang], fallback=lang != DUTCH)


def interface_language():
    """The one of ENGLISH and DUTCH that this user has, as far as the system knows it"""
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = DUTCH if next(filter(None, asked), "").startswith("nl") else ENGLISH
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    return wanted if wanted.replace("UTF-8", "utf8") in known.split() else "C.UTF-8"


def fill_in(text, values):
    """What printf makes of "%s" and "%2$u\""""
    order = itertools.count()

    def value(match):
        return str(values[int(match[1]) - 1 if match[1] else next(order)])

    return re.sub(r"%(?:(\d+)\$)?[su]", value, text).replace("%%", "%")


class Notifications:
    """What a desktop that takes notifications, as GNOME Shell does, is told on a session bus"""

    def __init__(self, bus):
        self.told = []
        context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(context, False)
        context.push_thread_default()
        bus.register_object(
            "/org/gtk/Notifications", NOTIFICATIONS.interfaces[0], self.called, None, None
        )
        context.pop_thread_default()
        name = GLib.Variant("(su)", ("org.gtk.Notifications", 0))
        daemon = "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName"
        bus.call_sync(*daemon, name, None, 0, 5000, None)
        threading.Thread(target=self.loop.run, daemon=True).start()

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "AddNotification":
            self.told.append(arguments.unpack()[2])
        invocation.return_value(None)

    def stop(self):
        self.loop.quit()


class Samenspel(App):
    """The app in a language, on a day, with its text so many times as large: an App with actions that take
    source strings for names"""

    def __init__(self, *arguments, lang=ENGLISH, env=None, text=1, **screen):
        env = {"SAMENSPEL_TODAY": TODAY} | (env or {})
        super().__init__(["samenspel", *arguments], env=env, lang=lang, **screen)
        self.words = catalogue(lang)
        with open(self.home / ".config/gtk-4.0/settings.ini", "a") as settings:
            settings.write("gtk-cursor-blink=false\n")  # pictures stand still
        resources = self.screen.x.intern_atom("RESOURCE_MANAGER")
        dpi = f"Xft.dpi:\t{96 * text}\n".encode()
        self.screen.root.change_property(resources, Xatom.STRING, 8, dpi)
        self.screen.x.sync()

    def say(self, text, *values, context=None):
        """A source string as the interface shows it, with the values that go into it"""
        said = self.words.pgettext(context, text) if context else self.words.gettext(text)
        said = re.sub(r"_(?=\w)", "", said)
        return fill_in(said, values) if values else said

    def day(self, year, month, day):
        """A date as the interface shows it"""
        names = "January February March April May June July August September October November"
        name = [*names.split(), "December"][month - 1]
        return f"{day} {self.say(name, context='date')} {year}"

    def toplevel(self):
        """As X knows it: there is one a moment before the window manager has given it the focus"""
        x, root = self.screen.x, self.screen.root
        name = x.intern_atom("_NET_ACTIVE_WINDOW")

        def active():
            found = root.get_full_property(name, X.AnyPropertyType)
            return found is not None and found.value[0]

        return x.create_resource_object("window", wait(active, what="an active window"))

    def resize(self, width, height):
        """Make the window so large, as a user does by its edge"""
        before = self.windows[0].rect
        self.toplevel().configure(width=width, height=height)
        self.screen.x.sync()
        wait(lambda: self.windows[0].rect[2:] != before[2:], what="another size")
        self.await_still()

    def maximise(self):
        """Let the window fill the screen, as pictures are best"""
        x, root = self.screen.x, self.screen.root
        states = [x.intern_atom(f"_NET_WM_STATE_MAXIMIZED_{way}") for way in ("HORZ", "VERT")]
        message = protocol.event.ClientMessage(
            window=self.toplevel(),
            client_type=x.intern_atom("_NET_WM_STATE"),
            data=(32, [1, *states, 2, 0]),  # 1 adds to the state, 2 is a request of the user
        )
        root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        x.sync()
        wait(lambda: self.windows[0].rect[2:] == self.screen.size, what="a maximised window")

    # -- doing -------------------------------------------------------------------------------------
    def go(self, page):
        """Show a page of the dossier"""
        self.press(f"alt+{PAGES.index(page) + 1}")
        return self.find("grouping", self.say(page))

    def push(self, label, *values, within=None, nth=0, **kw):
        """Press the button with this label or tooltip"""
        return self.click((within or self).find("button", self.say(label, *values), nth=nth, **kw))

    def dialog(self, title, context="edit"):
        """Wait for the dialog with this title"""
        return self.find("dialog", self.say(title, context=context))

    def fill_form(self, title, fields):
        """Type into the fields of a record's dialog"""
        dialog = self.dialog(title)
        for label, text in fields.items():
            self.fill(dialog.find("text", self.say(label)), text)
        return dialog

    def save(self, title, fields):
        """Fill in the dialog of a record, save it, and wait until it has closed"""
        self.push("_Save", within=self.fill_form(title, fields))
        self.gone("dialog", self.say(title, context="edit"))

    def add_parties(self, *chosen, others=()):
        """Make organisations of the dossier, and others by their names, parties of the covenant"""
        self.click(self.find("button", self.say("Add Parties")))
        self.press("Return")  # the first of its menu
        dialog = self.dialog("Add Parties")
        for name in chosen:
            self.click(dialog.find("check box", name))
        if others:
            self.fill(dialog.find("text", self.say("Names, one on each line")), "\n".join(others))
        self.push("_Save", within=dialog)
        self.gone("dialog", self.say("Add Parties", context="edit"))

    def toast(self, text, *values, context=None, button=None):
        """Wait for a toast, and press its button"""
        said = self.say(text, *values, context=context)

        def says(alert):
            return said == alert.name or alert.find_all("label", said)

        found = wait(lambda: next(filter(says, self.find_all("alert")), None), what=f"toast {said}")
        if button:
            self.push(button, within=found)

    def await_still(self, quiet=0.3):
        """Wait until the picture on the screen stands still: sooner than settle() knows it does"""
        seen = [None, 0]

        def still():
            now = self.screen.root.get_image(0, 0, *self.screen.size, X.ZPixmap, 0xFFFFFFFF).data
            if now != seen[0]:
                seen[:] = now, time.monotonic()
            return time.monotonic() - seen[1] > quiet

        wait(still, what="a still picture")

    def picture(self, path):
        """Save what is on the screen, once it stands still"""
        self.await_still()
        self.screenshot(path)

    # -- the dossiers ------------------------------------------------------------------------------
    def cli(self, *arguments):
        """What samenspel-cli prints, for this user"""
        command = ["samenspel-cli", *map(str, arguments)]
        env = self.screen.env | self.extra
        run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if run.returncode:
            raise AssertionError(f"{command} returned {run.returncode}: {run.stderr}")
        return run.stdout

    def dossiers(self):
        """The paths of this user's dossiers"""
        return [line.split("\t")[0] for line in self.cli("list").splitlines()]
