# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What is looked at is printed, to a file here: the covenant, whose pages are those of the PDF, and on the page
of steps the success book"""
import json
import subprocess
import unittest
from pathlib import Path

from common import DUTCH, Samenspel
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

    def print_to_file(self, app):
        app.click(app.find("label", "Print to File"))
        app.push("Print")
        return self.printed(app)

    def test_print(self):
        with Samenspel("--example") as app:
            app.find("list", app.say("Pages"))
            app.press("ctrl+p")
            app.find("grouping", app.say("Covenant"))  # it is what is printed
            output = self.print_to_file(app)
            (path,) = app.dossiers()
            pdf = app.home / "covenant.pdf"
            app.cli("pdf", path, "-o", pdf)
            self.assertEqual(text_of(output), text_of(pdf))
            # Nothing is left behind
            wait(lambda: not list(Path("/tmp").glob("samenspel-*/print.pdf")), what="a clean folder")

    def celebrated(self, app):
        (path,) = app.dossiers()
        records = json.loads(app.cli("show", "--json", path))["records"]
        titles = {record["id"]: record["title"] for record in records["milestone"]}
        return [titles[record["milestone"]] for record in records["celebration"]]

    def check_book(self, app):
        text = " ".join(text_of(self.print_to_file(app)).split())
        for title in [app.say("Success Book"), *self.celebrated(app)]:
            self.assertIn(title, text)

    def test_print_success_book(self):
        with Samenspel("--example") as app:
            app.find("list", app.say("Pages"))
            app.go("Steps")
            app.press("ctrl+p")
            self.check_book(app)
            app.find("grouping", app.say("Steps"))  # it is where it was

    def test_print_from_success_book(self):
        with Samenspel("--example", lang=DUTCH) as app:
            app.find("list", app.say("Pages"))
            app.go("Steps")
            app.push("Success Book")
            dialog = app.find("dialog", app.say("Success Book"))
            app.push("Print", within=dialog)
            app.press("Escape")  # the print dialog
            wait(lambda: len(app.windows) == 1, what="the print dialog gone")
            app.press("ctrl+p")
            wait(lambda: len(app.windows) == 2, what="the print dialog by the keys")

    def test_nothing_to_print(self):
        with Samenspel() as app:
            app.cli("new", "Nieuw Begin")
            app.kill()
            app.start()
            app.click(app.find("list", app.say("Dossiers")).find("list item", "Nieuw Begin"))
            app.find("list", app.say("Pages"))
            app.press("ctrl+p")
            app.toast("There is no covenant to print yet.")
            app.go("Steps")
            app.press("ctrl+p")
            app.toast("Nothing has been celebrated yet, so there is no success book to print.")


if __name__ == "__main__":
    unittest.main()
