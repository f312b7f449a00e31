# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""C as clang-format lays it out, Blueprint as its compiler does; ./dev format repairs both"""
import subprocess

from common import SOURCE, files, report


def run(command, paths):
    if not paths:
        return []
    result = subprocess.run(
        [*command, *map(str, paths)], cwd=SOURCE, capture_output=True, text=True, check=False
    )
    return [result.stdout + result.stderr] if result.returncode else []


def main():
    c = files("src", "tests", suffixes={".c", ".h"})
    blueprints = files("src", "data", suffixes={".blp"})
    problems = run(["clang-format", "--dry-run", "-Werror"], list(c))
    problems += run(["blueprint-compiler", "format"], list(blueprints))
    report(problems)


main()
