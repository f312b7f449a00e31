# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Dossiers that were years in the making: a script of edits, as the app's example is (see script.h), written
for a test and opened as if it were the example."""
import json
import tempfile
from pathlib import Path

from common import TODAY, Samenspel
from drive import wait


class Stage:
    """A script: its edits come one after the other, on the day that is asked for"""

    def __init__(self, name="Rijnstreek", day="2024-01-01"):
        self.edits, self.day = [], day
        self.add("Start Dossier", "partnership/main", name=name)

    def on(self, day):
        """From here on, the edits are of this day"""
        self.day = day
        return self

    def add(self, label, key, **fields):
        """An edit of one record: one of the labels of script.c, and the fields"""
        self.edits.append({"label": label, "author": "Noor", "time": self.day, "set": {key: fields}})
        return self

    def open(self, env=None, **screen):
        """The app with this dossier in its window"""
        with tempfile.TemporaryDirectory() as folder:
            examples = Path(folder) / "examples"
            examples.mkdir()
            text = json.dumps({"today": TODAY[:7], "edits": self.edits})
            for language in ("en", "nl"):
                (examples / f"example.{language}.json").write_text(text)
            Path(folder).chmod(0o755)  # the app may run as somebody else
            app = Samenspel("--example", env={"SAMENSPEL_DATADIR": folder} | (env or {}), **screen)
            app.start()
            opened = wait(lambda: app.find_all("list", app.say("Pages")) or app.find_all("alert"), what="dossier")
            if opened[0].role == "alert":
                raise AssertionError(f"the script cannot be read: {opened[0].find_all('label')}")
            app.maximise()
        return app
