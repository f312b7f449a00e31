# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Packages: a dossier exported, opened by somebody else, with a passphrase, twice, and damaged"""
import subprocess
import unittest
import zipfile

from common import Samenspel
from drive import wait

NAME = "Zorgkracht Oost"
PACKAGE = NAME + ".samenspel"
SECRET = "vier losse woorden samen"


class Packages(unittest.TestCase):
    def open(self, name=NAME):
        app = self.app
        app.click(app.find("list", app.say("Dossiers")).find("list item", name))
        app.find("list", app.say("Pages"))

    def file_dialog(self):
        dialog = self.app.find("dialog", state="modal")
        wait(lambda: "active" in dialog.states, what="the file dialog")
        return dialog

    def await_no_file_dialog(self):
        wait(lambda: len(self.app.windows) == 1, what="the file dialog gone")

    def export(self, passphrase=None):
        app = self.app
        app.push("Main Menu")
        app.click(app.find("menu item", app.say("_Export Dossier…")))
        dialog = app.dialog("Export Dossier", context=None)
        if passphrase:
            app.click(dialog.find("check box", app.say("_Protect with a Passphrase")))
            first = dialog.find("text", app.say("Passphrase"))
            again = dialog.find("text", app.say("The Same Passphrase Again"))
            self.assertNotIn("sensitive", dialog.find("button", app.say("_Export…")).states)
            app.fill(first, passphrase)
            app.fill(again, passphrase[:-1] + "x")
            dialog.find("status bar", text=app.say("The two are not the same."))
            app.fill(again, passphrase)
        app.push("_Export…", within=dialog)
        self.file_dialog().find("text", state="focused")
        app.press("Return")
        self.await_no_file_dialog()
        app.toast("“%s” is ready", PACKAGE)
        return app.home / PACKAGE

    def start_with_goal(self):
        app = self.app
        path = app.cli("new", NAME).strip()
        app.kill()
        app.start()
        self.open()
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": "Elke student een plek"})
        app.find("label", "Elke student een plek")
        return path

    def forget(self):
        """As on another computer"""
        self.app.kill()
        for path in self.app.dossiers():
            subprocess.run(["sh", "-c", f"rm -f '{path}'*"], check=True)
        self.assertEqual(self.app.dossiers(), [])

    def choose(self, package):
        """By way of the menu, in the file dialog"""
        app = self.app
        app.press("ctrl+o")
        dialog = self.file_dialog()
        app.click(dialog.find("label", "Home"))
        app.click(dialog.find("label", package.name), count=2)
        self.await_no_file_dialog()

    def await_goal(self):
        app = self.app
        app.find("list", app.say("Pages"))
        app.go("Steering")
        app.find("label", "Elke student een plek")

    def test_export_and_open(self):
        with Samenspel() as self.app:
            app = self.app
            before = app.cli("show", "--json", self.start_with_goal())
            package = self.export()
            with zipfile.ZipFile(package) as file:
                self.assertEqual(file.namelist(), ["dossier.json", "log.jsonl"])
            self.forget()
            app.start(["samenspel"])
            app.push("Open a _Package…")
            dialog = self.file_dialog()
            app.click(dialog.find("label", "Home"))
            app.click(dialog.find("label", package.name), count=2)
            self.await_no_file_dialog()
            self.await_goal()
            [path] = app.dossiers()
            self.assertEqual(app.cli("show", "--json", path), before)
            # What was done there can be undone here
            app.press("ctrl+z")
            app.toast("Undone: %s", app.say("Add Goal", context="edit"))
            app.gone("label", "Elke student een plek")
            app.cli("check", path)

    def test_passphrase(self):
        with Samenspel() as self.app:
            app = self.app
            self.start_with_goal()
            package = self.export(SECRET)
            self.assertNotIn(b"Elke student", package.read_bytes())
            self.forget()
            app.start(["samenspel", str(package)])
            for problem, typed in (
                ("The package opens with its passphrase only.", "iets anders"),
                ("The package does not open with this passphrase.", SECRET),
            ):
                app.find("label", app.say(problem))
                app.fill(app.find("text", app.say("Passphrase")), typed)
                app.push("_Open")
            self.await_goal()

    def test_here_already(self):
        with Samenspel() as self.app:
            app = self.app
            path = self.start_with_goal()
            package = self.export()
            app.press("ctrl+d")
            app.find("list", app.say("Dossiers"))
            self.choose(package)
            app.find("label", app.say("This Dossier Is Here Already"))
            app.push("_Open the One Here")
            self.await_goal()
            self.assertEqual(app.dossiers(), [path])
            self.choose(package)
            app.push("_Cancel", within=app.find("alert"))
            app.gone("label", app.say("This Dossier Is Here Already"))
            self.assertEqual(app.dossiers(), [path])
            self.choose(package)
            app.push("_Keep Both")
            wait(lambda: len(app.dossiers()) == 2, what="a second dossier")
            self.await_goal()
            app.cli("check", path)

    def test_damaged(self):
        """What is wrong is told, and nothing comes of it"""
        with Samenspel() as self.app:
            app = self.app
            self.start_with_goal()
            package = self.export()
            self.forget()
            with zipfile.ZipFile(package) as file:
                entries = {name: file.read(name) for name in file.namelist()}
            entries["dossier.json"] = entries["dossier.json"].replace(b"Elke", b"Geen")
            with zipfile.ZipFile(package, "w") as file:
                for name, data in entries.items():
                    file.writestr(name, data)
            cut = app.home / "half.samenspel"
            cut.write_bytes(package.read_bytes()[:-30])
            app.start(["samenspel", str(package), str(cut)])
            # One after another
            for path, reason in (
                (package, "contradict each other"),
                (cut, "not a package of Samenspel"),
            ):
                app.find("label", app.say("“%s” Was Not Opened", path.name))
                alert = app.find("alert")
                said = [node.name for node in alert.find_all("label")]
                self.assertTrue(any(reason in text for text in said), said)
                app.push("_Close", within=alert)
            app.gone("label", app.say("“%s” Was Not Opened", cut.name))
            self.assertEqual(app.dossiers(), [])
            folder = app.home / ".local/share/samenspel/dossiers"
            self.assertEqual(list(folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
