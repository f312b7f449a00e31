# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The bundle as a user has it: what its sandbox keeps out, and the main job through the portals.
check.sh calls this, as an ordinary user whose machine has the runtime and nothing of the app."""
import configparser
import gettext
import os
import re
import sys
import time
import unittest
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from common import PAGES, Notifications
from drive import wait
from portals import Attachments, Desktop, Packages, Printing, SecondFolder
from sandboxed import (
    BUNDLE, EXPORTS, FILES, HOME, ID, NAME, NEWER, OWN, PICTURES, RUNTIME, SHARE, Case, Sandboxed,
    app_processes, commit, install, install_programs, run,
)

TITLE = "CONVENANT TOEKOMST VOOR ZORG"
NO_CAPABILITY = "0" * 16
# What GTK says of itself: 4.24 on X
NOT_OURS = "gdk_frame_timings_submitted"


class Installed(Case):
    """What was installed"""

    def test_permissions(self):
        text = run("flatpak", "--user", "info", "--show-metadata", ID)
        metadata = configparser.ConfigParser(strict=False)
        metadata.read_string(text)
        context = {key: set(value.strip(";").split(";")) for key, value in metadata["Context"].items()}
        wanted = {"shared": {"ipc"}, "sockets": {"wayland", "fallback-x11"}, "devices": {"dri"}}
        context["sockets"].discard("x11")  # how older Flatpaks are told of fallback-x11
        self.assertEqual(context, wanted)
        self.assertEqual([part for part in metadata.sections() if "Bus Policy" in part], [])

    def test_dutch_is_inside(self):
        words = gettext.translation("samenspel", FILES / "share/locale", ["nl"])
        self.assertEqual(words.gettext("_New Dossier…"), "_Nieuw dossier…")

    def test_desktop_knows_it(self):
        for path in [
            f"applications/{ID}.desktop",
            f"dbus-1/services/{ID}.service",
            f"icons/hicolor/scalable/apps/{ID}.svg",
            f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
            f"icons/hicolor/scalable/mimetypes/{ID}-package.svg",
            f"mime/packages/{ID}.xml",
            f"gnome-shell/search-providers/{ID}.search-provider.ini",
        ]:
            self.assertTrue((EXPORTS / path).exists(), path)

    def test_metadata_is_valid(self):
        metainfo = f"/app/share/metainfo/{ID}.metainfo.xml"
        self.app.shell(f"appstreamcli validate --no-net {metainfo}", "--devel")
        self.app.shell(f"desktop-file-validate /app/share/applications/{ID}.desktop", "--devel")

    def test_nothing_deprecated(self):
        """In the oldest GTK that will do, nor in the newest"""
        log = (SHARE / "build.log").read_text()
        self.assertIn("Compiling C object src/ui", log)
        self.assertEqual([line for line in log.splitlines() if "is deprecated" in line], [])


class Sandbox(Case):
    """What the app cannot do"""

    def test_no_network(self):
        self.assertEqual(self.app.shell("tail -n +3 /proc/net/dev | cut -d : -f 1").split(), ["lo"])
        self.assertEqual(self.app.shell("tail -n +2 /proc/net/route"), "")

    def test_no_home(self):
        self.assertEqual((HOME / "secret.txt").read_text(), "secret\n")
        told = self.app.shell(f"cat {HOME}/secret.txt 2>&1 || echo unreadable")
        self.assertIn("unreadable", told)
        self.assertNotIn("secret\n", told)
        self.assertNotIn("Documents", self.app.shell(f"ls -A {HOME}"))

    def test_no_capabilities(self):
        status = self.app.shell("cat /proc/self/status")
        told = dict(re.findall(r"^(Cap\w+|NoNewPrivs|Seccomp):\s+(\w+)$", status, re.M))
        for kind in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
            self.assertEqual(told[kind], NO_CAPABILITY, kind)
        self.assertEqual((told["NoNewPrivs"], told["Seccomp"]), ("1", "2"))


class Wayland(Case):
    """Without X"""

    def test_window(self):
        app = self.app
        weston = "weston --backend=headless-backend.so --use-pixman --debug --idle-time=0".split()
        app.screen.spawn(*weston, "--socket=wayland-1", "--width=1280", "--height=800")
        wait((RUNTIME / "wayland-1").exists, what="Wayland")
        env = app.screen.env | {"WAYLAND_DISPLAY": "wayland-1"}
        options = ["--env=GDK_BACKEND=wayland", "--env=WAYLAND_DISPLAY=wayland-1"]
        app.extra["WAYLAND_DISPLAY"] = "wayland-1"
        self.addCleanup(app.extra.pop, "WAYLAND_DISPLAY")
        app.start([*app.argv[:2], "--nosocket=fallback-x11", *options, *app.argv[2:]])
        self.addCleanup(app.kill)
        app.find("button", app.say("_New Dossier…"))
        self.assertNotIn("\0DISPLAY=", self.environment())
        wait(lambda: 20000 < self.shoot(env) == self.shoot(env), what="a still picture of it", step=1)

    @staticmethod
    def environment():
        (pid,) = app_processes()
        return Path(f"/proc/{pid}/environ").read_text()

    @staticmethod
    def shoot(env):
        """How large the picture is: without a window it is small"""
        run("weston-screenshooter", cwd=PICTURES, env=env, timeout=20)
        path = max(PICTURES.glob("wayland-screenshot-*"))
        path.rename(PICTURES / "wayland.png")
        return (PICTURES / "wayland.png").stat().st_size


class MainJob(Case):
    """One after the other, each on what the ones before it made"""

    def test_window_in_dutch(self):
        self.app.start()
        self.app.find("button", "Nieuw dossier…")
        self.app.picture(PICTURES / "welcome.png")

    def test_dossier_created(self):
        app = self.app
        app.push("_New Dossier…")
        dialog = app.dialog("New Dossier", context=None)
        app.fill(dialog.find("text", app.say("Name of the partnership")), NAME)
        app.push("C_reate", within=dialog)
        app.find("grouping", app.say("Overview"))
        self.assertEqual(self.names(), {NAME})

    def test_covenant_imported(self):
        self.need_fuse()
        app = self.app
        app.push("All Dossiers")
        app.answer_file_dialog(
            lambda: app.choose("_Import a Covenant…"), HOME / "Documents/covenant.txt", "import.png"
        )
        app.push("_Import", within=app.dialog("Import Covenant", context=None))
        app.find("grouping", app.say("Covenant"))
        app.find("label", TITLE)
        app.picture(PICTURES / "covenant.png")

    def test_pdf_exported(self):
        self.need_fuse()
        app, path = self.app, HOME / "Documents/covenant.pdf"
        app.answer_file_dialog(lambda: app.push("Make a PDF"), path, "export.png")
        app.toast("“%s” is ready", path.name)
        self.assertEqual(path.read_bytes()[:5], b"%PDF-")
        self.assertIn(b"%%EOF", path.read_bytes()[-16:])
        self.assertEqual([p.name for p in path.parent.iterdir() if p.suffix != ".txt"], [path.name])

    def test_mailed(self):
        """With the PDF, to the mail program of the desktop, which reads it from outside"""
        told = HOME / ".mailed"
        self.app.push("Send by E-Mail")
        wait(told.exists, 30, "what the mail program was told")
        asked = parse_qs(urlsplit(told.read_text()).query)
        self.assertEqual(asked["subject"], [TITLE])
        (attached,) = asked.get("attachment") or asked["attach"]
        self.assertEqual(Path(unquote(urlsplit(attached).path)).read_bytes()[:5], b"%PDF-")

    def test_data_in_own_folder(self):
        paths = [Path(path) for path in self.app.dossiers()]
        self.assertTrue(paths)
        for path in paths:
            self.assertEqual(path.parent, OWN / "data/samenspel/dossiers")
            self.assertTrue(path.is_file())
        visible = {path.name for path in HOME.iterdir() if not path.name.startswith(".")}
        self.assertEqual(visible, {"Documents", "secret.txt"})

    def test_still_there_after_kill(self):
        before = self.names()
        self.app.kill()
        self.app.start()
        self.app.show(NAME)
        self.assertEqual(self.names(), before)
        for path in self.app.dossiers():
            self.app.cli("check", path)

    def test_still_there_after_update(self):
        before, old = self.names(), commit()
        self.app.kill()
        install(NEWER)
        self.assertNotEqual(commit(), old)
        self.assertTrue((FILES / "share/samenspel/newer").exists())
        self.app.start()
        self.app.show(NAME)
        self.app.picture(PICTURES / "updated.png")
        self.assertEqual(self.names(), before)

    def test_every_page(self):
        app = self.app
        app.press("ctrl+d")
        app.choose("Open the _Example")
        app.find("grouping", app.say("Overview"))
        for page in PAGES:
            app.go(page)
            app.picture(PICTURES / f"page-{page.lower()}.png")


class Output(Case):
    """What the app said meanwhile"""

    def test_no_warnings(self):
        """In all that was done above"""
        told = [line for line in self.app.log.splitlines() if re.search("WARNING|CRITICAL", line)]
        self.assertEqual([line for line in told if NOT_OURS not in line], [])


def tests():
    """In the order in which they stand here"""
    cases = Installed, Sandbox, Wayland, MainJob, Packages, SecondFolder, Attachments, Desktop, Printing
    for case in (*cases, Output):
        yield from (case(name) for name in vars(case) if name.startswith("test_"))


def main():
    install(BUNDLE)
    os.environ["PATH"] = f"{FILES}/bin:{os.environ['PATH']}"  # where common.py finds the translation
    os.environ["XDG_DATA_DIRS"] = f"{EXPORTS}:/usr/local/share:/usr/share"  # as a login sets it
    start = time.monotonic()
    install_programs()
    Case.app = Sandboxed()
    Case.notifications = Notifications(Case.app.bus)  # before the portal looks who takes them
    result = unittest.TextTestRunner(sys.stdout, verbosity=2).run(unittest.TestSuite(tests()))
    Case.app.stop()
    failed = len({test.id() for test, _ in result.failures + result.errors})
    passed = result.testsRun - failed - len(result.skipped)
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"in {time.monotonic() - start:.0f} s", file=sys.stderr)
    print(f"{passed} passed, {failed} failed{skipped}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
