# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What is filled in wrongly is told at its field, nothing of it is written, and nothing is lost"""
import json
import unittest

from common import Samenspel, wait


class BadInput(unittest.TestCase):
    def count(self, table):
        (path,) = self.app.dossiers()
        return len(json.loads(self.app.cli("show", "--json", path))["records"].get(table, []))

    def await_message(self, dialog, label):
        """Below the field, which is invalid, has the focus, and is described by the message"""
        entry = dialog.find("text", self.app.say(label), state="invalid-entry")
        self.assertIn("focused", entry.states)
        dialog.find("label", entry.description)
        return entry.description

    def open_empty(self):
        self.app.cli("new", "Nieuw Begin")
        self.app.start()
        self.app.click(self.app.find("list", self.app.say("Dossiers")).find("list item"))
        self.app.find("list", self.app.say("Pages"))

    def test_milestone(self):
        self.app = app = Samenspel()
        with app:
            app.kill()
            self.open_empty()
            app.go("Steps")
            app.push("Add _Milestone…")
            dialog = app.fill_form("Add Milestone", {"Due": "soon"})
            app.push("_Save", within=dialog)
            self.await_message(dialog, "Milestone")
            app.fill(dialog.find("text", app.say("Milestone")), "First day")
            app.push("_Save", within=dialog)
            self.assertIn("soon", self.await_message(dialog, "Due"))
            self.assertEqual(self.count("milestone"), 0)

            app.press("Escape")
            app.push("_Keep Editing", within=app.find("alert", app.say("Discard Changes?")))
            app.gone("alert")
            self.assertEqual(dialog.find("text", app.say("Milestone")).text, "First day")
            app.fill(dialog.find("text", app.say("Due")), "spring 2027")
            app.push("_Save", within=dialog)
            app.gone("dialog")
            app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day")
            self.assertEqual(self.count("milestone"), 1)

            app.click(app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day"))
            app.fill_form("Change Milestone", {"Milestone": "Another day"})
            app.press("Escape")
            app.push("_Discard", within=app.find("alert", app.say("Discard Changes?")))
            app.gone("dialog")
            app.find("list", app.say("Milestones Without a Goal")).find("list item", "First day")


if __name__ == "__main__":
    unittest.main()
