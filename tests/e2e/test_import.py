# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A covenant read in: what was found is confirmed and corrected, and one undo takes all of it back"""
import json
import os
import re
import unittest
from pathlib import Path

from common import DUTCH, Samenspel
from drive import wait
from screen import Clipboard

SOURCE = Path(os.environ["SAMENSPEL_SOURCE"])
SHARED = Path(os.environ.get("SAMENSPEL_SHARED", SOURCE.parent / "shared"))
MODEL = SHARED / "data/convenanten/modelconvenant-pib-2012.txt"
OWN = SOURCE / "tests/data/covenants/bare-parties.txt"


class Import(unittest.TestCase):
    def choose(self, path):
        """The file, by GTK's own dialog"""
        app = self.app
        (app.home / path.name).write_bytes(path.read_bytes())
        app.push("_Import a Covenant…")
        dialog = app.find("dialog", state="modal")
        wait(lambda: "active" in dialog.states, what="the file dialog")
        app.click(dialog.find("list item", nth=1))  # the home folder
        app.click(dialog.find("label", path.name), count=2)
        wait(lambda: len(app.windows) == 1, what="the file dialog gone")
        return app.dialog("Import Covenant", context=None)

    def found(self, dialog):
        rows = dialog.find("list", self.app.say("Found in the text")).find_all("list item", shown=False)
        return [row.name for row in rows]

    def paragraph(self, text):
        return self.app.find("list", self.app.say("Paragraphs")).find("list item", text)

    def kind(self, text):
        """What a paragraph is taken for, as its button says"""
        return self.paragraph(text).find("button").name

    def say_kind(self, kind):
        return self.app.say(kind, context="paragraph")

    def correct(self, text, kind):
        """By its menu, with the pointer"""
        app = self.app
        app.click(self.paragraph(text).find("button"))
        app.click(app.find("menu item", self.say_kind(kind)))
        wait(lambda: self.kind(text) == self.say_kind(kind), what=f"{text} as {kind}")

    def count(self, kind):
        path = self.app.dossiers()[0]
        return len(json.loads(self.app.cli("show", "--json", path))["records"].get(kind, []))

    def await_counts(self, **counts):
        wait(lambda: {kind: self.count(kind) for kind in counts} == counts, what=str(counts))

    def test_own(self):
        """By the keyboard: a party becomes text, and all of it is imported, undone and redone"""
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            dialog = self.choose(OWN)
            self.assertIn("5 partijen", self.found(dialog))
            app.click(dialog.find("list item", app.say("Check the Text")))
            party = re.compile("^Thuiszorg Merwe")
            self.assertEqual(self.kind(party), "Partij")
            app.press("Down")
            while "focused" not in self.paragraph(party).states:
                app.press("Down")
            app.press("Return")  # its menu
            for _ in range(8):  # Titel, Partij, Overweging, Hoofdstuk, Artikel, Lid, Onderdeel, Bijlage, Tekst
                app.press("Down")
            app.press("Return")
            wait(lambda: self.kind(party) == "Tekst", what="text instead of a party")
            wait(lambda: "focused" in self.paragraph(party).states, what="the focus where it was")
            app.press("alt+Left")
            wait(lambda: "4 partijen" in self.found(dialog), what="a party fewer")
            app.push("_Import", within=dialog)
            app.find("grouping", app.say("Covenant"))
            self.await_counts(agreement=1, party=4, organisation=4, clause=3)
            app.press("ctrl+z")
            self.await_counts(agreement=0, party=0, organisation=0, clause=0)
            app.press("ctrl+shift+z")
            self.await_counts(agreement=1, party=4, organisation=4, clause=3)

    def test_copied(self):
        """From another program; an empty clipboard is told"""
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            app.push("Main Menu")
            app.click(app.find("menu item", app.say("Import a _Copied Covenant…")))
            app.toast(
                "There is no text to paste. Copy the whole covenant first, in the program in which you "
                "can read it."
            )
            with Clipboard(app.screen, OWN.read_text()):
                app.push("Main Menu")
                app.click(app.find("menu item", app.say("Import a _Copied Covenant…")))
                dialog = app.dialog("Import Covenant", context=None)
                self.assertIn("5 partijen", self.found(dialog))
                app.push("_Import", within=dialog)
                app.find("grouping", app.say("Covenant"))
            self.await_counts(agreement=1, party=5, attachment=1)

    def test_into_dossier(self):
        """Beside what is there already, on its empty page first and then by the menu; it is shown, and undone"""
        with Samenspel(lang=DUTCH) as self.app:
            app = self.app
            app.cli("new", "Samen Sterk", "Thuiszorg Merwe N.V.")
            app.kill()
            app.start()
            app.maximise()
            app.click(app.find("list", app.say("Dossiers")).find("list item", "Samen Sterk"))
            app.go("Covenant")
            dialog = self.choose(OWN)
            app.find("label", re.compile("een convenant in dit dossier"))
            app.push("_Import", within=dialog)
            app.find("list", app.say("Parties"))
            self.await_counts(agreement=1, party=5, organisation=5, partnership=1)
            app.push("Main Menu")
            with Clipboard(app.screen, OWN.with_name("headings-only.txt").read_text()):
                app.click(app.find("menu item", app.say("Import a _Copied Covenant…")))
                app.push("_Import", within=app.dialog("Import Covenant", context=None))
                wait(lambda: self.count("agreement") == 2, what="two covenants")
            app.find("combo box", "Intentieverklaring Kindcentrum De Zwaluw")  # of both, the new one
            for left in (1, 0):
                app.press("ctrl+z")
                wait(lambda: self.count("agreement") == left, what=f"{left} covenants")
            app.find("button", app.say("_Import a Covenant…"))
            self.assertEqual(len(app.dossiers()), 1)
            app.cli("check", app.dossiers()[0])

    @unittest.skipUnless(MODEL.exists(), "the model covenant is not here")
    def test_model(self):
        with Samenspel() as self.app:
            app = self.app
            dialog = self.choose(MODEL)
            found = self.found(dialog)
            for line in "2 parties", "8 considerations", "3 chapters", "10 articles":
                self.assertIn(line, found)
            app.click(dialog.find("list item", app.say("Check the Text")))
            first = re.compile("^De Staatssecretaris")
            self.assertEqual(self.kind(first), "Party")
            self.correct(first, "Text")
            app.push("Undo Correction")
            wait(lambda: self.kind(first) == "Party", what="a party again")
            app.push("Back", within=dialog)
            app.push("_Import", within=dialog)
            app.find("grouping", app.say("Covenant"))
            self.await_counts(agreement=1, party=2, consideration=8, article=14)
            app.press("ctrl+z")
            self.await_counts(agreement=0, party=0, consideration=0, article=0)
            app.press("ctrl+shift+z")
            self.await_counts(agreement=1, party=2, consideration=8, article=14)


if __name__ == "__main__":
    unittest.main()
