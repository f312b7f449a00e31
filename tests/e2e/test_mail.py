# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""The covenant is sent by e-mail; without a mail program the app says what to do. That a mail program gets
it, with the portal, is checked with the Flatpak."""
import unittest

from common import Samenspel
from drive import wait


class Mail(unittest.TestCase):
    def test_nobody_answers(self):
        with Samenspel("--example") as app:
            app.go("Covenant")
            app.push("Send by E-Mail")
            dialog = app.find("alert", app.say("No E-Mail Program Answered"))
            app.push("Save as PDF…", within=dialog)
            wait(lambda: len(app.windows) == 2, what="the file dialog")


if __name__ == "__main__":
    unittest.main()
