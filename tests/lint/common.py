# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What the checks share"""
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1])
BUILD = Path(sys.argv[2])


def files(*folders, suffixes):
    """All files below folders of the source, as paths from its top"""
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path.relative_to(SOURCE)


def read(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def report(problems):
    """Print them and leave"""
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
