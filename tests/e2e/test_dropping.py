# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Files dragged from another program, with the pointer, and dropped: packages and covenants on the window, anything
on the files of a record; and what can be wrong with them"""
import json
import unittest
from pathlib import Path

from common import DUTCH, Samenspel
from drag_source import DragSource
from drive import wait

FIRST, SECOND = "Zorgkracht Oost", "Zorgkracht West"
COVENANT = """Convenant samen opleiden

Partijen:
1. Roc de Beemd;
2. Zorggroep Noord;

komen overeen:

Artikel 1 Doel

1. Partijen leiden samen op.
"""


class Dropping(unittest.TestCase):
    lang = DUTCH

    def setUp(self):
        self.app = Samenspel(lang=self.lang)
        self.addCleanup(self.app.stop)
        self.home = self.app.home

    def packages(self, *names):
        """Packages of dossiers that are no longer here"""
        made = []
        for name in names:
            path = Path(self.app.cli("new", name).strip())
            made.append(self.home / f"{name}.samenspel")
            self.app.cli("export", path, made[-1])
            for file in path.parent.glob(path.name + "*"):
                file.unlink()
        return made

    def write(self, name, data):
        path = self.home / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def drop(self, *files, on=None, taken=True):
        with DragSource(self.app, files) as source:
            self.assertEqual(source.drop_on(on or self.app.windows[0]), taken)

    def names(self):
        return [line.split("\t")[1] for line in self.app.cli("list").splitlines()]

    def await_dossier(self, name):
        app = self.app
        app.find("list", app.say("Pages"))
        app.find("grouping", name)

    def test_package(self):
        (package,) = self.packages(FIRST)
        self.app.start()
        self.drop(package)
        self.await_dossier(FIRST)
        self.assertEqual(self.names(), [FIRST])

    def test_packages(self):
        """One after another, whatever else is among them; the name may be in capitals"""
        first, second = self.packages(FIRST, SECOND)
        second = second.rename(self.home / "WEST.SAMENSPEL")
        app = self.app
        app.start()
        self.drop(first, second, self.write("notities.docx", b"PK\3\4 \0\1"))
        app.find("alert", app.say("Covenant Not Imported"))
        wait(lambda: sorted(self.names()) == [FIRST, SECOND], what="both dossiers")

    def test_no_package(self):
        """Of 0 bytes, and of other bytes"""
        app = self.app
        app.start()
        for name, data in ("leeg.samenspel", b""), ("foto.samenspel", b"\x89PNG\r\n\x1a\n\0\0"):
            self.drop(self.write(name, data))
            alert = app.find("alert", app.say("Package Not Opened"))
            self.assertTrue([text for text in alert.find_all("label") if name in text.name])
            app.push("_Close", within=alert)
            app.gone("alert", app.say("Package Not Opened"))
        self.assertEqual(self.names(), [])

    def test_covenant(self):
        app = self.app
        app.start()
        self.drop(self.write("convenant ’26.txt", COVENANT))
        dialog = app.dialog("Import Covenant", context=None)
        app.push("_Import", within=dialog)
        self.await_dossier("Convenant samen opleiden")
        (path,) = app.dossiers()
        records = json.loads(app.cli("show", "--json", path))["records"]
        self.assertEqual([file["name"] for file in records["attachment"]], ["convenant ’26.txt"])

    def test_no_covenant(self):
        """A message for each; two at once are too much"""
        app = self.app
        app.start()
        folder = self.home / "Map"
        folder.mkdir()
        closed = self.write("dicht.txt", COVENANT)
        closed.chmod(0)
        for path in (
            self.write("leeg.txt", b""),
            self.write("foto.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 9),
            closed,
            folder,
            self.home / "weg.txt",
        ):
            with self.subTest(path.name):
                self.drop(path)
                alert = app.find("alert", app.say("Covenant Not Imported"))
                app.push("_Close", within=alert)
                app.gone("alert", app.say("Covenant Not Imported"))
        self.drop(self.write("een.txt", COVENANT), self.write("twee.txt", COVENANT))
        app.toast("Drop one covenant at a time")
        self.assertEqual(self.names(), [])

    def open_files(self):
        """Of a goal"""
        app = self.app
        app.cli("new", FIRST)
        app.start()
        app.click(app.find("list", app.say("Dossiers")).find("list item", FIRST))
        app.find("list", app.say("Pages"))
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": "Plaatsen"})
        app.click(app.find("button", app.say("Change Goal", context="edit")))
        app.push("_Files…", within=app.dialog("Change Goal"))
        return app.dialog("Files", context=None)

    def test_attachments(self):
        """Several at once, of which some cannot be kept: the others are, and it is told why"""
        app = self.app
        dialog = self.open_files()
        good = [self.write("scan één.pdf", b"%PDF-1.7\n\0"), self.write("notitie.txt", "Dag")]
        folder = self.home / "Map"
        folder.mkdir()
        self.drop(*good, self.write("leeg.pdf", b""), on=dialog)
        kept = dialog.find("list", app.say("Files"))
        for path in good:
            kept.find("list item", path.name)
        dialog.find("label", app.say("“%s” is empty.", "leeg.pdf"))
        self.drop(folder, on=dialog)
        said = app.say("“%s” is not a file. Choose a file, such as a PDF.", "Map")
        dialog.find("label", said)
        (path,) = app.dossiers()
        records = json.loads(app.cli("show", "--json", path))["records"]
        names = sorted(file["name"] for file in records["attachment"])
        self.assertEqual(names, ["notitie.txt", "scan één.pdf"])
        # Dropped on a dialog, it is for that dialog: nothing is imported
        self.assertEqual(app.find_all("alert", app.say("Covenant Not Imported")), [])


if __name__ == "__main__":
    unittest.main()
