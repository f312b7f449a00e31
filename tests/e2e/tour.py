# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What ./dev run does where there is no display: open the example dossier on a virtual one, walk
through the main job in the language of the interface, and leave pictures of every page and main
dialog and the covenant as PDF in the folder SAMENSPEL_OUT."""
import os
from pathlib import Path

from common import Samenspel, interface_language

OUT = Path(os.environ["SAMENSPEL_OUT"])


class Tour:
    def __init__(self, app):
        self.app, self.made = app, []

    def picture(self, name):
        path = OUT / f"{len(self.made) + 1:02}-{name}.png"
        self.app.picture(path)
        self.made.append(path)

    def welcome(self):
        app = self.app
        app.maximise()
        app.find("button", app.say("Open the _Example"))
        self.picture("welcome")
        app.push("_New Dossier…")
        app.dialog("New Dossier", context=None)
        self.picture("new-dossier")
        app.press("Escape")
        app.push("Open the _Example")
        app.find("grouping", app.say("Overview"))
        self.picture("overview")

    def covenant(self):
        app = self.app
        app.go("Covenant")
        self.picture("covenant")
        app.push("Add Covenant")
        app.fill_form("Add Covenant", {"Title": "…"})
        self.picture("new-covenant")
        app.press("Escape")
        app.push("_Discard", within=app.find("alert"))
        app.go("People")
        self.picture("people")

    def results(self):
        app = self.app
        app.go("Steering")
        self.picture("steering")
        app.push("_Measure…")
        app.fill_form("Add Measurement", {"Value": "160"})
        self.picture("measurement")
        app.push("_Save")
        app.gone("dialog")
        self.picture("steering-measured")

    def success(self):
        app = self.app
        app.go("Steps")
        self.picture("steps")
        checks = app.find("list", app.say("Steps by goal")).find_all("check box")
        app.click(next(check for check in checks if "checked" not in check.states))
        app.toast("Milestone reached")
        self.picture("milestone-reached")
        app.toast("Milestone reached", button="_Celebrate…")
        app.dialog("Add Celebration")
        self.picture("celebration")
        app.push("_Save")
        app.gone("dialog")
        self.picture("steps-reached")
        app.go("Overview")
        self.picture("overview-after")

    def away(self):
        app = self.app
        app.push("All Dossiers")
        app.find("list", app.say("Dossiers"))
        self.picture("dossiers")
        pdf = OUT / "covenant.pdf"
        app.cli("pdf", "--output", pdf, app.dossiers()[0])
        self.made.append(pdf)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with Samenspel(lang=interface_language(), size=(1200, 800)) as app:
        tour = Tour(app)
        for part in (tour.welcome, tour.covenant, tour.results, tour.success, tour.away):
            part()
        for path in tour.made:
            print(path)


main()
