# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""People: what is kept about one is shown and saved; one is erased from all of the dossier"""
import json
import unittest
from pathlib import Path

from common import DUTCH, Samenspel
from drive import wait

PERSON = "Zoë Zuiderveldhuis"
DOSSIER = "Zorgkracht Oost"


class People(unittest.TestCase):
    def start(self):
        app = self.app
        self.path = Path(app.cli("new", DOSSIER, "Roc").strip())
        app.kill()
        app.start()
        app.click(app.find("list", app.say("Dossiers")).find("list item", DOSSIER))
        app.find("list", app.say("Pages"))

    def add_person(self):
        app = self.app
        app.go("People")
        app.push("Add Person")
        app.save("Add Person", {"Name": PERSON, "Phone": "06-13572468"})
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": "Plaatsen", "Explanation": f"Met dank aan {PERSON}"})
        app.go("People")

    def choose(self, label):
        """From the menu of the person's row"""
        app = self.app
        row = app.find("list", app.say("People")).find("list item", PERSON)
        app.click(row.find("button", app.say("More Actions")))
        app.click(app.find("menu item", app.say(label)))

    def left(self):
        """Files of this dossier, and beside it, that still hold the name or the number"""
        traces = PERSON.encode(), b"uiderveldhuis", b"06-13572468"
        files = [*self.path.parent.glob(self.path.name + "*"), *self.backups()]
        return [path for path in files if any(t in path.read_bytes() for t in traces)]

    def backups(self):
        return list((self.app.home / ".local/share/samenspel/backups").rglob("*.sqlite"))

    def test_kept(self):
        with Samenspel() as self.app:
            app = self.app
            self.start()
            self.add_person()
            self.choose("_What Is Kept About This Person…")
            dialog = app.dialog("What Is Kept", context=None)
            dialog.find("label", "06-13572468")
            dialog.find("label", "Goal “Plaatsen”")
            for label, name in ("Save as _JSON…", "Zoë.json"), ("Save as _PDF…", "Zoë.pdf"):
                app.click(dialog.find("button", app.say("Save")))
                app.click(app.find("menu item", app.say(label)))
                wait(lambda: len(app.windows) > 1, what="the file dialog")
                app.windows[-1].find("text", state="focused")
                app.press("ctrl+a")
                app.type(name + "\n")
                wait(lambda: len(app.windows) == 1, what="no file dialog")
                app.toast("“%s” is ready", name)
            kept = json.loads((app.home / "Zoë.json").read_text())
            self.assertEqual(kept["person"][0]["phone"], "06-13572468")
            self.assertEqual([text["field"] for text in kept["texts"]], ["text"])
            self.assertTrue((app.home / "Zoë.pdf").read_bytes().startswith(b"%PDF"))

    def test_erase(self):
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            self.start()
            self.add_person()
            wait(self.backups, what="the daily backup")
            app.kill()  # the backup of before the person is taken away, for one that holds them
            for backup in self.backups():
                backup.unlink()
            app.start()
            app.go("People")
            app.push("Add Person")
            app.save("Add Person", {"Name": "Noor Alberts"})
            wait(lambda: len(self.backups()) == 1 and self.left(), what="a backup of the person")
            self.choose("_Erase This Person…")
            dialog = app.dialog("Erase Person")
            wait(
                lambda: "sensitive" in dialog.find("button", app.say("_Erase")).states,
                what="what is to be erased",
            )
            app.click(dialog.find("check box", app.say("Delete These Backups Now")))
            app.push("_Erase", within=dialog)
            app.toast("The person is erased")
            app.gone("dialog", app.say("Erase Person", context="edit"))
            people = app.find("list", app.say("People"))
            self.assertEqual(people.find_all("list item", PERSON), [])
            self.assertEqual(self.left(), [])
            # What is undone now is what was done before, and brings nothing of it back
            app.press("ctrl+z")
            app.toast("Undone: %s", app.say("Add Person", context="edit"))
            app.cli("check", self.path)
            goal = json.loads(app.cli("show", "--json", self.path))["records"]["goal"][0]
            self.assertEqual(goal["text"], "Met dank aan gewist")
            app.kill()
            self.assertEqual(self.left(), [])


if __name__ == "__main__":
    unittest.main()
