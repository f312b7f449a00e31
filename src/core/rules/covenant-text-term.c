/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "rules/covenant-text-term.h"

/* No clause about the term is longer, and whoever sent the text may have written anything */
#define MOST_BYTES 4096

#define DATE "\\d{1,2} +[[:alpha:]]{3,9} +\\d{4}"
#define DAY "(" DATE ")"
#define COVENANT                                                                                   \
  "\\b(?:dit|deze|het|de|this|the) +"                                                              \
  "(?:\\w*convenant|\\w*overeenkomst|\\w*akkoord|\\w*verklaring|afspraken|covenant|agreement)\\b"
/* On to the verb, within the sentence */
#define ON "[^.;:]*?\\b"
#define RUNS "(?:loopt|lopen|geldt|gelden|duurt|duren)"
#define BEGINS                                                                                     \
  "(?:treedt in werking|treden in werking|gaat in|gaan in|takes effect|enters into force)"
#define FROM "(?: met ingang van| vanaf| op| per| on| from)"
#define SIGNING "(?:de )?(?:(?:datum|dag|moment) van )?(?:de )?(?:ondertekening|signing)"
#define NUMBER "(?:ten minste |minimaal )?([[:alpha:]]+|\\d{1,2})"

typedef enum
{
  START_ON,
  START_FROM,
  START_DAY_AFTER,
  START_SIGNING,
  END_ON,
  END_INCLUDED,
  END_EXCLUDED,
  NOTICE_TERM,
  NOTICE_PERIOD,
  N_SAYINGS,
} Saying;

/* What is said is the group of each */
static const char *const patterns[N_SAYINGS] = {
  [START_ON] = COVENANT ON BEGINS FROM " " DAY,
  [START_FROM] = COVENANT ON RUNS " van(?:af)? " DAY,
  [START_DAY_AFTER] = COVENANT ON BEGINS FROM "? (?:de |the )?(dag na|day after) " SIGNING,
  [START_SIGNING] = COVENANT ON BEGINS "(?:" FROM "| na| bij| upon) (" SIGNING ")",
  [END_ON] = COVENANT ON "(?:(?:eindigt|eindigen)(?: van rechtswege)? op|(?:ends|expires) on) " DAY,
  [END_INCLUDED] = COVENANT ON RUNS "(?: van(?:af)? " DATE ")? (?:tot en met|t/m) " DAY,
  [END_EXCLUDED] = COVENANT ON RUNS "(?: van(?:af)? " DATE ")? tot " DAY,
  [NOTICE_TERM] = "\\b(?:opzeg\\w*|opgezegd)[^.;]*?\\btermijn van " NUMBER " maand",
  [NOTICE_PERIOD] = "\\bopzegtermijn (?:is|bedraagt|van) " NUMBER " maand",
};

typedef struct
{
  SamenCovenantTextTerm *term;
  gboolean says_several; /* days on which it ends */
} Search;

static GRegex *
get_regex (Saying saying)
{
  static GRegex *compiled[N_SAYINGS];

  if (g_once_init_enter_pointer (&compiled[saying]))
    g_once_init_leave_pointer (
        &compiled[saying],
        g_regex_new (patterns[saying], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return compiled[saying];
}

/* Returns: (nullable): what is said in these words, the first time they stand in @text */
static char *
find (const char *text, Saying saying)
{
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (get_regex (saying), text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static SamenDate
find_day (const char *text, Saying saying)
{
  g_autofree char *found = find (text, saying);
  SamenDate day;

  return found != NULL && samen_date_parse_input (found, &day, NULL) ? day : SAMEN_DATE_NONE;
}

static gboolean
says (const char *text, Saying saying)
{
  return g_regex_match (get_regex (saying), text, 0, NULL);
}

static void
read_start (Search *self, const char *text)
{
  SamenCovenantTextTerm *term = self->term;

  if (term->says_start)
    return;
  term->start = find_day (text, START_ON);
  if (!samen_date_is_set (term->start))
    term->start = find_day (text, START_FROM);
  term->says_start = TRUE;
  if (samen_date_is_set (term->start))
    term->starts = SAMEN_START_DATE;
  else if (says (text, START_DAY_AFTER))
    term->starts = SAMEN_START_DAY_AFTER;
  else
    term->says_start = says (text, START_SIGNING);
}

static SamenDate
find_end (const char *text)
{
  SamenDate end = find_day (text, END_ON);

  if (!samen_date_is_set (end))
    end = find_day (text, END_INCLUDED);
  if (samen_date_is_set (end))
    return end;
  end = find_day (text, END_EXCLUDED);
  return samen_date_is_set (end) ? samen_date_add_days (end, -1) : SAMEN_DATE_NONE;
}

static void
read_end (Search *self, const char *text)
{
  SamenDate end = self->says_several ? SAMEN_DATE_NONE : find_end (text);

  if (!samen_date_is_set (end))
    return;
  if (samen_date_is_set (self->term->end) && !samen_date_equal (self->term->end, end))
    {
      self->says_several = TRUE;
      end = SAMEN_DATE_NONE;
    }
  self->term->end = end;
}

static gint64
read_number (const char *text)
{
  static const char *const words[] = {
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
  };

  if (g_ascii_strcasecmp (text, "één") == 0)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return (gint64) i + 1;
  return g_ascii_strtoll (text, NULL, 10);
}

static void
read_notice (Search *self, const char *text)
{
  g_autofree char *period = NULL;

  if (self->term->notice > 0)
    return;
  period = find (text, NOTICE_TERM);
  if (period == NULL)
    period = find (text, NOTICE_PERIOD);
  if (period != NULL)
    self->term->notice = read_number (period);
}

static void
read_clause (SamenCovenantTextElement element, guint line, const char *text, gpointer data)
{
  g_autofree char *words = NULL;

  if (element != SAMEN_COVENANT_TEXT_CLAUSE || strlen (text) > MOST_BYTES)
    return;
  words = g_strdelimit (g_strdup (text), "\n\t", ' ');
  read_start (data, words);
  read_end (data, words);
  read_notice (data, words);
}

void
samen_covenant_text_find_term (const SamenCovenantText *self, SamenCovenantTextTerm *term)
{
  Search search = { .term = term };

  *term = (SamenCovenantTextTerm) { .start = SAMEN_DATE_NONE, .end = SAMEN_DATE_NONE };
  samen_covenant_text_foreach (self, read_clause, &search);
}
