/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/line-row.h"
#include "rules/outline.h"
#include "widgets/record-menu.h"

/* The indent of each depth, in pixels */
#define INDENT 24

struct _SamenLineRow
{
  GtkListBoxRow parent_instance;
  SamenRecord *record;
  guint depth;
  char *name;

  GtkLabel *mark;
  GtkWidget *title;
  GtkLabel *label;
  SamenLineText *heading;
  SamenLineText *text;
  GtkWidget *menu_box;
  GMenuModel *line_menu;
};

G_DEFINE_FINAL_TYPE (SamenLineRow, samen_line_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ACT,
  CAN,
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *action;
  SamenLineAct act;
} acts[] = {
  { "line.write", SAMEN_LINE_WRITE },
  { "line.add-consideration", SAMEN_LINE_ADD_CONSIDERATION },
  { "line.add-clause", SAMEN_LINE_ADD_CLAUSE },
  { "line.add-part", SAMEN_LINE_ADD_PART },
  { "line.add-article", SAMEN_LINE_ADD_ARTICLE },
  { "line.add-chapter", SAMEN_LINE_ADD_CHAPTER },
  { "line.add-annex", SAMEN_LINE_ADD_ANNEX },
  { "line.move-up", SAMEN_LINE_MOVE_UP },
  { "line.move-down", SAMEN_LINE_MOVE_DOWN },
  { "line.nest", SAMEN_LINE_NEST },
  { "line.lift", SAMEN_LINE_LIFT },
  { "line.mark-number", SAMEN_LINE_MARK_NUMBER },
  { "line.mark-dash", SAMEN_LINE_MARK_DASH },
  { "line.mark-none", SAMEN_LINE_MARK_NONE },
  { "line.cite", SAMEN_LINE_CITE },
  { "line.delete", SAMEN_LINE_DELETE },
};

static void
act_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, action))
      g_signal_emit (widget, signals[ACT], 0, acts[i].act, &done);
}

static void
prepare_menu (GtkWidget *row, gboolean opens)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gboolean can = !opens;

      if (opens)
        g_signal_emit (row, signals[CAN], 0, acts[i].act, &can);
      gtk_widget_action_set_enabled (row, acts[i].action, can);
    }
}

/* Not what the keys of a menu are, and not a shortcut */
static gboolean
pressed_cb (GtkEventControllerKey *keys,
            guint key,
            guint code,
            GdkModifierType state,
            SamenLineRow *self)
{
  gboolean typed = FALSE;

  if (!gtk_widget_is_focus (GTK_WIDGET (self)) || !samen_line_text_is_typing (key, state))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[TYPED], 0, keys, &typed);
  return typed;
}

/* ---- what it shows ---- */

static void
show_article (SamenLineRow *self, SamenNumbering *numbering, SamenLanguage *language)
{
  static const char *const classes[] = {
    [SAMEN_ARTICLE_PLAIN] = "heading",
    [SAMEN_ARTICLE_CHAPTER] = "title-3",
    [SAMEN_ARTICLE_ANNEX] = "title-3",
  };
  g_autofree char *label = samen_numbering_label (numbering, self->record->id, language);
  const char *all[] = { classes[SAMEN_ARTICLE (self->record)->kind], NULL };

  if (!gtk_widget_has_css_class (self->title, all[0]))
    gtk_widget_set_css_classes (self->title, all);
  gtk_label_set_text (self->label, label);
  samen_line_text_bind (self->heading, self->record, "heading", label);
  samen_line_text_show (self->heading, numbering, language);
  samen_line_text_bind (self->text, self->record, "text", label);
}

static void
show_clause (SamenLineRow *self, SamenNumbering *numbering, SamenLanguage *language)
{
  const SamenLine *line = samen_numbering_find (numbering, self->record->id);
  g_autofree char *name = samen_numbering_reference (numbering, self->record->id, language);

  gtk_label_set_text (self->mark, line->mark);
  samen_line_text_bind (self->text, self->record, "text", name);
}

/* A row of labels has no name of its own */
static void
name_row (SamenLineRow *self)
{
  gboolean is_article = SAMEN_IS_ARTICLE (self->record);
  g_autofree char *start =
      g_strjoin (" ", gtk_label_get_text (is_article ? self->label : self->mark),
                 is_article ? samen_line_text_get_shown (self->heading) : NULL, NULL);
  g_autofree char *name =
      g_strjoin (" ", g_strstrip (start), samen_line_text_get_shown (self->text), NULL);

  if (g_set_str (&self->name, g_strstrip (name)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->name, -1);
}

void
samen_line_row_show (SamenLineRow *self,
                     SamenRecord *record,
                     guint depth,
                     SamenNumbering *numbering,
                     SamenLanguage *language,
                     gboolean editable)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self));
  gboolean is_article = SAMEN_IS_ARTICLE (record);

  g_set_object (&self->record, record);
  self->depth = depth;
  gtk_widget_set_margin_start (content, depth > 1 ? (int) (depth - 1) * INDENT : 0);
  gtk_widget_set_margin_top (content, is_article ? INDENT / 2 : 0);
  gtk_widget_set_visible (self->title, is_article);
  if (is_article)
    show_article (self, numbering, language);
  else if (SAMEN_IS_CLAUSE (record))
    show_clause (self, numbering, language);
  else
    {
      gtk_label_set_text (self->mark, "–");
      samen_line_text_bind (self->text, record, "text", _ ("Consideration"));
    }
  samen_line_text_show (self->text, numbering, language);
  gtk_widget_set_visible (GTK_WIDGET (self->mark),
                          !is_article && *gtk_label_get_text (self->mark) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->text),
                          !is_article || *samen_line_text_get_shown (self->text) != '\0' ||
                              samen_line_text_get_view (self->text) != NULL);
  gtk_widget_set_visible (self->menu_box, editable);
  name_row (self);
}

SamenRecord *
samen_line_row_get_record (SamenLineRow *self)
{
  return self->record;
}

SamenLineText *
samen_line_row_get_heading (SamenLineRow *self)
{
  return self->heading;
}

SamenLineText *
samen_line_row_get_text (SamenLineRow *self)
{
  return self->text;
}

SamenLineText *
samen_line_row_get_main (SamenLineRow *self)
{
  return SAMEN_IS_ARTICLE (self->record) ? self->heading : self->text;
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
samen_line_row_finalize (GObject *object)
{
  g_free (SAMEN_LINE_ROW (object)->name);
  G_OBJECT_CLASS (samen_line_row_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType mods;
    const char *action;
  } keys[] = {
    { GDK_KEY_F2, 0, "line.write" },
    { GDK_KEY_Up, GDK_ALT_MASK, "line.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "line.move-down" },
    { GDK_KEY_Right, GDK_ALT_MASK, "line.nest" },
    { GDK_KEY_Left, GDK_ALT_MASK, "line.lift" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "line.add-article" },
    { GDK_KEY_Delete, 0, "line.delete" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, act_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].mods, keys[i].action,
                                         NULL);
}

static void
samen_line_row_class_init (SamenLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_line_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = samen_line_row_finalize;
  g_type_ensure (SAMEN_TYPE_LINE_TEXT);
  signals[ACT] = g_signal_new ("act", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[CAN] = g_signal_new ("can", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[TYPED] =
      g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                    NULL, G_TYPE_BOOLEAN, 1, GTK_TYPE_EVENT_CONTROLLER_KEY);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, title);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, label);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, text);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, menu_box);
  gtk_widget_class_bind_template_child (widget_class, SamenLineRow, line_menu);
}

static void
samen_line_row_init (SamenLineRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  samen_line_text_set_placeholder (self->heading, NULL);
  gtk_box_append (GTK_BOX (self->menu_box),
                  samen_record_menu_new (GTK_WIDGET (self), self->line_menu, prepare_menu));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
samen_line_row_new (void)
{
  return g_object_new (SAMEN_TYPE_LINE_ROW, NULL);
}
