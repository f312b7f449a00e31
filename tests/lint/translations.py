# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Every string of the app can be translated, and is: nothing is missing, unsure or left over"""
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from common import BUILD, SOURCE, files, read, report

DATA = ("*.desktop.in*", "*.metainfo.xml.in*", "*.mime.xml.in*", "*.gschema.xml*")


def run(*command):
    return subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False)


def meson_command():
    """That with which meson makes the template, without the folder"""
    commands = run("ninja", "-C", BUILD, "-t", "commands", "samenspel-pot").stdout
    words = shlex.split(commands)
    if "pot" not in words:
        sys.exit("meson makes no template: there is no samenspel-pot")
    return [word for word in words if not word.startswith("--subdir=")]


def extract(command, names, folder):
    """The template of these files, which is not there if they have no strings, and what is wrong"""
    folder.mkdir()
    (folder / "POTFILES.in").write_text("".join(f"{name}\n" for name in names))
    result = run(*command, f"--subdir={folder}")
    return folder / "samenspel.pot", [result.stderr] if result.returncode else []


def listed():
    lines = (line.strip() for line in read("po/POTFILES.in").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "["))]


def unlisted(command, names, folder):
    """Files with strings in them that the list lacks"""
    sources = files("src", suffixes={".blp", ".c", ".h"})
    others = [str(path) for path in sources if str(path) not in names]
    pot, problems = extract(command, others, folder)
    if pot.exists():
        places = re.findall(r"^#: (.*)$", pot.read_text(), re.M)
        found = {place.rpartition(":")[0] for line in places for place in line.split()}
        problems += [f"{name} has strings, but po/POTFILES.in lacks it" for name in sorted(found)]
    for pattern in DATA:
        for path in sorted((SOURCE / "data").rglob(pattern)):
            if str(path.relative_to(SOURCE)) not in names:
                problems.append(f"{path.relative_to(SOURCE)} is not in po/POTFILES.in")
    return problems


def entries(po, *kind):
    """The strings that msgattrib picks out, a line each"""
    text = run("msgattrib", *kind, "--no-wrap", po).stdout
    found = re.findall(r'^(?:#~ )?msgid (".*"(?:\n(?:#~ )?".*")*)', text, re.M)
    return [msgid for msgid in found if msgid.splitlines() != ['""']]  # that is the header


def check(language, pot, folder):
    po, merged = SOURCE / f"po/{language}.po", folder / f"{language}.po"
    result = run("msgfmt", "--check", "-o", "/dev/null", po)
    problems = [result.stderr] if result.returncode else []
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    for what, kind in (
        ("not translated", ["--untranslated", "--no-obsolete"]),
        ("marked as unsure", ["--only-fuzzy", "--no-obsolete"]),
        ("no longer in the app", ["--only-obsolete"]),
    ):
        problems += [f"po/{language}.po: {what}: {text}" for text in entries(merged, *kind)]
    return problems


def menus():
    """The labels of each menu of an interface file, by the file's name and its own"""
    for path in files("src", suffixes={".blp"}):
        for name, body in re.findall(r"^menu (\w+) \{$(.*?)^\}$", read(path), re.M | re.S):
            yield f"{path}, {name}", re.findall(r'_\("([^"]*)"\)', body)


def translations(language):
    text = read(f"po/{language}.po")
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.M))


def shared_letters(language, translated):
    """A letter of the keyboard is for one item of a menu only"""
    problems = []
    for menu, labels in menus():
        letters = {}
        for label in labels:
            found = re.search(r"_(\w)", translated.get(label, label))
            letters.setdefault(found.group(1).lower() if found else "", []).append(label)
        for letter, several in letters.items():
            if letter == "" or len(several) > 1:
                what = f"have the letter “{letter}”" if letter else "have no letter"
                problems.append(f"{menu}: {', '.join(several)} {what} in {language}")
    return problems


def main():
    names = listed()
    missing = [name for name in names if not (SOURCE / name).exists()]
    problems = [f"po/POTFILES.in names {name}, which does not exist" for name in missing]
    command = meson_command()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        problems += unlisted(command, names, folder / "others")
        names = [name for name in names if name not in missing]
        problems += shared_letters("English", {})
        pot, failures = extract(command, names, folder / "listed")
        problems += failures
        for language in re.findall(r"^[a-z]\w*", read("po/LINGUAS"), re.M):
            if pot.exists():
                problems += check(language, pot, folder)
            problems += shared_letters(language, translations(language))
    report(problems)


main()
