# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""No C file above 600 lines, no function above 60"""
import re

from common import files, read, report

FILE, FUNCTION = 600, 60


def functions(lines):
    """(line number, name, length) of each: from a brace in the first column to the next one"""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            yield start, name_before(lines, start), number - start - 1
            start = None
        elif line.startswith("}"):  # of a type or a table
            start = None


def name_before(lines, brace):
    for line in reversed(lines[: brace - 1]):
        named = re.match(r"(?:[\w* ]* [*]*)?(\w+) ?\(", line)
        if named and not line.startswith(" "):
            return named[1]
    return "a function"


def main():
    problems = []
    for path in files("src", "tests", suffixes={".c"}):
        lines = read(path).splitlines()
        if len(lines) > FILE:
            problems.append(f"{path}: {len(lines)} lines; at most {FILE}")
        for number, name, length in functions(lines):
            if length > FUNCTION:
                problems.append(f"{path}:{number}: {name}: {length} lines; at most {FUNCTION}")
    report(problems)


main()
