# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What is filled in wrongly is told at its field, nothing of it is written, and nothing is lost"""
import json
import unittest

from common import DUTCH, ENGLISH
from drive import wait
from stage import Stage


class BadInput:
    lang = None

    def start(self, stage):
        self.app = app = stage.open(lang=self.lang)
        self.addCleanup(app.stop)
        return app

    def shown(self):
        (path,) = self.app.dossiers()
        return json.loads(self.app.cli("show", "--json", path))

    def await_message(self, dialog, label):
        """Below the field, which is invalid, has the focus, and is described by the message"""
        entry = dialog.find("text", self.app.say(label), state="invalid-entry")
        wait(lambda: "focused" in entry.states, what="focus on what is wrong")
        dialog.find("label", entry.description)
        return entry.description

    def refuse(self, title, fields, label, text, *values):
        """Fill in the dialog, and try to save it: it stays, and says so there"""
        app = self.app
        dialog = app.fill_form(title, fields)
        app.push("_Save", within=dialog)
        said = app.words.gettext(text)
        for value in values:
            said = said.replace("%d" if isinstance(value, int) else "%s", str(value), 1)
        self.assertEqual(self.await_message(dialog, label), said)
        return dialog

    def discard(self):
        app = self.app
        app.press("Escape")
        app.push("_Discard", within=app.find("alert", app.say("Discard Changes?")))
        app.gone("dialog")

    def type_ten_thousand(self, entry):
        """By copy and paste, as people do"""
        app = self.app
        app.fill(entry, "abcdefghij")
        for _ in range(10):
            for keys in ("ctrl+a", "ctrl+c", "End", "ctrl+v"):
                app.press(keys)
        wait(lambda: len(entry.text) > 10000, what="ten thousand characters")

    def test_milestone(self):
        app = self.start(Stage())
        before = self.shown()
        app.go("Steps")
        app.push("Add _Milestone…")
        empty, milestone = "%s cannot be empty", app.say("Milestone")
        self.refuse("Add Milestone", {"Due": "soon"}, "Milestone", empty, milestone)
        not_a_date = "“%s” is not a date. Write it as 15-3-2027, March 2027, spring 2027 or 2027."
        self.refuse("Add Milestone", {"Milestone": "First day"}, "Due", not_a_date, "soon")
        to_come = "“%s” is still to come. Fill in today, or a day before."
        self.refuse("Add Milestone", {"Due": "", "Reached": "24-11-2026"}, "Reached", to_come, "24-11-2026")
        dialog = app.dialog("Add Milestone")
        self.type_ten_thousand(dialog.find("text", app.say("Due")))
        app.push("_Save", within=dialog)
        self.assertLess(len(self.await_message(dialog, "Due")), 200)
        app.fill_form("Add Milestone", {"Due": "", "Reached": ""})
        self.type_ten_thousand(dialog.find("text", milestone))
        too_long = "%s is too long; the most is %d characters"
        self.refuse("Add Milestone", {}, "Milestone", too_long, milestone, 500)
        self.assertEqual(self.shown(), before)

        app.press("Escape")
        app.push("_Keep Editing", within=app.find("alert", app.say("Discard Changes?")))
        app.gone("alert")
        self.assertGreater(len(dialog.find("text", milestone).text), 10000)
        app.save("Add Milestone", {"Milestone": "First day", "Due": "2027"})
        app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day")

        app.click(app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day"))
        app.fill_form("Change Milestone", {"Milestone": "Another day"})
        self.discard()
        app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day")

    def test_goal(self):
        app = self.start(Stage())
        before = self.shown()
        app.go("Steering")
        app.push("Add _Goal…")
        self.refuse("Add Goal", {}, "Goal", "%s cannot be empty", app.say("Goal"))
        early = "A goal cannot be due before work on it starts."
        fields = {"Goal": "A place", "Work starts": "1-3-2027", "Due": "1-2-2027"}
        self.refuse("Add Goal", fields, "Due", early)
        self.assertEqual(self.shown(), before)
        app.save("Add Goal", {"Due": "2028"})
        app.find("label", "A place")

    def choose_range(self, dialog):
        app = self.app
        app.click(dialog.find("combo box", app.say("Better is")))
        app.click(dialog.find("label", app.say("Within a range", context="choice"), nth=-1))

    def test_criterion(self):
        title, what = "Add Evaluation Criterion", "What is measured"
        app = self.start(Stage().add("Add Goal", "goal/a", title="A place"))
        before = self.shown()
        app.go("Steering")
        app.push(title)
        self.refuse(title, {}, what, "%s cannot be empty", app.say(what))
        no_number = "“%s” is not a number. Use digits only, such as 85 or 12.5."
        self.refuse(title, {what: "Places", "Target": "many"}, "Target", no_number, "many")
        too_large = "“%s” is too large. Count in thousands or millions instead."
        large = "9" * 20
        self.refuse(title, {"Target": large}, "Target", too_large, large)
        bounds = "%s has to be from %s to %s"
        rhythm = "Months between measurements"
        self.refuse(title, {"Target": "", rhythm: "0"}, rhythm, bounds, app.say(rhythm), "1", "120")
        self.refuse(title, {rhythm: "2,5"}, rhythm, "%s has to be a whole number", app.say(rhythm))
        to_come = "“%s” is still to come. Fill in today, or a day before."
        fields = {rhythm: "3", "Baseline measured": "1-1-2027"}
        self.refuse(title, fields, "Baseline measured", to_come, "1-1-2027")
        after = "This has to be a day after the baseline was measured."
        self.refuse(title, {"Baseline measured": "1-9-2026", "Due": "1-9-2026"}, "Due", after)
        dialog = app.fill_form(title, {"Due": "2027"})
        self.choose_range(dialog)
        upside_down = "The highest target cannot be lower than the target."
        self.refuse(title, {"Target": "21", "Highest target": "18"}, "Highest target", upside_down)
        self.assertEqual(self.shown(), before)
        app.save(title, {"Highest target": "24"})
        app.find("label", "Places")

    def test_target_that_is_met(self):
        """It can be meant: it is said as one goes, and can be saved"""
        title = "Add Evaluation Criterion"
        app = self.start(Stage().add("Add Goal", "goal/a", title="A place"))
        app.go("Steering")
        app.push(title)
        fields = {"What is measured": "Places", "Baseline": "50", "Target": "50"}
        dialog = app.fill_form(title, fields)
        app.press("Tab")
        dialog.find("label", app.say("The target is the baseline: it is enough to stay there."))
        app.fill_form(title, {"Target": "40"})
        app.press("Tab")
        dialog.find("label", app.say("The baseline is above this target already. Is lower better?"))
        app.fill_form(title, {"Baseline": "30"})
        app.press("Tab")
        dialog.gone("label", app.say("The baseline is above this target already. Is lower better?"))
        app.save(title, {"Baseline": "40"})
        app.find("label", "Places")

    def test_measurement(self):
        title = "Add Measurement"
        stage = Stage().add("Add Goal", "goal/a", title="A place")
        app = self.start(stage.add("Add Evaluation Criterion", "criterion/a", goal="goal/a", title="Places"))
        before = self.shown()
        app.go("Steering")
        app.push("_Measure…")
        self.refuse(title, {"Value": ""}, "Value", "%s cannot be empty", app.say("Value"))
        to_come = "“%s” is still to come. Fill in today, or a day before."
        self.refuse(title, {"Value": "3", "Date": "24-11-2026"}, "Date", to_come, "24-11-2026")
        self.refuse(title, {"Date": ""}, "Date", "%s cannot be empty", app.say("Date"))
        app.fill_form(title, {"Date": "1-9-2026"})
        dialog = app.dialog(title)
        self.type_ten_thousand(dialog.find("text", app.say("Value")))
        app.push("_Save", within=dialog)
        self.assertIn("abcdefghij" * 5, self.await_message(dialog, "Value"))
        self.assertLess(len(self.await_message(dialog, "Value")), 200)
        self.assertEqual(self.shown(), before)
        app.save(title, {"Value": "3"})

    def test_celebration(self):
        title, how = "Add Celebration", "How it is celebrated"
        stage = Stage().add("Add Milestone", "milestone/a", title="First day", due="2024-02")
        app = self.start(stage.add("Reach Milestone", "milestone/a", reached="2024-01-01"))
        before = self.shown()
        app.go("Steps")
        app.push("_Celebrate…")
        not_a_date = "“%s” is not a date. Write it as 15-3-2027, March 2027, spring 2027 or 2027."
        self.refuse(title, {"Date": "31-2-2027"}, "Date", not_a_date, "31-2-2027")
        app.fill_form(title, {"Date": "2027"})
        dialog = app.dialog(title)
        self.type_ten_thousand(dialog.find("text", app.say(how)))
        too_long = "%s is too long; the most is %d characters"
        self.refuse(title, {}, how, too_long, app.say(how), 500)
        self.assertEqual(self.shown(), before)
        self.discard()
        self.assertEqual(self.shown(), before)


class English(BadInput, unittest.TestCase):
    lang = ENGLISH


class Dutch(BadInput, unittest.TestCase):
    lang = DUTCH


if __name__ == "__main__":
    unittest.main()
