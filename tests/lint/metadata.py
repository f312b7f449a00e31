# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The desktop entry, the metainfo and the settings are what a desktop expects"""
import shutil
import subprocess
import tempfile
from pathlib import Path

from common import BUILD, SOURCE, report


def find(pattern):
    """As built, or as it stands in the source where it needs no building"""
    folders = BUILD / "data", SOURCE / "data"
    return next((found for f in folders if (found := sorted(f.rglob(pattern)))), [])


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return [result.stdout + result.stderr] if result.returncode else []


def check_schemas(paths):
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            shutil.copy(path, Path(folder) / path.name)
        return run("glib-compile-schemas", "--strict", "--dry-run", folder)


def main():
    kinds = {
        "*.desktop": lambda paths: run("desktop-file-validate", *paths),
        "*.metainfo.xml": lambda paths: run("appstreamcli", "validate", "--strict", "--no-net", *paths),
        "*.gschema.xml": check_schemas,
    }
    problems = []
    for pattern, check in kinds.items():
        paths = find(pattern)
        problems += check(paths) if paths else [f"there is no {pattern} in data"]
    report(problems)


main()
