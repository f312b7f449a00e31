# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Files kept with a record: chosen, opened, saved elsewhere, removed and brought back"""
import hashlib
import os
import stat
import unittest
from pathlib import Path

from common import Samenspel
from drive import wait

DOSSIER = "Zorgkracht Oost"
SCAN = b"%PDF-1.7\n" + bytes(range(256)) * 3000
DESKTOP = """[Desktop Entry]
Type=Application
Name=Lezer
Exec=sh -c 'cp "$1" "$HOME/gelezen"; stat -c %%a "$(dirname "$1")" > "$HOME/rechten"' lezer %f
MimeType=application/pdf;
"""


class Attachments(unittest.TestCase):
    def start(self):
        app = self.app
        self.path = Path(app.cli("new", DOSSIER).strip())
        folder = app.home / ".local/share/applications"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lezer.desktop").write_text(DESKTOP)
        (folder / "mimeinfo.cache").write_text("[MIME Cache]\napplication/pdf=lezer.desktop;\n")
        (app.home / "scan.pdf").write_bytes(SCAN)
        app.kill()
        app.start()
        app.click(app.find("list", app.say("Dossiers")).find("list item", DOSSIER))
        app.find("list", app.say("Pages"))

    def show_files(self):
        """Of a goal, from its form"""
        app = self.app
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": "Plaatsen"})
        app.click(app.find("button", app.say("Change Goal", context="edit")))
        form = app.dialog("Change Goal")
        app.click(form.find("button", app.say("_Files…")))
        return app.find("dialog", app.say("Files"))

    def file_dialog(self):
        dialog = self.app.find("dialog", state="modal")
        wait(lambda: "active" in dialog.states, what="the file dialog")
        return dialog

    def choose(self, dialog, name):
        app = self.app
        app.push("Add _Files…", within=dialog)
        chooser = self.file_dialog()
        app.click(chooser.find("label", "Home"))
        app.click(chooser.find("label", name), count=2)
        wait(lambda: len(app.windows) == 1, what="the file dialog gone")
        app.toast("“%s” is kept in the dossier", name)

    def test_files(self):
        with Samenspel() as self.app:
            app = self.app
            self.start()
            dialog = self.show_files()
            self.choose(dialog, "scan.pdf")
            row = dialog.find("list item", "scan.pdf")

            app.click(row)
            read = wait(lambda: (app.home / "rechten").exists() and app.home / "gelezen", what="it")
            self.assertEqual(read.read_bytes(), SCAN)
            self.assertEqual((app.home / "rechten").read_text().strip(), "700")
            copies = list((app.home / ".cache/samenspel/opened").rglob("scan.pdf"))
            self.assertEqual([stat.S_IMODE(os.stat(p).st_mode) for p in copies], [0o400])

            app.click(row.find("button", app.say("More Actions")))
            app.click(app.find("menu item", app.say("_Remove")))
            app.toast("“%s” is deleted", "scan.pdf", button="_Undo")
            row = dialog.find("list item", "scan.pdf")
            app.click(row.find("button", app.say("More Actions")))
            app.click(app.find("menu item", app.say("_Save As…")))
            self.file_dialog().find("text", state="focused")
            app.press("ctrl+a")
            app.type("kopie.pdf\n")
            app.toast("“%s” is ready", "kopie.pdf")
            saved = (app.home / "kopie.pdf").read_bytes()
            self.assertEqual(hashlib.sha256(saved).digest(), hashlib.sha256(SCAN).digest())
            app.cli("check", self.path)
            app.kill()
            app.start()  # what was opened is forgotten
            self.assertEqual(list((app.home / ".cache/samenspel/opened").rglob("*")), [])


if __name__ == "__main__":
    unittest.main()
