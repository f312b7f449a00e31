# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Measure how fast apps start, headless: python3 startup.py [options] COMMAND...

The first COMMAND is the base of the ratios. Each is a shell-like command line and may start with a
name and VAR=value settings, as in  "empty window: GSK_RENDERER=cairo ./hello".

Per run, in milliseconds from just before exec:
  map    the first window of at least 150 x 150 pixels is mapped (X11 MapNotify)
  frame  that window shows something: its first damage after which it has more than one colour
  cpu    user + system time of the app's processes up to that frame
and once it has been up for --settle seconds, in MiB:
  pss    its share of the memory; priv: what only this process has
Rounds are interleaved: every round runs every command once, starting with another one each time.
All share a session and home folder; a warm-up round is thrown away, so this is a warm start.
Compare within one run only: the base differs from run to run.
"""
import argparse
import json
import os
import re
import shlex
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from Xlib import X
from Xlib.error import XError
from Xlib.ext import damage

from screen import Screen

COLUMNS = "map frame cpu pss priv".split()


def session(pid):
    """The processes of the session that pid leads: the app and its children"""
    found = []
    for p in Path("/proc").iterdir():
        if p.name.isdigit():
            try:
                if os.getsid(int(p.name)) == pid:
                    found.append(int(p.name))
            except OSError:
                pass
    return found


def cpu(pids):
    total = 0
    for pid in pids:
        try:
            total += time.clock_gettime((~pid << 3) | 2)  # the CPU clock of another process
        except OSError:
            pass
    return total * 1000


def memory(pids):
    """(PSS, private) in MiB"""
    total = {"Pss": 0, "Private_Clean": 0, "Private_Dirty": 0}
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        for key, kib in re.findall(r"^(\w+): +(\d+) kB", rollup, re.M):
            if key in total:
                total[key] += int(kib) / 1024
    return total["Pss"], total["Private_Clean"] + total["Private_Dirty"]


def end(app):
    for sig in signal.SIGTERM, signal.SIGKILL:
        for pid in session(app.pid):
            try:
                os.kill(pid, sig)
            except OSError:
                pass
        until = time.monotonic() + 3
        while session(app.pid) and time.monotonic() < until:
            app.poll()
            time.sleep(0.02)
    app.wait()


class Desk(Screen):
    """A screen on which windows are watched"""

    def __init__(self, lang):
        super().__init__(lang=lang, animations=True)
        self.output = open(self.tmp / "apps.log", "ab")
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.x.damage_query_version()
        self.x.set_error_handler(lambda *_: None)  # windows go away while we look at them

    def client(self, window):
        """The app's own window in the frame that the window manager put around it"""
        for w in [window] + window.query_tree().children:
            if w.get_wm_class():
                return w
        return window

    def events(self):
        while self.x.pending_events():
            yield self.x.next_event()

    def painted(self, window):
        """Whether a row of pixels through the window's header or middle has several colours"""
        g, at = window.get_geometry(), window.translate_coords(self.root, 0, 0)  # minus its place
        left, right = max(10 - at.x, 0), min(g.width - 10 - at.x, self.size[0])
        for y in (row - at.y for row in (12, 25, 50, g.height // 2)):
            if right > left and 0 <= y < self.size[1]:
                pixels = self.root.get_image(left, y, right - left, 1, X.ZPixmap, 0xFFFFFFFF).data
                if len({pixels[i : i + 3] for i in range(0, len(pixels), 4)}) > 1:
                    return True
        return False

    def watch(self, app, start, timeout):
        """The times of the first window and its first picture"""
        out, window = {}, None
        while time.monotonic() - start < timeout and (app.poll() is None or session(app.pid)):
            changed = False
            try:
                for event in self.events():
                    if event.type == X.MapNotify and not event.override and not window:
                        size = event.window.get_geometry()
                        if min(size.width, size.height) >= 150:
                            out["map"] = time.monotonic() - start
                            window, changed = self.client(event.window), True
                            window.damage_create(damage.DamageReportRawRectangles)
                    changed = changed or event.__class__.__name__ == "DamageNotify"
                now = time.monotonic() - start
                if window and changed and self.painted(window):
                    return out | {"frame": now}
            except XError:  # gone already: wait for the next one
                window = None
            time.sleep(0.0005)
        raise TimeoutError(f"no window within {timeout} s: {(self.tmp / 'apps.log').read_text()}")

    def run(self, env, argv, timeout, settle):
        for _ in self.events():
            pass
        start = time.monotonic()
        app = subprocess.Popen(
            argv,
            env=self.env | env,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            stderr=self.output,
            start_new_session=True,
        )
        try:
            times = self.watch(app, start, timeout)
            out = {key: value * 1000 for key, value in times.items()}
            out["cpu"] = cpu(session(app.pid))
            time.sleep(max(0, start + times["frame"] + settle - time.monotonic()))
            out["pss"], out["priv"] = memory(session(app.pid))
        finally:
            end(app)
        time.sleep(0.4)
        return out


def parse_command(line):
    name, colon, rest = line.partition(": ")
    if not colon:
        name, rest = line, line
    words, env = shlex.split(rest), {}
    while "=" in words[0]:
        key, _, env[key] = words.pop(0).partition("=")
    return name, env, words


def measure(desk, commands, options):
    results = {name: [] for name, *_ in commands}
    for i in range(options.rounds + 1):
        turn = i % len(commands)
        for name, env, argv in commands[turn:] + commands[:turn]:
            r = desk.run(env, argv, options.timeout, options.settle)
            figures = " ".join(f"{k}={v:.0f}" for k, v in r.items())
            print(f"{i}/{options.rounds} {name}: {figures}", file=sys.stderr)
            if i:
                results[name].append(r)
    return results


def report(results, rounds):
    """Print a table; return the ratios of the last command to the first"""
    load = os.getloadavg()[0]
    print(f"\nmedian of {rounds} (multiple of the first); ms and MiB; load {load:.2f}\n")
    print("| command | " + " | ".join(COLUMNS) + " |\n|---|" + "---:|" * len(COLUMNS))
    base, ratios = None, {}
    for name, runs in results.items():
        medians = {key: statistics.median(r[key] for r in runs) for key in COLUMNS}
        base = base or medians
        ratios = {key: medians[key] / base[key] for key in COLUMNS}
        cells = (f"{medians[key]:.0f} ({ratios[key]:.2f}×)" for key in COLUMNS)
        print(f"| {name} | " + " | ".join(cells) + " |")
    return ratios


def parse_options():
    p = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    p.add_argument("commands", nargs="+", metavar="COMMAND", type=parse_command)
    p.add_argument("-n", "--rounds", type=int, default=7, help="7 unless told")
    p.add_argument("--lang", default="nl_NL.UTF-8")
    p.add_argument("--settle", type=float, default=3, help="seconds before memory is measured (3)")
    p.add_argument("--timeout", type=float, default=30)
    p.add_argument("--json", type=Path, help="write every run's figures there")
    p.add_argument(
        "--most",
        action="append",
        default=[],
        metavar="COLUMN=RATIO",
        help="fail where the last command takes more than so many times the first",
    )
    return p.parse_args()


def main():
    options = parse_options()
    desk = Desk(options.lang)
    try:
        results = measure(desk, options.commands, options)
    finally:
        desk.stop()
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    ratios = report(results, options.rounds)
    failed = False
    for limit in options.most:
        column, _, most = limit.partition("=")
        if ratios[column] > float(most):
            print(f"{column} is {ratios[column]:.2f} times the base; at most {most} was meant")
            failed = True
    return failed


if __name__ == "__main__":
    sys.exit(main())
