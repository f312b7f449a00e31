# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Backups: made at the first change of a day, restored from the menu, and offered for a damaged dossier"""
import os
import unittest
from pathlib import Path

from common import Samenspel
from drive import wait

NAME = "Zorgkracht Oost"
GOAL = "Elke student een plek"


class Backups(unittest.TestCase):
    def backups(self):
        return sorted((self.app.home / ".local/share/samenspel/backups").glob("*/*.sqlite"))

    def add_goal(self, title):
        self.app.go("Steering")
        self.app.push("Add _Goal…" if title == GOAL else "Add Goal")
        self.app.save("Add Goal", {"Goal": title})

    def open(self):
        app = self.app
        app.click(app.find("list", app.say("Dossiers")).find("list item", NAME))
        app.find("list", app.say("Pages"))

    def restore(self, damaged=False):
        """The newest one, which is unfolded already for a damaged dossier"""
        app = self.app
        dialog = app.dialog("Restore a Backup", context=None)
        rows = dialog.find("list", app.say("Backups"))
        if not damaged:
            app.click(rows.find("list item"))
        app.push("_Restore This Backup", within=rows)
        app.gone("dialog", app.say("Restore a Backup"))
        app.toast("The backup is restored; what was there is kept")

    def start(self):
        self.path = Path(self.app.cli("new", NAME).strip())
        self.app.kill()
        self.app.start()
        self.open()

    def test_restore(self):
        with Samenspel() as self.app:
            app = self.app
            self.start()
            self.add_goal(GOAL)
            wait(lambda: len(self.backups()) == 1, what="the daily backup")
            self.add_goal("Een vergissing")
            app.find("label", "Een vergissing")
            self.assertEqual(len(self.backups()), 1)
            app.push("Main Menu")
            app.click(app.find("menu item", app.say("Restore a _Backup…")))
            self.restore()
            app.go("Steering")
            app.find("label", GOAL)
            self.assertEqual(app.find_all("label", "Een vergissing"), [])
            self.assertEqual(len(self.backups()), 2)
            app.cli("check", self.path)

    def test_damaged(self):
        """A dossier that is damaged below its header says so, and its backup brings all of it back"""
        with Samenspel() as self.app:
            app = self.app
            self.start()
            self.add_goal(GOAL)
            wait(lambda: len(self.backups()) == 1, what="the daily backup")
            app.kill()
            for path in self.path.parent.glob(self.path.name + "-*"):
                path.unlink()
            whole = self.path.read_bytes() or b"\0"
            damaged = whole[:100] + bytes(len(whole) - 100)
            self.path.write_bytes(damaged)
            app.start()
            # It was open last, so the app would open it again, and offers what there is instead
            app.find("label", app.say("This Dossier Is Damaged"))
            self.restore(damaged=True)
            app.go("Steering")
            app.find("label", GOAL)
            kept = [p for p in self.backups() if "damaged" in p.name]
            self.assertEqual([p.read_bytes() for p in kept], [damaged])

    def choose_folder(self, folder):
        """In the preferences, by the file dialog"""
        app = self.app
        app.press("ctrl+comma")
        app.push("C_hoose…", within=app.find("dialog"))
        chooser = app.find("dialog", app.say("Second Folder"), state="modal")
        wait(lambda: "active" in chooser.states, what="the file dialog")
        app.click(chooser.find("label", "Home"))
        app.click(chooser.find("label", folder.name))
        app.push("Select", within=chooser)
        wait(lambda: len(app.windows) == 1, what="the file dialog gone")
        app.find("label", str(folder))
        app.press("Escape")
        app.gone("dialog")

    def forget_backups(self):
        """As on the next day"""
        self.app.press("ctrl+q")  # settings are written a moment later, or now
        self.app.wait_exit()
        for path in self.backups():
            path.unlink()
        self.app.start(["samenspel"])
        self.app.find("list", self.app.say("Pages"))

    def test_second_folder(self):
        with Samenspel() as self.app:
            app = self.app
            self.start()
            folder = app.home / "Stick"
            folder.mkdir()
            self.choose_folder(folder)
            self.add_goal(GOAL)
            wait(lambda: list(folder.glob("*.samenspel")), what="the package")
            [package] = folder.iterdir()
            self.assertEqual(package.name, f"{NAME} ({self.path.name[:8]}).samenspel")
            # The stick is taken out: told once, and the backup is there
            kept = package.read_bytes()
            folder.rename(app.home / "Elsewhere")
            self.forget_backups()
            self.add_goal("Nog een doel")
            problem = "The second folder for backups, %s, is not there. Backups on this computer go on."
            app.toast(problem, folder)
            wait(lambda: len(self.backups()) == 1, what="the daily backup")
            self.forget_backups()
            self.add_goal("En nog een")
            wait(lambda: len(self.backups()) == 1, what="the daily backup")
            app.settle()
            self.assertEqual(app.find_all("label", app.say(problem, folder)), [])
            self.assertFalse(folder.exists())
            # And in again, that day: the newest package takes the place of the one before
            (app.home / "Elsewhere").rename(folder)
            self.add_goal("Het laatste doel")
            wait(lambda: package.read_bytes() != kept, what="the new package")
            # Taken out at the day's backup, and in again when the app starts, which is of that day too
            kept = package.read_bytes()
            os.utime(package, (1, 1))
            folder.rename(app.home / "Elsewhere")
            self.forget_backups()
            self.add_goal("Echt het laatste")
            wait(lambda: len(self.backups()) == 1, what="the daily backup")
            (app.home / "Elsewhere").rename(folder)
            app.kill()
            app.start(["samenspel"])
            wait(lambda: package.read_bytes() != kept, what="the package at the start")
            self.assertEqual([path.name for path in folder.iterdir()], [package.name])
            wait(lambda: app.cli("import", package), what="a whole package")

    def test_salvage(self):
        """Without a backup, a dossier whose header is overwritten gives what can still be read of it"""
        with Samenspel() as self.app:
            app = self.app
            self.start()
            self.add_goal(GOAL)
            app.kill()
            for backup in self.backups():
                backup.unlink()
            whole = self.path.read_bytes()
            damaged = b"x" * 100 + whole[100:]
            self.path.write_bytes(damaged)
            app.start()
            app.find("label", app.say("This Dossier Is Damaged"))
            app.push("_Save What Can Be Read")
            told = app.find("alert", app.say("What Could Be Read Is Here"))
            app.push("_Close", within=told)
            app.go("Steering")
            app.find("label", GOAL)
            self.assertEqual(self.path.read_bytes(), damaged)
            (new,) = [p for p in map(Path, app.dossiers()) if p != self.path]
            app.cli("check", new)

    def test_missing_wal(self):
        """The file with the latest changes was taken away: that is said"""
        with Samenspel() as self.app:
            app = self.app
            self.start()
            self.add_goal(GOAL)
            app.kill()
            Path(f"{self.path}-wal").unlink()
            self.assertTrue(Path(f"{self.path}-shm").exists())
            app.start()
            app.toast(
                "The latest changes may be missing: a file beside the dossier is gone. "
                "Look at its backups."
            )


if __name__ == "__main__":
    unittest.main()
