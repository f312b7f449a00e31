# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A good citizen of the desktop: it comes back as it was left, is there once, is searched from outside,
tells once of dates that are near, and explains itself"""
import os
import unittest
from pathlib import Path

from gi.repository import GLib

from common import DUTCH, Notifications, Samenspel
from drive import wait

ID = "io.github.comakership.Samenspel"
PATH = "/io/github/comakership/Samenspel"
TEXT = Path(os.environ["SAMENSPEL_SOURCE"]) / "tests/data/covenants/wrapped.txt"
TITLE = "CONVENANT TOEKOMST VOOR ZORG"


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

    def test_left_at_once(self):
        """What has not been written yet is, before the app ends"""
        with Settled("--example") as app:
            app.go("Steps")
            app.press("ctrl+q")
            self.assertEqual(app.wait_exit(), 0)
            app.start(["samenspel"])
            app.find("grouping", app.say("Steps"))

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

    def test_latest_of_two(self):
        with Settled("--example") as app:
            app.cli("import-text", TEXT)
            app.go("Steps")
            app.push("All Dossiers")
            app.click(app.find("list", app.say("Dossiers")).find("list item", TITLE))
            app.go("Covenant")
            app.await_kept("last-page='covenant'")
            app.restart()
            app.find("grouping", app.say("Covenant"))
            app.find("label", TITLE)

    def test_window(self):
        """Its size, also under the one that fills the screen"""
        with Settled("--example") as app:
            app.resize(700, 500)
            size = app.windows[0].rect[2:]
            app.await_kept("window-height=")
            app.restart()
            wait(lambda: app.windows[0].rect[2:] == size, what="the size it had")
            app.maximise()
            app.await_kept("window-maximized=true")
            app.restart()
            wait(lambda: app.windows[0].rect[2:] == app.screen.size, what="a maximised window")
            app.push("Maximize")  # and back
            wait(lambda: app.windows[0].rect[2:] == size, what="the size it had")

    def test_once(self):
        """A second start shows the window that is there, and hands it the file that it was given"""
        with Samenspel("--example") as app:
            app.find("grouping", app.say("Overview"))
            (path,) = app.dossiers()
            package = app.home / "example.samenspel"
            app.cli("export", path, package)
            for arguments in ([], [package]):
                second = app.screen.spawn("samenspel", *arguments, log="second")
                self.assertEqual(second.wait(20), 0)
                self.assertEqual(len(app.windows), 1)
            app.find("label", app.say("This Dossier Is Here Already"))


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
        notifications = Notifications(app.bus)
        self.addCleanup(notifications.stop)
        self.told = notifications.told

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
