/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/blanks.h"
#include "rules/signals-private.h"

/* Six weeks: at least one meeting to decide on it */
#define NOTICE_DAYS 42
#define END_MONTHS 3
#define SIGNING_DAYS 28
#define EVALUATION_DAYS 42

typedef void (*AgreementFunc) (SamenSignalSearch *search,
                               SamenAgreement *agreement,
                               const SamenAgreementTerm *term);

static void
foreach_agreement (SamenSignalSearch *search, AgreementFunc look)
{
  for (guint i = 0; i < search->agreements->len; i++)
    {
      const SamenSignalAgreement *it = g_ptr_array_index (search->agreements, i);

      look (search, it->agreement, it->term);
    }
}

static void
look_at_notice (SamenSignalSearch *search,
                SamenAgreement *agreement,
                const SamenAgreementTerm *term)
{
  g_autofree char *date = samen_date_format (term->last_notice, NULL);

  if (samen_agreement_term_is_running (term) && agreement->notice > 0 &&
      samen_signal_search_within (search, term->last_notice, NOTICE_DAYS))
    samen_signal_search_add (search, agreement, term->last_notice, 0,
                             g_strdup_printf (_ ("The last day to give notice to end “%s” is %s."),
                                              agreement->title, date));
}

void
samen_signals_notice_near (SamenSignalSearch *search)
{
  foreach_agreement (search, look_at_notice);
}

/* Whether another agreement takes the place of one that ended: signed by some, and not ended */
static gboolean
has_successor (SamenSignalSearch *search, SamenAgreement *ended)
{
  for (guint i = 0; i < search->agreements->len; i++)
    {
      const SamenSignalAgreement *other = g_ptr_array_index (search->agreements, i);

      if (other->agreement != ended && other->term->status != SAMEN_AGREEMENT_DRAFT &&
          other->term->status != SAMEN_AGREEMENT_ENDED)
        return TRUE;
    }
  return FALSE;
}

static void
look_at_end (SamenSignalSearch *search, SamenAgreement *agreement, const SamenAgreementTerm *term)
{
  g_autofree char *date = samen_date_format (term->end, NULL);
  SamenDate from = samen_date_add_months (term->end, -END_MONTHS);
  SamenDate until = samen_date_add_months (term->end, END_MONTHS);

  if (samen_agreement_term_is_running (term) && samen_date_is_set (term->end) &&
      samen_date_compare (search->today, from) >= 0)
    samen_signal_search_add (search, agreement, term->end, 0,
                             g_strdup_printf (_ ("“%s” ends on %s."), agreement->title, date));
  else if (term->status == SAMEN_AGREEMENT_ENDED &&
           samen_date_compare (search->today, until) <= 0 && !has_successor (search, agreement))
    samen_signal_search_add (
        search, agreement, term->end, 0,
        g_strdup_printf (_ ("“%s” ended on %s, and no other covenant has taken its place."),
                         agreement->title, date));
}

void
samen_signals_agreement_ends (SamenSignalSearch *search)
{
  foreach_agreement (search, look_at_end);
}

static gboolean
signing_drags_on (SamenSignalSearch *search, const SamenAgreementTerm *term)
{
  SamenDate patience = samen_date_add_days (samen_date_last_day (term->first_signed), SIGNING_DAYS);

  if (term->status != SAMEN_AGREEMENT_SIGNING)
    return FALSE;
  return samen_date_compare (patience, search->today) < 0 ||
         samen_date_compare (term->start, search->today) <= 0;
}

static void
look_at_signing (SamenSignalSearch *search,
                 SamenAgreement *agreement,
                 const SamenAgreementTerm *term)
{
  const guint n = term->unsigned_parties->len;
  SamenParty *party;

  if (!signing_drags_on (search, term))
    return;
  if (n > 1)
    {
      samen_signal_search_add (
          search, agreement, term->first_signed, n,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u party has not signed “%s” yet.",
                                        "%u parties have not signed “%s” yet.", n),
                           n, agreement->title));
      return;
    }
  party = term->unsigned_parties->pdata[0];
  samen_signal_search_add (
      search, party, term->first_signed, n,
      g_strdup_printf (_ ("%s has not signed “%s” yet."), party->name, agreement->title));
}

void
samen_signals_unsigned (SamenSignalSearch *search)
{
  foreach_agreement (search, look_at_signing);
}

/* Of the evaluation that was planned, or of the agreement that says how often it is evaluated */
static void
add_evaluation (SamenSignalSearch *search,
                gpointer record,
                SamenAgreement *agreement,
                SamenDate due)
{
  g_autofree char *date = samen_date_format (due, NULL);
  gboolean is_past = samen_date_compare (samen_date_last_day (due), search->today) < 0;

  if (samen_date_compare (samen_date_add_days (due, -EVALUATION_DAYS), search->today) > 0)
    return;
  samen_signal_search_add (
      search, record, due, 0,
      g_strdup_printf (is_past
                           /* Translators: the title of a covenant, and a date */
                           ? _ ("“%s” was to be evaluated (%s), and that has not been held yet.")
                           /* Translators: the title of a covenant, and a date */
                           : _ ("“%s” is to be evaluated soon: %s."),
                       agreement->title, date));
}

static void
look_at_evaluations (SamenSignalSearch *search,
                     SamenAgreement *agreement,
                     const SamenAgreementTerm *term)
{
  GListModel *evaluations = search->sources->evaluations;
  SamenDate next = samen_agreement_next_evaluation (agreement, term, evaluations);
  guint n_planned = 0;

  for (guint i = 0; samen_agreement_term_is_running (term) && i < samen_n_items (evaluations); i++)
    {
      g_autoptr (SamenEvaluation) it = g_list_model_get_item (evaluations, i);

      if (it->parent_instance.deleted || samen_date_is_set (it->held) ||
          g_strcmp0 (it->agreement.id, agreement->parent_instance.id) != 0)
        continue;
      add_evaluation (search, it, agreement, it->due);
      n_planned++;
    }
  if (n_planned == 0 && samen_date_is_set (next))
    add_evaluation (search, agreement, agreement, next);
}

void
samen_signals_evaluation (SamenSignalSearch *search)
{
  foreach_agreement (search, look_at_evaluations);
}

/* The places left to fill in that were found so far, and the first of them */
typedef struct
{
  guint n;
  char *text;
  SamenRecord *record;
} Blanks;

/* Counts those in all texts of @record */
static void
count_in_record (SamenRecord *record, Blanks *blanks)
{
  const SamenRecordClass *klass = SAMEN_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GVariant) value = NULL;

      if (klass->fields[i].kind != SAMEN_KIND_TEXT)
        continue;
      value = samen_field_get (&klass->fields[i], record);
      if (value != NULL)
        blanks->n += samen_blanks_count (g_variant_get_string (value, NULL), &blanks->text);
    }
  if (blanks->n > 0 && blanks->record == NULL)
    blanks->record = g_object_ref (record);
}

/* Counts those in the records of @list that are part of one of @owners by the reference at @offset;
 * their own ids are added to @parts, if it is not NULL */
static void
count_in_list (GListModel *list,
               gsize offset,
               GHashTable *owners,
               GHashTable *parts,
               Blanks *blanks)
{
  for (guint i = 0; i < samen_n_items (list); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (list, i);
      const SamenReference *owner =
          (const SamenReference *) (gconstpointer) ((char *) record + offset);

      if (record->deleted || owner->id == NULL || !g_hash_table_contains (owners, owner->id))
        continue;
      count_in_record (record, blanks);
      if (parts != NULL)
        g_hash_table_add (parts, g_strdup (record->id));
    }
}

static void
look_at_blanks (SamenSignalSearch *search,
                SamenAgreement *agreement,
                const SamenAgreementTerm *term)
{
  const SamenSignalSources *sources = search->sources;
  g_autoptr (GHashTable) owner = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Blanks blanks = { 0 };

  /* Once all have signed nobody can fill them in any more */
  if (term->status != SAMEN_AGREEMENT_DRAFT && term->status != SAMEN_AGREEMENT_SIGNING)
    return;
  g_hash_table_add (owner, agreement->parent_instance.id);
  count_in_record (&agreement->parent_instance, &blanks);
  count_in_list (sources->parties, offsetof (SamenParty, agreement), owner, NULL, &blanks);
  count_in_list (sources->considerations, offsetof (SamenConsideration, agreement), owner, NULL,
                 &blanks);
  count_in_list (sources->articles, offsetof (SamenArticle, agreement), owner, articles, &blanks);
  count_in_list (sources->clauses, offsetof (SamenClause, article), articles, NULL, &blanks);
  if (blanks.n > 0)
    samen_signal_search_add (
        search, blanks.record, SAMEN_DATE_NONE, blanks.n,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "In “%s”, %u place is left to fill in: %s.",
                         "In “%s”, %u places are left to fill in, the first of them %s.", blanks.n),
            agreement->title, blanks.n, blanks.text));
  g_free (blanks.text);
  g_clear_object (&blanks.record);
}

void
samen_signals_blanks (SamenSignalSearch *search)
{
  foreach_agreement (search, look_at_blanks);
}
