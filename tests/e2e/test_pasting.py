# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What comes into the text of a covenant otherwise than key by key: from the clipboard, and composed."""
import unittest

from covenant import Case
from drive import wait
from screen import Clipboard

# As a word processor and a web page have it: CRLF, tabs, spaces of all sorts, a soft hyphen, a byte order
# mark, characters that turn the direction of a text or control something, and a sign beyond the first plane
ODD = (
    "1.\tPartijen\u00a0leiden op:\r\n\r\n\ta)\tstudenten\u00ad;\r\n\tb)\u2003mede\u200bwerkers \U0001f393.\r\n"
    "2.\t\ufeffZij melden \u202e\u202cdat\x0b\x07 \u201célk\u201d jaar.\u2028"
)


class Pasting(Case):
    def test_paragraphs(self):
        """Each becomes a clause, and one step takes all of them back"""
        app = self.app
        self.write_articles()
        before = self.lines()
        self.keys("<Return>")
        with Clipboard(app.screen, "1. First.\n2. Second:\n  a. one;\n  b. two.\n\n3. Third"):
            app.press("ctrl+v")
            pasted = ["2. First.", "3. Second:", "a. one;", "b. two.", "4. Third"]
            self.await_lines(*before[:-1], f"1. {before[-1]}", *pasted)
            self.keys(", and last.")
            pasted[-1] += ", and last."
            self.await_lines(*before[:-1], f"1. {before[-1]}", *pasted)
        self.keys("<Escape>", "<ctrl+z>")
        self.await_lines(*before)
        app.press("ctrl+shift+z")
        wait(lambda: "a. one;" in self.lines(), what="the paragraphs again")

    def test_into_the_middle(self):
        """What is selected gives way; what stands after the caret stays after it"""
        app = self.app
        self.write_articles()
        before = self.lines()
        self.keys("<Home>", *["<Right>"] * 5, *["<shift+Right>"] * 5)  # "Each [does ]its part."
        with Clipboard(app.screen, "of us\nAnd does "):
            app.press("ctrl+v")
            wait(lambda: self.lines()[-2:] == ["1. Each of us", "2. And does its part."], what="two")
        self.keys("<Escape>", "<ctrl+z>")
        self.await_lines(*before)

    def test_odd(self):
        app = self.app
        self.write_articles()
        self.keys("<Return>")
        with Clipboard(app.screen, ODD):
            app.press("ctrl+v")
            wait(lambda: len(self.lines()) == 11, what="four lines more")
            clauses = ["2. Partijen leiden op:", "a. studenten;", "b. medewerkers \U0001f393."]
            self.assertEqual(self.lines()[-4:], [*clauses, "3. Zij melden dat “élk” jaar."])
        self.keys("<Escape>")
        (path,) = app.dossiers()
        app.cli("check", path)
        pdf = app.home / "covenant.pdf"
        app.cli("pdf", "--output", pdf, path)

    def test_composed(self):
        """Dead keys and the Compose key, in a line and as the first key on a row"""
        app = self.app
        self.write_articles()
        self.keys(" Caf", "<dead_acute>", "e", ", na", "<dead_diaeresis>", "i", "f, ")
        self.keys("<Multi_key>", "o", "e", ".")
        wait(lambda: self.lines()[-1] == "Each does its part. Café, naïf, œ.", what="composed")
        # Out of the line, and on its row
        self.keys("<Return>", "<Escape>", "<dead_circumflex>", "a")
        wait(lambda: self.lines()[-1] == "Each does its part. Café, naïf, œ.â", what="the first key")
        # What is being composed belongs to the input method: Backspace takes that back, and no more
        self.keys("<dead_acute>", "<BackSpace>", "<BackSpace>")
        wait(lambda: self.lines()[-1] == "Each does its part. Café, naïf, œ.", what="one less")
        self.keys("<Escape>", "<ctrl+z>")
        wait(lambda: self.lines()[-1] == self.article(2, "Duties"), what="an undo")


if __name__ == "__main__":
    unittest.main()
