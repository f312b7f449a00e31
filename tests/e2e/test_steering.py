# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Steering on results and celebrating small steps, in English and in Dutch: a goal with a criterion, its
chart and table; a milestone that is moved twice, reached, celebrated with a photo, opened and reached again;
the success book; and what is filled in wrongly."""
import json
import subprocess
import unittest
from pathlib import Path

from common import DUTCH, ENGLISH, Samenspel
from drive import wait
from stage import Stage

GOAL, SECOND_GOAL = "A place for every student", "A job for every student"
CRITERION, SECOND = "Students with a place", "Days to find a place"
MILESTONE = "First mixed group"
PHOTO = "Three students with a cake"


def make_photo(path, kind="PNG24"):
    """A photo of 800 by 600 pixels"""
    subprocess.run(["magick", "-size", "800x600", "gradient:skyblue-green", f"{kind}:{path}"], check=True)


class Steering:
    """One way, in two languages"""

    lang, number = None, str

    def test_way(self):
        with Samenspel(lang=self.lang) as self.app:
            app = self.app
            app.kill()
            app.cli("new", "Nieuw Begin")
            app.start()
            app.maximise()
            app.click(app.find("list", app.say("Dossiers")).find("list item"))
            app.find("list", app.say("Pages"))
            self.begin()
            self.measure()
            self.read_table()
            self.refuse_measurements()
            self.move_by_keys()
            self.plan()
            self.reach()
            self.celebrate()
            self.reopen_and_reach_again()
            self.read_book()
            self.replace_and_remove_photo()
            self.check_first_steps_are_gone()

    # -- looking -----------------------------------------------------------------------------------
    def records(self, table):
        (path,) = self.app.dossiers()
        return json.loads(self.app.cli("show", "--json", path))["records"].get(table, [])

    def await_records(self, table, condition, what):
        wait(lambda: condition(self.records(table)), what=what)

    def await_focus(self, role, name):
        node = self.app.find(role, name, state="focused")
        self.assertIn("focused", node.states)

    def message(self, dialog, label):
        """What is said below a field that was filled in wrongly, and has the focus"""
        entry = dialog.find("text", self.app.say(label), state="invalid-entry")
        self.assertIn("focused", entry.states)
        dialog.find("label", entry.description)
        return entry.description

    def toggle_table(self):
        """By its label: below that is the table itself"""
        name = self.app.say("As a table")
        self.app.click(self.app.find("button", name).find("label", name))

    def milestone_row(self):
        return self.app.find("list", GOAL).find("list item", MILESTONE)

    # -- the steps ---------------------------------------------------------------------------------
    def begin(self):
        """From the first steps on the overview; the focus is on what was added first"""
        app = self.app
        steps = app.find("list", app.say("First steps"))
        self.assertEqual(len(steps.find_all("list item")), 5)
        app.click(
            steps.find("list item", app.say("Name a goal, and by what you will see that you reach it"))
        )
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": GOAL, "Due": "2028"})
        self.await_focus("button", app.say("Change Goal"))
        app.push("Add Evaluation Criterion")
        app.save(
            "Add Evaluation Criterion",
            {
                "What is measured": CRITERION,
                "Unit": "%",
                "Baseline": "50",
                "Baseline measured": "1-9-2026",
                "Target": "90",
            },
        )

    def measure(self):
        app = self.app
        for day, value in (("1-10-2026", "55"), ("1-11-2026", self.number("60.25"))):
            app.push("_Measure…")
            app.save("Add Measurement", {"Date": day, "Value": value, "Source": "ROC"})
        told = f"{self.number('60.25')} % ({app.day(2026, 11, 1)})"
        wait(lambda: told in app.find("image", CRITERION).description, what=told)

    def read_table(self):
        """The facts of the chart, as a table"""
        app = self.app
        self.toggle_table()
        table = app.find("table", CRITERION)
        rows = table.find_all("table row")
        cells = [[cell.name for cell in row.children] for row in rows]
        self.assertEqual(
            cells[0], [app.say(word) for word in ("Date", "Value", "Expected", "Remarks")]
        )
        self.assertEqual(cells[1][:2], [app.day(2026, 9, 1), "50 %"])
        expected = app.say("at least %s", self.number("51.4") + " %", context="target")
        self.assertEqual(cells[2][1:3], ["55 %", expected])
        self.assertEqual(cells[1][3], app.say("Baseline"))
        self.assertEqual(cells[3][:2], [app.day(2026, 11, 1), self.number("60.25") + " %"])
        self.assertEqual(cells[3][3], "ROC")
        self.assertEqual(cells[4][2:], [app.say("at least %s", "90 %", context="target"), app.say("Target")])
        self.toggle_table()

    def refuse_measurements(self):
        """Letters, a day that does not exist, a day that is still to come: said by the field, nothing kept"""
        app = self.app
        app.push("_Measure…")
        for label, wrong in (("Value", "veel"), ("Date", "31-02-2026"), ("Date", "1-12-2026")):
            dialog = app.fill_form(
                "Add Measurement", {"Date": "1-11-2026", "Value": "61"} | {label: wrong}
            )
            app.push("_Save", within=dialog)
            self.assertTrue(self.message(dialog, label))
        self.assertEqual(len(self.records("measurement")), 2)
        app.fill_form("Add Measurement", {"Date": "2-11-2026", "Value": "61"})
        app.push("_Save", within=dialog)
        app.gone("dialog")
        self.await_records("measurement", lambda found: len(found) == 3, "a third measurement")
        app.press("ctrl+z")
        self.await_records("measurement", lambda found: len(found) == 2, "it undone")

    def move_by_keys(self):
        app = self.app
        app.push("Add Evaluation Criterion")
        app.save("Add Evaluation Criterion", {"What is measured": SECOND})
        app.push("Add Goal")
        app.save("Add Goal", {"Goal": SECOND_GOAL})

        def order(label):
            titles = (CRITERION, SECOND, GOAL, SECOND_GOAL)
            found = app.find("list", app.say(label)).find_all("label")
            return [node.name for node in found if node.name in titles]

        cards = app.find("list", app.say("Evaluation criteria"))
        self.assertEqual(order("Evaluation criteria"), [CRITERION, SECOND])
        app.click(cards.find("button", app.say("Change Evaluation Criterion"), nth=0))
        app.dialog("Change Evaluation Criterion")
        app.press("Escape")
        app.gone("dialog")
        app.press("alt+Down")
        wait(lambda: order("Evaluation criteria") == [SECOND, CRITERION], what="criteria moved")
        app.press("alt+Up")
        wait(lambda: order("Evaluation criteria") == [CRITERION, SECOND], what="criteria moved back")

        app.click(app.find("button", app.say("Change Goal"), nth=1))
        app.dialog("Change Goal")
        app.press("Escape")
        app.gone("dialog")
        app.press("alt+Up")
        moved = [SECOND_GOAL, GOAL, CRITERION, SECOND]
        wait(lambda: order("Goals") == moved, what="goals moved")
        app.press("ctrl+z")
        wait(lambda: order("Goals") == [*moved[1:], SECOND_GOAL], what="goals moved back")

    def plan(self):
        """Under its goal, moved twice: the first date it ever had is told"""
        app = self.app
        app.go("Steps")
        app.push("Add _Milestone…")
        dialog = app.fill_form("Add Milestone", {"Milestone": MILESTONE, "Due": "1-3-2027"})
        app.click(dialog.find("combo box", app.say("Goal")))
        app.click(dialog.find("label", GOAL, nth=-1))
        app.push("_Save", within=dialog)
        app.gone("dialog")
        self.await_focus("list item", MILESTONE)
        for due in ("1-4-2027", "1-6-2027"):
            app.click(self.milestone_row())
            app.save("Change Milestone", {"Due": due})
        first, due = app.day(2027, 3, 1), app.day(2027, 6, 1)
        self.await_told(first, due)
        app.press("ctrl+z")
        self.await_told(first, app.day(2027, 4, 1))
        app.press("ctrl+z")
        self.await_told(first)
        for _ in range(2):
            app.press("shift+ctrl+z")
        self.await_told(first, due)
        self.toggle_table()
        table = app.find("table", app.say("Milestones in time"))
        self.assertEqual(
            [cell.name for cell in table.find_all("table row")[1].children][:3], [MILESTONE, first, due]
        )
        self.toggle_table()

    def await_told(self, *days):
        """Below the title of the milestone"""

        def told():
            labels = [label.name for label in self.milestone_row().find_all("label")]
            return labels[0] == MILESTONE and all(day in labels[1] for day in days)

        wait(told, what=f"{days} at the milestone")

    def toggle(self):
        app = self.app
        app.click(app.find("check box", app.say("Reached: %s", MILESTONE)))

    def await_reached(self, reached):
        name = self.app.say("Reached: %s", MILESTONE)
        wait(
            lambda: ("checked" in self.app.find("check box", name).states) == reached,
            what=f"reached: {reached}",
        )

    def reach(self):
        """Undone, it is to be reached again"""
        app = self.app
        self.toggle()
        app.toast("Milestone reached")
        self.await_reached(True)
        app.press("ctrl+z")
        self.await_reached(False)
        self.toggle()
        app.toast("Milestone reached", button="_Celebrate…")

    def choose_photo(self, dialog, path):
        app = self.app
        app.click(dialog.find("button", self.choose))
        chooser = app.find("dialog", app.say("Choose a Photo"), state="modal")
        wait(lambda: "active" in chooser.states, what="the file dialog")
        app.click(chooser.find("list").find("list item", nth=1))  # the home folder
        app.click(chooser.find("label", path.name), count=2)
        wait(lambda: len(app.windows) == 1, what="the file dialog gone")

    def celebrate(self):
        app = self.app
        photo = Path(app.home) / "cake.png"
        broken = Path(app.home) / "broken.jpg"
        make_photo(photo)
        broken.write_bytes(b"no photo")
        dialog = app.fill_form(
            "Add Celebration", {"How it is celebrated": "Cake", "Thanks to": "All of us"}
        )
        self.choose = app.say("Choose a _Photo…")
        self.choose_photo(dialog, broken)
        dialog.find("label", app.say("This is not a photo. Choose a JPEG, PNG or WebP file."))
        self.choose_photo(dialog, photo)
        app.fill(dialog.find("text", app.say("What there is to see")), PHOTO)
        app.push("_Save", within=dialog)
        app.gone("dialog")
        (attachment,) = self.records("attachment")
        self.assertEqual(attachment["description"], PHOTO)
        self.assertEqual(attachment["media_type"], "image/jpeg")
        app.press("ctrl+z")
        self.await_records("attachment", lambda found: not found, "the photo undone")
        self.await_records("celebration", lambda found: not found, "the celebration undone with it")
        app.press("shift+ctrl+z")
        self.await_records("attachment", lambda found: len(found) == 1, "both done again")

    def reopen_and_reach_again(self):
        """It was celebrated, and that is what there is to see of it"""
        app = self.app
        self.toggle()
        app.toast("Milestone reopened")
        app.press("ctrl+z")
        self.await_reached(True)
        self.toggle()
        app.toast("Milestone reopened", button="_Undo")
        self.await_reached(True)
        self.toggle()
        app.toast("Milestone reopened")
        self.toggle()
        app.toast("Milestone reached")
        app.find("button", app.say("Show the Celebration"))
        self.assertEqual(len(self.records("celebration")), 1)

    def read_book(self):
        app = self.app
        app.push("Success Book")
        book = app.find("dialog", app.say("Success Book"))
        book.find("list item", MILESTONE)
        book.find("image", PHOTO)
        book.find("label", app.say("%s: %s", app.say("Thanks to"), "All of us"))
        app.press("Escape")
        app.gone("dialog")

    def replace_and_remove_photo(self):
        app = self.app
        other = Path(app.home) / "other.webp"
        make_photo(other, "WEBP")
        before = self.records("attachment")[0]["content"]
        app.push("Show the Celebration")
        dialog = app.dialog("Change Celebration")
        self.choose = app.say("Choose Another _Photo…")
        self.choose_photo(dialog, other)
        wait(lambda: "sensitive" in dialog.find("button", app.say("_Save")).states, what="photo read")
        app.push("_Save", within=dialog)
        app.gone("dialog")
        self.await_records("attachment", lambda found: found[0]["content"] != before, "another photo")
        app.push("Show the Celebration")
        dialog = app.dialog("Change Celebration")
        app.click(dialog.find("button", app.say("_Remove the Photo")))
        app.push("_Save", within=dialog)
        app.gone("dialog")
        self.await_records("attachment", lambda found: not found, "no photo")
        app.press("ctrl+z")
        self.await_records("attachment", lambda found: len(found) == 1, "the photo back")

    def check_first_steps_are_gone(self):
        """Once there is a covenant, a goal and a milestone"""
        app = self.app
        app.go("Overview")
        steps = app.find("list", app.say("First steps"))
        done = [row for row in steps.find_all("list item") if row.find_all("label", app.say("Done", context="first step"))]
        self.assertEqual(len(done), 2)
        app.click(steps.find("list item", app.say("Record the covenant")))
        app.push("Add _Covenant…")
        app.save("Add Covenant", {"Title": "Covenant 2027"})
        wait(lambda: any("focused" in node.states for node in app.find_all()), what="a focus")
        app.go("Overview")
        app.gone("list", app.say("First steps"))


class Confetti(unittest.TestCase):
    """Falls once in the life of a milestone, also after a restart"""

    PURPLE = b"\xac\x41\x91"  # as the screen has it: blue, green, red

    def falls(self):
        width, height = self.app.screen.size
        return self.app.screen.root.get_image(0, 0, width, height, 2, 0xFFFFFFFF).data.count(self.PURPLE) > 20

    def reach(self):
        self.app.click(self.app.find("check box", self.app.say("Reached: %s", MILESTONE)))
        self.app.toast("Milestone reached")

    def reopen(self):
        self.app.click(self.app.find("check box", self.app.say("Reached: %s", MILESTONE)))
        self.app.toast("Milestone reopened")

    def assert_calm(self):
        """As long as the toast is there"""
        said = self.app.say("Milestone reached")
        while self.app.find_all("label", said):
            self.assertFalse(self.falls())

    def test_once(self):
        stage = Stage().add("Add Milestone", "milestone/a", title=MILESTONE, due="2027")
        self.app = app = stage.open(animations=True)
        self.addCleanup(app.stop)
        app.go("Steps")
        self.reach()
        wait(self.falls, what="confetti")
        wait(lambda: not self.falls(), what="an end to it")
        self.reopen()
        self.reach()
        self.assert_calm()
        self.reopen()
        app.kill()
        app.start(["samenspel"])
        app.find("grouping", app.say("Steps"))
        self.reach()
        self.assert_calm()


class English(Steering, unittest.TestCase):
    lang = ENGLISH


class Dutch(Steering, unittest.TestCase):
    lang = DUTCH

    @staticmethod
    def number(text):
        return text.replace(".", ",")


if __name__ == "__main__":
    unittest.main()
