# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The dossiers: into the bin and back, a broken one, a covenant read in and one written out"""
import os
import re
import subprocess
import unittest
from pathlib import Path

from common import Samenspel
from drive import wait

TITLE = "Convenant Samen Opleiden in de Waterhoek"
EXAMPLE = "Learning Together Rivierenhoek"
TEXT = Path(os.environ["SAMENSPEL_SOURCE"]) / "tests/data/covenants/numbered-clauses.txt"


class Dossiers(unittest.TestCase):
    def rows(self, label):
        lists = self.app.find_all("list", self.app.say(label))
        return [row.name for found in lists for row in found.find_all("list item")]

    def await_rows(self, label, expected):
        wait(lambda: self.rows(label) == expected, what=f"{label}: {expected}")

    def test_bin(self):
        with Samenspel("--example") as self.app:
            app = self.app
            app.push("All Dossiers")
            self.await_rows("Dossiers", [EXAMPLE])
            app.push("Move “%s” to the Bin", EXAMPLE)
            app.toast("“%s” is in the bin", EXAMPLE, button="_Undo")
            self.await_rows("Dossiers", [EXAMPLE])
            app.push("Move “%s” to the Bin", EXAMPLE)
            self.await_rows("Bin", [EXAMPLE])
            self.await_rows("Dossiers", [])
            app.kill()
            app.start(["samenspel"])
            app.push("Bring “%s” Back", EXAMPLE)
            self.await_rows("Dossiers", [EXAMPLE])
            self.await_rows("Bin", [])
            app.click(app.find("list", app.say("Dossiers")).find("list item", EXAMPLE))
            app.find("grouping", app.say("Overview"))

    def test_broken(self):
        """A file that is no dossier says so, and can be put away"""
        with Samenspel() as self.app:
            app = self.app
            path = Path(app.cli("new", "Kapot").strip())
            path.write_bytes(b"no database at all" * 100)
            app.cli("new", "Heel")
            app.kill()
            app.start()
            row = app.find("list", app.say("Dossiers")).find("list item", re.compile(path.stem))
            self.assertEqual(len(row.find_all("label")), 2)  # its name, and what is wrong
            app.click(row.find("button"))
            self.await_rows("Dossiers", ["Heel"])

    def file_dialog(self):
        """GTK's own, a window of its own"""
        dialog = self.app.find("dialog", state="modal")
        wait(lambda: "active" in dialog.states, what="the file dialog")
        return dialog

    def await_no_file_dialog(self):
        wait(lambda: len(self.app.windows) == 1, what="the file dialog gone")

    def import_text(self, name, content):
        """A file from the home folder"""
        (self.app.home / name).write_bytes(content)
        self.app.push("_Import a Covenant…")
        dialog = self.file_dialog()
        self.app.click(dialog.find("label", "Home"))
        self.app.click(dialog.find("label", name), count=2)
        self.await_no_file_dialog()

    def test_import_and_export(self):
        with Samenspel() as self.app:
            app = self.app
            self.import_text(TEXT.name, TEXT.read_bytes())
            app.push("_Import", within=app.dialog("Import Covenant", context=None))
            app.find("grouping", app.say("Covenant"))
            app.find("label", TITLE)
            app.find("list", app.say("Parties")).find("list item", "Stichting Lindehof Onderwijs")
            app.find("list", app.say("Articles")).find("list item", re.compile("Definities"))
            app.push("Make a PDF")
            self.file_dialog().find("text", state="focused")
            app.press("ctrl+a")
            app.type("Ons convenant.pdf\n")
            self.await_no_file_dialog()
            app.toast("“%s” is ready", "Ons convenant.pdf")
            command = ["pdftotext", app.home / "Ons convenant.pdf", "-"]
            pdf = subprocess.check_output(command, text=True)
            self.assertIn(TITLE, pdf)
            self.assertIn("Artikel 2", pdf)

    def test_import_of_no_text(self):
        """What cannot be read is told, and no dossier comes of it"""
        with Samenspel() as self.app:
            app = self.app
            self.import_text("plaatje.txt", bytes(range(256)) * 16)
            app.find("alert")
            self.assertEqual(app.dossiers(), [])


if __name__ == "__main__":
    unittest.main()
