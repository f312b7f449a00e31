# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""C as clang-format lays it out, Blueprint as its compiler does; ./dev format repairs both"""
import re
import subprocess

from common import SOURCE, files, report


def wrong(paths, tool, *options, fault):
    """Those of the files with which a tool finds fault; all that it says where it names none"""
    if not paths:
        return []
    command = [tool, *options, *paths]
    result = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False)
    if not result.returncode:
        return []
    said = result.stdout + result.stderr
    found = sorted(set(re.findall(fault, said, re.M)))
    return [f"{path}: not as {tool} lays it out; ./dev format repairs it" for path in found] or [said]


def main():
    c = [*files("src", "tests", suffixes={".c", ".h"})]
    blueprints = [*files("src", "data", suffixes={".blp"})]
    problems = wrong(c, "clang-format", "--dry-run", "-Werror", fault=r"^(.+?):\d+:\d+: error: ")
    problems += wrong(blueprints, "blueprint-compiler", "format", "-n", fault=r"Would format (\S+)")
    report(problems)


main()
