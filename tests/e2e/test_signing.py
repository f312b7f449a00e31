# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A covenant from its first party to the last signature: a group, two who sign for one party, four dates,
the lock, the paper, and all of it undone, in both languages. And parties that are dragged."""
import re
import subprocess
import unittest

from common import DUTCH, ENGLISH
from covenant import Case
from drive import NotFound, wait

ROC, NEST, OAK = "ROC Zuiderzee", "Kinderopvang Het Nest", "Peuterspeelzaal De Eik"
GROUP = "De opvang"
NOOR, SAM = "Noor Bakker", "Sam de Wit"


class Ways:
    # -- doing -------------------------------------------------------------------------------------
    def party(self, name):
        return self.app.find("list", self.app.say("Parties")).find("list item", re.compile(name))

    def add_parties(self):
        """ROC, and a group of the two others; two people represent ROC"""
        app = self.app
        app.add_parties(others=[ROC, NEST, OAK])
        app.click(app.find("button", app.say("Add Parties")))
        app.press("Down")
        app.press("Return")
        dialog = app.dialog("Add Group")
        app.fill(dialog.find("text", app.say("Name")), GROUP)
        for name in (NEST, OAK):
            app.click(dialog.find("check box", name))
        app.push("_Save", within=dialog)
        app.gone("dialog")
        app.click(self.party(ROC))
        dialog = app.fill_form("Change Party", {"Represented by": NOOR, "Function": "voorzitter"})
        app.push("Add Another _Representative", within=dialog)
        app.fill(dialog.find("text", app.say("Also represented by")), SAM)
        app.push("_Save", within=dialog)
        app.gone("dialog")

    def sign(self, name, date, **fields):
        app = self.app
        app.push("Sign…", within=self.party(name))
        fields = {"Signed on": date} | {k.replace("_", " "): v for k, v in fields.items()}
        app.save("Add Signature", fields)

    def sign_first_of_two(self, date):
        """Noor today, Sam later"""
        app = self.app
        app.push("Sign…", within=self.party(ROC))
        dialog = app.fill_form("Add Signature", {"Signed on": date})
        app.click(dialog.find("combo box", SAM))
        app.click(dialog.find("label", app.say("Signs later"), nth=-1))
        app.push("_Save", within=dialog)
        app.gone("dialog")

    def undo(self, label):
        """Take the last edit back, which is called that"""
        app = self.app
        app.press("ctrl+z")
        app.toast("Undone: %s", app.say(label, context="edit"))

    # -- the way -----------------------------------------------------------------------------------
    def move_articles(self):
        """By the keys, and back with the pointer"""
        app = self.app
        first, second = self.article(1, "Duties"), self.article(2, "Purpose")
        app.click(self.row("Duties"))
        self.keys("<Escape>", "<alt+Up>")
        wait(lambda: (self.lines()[0], self.lines()[2]) == (first, second), what="moved by keys")
        app.drag(self.row("Purpose"), self.row("Duties"))
        wait(lambda: self.lines()[0] == self.article(1, "Purpose"), what="moved by drag")

    def sign_all(self):
        """On four dates; each step is undone and done again"""
        app = self.app
        draft = app.say("A draft: nobody has signed yet.")
        signing = (
            "%u of %u party has signed; the first signature is of %s.",
            "%u of %u parties have signed; the first signature is of %s.",
        )

        def says(n):
            text = app.words.ngettext(*signing, 3) % (n, 3, app.day(2026, 11, 2))
            return lambda: app.find_all("label", text)

        steps = [
            (lambda: self.sign_first_of_two("2-11-2026"), says(0)),
            (lambda: self.sign(NEST, "5-11-2026", Signed_by="A. Visser"), says(1)),
            (lambda: self.sign(OAK, "9-11-2026", Signed_by="B. Smit"), says(2)),
            (
                lambda: self.sign(ROC, "12-11-2026"),
                lambda: app.find_all(
                    "label",
                    app.say("In force since %s, without an end date.", app.day(2026, 11, 12)),
                ),
            ),
        ]
        before = lambda: app.find_all("label", draft)
        wait(before, what="a draft")
        for step, after in steps:
            step()
            wait(after, what="the next status")
            self.undo("Add Signature")
            wait(before, what="the status before")
            app.press("ctrl+shift+z")
            wait(after, what="the next status again")
            before = after

    def see_lock(self):
        """It says who signed and when, in a place that stays, and nothing changes the text"""
        app = self.app
        app.find("label", re.compile(re.escape(f"{NEST} ({app.day(2026, 11, 5)})")))
        app.gone("button", app.say("Add Article"))
        lines = self.lines()
        app.click(self.row("They report."))
        self.keys("x", "<alt+Up>")
        self.assertEqual(self.lines(), lines)

    def read_paper(self):
        app = self.app
        pdf = app.home / "covenant.pdf"
        app.cli("pdf", "--output", pdf, app.dossiers()[0])
        run = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)
        for words in (ROC, f"{GROUP}:", NEST, OAK, NOOR, SAM, "A. Visser", "B. Smit", "at school;"):
            self.assertIn(words, run.stdout)
        for day in (2, 5, 9, 12):
            self.assertIn(app.day(2026, 11, day), run.stdout)

    def undo_all(self):
        """Until there is no covenant any more"""
        app = self.app
        empty = app.say("Add _Covenant…")
        for _ in range(60):
            if app.find_all("button", empty):
                break
            before = app.cli("show", "--json", app.dossiers()[0])
            app.press("ctrl+z")
            wait(lambda: app.cli("show", "--json", app.dossiers()[0]) != before, what="an undo")
        app.find("button", empty)
        app.cli("check", app.dossiers()[0])

    def test_whole(self):
        self.add_parties()
        self.write_articles()
        self.keys("<Return>", "<BackSpace>", "<Escape>")
        self.move_articles()
        self.sign_all()
        self.see_lock()
        self.read_paper()
        self.undo_all()


class English(Ways, Case):
    lang = ENGLISH


class Dutch(Ways, Case):
    lang = DUTCH


class Versions(Ways, Case):
    """A signed covenant that is changed: a new version, which takes its place once all have signed"""

    lang = DUTCH

    def await_label(self, text, *values, context=None):
        said = self.app.say(text, *values, context=context)
        return self.app.find("label", said)

    def start_version(self):
        app = self.app
        app.push("Start a New _Version…")
        dialog = app.dialog("Start New Version")
        field = dialog.find("text", app.say("Title"))
        self.assertEqual(field.text, "Covenant (versie 2)")
        app.push("_Save", within=dialog)
        app.gone("dialog")
        app.find("button", app.say("Follows “%s”", "Covenant"))

    def test_version(self):
        app = self.app
        app.add_parties(others=[ROC, NEST])
        self.write_articles()
        self.keys("<Return>", "<BackSpace>", "<Escape>")
        self.sign(ROC, "2-11-2026", Signed_by="Noor Bakker")
        self.sign(NEST, "5-11-2026", Signed_by="A. Visser")
        lines = self.lines()
        self.start_version()
        self.await_label("A draft: nobody has signed yet.")
        self.await_lines(*lines)
        app.find("button", app.say("Add Article"))
        app.push("Follows “%s”", "Covenant")
        app.push("New version: “%s”", "Covenant (versie 2)")
        app.find("button", app.say("Follows “%s”", "Covenant"))
        app.gone("button", app.say("Start a New _Version…"))
        self.sign(ROC, "20-11-2026", Signed_by="Noor Bakker")
        self.sign(NEST, "21-11-2026", Signed_by="A. Visser")
        app.push("Follows “%s”", "Covenant")
        day = app.day(2026, 11, 21)
        self.await_label("“%s” has taken its place since %s.", "Covenant (versie 2)", day)
        self.assertEqual(self.lines(), lines)
        for label in ("Add Signature", "Add Signature", "Start New Version"):
            self.undo(label)
        app.find("button", app.say("Start a New _Version…"))
        self.await_lines(*lines)
        app.cli("check", app.dossiers()[0])


class Parties(Case):
    def parties(self):
        """The mark and the name in each row"""
        rows = self.app.find("list", self.app.say("Parties")).find_all("list item")
        return [" ".join(label.name for label in row.find_all("label")[:2]) for row in rows]

    def await_parties(self, *expected):
        try:
            wait(lambda: self.parties() == list(expected))
        except NotFound:
            self.assertEqual(self.parties(), list(expected))

    def test_drag(self):
        """Past another, into a group below its name, and out of it"""
        app = self.app
        app.add_parties(others=["A", "B", "C"])
        row = lambda name: app.find("list", app.say("Parties")).find("list item", re.compile(name))
        app.drag(row("C"), row("A"))
        self.await_parties("1. C", "2. A", "3. B")
        app.click(app.find("button", app.say("Add Parties")))
        app.press("Down")
        app.press("Return")
        app.save("Add Group", {"Name": "Groep"})
        self.await_parties("1. C", "2. A", "3. B", "4. Groep")
        app.drag(row("A"), row("Groep"), after=True)
        self.await_parties("1. C", "2. B", "3. Groep", "a. A")
        app.drag(row("B"), row("A"), after=True)
        self.await_parties("1. C", "2. Groep", "a. A", "b. B")
        app.drag(row("A"), row("C"))
        self.await_parties("1. A", "2. C", "3. Groep", "a. B")
        for _ in range(3):
            app.press("ctrl+z")
        self.await_parties("1. C", "2. A", "3. B", "4. Groep")


if __name__ == "__main__":
    unittest.main()
