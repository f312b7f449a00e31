# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Every source file names its licence, and none is left to be finished"""
import re
import subprocess
from pathlib import Path

from common import SOURCE, read, report

SUFFIXES = set(".blp .build .c .css .h .options .py .sh".split())
LICENCE = "SPDX-License-Identifier: "
HOLDER = "SPDX-FileCopyrightText: "
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")
LEFT_OUT = {"build", "build-asan", "out"}


def tracked():
    """What git keeps or would keep; without git, everything"""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        found = subprocess.run(command, cwd=SOURCE, capture_output=True, check=True).stdout
        return [Path(name) for name in found.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [p.relative_to(SOURCE) for p in SOURCE.rglob("*") if p.is_file()]
        return [p for p in paths if p.parts[0] not in LEFT_OUT]


def is_source(path):
    if path.suffix in SUFFIXES or path.name.endswith(".gschema.xml"):
        return True
    return not path.suffix and (SOURCE / path).read_bytes()[:2] == b"#!"


def main():
    problems = []
    for path in sorted(tracked()):
        if not (SOURCE / path).is_file() or not is_source(path):
            continue
        text = read(path)
        head = "\n".join(text.splitlines()[:8])
        for line in LICENCE, HOLDER:
            if line not in head:
                problems.append(f"{path}: begins without {line}")
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line):
                problems.append(f"{path}:{number}: {line.strip()}")
    report(problems)


main()
