# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Each point of attention on the overview leads to its very thing: on the right page, in view, with the focus on
it, by the pointer and by the keyboard"""
import os
import re
import unittest
from pathlib import Path

from common import DUTCH, ENGLISH
from drive import wait
from stage import Stage

COVENANT, SECOND = "Samen opleiden", "Samen verder"
SIGNED, UNSIGNED = "ROC Zuiderzee", "Zorggroep De Oever"
CLAUSE = "The contribution is € [pm] a year."


def script(next_milestone=True):
    """On 23 November 2026, each kind of point of attention once"""
    stage = Stage()
    stage.add(
        "Add Covenant", "agreement/first", title=COVENANT, starts="date", start="2024-02", end="2027-02-01", notice=1
    )
    stage.add("Add Party", "party/a", agreement="agreement/first", name=SIGNED)
    stage.add("Add Signature", "signature/a", party="party/a", signed_on="2024-01-01", signatory="M. de Vries")
    stage.add(
        "Change Covenant", "evaluation/first", agreement="agreement/first", due="2026-12-15", subject="The first year"
    )
    stage.add("Add Goal", "goal/place", title="A place", started="2024-02-01")
    stage.add("Add Goal", "goal/job", title="A job")
    stage.add(
        "Add Evaluation Criterion", "criterion/places", goal="goal/place", title="Places", target=90, rhythm=3
    )
    stage.add("Add Evaluation Criterion", "criterion/travel", goal="goal/place", title="Travel")
    stage.add("Add Milestone", "milestone/late", title="First group", due="2026-10-15", goal="goal/place")
    stage.add("Add Milestone", "milestone/cake", title="Cake", due="2026-10-20", goal="goal/job")
    if next_milestone:
        stage.add("Add Milestone", "milestone/far", title="Far away", due="2027-12")
    stage.on("2026-09-01")
    stage.add("Add Covenant", "agreement/second", title=SECOND)
    stage.add("Add Party", "party/b", agreement="agreement/second", name=SIGNED)
    stage.add("Add Party", "party/c", agreement="agreement/second", name=UNSIGNED)
    stage.add("Add Signature", "signature/b", party="party/b", signed_on="2026-09-01", signatory="M. de Vries")
    stage.add("Add Article", "article/money", agreement="agreement/second", heading="Money")
    stage.add("Add Clause", "clause/money", article="article/money", text=CLAUSE)
    stage.add("Add Evaluation Criterion", "criterion/days", goal="goal/place", title="Days", target=5)
    stage.on("2026-10-20").add("Reach Milestone", "milestone/cake", reached="2026-10-20")
    return stage


def points(app):
    """Of each kind: what it says, the page it leads to, and what has the focus there"""
    day = app.day
    return {
        "NOTICE_NEAR": (
            ("The last day to give notice to end “%s” is %s.", COVENANT, day(2027, 1, 1)),
            ("Covenant", "toggle button", COVENANT),
        ),
        "AGREEMENT_ENDS": (
            ("“%s” ends on %s.", COVENANT, day(2027, 2, 1)),
            ("Covenant", "toggle button", COVENANT),
        ),
        "UNSIGNED": (("%s has not signed “%s” yet.", UNSIGNED, SECOND), ("Covenant", "list item", UNSIGNED)),
        "EVALUATION": (
            ("“%s” is to be evaluated soon: %s.", COVENANT, day(2026, 12, 15)),
            ("Covenant", "list item", day(2026, 12, 15)),
        ),
        "BLANKS": (
            ("In “%s”, %u place is left to fill in: %s.", SECOND, 1, "[pm]"),
            ("Covenant", "list item", re.compile(re.escape(CLAUSE))),
        ),
        "MILESTONE_OVERDUE": (
            ("The milestone “%s” was due %s and has not been reached yet.", "First group", day(2026, 10, 15)),
            ("Steps", "list item", "First group"),
        ),
        "NOT_MEASURED": (
            ("“%s” has not been measured yet; that was to be done by %s.", "Places", day(2024, 4, 1)),
            ("Steering", "list item", "Places"),
        ),
        "NO_CRITERION": (
            ("The goal “%s” has no evaluation criterion yet.", "A job"),
            ("Steering", "button", app.say("Change Goal")),
        ),
        "NO_TARGET": (("The criterion “%s” has no target yet.", "Travel"), ("Steering", "list item", "Travel")),
        "NEXT_FAR": (
            (
                "The next milestone, “%s”, is more than six months away (%s).",
                "Far away",
                f"{app.say('December', context='date')} 2027",
            ),
            ("Steps", "list item", "Far away"),
        ),
        "NOT_CELEBRATED": (
            ("The milestone “%s” has been reached and not been celebrated yet.", "Cake"),
            ("Steps", "list item", "Cake"),
        ),
        "NAMED_AFTERWARDS": (
            ("The criterion “%s” was named after work on its goal had started.", "Days"),
            ("Steering", "list item", "Days"),
        ),
    }


class Points:
    lang, size = None, (1100, 760)

    def open(self, stage):
        self.app = stage.open(lang=self.lang, size=self.size)
        self.addCleanup(self.app.stop)
        return self.app

    def say(self, text, *values):
        said = self.app.words.ngettext(text, text, 1) if "%u" in text else self.app.words.gettext(text)
        for value in values:
            said = re.sub("%[su]", str(value), said, count=1)
        return said

    def row(self, text, **kw):
        return self.app.find("list", self.app.say("Points of attention")).find("list item", text, **kw)

    def by_pointer(self, text):
        self.app.click(self.row(text))

    def by_keyboard(self, text):
        """Tab to the points, down to this one, Enter"""
        app = self.app
        rows = app.find("list", app.say("Points of attention"))
        for _ in range(60):
            if rows.find_all("list item", state="focused"):
                break
            app.press("Tab")
        for _ in range(20):
            if rows.find_all("list item", text, state="focused"):
                break
            app.press("Down")
        self.row(text, state="focused")
        app.press("Return")

    def check(self, activate):
        app = self.app
        for kind, ((text, *values), (page, role, name)) in points(app).items():
            with self.subTest(kind):
                app.go("Overview")
                activate(self.say(text, *values))
                pane = app.find("grouping", app.say(page))
                node = pane.find(role, name, state="focused")
                self.assert_in_view(node, pane)
                if kind == "NO_CRITERION":
                    self.assert_beside(node, pane.find("label", "A job"))

    def assert_in_view(self, node, pane):
        def inside():
            (_, y, _, h), (_, top, _, height) = node.rect, pane.rect
            return h > 0 and y < top + height and y + h > top

        wait(inside, what=f"{node!r} in view")

    def assert_beside(self, node, label):
        (_, y, _, h), (_, top, _, height) = node.rect, label.rect
        self.assertLess(abs(y + h / 2 - top - height / 2), 30)

    def test_pointer(self):
        self.open(script())
        self.check(self.by_pointer)

    def test_keyboard(self):
        self.open(script())
        self.check(self.by_keyboard)

    def test_nothing_planned(self):
        """About no one thing: it leads to where the next milestone is added"""
        app = self.open(script(next_milestone=False))
        for activate in (self.by_pointer, self.by_keyboard):
            app.go("Overview")
            activate(app.say("No next milestone is planned."))
            pane = app.find("grouping", app.say("Steps"))
            pane.find("button", re.compile(re.escape(app.say("Add Milestone"))), state="focused")

    def test_kept_long(self):
        """About everybody, once there is no covenant any more: it leads to the people"""
        stage = Stage().add("Change Partnership", "partnership/main", keep_years=1)
        stage.add(
            "Add Covenant", "agreement/old", title=COVENANT, starts="date", start="2020-01", end="2023-12-31"
        )
        stage.add("Add Party", "party/a", agreement="agreement/old", name=SIGNED)
        stage.add("Add Signature", "signature/a", party="party/a", signed_on="2020-01-01", signatory="M. de Vries")
        stage.add("Add Person", "person/noor", name="Noor Bakker")
        app = self.open(stage)
        until = app.day(2024, 12, 31)
        text = "Data of %u person is still kept, while that was to be until %s."
        for activate in (self.by_pointer, self.by_keyboard):
            app.go("Overview")
            activate(self.say(text, 1, until))
            pane = app.find("grouping", app.say("People"))
            pane.find(state="focused")


class English(Points, unittest.TestCase):
    lang = ENGLISH

    def test_next_milestones(self):
        """Beside the points of attention: what comes next, when, and a way to it"""
        app = self.open(script())
        app.go("Overview")
        rows = app.find("list", app.say("Next milestones")).find_all("list item")
        self.assertEqual([row.name for row in rows], ["Far away"])
        rows[0].find("label", app.say("Due %s.", "December 2027"))
        app.click(rows[0])
        app.find("grouping", app.say("Steps")).find("list item", "Far away", state="focused")

    def test_named_afterwards(self):
        """The criterion itself says so, for good; those that were named beforehand do not"""
        app = self.open(script())
        app.go("Steering")
        said = app.say("This criterion was named after work on its goal had started.")
        for name, count in (("Places", 0), ("Travel", 0), ("Days", 1)):
            self.assertEqual(len(app.find("list item", name).find_all("label", said)), count)

    def test_every_kind(self):
        """A new kind of point of attention leads somewhere, too"""
        header = Path(os.environ["SAMENSPEL_SOURCE"], "src/core/rules/signals.h").read_text()
        kinds = re.findall(r"^  SAMEN_SIGNAL_(\w+),", header, re.M)
        self.assertCountEqual(kinds, [*points(self.open(script())), "KEPT_LONG"])


class Dutch(Points, unittest.TestCase):
    lang, size = DUTCH, (380, 700)


if __name__ == "__main__":
    unittest.main()
