# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Run fuzzers, and say how often they tried and what they found.

python3 run.py OUT MINUTES RUNS FUZZER=FOLDER,FOLDER...
    each for so many MINUTES or so many RUNS, beginning with the files in the folders; what they find
    worth keeping stays in OUT/corpus, and what they find wrong comes in OUT/found
"""
import os
import re
import subprocess
import sys
from pathlib import Path

# Of a reader: how long a text it is given at most. Without, it would be the longest seed.
LONGEST = {"covenant": 8192, "package": 8192, "picture": 8192, "salvage": 65536, "values": 64}


def run(out, minutes, runs, fuzzer, seeds):
    name = fuzzer.name.removeprefix("fuzz-")
    corpus, found = out / "corpus" / name, out / "found"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    dictionary = Path(__file__).parent / f"{name}.dict"
    before = set(found.iterdir())
    command = [
        fuzzer,
        f"-artifact_prefix={found}/{name}-",
        f"-max_len={LONGEST.get(name, 4096)}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        *([f"-dict={dictionary}"] if dictionary.exists() else []),
        *([f"-max_total_time={int(minutes * 60)}"] if minutes else [f"-runs={runs}", "-seed=1"]),
        corpus,
        *seeds,
    ]
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    tried = re.findall(r"stat::number_of_executed_units: (\d+)", result.stderr)
    reached = re.findall(r"cov: (\d+)", result.stderr)
    print(
        f"{name}: {tried[-1] if tried else '?'} executions,",
        f"{reached[-1] if reached else '?'} edges",
        flush=True,
    )
    if result.returncode == 0 and tried and int(tried[-1]) > 0:
        return True
    print("".join(result.stderr.splitlines(keepends=True)[-60:]))
    for path in sorted(set(found.iterdir()) - before):
        print(f"{name}: found {path}")
    return False


def main(out, minutes, runs, *fuzzers):
    os.environ.setdefault("UBSAN_OPTIONS", "halt_on_error=1:print_stacktrace=1")
    well = []
    for fuzzer in fuzzers:
        path, _, seeds = fuzzer.partition("=")
        well.append(run(Path(out), float(minutes), int(runs), Path(path), seeds.split(",")))
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
