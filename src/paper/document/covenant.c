/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "document/covenant.h"
#include "exchange/agreement-text.h"
#include "document/plain.h"
#include "rules/numbering.h"
#include "rules/parties.h"
#include "rules/signing.h"

/* As deep as lists of clauses can be */
#define DEEPEST 32

typedef struct
{
  SamenDocument *doc;
  SamenStore *store;
  SamenAgreement *agreement;
  SamenLanguage *language;
  SamenNumbering *numbering;
  GListModel *parties;
  GListModel *representatives;
  gboolean has_chapters;
  guint n_places; /* to sign, so far */
} Covenant;

/* A source string in the language of the document */
static const char *words (Covenant *self, const char *text) G_GNUC_FORMAT (2);

static const char *
words (Covenant *self, const char *text)
{
  return samen_language_text (self->language, "document", text);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A text with its references written out */
static char *
render (Covenant *self, const char *text)
{
  return samen_numbering_render (self->numbering, text, self->language);
}

static void
add_plain (Covenant *self, const char *text)
{
  g_autofree char *rendered = render (self, text);

  samen_document_add_plain (self->doc, rendered);
}

/* Adds an item to the open list, and below it what more lines its text has */
static void
add_item (Covenant *self, const char *mark, const char *text)
{
  g_autofree char *rendered = render (self, text);
  char *more = strchr (rendered, '\n');

  if (more != NULL)
    *more++ = '\0';
  samen_document_add_item (self->doc, mark, rendered);
  samen_document_add_plain (self->doc, more);
}

/* ---- the parties ---- */

static void
append_phrase (GString *text, const char *phrase)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (phrase != NULL ? phrase : ""));
  gsize length = strlen (trimmed);

  /* The sentence goes on after it */
  if (length > 0 && strchr (",;", trimmed[length - 1]) != NULL)
    trimmed[length - 1] = '\0';
  if (*trimmed != '\0')
    g_string_append_printf (text, ", %s", trimmed);
}

static char *
dup_place (Covenant *self, SamenParty *party)
{
  g_autoptr (SamenOrganisation) organisation = NULL;

  if (party->organisation.id != NULL)
    organisation = samen_store_get (self->store, SAMEN_TYPE_ORGANISATION, party->organisation.id);
  return organisation != NULL ? g_strdup (organisation->place) : NULL;
}

/* What is said of a party after its name */
static GString *
describe_party (Covenant *self, SamenParty *party)
{
  GString *text = g_string_new (NULL);
  g_autofree char *place = dup_place (self, party);
  g_autofree char *persons =
      samen_party_represented_by (party, self->representatives, self->language);
  g_autofree char *seat = NULL;
  g_autofree char *representation = NULL;

  if (!is_empty (place) &&
      (party->particulars == NULL || strstr (party->particulars, place) == NULL))
    seat = g_strdup_printf (words (self, NC_ ("document", "established in %s")), place);
  if (*persons != '\0')
    representation = g_strdup_printf (
        words (self, NC_ ("document", "duly represented for this purpose by %s")), persons);
  append_phrase (text, seat);
  append_phrase (text, party->particulars);
  append_phrase (text, representation);
  return text;
}

static void
add_party (Covenant *self, const SamenPartyLine *line, const char *end)
{
  SamenParty *party = line->party;
  g_autoptr (GString) description = describe_party (self, party);
  g_autofree char *alias = NULL;

  if (!is_empty (party->alias) && !g_str_equal (party->alias, party->name))
    alias = g_strdup_printf (words (self, NC_ ("document", "hereinafter referred to as: %s")),
                             party->alias);
  append_phrase (description, line->is_group ? NULL : alias);
  samen_document_add_item_spans (self->doc, line->mark,
                                 (const SamenSpan[]) {
                                     { party->name, SAMEN_STYLE_BOLD },
                                     { description->str, SAMEN_STYLE_PLAIN },
                                     { line->is_group ? ":" : end, SAMEN_STYLE_PLAIN },
                                 },
                                 3);
}

static void
add_group_alias (Covenant *self, SamenParty *group, const char *end)
{
  g_autofree char *alias = NULL;
  g_autofree char *line = NULL;

  if (is_empty (group->alias))
    return;
  alias = g_strdup_printf (words (self, NC_ ("document", "hereinafter jointly referred to as: %s")),
                           group->alias);
  line = g_strconcat (alias, end, NULL);
  samen_document_add_paragraph (self->doc, line);
}

/* Where the lines below that at @i end */
static guint
end_of_members (GPtrArray *lines, guint i)
{
  guint depth = ((SamenPartyLine *) g_ptr_array_index (lines, i))->depth;

  do
    i++;
  while (i < lines->len && ((SamenPartyLine *) g_ptr_array_index (lines, i))->depth > depth);
  return i;
}

/* Adds the parties from @first up to @end, and below each group its members */
static void
add_party_list (Covenant *self, GPtrArray *lines, guint first, guint end)
{
  const SamenPartyLine *line = g_ptr_array_index (lines, first);

  samen_document_begin_list (self->doc,
                             line->depth == 0 ? SAMEN_MARKS_DECIMAL : SAMEN_MARKS_LOWER_ALPHA);
  for (guint i = first, next; i < end; i = next)
    {
      gboolean is_last_but_one;
      const char *mark;

      line = g_ptr_array_index (lines, i);
      next = end_of_members (lines, i);
      is_last_but_one = next < end && end_of_members (lines, next) == end;
      mark = is_last_but_one ? words (self, NC_ ("document", "; and")) : ";";
      add_party (self, line, mark);
      if (next > i + 1)
        add_party_list (self, lines, i + 1, next);
      if (line->is_group)
        add_group_alias (self, line->party, mark);
    }
  samen_document_end_list (self->doc);
}

static void
add_parties (Covenant *self)
{
  SamenAgreement *agreement = self->agreement;
  g_autoptr (GPtrArray) lines = samen_party_lines (self->parties, agreement->parent_instance.id);

  if (lines->len == 0)
    return;
  samen_document_add_paragraph (self->doc,
                                !is_empty (agreement->opening)
                                    ? agreement->opening
                                    : words (self, NC_ ("document", "The undersigned:")));
  add_party_list (self, lines, 0, lines->len);
  samen_document_add_paragraph (
      self->doc,
      !is_empty (agreement->collective)
          ? agreement->collective
          : words (self, NC_ ("document", "hereinafter jointly referred to as: the parties;")));
}

/* ---- the considerations ---- */

/* Whether each of them has the "that" which would otherwise stand above them */
static gboolean
have_that (Covenant *self, GListModel *considerations)
{
  /* Translators: the word with which a consideration may begin: "that students …" */
  const char *that = words (self, NC_ ("document", "that"));
  gsize length = strlen (that);

  for (guint i = 0; i < g_list_model_get_n_items (considerations); i++)
    {
      g_autoptr (SamenConsideration) it = g_list_model_get_item (considerations, i);

      if (g_ascii_strncasecmp (it->text, that, length) != 0 || it->text[length] != ' ')
        return FALSE;
    }
  return TRUE;
}

static void
add_considerations (Covenant *self)
{
  g_autoptr (GListModel) list = samen_store_list (self->store, SAMEN_TYPE_CONSIDERATION,
                                                  "agreement", self->agreement->parent_instance.id);
  guint n = g_list_model_get_n_items (list);
  const char *whereas = self->agreement->whereas;

  if (n == 0)
    return;
  if (is_empty (whereas))
    whereas = have_that (self, list) ? words (self, NC_ ("document", "considering:"))
                                     : words (self, NC_ ("document", "considering that:"));
  samen_document_add_paragraph (self->doc, whereas);
  samen_document_begin_list (self->doc, SAMEN_MARKS_DASH);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamenConsideration) it = g_list_model_get_item (list, i);

      add_item (self, NULL, it->text);
    }
  samen_document_end_list (self->doc);
}

/* ---- the articles ---- */

/* Where the clauses have come to: the level of the list that what was last at each depth stands in, and
 * how many lists are open */
typedef struct
{
  guint levels[DEEPEST];
  guint n_open;
} Lists;

static void
close_lists (Covenant *self, Lists *lists, guint level)
{
  for (; lists->n_open > level; lists->n_open--)
    samen_document_end_list (self->doc);
}

/* A clause with a mark is an item of a list; one without is a paragraph of what it is part of */
static void
add_clause (Covenant *self, Lists *lists, const SamenLine *line)
{
  SamenClause *clause = (SamenClause *) line->record;
  guint depth = MIN (line->depth, DEEPEST - 1);
  guint level = lists->levels[depth - 1];

  if (is_empty (line->mark))
    {
      close_lists (self, lists, level);
      add_plain (self, clause->text);
    }
  else
    {
      close_lists (self, lists, ++level);
      if (lists->n_open < level)
        {
          samen_document_begin_list (
              self->doc, clause->mark == SAMEN_MARK_DASH ? SAMEN_MARKS_DASH : SAMEN_MARKS_DECIMAL);
          lists->n_open++;
        }
      add_item (self, line->mark, clause->text);
    }
  lists->levels[depth] = level;
}

static void
add_article_heading (Covenant *self, SamenArticle *article)
{
  g_autofree char *label =
      samen_numbering_label (self->numbering, article->parent_instance.id, self->language);
  gboolean is_below = self->has_chapters && article->kind == SAMEN_ARTICLE_PLAIN;

  if (article->kind == SAMEN_ARTICLE_ANNEX)
    samen_document_add_page_break (self->doc);
  samen_document_add_heading (self->doc, is_below ? 2 : 1, label, article->heading);
  add_plain (self, article->text);
}

/* Adds the articles and chapters, or the annexes */
static void
add_articles (Covenant *self, gboolean annexes)
{
  GPtrArray *lines = samen_numbering_get_lines (self->numbering);
  gboolean within = FALSE;
  Lists lists = { { 0 }, 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = g_ptr_array_index (lines, i);

      if (line->depth == 0)
        {
          SamenArticle *article = SAMEN_ARTICLE (line->record);

          close_lists (self, &lists, 0);
          within = (article->kind == SAMEN_ARTICLE_ANNEX) == annexes;
          if (within)
            add_article_heading (self, article);
        }
      else if (within)
        add_clause (self, &lists, line);
    }
  close_lists (self, &lists, 0);
}

static gboolean
has_articles (Covenant *self)
{
  GPtrArray *lines = samen_numbering_get_lines (self->numbering);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenLine *line = g_ptr_array_index (lines, i);

      if (line->depth == 0 && SAMEN_ARTICLE (line->record)->kind != SAMEN_ARTICLE_ANNEX)
        return TRUE;
    }
  return FALSE;
}

static void
add_agreed (Covenant *self)
{
  const char *agreed = self->agreement->agreed;

  if (has_articles (self))
    samen_document_add_paragraph (
        self->doc,
        !is_empty (agreed) ? agreed : words (self, NC_ ("document", "agree as follows:")));
}

/* ---- the signatures ---- */

/* The closing words stay with the first row of places to sign, which holds two */
static void
add_place (Covenant *self, const SamenSigner *signer)
{
  if (self->n_places++ == 2)
    samen_document_end_keep (self->doc);
  samen_document_add_signature (self->doc, signer);
}

static void
add_signature (Covenant *self, SamenParty *party, SamenSignature *signature)
{
  g_autofree char *date = samen_date_format (signature->signed_on, self->language);

  add_place (self, &(SamenSigner) {
                       .organisation = party->name,
                       .representative = signature->signatory,
                       .function = signature->function,
                       .place = signature->place,
                       .date = date,
                   });
}

static void
add_place_to_sign (Covenant *self, SamenParty *party, SamenSignatory who)
{
  add_place (self, &(SamenSigner) {
                       .organisation = party->name,
                       .representative = who.name,
                       .function = who.function,
                   });
}

/* Adds the places where a party signs: one for each person who did, and for each who is to */
static void
add_signatures_of (Covenant *self, SamenParty *party)
{
  g_autoptr (GListModel) signatures =
      samen_store_list (self->store, SAMEN_TYPE_SIGNATURE, "party", party->parent_instance.id);
  SamenPartySigning signing = samen_party_signing (party, self->representatives, signatures);
  g_autoptr (GArray) left = samen_party_left_to_sign (party, self->representatives, signatures);

  for (guint i = 0; i < g_list_model_get_n_items (signatures); i++)
    {
      g_autoptr (SamenSignature) signature = g_list_model_get_item (signatures, i);

      add_signature (self, party, signature);
    }
  if (samen_party_signing_is_done (&signing) || samen_date_is_set (party->withdrawn))
    return;
  for (guint i = 0; i < left->len; i++)
    add_place_to_sign (self, party, g_array_index (left, SamenSignatory, i));
  if (left->len == 0)
    add_place_to_sign (self, party, (SamenSignatory) { NULL });
}

static void
add_all_signatures (Covenant *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);

      if (!line->is_group)
        add_signatures_of (self, line->party);
    }
  if (self->n_places <= 2)
    samen_document_end_keep (self->doc);
}

static void
add_end (Covenant *self)
{
  g_autoptr (GPtrArray) lines =
      samen_party_lines (self->parties, self->agreement->parent_instance.id);
  g_autofree char *closing = render (self, self->agreement->closing);

  if (lines->len == 0 && is_empty (closing))
    return;
  samen_document_begin_keep (self->doc);
  if (lines->len > 0)
    samen_document_add_heading (self->doc, 1, NULL, words (self, NC_ ("document", "Signatures")));
  if (!is_empty (closing))
    samen_document_add_plain (self->doc, closing);
  else if (lines->len > 0)
    samen_document_add_paragraph (self->doc,
                                  words (self, NC_ ("document", "Thus agreed and signed:")));
  add_all_signatures (self, lines);
}

/* ---- the whole ---- */

static void
set_note (Covenant *self)
{
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (self->store, self->agreement);
  g_autofree char *today = samen_date_format (samen_date_today (), self->language);
  g_autofree char *note = NULL;

  if (samen_agreement_term_is_locked (term))
    return;
  note = g_strdup_printf (words (self, NC_ ("document", "Draft of %s")), today);
  samen_document_set_note (self->doc, note);
}

static void
set_words (Covenant *self, SamenPartnership *partnership)
{
  if (partnership != NULL)
    samen_document_set_author (self->doc, partnership->name);
  samen_document_set_labels (self->doc,
                             &(SamenDocumentLabels) {
                                 .name = words (self, NC_ ("document", "Name")),
                                 .place = words (self, NC_ ("document", "Place")),
                                 .date = words (self, NC_ ("document", "Date")),
                                 .signature = words (self, NC_ ("document", "Signature")),
                             });
}

static void
add_title (Covenant *self, SamenPartnership *partnership)
{
  const char *subtitle = partnership != NULL ? partnership->name : NULL;
  const char *title = self->agreement->title;

  /* Once is enough */
  if (subtitle != NULL && (strstr (title, subtitle) != NULL || strstr (subtitle, title) != NULL))
    subtitle = NULL;
  samen_document_add_title (self->doc, title, subtitle);
}

static gboolean
are_in_chapters (GListModel *articles)
{
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (SamenArticle) article = g_list_model_get_item (articles, i);

      if (article->kind == SAMEN_ARTICLE_CHAPTER)
        return TRUE;
    }
  return FALSE;
}

SamenDocument *
samen_covenant_document_new (SamenStore *store, SamenAgreement *agreement)
{
  const char *id = agreement->parent_instance.id;
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  g_autoptr (GListModel) articles = samen_store_list (store, SAMEN_TYPE_ARTICLE, "agreement", id);
  g_autoptr (GListModel) clauses = samen_store_list (store, SAMEN_TYPE_CLAUSE, NULL, NULL);
  g_autoptr (GListModel) parties = samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", id);
  g_autoptr (GListModel) representatives =
      samen_store_list (store, SAMEN_TYPE_REPRESENTATIVE, NULL, NULL);
  g_autoptr (SamenNumbering) numbering =
      samen_numbering_new (articles, clauses, SAMEN_NUMBERING_DEFAULT);
  Covenant self = {
    .doc = samen_document_new (samen_language_code (samen_agreement_language (store)),
                               agreement->title),
    .store = store,
    .agreement = agreement,
    .language = samen_agreement_language (store),
    .numbering = numbering,
    .parties = parties,
    .representatives = representatives,
    .has_chapters = are_in_chapters (articles),
  };

  set_words (&self, partnership);
  set_note (&self);
  add_title (&self, partnership);
  add_plain (&self, agreement->preamble);
  add_parties (&self);
  add_considerations (&self);
  add_agreed (&self);
  add_articles (&self, FALSE);
  add_end (&self);
  add_articles (&self, TRUE);
  return self.doc;
}
