# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""A private desktop to run an app on: X server (Xvfb), window manager, session bus, HOME, and a
pointer and keyboard (XTEST).

python3 screen.py COMMAND... runs a command there, with the rest of the environment as it is.
"""
import fcntl
import os
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from pathlib import Path

from Xlib import X, XK, Xatom, display
from Xlib.ext import xtest
from Xlib.protocol import event

XK.load_keysym_group("xkb")  # dead keys
KEPT = "PATH USER XDG_DATA_DIRS XDG_CURRENT_DESKTOP FLATPAK_SYSTEM_DIR".split()
MODS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "super": "Super_L"}
KEYS = {"\n": "Return", "\t": "Tab", "\b": "BackSpace"}
# Not on a US keyboard: put on spare keys before the app starts, see keycode()
EXTRA = "éèëêïíöóôüúûáàäâçñÉÈËÏÖÓÜÁÄÇ€£§°±²³½×·–—‘’“”…•"


class Screen:
    """With a home folder and a folder for the session (XDG_RUNTIME_DIR) that are thrown away, unless
    others are given"""

    def __init__(
        self,
        lang="C.UTF-8",
        home=None,
        size=(1280, 900),
        wm="openbox",
        animations=False,
        runtime=None,
    ):
        self.size, self.procs, self.keys = size, [], {}
        self.tmp = Path(tempfile.mkdtemp(prefix="drive-"))
        self.home = Path(home or self.tmp / "home")
        ini = self.home / ".config/gtk-4.0/settings.ini"
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(f"[Settings]\ngtk-enable-animations={str(animations).lower()}\n")
        run = Path(runtime or self.tmp / "run")
        run.mkdir(mode=0o700, exist_ok=True)
        bus = f"unix:path={run}/bus"
        self.env = {k: os.environ[k] for k in KEPT if k in os.environ} | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(run),
            "LANG": lang,
            "LC_ALL": lang,
            "GDK_BACKEND": "x11",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "DBUS_SYSTEM_BUS_ADDRESS": bus,  # no system services, but a bus
        }
        self.start_server()
        self.spawn("dbus-daemon", "--session", "--nofork", "--address=" + bus)
        self.x = display.Display(self.env["DISPLAY"])
        self.root = self.x.screen().root
        for char in EXTRA:
            self.keycode(char, settle=0)
        if wm:
            self.spawn(wm)
            ready = self.x.intern_atom("_NET_SUPPORTING_WM_CHECK")
            while not self.root.get_full_property(ready, X.AnyPropertyType):
                time.sleep(0.02)
            while not self.focuses():
                pass
        while not (run / "bus").exists():
            time.sleep(0.02)
        self.pointer(size[0] - 1, size[1] - 1)  # out of the way

    def start_server(self):
        number = self.lock_display()
        r, w = os.pipe()
        screen = ["-screen", "0", "%dx%dx24" % self.size, "-noreset", "-displayfd", str(w)]
        quiet = ["-nolisten", "tcp", "-nolisten", "local"]
        self.spawn("Xvfb", f":{number}", *screen, *quiet, pass_fds=[w])
        os.close(w)
        with os.fdopen(r) as ready:  # the whole line: Xvfb dies if it cannot write its end
            ready.readline()
        self.env["DISPLAY"] = f":{number}"

    def lock_display(self):
        """Find a display that nobody has. Xvfb locks none when it tells that it is ready, and two
        that start at once would take the same: so one lock of our own for each."""
        for number in range(100, 10000):
            if not Path(f"/tmp/.X11-unix/X{number}").exists():
                try:
                    self.lock = open(f"/tmp/.samenspel-display-{number}", "w")
                    fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    return number
                except OSError:
                    pass
        raise RuntimeError("no display is free")

    def focuses(self):
        """Whether a new window gets the focus. Openbox says that it is there while it still starts:
        what is opened by then never gets it."""
        depth = self.root.get_geometry().depth
        window = self.root.create_window(0, 0, 50, 50, 0, depth)
        window.map()
        self.x.sync()
        active = self.x.intern_atom("_NET_ACTIVE_WINDOW")
        end = time.monotonic() + 0.5
        found = False
        while not found and time.monotonic() < end:
            time.sleep(0.02)
            value = self.root.get_full_property(active, X.AnyPropertyType)
            found = bool(value) and value.value[0] == window.id
        window.destroy()
        self.x.sync()
        return found

    def spawn(self, *argv, log=None, **kw):
        """Start a program here, in a session (setsid) of its own"""
        with open(self.tmp / f"{log or argv[0]}.log", "ab") as out:
            kw = {"env": self.env, "stdout": out, "stderr": out, "stdin": subprocess.DEVNULL} | kw
            p = subprocess.Popen(argv, start_new_session=True, **kw)
        self.procs.append(p)
        return p

    def stop(self):
        self.x.close()
        for p in reversed(self.procs):
            p.terminate()
        for p in self.procs:
            try:
                p.wait(3)
            except subprocess.TimeoutExpired:
                p.kill()
                p.wait()
        self.lock.close()
        shutil.rmtree(self.tmp, ignore_errors=True)

    def screenshot(self, path):
        """Save what the screen shows as a PNG"""
        w, h = self.size
        bgrx = self.root.get_image(0, 0, w, h, X.ZPixmap, 0xFFFFFFFF).data
        rgb = bytearray(w * h * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
        rows = b"".join(b"\0" + rgb[y * w * 3 : (y + 1) * w * 3] for y in range(h))
        header = struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0)
        chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
        png = b"\x89PNG\r\n\x1a\n"
        for kind, data in chunks:
            crc = zlib.crc32(kind + data)
            png += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)
        Path(path).write_bytes(png)

    def event(self, kind, detail=0, **kw):
        xtest.fake_input(self.x, kind, detail, **kw)
        self.x.sync()
        time.sleep(0.008)

    def pointer(self, x, y):
        self.event(X.MotionNotify, x=int(x), y=int(y))

    def button(self, button=1):
        """1 left, 2 middle, 3 right, 4 wheel up, 5 wheel down"""
        self.event(X.ButtonPress, button)
        # As long as a finger does. GTK makes up a motion event after a layout and asks the server
        # for the buttons: released already, it drops the click whose press it is still handling.
        time.sleep(0.08 if button < 4 else 0)
        self.event(X.ButtonRelease, button)

    def keycode(self, key, settle=0.3):
        """(keycode, shift) for a character or X keysym name; one without a key gets a spare one"""
        if key not in self.keys:
            name = KEYS.get(key, key)
            if len(name) > 1:
                sym = XK.string_to_keysym(name)
            else:
                sym = ord(key) + (ord(key) > 255) * 0x1000000
            if not sym:
                raise ValueError(f"no such key: {key}")
            codes = self.x.keysym_to_keycodes(sym)
            hits = sorted((level, code) for code, level in codes if level < 2)
            if hits:
                self.keys[key] = hits[0][1], hits[0][0]
            else:  # over a multimedia key
                taken = {code for code, _ in self.keys.values()} | set(range(203, 208))
                code = next(
                    c
                    for c in range(255, 139, -1)
                    if c not in taken and not 0 < self.x.keycode_to_keysym(c, 0) < 0x10080000
                )
                self.x.change_keyboard_mapping(code, [(sym, sym)])
                self.x.sync()
                time.sleep(settle)  # the app has to notice
                self.keys[key] = code, 0
        return self.keys[key]

    def key(self, mods, key):
        code, shift = self.keycode(key)
        codes = [self.keycode(m)[0] for m in mods + ["Shift_L"] * shift] + [code]
        for c in codes:
            self.event(X.KeyPress, c)
        for c in reversed(codes):
            self.event(X.KeyRelease, c)

    def type(self, text):
        """Type on the keyboard, into whatever has the focus"""
        for char in text:
            self.key([], char)

    def press(self, combo, times=1):
        """Press a key or shortcut: 'ctrl+n', 'shift+Tab', 'Escape', 'F10', 'alt+F4', 'ctrl+plus'"""
        *mods, key = combo.split("+")
        for _ in range(times):
            self.key([MODS[m] for m in mods], key)


class Clipboard(threading.Thread):
    """Another program of this screen, from which a text was copied; to be entered"""

    def __init__(self, screen, text):
        super().__init__(daemon=True)
        self.x = display.Display(screen.env["DISPLAY"])
        self.window = self.x.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.data = text.encode()

    def __enter__(self):
        self.window.set_selection_owner(self.x.intern_atom("CLIPBOARD"), X.CurrentTime)
        self.x.sync()
        self.start()
        return self

    def __exit__(self, *_):
        self.stopped = True
        self.window.destroy()
        self.x.sync()
        self.join(5)
        self.x.close()

    stopped = False

    def run(self):
        while not self.stopped:
            ready, _, _ = select.select([self.x], [], [], 0.1)
            while ready and not self.stopped and self.x.pending_events():
                asked = self.x.next_event()
                if asked.type == X.SelectionRequest:
                    self.answer(asked)

    def answer(self, asked):
        targets, text = self.x.intern_atom("TARGETS"), self.x.intern_atom("UTF8_STRING")
        where = asked.property or asked.target
        if asked.target == targets:
            asked.requestor.change_property(where, Xatom.ATOM, 32, [targets, text])
        elif asked.target == text:
            asked.requestor.change_property(where, text, 8, self.data)
        else:
            where = X.NONE
        told = dict(requestor=asked.requestor, selection=asked.selection, target=asked.target)
        asked.requestor.send_event(
            event.SelectionNotify(time=asked.time, property=where, **told), propagate=False
        )
        self.x.flush()


def main(argv):
    desk = Screen()
    try:
        env = os.environ | {k: v for k, v in desk.env.items() if k not in ("LANG", "LC_ALL")}
        return subprocess.run(argv, env=env, check=False).returncode
    finally:
        desk.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
