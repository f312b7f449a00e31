/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/overview/compass-drawing.h"
#include "pages/overview/overview-page.h"
#include "pages/overview/standing.h"
#include "rules/signals.h"
#include "widgets/plain-row.h"

struct _SamenOverviewPage
{
  SamenPage parent_instance;
  SamenPartnership *partnership;

  GtkLabel *name;
  GtkLabel *purpose;
  GtkWidget *first_group;
  GtkListBox *first_list;
  GtkWidget *standing_box;
  SamenChartView *compass;
  GtkListBox *tip_list;
  GtkWidget *signal_group;
  GtkListBox *signal_list;
  GtkWidget *next_group;
  GtkListBox *next_list;
  GtkWidget *success_group;
  GtkListBox *success_list;
  guint frames; /* that have begun: 0, 1, or more */
};

G_DEFINE_FINAL_TYPE (SamenOverviewPage, samen_overview_page, SAMEN_TYPE_PAGE)

/* A row that leads to @page; without a page it leads nowhere */
static GtkWidget *
make_row (const char *title, const char *subtitle, const char *icon, const char *page)
{
  GtkWidget *row = samen_plain_row (title, subtitle);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  g_object_set_data (G_OBJECT (row), "image", image);
  if (page == NULL)
    return row;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  return row;
}

/* To a record there, or without an id to where one is added */
static void
lead_to (GtkWidget *row, const char *page, const char *table, const char *id)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", page, table, id);
}

static GtkWidget *
make_signal_row (gpointer item, gpointer unused)
{
  static const char *const icons[] = {
    [SAMEN_URGENCY_NOW] = "dialog-warning-symbolic",
    [SAMEN_URGENCY_SOON] = "dialog-information-symbolic",
    [SAMEN_URGENCY_SOMETIME] = "dialog-information-symbolic",
  };
  SamenSignal *signal = item;
  /* Translators: one of the six tips: its number, and what it is about */
  g_autofree char *tip =
      g_strdup_printf (_ ("Tip %u: %s"), signal->tip, samen_tip_title (signal->tip));
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s", samen_urgency_label (signal->urgency), tip);
  GtkWidget *row;

  row = make_row (signal->text, subtitle, icons[signal->urgency], signal->page);
  if (signal->record != NULL)
    lead_to (row, signal->page, SAMEN_RECORD_GET_CLASS (signal->record)->table, signal->record->id);
  else
    lead_to (row, signal->page, signal->missing, "");
  return row;
}

static GtkWidget *
make_next_row (gpointer item, gpointer data)
{
  SamenMilestone *milestone = item;
  g_autofree char *facts =
      samen_standing_of_milestone (samen_page_get_store (SAMEN_PAGE (data)), milestone);
  GtkWidget *row = make_row (milestone->title, facts, "samenspel-steps-symbolic", "steps");

  lead_to (row, "steps", "milestone", SAMEN_RECORD (milestone)->id);
  return row;
}

static GtkWidget *
make_success_row (gpointer item, gpointer unused)
{
  SamenMilestone *milestone = item;
  g_autofree char *day = samen_date_format (milestone->reached, NULL);
  g_autofree char *reached = g_strdup_printf (_ ("Reached: %s"), day);
  GtkWidget *row;

  row = make_row (milestone->title, reached, "samenspel-celebration-symbolic", "steps");
  lead_to (row, "steps", "milestone", SAMEN_RECORD (milestone)->id);
  return row;
}

/* A row stays where it is, with the focus if it has that, and says something else */
static void
change_row (GtkListBox *list, guint place, const char *subtitle, const char *icon)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) place);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "image"), icon);
}

typedef struct
{
  const char *title;
  const char *icon;
  const char *page; /* NULL: the partnership itself */
} FirstStep;

static const FirstStep first_steps[SAMEN_N_FIRST_STEPS] = {
  [SAMEN_FIRST_PURPOSE] = { N_ ("Say what you want to reach together"),
                            "samenspel-overview-symbolic", NULL },
  [SAMEN_FIRST_COVENANT] = { N_ ("Record the covenant"), "samenspel-covenant-symbolic",
                             "covenant" },
  [SAMEN_FIRST_PEOPLE] = { N_ ("Name who sits at the table"), "samenspel-people-symbolic",
                           "people" },
  [SAMEN_FIRST_GOAL] = { N_ ("Name a goal, and by what you will see that you reach it"),
                         "samenspel-steering-symbolic", "steering" },
  [SAMEN_FIRST_MILESTONE] = { N_ ("Plan a first small step"), "samenspel-steps-symbolic", "steps" },
};

static void
add_first_steps (SamenOverviewPage *self)
{
  for (guint i = 0; i < SAMEN_N_FIRST_STEPS; i++)
    {
      const FirstStep *step = &first_steps[i];
      GtkWidget *row =
          make_row (_ (step->title), "", step->icon, step->page != NULL ? step->page : "");

      if (step->page == NULL)
        {
          gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), NULL);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.change-partnership");
        }
      gtk_list_box_append (self->first_list, row);
    }
}

static void
show_first_steps (SamenOverviewPage *self, SamenStore *store)
{
  gboolean done[SAMEN_N_FIRST_STEPS];
  gboolean wanted = samen_standing_first_steps (store, done);

  gtk_widget_set_visible (self->first_group, wanted);
  if (!wanted)
    return;
  if (gtk_list_box_get_row_at_index (self->first_list, 0) == NULL)
    add_first_steps (self);
  for (guint i = 0; i < SAMEN_N_FIRST_STEPS; i++)
    change_row (self->first_list, i, done[i] ? C_ ("first step", "Done") : "",
                done[i] ? "object-select-symbolic" : first_steps[i].icon);
}

/* What there is to tell about each tip, and where. What is not kept yet has no page. */
static const struct
{
  const char *page;
  char *(*describe) (SamenStore *store);
} tips[SAMEN_N_TIPS] = {
  { "covenant", samen_standing_of_agreements },
  { "people", samen_standing_of_people },
  { "steering", samen_standing_of_criteria },
  { "steps", samen_standing_of_milestones },
  { NULL, NULL },
  { NULL, NULL },
};

static void
add_tips (SamenOverviewPage *self)
{
  for (guint i = 0; i < SAMEN_N_TIPS; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Tip %u: %s"), i + 1, samen_tip_title (i + 1));

      gtk_list_box_append (self->tip_list, make_row (title, "", "", tips[i].page));
    }
}

static void
show_tip (SamenOverviewPage *self, SamenStore *store, guint place, SamenTipState state)
{
  static const char *const icons[] = {
    [SAMEN_TIP_NOT_BEGUN] = "radio-symbolic",
    [SAMEN_TIP_NOW] = "dialog-warning-symbolic",
    [SAMEN_TIP_SOON] = "dialog-information-symbolic",
    [SAMEN_TIP_IN_ORDER] = "object-select-symbolic",
  };
  g_autofree char *facts =
      tips[place].describe != NULL ? tips[place].describe (store) : g_strdup ("");
  g_autofree char *subtitle = g_strjoin ("\n", samen_tip_state_label (state), facts, NULL);

  change_row (self->tip_list, place, g_strchomp (subtitle), icons[state]);
}

static void
show_tips (SamenOverviewPage *self, SamenStore *store, GListModel *signals)
{
  SamenTipState states[SAMEN_N_TIPS];

  for (guint i = 0; i < SAMEN_N_TIPS; i++)
    {
      states[i] = samen_tip_state (i + 1, signals, samen_standing_has_begun (store, i + 1));
      show_tip (self, store, i, states[i]);
    }
  samen_compass_drawing_show (self->compass, states);
}

static void
fill_list (SamenOverviewPage *self,
           GtkListBox *list,
           GtkWidget *group,
           GListModel *items,
           GtkListBoxCreateWidgetFunc make)
{
  gtk_list_box_bind_model (list, items, make, self, NULL);
  gtk_widget_set_visible (group, g_list_model_get_n_items (items) > 0);
}

static void
show_lists (SamenOverviewPage *self, SamenStore *store, GListModel *signals)
{
  g_autoptr (GListModel) next = samen_standing_next_milestones (store);
  g_autoptr (GListModel) successes = samen_standing_recent_successes (store);

  fill_list (self, self->signal_list, self->signal_group, signals, make_signal_row);
  fill_list (self, self->next_list, self->next_group, next, make_next_row);
  fill_list (self, self->success_list, self->success_group, successes, make_success_row);
}

/* What stands below the first screen is made once that is drawn: the window is there so much sooner */
static gboolean
drawn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  SamenOverviewPage *self = SAMEN_OVERVIEW_PAGE (widget);
  SamenStore *store = samen_page_get_store (SAMEN_PAGE (self));
  g_autoptr (GListModel) signals = NULL;

  /* The first time it is about to be drawn, the second time it has been */
  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  signals = samen_standing_signals (store);
  show_lists (self, store, signals);
  return G_SOURCE_REMOVE;
}

static void
samen_overview_page_update (SamenPage *page)
{
  SamenOverviewPage *self = SAMEN_OVERVIEW_PAGE (page);
  SamenStore *store = samen_page_get_store (page);
  g_autoptr (GListModel) signals = samen_standing_signals (store);

  show_first_steps (self, store);
  show_tips (self, store, signals);
  if (self->frames > 1)
    show_lists (self, store, signals);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose),
                          self->partnership != NULL && self->partnership->purpose != NULL);
}

static void
samen_overview_page_fill (SamenPage *page)
{
  SamenOverviewPage *self = SAMEN_OVERVIEW_PAGE (page);

  add_tips (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), drawn_cb, NULL, NULL);
  self->partnership = samen_store_get_partnership (samen_page_get_store (page));
  if (self->partnership == NULL)
    return;
  g_object_bind_property (self->partnership, "name", self->name, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->partnership, "purpose", self->purpose, "label",
                          G_BINDING_SYNC_CREATE);
}

static void
samen_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_OVERVIEW_PAGE);
  g_clear_object (&SAMEN_OVERVIEW_PAGE (object)->partnership);
  G_OBJECT_CLASS (samen_overview_page_parent_class)->dispose (object);
}

static void
samen_overview_page_class_init (SamenOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_overview_page_dispose;
  SAMEN_PAGE_CLASS (klass)->fill = samen_overview_page_fill;
  SAMEN_PAGE_CLASS (klass)->update = samen_overview_page_update;
  g_type_ensure (SAMEN_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, first_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, first_list);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, standing_box);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, compass);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, tip_list);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, signal_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, signal_list);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, next_list);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, success_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, success_list);
}

static void
samen_overview_page_init (SamenOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
