# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What becomes of a dossier on a disk that fails, as a user meets it: the app says what it is, by its name, leaves
the file as it is, and brings the newest backup back, of which nothing is missing"""
import struct
import unittest
from pathlib import Path

from common import DUTCH, ENGLISH, Samenspel
from drive import wait

NAME, GOAL = "Zorgkracht Oost", "Elke student een plek"
PAGE = 4096
DAMAGED = "The dossier is damaged: part of it cannot be read."
FOREIGN = "This file is not a dossier of Samenspel, or it is damaged."
NEWER = "This dossier was last used with a newer Samenspel. Update the app to open it."


def number_at(whole, place, number):
    """In the header of an SQLite file: its user_version is at 60, its application_id at 68"""
    return whole[:place] + struct.pack(">I", number) + whole[place + 4 :]


KINDS = {
    "cut short": (lambda whole: whole[: len(whole) // 2], DAMAGED),
    "zeroed pages": (lambda whole: whole[:PAGE] + bytes(6 * PAGE) + whole[7 * PAGE :], DAMAGED),
    "overwritten header": (lambda whole: b"x" * 100 + whole[100:], FOREIGN),
    "of another program": (lambda whole: number_at(whole, 68, 12345), FOREIGN),
    "empty": (lambda whole: b"", FOREIGN),
}


class Damage:
    lang = None

    def setUp(self):
        app = self.app = Samenspel(lang=self.lang)
        self.addCleanup(app.stop)
        self.path = Path(app.cli("new", NAME).strip())
        app.start()
        app.click(app.find("list", app.say("Dossiers")).find("list item", NAME))
        app.find("list", app.say("Pages"))
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": GOAL})
        wait(self.backups, what="the daily backup")
        self.leave()
        self.whole = self.path.read_bytes()

    def leave(self):
        self.app.press("ctrl+q")
        self.app.wait_exit()

    def backups(self):
        folder = self.app.home / ".local/share/samenspel/backups"
        return [path for path in folder.glob("*/*.sqlite") if "damaged" not in path.name]

    def kept(self):
        folder = self.app.home / ".local/share/samenspel/backups"
        return {path.read_bytes() for path in folder.glob("*/*damaged*.sqlite")}

    def damage(self, damaged):
        """The app opens what was open last, when it starts"""
        self.app.kill()
        for path in self.path.parent.glob(self.path.name + "*"):
            path.unlink()
        self.path.write_bytes(damaged)
        self.app.start()

    def test_damaged(self):
        app = self.app
        for kind, (damage, message) in KINDS.items():
            with self.subTest(kind):
                damaged = damage(self.whole)
                self.damage(damaged)
                dialog = app.dialog("Restore a Backup", context=None)
                dialog.find("label", app.say("This Dossier Is Damaged"))
                dialog.find("label", app.say(message))
                app.find("list", app.say("Dossiers")).find("list item", NAME)
                self.assertEqual(self.path.read_bytes(), damaged)
                app.push("_Restore This Backup", within=dialog)
                app.toast("The backup is restored; what was there is kept")
                app.go("Steering")
                app.find("label", GOAL)
                self.assertIn(damaged, self.kept())
                app.cli("check", self.path)

    def test_newer(self):
        """It is whole: nothing is offered in its place"""
        app = self.app
        newer = number_at(self.whole, 60, 99)
        self.damage(newer)
        for again in False, True:
            if again:
                app.push("Backups of “%s”", NAME)
            alert = app.find("alert", app.say("Dossier Not Opened"))
            alert.find("label", app.say(NEWER))
            app.push("_Close", within=alert)
            app.gone("alert", app.say("Dossier Not Opened"))
        self.assertEqual(self.path.read_bytes(), newer)

    def test_nothing_left(self):
        """No backup, and nothing that can be read: that is said, and the file stays"""
        app = self.app
        for backup in self.backups():
            backup.unlink()
        lost = b"\xa5" * 3 * PAGE
        self.damage(lost)
        dialog = app.dialog("Restore a Backup", context=None)
        dialog.find("label", app.say("There is no backup of it. The file stays as it is."))
        app.push("_Save What Can Be Read", within=dialog)
        alert = app.find("alert", app.say("Nothing Could Be Saved"))
        alert.find("label", app.say("Nothing of this dossier can be read any more. Restore a backup of it."))
        self.assertEqual(self.path.read_bytes(), lost)
        self.assertEqual(app.dossiers(), [str(self.path)])


class InEnglish(Damage, unittest.TestCase):
    lang = ENGLISH


class InDutch(Damage, unittest.TestCase):
    lang = DUTCH


if __name__ == "__main__":
    unittest.main()
