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

DATA = ("*.desktop.in*", "*.metainfo.xml.in*", "*.gschema.xml*")


def run(*command):
    return subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False)


def xgettext_options():
    """Those with which meson makes the template"""
    commands = run("ninja", "-C", str(BUILD), "-t", "commands", "samenspel-pot").stdout
    extra = re.search(r"'?--extra-args=(.*)", commands)
    if not extra:
        sys.exit("meson makes no template: there is no samenspel-pot")
    words = shlex.split("x " + extra[0].splitlines()[0])
    return next(w for w in words if w.startswith("--extra-args=")).partition("=")[2].split("@@")


def extract(options, names, output):
    """The template of these files; what xgettext says where it fails"""
    listing = output.with_suffix(".list")
    listing.write_text("".join(f"{name}\n" for name in names))
    command = ["xgettext", "--package-name=samenspel", "-f", listing, "-D", SOURCE, "-k"]
    result = run(*command, "-o", output, "--force-po", *options)
    return result.stderr if result.returncode else ""


def listed():
    lines = (line.strip() for line in read("po/POTFILES.in").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "["))]


def unlisted(options, names, folder):
    """Files with strings in them that the list lacks"""
    problems = []
    sources = files("src", suffixes={".blp", ".c", ".h"})
    others = [str(path) for path in sources if str(path) not in names]
    pot = folder / "others.pot"
    problems += filter(None, [extract(options, others, pot)] if others else [])
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


def main():
    names = listed()
    missing = [name for name in names if not (SOURCE / name).exists()]
    problems = [f"po/POTFILES.in names {name}, which does not exist" for name in missing]
    options = xgettext_options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        problems += unlisted(options, names, folder)
        pot = folder / "samenspel.pot"
        error = extract(options, [name for name in names if name not in missing], pot)
        if error:
            report([*problems, error])
        for language in read("po/LINGUAS").split("\n"):
            if language and not language.startswith("#"):
                problems += check(language.strip(), pot, folder)
    report(problems)


main()
