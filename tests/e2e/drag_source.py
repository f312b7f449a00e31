# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Another program, from which files are dragged: a small window that offers them by the drag and drop protocol of
X (XDND 5), as a file manager does, to whatever the pointer is over.

    with DragSource(app, [path, ...]) as source:
        source.drop_on(node)

python3 drag_source.py FILE... is that program. It prints "ready", and "dropped" or "refused" at the end of a drag.
"""
import sys
import time
from pathlib import Path

from Xlib import X, Xatom, display
from Xlib.protocol import event

SIZE = 40
VERSION = 5


class Window:
    """Follows a drag that begins on it"""

    def __init__(self, files):
        self.x = display.Display()
        self.root = self.x.screen().root
        self.data = "".join(Path(name).absolute().as_uri() + "\r\n" for name in files).encode()
        self.window = self.root.create_window(
            0, 0, SIZE, SIZE, 0, X.CopyFromParent, override_redirect=1,
            background_pixel=self.x.screen().white_pixel,
            event_mask=X.ButtonPressMask | X.ButtonReleaseMask | X.PointerMotionMask,
        )
        self.window.map()
        self.x.sync()
        self.forget()

    def forget(self):
        self.dragging, self.target, self.waiting, self.next = False, None, False, None
        self.accepted, self.released = False, False

    def atom(self, name):
        return self.x.intern_atom(name)

    def aware(self):
        """The window under the pointer that takes drops"""
        window = self.root
        while child := window.query_pointer().child:
            window = child
            if window.get_full_property(self.atom("XdndAware"), X.AnyPropertyType):
                return window
        return None

    def tell(self, kind, *data):
        message = event.ClientMessage(
            window=self.target, client_type=self.atom(kind),
            data=(32, [self.window.id, *data, *[0] * (4 - len(data))]),
        )
        self.target.send_event(message)
        self.x.flush()

    def enter(self, window):
        if self.target:
            self.tell("XdndLeave")
        self.target, self.waiting, self.accepted = window, False, False
        if window:
            self.tell("XdndEnter", VERSION << 24, self.atom("text/uri-list"))

    def move(self, moved):
        window = self.aware()
        if (window and window.id) != (self.target and self.target.id):
            self.enter(window)
        self.next = moved
        self.send_position()

    def send_position(self):
        """One at a time: the other side answers each"""
        if self.target and self.next and not self.waiting:
            place = self.next.root_x << 16 | self.next.root_y
            self.tell("XdndPosition", 0, place, self.next.time, self.atom("XdndActionCopy"))
            self.next, self.waiting = None, True

    def finish(self, when):
        """The button is up, and all movements are answered"""
        if not self.released or self.waiting:
            return
        self.released = False
        if self.target and self.accepted:
            self.tell("XdndDrop", 0, when)
        else:
            self.enter(None)
            print("refused", flush=True)
            self.forget()

    def answer(self, asked):
        """Hand over the files"""
        where = asked.property or asked.target
        if asked.target == self.atom("TARGETS"):
            asked.requestor.change_property(where, Xatom.ATOM, 32, [self.atom("text/uri-list")])
        elif asked.target == self.atom("text/uri-list"):
            asked.requestor.change_property(where, asked.target, 8, self.data)
        else:
            where = X.NONE
        told = {"requestor": asked.requestor, "selection": asked.selection, "target": asked.target}
        asked.requestor.send_event(event.SelectionNotify(time=asked.time, property=where, **told))
        self.x.flush()

    def hear(self, told):
        if told.client_type == self.atom("XdndStatus"):
            self.waiting, self.accepted = False, bool(told.data[1][1] & 1)
            self.send_position()
            self.finish(X.CurrentTime)
        elif told.client_type == self.atom("XdndFinished"):
            print("dropped", flush=True)
            self.forget()

    def run(self):
        print("ready", flush=True)
        mask = X.ButtonReleaseMask | X.PointerMotionMask
        while True:
            happened = self.x.next_event()
            if happened.type == X.ButtonPress:
                self.dragging = True
                self.window.set_selection_owner(self.atom("XdndSelection"), happened.time)
                self.window.grab_pointer(
                    False, mask, X.GrabModeAsync, X.GrabModeAsync, X.NONE, X.NONE, happened.time
                )
            elif happened.type == X.MotionNotify and self.dragging:
                self.move(happened)
            elif happened.type == X.ButtonRelease and self.dragging:
                self.x.ungrab_pointer(happened.time)
                self.dragging, self.released = False, True
                self.finish(happened.time)
            elif happened.type == X.SelectionRequest:
                self.answer(happened)
            elif happened.type == X.ClientMessage:
                self.hear(happened)


class DragSource:
    """That program, on the screen of an app, and the pointer that drags from it"""

    def __init__(self, app, files):
        self.app = app
        self.proc = app.screen.spawn(sys.executable, __file__, *map(str, files), log="drag-source")
        self.log = app.screen.tmp / "drag-source.log"
        self.seen = len(self.log.read_text())

    def __enter__(self):
        self.await_word("ready")
        return self

    def __exit__(self, *_):
        self.proc.terminate()
        self.proc.wait(5)

    def await_word(self, *words):
        end = time.monotonic() + 10
        while time.monotonic() < end:
            said = self.log.read_text()[self.seen :].split()
            if found := [word for word in words if word in said]:
                self.seen = len(self.log.read_text())
                return found[0]
            time.sleep(0.02)
        raise AssertionError(f"not {words}: {self.log.read_text()}")

    def drop_on(self, node):
        """With the pointer, from that window to the middle of a widget. Whether it was taken."""
        screen = self.app.screen
        x, y, width, height = node.rect
        screen.pointer(SIZE / 2, SIZE / 2)
        screen.event(X.ButtonPress, 1)
        self.app.move_to(x + width / 2, y + height / 2)
        screen.event(X.ButtonRelease, 1)
        return self.await_word("dropped", "refused") == "dropped"


if __name__ == "__main__":
    Window(sys.argv[1:]).run()
