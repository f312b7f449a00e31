/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/overview/overview-page.h"
#include "pages/overview/standing.h"
#include "rules/signals.h"

struct _SamenOverviewPage
{
  SamenPage parent_instance;
  SamenPartnership *partnership;

  GtkLabel *name;
  GtkLabel *purpose;
  AdwActionRow *covenant_row;
  AdwActionRow *criteria_row;
  AdwActionRow *milestones_row;
  GtkWidget *signal_group;
  GtkListBox *signal_list;
  GtkWidget *success_group;
  GtkListBox *success_list;
};

G_DEFINE_FINAL_TYPE (SamenOverviewPage, samen_overview_page, SAMEN_TYPE_PAGE)

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon,
          const char *page,
          SamenRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row),
                                  record != NULL ? "win.show-record" : "win.go");
  if (record != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", page,
                                      SAMEN_RECORD_GET_CLASS (record)->table, record->id);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page);
  return row;
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

  return make_row (signal->text, subtitle, icons[signal->urgency], signal->page, signal->record);
}

static GtkWidget *
make_success_row (gpointer item, gpointer unused)
{
  SamenMilestone *milestone = item;
  g_autofree char *day = samen_date_format (milestone->reached, NULL);
  g_autofree char *reached = g_strdup_printf (_ ("Reached: %s"), day);

  return make_row (milestone->title, reached, "samenspel-celebration-symbolic", "steps",
                   SAMEN_RECORD (milestone));
}

static void
fill_list (GtkListBox *list, GtkWidget *group, GListModel *items, GtkListBoxCreateWidgetFunc make)
{
  gtk_list_box_bind_model (list, items, make, NULL, NULL);
  gtk_widget_set_visible (group, g_list_model_get_n_items (items) > 0);
}

static void
samen_overview_page_update (SamenPage *page)
{
  SamenOverviewPage *self = SAMEN_OVERVIEW_PAGE (page);
  SamenStore *store = samen_page_get_store (page);
  g_autofree char *covenant = samen_standing_of_agreements (store);
  g_autofree char *criteria = samen_standing_of_criteria (store);
  g_autofree char *milestones = samen_standing_of_milestones (store);
  g_autoptr (GListModel) signals = samen_standing_signals (store);
  g_autoptr (GListModel) successes = samen_standing_recent_successes (store);

  adw_action_row_set_subtitle (self->covenant_row, covenant);
  adw_action_row_set_subtitle (self->criteria_row, criteria);
  adw_action_row_set_subtitle (self->milestones_row, milestones);
  fill_list (self->signal_list, self->signal_group, signals, make_signal_row);
  fill_list (self->success_list, self->success_group, successes, make_success_row);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose),
                          self->partnership != NULL && self->partnership->purpose != NULL);
}

static void
samen_overview_page_fill (SamenPage *page)
{
  SamenOverviewPage *self = SAMEN_OVERVIEW_PAGE (page);

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
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, covenant_row);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, criteria_row);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, milestones_row);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, signal_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, signal_list);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, success_group);
  gtk_widget_class_bind_template_child (widget_class, SamenOverviewPage, success_list);
}

static void
samen_overview_page_init (SamenOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
