/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/line-row.h"
#include "widgets/record-keys.h"

/* The indent of each depth, in pixels, and how deep a text can be divided */
#define INDENT 24
#define DEEPEST 3

struct _SamenLineRow
{
  GtkListBoxRow parent_instance;
  SamenRecord *record;

  GtkLabel *mark;
  GtkLabel *heading;
  GtkLabel *text;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (SamenLineRow, samen_line_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_or_hide (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_article (SamenLineRow *self, SamenNumbering *numbering, SamenArticle *article)
{
  static const char *const classes[] = {
    [SAMEN_ARTICLE_PLAIN] = "heading",
    [SAMEN_ARTICLE_CHAPTER] = "title-3",
    [SAMEN_ARTICLE_ANNEX] = "title-3",
  };
  g_autofree char *label = samen_numbering_label (numbering, SAMEN_RECORD (article)->id, NULL);
  g_autofree char *heading =
      g_strdup_printf ("%s  %s", label, article->heading != NULL ? article->heading : "");
  g_autofree char *text = samen_numbering_render (numbering, article->text, NULL);
  const char *all[] = { classes[article->kind], NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->heading), all);
  set_or_hide (self->heading, g_strchomp (heading));
  set_or_hide (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), FALSE);
  gtk_widget_set_visible (self->add_button, article->kind != SAMEN_ARTICLE_CHAPTER);
  gtk_widget_set_tooltip_text (self->add_button, _ ("Add Clause"));
}

static void
show_clause (SamenLineRow *self, SamenNumbering *numbering, const SamenLine *line)
{
  SamenClause *clause = SAMEN_CLAUSE (line->record);
  g_autofree char *text = samen_numbering_render (numbering, clause->text, NULL);

  gtk_label_set_text (self->mark, line->mark);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), *line->mark != '\0');
  set_or_hide (self->heading, "");
  set_or_hide (self->text, text);
  gtk_widget_set_visible (self->add_button, line->depth < DEEPEST);
  gtk_widget_set_tooltip_text (self->add_button, _ ("Add Part"));
}

/* A row of labels has no name of its own */
static void
name_row (SamenLineRow *self, const SamenLine *line)
{
  gboolean is_article = SAMEN_IS_ARTICLE (line->record);
  g_autofree char *name =
      g_strjoin (" ", is_article ? gtk_label_get_text (self->heading) : line->mark,
                 gtk_label_get_text (self->text), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strstrip (name), -1);
}

void
samen_line_row_show (SamenLineRow *self,
                     SamenNumbering *numbering,
                     const SamenLine *line,
                     gboolean editable)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));

  gtk_widget_set_margin_start (box, line->depth > 1 ? (int) (line->depth - 1) * INDENT : 0);
  gtk_widget_set_margin_top (box, SAMEN_IS_ARTICLE (line->record) ? INDENT / 2 : 0);
  if (SAMEN_IS_ARTICLE (line->record))
    show_article (self, numbering, SAMEN_ARTICLE (line->record));
  else
    show_clause (self, numbering, line);
  if (!editable)
    gtk_widget_set_visible (self->add_button, FALSE);
  name_row (self, line);
}

SamenRecord *
samen_line_row_get_record (SamenLineRow *self)
{
  return self->record;
}

static void
samen_line_row_dispose (GObject *object)
{
  SamenLineRow *self = SAMEN_LINE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_LINE_ROW);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (samen_line_row_parent_class)->dispose (object);
}

static void
samen_line_row_class_init (SamenLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_line_row_dispose;
  samen_record_keys_install (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, text);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, add_button);
}

static void
samen_line_row_init (SamenLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
samen_line_row_new (SamenRecord *record)
{
  SamenLineRow *self = g_object_new (SAMEN_TYPE_LINE_ROW, NULL);

  self->record = g_object_ref (record);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)",
                                    SAMEN_RECORD_GET_CLASS (record)->table, record->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "(sss)", "clause",
                                    SAMEN_IS_ARTICLE (record) ? "article" : "part_of", record->id);
  return GTK_WIDGET (self);
}
