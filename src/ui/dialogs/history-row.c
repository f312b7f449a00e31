/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/history-row.h"
#include "widgets/words.h"

/* How many lines to show unasked */
#define FEW_LINES 6

struct _SamenHistoryRow
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenPastEdit *edit;

  GtkLabel *title;
  GtkLabel *who;
  GtkLabel *text;
  GtkWidget *more_button;
  GtkWidget *back_button;
};

G_DEFINE_FINAL_TYPE (SamenHistoryRow, samen_history_row, ADW_TYPE_BIN)

static guint take_back_signal;

static char *
format_others (guint n)
{
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("and %u change to something else", "and %u changes to something else", n), n);
}

static void
show_text (SamenHistoryRow *self, guint most)
{
  guint n_left;
  g_autofree char *text = samen_past_edit_describe (self->edit, self->store, most, &n_left);
  g_autofree char *others = format_others (self->edit->n_others);
  g_autofree char *all =
      g_strjoin (others != NULL && *text != '\0' ? "\n" : "", text, others, NULL);

  gtk_label_set_text (self->text, all);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *all != '\0');
  gtk_widget_set_visible (self->more_button, n_left > 0);
}

static void
show_state (SamenHistoryRow *self)
{
  g_autofree char *time = samen_moment_format (self->edit->time / 1000, NULL);
  g_autofree char *line = samen_join_facts (
      self->edit->author, time, self->edit->state == SAMEN_PAST_UNDONE ? _ ("undone since") : NULL,
      SAMEN_END);

  gtk_label_set_text (self->who, line);
  gtk_widget_set_visible (self->back_button, self->edit->state == SAMEN_PAST_STANDS);
}

static void
more_cb (SamenHistoryRow *self)
{
  show_text (self, 0);
  /* The button that had the focus is gone */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
take_back_cb (SamenHistoryRow *self)
{
  g_signal_emit (self, take_back_signal, 0);
}

void
samen_history_row_show (SamenHistoryRow *self, SamenPastEdit *edit)
{
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_set_object (&self->edit, edit);
  if (edit == NULL)
    return;
  g_signal_connect_swapped (edit, "notify::state", G_CALLBACK (show_state), self);
  gtk_label_set_text (self->title, edit->title);
  show_text (self, FEW_LINES);
  show_state (self);
}

SamenPastEdit *
samen_history_row_get_edit (SamenHistoryRow *self)
{
  return self->edit;
}

char *
samen_history_row_dup_name (SamenHistoryRow *self)
{
  return g_strdup_printf ("%s, %s\n%s", gtk_label_get_text (self->title),
                          gtk_label_get_text (self->who), gtk_label_get_text (self->text));
}

static void
samen_history_row_dispose (GObject *object)
{
  SamenHistoryRow *self = SAMEN_HISTORY_ROW (object);

  samen_history_row_show (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_HISTORY_ROW);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_history_row_parent_class)->dispose (object);
}

static void
samen_history_row_class_init (SamenHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_history_row_dispose;
  take_back_signal = g_signal_new ("take-back", SAMEN_TYPE_HISTORY_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryRow, who);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryRow, text);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, SamenHistoryRow, back_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
}

static void
samen_history_row_init (SamenHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SamenHistoryRow *
samen_history_row_new (SamenStore *store)
{
  SamenHistoryRow *self = g_object_new (SAMEN_TYPE_HISTORY_ROW, NULL);

  self->store = g_object_ref (store);
  return self;
}
