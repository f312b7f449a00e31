# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The text of a covenant, written as a document is: by the keyboard alone, moved by keys and by drag,
kept when the app is killed, signed and locked, and the same on paper."""
import re
import subprocess
import unittest

from common import DUTCH
from covenant import Case
from drive import wait

PARTIES = ["ROC Zuiderzee", "Kinderopvang Het Nest", "Zorggroep De Ganzerik"]


class Writing(Case):
    def test_by_keyboard(self):
        self.write_articles()
        written = [
            self.article(1, "Purpose"),
            "1. Parties train:",
            "a. at school;",
            "b. at work.",
            "2. They report.",
            self.article(2, "Duties"),
        ]
        self.await_lines(*written, "Each does its part.")
        # In the middle of a text Enter splits it, and Backspace makes it whole again
        self.keys("<Home>", *["<Right>"] * 4, "<Return>")
        self.await_lines(*written, "1. Each", "2. does its part.")
        self.keys("<BackSpace>")
        self.await_lines(*written, "Each does its part.")
        # From line to line
        self.keys("<Up>", "<Up>", "<End>", " Each year.")
        self.await_lines(*written[:4], "2. They report. Each year.", *written[5:], "Each does its part.")
        self.keys("<ctrl+z>", "<ctrl+z>")  # what was typed, a word at a time
        self.await_lines(*written, "Each does its part.")
        self.keys("<Down>", "<Down>", "<End>", "<Return>")
        self.await_lines(*written, "1. Each does its part.", "2.")
        self.keys("<BackSpace>")
        self.await_lines(*written, "Each does its part.")
        self.keys("<Return>", "<Up>")
        self.await_lines(*written, "Each does its part.")
        # One edit for what was joined, one for what was split, and then one for each line
        self.keys("<ctrl+z>", "<ctrl+z>")
        self.await_lines(*written)
        self.keys("<ctrl+z>")
        self.await_lines(*written[:-1])

    def test_another(self):
        """A second covenant is shown as soon as it is added, and fits, however long its name is"""
        app = self.app
        title = " ".join(["Addendum"] * 30)
        app.push("Add Covenant")
        app.save("Add Covenant", {"Title": title})
        app.find("label", title)
        page = app.find("grouping", app.say("Covenant"))
        self.assertLessEqual(page.rect[2], app.windows[0].rect[2])

    def test_considerations(self):
        app = self.app
        app.push("Add Consideration")
        self.keys("that there are too few places;", "<Return>", "that all want more.", "<Return>")
        self.keys("<BackSpace>", "<Home>", "<alt+Up>")
        app.press("Escape")
        self.await_lines(
            "– that all want more.", "– that there are too few places;", label="Considerations"
        )

    def test_words(self):
        """What comes before and after, by the keyboard too"""
        app = self.app
        app.click(app.find("label", app.say("Write here what comes before the parties")))
        self.keys("Once.", "<Return>", "And again.", "<Escape>", "<ctrl+shift+z>", "<Return>")
        self.keys(" For all.", "<Down>", "<Down>", "Done.", "<Up>", "<Escape>")
        app.find("label", "Once.\nAnd again. For all.")
        app.find("label", "Done.")

    def test_killed(self):
        """What is in the line is kept two seconds after the last key, and no edit until it is left"""
        app = self.app
        self.write_articles()
        (path,) = app.dossiers()
        count = f"sqlite3 -readonly '{path}' \"SELECT count(*) FROM info WHERE key = 'draft'\""

        def has_draft():
            return subprocess.run(count, shell=True, capture_output=True).stdout.strip() == b"1"

        wait(has_draft, what="a draft")
        app.kill()
        self.start_again()
        self.assertEqual(self.lines()[-1], "Each does its part.")
        app.cli("check", path)
        self.assertFalse(has_draft())

    def test_closed(self):
        """To quit is to leave the line"""
        app = self.app
        self.write_articles()
        app.press("ctrl+q")
        app.wait_exit()
        self.start_again()
        self.assertEqual(self.lines()[-1], "Each does its part.")

    def test_references(self):
        """A reference follows the article that moves"""
        app = self.app
        self.write_articles()
        self.keys(" See ", "<ctrl+k>")
        app.find("entry", app.say("What to refer to"))
        self.keys("Purp", "<Return>")
        reference = app.say("article %s", 1, context="document")
        wait(lambda: self.lines()[-1].endswith(f"See {reference}"), what="the reference")
        self.keys(".", "<Up>", "<alt+Up>", "<Escape>")
        reference = app.say("article %s", 2, context="document")
        wait(lambda: f"See {reference}." in self.lines()[1], what="the reference followed")
        self.assertEqual(self.lines()[0], self.article(1, "Duties"))


class Moving(Case):
    def test_drag(self):
        app = self.app
        self.write_articles()
        self.keys("<Return>", "<BackSpace>", "<Escape>")
        app.drag(self.row("Duties"), self.row("Purpose"))
        wait(lambda: self.lines()[0] == self.article(1, "Duties"), what="the article dropped")
        self.assertEqual(self.lines()[1], "Each does its part.")
        # A part into another article
        app.drag(self.row("at work."), self.row("Each does its part."), after=True)
        wait(lambda: self.lines()[1:3] == ["1. Each does its part.", "2. at work."], what="the part")
        app.press("ctrl+z")
        app.press("ctrl+z")
        self.await_lines(
            self.article(1, "Purpose"),
            "1. Parties train:",
            "a. at school;",
            "b. at work.",
            "2. They report.",
            self.article(2, "Duties"),
            "Each does its part.",
        )

    def test_menu(self):
        app = self.app
        self.write_articles()
        self.keys("<Return>", "<Escape>")
        app.click(self.row("at school;"), button=3)
        app.click(app.find("menu item", app.say("Mark with a Da_sh")))
        wait(lambda: self.lines()[2] == "– at school;", what="a dash")
        app.click(self.row("They report."), button=3)
        app.click(app.find("menu item", app.say("Add C_hapter")))
        self.keys("How", "<Up>")
        chapter = app.say("Chapter %s", 1, context="document")
        wait(lambda: f"{chapter} How" in self.lines(), what="the chapter")


class Signing(Case):
    lang = DUTCH

    def sign(self, name):
        app = self.app
        row = app.find("list", app.say("Parties")).find("list item", re.compile(name))
        app.push("Sign…", within=row)

    def test_lock(self):
        app = self.app
        app.add_parties(others=PARTIES)
        self.write_articles()
        self.keys("<Return>", "<Escape>")
        lines = self.lines()
        for name in PARTIES:
            self.sign(name)
            app.save("Add Signature", {"Signed on": "2-11-2026", "Signed by": "Noor Bakker"})
        app.gone("button", app.say("Add Article"))
        app.click(self.row("They report."))
        app.find("alert")  # says why
        self.keys("x")
        self.assertEqual(self.lines(), lines)
        pdf = app.home / "covenant.pdf"
        app.cli("pdf", "--output", pdf, app.dossiers()[0])
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)
        for words in (*PARTIES, "Purpose", "at school;", "They report.", "Each does its part."):
            self.assertIn(words, text.stdout)


if __name__ == "__main__":
    unittest.main()
