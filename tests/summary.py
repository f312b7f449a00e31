# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Add up what the test runs of several build folders came to, in one closing line.

python3 summary.py BROKEN SKIPPED FOLDER...    where BROKEN builds failed, so that nothing ran, and
    SKIPPED were not made here
"""
import json
import sys
from collections import Counter
from pathlib import Path

KINDS = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}


def main(broken, skipped, folders):
    total = Counter(failed=int(broken), skipped=int(skipped))
    for folder in folders:
        log = Path(folder) / "meson-logs/testlog.json"
        if not log.exists():  # nothing was built, or no test was chosen
            continue
        for line in log.read_text().splitlines():
            test = json.loads(line)
            kind = KINDS.get(test["result"], "failed")
            total[kind] += 1
            if kind == "failed":
                print(f"{test['result']}: {test['name']} in {folder}")
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
