/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/success-book.h"

static SamenMilestone *
milestone_of (SamenStore *store, SamenCelebration *celebration)
{
  return samen_store_get (store, SAMEN_TYPE_MILESTONE, celebration->milestone.id);
}

static int
latest_first (gconstpointer a, gconstpointer b, gpointer unused)
{
  return samen_date_compare (((const SamenCelebration *) b)->date,
                             ((const SamenCelebration *) a)->date);
}

GListModel *
samen_celebrated_milestones (SamenStore *store)
{
  g_autoptr (GListModel) all = samen_store_list (store, SAMEN_TYPE_CELEBRATION, NULL, NULL);
  GListStore *celebrated = g_list_store_new (SAMEN_TYPE_CELEBRATION);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (all, i);
      g_autoptr (SamenMilestone) milestone = milestone_of (store, celebration);

      if (milestone != NULL && samen_date_is_set (milestone->reached))
        g_list_store_insert_sorted (celebrated, celebration, latest_first, NULL);
    }
  return G_LIST_MODEL (celebrated);
}

/* A line such as "Thanks to: Lotte" */
static void
add_fact (SamenDocument *document, SamenLanguage *language, const char *label, const char *value)
{
  g_autofree char *bold = NULL;

  if (value == NULL || *value == '\0')
    return;
  bold = g_strdup_printf ("%s: ", samen_language_text (language, NULL, label));
  samen_document_add_spans (document,
                            (const SamenSpan[]) { { bold, SAMEN_STYLE_BOLD }, { value, 0 } }, 2);
}

static void
add_celebration (SamenDocument *document,
                 SamenLanguage *language,
                 SamenMilestone *milestone,
                 SamenCelebration *celebration)
{
  g_autofree char *reached = samen_date_format (milestone->reached, language);
  g_autofree char *date = samen_date_format (celebration->date, language);
  const char *contributors = celebration->contributors;

  samen_document_begin_keep (document);
  samen_document_add_heading (document, 1, NULL, milestone->title);
  add_fact (document, language, N_ ("Reached"), reached);
  add_fact (document, language, N_ ("Celebrated"), date);
  add_fact (document, language, N_ ("What for"), celebration->reason);
  add_fact (document, language, N_ ("How it is celebrated"), celebration->occasion);
  add_fact (document, language, N_ ("Who contributed"),
            contributors != NULL ? contributors : milestone->contributors);
  add_fact (document, language, N_ ("Thanks to"), celebration->thanks);
  samen_document_end_keep (document);
}

SamenDocument *
samen_success_book_new (SamenStore *store)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  gboolean dutch = partnership == NULL || partnership->language == SAMEN_DOCUMENT_DUTCH;
  SamenLanguage *language = samen_language_get (dutch ? "nl" : "en");
  const char *title = samen_language_text (language, NULL, N_ ("Success Book"));
  SamenDocument *document = samen_document_new (samen_language_code (language), title);
  g_autoptr (GListModel) celebrated = samen_celebrated_milestones (store);

  samen_document_add_title (document, title, partnership != NULL ? partnership->name : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (celebrated); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (celebrated, i);
      g_autoptr (SamenMilestone) milestone = milestone_of (store, celebration);

      add_celebration (document, language, milestone, celebration);
    }
  return document;
}
