# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Goals, their criteria and milestones are dragged with the pointer, each list within another: a criterion within
its goal, a goal among the goals with all that it has, a milestone to another goal"""
import json
import unittest

from common import DUTCH, ENGLISH, Samenspel
from drive import wait
from stage import Stage

GOALS = ["A place", "A job", "A diploma"]
CRITERIA = ["Places", "Days", "Travel"]
MILESTONES = ["One desk", "Second desk"]


def script():
    """A dossier with three goals, the first with three criteria and a milestone"""
    stage = Stage()
    for number, title in enumerate(GOALS):
        stage.add("Add Goal", f"goal/{number}", title=title)
    for number, title in enumerate(CRITERIA):
        stage.add(
            "Add Evaluation Criterion", f"criterion/{number}", goal="goal/0", title=title, target=number + 1
        )
    stage.add("Add Milestone", "milestone/0", title=MILESTONES[0], goal="goal/0", due="2027-03")
    stage.add("Add Milestone", "milestone/1", title=MILESTONES[1], goal="goal/0", due="2027-04")
    stage.add("Add Milestone", "milestone/2", title="A party", due="2027-05")
    return stage


class Dragging:
    lang, size = None, (1000, 1900)  # all in view at once

    def setUp(self):
        self.app = script().open(lang=self.lang, size=self.size)
        self.addCleanup(self.app.stop)

    def label(self, name):
        return self.app.find("label", name)

    def order(self, titles):
        found = self.app.find_all("label")
        found = [(node.rect[1], node.name) for node in found if node.name in titles]
        return [name for _, name in sorted(found)]

    def await_order(self, *titles):
        wait(lambda: self.order(titles) == list(titles), what=f"{titles}, not {self.order(titles)}")

    def goal_of(self, milestone):
        (path,) = self.app.dossiers()
        records = json.loads(self.app.cli("show", "--json", path))["records"]
        titles = {record["id"]: record["title"] for record in records["goal"]}
        (found,) = [x for x in records["milestone"] if x["title"] == milestone]
        return titles.get(found.get("goal"))

    def test_criteria(self):
        app = self.app
        app.go("Steering")
        self.await_order(*CRITERIA)
        first, second, third = CRITERIA
        app.drag(self.label(second), self.card(first))
        self.await_order(second, first, third)
        self.await_order(*GOALS)
        app.press("ctrl+z")
        self.await_order(*CRITERIA)
        app.drag(self.label(first), self.card(second), after=True)
        self.await_order(second, first, third)

    def card(self, title):
        """The criterion called so, all of it"""
        return self.app.find("list", self.app.say("Evaluation criteria")).find("list item", title)

    def test_goals(self):
        """By its title, with its criteria; over those of another goal it is a goal all the same"""
        app = self.app
        first, second, third = GOALS
        app.go("Steering")
        self.await_order(*GOALS)
        app.drag(self.label(third), self.label(second))
        self.await_order(first, third, second)
        app.drag(self.label(third), self.card(CRITERIA[0]))
        self.await_order(third, first, second)
        self.await_order(*CRITERIA)
        app.press("ctrl+z")
        self.await_order(first, third, second)
        app.press("ctrl+z")
        self.await_order(*GOALS)

    def test_not_among_others(self):
        """A criterion is not dropped on a goal, nor a goal among the criteria"""
        app = self.app
        app.go("Steering")
        self.await_order(*CRITERIA)
        app.drag(self.label(CRITERIA[2]), self.label(GOALS[1]))
        app.drag(self.label(CRITERIA[1]), self.card(CRITERIA[0]))
        self.await_order(CRITERIA[1], CRITERIA[0], CRITERIA[2])
        self.await_order(*GOALS)

    def test_milestones(self):
        """To a goal that has none yet, away from all goals, and back by undo"""
        app = self.app
        first, second = MILESTONES
        app.go("Steps")
        app.drag(self.label(first), self.label(GOALS[1]))
        app.toast("“%s” is now a step under “%s”", first, GOALS[1])
        self.assertEqual(self.goal_of(first), GOALS[1])
        app.find("list", GOALS[1]).find("list item", first, state="focused")
        app.drag(self.label(second), self.label("A party"))
        wait(lambda: self.goal_of(second) is None, what="no goal")
        app.press("ctrl+z")
        wait(lambda: self.goal_of(second) == GOALS[0], what="its goal")
        app.press("ctrl+z")
        wait(lambda: self.goal_of(first) == GOALS[0], what="the goal it had")
        self.assertEqual(self.goal_of(second), GOALS[0])
        # Where it is, it stays
        app.drag(self.label(first), self.label(second))
        app.drag(self.label("A party"), self.label(second))
        wait(lambda: self.goal_of("A party") == GOALS[0], what="a goal")
        self.assertEqual(self.goal_of(first), GOALS[0])


class Scrolling(unittest.TestCase):
    """In a window that shows one goal at a time, the page scrolls along with what is dragged"""

    def test_goal(self):
        self.app = app = script().open(size=(800, 600))
        self.addCleanup(app.stop)
        pane = app.go("Steering").find("scroll pane")
        first, third = app.find("label", GOALS[0]), app.find("label", GOALS[2])
        at_top = first.rect
        app.hold(third)
        x, top, width, height = pane.rect
        app.move_to(x + width / 2, top + 4)
        wait(lambda: first.rect == at_top, what="the page scrolled to its top")
        app.move_to(at_top[0] + 20, at_top[1] + 4)
        app.let_go()

        def order():
            found = [app.find("label", name).rect[1] for name in (GOALS[2], *GOALS[:2])]
            return found == sorted(found)

        wait(order, what="the last goal first")


class English(Dragging, unittest.TestCase):
    lang = ENGLISH


class Narrow(Dragging, unittest.TestCase):
    lang, size = DUTCH, (400, 2300)


if __name__ == "__main__":
    unittest.main()
