/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/signals-private.h"

G_DEFINE_FINAL_TYPE (SamenSignal, samen_signal, G_TYPE_OBJECT)

enum
{
  PROP_KIND = 1,
  PROP_TIP,
  PROP_URGENCY,
  PROP_RECORD,
  PROP_PAGE,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Each kind: its tip, how urgent it is, where it is dealt with, what looks for it, and what may be missing. Of signals of
 * the same urgency and date, those higher up come first. */
static const struct
{
  guint tip;
  SamenUrgency urgency;
  const char *page;
  void (*find) (SamenSignalSearch *search);
  const char *missing; /* where there may be no one thing that it is about */
} rules[] = {
  [SAMEN_SIGNAL_NOTICE_NEAR] = { 1, SAMEN_URGENCY_NOW, "covenant", samen_signals_notice_near },
  [SAMEN_SIGNAL_AGREEMENT_ENDS] = { 1, SAMEN_URGENCY_NOW, "covenant",
                                    samen_signals_agreement_ends },
  [SAMEN_SIGNAL_UNSIGNED] = { 1, SAMEN_URGENCY_NOW, "covenant", samen_signals_unsigned },
  [SAMEN_SIGNAL_EVALUATION] = { 3, SAMEN_URGENCY_NOW, "covenant", samen_signals_evaluation },
  [SAMEN_SIGNAL_BLANKS] = { 1, SAMEN_URGENCY_SOON, "covenant", samen_signals_blanks },
  [SAMEN_SIGNAL_MILESTONE_OVERDUE] = { 4, SAMEN_URGENCY_NOW, "steps",
                                       samen_signals_milestone_overdue },
  [SAMEN_SIGNAL_NOT_MEASURED] = { 3, SAMEN_URGENCY_NOW, "steering", samen_signals_not_measured },
  [SAMEN_SIGNAL_NO_CRITERION] = { 3, SAMEN_URGENCY_SOON, "steering", samen_signals_no_criterion },
  [SAMEN_SIGNAL_NO_TARGET] = { 3, SAMEN_URGENCY_SOON, "steering", samen_signals_no_target },
  [SAMEN_SIGNAL_NEXT_FAR] = { 4, SAMEN_URGENCY_SOON, "steps", samen_signals_next_far, "milestone" },
  [SAMEN_SIGNAL_NOT_CELEBRATED] = { 4, SAMEN_URGENCY_SOMETIME, "steps",
                                    samen_signals_not_celebrated },
  [SAMEN_SIGNAL_NAMED_AFTERWARDS] = { 3, SAMEN_URGENCY_SOMETIME, "steering",
                                      samen_signals_named_afterwards },
  [SAMEN_SIGNAL_KEPT_LONG] = { 2, SAMEN_URGENCY_NOW, "people", samen_signals_kept_long },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == SAMEN_N_SIGNAL_KINDS);

static void
samen_signal_finalize (GObject *object)
{
  SamenSignal *self = SAMEN_SIGNAL (object);

  g_clear_object (&self->record);
  g_free (self->text);
  G_OBJECT_CLASS (samen_signal_parent_class)->finalize (object);
}

static void
samen_signal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SamenSignal *self = SAMEN_SIGNAL (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_TIP:
      g_value_set_uint (value, self->tip);
      break;
    case PROP_URGENCY:
      g_value_set_uint (value, self->urgency);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
samen_signal_class_init (SamenSignalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = samen_signal_finalize;
  object_class->get_property = samen_signal_get_property;

  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TIP] = g_param_spec_uint ("tip", NULL, NULL, 0, 6, 0, flags);
  properties[PROP_URGENCY] = g_param_spec_uint ("urgency", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SAMEN_TYPE_RECORD, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
samen_signal_init (SamenSignal *self)
{
}

void
samen_signal_search_add (SamenSignalSearch *self,
                         gpointer record,
                         SamenDate date,
                         guint count,
                         char *text)
{
  SamenSignal *signal = g_object_new (SAMEN_TYPE_SIGNAL, NULL);

  signal->kind = self->kind;
  signal->tip = rules[self->kind].tip;
  signal->urgency = rules[self->kind].urgency;
  signal->page = rules[self->kind].page;
  g_set_object (&signal->record, record);
  signal->missing = record == NULL ? rules[self->kind].missing : NULL;
  signal->date = date;
  signal->count = count;
  signal->text = text;
  g_ptr_array_add (self->found, signal);
}

SamenDate
samen_signal_search_added_on (SamenSignalSearch *self, gpointer record)
{
  if (self->sources->added_on == NULL)
    return SAMEN_DATE_NONE;
  return self->sources->added_on (record, self->sources->data);
}

gboolean
samen_signal_search_within (SamenSignalSearch *self, SamenDate date, int days)
{
  return samen_date_is_set (date) && samen_date_compare (self->today, date) <= 0 &&
         samen_date_compare (self->today, samen_date_add_days (date, -days)) >= 0;
}

static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const SamenSignal *one = *(const SamenSignal *const *) a;
  const SamenSignal *other = *(const SamenSignal *const *) b;

  if (one->urgency != other->urgency)
    return one->urgency < other->urgency ? -1 : 1;
  return samen_date_compare (one->date, other->date);
}

static void
signal_agreement_free (SamenSignalAgreement *self)
{
  g_object_unref (self->agreement);
  samen_agreement_term_free (self->term);
  g_free (self);
}

/* Most rules want to know where the agreements stand, so that is worked out once */
static GPtrArray *
find_agreements (const SamenSignalSources *sources, SamenDate today)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) signal_agreement_free);

  for (guint i = 0; i < samen_n_items (sources->agreements); i++)
    {
      g_autoptr (SamenAgreement) agreement = g_list_model_get_item (sources->agreements, i);
      SamenSignalAgreement *it;

      if (agreement->parent_instance.deleted)
        continue;
      it = g_new (SamenSignalAgreement, 1);
      it->term = samen_agreement_term_new (agreement, sources->agreements, sources->parties,
                                           sources->representatives, sources->signatures, today);
      it->agreement = g_steal_pointer (&agreement);
      g_ptr_array_add (all, it);
    }
  return all;
}

GListModel *
samen_signals_find (const SamenSignalSources *sources, SamenDate today)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) agreements = find_agreements (sources, today);
  SamenSignalSearch search = { .sources = sources,
                               .agreements = agreements,
                               .today = today,
                               .found = found };
  GListStore *sorted = g_list_store_new (SAMEN_TYPE_SIGNAL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      search.kind = i;
      rules[i].find (&search);
    }
  g_ptr_array_sort (found, compare_signals);
  g_list_store_splice (sorted, 0, 0, found->pdata, found->len);
  return G_LIST_MODEL (sorted);
}

const char *
samen_tip_title (guint tip)
{
  switch (tip)
    {
    case 1:
      return C_ ("tip", "Agree regionally and strategically");
    case 2:
      return C_ ("tip", "The right people at the table");
    case 3:
      return C_ ("tip", "Steer on results");
    case 4:
      return C_ ("tip", "Small steps, and celebrate success");
    case 5:
      return C_ ("tip", "Keep your constituency informed");
    case 6:
      return C_ ("tip", "Reflect together");
    default:
      return "";
    }
}

const char *
samen_urgency_label (SamenUrgency urgency)
{
  switch (urgency)
    {
    case SAMEN_URGENCY_NOW:
      return C_ ("urgency", "Now");
    case SAMEN_URGENCY_SOON:
      return C_ ("urgency", "Soon");
    default:
      return C_ ("urgency", "When it suits");
    }
}
