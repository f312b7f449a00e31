# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Drive a GTK 4 app headless as a user would: real pointer and keyboard events on a Screen with a
window manager; AT-SPI only tells what is on the screen and where.

    with App(["samenspel", "--example"], lang="nl_NL.UTF-8") as app:
        app.click(role="list item", name="Convenant")
        app.type("één €")
        app.press("ctrl+z")

Every App has a Screen, session bus and HOME of its own; tests can run in parallel. Wait for a
condition, never for a time. Two settings come from the environment, and ./dev and meson set them:
SAMENSPEL_A11YFIX, where a11yfix.so was built, and DRIVE_ARTIFACTS, a folder for a picture and a
dump of what was on the screen when a test failed.
"""
import itertools
import os
import re
import shutil
import signal
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # Atspi only for the names of roles and states
from Xlib import X

from screen import Screen

SHIM = os.environ.get("SAMENSPEL_A11YFIX", "")
SPI = "org.a11y.atspi."
ROLES = {n: Atspi.Role(n).value_nick.replace("-", " ") for n in range(131)}
ROLES[43] = "button"  # a push button, to older ones
STATES = {n: Atspi.StateType(n).value_nick for n in range(44)}
QUIET = set("visible showing sensitive enabled focusable vertical horizontal selectable".split())
ALERT, DIALOG = 2, 16  # roles


class NotFound(AssertionError):
    pass


class Gone(Exception):
    """The widget, or the whole app, is no longer there (or lacks that interface)"""


def wait(condition, timeout=10, what="condition", step=0.03):
    """Poll until condition() is truthy and return that; raise NotFound after timeout seconds"""
    end = time.monotonic() + timeout
    while True:
        try:
            value = condition()
        except Gone:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotFound(f"{what}: not within {timeout} s")
        time.sleep(step)


class Finder:
    """find_all, find and gone for a Node (below it) and an App (in all its windows). Roles are
    AT-SPI's ("button", "text", "check box", "list item", "menu item"...); name and text are a
    string or a compiled regex; only what is shown counts, scrolled out of view included, unless
    shown=False."""

    def find_all(self, *a, **kw):
        return list(self.matches(*a, **kw))

    def find(self, role=None, name=None, timeout=10, nth=0, **kw):
        """Wait for the nth match"""

        def look():
            if nth < 0:
                found = self.find_all(role, name, **kw)
                return found[nth] if len(found) >= -nth else None
            return next(itertools.islice(self.matches(role, name, **kw), nth, None), None)

        try:
            return wait(look, timeout, f"{role=} {name=} {kw or ''} {nth=}")
        except NotFound as e:
            raise NotFound(f"{e}\n{self.app.tree()}") from None

    def gone(self, role=None, name=None, timeout=10, **kw):
        """Wait until nothing matches"""
        what = f"still there: {role=} {name=} {kw}"
        wait(lambda: next(self.matches(role, name, **kw), self) is self, timeout, what)


class Node(Finder):
    """An accessible object. Nothing is cached: every property asks the app."""

    def __init__(self, app, bus, path):
        self.app, self.bus, self.path = app, bus, path

    def call(self, iface, method, sig=None, *args):
        iface = iface if "." in iface else SPI + iface
        args = GLib.Variant(sig, args) if sig else None
        try:
            return self.app.a11y.call_sync(
                self.bus, self.path, iface, method, args, None, 0, 5000, None
            ).unpack()
        except GLib.Error as e:
            raise Gone(e.message) from None

    def prop(self, iface, name):
        return self.call("org.freedesktop.DBus.Properties", "Get", "(ss)", SPI + iface, name)[0]

    def _or(self, default, *call):
        try:
            return self.call(*call)[0]
        except Gone:
            return default

    @property
    def role(self):
        return ROLES[self.call("Accessible", "GetRole")[0]]  # GetRoleName is translated

    @property
    def description(self):
        return self.prop("Accessible", "Description")

    @property
    def value(self):
        """The number in a spin button, whose text is empty"""
        return self.prop("Value", "CurrentValue")

    @property
    def text(self):
        """What an entry, label or text view holds; None if it is nothing of the kind"""
        return self._or(None, "Text", "GetText", "(ii)", 0, -1)

    @property
    def parent(self):
        return Node(self.app, *self.prop("Accessible", "Parent"))

    @property
    def children(self):
        return [Node(self.app, *ref) for ref in self.call("Accessible", "GetChildren")[0]]

    @property
    def rect(self):
        """(x, y, width, height) on the screen; 0 x 0 if not shown. Right thanks to a11yfix.so"""
        return self._or((0, 0, 0, 0), "Component", "GetExtents", "(u)", 1)

    @property
    def shown(self):
        return min(self.rect[2:]) > 0

    @property
    def name(self):
        name = self.prop("Accessible", "Name")
        if not name and "menu item" in self.role:  # GTK 4.18 leaves those only "labelled by"
            for kind, refs in self.call("Accessible", "GetRelationSet")[0]:
                name = name or (Node(self.app, *refs[0]).text if kind == 2 else "")
        return name

    @property
    def states(self):
        low, high = self.call("Accessible", "GetState")[0]
        return {name for bit, name in STATES.items() if (low | high << 32) >> bit & 1}

    @property
    def actions(self):
        count = self.prop("Action", "NActions")
        return [self._or("", "Action", "GetName", "(i)", i) for i in range(count)]

    def do(self, action):
        """Invoke an AT-SPI action; rather click, as a user would"""
        self.call("Action", "DoAction", "(i)", self.actions.index(action))

    def walk(self, hidden=False, depth=0):
        """This node and all under it as (node, depth), without what is not shown"""
        try:
            kids = self.children if hidden or not depth or self.rect[2:] != (0, 0) else None
        except Gone:
            kids = None
        if kids is not None:
            yield self, depth
            for kid in kids:
                yield from kid.walk(hidden, depth + 1)

    def matches(self, role=None, name=None, text=None, state=None, shown=True):
        wanted = {"role": role, "name": name, "text": text}
        wanted = {attr: want for attr, want in wanted.items() if want is not None}

        def ok(node, attr, want):
            value = getattr(node, attr)
            return want.search(value or "") if hasattr(want, "search") else want == value

        for node, _ in self.walk(hidden=True):
            try:
                if not all(ok(node, attr, want) for attr, want in wanted.items()):
                    continue
                if (state is None or state in node.states) and (not shown or node.shown):
                    yield node
            except Gone:
                pass

    def __repr__(self):
        try:
            name, text, states = self.name, self.text, self.states
            told = f" text={text!r}" if text not in (None, name) else ""
            off = "" if "sensitive" in states else " INSENSITIVE"
            return f"{self.role} {name!r}{told} {self.rect} {' '.join(sorted(states - QUIET))}{off}"
        except Gone as e:
            return f"<gone: {e}>"


class App(Finder):
    """App(argv, env={...}, and Screen's lang, home, size, wm, animations)"""

    def __init__(self, argv, env=None, **screen):
        self.app, self.argv, self.extra, self.proc = self, argv, env or {}, None
        self.screen = s = Screen(**screen)
        self.home, self.type, self.press, self.screenshot = s.home, s.type, s.press, s.screenshot
        self.bus = self._connect(s.env["DBUS_SESSION_BUS_ADDRESS"])
        where = "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"
        address = self.bus.call_sync(*where, None, None, 0, 10000, None).unpack()[0]
        self.a11y = self._connect(address)
        self.registry = Node(self, SPI + "Registry", "/org/a11y/atspi/accessible/root")

    def _connect(self, address):
        flags = Gio.DBusConnectionFlags
        flags = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        bus.set_exit_on_close(False)
        return bus

    # -- life --------------------------------------------------------------------------------------
    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        if kind and "DRIVE_ARTIFACTS" in os.environ:
            self.dump(Path(os.environ["DRIVE_ARTIFACTS"]))
        self.stop()

    def dump(self, folder):
        """Leave a picture and a description of what is on the screen, and all output"""
        folder.mkdir(parents=True, exist_ok=True)
        out = folder / time.strftime(f"{Path(self.argv[0]).name}-%H%M%S-{os.getpid()}")
        self.screenshot(f"{out}.png")
        texts = [self.tree()]
        for log in self.screen.tmp.glob("*.log"):
            texts.append(f"== {log.name}\n{log.read_text(errors='replace')}")
        Path(f"{out}.txt").write_text("\n\n".join(texts))

    def start(self, argv=None, timeout=30):
        """Start the app (again) and wait for its first window"""
        argv = argv or self.argv
        if not shutil.which(argv[0]):
            raise NotFound(f"there is no {argv[0]} on the PATH: ./dev build installs it")
        # Software OpenGL is slow to start, and takes nothing but time: pass env={...} to test it
        env = {"GSK_RENDERER": "cairo", "GDK_DISABLE": "gl,vulkan"}
        env |= {"GTK_A11Y": "atspi", "LD_PRELOAD": SHIM}
        env = self.screen.env | env | self.extra
        self.proc = self.screen.spawn(*argv, log="app", cwd=self.home, env=env)
        wait(lambda: self.windows or self.proc.poll() is not None, timeout, "first window")
        if self.proc.poll():
            raise NotFound(f"{argv} ended with {self.proc.returncode}:\n{self.log}")
        return self

    def wait_exit(self, timeout=10):
        return self.proc.wait(timeout)

    def kill(self, sig=signal.SIGKILL):
        """Crash the app; desktop, session bus and HOME stay, and start() brings it back"""
        self.proc.send_signal(sig)
        return self.proc.wait(10)

    def stop(self):
        if self.proc and self.proc.poll() is None:
            self.kill()
        self.screen.stop()

    # -- looking -----------------------------------------------------------------------------------
    @property
    def log(self):
        """The app's stdout and stderr"""
        return (self.screen.tmp / "app.log").read_text(errors="replace")

    @property
    def windows(self):
        """The app's open windows and separate dialogs (an AdwDialog is inside its window)"""
        found = []
        daemon = Node(self, "org.freedesktop.DBus", "/")
        for app in self.registry.children:
            try:
                pid = daemon.call(daemon.bus, "GetConnectionUnixProcessID", "(s)", app.bus)[0]
                if os.getsid(pid) == self.proc.pid:
                    found += [w for w in app.children if w.shown]
            except (Gone, OSError):
                pass
        return found

    def matches(self, *a, **kw):
        return (n for w in self.windows for n in w.matches(*a, **kw))

    def tree(self, hidden=False):
        """What is on the screen, a widget a line, without the anonymous boxes"""
        lines = ((d, repr(n)) for w in self.windows for n, d in w.walk(hidden))
        box = re.compile(r"(panel|grouping|filler) '' \(.*\) $")
        return "\n".join("  " * d + s for d, s in lines if not box.match(s))

    def settle(self, quiet=0.4, timeout=10):
        """Wait until nothing on the screen has changed for a while"""
        seen = [None, 0]

        def calm():
            now = self.tree()
            if now != seen[0]:
                seen[:] = now, time.monotonic()
            return time.monotonic() - seen[1] > quiet

        wait(calm, timeout, "a calm screen")

    # -- doing (and type, press, screenshot) -------------------------------------------------------
    def click(self, node=None, button=1, count=1, timeout=10, **query):
        """Click in the middle of a widget: click(node) or click(role=..., name=...)"""
        end = time.monotonic() + timeout
        while True:
            target = node or self.find(timeout=timeout, **query)
            try:
                self._point(target, timeout)
                break
            except Gone:  # lists replace their rows
                if node or time.monotonic() > end:
                    raise
        for _ in range(count):
            self.screen.button(button)
        return target

    def hold(self, node):
        """Begin to drag a widget. GTK does so after some pixels."""
        self._point(node, 10)
        self.screen.event(X.ButtonPress, 1)
        x, y, w, h = node.rect
        for step in range(1, 11):
            self.screen.pointer(x + w / 2, y + h / 2 + 3 * step)

    def move_to(self, x, y):
        """Drag on to there. GTK hears of the place to drop at by a movement over it."""
        for step in (-2, -1, 0, 0):
            self.screen.pointer(x, y + step)
            time.sleep(0.05)  # the app, this program and the drag and drop of X take turns

    def let_go(self):
        self.screen.event(X.ButtonRelease, 1)

    def drag(self, node, onto, after=False, drop=True):
        """Drag a widget onto the upper or lower half of another"""
        self.hold(node)
        x, y, w, h = onto.rect
        self.move_to(x + w / 2, y + h * (0.8 if after else 0.2))
        if drop:
            self.let_go()

    def fill(self, node=None, value="", **query):
        """Replace what an entry holds: click in it, select all, type"""
        node = self.click(node, **query)
        wait(lambda: "focused" in node.states, 3, f"focus on {node!r}")
        self.press("ctrl+a")
        self.press("BackSpace")
        self.type(value)
        return node

    def _point(self, node, timeout):
        """Put the pointer on a widget once it stands still and nothing is over it, turning the
        wheel while an ancestor clips it. (GTK lays out a frame later than it handles an event.)"""
        clips, up, popover = [], node.parent, False
        while not up.path.endswith("/root"):
            clips.append(up)
            popover = up.call("Component", "GetLayer")[0] == 5
            if popover:
                break  # a surface of its own, not clipped by what it points at
            up = up.parent
        last, cover, extra, still, end = None, None, 0, 0, time.monotonic() + timeout
        while time.monotonic() < end:
            x, y, w, h = rect = node.rect
            middle = x + w / 2, y + h / 2
            rects = (c.rect for c in clips)
            clip = next((r for r in rects if not r[1] <= middle[1] <= r[1] + r[3]), None)
            still = still + 1 if w and rect == last and not extra else 0
            if w and clip:
                wheel, pane, extra = 4 if y < clip[1] else 5, clip, 2  # and further, off the edge
            elif still == 2:
                cover = None if popover else self._cover(clips[-1], node, *middle)
                if cover:
                    still = 0
                self.screen.pointer(middle[0] - 1, middle[1])  # nothing may have moved then, either
                self.screen.pointer(*middle)
            elif still == 4:
                return
            if extra:
                # at its edge: the wheel would turn a spin button
                self.screen.pointer(pane[0] + 5, pane[1] + pane[3] / 2)
                self.screen.button(wheel)
                extra -= not clip
            last = rect if w else node.role and None  # raises Gone if it is
            time.sleep(0.04)
        why = f"is behind {cover}" if cover else "does not come into view"
        raise NotFound(f"{node!r} {why}")

    def _cover(self, window, node, x, y):
        """The toast or in-window dialog over a point of a widget: they come after it in the tree"""
        passed = False
        for n, _ in window.walk(hidden=True):
            passed = passed or n.path == node.path
            if passed and n._or(0, "Accessible", "GetRole") in (ALERT, DIALOG):
                left, top, w, h = n.rect
                if left <= x < left + w and top <= y < top + h:
                    return repr(n)
        return None
