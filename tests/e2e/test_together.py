# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Several programs on one dossier at once: no edit is lost, and who has to wait is told"""
import json
import sqlite3
import subprocess
import unittest
from pathlib import Path

from common import Samenspel

DOSSIER = "Zorgkracht Oost"


def titles(app, path):
    goals = json.loads(app.cli("show", "--json", path))["records"]["goal"]
    return sorted(goal["title"] for goal in goals)


class Together(unittest.TestCase):
    def open(self, app):
        app.click(app.find("list", app.say("Dossiers")).find("list item", DOSSIER))
        app.find("list", app.say("Pages"))
        app.go("Steering")

    def add_goal(self, app, title, first=False):
        app.push("Add _Goal…" if first else "Add Goal")
        app.save("Add Goal", {"Goal": title})

    def start(self, app):
        path = Path(app.cli("new", DOSSIER).strip())
        app.kill()
        app.start()
        self.open(app)
        return path

    def test_two_windows(self):
        """Of two programs, each has what the other did at its own next edit"""
        with Samenspel() as one:
            path = self.start(one)
            self.add_goal(one, "Een", first=True)
            env = {"XDG_DATA_HOME": str(one.home / ".local/share")}
            with Samenspel(env=env) as other:
                self.open(other)
                other.find("label", "Een")
                self.add_goal(other, "Twee")
                self.add_goal(one, "Drie")
                one.find("label", "Twee")
                one.press("ctrl+z")
                one.toast("Undone: %s", one.say("Add Goal", context="edit"))
                self.add_goal(other, "Vier")
                self.assertEqual(other.find_all("label", "Drie"), [])
                self.assertEqual(titles(one, path), ["Een", "Twee", "Vier"])
                one.cli("check", path)

    def test_cli_meanwhile(self):
        """samenspel-cli reads, over and over, what is being changed: whole each time"""
        with Samenspel() as app:
            path = self.start(app)
            command = f"while samenspel-cli check '{path}' && samenspel-cli list; do :; done"
            env = app.screen.env | app.extra
            reader = subprocess.Popen(
                ["sh", "-c", command], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for number in range(4):
                self.add_goal(app, f"Doel {number}", first=number == 0)
            self.assertIsNone(reader.poll())
            reader.terminate()
            _, errors = reader.communicate()
            self.assertEqual(errors, b"")
            self.assertEqual(titles(app, path), [f"Doel {number}" for number in range(4)])

    def test_waiting(self):
        """While another program writes for long, the form says so and keeps what was filled in"""
        with Samenspel() as app:
            path = self.start(app)
            other = sqlite3.connect(path, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            app.push("Add _Goal…")
            form = app.fill_form("Add Goal", {"Goal": "Plaatsen"})
            app.push("_Save", within=form)
            message = "Another program is writing this dossier. Try again in a moment."
            form.find("label", app.say(message), timeout=20)
            self.assertEqual(titles(app, path), [])
            other.execute("ROLLBACK")
            other.close()
            app.push("_Save", within=form)
            app.gone("dialog", app.say("Add Goal", context="edit"))
            self.assertEqual(titles(app, path), ["Plaatsen"])
            app.cli("check", path)


if __name__ == "__main__":
    unittest.main()
