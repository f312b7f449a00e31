/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/parties.h"
#include "rules/rules-private.h"
#include "rules/signing.h"
#include "rules/term.h"

static void
signed_clear (gpointer data)
{
  g_object_unref (((SamenSignedParty *) data)->party);
}

/* In the order of their dates, and of those of one day in that of the covenant */
static void
add_signed (SamenAgreementTerm *self, SamenParty *party, SamenDate date)
{
  SamenSignedParty new = { g_object_ref (party), date };
  guint i = self->signed_parties->len;

  while (i > 0 && samen_date_compare (
                      g_array_index (self->signed_parties, SamenSignedParty, i - 1).date, date) > 0)
    i--;
  g_array_insert_val (self->signed_parties, i, new);
}

/* No date comes after every date, and so is never the first */
static void
count_dates (SamenAgreementTerm *self, const SamenPartySigning *signing)
{
  if (samen_date_compare (signing->first, self->first_signed) < 0)
    self->first_signed = signing->first;
  if (!samen_date_is_set (self->last_signed) ||
      (samen_date_is_set (signing->last) &&
       samen_date_compare (signing->last, self->last_signed) > 0))
    self->last_signed = signing->last;
}

static void
count_signatures (SamenAgreementTerm *self,
                  SamenAgreement *agreement,
                  GListModel *parties,
                  GListModel *representatives,
                  GListModel *signatures)
{
  g_autoptr (GPtrArray) lines = samen_party_lines (parties, agreement->parent_instance.id);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);
      SamenPartySigning signing = samen_party_signing (line->party, representatives, signatures);
      gboolean is_done = samen_party_signing_is_done (&signing);

      if (line->is_group)
        continue;
      self->n_signatures += signing.n_signed;
      if (signing.n_signed > 0)
        add_signed (self, line->party, signing.last);
      count_dates (self, &signing);
      if (!is_done && samen_date_is_set (line->party->withdrawn))
        {
          self->n_withdrawn++;
          continue;
        }
      self->n_signers++;
      if (is_done)
        self->n_signed++;
      else
        g_ptr_array_add (self->unsigned_parties, g_object_ref (line->party));
    }
}

static gboolean
all_signed (const SamenAgreementTerm *self)
{
  return self->n_signers > 0 && self->n_signed == self->n_signers;
}

static SamenDate
start_of (const SamenAgreementTerm *self, SamenAgreement *agreement)
{
  SamenDate signing = all_signed (self) ? samen_date_last_day (self->last_signed) : SAMEN_DATE_NONE;

  if (agreement->starts == SAMEN_START_DATE && samen_date_is_set (agreement->start))
    return samen_date_first_day (agreement->start);
  if (agreement->starts == SAMEN_START_DAY_AFTER)
    return samen_date_add_days (signing, 1);
  return signing;
}

static void
work_out_end (SamenAgreementTerm *self, SamenAgreement *agreement)
{
  self->end = samen_date_last_day (agreement->end);
  if (agreement->notice >= 0)
    self->last_notice = samen_date_add_months (self->end, -(int) MIN (agreement->notice, 12000));
  self->ending_from = agreement->notice > 0 ? self->last_notice
                                            : samen_date_add_months (self->end, -SAMEN_LAST_MONTHS);
}

static SamenAgreementStatus
status_of (const SamenAgreementTerm *self, SamenDate today)
{
  if (self->n_signatures == 0)
    return SAMEN_AGREEMENT_DRAFT;
  if (!all_signed (self))
    return SAMEN_AGREEMENT_SIGNING;
  /* No date comes after today: an agreement without end does not end */
  if (samen_date_compare (self->end, today) < 0)
    return SAMEN_AGREEMENT_ENDED;
  if (samen_date_is_set (self->start) && samen_date_compare (self->start, today) > 0)
    return SAMEN_AGREEMENT_SIGNED;
  if (samen_date_compare (self->ending_from, today) <= 0)
    return SAMEN_AGREEMENT_ENDING;
  return SAMEN_AGREEMENT_IN_FORCE;
}

/* Where the agreement would stand if nothing followed it */
static SamenAgreementTerm *
term_alone (SamenAgreement *agreement,
            GListModel *parties,
            GListModel *representatives,
            GListModel *signatures,
            SamenDate today)
{
  SamenAgreementTerm *self = g_new0 (SamenAgreementTerm, 1);

  self->signed_parties = g_array_new (FALSE, FALSE, sizeof (SamenSignedParty));
  g_array_set_clear_func (self->signed_parties, signed_clear);
  self->unsigned_parties = g_ptr_array_new_with_free_func (g_object_unref);
  count_signatures (self, agreement, parties, representatives, signatures);
  self->start = start_of (self, agreement);
  work_out_end (self, agreement);
  self->status = status_of (self, today);
  return self;
}

SamenAgreement *
samen_agreement_find_successor (SamenAgreement *agreement, GListModel *agreements)
{
  for (guint i = samen_n_items (agreements); i > 0; i--)
    {
      g_autoptr (SamenAgreement) other = g_list_model_get_item (agreements, i - 1);

      if (other != agreement && !other->parent_instance.deleted &&
          g_strcmp0 (other->follows.id, agreement->parent_instance.id) == 0)
        return g_steal_pointer (&other);
    }
  return NULL;
}

SamenAgreementTerm *
samen_agreement_term_new (SamenAgreement *agreement,
                          GListModel *agreements,
                          GListModel *parties,
                          GListModel *representatives,
                          GListModel *signatures,
                          SamenDate today)
{
  SamenAgreementTerm *self = term_alone (agreement, parties, representatives, signatures, today);
  g_autoptr (SamenAgreementTerm) next = NULL;

  self->successor = samen_agreement_find_successor (agreement, agreements);
  if (self->successor == NULL)
    return self;
  next = term_alone (self->successor, parties, representatives, signatures, today);
  if (all_signed (next))
    self->replaced = next->start;
  if (self->status != SAMEN_AGREEMENT_DRAFT && self->status != SAMEN_AGREEMENT_ENDED &&
      samen_date_is_set (self->replaced) && samen_date_compare (self->replaced, today) <= 0)
    self->status = SAMEN_AGREEMENT_REPLACED;
  return self;
}

void
samen_agreement_term_free (SamenAgreementTerm *self)
{
  g_clear_object (&self->successor);
  g_array_unref (self->signed_parties);
  g_ptr_array_unref (self->unsigned_parties);
  g_free (self);
}

gboolean
samen_agreement_term_is_running (const SamenAgreementTerm *self)
{
  return self->status == SAMEN_AGREEMENT_IN_FORCE || self->status == SAMEN_AGREEMENT_ENDING;
}

SamenDate
samen_agreement_next_evaluation (SamenAgreement *agreement,
                                 const SamenAgreementTerm *term,
                                 GListModel *evaluations)
{
  SamenDate planned = SAMEN_DATE_NONE;
  SamenDate from = term->start;
  SamenDate next;
  gboolean was_held = FALSE;

  if (!samen_agreement_term_is_running (term))
    return SAMEN_DATE_NONE;
  for (guint i = 0; i < samen_n_items (evaluations); i++)
    {
      g_autoptr (SamenEvaluation) it = g_list_model_get_item (evaluations, i);

      if (it->parent_instance.deleted ||
          g_strcmp0 (it->agreement.id, agreement->parent_instance.id) != 0)
        continue;
      if (!samen_date_is_set (it->held) && samen_date_compare (it->due, planned) < 0)
        planned = it->due;
      if (samen_date_is_set (it->held) && (!was_held || samen_date_compare (it->held, from) > 0))
        from = samen_date_last_day (it->held);
      was_held = was_held || samen_date_is_set (it->held);
    }
  if (samen_date_is_set (planned) || agreement->evaluate_every <= 0)
    return planned;
  next = samen_date_add_months (from, (int) MIN (agreement->evaluate_every, 12000));
  return samen_date_compare (next, term->end) <= 0 ? next : SAMEN_DATE_NONE;
}

gboolean
samen_agreement_term_is_locked (const SamenAgreementTerm *self)
{
  return self->n_signatures > 0;
}

char *
samen_agreement_term_label (const SamenAgreementTerm *self)
{
  switch (self->status)
    {
    case SAMEN_AGREEMENT_DRAFT:
      return g_strdup (C_ ("covenant", "Draft"));
    case SAMEN_AGREEMENT_SIGNING:
      return g_strdup_printf (C_ ("covenant", "%u of %u signed"), self->n_signed, self->n_signers);
    case SAMEN_AGREEMENT_SIGNED:
      return g_strdup (C_ ("covenant", "Signed"));
    case SAMEN_AGREEMENT_IN_FORCE:
      return g_strdup (C_ ("covenant", "In force"));
    case SAMEN_AGREEMENT_ENDING:
      return g_strdup (C_ ("covenant", "Ending"));
    case SAMEN_AGREEMENT_REPLACED:
      return g_strdup (C_ ("covenant", "Replaced"));
    default:
      return g_strdup (C_ ("covenant", "Ended"));
    }
}

static char *
describe_in_force (const SamenAgreementTerm *self)
{
  g_autofree char *start = samen_date_format (self->start, NULL);
  g_autofree char *end = samen_date_format (self->end, NULL);
  g_autofree char *notice = samen_date_format (self->last_notice, NULL);

  if (!samen_date_is_set (self->end))
    return g_strdup_printf (_ ("In force since %s, without an end date."), start);
  if (!samen_date_is_set (self->last_notice))
    return g_strdup_printf (_ ("In force from %s up to and including %s."), start, end);
  return g_strdup_printf (
      _ ("In force from %s up to and including %s. The last day to give notice is %s."), start, end,
      notice);
}

char *
samen_agreement_term_describe (const SamenAgreementTerm *self)
{
  g_autofree char *start = samen_date_format (self->start, NULL);
  g_autofree char *end = samen_date_format (self->end, NULL);
  g_autofree char *first = samen_date_format (self->first_signed, NULL);
  g_autofree char *replaced = samen_date_format (self->replaced, NULL);

  switch (self->status)
    {
    case SAMEN_AGREEMENT_DRAFT:
      return g_strdup (self->n_signers == 0 ? _ ("A draft, without parties yet.")
                                            : _ ("A draft: nobody has signed yet."));
    case SAMEN_AGREEMENT_SIGNING:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u of %u party has signed; the first signature is of %s.",
                       "%u of %u parties have signed; the first signature is of %s.",
                       self->n_signers),
          self->n_signed, self->n_signers, first);
    case SAMEN_AGREEMENT_SIGNED:
      return g_strdup_printf (_ ("All parties have signed. It takes effect on %s."), start);
    case SAMEN_AGREEMENT_ENDED:
      return g_strdup_printf (_ ("It ended on %s."), end);
    case SAMEN_AGREEMENT_REPLACED:
      /* Translators: the title of a covenant, and a date */
      return g_strdup_printf (_ ("“%s” has taken its place since %s."), self->successor->title,
                              replaced);
    default:
      return describe_in_force (self);
    }
}

/* "A, B and 3 others": so many are named */
#define N_NAMED 3

static char *
name_some (GPtrArray *all)
{
  const guint n = all->len;
  const guint n_named = n <= N_NAMED + 1 ? n : N_NAMED;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) all->pdata[i]);
  if (n == n_named)
    return g_string_free_and_steal (g_steal_pointer (&names));
  return g_strdup_printf (
      /* Translators: names of parties with commas, and how many more there are */
      g_dngettext (GETTEXT_PACKAGE, "%s and %u other", "%s and %u others", n - n_named), names->str,
      n - n_named);
}

static char *
name_unsigned (const SamenAgreementTerm *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->unsigned_parties->len; i++)
    g_ptr_array_add (names, SAMEN_PARTY (self->unsigned_parties->pdata[i])->name);
  return name_some (names);
}

static char *
name_signed (const SamenAgreementTerm *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->signed_parties->len; i++)
    {
      const SamenSignedParty *it = &g_array_index (self->signed_parties, SamenSignedParty, i);
      g_autofree char *date = samen_date_format (it->date, NULL);

      /* Translators: a party, and the date on which it signed */
      g_ptr_array_add (names, g_strdup_printf (C_ ("signed", "%s (%s)"), it->party->name, date));
    }
  return name_some (names);
}

char *
samen_agreement_term_why_locked (const SamenAgreementTerm *self)
{
  g_autofree char *names = name_signed (self);

  if (!samen_agreement_term_is_locked (self))
    return NULL;
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "The text is locked, since it is signed by %s. To change it, start a new version, or "
          "remove that signature.",
          "The text is locked, since it is signed by %s. To change it, start a new version, or "
          "remove these signatures.",
          self->n_signatures),
      names);
}

char *
samen_agreement_term_signing (const SamenAgreementTerm *self)
{
  g_autofree char *names = NULL;
  g_autofree char *last = samen_date_format (self->last_signed, NULL);

  if (self->n_signers == 0)
    return g_strdup ("");
  if (self->n_signatures == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u party, which has not signed yet.",
                                         "%u parties, of which nobody has signed yet.",
                                         self->n_signers),
                            self->n_signers);
  if (all_signed (self))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u party has signed, on %s.",
                                         "All %u parties have signed, the last on %s.",
                                         self->n_signers),
                            self->n_signers, last);
  names = name_unsigned (self);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u party has signed. Still to sign: %s.",
                   "%u of %u parties have signed. Still to sign: %s.", self->n_signers),
      self->n_signed, self->n_signers, names);
}
