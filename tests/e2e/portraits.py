# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The pictures that a software centre shows: the window alone with its shadow, on the example dossier, in
both languages, light and dark. They come in the folder portraits of SAMENSPEL_OUT."""
import os
import subprocess
from pathlib import Path

from Xlib import X

from common import DUTCH, ENGLISH, Samenspel

OUT = Path(os.environ["SAMENSPEL_OUT"]) / "portraits"
LANGUAGES = {"en": ENGLISH, "nl": DUTCH}
SCHEMES = {"Overview": "light", "Covenant": "light", "Steering": "dark", "Steps": "light"}


def claim_compositor(screen):
    """Where windows are put together by their alpha, GTK draws round corners. Nobody does that here,
    but the server keeps the pixels of such a window apart, with the alpha."""
    owner = screen.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    owner.set_selection_owner(screen.x.intern_atom("_NET_WM_CM_S0"), X.CurrentTime)
    screen.x.sync()


def straight(data):
    """Of pixels whose colours are multiplied with their alpha, those on round corners as a picture has them"""
    data = bytearray(data)
    for place in range(3, len(data), 4):
        if 0 < data[place] < 255:
            for colour in range(place - 3, place):
                data[colour] = min(255, data[colour] * 255 // data[place])
    return bytes(data)


def take(screen, path):
    """The window, without what the window manager has around it"""
    name = screen.x.intern_atom("_NET_CLIENT_LIST")
    (number,) = screen.root.get_full_property(name, X.AnyPropertyType).value
    window = screen.x.create_resource_object("window", number)
    size = window.get_geometry()
    data = window.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
    command = ["convert", "-size", f"{size.width}x{size.height}", "-depth", "8", "bgra:-"]
    command += ["(", "+clone", "-background", "black", "-shadow", "40x15+0+6", ")", "+swap"]
    command += ["-background", "none", "-layers", "merge", "+repage"]
    # Not PNG8, which is a third as large: it knows no alpha, and so no shadow
    command += ["-strip", "-define", "png:compression-level=9", f"PNG32:{path}"]
    subprocess.run(command, input=straight(data), check=True)


def portray(language, locale, scheme):
    env = {"ADW_DEBUG_COLOR_SCHEME": f"prefer-{scheme}"}
    app = Samenspel("--example", lang=locale, size=(1200, 900), env=env)
    claim_compositor(app.screen)
    with app:
        pages = app.find("list", app.say("Pages"))
        for page in (page for page, wanted in SCHEMES.items() if wanted == scheme):
            app.click(pages.find("list item", app.say(page)))  # by key, the focus would show
            app.find("grouping", app.say(page))
            app.screen.pointer(0, 0)
            app.await_still()
            path = OUT / f"{page.lower()}.{language}.png"
            take(app.screen, path)
            print(path, flush=True)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for language, locale in LANGUAGES.items():
        for scheme in sorted(set(SCHEMES.values())):
            portray(language, locale, scheme)


main()
