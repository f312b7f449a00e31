# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The installed bundle, driven as a user does, with the portals' own dialogs"""
import os
import shutil
import signal
import subprocess
import unittest
from pathlib import Path

from common import DUTCH, Samenspel
from drive import Finder, Gone, wait
from gi.repository import GLib
from Xlib import X

ID = os.environ["SAMENSPEL_APP"]
RUNTIME = Path(os.environ["XDG_RUNTIME_DIR"])
SHARE = Path(__file__).parent
PICTURES = SHARE / "pictures"
BUNDLE, NEWER = SHARE / "samenspel.flatpak", SHARE / "newer.flatpak"
HOME = Path.home()
FILES = HOME / f".local/share/flatpak/app/{ID}/current/active/files"
EXPORTS = HOME / ".local/share/flatpak/exports/share"
OWN = HOME / f".var/app/{ID}"
NAME = "Samen Leren aan Zee"
# What a desktop opens with what: they leave in the home folder what they were told and could do
PROGRAMS = {
    "x-scheme-handler/mailto": 'printf %s "$1" > ~/.mail; mv ~/.mail ~/.mailed',
    "application/pdf": 'cp "$1" ~/.read; (: >> "$1") && touch ~/.written; echo "$1" > ~/.opened',
}


def run(*command, **kw):
    """What a command prints; what it complains of, where it fails"""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **kw
    )
    if done.returncode:
        raise AssertionError(f"{command} returned {done.returncode}:\n{done.stdout}")
    return done.stdout


def install(bundle):
    run("flatpak", "--user", "install", "-y", "--noninteractive", "--or-update", "--bundle", bundle)


def commit():
    return run("flatpak", "--user", "info", "--show-commit", ID).strip()


def app_processes():
    """The app's own, not those that hold its sandbox"""
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            if path.read_text().strip() == "samenspel":
                yield int(path.parent.name)
        except OSError:
            pass


class Sandboxed(Samenspel):
    """The installed bundle, in Dutch, on a display of its own"""

    def __init__(self):
        super().__init__(lang=DUTCH, home=HOME, runtime=RUNTIME, env={"LD_PRELOAD": ""})
        shim = OWN / "cache/a11yfix.so"  # the one folder that is there inside, under the same name
        shim.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHARE / "a11yfix.so", shim)
        self.argv = ["flatpak", "run", f"--env=LD_PRELOAD={shim}", ID]

    def kill(self, sig=signal.SIGKILL):
        """The app itself; its sandbox ends with it"""
        for pid in app_processes():
            os.kill(pid, sig)
        return self.proc.wait(10)

    def end(self):
        """The app, whoever started it, until the bus knows as well"""
        for pid in app_processes():
            os.kill(pid, signal.SIGKILL)
        bus = "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner"
        call = *bus, GLib.Variant("(s)", (ID,)), None, 0, 5000, None
        wait(lambda: not self.bus.call_sync(*call).unpack()[0], what="the end of the app")

    def inside(self, command, *arguments, options=()):
        """What another command prints in a sandbox of this app"""
        command = ["flatpak", "run", f"--command={command}", *options, ID, *map(str, arguments)]
        return run(*command, env=self.screen.env)

    def shell(self, script, *options):
        return self.inside("sh", "-c", script, options=options)

    def cli(self, *arguments):
        return self.inside("samenspel-cli", *arguments)

    def own_dossier(self, name):
        """The path of the one dossier of this name"""
        lines = (line.split("\t") for line in self.cli("list").splitlines())
        (path,) = (line[0] for line in lines if line[1] == name)
        return path

    def show(self, name):
        """Open a dossier from the list of all"""
        if self.find_all("button", self.say("All Dossiers")):
            self.push("All Dossiers")  # where it was left, one was open
        self.click(self.find("list", self.say("Dossiers")).find("list item", name))
        self.find("grouping", self.say("Overview"))

    def choose(self, item):
        """From the main menu"""
        self.push("Main Menu")
        self.click(self.find("menu item", self.say(item)))

    def is_drawn(self):
        """Whether the screen shows anything; without a window it is black"""
        image = self.screen.root.get_image(0, 0, *self.screen.size, X.ZPixmap, 0xFFFFFF)
        return any(image.data)

    # -- the portal's dialogs, which are another program's -----------------------------------------
    def active_window(self):
        name = self.screen.x.intern_atom("_NET_ACTIVE_WINDOW")
        found = self.screen.root.get_full_property(name, X.AnyPropertyType)
        return found.value[0] if found else 0

    def answer_dialog(self, push, answer, picture):
        """Push what opens a dialog of a portal, take a picture of that when it is filled in, and press
        Return"""
        own = self.active_window()
        push()
        wait(lambda: self.active_window() not in (0, own), 30, "the portal's dialog")
        self.await_still()
        answer()
        self.picture(PICTURES / picture)
        self.press("Return")
        wait(lambda: self.active_window() == own, 30, "the portal's dialog gone")

    def answer_file_dialog(self, push, path, picture, folder=False):
        """Name a file or folder"""

        def name():
            if folder:
                self.press("alt+Home")  # among recent files it takes no folder
                self.await_still()
            self.press("ctrl+l")
            self.press("ctrl+a")
            self.type(str(path))

        self.answer_dialog(push, name, picture)


def install_programs():
    """What stands in for the programs of a desktop: a script for each type, as its default"""
    folder = HOME / ".local/share/applications"
    folder.mkdir(parents=True, exist_ok=True)
    defaults = "[Default Applications]\n"
    for kind, script in PROGRAMS.items():
        name, told = kind.replace("/", "-"), "%f" if kind.startswith("application") else "%u"
        (folder / f"{name}.sh").write_text(script)
        (folder / f"{name}.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName={name}\nMimeType={kind};\n"
            f"Exec=sh {folder}/{name}.sh {told}\n"
        )
        defaults += f"{kind}={name}.desktop\n"
    (HOME / ".config").mkdir(exist_ok=True)
    (HOME / ".config/mimeapps.list").write_text(defaults)
    run("update-desktop-database", folder)


class Portal(Finder):
    """What the program shows that draws the portals' dialogs"""

    def __init__(self, app):
        self.app = app

    def click(self, *a, **kw):
        """In the active window, in whose coordinates GTK 3 tells where things are"""
        screen = self.app.screen
        x, y, w, h = self.find(*a, **kw).rect
        window = screen.x.create_resource_object("window", self.app.active_window())
        origin = screen.root.translate_coords(window, 0, 0)
        screen.pointer(origin.x + x + w / 2, origin.y + y + h / 2)
        screen.button()

    def matches(self, *a, **kw):
        for program in self.app.registry.children:
            try:
                if program.name == "xdg-desktop-portal-gtk":
                    for window in program.children:
                        yield from window.matches(*a, **kw)
            except Gone:
                pass


class Case(unittest.TestCase):
    app = None  # for all: a portal has one place for each user, and so there is one session
    notifications = None

    def run(self, result=None):
        """Leave a picture of what was on the screen when it failed"""
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            self.app.dump(PICTURES)

    def need_fuse(self):
        if not os.environ["SAMENSPEL_FUSE"]:
            self.skipTest("a user cannot open /dev/fuse here, and so the portal hands out no files")

    def names(self):
        return {line.split("\t")[1] for line in self.app.cli("list").splitlines()}
