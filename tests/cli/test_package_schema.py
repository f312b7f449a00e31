# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A package is what data/package tells of it"""
import copy
import json
import os
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from schema import Schema

MAKER = os.environ["SAMENSPEL_PACKAGE_SCHEMA"]
FOLDER = Path(os.environ["SAMENSPEL_DATADIR"]) / "package"
HOW = "write it anew: ./dev shell build/tests/core/package-schema > data/package/dossier.schema.json"


def load(name):
    return Schema(json.loads((FOLDER / name).read_text()))


class PackageSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory(prefix="samenspel-") as folder:
            path = Path(folder) / "all.samenspel"
            subprocess.run([MAKER, path], check=True)
            with zipfile.ZipFile(path) as package:
                cls.names = package.namelist()
                cls.dossier = json.loads(package.read("dossier.json"))
                cls.log = list(map(json.loads, package.read("log.jsonl").splitlines()))
                cls.times = {entry.date_time for entry in package.infolist()}

    def test_is_that_of_the_fields(self):
        said = subprocess.run([MAKER], capture_output=True, text=True, check=True).stdout
        self.assertEqual((FOLDER / "dossier.schema.json").read_text(), said, HOW)

    def test_entries(self):
        self.assertEqual(self.names[:2], ["dossier.json", "log.jsonl"])
        self.assertEqual(self.names[2:], sorted(self.names[2:]))
        for name in self.names[2:]:
            self.assertRegex(name, "^attachments/[0-9a-f]{64}$")
        self.assertEqual(self.times, {(1980, 1, 1, 0, 0, 0)})

    def test_dossier(self):
        self.assertEqual(list(load("dossier.schema.json").problems(self.dossier)), [])
        self.assertGreater(min(map(len, self.dossier["records"].values())), 20)
        self.assertEqual(list(self.dossier)[:3], ["format", "schema", "dossier"])

    def test_log(self):
        schema = load("log.schema.json")
        for line in self.log:
            self.assertEqual(list(schema.problems(line)), [], line)
        self.assertGreater(len(self.log), 1000)

    def test_schema_can_fail(self):
        schema = load("dossier.schema.json")
        for change in (
            lambda d: d.update(format=2),
            lambda d: d.update(more=1),
            lambda d: d.pop("dossier"),
            lambda d: d["records"].update(aim=[]),
            lambda d: d["records"]["goal"][0].update(id="x"),
            lambda d: d["records"]["goal"][0].update(title=7),
            lambda d: d["records"]["goal"][0].update(titel="x"),
            lambda d: d["records"]["goal"][0].pop("title"),
            lambda d: d["records"]["agreement"][0].update(notice=-1),
            lambda d: d["records"]["agreement"][0].update(notice=1.5),
            lambda d: d["records"]["agreement"][0].update(kind="other than that"),
            lambda d: d["records"]["milestone"][0].update(due="2027-13"),
            lambda d: d["records"]["goal"][0].update(deleted=1),
        ):
            changed = copy.deepcopy(self.dossier)
            change(changed)
            self.assertNotEqual(list(schema.problems(changed)), [])
        schema = load("log.schema.json")
        for line in ({}, {"edit": "x"}, self.log[0] | {"type": "goal"}, self.log[1] | {"new": []}):
            self.assertNotEqual(list(schema.problems(line)), [], line)


if __name__ == "__main__":
    unittest.main()
