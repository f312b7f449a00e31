# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The desktop entry, the metainfo and the settings are what a desktop expects"""
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from common import BUILD, SOURCE, report

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


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


def check_words(root):
    """What a software centre has room for: https://docs.flathub.org/docs/for-app-authors/metainfo-guidelines/quality-guidelines"""
    for tag, least, most in ("name", 1, 15), ("summary", 10, 35):
        for item in root.findall(tag):
            if not least <= len(item.text) <= most:
                yield f"metainfo: {tag} “{item.text}” has {len(item.text)} characters, not {least} to {most}"


def check_pictures(root):
    """Each screenshot is there, in each language that the summary is in"""
    languages = {item.get(LANG) for item in root.findall("summary")}
    for screenshot in root.iter("screenshot"):
        images = screenshot.findall("image")
        if {item.get(LANG) for item in images} != languages:
            yield f"metainfo: “{screenshot.findtext('caption')}” has not a picture for each language"
        for path in (SOURCE / item.text.partition("/main/")[2] for item in images):
            if not path.is_file():
                yield f"metainfo: there is no {path.relative_to(SOURCE)}"


def check_metainfo(paths):
    problems = run("appstreamcli", "validate", "--strict", "--no-net", *paths)
    for root in (ElementTree.parse(path).getroot() for path in paths):
        problems += [*check_words(root), *check_pictures(root)]
    return problems


def main():
    kinds = {
        "*.desktop": lambda paths: run("desktop-file-validate", *paths),
        "*.metainfo.xml": check_metainfo,
        "*.gschema.xml": check_schemas,
    }
    problems = []
    for pattern, check in kinds.items():
        paths = find(pattern)
        problems += check(paths) if paths else [f"there is no {pattern} in data"]
    report(problems)


main()
