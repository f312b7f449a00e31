# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""Pictures of all dialogs, each opened as a user does: on the example dossier (plain) and on one with long
names and thirty parties (long). They come in the folder dialogs of SAMENSPEL_OUT.

python3 dialogs.py [WORD...]    only where all these words apply: nl dark contrast large 360x294 plain sign
"""
import os
import sys
import traceback
from pathlib import Path

from common import DUTCH, ENGLISH, TODAY, Samenspel
from drive import NotFound, wait
from screen import Clipboard
from stage import Stage

OUT = Path(os.environ["SAMENSPEL_OUT"]) / "dialogs"
LANGUAGES = {"en": ENGLISH, "nl": DUTCH}
LOOKS = {
    "light": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, 1),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, 1),
    "contrast": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1"}, 1),
    "large": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, 2),
}
SIZES = {"1200x800": (1200, 800), "360x640": (360, 640), "360x294": (360, 294)}
COVENANT = "Convenant\n\ntussen\n\nROC Zuiderzee\n\nKinderopvang Het Nest\n\nArtikel 1\n\nDoel\n\nPartijen leiden samen op.\n"
ROC = "ROC Zuiderzee"
WORD = "Arbeidsmarkttoeleidingspartnerschappen"
LONG = f"Beroepsonderwijs-, Volwasseneneducatie- en {WORD} in de regio Rijnstreek"
PERSON = "Wilhelmina Alexandra van den Nieuwenhuijzen-Oosterwijk tot Zuiderveldhuis"


def long_dossier():
    """Everything in it has a name of ninety characters; a covenant of thirty parties, signed by none"""
    stage = Stage(LONG)
    stage.add("Add Covenant", "agreement/a", title=LONG, kind="covenant", preamble=LONG)
    for n in range(30):
        name, it = f"{LONG} {n + 1}", {"agreement": "agreement/a"}
        stage.add("Add Organisation", f"organisation/{n}", name=name, side="education")
        who = {"representative": PERSON, "function": LONG}
        stage.add("Add Party", f"party/{n}", name=name, organisation=f"organisation/{n}", **it, **who)
    stage.add("Add Person", "person/p", name=PERSON, organisation="organisation/0", function=LONG, note=LONG)
    stage.add("Add Goal", "goal/g", title=LONG, text=LONG)
    measured = {"unit": "dagdelen per student", "direction": "higher", "baseline": 10**15, "target": 3 * 10**15}
    stage.add("Add Evaluation Criterion", "criterion/c", goal="goal/g", title=LONG, due="2028", **measured)
    stage.add("Add Measurement", "measurement/m", criterion="criterion/c", date="2025-01-01", value=2 * 10**15)
    reached = {"due": "2025-03", "reached": "2025-03-04", "contributors": PERSON}
    stage.add("Add Milestone", "milestone/a", goal="goal/g", title=LONG, **reached)
    stage.add("Add Milestone", "milestone/b", goal="goal/g", title=LONG, due="2027", contributors=PERSON)
    return stage


class Dialogs:
    """Those of one start of the app"""

    def __init__(self, app, name, wanted):
        self.app, self.name, self.wanted = app, name, wanted
        self.failed = []

    # -- doing -------------------------------------------------------------------------------------
    def shoot(self, what):
        self.app.screen.pointer(self.app.screen.size[0] - 1, 0)
        path = OUT / f"{self.name}-{what}.png"
        self.app.picture(path)
        print(path, flush=True)

    def dialogs(self):
        return self.app.find_all("dialog") + self.app.find_all("alert")

    def close(self):
        """Whatever is open, without keeping any of it"""
        app = self.app
        for _ in range(6):
            discard = app.find_all("button", app.say("_Discard"))
            if discard:
                app.click(discard[0])
            elif self.dialogs():
                app.press("Escape")
            else:
                return
            app.await_still()

    def menu(self, label):
        app = self.app
        if not app.find_all("button", app.say("Main Menu")):
            app.press("alt+Left")
        app.push("Main Menu")
        app.click(app.find("menu item", app.say(label)))
        self.wait()

    def wait(self):
        wait(self.dialogs, what="a dialog")

    def press(self, key):
        self.app.press(key)
        self.wait()

    def push(self, label, nth=0, within=None):
        self.app.push(label, nth=nth, within=within)
        self.wait()

    def tooltip(self, label, nth=0):
        """One of several buttons that are called the same in the words of an edit"""
        app = self.app
        app.click(app.find("button", app.say(label, context="edit"), nth=nth))
        self.wait()

    def row(self, label, nth=0):
        return self.app.find("list", self.app.say(label)).find("list item", nth=nth)

    def open_row(self, label, nth=0):
        self.app.click(self.row(label, nth))
        self.wait()

    # -- the dialogs: each method opens one, and takes its pictures --------------------------------
    def search(self):
        self.press("ctrl+f")
        self.shoot("search-empty")
        self.app.type("a")
        self.app.find("list", self.app.say("Found"))
        self.shoot("search")
        self.app.press("ctrl+a")
        self.app.type("xyzzy")
        self.app.find("label", self.app.say("Nothing Found"))
        self.shoot("search-nothing")

    def history(self):
        self.press("ctrl+h")
        self.shoot("history")

    def preferences(self):
        self.press("ctrl+comma")
        self.shoot("preferences")

    def shortcuts(self):
        self.press("ctrl+question")
        self.shoot("shortcuts")

    def help(self):
        self.press("F1")
        self.shoot("help")

    def about(self):
        self.menu("_About Samenspel")
        self.shoot("about")

    def partnership(self):
        self.menu("Change the Par_tnership…")
        self.shoot("partnership")

    def export(self):
        app = self.app
        self.menu("_Export Dossier…")
        self.shoot("export")
        app.click(app.find("check box", app.say("_Protect with a Passphrase")))
        app.fill(app.find("text", app.say("Passphrase")), "vier losse woorden")
        app.fill(app.find("text", app.say("The Same Passphrase Again")), "vier")
        self.shoot("export-passphrase")

    def restore_none(self):
        self.menu("Restore a _Backup…")
        self.shoot("restore-none")

    def add_covenant(self):
        self.app.go("Covenant")
        self.push("Add Covenant")
        self.shoot("add-covenant")
        self.app.press("a")
        self.press("Escape")
        self.app.find("alert")
        self.shoot("discard")

    def change_covenant(self):
        app = self.app
        app.go("Covenant")
        self.push("Change Covenant")
        self.shoot("change-covenant")
        app.click(app.dialog("Change Covenant").find("button", app.say("_Files…")))
        app.find("dialog", app.say("Files"))
        self.shoot("files-none")

    def change_covenant_history(self):
        app = self.app
        app.go("Covenant")
        self.push("Change Covenant")
        app.click(app.dialog("Change Covenant").find("button", app.say("Histor_y…")))
        app.find("dialog", app.say("History"))
        self.shoot("record-history")

    def evaluation(self):
        self.app.go("Covenant")
        self.push("Add Evaluation Moment")
        self.shoot("add-evaluation")

    def add_parties(self):
        app = self.app
        app.go("Covenant")
        for label, name in (("Add _Parties…", "add-parties"), ("Add _Group…", "add-group")):
            app.click(app.find("button", app.say("Add Parties")))
            app.click(app.find("menu item", app.say(label)))
            self.wait()
            self.shoot(name)
            self.close()

    def party(self):
        app = self.app
        app.go("Covenant")
        self.open_row("Parties")
        self.shoot("change-party")
        app.push("Add Another _Representative")
        self.shoot("representatives")

    def sign(self):
        app = self.app
        app.go("Covenant")
        self.push("Sign…")
        self.shoot("sign")

    def sign_several(self):
        self.app.go("Covenant")
        self.push("Sign Several…")
        self.shoot("sign-several")

    def signature(self):
        self.app.go("Covenant")
        self.push("Show the Signature")
        self.shoot("signature")

    def mail(self):
        self.app.go("Covenant")
        self.push("Send by E-Mail")
        self.app.find("alert", self.app.say("No E-Mail Program Answered"))
        self.shoot("mail")

    def organisation(self):
        app = self.app
        app.go("People")
        self.tooltip("Add Organisation")
        self.shoot("add-organisation")
        self.close()
        self.open_row("Organisations")
        self.shoot("change-organisation")

    def person(self):
        app = self.app
        app.go("People")
        self.tooltip("Add Person")
        self.shoot("add-person")
        self.close()
        self.open_row("People")
        self.shoot("change-person")

    def of_person(self, label):
        app = self.app
        app.go("People")
        app.click(self.row("People").find("button", app.say("More Actions")))
        app.click(app.find("menu item", app.say(label)))
        self.wait()

    def kept(self):
        self.of_person("_What Is Kept About This Person…")
        self.shoot("kept")

    def erase(self):
        self.of_person("_Erase This Person…")
        button = self.app.find("button", self.app.say("_Erase"))
        wait(lambda: "sensitive" in button.states, what="what is to be erased")
        self.shoot("erase")

    def goal(self):
        self.app.go("Steering")
        self.tooltip("Add Goal")
        self.shoot("add-goal")
        self.close()
        self.tooltip("Change Goal")
        self.shoot("change-goal")

    def criterion(self):
        self.app.go("Steering")
        self.tooltip("Add Evaluation Criterion")
        self.shoot("add-criterion")
        self.close()
        self.tooltip("Change Evaluation Criterion")
        self.shoot("change-criterion")

    def measurement(self):
        self.app.go("Steering")
        self.push("_Measure…")
        self.shoot("add-measurement")

    def milestone(self):
        self.app.go("Steps")
        self.tooltip("Add Milestone")
        self.shoot("add-milestone")
        self.close()
        lists = self.app.find("list", self.app.say("Steps by goal"))
        self.app.click(lists.find("list").find("list item"))
        self.wait()
        self.shoot("change-milestone")

    def book(self):
        self.app.go("Steps")
        self.push("Success Book")
        self.shoot("success-book")

    # -- with something done first, so these come last ---------------------------------------------
    def celebration(self):
        app = self.app
        app.go("Steps")
        boxes = [box for box in app.find_all("check box") if "checked" not in box.states]
        app.click(boxes[0])
        self.shoot("reached")
        app.toast("Milestone reached", button="_Celebrate…")
        app.find("dialog", app.say("Add Celebration", context="edit"))
        self.shoot("celebration")

    def restore(self):
        folder = self.app.home / ".local/share/samenspel/backups"
        wait(lambda: list(folder.glob("*/*.sqlite")), what="a backup")
        self.menu("Restore a _Backup…")
        self.shoot("restore")
        self.app.click(self.app.find("list", self.app.say("Backups")).find("list item"))
        self.shoot("restore-chosen")

    # -- without a dossier -------------------------------------------------------------------------
    def new(self):
        self.app.press("ctrl+d")
        self.press("ctrl+n")
        self.shoot("new-dossier")

    def dossiers(self):
        self.app.press("ctrl+d")
        self.app.find("list", self.app.say("Dossiers"))
        self.shoot("dossiers")

    def imported(self):
        app = self.app
        app.press("ctrl+d")
        app.find("list", app.say("Dossiers"))
        with Clipboard(app.screen, COVENANT.replace(ROC, LONG) if "long" in self.name else COVENANT):
            app.push("Main Menu")
            app.click(app.find("menu item", app.say("Import a _Copied Covenant…")))
            dialog = app.dialog("Import Covenant", context=None)
            self.shoot("import")
            app.click(dialog.find("list item", app.say("Check the Text")))
            app.find("list", app.say("Paragraphs"))
            self.shoot("import-check")

    def package(self):
        app = self.app
        path = app.home / "Rivierenhoek.samenspel"
        app.cli("export", app.dossiers()[0], path)
        app.screen.spawn("samenspel", path, log="second")
        app.find("alert")
        self.shoot("here-already")
        self.close()
        path.write_bytes(path.read_bytes()[:-40])
        app.screen.spawn("samenspel", path, log="second")
        app.find("alert")
        self.shoot("not-opened")

    def damaged(self):
        """The last: there is nothing left to look at after it"""
        app = self.app
        app.kill()
        path = Path(app.dossiers()[0])
        for beside in path.parent.glob(path.name + "-*"):
            beside.unlink()
        whole = path.read_bytes()
        path.write_bytes(b"x" * 100 + whole[100:])
        app.start(["samenspel"])
        app.maximise()
        app.click(app.find("list", app.say("Dossiers")).find("list item"))
        app.find("label", app.say("This Dossier Is Damaged"))
        self.shoot("damaged")
        app.push("_Save What Can Be Read")
        app.find("alert", app.say("What Could Be Read Is Here"))
        self.shoot("salvaged")

    ALL = """restore_none search history preferences shortcuts help about partnership export add_covenant
        change_covenant change_covenant_history evaluation add_parties party sign sign_several signature
        mail organisation person kept erase goal criterion measurement milestone book celebration restore new
        dossiers imported package damaged""".split()

    # The covenant of the example is signed, the long one is not
    UNSIGNED, SIGNED = ["add_parties", "sign", "sign_several"], ["signature"]

    def all(self):
        others = self.SIGNED if "long" in self.name else self.UNSIGNED
        for what in self.ALL:
            if self.wanted and what not in self.wanted or what in others:
                continue
            try:
                self.close()
                getattr(self, what)()
            except (AssertionError, OSError) as problem:
                print(f"{self.name}: {what}: {str(problem).splitlines()[0]}", flush=True)
                self.app.screenshot(OUT / f"{self.name}-{what}-FAILED.png")
                self.failed.append(f"{self.name}: {what}")
        return self.failed


def start(dossier, lang, env, text, size):
    screen = {"lang": lang, "size": size, "text": text}
    if dossier == "long":
        return long_dossier().open(env=env, **screen)
    app = Samenspel("--example", env=env, **screen).start()
    app.find("list", app.say("Pages"))
    app.maximise()
    return app


def main(words):
    OUT.mkdir(parents=True, exist_ok=True)
    known = {*LANGUAGES, *LOOKS, *SIZES, "plain", "long"}
    wanted = [word for word in words if word not in known]
    narrowed = set(words) - set(wanted)
    failed = []
    for lang, locale in LANGUAGES.items():
        for look, (env, text) in LOOKS.items():
            for width, size in SIZES.items():
                for dossier in ("plain", "long"):
                    if not narrowed <= {lang, look, width, dossier}:
                        continue
                    app = start(dossier, locale, env, text, size)
                    try:
                        failed += Dialogs(app, f"{lang}-{look}-{width}-{dossier}", wanted).all()
                    finally:
                        app.stop()
    if failed:
        sys.exit("not opened: " + ", ".join(failed))


if __name__ == "__main__":
    main(sys.argv[1:])
