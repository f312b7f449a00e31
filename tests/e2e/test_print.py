# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The covenant is printed, to a file here: by the keys and by the menu, and the pages are those of the PDF"""
import subprocess
import unittest
from pathlib import Path

from common import Samenspel
from drive import wait


def text_of(path):
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return run.stdout


class Print(unittest.TestCase):
    def printed(self, app):
        """The file that was printed to, once it is whole"""
        found = wait(lambda: list(Path(app.home).rglob("output.pdf")), what="what was printed")
        wait(lambda: found[0].read_bytes().rstrip().endswith(b"%%EOF"), what="the end of the print")
        return found[0]

    def test_print(self):
        with Samenspel("--example") as app:
            app.find("list", app.say("Pages"))
            app.press("ctrl+p")
            app.find("grouping", app.say("Covenant"))  # it is what is printed
            app.click(app.find("label", "Print to File"))
            app.push("Print")
            output = self.printed(app)
            (path,) = app.dossiers()
            pdf = app.home / "covenant.pdf"
            app.cli("pdf", path, "-o", pdf)
            self.assertEqual(text_of(output), text_of(pdf))
            # Nothing is left behind
            wait(lambda: not list(Path("/tmp").glob("samenspel-*/print.pdf")), what="a clean folder")

    def test_nothing_to_print(self):
        with Samenspel() as app:
            app.cli("new", "Nieuw Begin")
            app.kill()
            app.start()
            app.click(app.find("list", app.say("Dossiers")).find("list item", "Nieuw Begin"))
            app.find("list", app.say("Pages"))
            app.press("ctrl+p")
            app.toast("There is no covenant to print yet.")


if __name__ == "__main__":
    unittest.main()
