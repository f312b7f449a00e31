# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Pictures of all pages: of the example dossier, of an empty one and of one with long names, in
both languages, light and dark, wide and narrow. They come in the folder screenshots of SAMENSPEL_OUT.

python3 screenshots.py [WORD...]    only where all these words apply: nl dark 360x640
"""
import os
import sys
from pathlib import Path

from Xlib import X

from common import DUTCH, ENGLISH, PAGES, Samenspel

OUT = Path(os.environ["SAMENSPEL_OUT"]) / "screenshots"
LANGUAGES = {"en": ENGLISH, "nl": DUTCH}
SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
SIZES = {"1200x800": (1200, 800), "360x640": (360, 640)}
SCREENS = 4  # of a page, at most
EMPTY = "Nieuw Begin"
LONG = "Beroepsonderwijs-, Volwasseneneducatie- en Arbeidsmarkttoeleidingspartnerschap"
LONG = f"{LONG}, {LONG}"


class Pictures:
    """Those of one start of the app"""

    def __init__(self, app, name):
        self.app, self.name = app, name

    def shoot(self, what):
        path = OUT / f"{self.name}-{what}.png"
        self.app.picture(path)
        print(path, flush=True)

    def content(self):
        """What is in the window, without the scroll bar, which comes and goes"""
        width, height = self.app.screen.size
        return self.app.screen.root.get_image(0, 0, width - 24, height, X.ZPixmap, 0xFFFFFFFF).data

    def page(self, dossier, name):
        """Down to its end"""
        pane = self.app.go(name)
        x, y, _, height = pane.rect
        self.app.screen.pointer(x + 5, y + height / 2)  # at its edge: the wheel turns nothing there
        for number in range(1, SCREENS + 1):
            self.shoot(f"{dossier}-{name.lower()}-{number}")
            above = self.content()
            for _ in range(height // 80):
                self.app.screen.button(5)
            self.app.await_still()
            if self.content() == above:
                break

    def dossier(self, what):
        for name in PAGES:
            self.page(what, name)

    def chooser(self, what):
        self.app.press("ctrl+d")
        self.app.find("list", self.app.say("Dossiers"))
        self.shoot(what)

    def open(self, name):
        self.app.click(self.app.find("list", self.app.say("Dossiers")).find("list item", name))
        self.app.find("list", self.app.say("Pages"))

    def add_long(self):
        app = self.app
        self.open(LONG)
        app.go("Covenant")
        app.push("Add _Covenant…")
        app.save("Add Covenant", {"Title": LONG})
        app.add_parties(others=[LONG])
        app.click(app.find("list", app.say("Parties")).find("list item", nth=0))
        app.save("Change Party", {"Represented by": LONG, "Function": LONG})
        app.go("Steering")
        app.push("Add _Goal…")
        app.save("Add Goal", {"Goal": LONG})
        app.push("Add Evaluation Criterion")
        app.save("Add Evaluation Criterion", {"What is measured": LONG, "Unit": "dagdelen/student"})
        app.go("Steps")
        app.push("Add _Milestone…")
        app.save("Add Milestone", {"Milestone": LONG, "Due": "2027", "Contributors": LONG})

    def all(self):
        self.app.maximise()
        self.shoot("welcome")
        self.app.push("Open the _Example")
        self.app.find("list", self.app.say("Pages"))
        self.shoot("example")
        self.dossier("example")
        self.app.cli("new", EMPTY)
        self.app.cli("new", LONG, LONG, LONG)
        self.chooser("dossiers")
        self.open(EMPTY)
        self.dossier("empty")
        self.chooser("dossiers-again")
        self.add_long()
        self.dossier("long")


def main(words):
    OUT.mkdir(parents=True, exist_ok=True)
    for lang, locale in LANGUAGES.items():
        for scheme, setting in SCHEMES.items():
            for width, size in SIZES.items():
                if not set(words) <= {lang, scheme, width}:
                    continue
                env = {"ADW_DEBUG_COLOR_SCHEME": setting}
                with Samenspel(lang=locale, size=size, env=env) as app:
                    Pictures(app, f"{lang}-{scheme}-{width}").all()


main(sys.argv[1:])
