/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

/* The covenants in tests/data, as far as they are UTF-8 */
G_GNUC_UNUSED static const char *const files[] = {
  "belgian.txt",
  "cover-and-contents.txt",
  "labelled-groups.txt",
  "sections.txt",
  "chapters-decimal.txt",
  "contents-and-pages.txt",
  "contents-without-dots.txt",
  "decimal.txt",
  "english.txt",
  "groups.txt",
  "headings-only.txt",
  "lettered-sections.txt",
  "markdown.txt",
  "no-headings.txt",
  "not-a-covenant.txt",
  "numbered-clauses.txt",
  "old-style.txt",
  "unwrapped.txt",
  "wrapped.txt",
  "art-decimal.txt",
  "caps-headings.txt",
  "duties-per-party.txt",
  "flattened-table.txt",
  "hyphenated-columns.txt",
  "letter-style.txt",
  "lettered-recitals.txt",
  "lid-words.txt",
  "multi-level-sections.txt",
  "national-accord.txt",
  "roman-caps.txt",
  "running-headers.txt",
  "word-bullets.txt",
  "word-paste.txt",
  "bare-parties.txt",
  "labelled-parties.txt",
  "page-footers.txt",
  "paragraph-articles.txt",
  "parts-of-text.txt",
  "party-cells.txt",
  "party-columns.txt",
  "prose-letter.txt",
  "restarting.txt",
};
