# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""samenspel-cli as it is called from a shell: each command, and what can go wrong with it"""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["SAMENSPEL_CLI"]
COVENANTS = Path(os.environ["G_TEST_SRCDIR"]) / "covenants"
COMMANDS = "new list import-text show check export import pdf person".split()
OK, FAILED, USAGE = 0, 1, 2


def locales():
    result = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
    return {name.lower().replace("-", "") for name in result.stdout.split()}


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="samenspel-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_cli(self, *arguments, language="C.UTF-8", expect=OK):
        environment = os.environ | {
            "LC_ALL": language,
            "LANGUAGE": "",
            "XDG_DATA_HOME": str(self.folder / "data"),
            "SAMENSPEL_TODAY": "2026-11-23",
        }
        result = subprocess.run(
            [CLI, *arguments],
            capture_output=True,
            cwd=self.folder,
            env=environment,
            timeout=60,
            check=False,
        )
        out = result.stdout.decode(errors="replace")
        err = result.stderr.decode(errors="replace")
        self.assertEqual(result.returncode, expect, out + err)
        if expect != OK:
            self.assertEqual(out, "")
            lines = err.splitlines()
            self.assertEqual(len(lines), 1, err)
            self.assertTrue(lines[0].startswith("samenspel-cli: "), err)
        return out if expect == OK else err

    def import_example(self, name="numbered-clauses.txt"):
        return self.run_cli("import-text", COVENANTS / name, "-o", "dossier.sqlite").strip()


class Commands(CliTest):
    def test_person(self):
        """Whoever the covenant names is in the dossier, and found by name whatever the capitals"""
        path = self.import_example()
        parties = json.loads(self.run_cli("show", "--json", path))["records"]["party"]
        name = next(p["representative"] for p in parties if "representative" in p)
        kept = json.loads(self.run_cli("person", path, name.upper()))
        self.assertEqual(kept["names"], [name.upper()])
        self.assertIn(name, [role.get("representative") for role in kept["roles"]])
        self.assertTrue(kept["history"])
        self.assertIn("“Niemand”", self.run_cli("person", path, "Niemand", expect=FAILED))

    def example_name(self, path):
        parties = json.loads(self.run_cli("show", "--json", path))["records"]["party"]
        return next(p["representative"] for p in parties if "representative" in p)

    def test_person_to_file(self):
        path = self.import_example()
        name = self.example_name(path)
        self.assertEqual(self.run_cli("person", "-o", "kept.json", path, name), "kept.json\n")
        kept = self.folder / "kept.json"
        self.assertEqual(kept.read_text(), self.run_cli("person", path, name))
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        self.run_cli("person", "--output", "kept.pdf", path, name)
        self.assertTrue((self.folder / "kept.pdf").read_bytes().startswith(b"%PDF"))
        for output in "no/such/kept.json", "no/such/kept.pdf":
            self.run_cli("person", "-o", output, path, name, expect=FAILED)

    def test_person_erase(self):
        """Not before that is confirmed; then nothing of the name is left in the file"""
        path = self.import_example()
        name = self.example_name(path)
        dossier = self.folder / path

        def holds():
            files = self.folder.glob(path + "*")
            return [f for f in files if name.encode() in f.read_bytes()]

        message = self.run_cli("person", "--erase", path, name, expect=FAILED)
        self.assertIn("--yes", message)
        self.assertIn(name, message)
        self.assertEqual(holds(), [dossier])
        self.run_cli("person", "--yes", path, name, expect=USAGE)
        self.assertEqual(holds(), [dossier])
        self.assertEqual(self.run_cli("person", "--erase", "--yes", path, name), "")
        self.assertEqual(holds(), [])
        self.run_cli("check", path)
        self.run_cli("person", path, name, expect=FAILED)

    def test_person_in_backups(self):
        """They are told with the day on which they go, and deleted on request"""
        path = self.import_example()
        name = self.example_name(path)
        backups = self.folder / path.replace(".sqlite", ".backups")
        backups.mkdir()
        backup = backups / "20261120-090000-daily.sqlite"
        backup.write_bytes((self.folder / path).read_bytes())
        self.assertIn("1", self.run_cli("person", "-e", path, name, expect=FAILED))
        told = self.run_cli("person", "-e", "-y", path, name)
        self.assertRegex(told, rf"^\./dossier\.backups/{backup.name}\t20\d\d-\d\d-\d\d\n$")
        # Nothing is left in the dossier itself, but the backup is still to be deleted
        self.assertEqual(self.run_cli("person", "-e", "-y", "-b", path, name), "")
        self.assertFalse(backup.exists())
        kept = list(backups.glob("*.sqlite"))
        self.assertEqual(len(kept), 1)
        self.assertNotIn(name.encode(), kept[0].read_bytes())

    def test_person_in_texts(self):
        """The text that the covenant was read from keeps the name where that is asked for"""
        path = self.import_example()
        name = self.example_name(path)
        self.run_cli("person", "-e", "-y", "-k", path, name)
        kept = json.loads(self.run_cli("person", path, name))
        self.assertEqual(kept["roles"], [])
        self.assertEqual({text["type"] for text in kept["texts"]}, {"attachment"})
        self.assertIn(name, kept["texts"][0]["text"])
        self.run_cli("person", "-e", "-y", path, name)
        self.run_cli("person", path, name, expect=FAILED)
        self.run_cli("check", path)

    def test_person_who(self):
        """A letter is nobody's name; of two people of one name, the id tells which is meant"""
        path = self.import_example()
        for nobody in ".", "Q", "":
            message = self.run_cli("person", "-e", "-y", path, nobody, expect=FAILED)
            self.assertIn(f"“{nobody}”", message)
        for number in 1, 2:
            ident = f"{number:08}-0000-4000-8000-000000000000"
            sql = (
                f"INSERT INTO person (id, deleted, name, position) "
                f"VALUES ('{ident}', 0, 'Bert Bakker', 'a{number}')"
            )
            subprocess.run(["sqlite3", self.folder / path, sql], check=True)
        message = self.run_cli("person", path, "bert bakker", expect=FAILED)
        self.assertIn("00000001-0000-4000-8000-000000000000, 00000002-", message)
        kept = json.loads(self.run_cli("person", path, "00000002-0000-4000-8000-000000000000"))
        self.assertEqual(kept["names"], ["Bert Bakker"])

    def test_new_and_list(self):
        self.assertEqual(self.run_cli("list"), "")
        path = self.run_cli("new", "Zorg Rijnstreek", "School één", "Zorg twee").strip()
        self.assertTrue(Path(path).is_file())
        self.assertEqual(self.run_cli("list"), f"{path}\tZorg Rijnstreek\n")
        records = json.loads(self.run_cli("show", "--json", path))["records"]
        self.assertEqual([o["name"] for o in records["organisation"]], ["School één", "Zorg twee"])

    def test_import_into_library(self):
        path = self.run_cli("import-text", COVENANTS / "english.txt").strip()
        self.assertIn(path, self.run_cli("list"))
        self.assertIn("COVENANT ON TRAINING TOGETHER", self.run_cli("list"))

    def test_import_says_what_it_found(self):
        result = subprocess.run(
            [CLI, "import-text", COVENANTS / "english.txt", "--output", self.folder / "d.sqlite"],
            capture_output=True,
            text=True,
            env=os.environ | {"LC_ALL": "C.UTF-8", "XDG_DATA_HOME": str(self.folder)},
            check=True,
        )
        self.assertEqual(result.stdout, f"{self.folder / 'd.sqlite'}\n")
        for line in "2 parties", "2 considerations", "3 articles", "1 annex", "1 place is left":
            self.assertIn(line, result.stderr)

    def test_import_into_dossier(self):
        """Beside the covenant that is there, with the organisations that it knows"""
        path = self.import_example()
        before = json.loads(self.run_cli("show", "--json", path))["records"]
        text = COVENANTS / "numbered-clauses.txt"
        self.assertEqual(self.run_cli("import-text", text, "--into", path).strip(), path)
        after = json.loads(self.run_cli("show", "--json", path))["records"]
        self.assertEqual(len(after["agreement"]), 2)
        self.assertEqual(after["organisation"], before["organisation"])
        self.assertEqual(after["partnership"], before["partnership"])
        self.run_cli("check", path)

    def test_show(self):
        text = self.run_cli("show", self.import_example())
        for line in (
            "Convenant Samen Opleiden in de Waterhoek",
            "Zorggroep De Oever",
            "1. Partijen leiden samen ten minste 40 studenten per jaar op.",
            "a. elke student heeft een begeleider;",
        ):
            self.assertIn(line, text)
        self.assertLess(max(map(len, text.splitlines())), 80)

    def test_show_json(self):
        records = json.loads(self.run_cli("show", "--json", self.import_example()))["records"]
        counts = {name: len(found) for name, found in records.items()}
        self.assertEqual(counts["agreement"], 1)
        self.assertEqual(counts["party"], 3)
        self.assertEqual(counts["consideration"], 3)
        # two chapters, five articles, two annexes
        self.assertEqual(counts["article"], 9)

    def test_model_covenant(self):
        model = Path(os.environ["SAMENSPEL_SHARED"])
        model = model / "data" / "convenanten" / "modelconvenant-pib-2012.txt"
        if not model.is_file():
            self.skipTest("the model covenant is not here")
        path = self.run_cli("import-text", model).strip()
        records = json.loads(self.run_cli("show", "--json", path))["records"]
        self.assertEqual(len(records["clause"]), 13)
        self.assertEqual(len(records["consideration"]), 8)
        self.run_cli("check", path)

    def test_check(self):
        path = self.import_example()
        self.run_cli("check", path)
        subprocess.run(
            ["sqlite3", self.folder / path, "UPDATE clause SET text = 'Something else'"], check=True
        )
        result = subprocess.run(
            [CLI, "check", path],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            check=False,
        )
        self.assertEqual(result.returncode, FAILED)
        self.assertIn("samenspel-cli: ", result.stderr)

    def test_pdf(self):
        path = self.import_example()
        name = self.run_cli("pdf", path).strip()
        self.assertEqual(name, "Convenant Samen Opleiden in de Waterhoek.pdf")
        self.assertEqual(self.run_cli("pdf", path, "-o", "a.pdf", "--agreement", "1"), "a.pdf\n")
        self.assertTrue((self.folder / "a.pdf").read_bytes().startswith(b"%PDF"))

    def test_help(self):
        text = self.run_cli("--help")
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^  {command}( \S.*)?$")
            self.assertIn(f"samenspel-cli {command}", self.run_cli(command, "--help"))
        self.assertEqual(self.run_cli("help"), text)
        self.assertIn("samenspel-cli", self.run_cli("--version"))


class Packages(CliTest):
    def test_export_and_import(self):
        path = self.import_example()
        self.assertEqual(self.run_cli("export", path, "a.samenspel"), "a.samenspel\n")
        imported = self.run_cli("import", "a.samenspel").strip()
        self.assertIn(imported, self.run_cli("list"))
        self.assertEqual(
            self.run_cli("show", "--json", imported), self.run_cli("show", "--json", path)
        )
        self.run_cli("check", imported)
        self.run_cli("export", imported, "b.samenspel")
        packages = [(self.folder / name).read_bytes() for name in ("a.samenspel", "b.samenspel")]
        self.assertEqual(*packages)
        self.assertEqual(
            self.run_cli("import", "a.samenspel", "-o", "c.sqlite"), "c.sqlite\n"
        )

    def test_here_already(self):
        path = self.run_cli("new", "Zorg").strip()
        self.run_cli("export", path, "a.samenspel")
        result = subprocess.run(
            [CLI, "import", "a.samenspel"],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=os.environ | {"LC_ALL": "C.UTF-8", "XDG_DATA_HOME": str(self.folder / "data")},
            check=True,
        )
        self.assertIn(path, result.stderr)
        self.assertNotEqual(result.stdout.strip(), path)
        self.assertEqual(len(self.run_cli("list").splitlines()), 2)

    def test_passphrase(self):
        path = self.import_example()
        (self.folder / "secret").write_text("één geheim\nen meer\n")
        (self.folder / "other").write_text("een ander\n")
        self.run_cli("export", path, "a.samenspel", "--passphrase-file", "secret")
        self.assertNotIn(b"Waterhoek", (self.folder / "a.samenspel").read_bytes())
        for options in [], ["-p", "other"]:
            message = self.run_cli("import", "a.samenspel", *options, expect=FAILED)
            self.assertIn("passphrase", message)
        imported = self.run_cli("import", "a.samenspel", "-p", "secret").strip()
        self.run_cli("check", imported)

    def test_passphrase_file(self):
        path = self.import_example()
        for name, content in {
            "empty": b"",
            "blank": b"\nsecret\n",
            "long": b"x" * 5000,
            "latin": b"\xff\n",
        }.items():
            (self.folder / name).write_bytes(content)
            self.assertIn(name, self.run_cli("export", path, "a", "-p", name, expect=FAILED))
        self.assertIn("gone", self.run_cli("export", path, "a", "-p", "gone", expect=FAILED))
        self.assertFalse((self.folder / "a").exists())

    def test_existing_files(self):
        path = self.import_example()
        self.run_cli("export", path, "a.samenspel")
        before = (self.folder / path).read_bytes(), (self.folder / "a.samenspel").read_bytes()
        self.assertIn("already", self.run_cli("export", path, "a.samenspel", expect=FAILED))
        self.assertIn("already", self.run_cli("import", "a.samenspel", "-o", path, expect=FAILED))
        after = (self.folder / path).read_bytes(), (self.folder / "a.samenspel").read_bytes()
        self.assertEqual(before, after)

    def test_damaged(self):
        path = self.import_example()
        self.run_cli("export", path, "a.samenspel")
        whole = (self.folder / "a.samenspel").read_bytes()
        for name, content in {
            "cut": whole[: len(whole) // 2],
            "text": b"Dear diary\n" * 200,
            "changed": whole.replace(b"dossier.json", b"dossier.jsom"),
        }.items():
            (self.folder / name).write_bytes(content)
            self.assertIn(name, self.run_cli("import", name, expect=FAILED))
        self.assertEqual(self.run_cli("list"), "")
        dossiers = self.folder / "data" / "samenspel" / "dossiers"
        self.assertEqual(list(dossiers.iterdir()), [])

    @unittest.skipIf(os.geteuid() == 0, "nothing is read-only to root")
    def test_read_only(self):
        path = self.import_example()
        self.run_cli("export", path, "a.samenspel")
        closed = self.folder / "closed"
        closed.mkdir()
        closed.chmod(0o500)
        self.run_cli("export", path, "closed/a.samenspel", expect=FAILED)
        self.run_cli("import", "a.samenspel", "-o", "closed/d.sqlite", expect=FAILED)
        self.assertEqual(list(closed.iterdir()), [])


class Mistakes(CliTest):
    def test_usage(self):
        self.run_cli(expect=USAGE)
        self.assertIn("fetch", self.run_cli("fetch", expect=USAGE))
        for arguments in (
            ["new"],
            ["list", "more"],
            ["import-text"],
            ["import-text", "a", "b"],
            ["import-text", "a", "--into", "b", "--output", "c"],
            ["show"],
            ["show", "--jsn", "a"],
            ["check"],
            ["pdf", "a", "--agreement", "two"],
            ["export", "a"],
            ["export", "a", "b", "c"],
            ["export", "a", "b", "--output", "c"],
            ["import"],
            ["import", "a", "b"],
        ):
            message = self.run_cli(*arguments, expect=USAGE)
            self.assertTrue(f"samenspel-cli {arguments[0]}" in message or "--into" in message, message)
            self.assertEqual(message, message.rstrip(" \n") + "\n")

    def test_missing_file(self):
        for command in "show", "check", "pdf", "import-text", "import":
            self.assertEqual(self.run_cli(command, "nowhere", expect=FAILED).count("nowhere"), 1)
        text = COVENANTS / "numbered-clauses.txt"
        self.assertIn("nowhere", self.run_cli("import-text", text, "-i", "nowhere", expect=FAILED))
        self.assertEqual(list(self.folder.glob("nowhere*")), [])

    def test_not_a_dossier(self):
        (self.folder / "notes.txt").write_text("Dear diary\n" * 200)
        (self.folder / "empty").touch()
        for command in "show", "check", "pdf":
            for name in "notes.txt", "empty", ".":
                self.assertIn(name, self.run_cli(command, name, expect=FAILED))
        self.assertEqual((self.folder / "notes.txt").read_text(), "Dear diary\n" * 200)
        self.assertEqual((self.folder / "empty").read_bytes(), b"")

    def test_not_a_text(self):
        for name, content in {
            "a.odt": b"PK\x03\x04" + bytes(100),
            "a.pdf": b"%PDF-1.7\n\x00\x01",
            "empty.txt": b"",
            "long.txt": b"woord " * 1_000_000,
        }.items():
            (self.folder / name).write_bytes(content)
            message = self.run_cli("import-text", name, "-o", "d.sqlite", expect=FAILED)
            self.assertIn(name, message)
            self.assertFalse((self.folder / "d.sqlite").exists())
        self.assertEqual(self.run_cli("list"), "")

    def test_not_utf8(self):
        text = (COVENANTS / "headings-only.txt").read_text().encode("cp1252")
        (self.folder / "old.txt").write_bytes(text)
        path = self.run_cli("import-text", "old.txt").strip()
        self.assertIn("één kindcentrum", self.run_cli("show", path))

    def test_name_not_utf8(self):
        self.run_cli("new", b"Zorg \xff", expect=FAILED)
        self.assertEqual(self.run_cli("list"), "")

    def test_empty_name(self):
        self.run_cli("new", " ", expect=FAILED)
        self.assertEqual(self.run_cli("list"), "")

    def test_not_a_covenant(self):
        path = self.run_cli("import-text", COVENANTS / "not-a-covenant.txt").strip()
        self.assertIn("Pannenkoeken", self.run_cli("show", path))

    def test_existing_output(self):
        path = self.import_example()
        before = (self.folder / path).read_bytes()
        message = self.run_cli(
            "import-text", COVENANTS / "english.txt", "-o", path, expect=FAILED
        )
        self.assertIn(path, message)
        self.assertEqual((self.folder / path).read_bytes(), before)

    def alter(self, path, sql):
        subprocess.run(["sqlite3", self.folder / path, sql], check=True)

    def test_log_that_tells_otherwise(self):
        """The tables are what the log says, or check says where they are not"""
        for sql in (
            "UPDATE agreement SET title = 'Another title'",
            "UPDATE change SET new = 'Another title' WHERE type = 'agreement' AND field = 'title'",
            "DELETE FROM change WHERE type = 'party' AND field = 'name'",
        ):
            with self.subTest(sql):
                path = self.import_example()
                self.alter(path, sql)
                result = self.check_raw(path)
                self.assertEqual(result.returncode, FAILED)
                self.assertEqual(result.stdout, "")
                for line in result.stderr.splitlines():
                    self.assertTrue(line.startswith("samenspel-cli: "), line)
                self.assertRegex(result.stderr, "agreement|party")
                (self.folder / path).unlink()

    def check_raw(self, path):
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        command = [CLI, "check", path]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, env=environment, check=False
        )

    def test_newer(self):
        """Of a later version: it is not touched, and the message says what to do"""
        path = self.import_example()
        self.alter(path, "PRAGMA user_version = 999")
        before = (self.folder / path).read_bytes()
        for command in "show", "check", "pdf":
            self.assertIn("newer", self.run_cli(command, path, expect=FAILED))
        self.assertEqual((self.folder / path).read_bytes(), before)

    def test_no_such_covenant(self):
        path = self.import_example()
        self.assertIn("1", self.run_cli("pdf", path, "-a", "2", expect=FAILED))
        self.run_cli("pdf", path, "-a", "0", expect=FAILED)
        self.run_cli("pdf", path, "-a", "-3", expect=FAILED)
        empty = self.run_cli("new", "Samen Sterk").strip()
        self.assertIn("There is no covenant", self.run_cli("pdf", empty, expect=FAILED))

    def test_output_folder_missing(self):
        path = self.import_example()
        self.run_cli("pdf", path, "-o", "no/such/a.pdf", expect=FAILED)
        self.run_cli(
            "import-text", COVENANTS / "english.txt", "-o", "no/such/d", expect=FAILED
        )

    @unittest.skipIf(os.geteuid() == 0, "nothing is read-only to root")
    def test_read_only(self):
        path = self.import_example()
        closed = self.folder / "closed"
        closed.mkdir()
        closed.chmod(0o500)
        self.run_cli("pdf", path, "-o", "closed/a.pdf", expect=FAILED)
        self.run_cli(
            "import-text", COVENANTS / "english.txt", "-o", "closed/d.sqlite", expect=FAILED
        )
        self.assertEqual(list(closed.iterdir()), [])

    @unittest.skipUnless(Path("/dev/full").exists(), "there is no /dev/full")
    def test_full_disk(self):
        path = self.import_example()
        with open("/dev/full", "wb") as full:
            result = subprocess.run(
                [CLI, "show", "--json", path], stdout=full, stderr=subprocess.PIPE,
                cwd=self.folder, check=False,
            )
        self.assertEqual(result.returncode, FAILED)
        self.assertTrue(result.stderr)


@unittest.skipUnless("nl_nl.utf8" in locales(), "there is no Dutch locale")
class Dutch(CliTest):
    def test_help(self):
        english = self.run_cli("--help")
        dutch = self.run_cli("--help", language="nl_NL.UTF-8")
        self.assertNotEqual(english, dutch)
        self.assertEqual(len(english.splitlines()), len(dutch.splitlines()))
        for command in COMMANDS:
            self.assertRegex(dutch, rf"(?m)^  {command}( \S.*)?$")
        same = set(english.splitlines()) & set(dutch.splitlines())
        self.assertLessEqual(same, {"", "  list", "  show DOSSIER", "  check DOSSIER", "  pdf DOSSIER"})

    def test_help_on_each(self):
        """What it does, and what each of its options is for"""
        for command in COMMANDS:
            with self.subTest(command):
                english = self.run_cli(command, "--help")
                dutch = self.run_cli(command, "--help", language="nl_NL.UTF-8")
                summary, options = "\n\n", re.compile(r"^  -\w, --(?!help).*", re.M)
                self.assertNotEqual(english.split(summary)[1], dutch.split(summary)[1])
                self.assertFalse(set(options.findall(english)) & set(options.findall(dutch)))
                self.assertEqual(len(options.findall(english)), len(options.findall(dutch)))

    def test_mistakes(self):
        """Each message is in Dutch, and of the same kind"""
        path = self.import_example()
        (self.folder / "notes.txt").write_text("Dear diary\n" * 200)
        for arguments, status in (
            ([], USAGE),
            (["fetch"], USAGE),
            (["new"], USAGE),
            (["list", "more"], USAGE),
            (["new", " "], FAILED),
            (["show", "nowhere"], FAILED),
            (["check", "notes.txt"], FAILED),
            (["pdf", path, "-a", "2"], FAILED),
            (["pdf", path, "-o", "no/such/a.pdf"], FAILED),
            (["import-text", "nowhere"], FAILED),
            (["import-text", "notes.txt", "-i", "a", "-o", "b"], USAGE),
        ):
            with self.subTest(arguments):
                english = self.run_cli(*arguments, expect=status)
                dutch = self.run_cli(*arguments, expect=status, language="nl_NL.UTF-8")
                self.assertNotEqual(english, dutch)

    def test_messages(self):
        message = self.run_cli("fetch", language="nl_NL.UTF-8", expect=USAGE)
        self.assertIn("“fetch”", message)
        path = self.import_example()
        self.assertIn("studenten", self.run_cli("show", path, language="nl_NL.UTF-8"))
        self.run_cli("check", path, language="nl_NL.UTF-8")


if __name__ == "__main__":
    unittest.main()
