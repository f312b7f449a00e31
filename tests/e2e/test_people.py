# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""People: what is kept about one is shown and saved; one is erased from all of the dossier"""
import json
import re
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


class Anybody(People):
    """Who is not in the list of people: of whom a covenant says the name, who worked on the dossier"""

    COVENANT = (
        "Convenant samen opleiden\n\nPartijen:\n1. Roc de Beemd, vertegenwoordigd door "
        f"{PERSON}, bestuurder;\n2. Zorggroep Noord, vertegenwoordigd door Bert Bakker, directeur;"
        "\n\nkomen overeen:\n\nArtikel 1 Doel\n\n1. Partijen leiden samen op. Dank aan "
        f"{PERSON}.\n"
    )

    test_kept = test_erase = None  # those of the list

    def start(self):
        app = self.app
        (app.home / "convenant.txt").write_text(self.COVENANT)
        self.path = Path(app.cli("import-text", app.home / "convenant.txt").strip())
        app.kill()
        app.start()
        app.click(app.find("list", app.say("Dossiers")).find("list item"))
        app.find("list", app.say("Pages"))
        self.assertTrue(self.left())

    def await_names(self):
        dialog = self.app.dialog("About Whom?", context=None)
        dialog.find("list item", "Bert Bakker")
        return dialog

    def test_erase_by_pointer(self):
        with Samenspel() as self.app:
            app = self.app
            self.start()
            app.click(app.find("button", app.say("Main Menu")))
            app.click(app.find("menu item", app.say("_What Is Kept About Somebody…")))
            app.click(self.await_names().find("list item", PERSON))
            dialog = app.dialog("What Is Kept", context=None)
            self.assertTrue(dialog.find_all("label", re.compile("^Represented by: Zo")))
            self.assertTrue(dialog.find_all("label", re.compile("^Attachment “convenant")))
            app.push("_Erase This Person…", within=dialog)
            self.erase()

    def test_erase_by_keyboard(self):
        """A name in part, in another way of writing, and Enter"""
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            self.start()
            app.press("F10")
            app.find("menu item", app.say("_What Is Kept About Somebody…"))
            app.press("w")
            self.await_names()
            app.type("zoe zuid\n")
            dialog = app.dialog("What Is Kept", context=None)
            dialog.find("button", app.say("_Erase This Person…"))
            app.press("Escape")
            app.gone("dialog", app.say("What Is Kept"))
            app.go("People")
            app.push("_What Is Kept About Somebody…")
            self.await_names()
            app.type("Zoë")
            app.find("button", app.say("Look for “%s” Everywhere", "Zoë"))
            app.press("Down")
            app.press("Return")
            dialog = app.dialog("What Is Kept", context=None)
            app.push("_Erase This Person…", within=dialog)
            self.erase()

    def test_nobody(self):
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            self.start()
            app.go("People")
            app.push("_What Is Kept About Somebody…")
            self.await_names()
            app.type("Hendrik Nergens\n")
            app.dialog("What Is Kept", context=None).find("label", app.say("Nothing Is Kept"))

    def erase(self):
        app = self.app
        dialog = app.dialog("Erase Person")
        button = dialog.find("button", app.say("_Erase"))
        wait(lambda: "sensitive" in button.states, what="what is to be erased")
        app.click(button)
        app.toast("The person is erased")
        self.assertEqual(set(self.left()) - set(self.backups()), set())
        records = json.loads(app.cli("show", "--json", self.path))["records"]
        self.assertEqual(len(records["party"]), 2)
        self.assertIn("Bert Bakker", [party["representative"] for party in records["party"]])
        app.cli("check", self.path)


if __name__ == "__main__":
    unittest.main()
