/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/record-words.h"
#include "record/types.h"

/* Whole phrases: how a verb goes with its noun differs by language */
static const SamenRecordWords words[] = {
  { "partnership", NC_ ("edit", "Add Partnership"), NC_ ("edit", "Change Partnership"),
    NC_ ("edit", "Delete Partnership"), NC_ ("edit", "Move Partnership") },
  { "organisation", NC_ ("edit", "Add Organisation"), NC_ ("edit", "Change Organisation"),
    NC_ ("edit", "Delete Organisation"), NC_ ("edit", "Move Organisation") },
  { "person", NC_ ("edit", "Add Person"), NC_ ("edit", "Change Person"),
    NC_ ("edit", "Delete Person"), NC_ ("edit", "Move Person") },
  { "agreement", NC_ ("edit", "Add Covenant"), NC_ ("edit", "Change Covenant"),
    NC_ ("edit", "Delete Covenant"), NC_ ("edit", "Move Covenant") },
  { "party", NC_ ("edit", "Add Party"), NC_ ("edit", "Change Party"), NC_ ("edit", "Delete Party"),
    NC_ ("edit", "Move Party") },
  { "consideration", NC_ ("edit", "Add Consideration"), NC_ ("edit", "Change Consideration"),
    NC_ ("edit", "Delete Consideration"), NC_ ("edit", "Move Consideration") },
  { "article", NC_ ("edit", "Add Article"), NC_ ("edit", "Change Article"),
    NC_ ("edit", "Delete Article"), NC_ ("edit", "Move Article") },
  { "clause", NC_ ("edit", "Add Clause"), NC_ ("edit", "Change Clause"),
    NC_ ("edit", "Delete Clause"), NC_ ("edit", "Move Clause") },
  { "signature", NC_ ("edit", "Add Signature"), NC_ ("edit", "Change Signature"),
    NC_ ("edit", "Delete Signature"), NC_ ("edit", "Move Signature") },
  { "representative", NC_ ("edit", "Add Representative"), NC_ ("edit", "Change Representative"),
    NC_ ("edit", "Delete Representative"), NC_ ("edit", "Move Representative") },
  { "evaluation", NC_ ("edit", "Add Evaluation Moment"), NC_ ("edit", "Change Evaluation Moment"),
    NC_ ("edit", "Delete Evaluation Moment"), NC_ ("edit", "Move Evaluation Moment") },
  { "goal", NC_ ("edit", "Add Goal"), NC_ ("edit", "Change Goal"), NC_ ("edit", "Delete Goal"),
    NC_ ("edit", "Move Goal") },
  { "criterion", NC_ ("edit", "Add Evaluation Criterion"),
    NC_ ("edit", "Change Evaluation Criterion"), NC_ ("edit", "Delete Evaluation Criterion"),
    NC_ ("edit", "Move Evaluation Criterion") },
  { "measurement", NC_ ("edit", "Add Measurement"), NC_ ("edit", "Change Measurement"),
    NC_ ("edit", "Delete Measurement"), NC_ ("edit", "Move Measurement") },
  { "milestone", NC_ ("edit", "Add Milestone"), NC_ ("edit", "Change Milestone"),
    NC_ ("edit", "Delete Milestone"), NC_ ("edit", "Move Milestone") },
  { "celebration", NC_ ("edit", "Add Celebration"), NC_ ("edit", "Change Celebration"),
    NC_ ("edit", "Delete Celebration"), NC_ ("edit", "Move Celebration") },
  { "attachment", NC_ ("edit", "Add Attachment"), NC_ ("edit", "Change Attachment"),
    NC_ ("edit", "Delete Attachment"), NC_ ("edit", "Move Attachment") },
};

const SamenRecordWords *
samen_record_words (GType type)
{
  const char *table = samen_record_class_of (type)->table;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].table, table))
      return &words[i];
  g_return_val_if_reached (&words[0]);
}
