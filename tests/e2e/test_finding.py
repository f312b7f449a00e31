# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Search, history and preferences, as a user comes to them, in both languages and in the smallest
window; and what was confirmed is there after the app was killed in the middle of work."""
import json
import os
import re
import unittest

from common import DUTCH, ENGLISH, Samenspel
from drive import wait

SMALLEST = 370, 304  # of the screen: what the window manager's frame leaves is 360 by 294
NAME = "Rijnstreek"


class Ways:
    lang, size = None, (1100, 760)

    def setUp(self):
        self.app = Samenspel(lang=self.lang, size=self.size)
        self.addCleanup(self.app.stop)
        self.app.cli("new", NAME, "ROC Één", "Zorggroep De Oever")
        self.app.start()
        self.app.maximise()
        self.open()

    def open(self):
        app = self.app
        app.click(app.find("list", app.say("Dossiers")).find("list item", NAME))
        app.find("list", app.say("Pages"))

    def add_milestone(self, title):
        app = self.app
        app.go("Steps")
        app.push("Add Milestone")
        app.save("Add Milestone", {"Milestone": title})

    def search(self, text):
        self.app.press("ctrl+f")
        self.app.find("dialog", self.app.say("Search"))
        self.app.type(text)

    def records(self, table):
        (path,) = self.app.dossiers()
        self.app.cli("check", path)
        return json.loads(self.app.cli("show", "--json", path))["records"].get(table, [])

    # -- the ways ----------------------------------------------------------------------------------
    def test_search_leads_to_the_thing(self):
        app = self.app
        self.search("een")  # of ROC Één
        app.find("list", app.say("Found")).find("list item", nth=0)
        app.press("Return")
        app.gone("dialog")
        row = app.find("list item", "ROC Één", state="focused")
        self.assertTrue(row.shown)
        self.search("nergens")
        app.find("label", app.say("Nothing Found"))
        app.press("Escape")
        app.press("Escape")
        app.gone("dialog")

    def test_search_by_keys_alone(self):
        app = self.app
        self.search("o")
        app.find("list", app.say("Found")).find("list item", nth=0)
        app.press("Down")
        app.press("Down")
        app.press("Return")
        app.gone("dialog")
        app.find("list item", state="focused")

    def test_history_takes_back(self):
        app = self.app
        self.add_milestone("Eerste les")
        app.press("ctrl+h")
        dialog = app.find("dialog", app.say("History"))
        app.find("label", app.say("Add Milestone", context="edit"))
        app.push("Take Back This Edit", within=dialog, nth=0)
        app.find("label", app.say("Taken back: %s", app.say("Add Milestone", context="edit")))
        self.assertEqual(self.records("milestone"), [])
        app.press("Escape")  # the toast
        app.press("Escape")
        app.gone("dialog")
        app.press("ctrl+z")
        wait(lambda: self.records("milestone"), what="the milestone, brought back")

    def test_form_opens_on_its_first_field(self):
        app = self.app
        app.go("Steps")
        app.push("Add Milestone")
        dialog = app.dialog("Add Milestone")
        first = dialog.find("text", app.say("Milestone"))
        wait(lambda: "focused" in first.states, what="focus on the first field")
        app.type("Met de toetsen alleen")
        app.press("Return")
        app.gone("dialog")
        self.assertEqual(self.records("milestone")[0]["title"], "Met de toetsen alleen")

    def test_day_is_chosen(self):
        """In the calendar, for which the smallest window has no room"""
        if self.size == SMALLEST:
            self.skipTest("a date is typed there")
        app = self.app
        app.go("Steps")
        app.push("Add Milestone")
        field = app.dialog("Add Milestone").find("text", app.say("Due"))
        app.fill(field, "31-1-2027")
        app.push("Choose a Day")
        app.find("label", re.compile(app.say("January", context="date"), re.I))
        app.click(app.find("button", "", nth=1))  # to the next month
        app.find("label", re.compile(app.say("February", context="date"), re.I))
        self.assertEqual(field.text, "31-1-2027")
        for day in 20, 10:
            app.click(app.find("label", str(day)))
            wait(lambda: field.text == app.day(2027, 2, day), what="that day in the form")

    def test_keys_behind_a_dialog(self):
        """What a dialog covers cannot be searched, left or printed by its keys; what is filled in stays"""
        app = self.app
        app.go("Steps")
        app.push("Add Milestone")
        dialog = app.fill_form("Add Milestone", {"Milestone": "Half gevuld"})
        for keys in ("ctrl+f", "ctrl+d", "ctrl+n", "ctrl+h", "ctrl+p", "alt+1"):
            app.press(keys)
        app.settle()
        self.assertEqual(len(app.find_all("dialog")), 1)
        self.assertEqual(len(app.windows), 1)
        self.assertEqual(dialog.find("text", app.say("Milestone")).text, "Half gevuld")
        app.press("ctrl+z")  # of what is typed, not of the dossier
        wait(lambda: dialog.find("text", app.say("Milestone")).text != "Half gevuld", what="less text")
        app.press("Escape")
        if app.find_all("alert"):
            app.push("_Discard", within=app.find("alert", app.say("Discard Changes?")))
        app.gone("dialog")
        app.find("grouping", app.say("Steps"))
        app.press("ctrl+f")  # they are back
        app.find("dialog", app.say("Search"))

    def test_closed_dossier_lets_go_of_its_file(self):
        app = self.app
        (path,) = app.dossiers()
        self.add_milestone("Eerste les")
        app.press("ctrl+d")
        app.find("list", app.say("Dossiers"))

        def is_open():
            folder = f"/proc/{app.proc.pid}/fd"
            links = [os.readlink(f"{folder}/{name}") for name in os.listdir(folder)]
            return any(link.startswith(path) for link in links)

        wait(lambda: not is_open(), what="the file to be let go of")

    def test_preferences_are_kept(self):
        app = self.app
        app.press("ctrl+comma")
        dialog = app.find("dialog", app.say("Preferences"))
        app.fill(dialog.find("text", app.say("Your Name in the History")), "Noor Benali")
        app.press("Escape")
        app.gone("dialog")
        self.add_milestone("Eerste les")
        app.press("ctrl+h")
        app.find("dialog", app.say("History"))
        wait(
            lambda: any("Noor Benali" in (x.name or "") for x in app.find_all("label")),
            what="the author in the history",
        )
        app.kill()
        app.start()
        app.press("ctrl+comma")
        dialog = app.find("dialog", app.say("Preferences"))
        text = dialog.find("text", app.say("Your Name in the History"))
        wait(lambda: text.text == "Noor Benali", what="the name, after a restart")

    def test_kill_in_the_middle(self):
        """Nothing that was confirmed is lost, whatever is half filled in at that moment"""
        app = self.app
        for number in range(3):
            self.add_milestone(f"Stap {number}")
        app.push("Add Milestone")
        app.fill_form("Add Milestone", {"Milestone": "Niet bewaard"})
        app.kill()
        titles = [record["title"] for record in self.records("milestone")]
        self.assertCountEqual(titles, [f"Stap {number}" for number in range(3)])
        app.start()
        app.maximise()


class English(Ways, unittest.TestCase):
    lang = ENGLISH


class Dutch(Ways, unittest.TestCase):
    lang = DUTCH


class Smallest(Ways, unittest.TestCase):
    lang, size = DUTCH, SMALLEST


if __name__ == "__main__":
    unittest.main()
