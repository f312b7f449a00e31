# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A floor includes only what stands below it"""
import re

from common import files, read, report

# Of each folder: which of our own folders it may include from
CORE = {"base", "record", "store", "rules", "exchange"}
PAPER = CORE | {"chart", "document", "picture"}
OWN = {
    "src/core/base": {"base"},
    "src/core/record": {"base", "record"},
    "src/core/store": {"base", "record", "store"},
    "src/core/rules": {"base", "record", "rules"},
    "src/core/exchange": {"base", "record", "store", "rules", "exchange"},
    "src/core": CORE,
    "src/paper": PAPER,
    "src/cli": PAPER | {"cli"},
    "src/ui": PAPER | {"widgets", "pages", "dialogs", "shell"},
    "tests/core": CORE,
    "tests/paper": PAPER,
}
# Of each floor: which libraries it may not include
TOOLKIT = {"gtk", "gdk", "gsk", "adwaita.h"}
DRAWING = {"cairo", "cairo.h", "cairo-pdf.h", "pango", "graphene.h", "librsvg", "gdk-pixbuf"}
FOREIGN = {
    "src/core": TOOLKIT | DRAWING,
    "src/paper": TOOLKIT,
    "src/cli": TOOLKIT,
    "tests/core": TOOLKIT | DRAWING,
    "tests/paper": TOOLKIT,
}


def floor(path, rules):
    """The rule of the deepest folder that has one"""
    names = [name for name in rules if str(path).startswith((name + "/", name + "."))]
    return rules[max(names, key=len)] if names else None


def check(path, own, foreign):
    for number, line in enumerate(read(path).splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
        if not include:
            continue
        first = include[2].split("/")[0]
        if include[1] == '"':
            wrong = "/" in include[2] and own is not None and first not in own
        else:
            wrong = first in (foreign or set())
        if wrong:
            yield f"{path}:{number}: {include[2]} does not stand below {path.parent}"


def main():
    problems = []
    for path in files("src", "tests", suffixes={".c", ".h"}):
        problems += check(path, floor(path, OWN), floor(path, FOREIGN))
    report(problems)


main()
