# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What the tests of the covenant page share: a dossier with one covenant, its lines, and how they are
written."""
import unittest

from common import ENGLISH, Samenspel
from drive import NotFound, wait

NAME = "Samen Sterk"


class Case(unittest.TestCase):
    """One dossier with one covenant"""

    lang = ENGLISH

    def setUp(self):
        self.app = self.enterContext(Samenspel(lang=self.lang, size=(1000, 900)))
        self.app.cli("new", NAME)
        self.app.kill()
        app = self.app
        app.start()
        app.maximise()
        app.click(app.find("list", app.say("Dossiers")).find("list item", NAME))
        app.go("Covenant")
        app.push("Add _Covenant…")
        app.save("Add Covenant", {"Title": "Covenant"})

    def start_again(self):
        """The app opens the dossier that was open"""
        app = self.app
        app.start()
        app.maximise()
        app.find("list", app.say("Pages"))
        app.go("Covenant")
        wait(self.lines, what="the text")

    # -- looking -----------------------------------------------------------------------------------
    def lines(self, label="Articles"):
        """What is read in each row, what is being written included"""
        found = self.app.find_all("list", self.app.say(label))
        rows = found[0].find_all("list item") if found else []
        return [" ".join(" ".join(filter(None, self.texts(row))).split()) for row in rows]

    @staticmethod
    def texts(row):
        kinds = {"label", "text"}
        return [(n.text if n.role == "text" else n.name) for n, _ in row.walk() if n.role in kinds]

    def await_lines(self, *expected, label="Articles"):
        try:
            wait(lambda: self.lines(label) == list(expected))
        except NotFound:
            self.assertEqual(self.lines(label), list(expected))

    def article(self, number, heading=""):
        label = self.app.say("Article %s", number, context="document")
        return f"{label} {heading}".strip()

    def keys(self, *keys):
        """Type words, and press what is between angle brackets"""
        for key in keys:
            if key.startswith("<"):
                self.app.press(key[1:-1])
            else:
                self.app.type(key)

    def write_articles(self):
        app = self.app
        app.push("Add Article")
        self.keys("Purpose", "<Return>", "Parties train:", "<Return>", "<Tab>", "at school;")
        self.keys("<Return>", "at work.", "<Return>", "<shift+Tab>", "They report.")
        self.keys("<Return>", "<Return>", "Duties", "<Return>", "Each does its part.")

    def row(self, text):
        """The row that has that text in it"""
        rows = self.app.find("list", self.app.say("Articles")).find_all("list item")
        return next(row for row in rows if any(text in (t or "") for t in self.texts(row)))
