# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
#
# Add up the closing lines of several test runs, "N passed, N failed[, N skipped]", to one
/^[0-9]+ passed, [0-9]+ failed/ {
  passed += $1
  failed += $3
  skipped += $5
}
END {
  printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
  exit failed || !passed
}
