# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A good citizen of the desktop: it comes back as it was left, is there once, is searched from outside,
tells once of dates that are near, and explains itself"""
import os
import threading
import unittest
from pathlib import Path

from gi.repository import Gio, GLib

from common import DUTCH, Samenspel
from drive import wait

ID = "io.github.comakership.Samenspel"
PATH = "/io/github/comakership/Samenspel"
TEXT = Path(os.environ["SAMENSPEL_SOURCE"]) / "tests/data/covenants/wrapped.txt"
TITLE = "CONVENANT TOEKOMST VOOR ZORG"
NOTIFICATIONS = Gio.DBusNodeInfo.new_for_xml(
    """<node><interface name="org.gtk.Notifications">
    <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/></method>
    <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    </method></interface></node>"""
)


class Settled(Samenspel):
    """With settings in a file, so that it can be seen when they are kept"""

    def __init__(self, *arguments, **kw):
        super().__init__(*arguments, env={"GSETTINGS_BACKEND": "keyfile"}, **kw)

    def await_kept(self, text):
        path = self.home / ".config/glib-2.0/settings/keyfile"
        wait(lambda: path.exists() and text in path.read_text(), what=f"{text} in the settings")

    def restart(self):
        self.kill()
        self.start(["samenspel"])


class Session(unittest.TestCase):
    def test_comes_back(self):
        with Settled("--example") as app:
            app.go("Steps")
            app.await_kept("last-page='steps'")
            app.restart()
            app.find("grouping", app.say("Steps"))
            app.find("list", app.say("Steps by goal"))
            app.push("All Dossiers")
            app.await_kept("last-page=''")
            app.restart()
            app.find("list", app.say("Dossiers"))

    def test_not_after_the_bin(self):
        """What is no longer there is not missed"""
        with Settled("--example") as app:
            app.await_kept("last-page='overview'")
            app.kill()
            for path in app.dossiers():
                Path(path).unlink()
            app.start(["samenspel"])
            app.find("button", app.say("_New Dossier…"))
            self.assertEqual(app.find_all("alert"), [])

    def test_once(self):
        with Samenspel("--example") as app:
            app.find("grouping", app.say("Overview"))
            second = app.screen.spawn("samenspel", log="second")
            self.assertEqual(second.wait(20), 0)
            self.assertEqual(len(app.windows), 1)
            app.find("grouping", app.say("Overview"))


class Search(unittest.TestCase):
    """As GNOME Shell searches, on the bus"""

    def call(self, method, signature, *arguments):
        where = ID, f"{PATH}/SearchProvider", "org.gnome.Shell.SearchProvider2", method
        arguments = GLib.Variant(signature, arguments)
        return self.app.bus.call_sync(*where, arguments, None, 0, 30000, None).unpack()

    def search(self, *words):
        """What is found: the names and descriptions, and the results themselves"""
        (results,) = self.call("GetInitialResultSet", "(as)", words)
        self.assertEqual(self.call("GetSubsearchResultSet", "(asas)", results, words), (results,))
        (metas,) = self.call("GetResultMetas", "(as)", results)
        return [(meta["name"], meta["description"]) for meta in metas], results

    def test_search(self):
        self.app = app = Samenspel()
        self.addCleanup(app.stop)
        app.cli("import-text", TEXT)
        found, _ = self.search("toekom")  # the bus starts the app, without a window
        self.assertIn((TITLE, "Dossier"), found)
        found, results = self.search("ambi")
        self.assertIn(("Ambitie", TITLE), found)
        self.assertEqual(self.search("xyzzy"), ([], []))
        self.assertEqual(self.call("GetResultMetas", "(as)", ["article:gone:/nowhere", "?"]), ([],))

    def test_open_result(self):
        with Samenspel("--example") as app:
            self.app = app
            app.cli("import-text", TEXT)
            _, results = self.search("ambi")
            article = next(result for result in results if result.startswith("article:"))
            self.call("ActivateResult", "(sasu)", article, ["ambi"], 0)
            app.find("grouping", app.say("Covenant"))
            app.find("label", TITLE)
            # What is found is opened on its own page
            _, results = self.search("De Kas")
            milestone = next(result for result in results if result.startswith("milestone:"))
            self.call("ActivateResult", "(sasu)", milestone, ["Kas"], 0)
            app.find("grouping", app.say("Steps"))


class Reminders(unittest.TestCase):
    """On a desktop that takes notifications"""

    def listen(self, app):
        self.told = []

        def called(_bus, _sender, _path, _interface, method, arguments, invocation):
            if method == "AddNotification":
                self.told.append(arguments.unpack()[2])
            invocation.return_value(None)

        context = GLib.MainContext.new()
        loop = GLib.MainLoop.new(context, False)
        context.push_thread_default()
        bus = app.bus
        bus.register_object(
            "/org/gtk/Notifications", NOTIFICATIONS.interfaces[0], called, None, None
        )
        context.pop_thread_default()
        name = GLib.Variant("(su)", ("org.gtk.Notifications", 0))
        daemon = "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName"
        bus.call_sync(*daemon, name, None, 0, 5000, None)
        threading.Thread(target=loop.run, daemon=True).start()
        self.addCleanup(loop.quit)

    def test_once(self):
        app = Settled("--example", lang=DUTCH)
        self.listen(app)
        with app:
            app.find("grouping", app.say("Overview"))
            wait(lambda: self.told, what="a notification")
            self.assertEqual(self.told[0]["title"], "Samen Opleiden Rivierenhoek")
            self.assertRegex(self.told[0]["body"], r"^\d+ datums vragen aandacht\.$")
            self.assertEqual(self.told[0]["default-action"], "app.open-record")
            app.await_kept("reminded=['")
            app.restart()
            app.find("grouping", app.say("Overview"))
            app.go("Steps")
            self.assertEqual(len(self.told), 1)

    def test_quiet(self):
        app = Settled("--example")
        self.listen(app)
        keyfile = app.home / ".config/glib-2.0/settings/keyfile"
        keyfile.parent.mkdir(parents=True)
        keyfile.write_text(f"[{PATH[1:]}]\nreminders=false\n")
        with app:
            app.find("grouping", app.say("Overview"))
            app.go("Steps")
            self.assertEqual(self.told, [])


class Help(unittest.TestCase):
    def test_help(self):
        with Samenspel(lang=DUTCH) as app:
            app.find("button", app.say("_New Dossier…"), state="focused")
            app.press("F1")
            dialog = app.find("dialog", app.say("Help"))
            tips = dialog.find("list", app.say("Six Tips for Working Together"))
            self.assertEqual(len(tips.find_all("list item")), 6)
            self.assertEqual(len(dialog.find("list", app.say("Your Privacy")).find_all("list item")), 3)
            app.press("F1")
            app.press("Escape")
            app.gone("dialog")


if __name__ == "__main__":
    unittest.main()
