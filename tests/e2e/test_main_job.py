# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A user's way through the main job, in English and in Dutch: record a covenant, name an evaluation
criterion and measure it, reach a milestone and celebrate it. Then the app is killed, and all that
was confirmed is there."""
import json
import unittest

from common import DUTCH, ENGLISH, TODAY, Samenspel
from drive import NotFound, wait

NAME = "Samen Sterk & Co"
SCHOOL, EMPLOYER = "ROC Zuiderzee", "Kinderopvang Het Nest"
COVENANT = "Covenant 2027"
CRITERION = "Students with a place"
CLAUSES = [["1.", "Parties train:"], ["a.", "students;"], ["2.", "They report each year."]]
MILESTONE = "First mixed group"


class Journey:
    """One way, in two languages"""

    lang, number = None, str

    def test_main_job(self):
        with Samenspel(lang=self.lang) as self.app:
            self.app.maximise()
            self.make_dossier()
            self.make_covenant()
            self.write_articles()
            self.move_article()
            self.sign()
            self.steer()
            self.step()
            self.celebrate()
            self.check_overview()
            self.undo_and_redo()
            self.crash()
            self.check_all_is_there()

    # -- looking -----------------------------------------------------------------------------------
    def rows(self, label):
        """What the rows of a list say, line by line"""
        rows = self.app.find("list", self.app.say(label)).find_all("list item")
        return [[x.name for x in row.find_all("label") if x.name.strip()] for row in rows]

    def await_rows(self, label, expected):
        try:
            wait(lambda: self.rows(label) == expected)
        except NotFound:
            self.assertEqual(self.rows(label), expected)

    def article(self, number, heading):
        """What the row of an article says"""
        label = self.app.say("Article %s", number, context="document")
        return [label, heading] if heading else [label]

    # -- the steps ---------------------------------------------------------------------------------
    def make_dossier(self):
        app = self.app
        app.push("_New Dossier…")
        dialog = app.dialog("New Dossier", context=None)
        self.assertNotIn("sensitive", dialog.find("button", app.say("C_reate")).states)
        for label, text in [
            ("Name of the partnership", NAME),
            ("School", SCHOOL),
            ("Care or childcare organisation", EMPLOYER),
        ]:
            app.fill(dialog.find("text", app.say(label)), text)
        app.push("C_reate", within=dialog)
        app.find("grouping", app.say("Overview"))
        app.find("label", NAME)
        app.go("People")
        self.assertEqual([row[0] for row in self.rows("Organisations")], [SCHOOL, EMPLOYER])

    def make_covenant(self):
        app = self.app
        app.go("Covenant")
        app.push("Add _Covenant…")
        app.save("Add Covenant", {"Title": COVENANT})
        app.find("label", COVENANT)
        app.add_parties(SCHOOL, EMPLOYER)
        for name in (SCHOOL, EMPLOYER):
            app.click(app.find("list", app.say("Parties")).find("list item", name))
            app.save("Change Party", {"Represented by": "M. de Vries"})
        app.push("Add Consideration")
        app.type("that there are too few places;")

    def write_articles(self):
        app, article = self.app, self.article
        app.push("Add Article")
        app.type("Purpose")
        app.press("Return")
        app.type("Parties train:")
        app.press("Return")
        app.press("Tab")
        app.type("students;")
        app.press("Return")
        app.press("shift+Tab")
        app.type("They report each year.")
        app.push("Add Article")
        app.type("Duties")
        app.press("Up")
        written = [["2."]]  # a text that is being written is no label
        self.await_rows(
            "Articles", [article(1, "Purpose"), *CLAUSES[:2], *written, article(2, "Duties")]
        )

    def move_article(self):
        """By the keyboard: the writing goes along with the article"""
        app, article = self.app, self.article
        app.click(app.find("list", app.say("Articles")).find("label", "Duties"))
        app.press("alt+Up")
        self.await_rows("Articles", [article(1, ""), article(2, "Purpose"), *CLAUSES])
        app.press("alt+Down")
        wait(lambda: self.rows("Articles")[0] == article(1, "Purpose"), what="article moved back")
        app.press("alt+Up")
        app.press("Escape")
        self.await_rows("Articles", [article(1, "Duties"), article(2, "Purpose"), *CLAUSES])

    def sign(self):
        app = self.app
        row = app.find("list", app.say("Parties")).find("list item", SCHOOL)
        app.push("Sign…", within=row)
        app.save("Add Signature", {"Signed on": "2-11-2026"})
        signed = app.say("Signed: %s", app.day(2026, 11, 2))
        self.await_rows(
            "Parties",
            [
                ["1.", SCHOOL, f"M. de Vries · {signed}"],
                ["2.", EMPLOYER, f"M. de Vries · {app.say('Not signed yet')}"],
            ],
        )
        app.gone("button", app.say("Add Article"))  # the text is what was signed

    def steer(self):
        app = self.app
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": "A place for every student", "Due": "2028"})
        app.push("Add Evaluation Criterion")
        app.save(
            "Add Evaluation Criterion",
            {
                "What is measured": CRITERION,
                "Unit": "%",
                "Baseline": "50",
                "Baseline measured": "1-9-2026",
                "Target": self.number("92.5"),
            },
        )
        for day, value in (("1-10-2026", "55"), ("1-11-2026", self.number("60.25"))):
            app.push("_Measure…")
            app.save("Add Measurement", {"Date": day, "Value": value})
        target = app.say("at least %s", self.number("92.5") + " %", context="target")
        measured = f"{self.number('60.25')} % ({app.day(2026, 11, 1)})"

        def told():
            chart = app.find("image", CRITERION).description
            return measured in chart and target in chart and app.find_all("label", chart)

        wait(told, what=f"{measured} and {target} in the description of the chart")

    def step(self):
        app = self.app
        app.go("Steps")
        app.push("Add _Milestone…")
        app.save("Add Milestone", {"Milestone": MILESTONE, "Due": "1-3-2027"})
        app.click(app.find("list", app.say("Milestones Without a Goal")).find("list item", MILESTONE))
        app.save("Change Milestone", {"Due": "1-6-2027"})
        moved = self.rows("Milestones Without a Goal")[0][1]
        self.assertIn(app.day(2027, 3, 1), moved)
        self.assertIn(app.day(2027, 6, 1), moved)

    def celebrate(self):
        app = self.app
        app.click(app.find("check box", app.say("Reached: %s", MILESTONE)))
        app.toast("Milestone reached", button="_Celebrate…")
        app.save("Add Celebration", {"How it is celebrated": "Cake for all"})
        app.find("button", app.say("Show the Celebration"))

    def check_overview(self):
        app = self.app
        app.go("Overview")
        reached = app.say("Reached: %s", app.day(2026, 11, 23))
        self.await_rows("Recent successes", [[MILESTONE, reached]])

    def undo_and_redo(self):
        app = self.app
        celebration = app.say("Add Celebration", context="edit")
        app.press("ctrl+z")
        app.toast("Undone: %s", celebration)
        app.go("Steps")
        app.find("button", app.say("_Celebrate…"))
        app.press("shift+ctrl+z")
        app.toast("Done again: %s", celebration)
        app.find("button", app.say("Show the Celebration"))

    def crash(self):
        app = self.app
        app.kill()
        app.start()
        app.find("grouping", app.say("Steps"))  # where it was left
        self.check_overview()

    def check_all_is_there(self):
        app = self.app
        (path,) = app.dossiers()
        app.cli("check", path)
        records = json.loads(app.cli("show", "--json", path))["records"]
        for table, field, values in [
            ("organisation", "name", [SCHOOL, EMPLOYER]),
            ("party", "name", [SCHOOL, EMPLOYER]),
            ("article", "heading", ["Duties", "Purpose"]),
            ("signature", "signed_on", ["2026-11-02"]),
            ("criterion", "target", [92.5]),
            ("measurement", "value", [55, 60.25]),
            ("milestone", "due", ["2027-06-01"]),
            ("milestone", "reached", [TODAY]),
            ("celebration", "occasion", ["Cake for all"]),
        ]:
            self.assertCountEqual([record.get(field) for record in records[table]], values, table)


class English(Journey, unittest.TestCase):
    lang = ENGLISH


class Dutch(Journey, unittest.TestCase):
    lang = DUTCH

    @staticmethod
    def number(text):
        return text.replace(".", ",")


if __name__ == "__main__":
    unittest.main()
