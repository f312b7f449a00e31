# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""What goes in and out of the sandbox by way of the desktop: files, what other programs open, notifications,
search and paper. One after the other, on what the main job made."""
import configparser
import os
import re
import shlex
import zipfile

from drive import wait
from gi.repository import GLib
from sandboxed import EXPORTS, HOME, ID, NAME, OWN, PICTURES, Case, Portal, app_processes, run

DOCUMENTS = HOME / "Documents"
PACKAGE = DOCUMENTS / "overdracht.samenspel"
EXAMPLE = "Samen Opleiden Rivierenhoek"
PATH = f"/{ID.replace('.', '/')}"
SCAN = b"%PDF-1.7\n" + bytes(range(256)) * 3000


def content(package):
    """What a package holds, by the names of its entries"""
    with zipfile.ZipFile(package) as file:
        return {name: file.read(name) for name in file.namelist()}


class Packages(Case):
    """Out, and in again in each way in which a file can come"""

    def setUp(self):
        self.need_fuse()

    def test_exported(self):
        app = self.app
        app.show(NAME)
        app.choose("_Export Dossier…")
        dialog = app.dialog("Export Dossier", context=None)
        app.answer_file_dialog(
            lambda: app.push("_Export…", within=dialog), PACKAGE, "export-package.png"
        )
        app.toast("“%s” is ready", PACKAGE.name)
        own = OWN / "cache/own.samenspel"
        app.cli("export", app.own_dossier(NAME), own)
        self.assertEqual(content(PACKAGE), content(own))
        self.assertEqual(sorted(DOCUMENTS.glob("*.samenspel*")), [PACKAGE])
        type(self).kept = app.cli("show", "--json", app.own_dossier(NAME))

    def forget(self):
        """As on another computer, where the app is not open"""
        path = self.app.own_dossier(NAME)
        self.app.end()
        run("sh", "-c", f'rm "{path}"*')
        self.assertNotIn(NAME, self.names())

    def await_dossier(self):
        wait(lambda: NAME in self.names(), 30, "the dossier", step=0.5)
        self.assertEqual(self.app.cli("show", "--json", self.app.own_dossier(NAME)), self.kept)

    def test_opened_by_dialog(self):
        app = self.app
        self.forget()
        app.start()
        app.answer_file_dialog(lambda: app.choose("Open a _Package…"), PACKAGE, "open-package.png")
        app.find("grouping", app.say("Overview"))
        self.await_dossier()

    def test_opened_by_double_click(self):
        """By its type, as a file manager does, with the app not there: the bus starts it"""
        self.forget()
        told = run("gio", "info", "-a", "standard::content-type", PACKAGE, env=self.app.screen.env)
        self.assertIn("application/x-samenspel+zip", told)
        run("gio", "open", PACKAGE, env=self.app.screen.env)
        self.await_dossier()
        wait(self.app.is_drawn, 30, "its window")
        self.app.await_still(quiet=2)  # nothing turns any more
        self.app.picture(PICTURES / "double-click.png")

    def test_opened_by_bus(self):
        """As the shell does, with the name by which the sandbox knows the file"""
        self.forget()
        self.assertEqual(self.ask_to_open(self.hand_out()), ())
        self.await_dossier()

    def hand_out(self):
        """The URI of the file by way of the portal of documents"""
        told = run("flatpak", "document-export", f"--app={ID}", "-r", PACKAGE, env=self.app.screen.env)
        return f"file://{told.strip()}"

    def ask_to_open(self, uri):
        where = ID, PATH, "org.freedesktop.Application", "Open"
        return self.app.bus.call_sync(
            *where, GLib.Variant("(asa{sv})", ([uri], {})), None, 0, 60000, None
        ).unpack()

    def command(self):
        """What the exported desktop entry tells a file manager to run, that does not know the bus"""
        entry = configparser.ConfigParser(interpolation=None, strict=False)
        entry.optionxform = str
        entry.read(EXPORTS / f"applications/{ID}.desktop")
        command = shlex.split(entry["Desktop Entry"]["Exec"])
        self.assertIn("--file-forwarding", command)
        return [str(PACKAGE) if word == "%F" else word for word in command]

    def test_opened_by_command(self):
        self.forget()
        command = self.command()
        (shim,) = (word for word in self.app.argv if "LD_PRELOAD" in word)
        self.app.start([*command[:2], shim, *command[2:]])
        self.app.find("grouping", self.app.say("Overview"))
        self.await_dossier()

    def test_handed_to_the_one_that_is_open(self):
        """A second start hands its file over, and ends"""
        app, before = self.app, list(app_processes())
        second = app.screen.spawn(*self.command(), log="second")
        app.find("label", app.say("This Dossier Is Here Already"))
        self.assertEqual(second.wait(30), 0)
        self.assertEqual(list(app_processes()), before)
        app.picture(PICTURES / "here-already.png")
        app.push("_Open the One Here")
        app.find("grouping", app.say("Overview"))
        self.assertEqual(len(app.windows), 1)


class SecondFolder(Case):
    """For backups, outside the sandbox"""

    folder = HOME / "Documents/Stick"

    def setUp(self):
        self.need_fuse()

    def backups(self):
        return list((OWN / "data/samenspel/backups").glob("*/*.sqlite"))

    def add_goal(self, title):
        """The first change of a day is what a backup is made at"""
        for path in self.backups():
            path.unlink()
        self.app.kill()
        self.app.start()
        self.app.show(NAME)
        self.app.go("Steering")
        empty = self.app.find_all("button", self.app.say("Add _Goal…"))
        self.app.push("Add _Goal…" if empty else "Add Goal")
        self.app.save("Add Goal", {"Goal": title})

    def test_chosen(self):
        app = self.app
        self.folder.mkdir()
        app.press("ctrl+comma")
        dialog = app.find("dialog")
        app.answer_file_dialog(
            lambda: app.push("C_hoose…", within=dialog), self.folder, "second-folder.png", folder=True
        )
        # As the user knows it, not by the path that it has in the sandbox
        app.find("label", re.compile(f"^({self.folder}|{self.folder.name})$"))
        app.picture(PICTURES / "preferences.png")
        app.press("Escape")
        self.add_goal("Elke student een plek")
        (package,) = wait(lambda: list(self.folder.glob("*.samenspel")), 30, "the package")
        self.assertIn("Elke student een plek", content(package)["dossier.json"].decode())

    def test_written_after_restart(self):
        """The portal remembers who may write there"""
        (package,) = self.folder.iterdir()
        before = package.read_bytes()
        self.add_goal("Nog een doel")
        wait(lambda: package.read_bytes() != before, 30, "the newer package")
        self.assertIn("Nog een doel", content(package)["dossier.json"].decode())
        self.assertEqual(list(self.folder.iterdir()), [package])

    def test_taken_out(self):
        """What is not there is called by its own name too"""
        elsewhere = self.folder.rename(DOCUMENTS / "Elsewhere")
        self.add_goal("Een derde doel")
        problem = "The second folder for backups, %s, is not there. Backups on this computer go on."
        self.app.toast(problem, self.folder.name)
        wait(self.backups, what="the backup")
        elsewhere.rename(self.folder)


class Attachments(Case):
    """Added, opened and saved elsewhere"""

    def setUp(self):
        self.need_fuse()

    def test_added(self):
        app = self.app
        scan = DOCUMENTS / "scan.pdf"
        scan.write_bytes(SCAN)
        app.show(NAME)
        app.go("Steering")
        app.click(app.find("button", app.say("Change Goal", context="edit")))
        app.click(app.dialog("Change Goal").find("button", app.say("_Files…")))
        dialog = app.find("dialog", app.say("Files"))
        app.answer_file_dialog(
            lambda: app.push("Add _Files…", within=dialog), scan, "attachment.png"
        )
        app.toast("“%s” is kept in the dossier", scan.name)
        app.picture(PICTURES / "attachments.png")
        scan.unlink()

    def row(self):
        return self.app.find("dialog", self.app.say("Files")).find("list item", "scan.pdf")

    def test_opened(self):
        """By the program of the desktop, which gets a copy that it cannot write to"""
        own = self.app.active_window()
        self.app.click(self.row())
        told = HOME / ".opened"
        wait(lambda: told.exists() or self.app.active_window() not in (0, own), 30, "an answer")
        if not told.exists():
            self.app.picture(PICTURES / "open-with.png")
            self.app.press("Return")
        wait(told.exists, 30, "what the program was told")
        self.assertEqual((HOME / ".read").read_bytes(), SCAN)
        self.assertFalse((HOME / ".written").exists())

    def test_saved_elsewhere(self):
        app, copy = self.app, DOCUMENTS / "kopie.pdf"
        app.click(self.row().find("button", app.say("More Actions")))
        item = app.find("menu item", app.say("_Save As…"))
        app.answer_file_dialog(lambda: app.click(item), copy, "save-as.png")
        app.toast("“%s” is ready", copy.name)
        self.assertEqual(copy.read_bytes(), SCAN)
        for role, name in (
            ("alert", None),  # a toast is what Escape takes away first
            ("dialog", app.say("Files")),
            ("dialog", app.say("Change Goal", context="edit")),
        ):
            app.press("Escape")
            app.gone(role, name)


class Desktop(Case):
    """What the desktop shows of the app"""

    def call(self, path, interface, method, signature, *arguments):
        arguments = GLib.Variant(signature, arguments)
        where = ID, PATH + path, interface, method
        return self.app.bus.call_sync(*where, arguments, None, 0, 60000, None).unpack()

    def test_searched(self):
        """By the shell, which finds the provider where the Flatpak exports it, and starts the app"""
        self.app.end()
        provider = configparser.ConfigParser()
        provider.read(EXPORTS / f"gnome-shell/search-providers/{ID}.search-provider.ini")
        (section,) = provider.sections()
        self.assertEqual(provider[section]["BusName"], ID)
        self.assertEqual(provider[section]["ObjectPath"], f"{PATH}/SearchProvider")
        interface = "/SearchProvider", "org.gnome.Shell.SearchProvider2"
        (results,) = self.call(*interface, "GetInitialResultSet", "(as)", ["leren"])
        (metas,) = self.call(*interface, "GetResultMetas", "(as)", results)
        self.assertIn((NAME, "Dossier"), [(meta["name"], meta["description"]) for meta in metas])
        self.app.end()

    def test_notified_once(self):
        app, told = self.app, Case.notifications.told
        mine = lambda: [one for one in told if one["title"] == EXAMPLE]
        app.start()
        app.show(EXAMPLE)
        wait(mine, what="a notification")
        self.assertRegex(mine()[0]["body"], r"^\d+ datums vragen aandacht\.$")
        app.kill()
        app.start()
        app.show(EXAMPLE)
        app.go("Steps")
        app.settle()
        self.assertEqual(len(mine()), 1)

    def test_notification_opens(self):
        """What it is about, when it is pressed"""
        app = self.app
        (one,) = (one for one in Case.notifications.told if one["title"] == EXAMPLE)
        action = one["default-action"].removeprefix("app.")
        target = GLib.Variant("(ssss)", one["default-action-target"])
        self.call(
            "", "org.freedesktop.Application", "ActivateAction", "(sava{sv})", action, [target], {}
        )
        app.find("grouping", app.say("Overview"))


class Printing(Case):
    def test_printed(self):
        """To a file, as there is no printer here; the portal's program writes it, outside the sandbox"""
        app, portal, output = self.app, Portal(self.app), HOME / "output.pdf"
        app.go("Covenant")
        app.answer_dialog(
            lambda: app.press("ctrl+p"),
            lambda: portal.click("table cell", "Print to File"),
            "print.png",
        )
        wait(lambda: output.exists() and b"%%EOF" in output.read_bytes()[-16:], 30, "the print")
        own = OWN / "cache/own.pdf"
        app.cli("pdf", app.own_dossier(EXAMPLE), "-o", own)
        self.assertEqual(len(output.read_bytes()), len(own.read_bytes()))
