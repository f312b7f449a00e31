/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/covenant/writing-private.h"
#include "widgets/record-drag.h"

/* ---- the text as it stands ---- */

static void
set_field (SamenRecord *record, const char *field, GVariant *value)
{
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;

  samen_record_apply (record, samen_record_class_find (SAMEN_RECORD_GET_CLASS (record), field),
                      sunk);
}

static void
insert_draft (SamenWriting *self, SamenOutline *outline)
{
  int place = samen_outline_find (outline, self->draft_above);
  SamenOutlineKind kind = SAMEN_IS_CLAUSE (self->draft)    ? SAMEN_OUTLINE_CLAUSE
                          : SAMEN_IS_ARTICLE (self->draft) ? SAMEN_OUTLINE_ARTICLE
                                                           : SAMEN_OUTLINE_CONSIDERATION;
  SamenOutlineLine *line = samen_outline_insert (outline, place + 1, kind, self->draft_depth);

  g_set_str (&line->id, self->draft->id);
  if (kind == SAMEN_OUTLINE_CLAUSE)
    line->mark = SAMEN_CLAUSE (self->draft)->mark;
  else if (kind == SAMEN_OUTLINE_ARTICLE)
    line->article = SAMEN_ARTICLE (self->draft)->kind;
}

SamenOutline *
samen_writing_outline (SamenWriting *self)
{
  g_autoptr (SamenNumbering) numbering =
      samen_numbering_new (self->articles, self->clauses, SAMEN_NUMBERING_DEFAULT);
  SamenOutline *outline = samen_outline_new (self->considerations, numbering);

  if (self->draft != NULL && self->draft_above != NULL &&
      samen_outline_find (outline, self->draft_above) < 0)
    samen_writing_drop_draft (self);
  if (self->draft != NULL)
    insert_draft (self, outline);
  return outline;
}

static SamenRecord *
record_of (SamenWriting *self, const SamenOutlineLine *line)
{
  return line->record != NULL ? line->record : self->draft;
}

/* The new line counts, as it will when it is kept */
static void
tell_draft (SamenWriting *self, SamenOutline *outline)
{
  int place = samen_outline_find (outline, self->draft->id);
  const SamenOutlineLine *parent = samen_outline_parent (outline, place);
  const SamenOutlineLine *article = parent;

  while (article != NULL && article->kind == SAMEN_OUTLINE_CLAUSE)
    article = samen_outline_parent (outline, samen_outline_find (outline, article->id));
  if (!SAMEN_IS_CLAUSE (self->draft) || article == NULL)
    return;
  set_field (self->draft, "article", samen_value ((const char *) article->id));
  set_field (self->draft, "part_of",
             parent != article ? samen_value ((const char *) parent->id) : NULL);
}

static SamenNumbering *
number (SamenWriting *self, SamenOutline *outline)
{
  g_autoptr (GListStore) articles = g_list_store_new (SAMEN_TYPE_ARTICLE);
  g_autoptr (GListStore) clauses = g_list_store_new (SAMEN_TYPE_CLAUSE);
  GPtrArray *lines = samen_outline_get_lines (outline);

  if (self->draft != NULL)
    tell_draft (self, outline);
  for (guint i = 0; i < lines->len; i++)
    {
      const SamenOutlineLine *line = g_ptr_array_index (lines, i);

      if (line->kind != SAMEN_OUTLINE_CONSIDERATION)
        g_list_store_append (line->kind == SAMEN_OUTLINE_ARTICLE ? articles : clauses,
                             record_of (self, line));
    }
  return samen_numbering_new (G_LIST_MODEL (articles), G_LIST_MODEL (clauses),
                              SAMEN_NUMBERING_DEFAULT);
}

/* ---- a new line ---- */

void
samen_writing_set_draft (SamenWriting *self, SamenOutline *outline, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);
  const SamenOutlineLine *above = samen_outline_get_line (outline, place - 1);
  static GType (*const types[]) (void) = { samen_consideration_get_type, samen_article_get_type,
                                           samen_clause_get_type };
  GType type = types[line->kind]();

  samen_writing_drop_draft (self);
  self->draft = samen_record_new (type, line->id);
  self->draft_depth = line->depth;
  self->draft_above = g_strdup (above != NULL ? above->id : NULL);
  if (line->kind == SAMEN_OUTLINE_CLAUSE)
    set_field (self->draft, "mark",
               samen_value (samen_record_class_find (samen_record_class_of (type), "mark")
                                ->choices[line->mark]
                                .name));
  else if (line->kind == SAMEN_OUTLINE_ARTICLE)
    set_field (self->draft, "kind",
               samen_value (samen_record_class_find (samen_record_class_of (type), "kind")
                                ->choices[line->article]
                                .name));
}

void
samen_writing_drop_draft (SamenWriting *self)
{
  g_clear_object (&self->draft);
  g_clear_pointer (&self->draft_above, g_free);
}

/* ---- the rows ---- */

static gboolean
text_act_cb (SamenLineText *text, SamenLineAct what, SamenWriting *self)
{
  return samen_writing_act_in (self, text, what);
}

static void
text_write_cb (SamenLineText *text, int offset, SamenWriting *self)
{
  samen_writing_begin (self, text, offset);
}

static void
text_paste_cb (SamenLineText *text, const char *pasted, SamenWriting *self)
{
  samen_writing_paste (self, text, pasted);
}

static void
text_changed_cb (SamenLineText *text, SamenWriting *self)
{
  samen_writing_changed (self);
}

static void
text_left_cb (SamenLineText *text, SamenWriting *self)
{
  samen_writing_left (self, text);
}

void
samen_writing_adopt (SamenWriting *self, SamenLineText *text)
{
  g_signal_connect_object (text, "act", G_CALLBACK (text_act_cb), self, 0);
  g_signal_connect_object (text, "write", G_CALLBACK (text_write_cb), self, 0);
  g_signal_connect_object (text, "paste", G_CALLBACK (text_paste_cb), self, 0);
  g_signal_connect_object (text, "changed", G_CALLBACK (text_changed_cb), self, 0);
  g_signal_connect_object (text, "left", G_CALLBACK (text_left_cb), self, 0);
}

static gboolean
row_act_cb (SamenLineRow *row, SamenLineAct what, SamenWriting *self)
{
  return samen_writing_act (self, samen_line_row_get_record (row), what);
}

static gboolean
row_can_cb (SamenLineRow *row, SamenLineAct what, SamenWriting *self)
{
  return samen_writing_can (self, samen_line_row_get_record (row), what);
}

static gboolean
row_typed_cb (SamenLineRow *row, GtkEventControllerKey *keys, SamenWriting *self)
{
  SamenLineText *text = samen_line_row_get_main (row);

  if (samen_writing_begin (self, text, -1))
    samen_line_text_forward (text, keys);
  return TRUE;
}

static GtkWidget *
make_row (SamenWriting *self)
{
  GtkWidget *row = samen_line_row_new ();

  g_signal_connect_object (row, "act", G_CALLBACK (row_act_cb), self, 0);
  g_signal_connect_object (row, "can", G_CALLBACK (row_can_cb), self, 0);
  g_signal_connect_object (row, "typed", G_CALLBACK (row_typed_cb), self, 0);
  samen_writing_adopt (self, samen_line_row_get_heading (SAMEN_LINE_ROW (row)));
  samen_writing_adopt (self, samen_line_row_get_text (SAMEN_LINE_ROW (row)));
  return row;
}

static SamenLineRow *
row_at (GtkListBox *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? SAMEN_LINE_ROW (row) : NULL;
}

static SamenLineRow *
find_row_in (GtkListBox *list, const char *id)
{
  for (int i = 0; row_at (list, i) != NULL; i++)
    if (g_str_equal (samen_line_row_get_record (row_at (list, i))->id, id))
      return row_at (list, i);
  return NULL;
}

/* The lines that go into @list, and where: (id: place) */
static GPtrArray *
lines_in (SamenWriting *self, GtkListBox *list, SamenOutline *outline, GHashTable *places)
{
  GPtrArray *all = samen_outline_get_lines (outline);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      SamenOutlineLine *line = g_ptr_array_index (all, i);

      if ((line->kind == SAMEN_OUTLINE_CONSIDERATION) != (list == self->consideration_list))
        continue;
      g_hash_table_insert (places, line->id, GUINT_TO_POINTER (lines->len));
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* Whether the row at @n is to give way to that of @line: it is not in the text any more, or went further
 * than @line did. Where a few rows move past many, these few are made anew. */
static gboolean
gives_way (GtkListBox *list, int n, const SamenOutlineLine *line, GHashTable *places)
{
  SamenLineRow *row = row_at (list, n);
  gpointer place;
  SamenLineRow *other;

  if (row == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (places, samen_line_row_get_record (row)->id, NULL, &place))
    return TRUE;
  other = find_row_in (list, line->id);
  return other != NULL &&
         GPOINTER_TO_INT (place) > gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (other));
}

static gboolean
shows (SamenLineRow *row, const SamenOutlineLine *line)
{
  return row != NULL && g_str_equal (samen_line_row_get_record (row)->id, line->id);
}

/* A row that is not in its place is made anew there. Returns the row of the line @focused, where it is another
 * than before */
static SamenLineRow *
show_rows (SamenWriting *self, GtkListBox *list, SamenOutline *outline, const char *focused)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) lines = lines_in (self, list, outline, places);
  SamenLineRow *focus = NULL;

  for (int n = 0; n < (int) lines->len; n++)
    {
      const SamenOutlineLine *line = g_ptr_array_index (lines, (guint) n);

      while (!shows (row_at (list, n), line) && gives_way (list, n, line, places))
        gtk_list_box_remove (list, GTK_WIDGET (row_at (list, n)));
      if (!shows (row_at (list, n), line))
        gtk_list_box_insert (list, make_row (self), n);
      samen_line_row_show (row_at (list, n), record_of (self, line), line->depth, self->numbering,
                           self->language, self->lock == NULL);
      if (g_strcmp0 (line->id, focused) == 0)
        focus = row_at (list, n);
      g_hash_table_remove (places, line->id);
    }
  while (row_at (list, (int) lines->len) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row_at (list, (int) lines->len)));
  gtk_widget_set_visible (GTK_WIDGET (list), lines->len > 0);
  return focus;
}

/* A line that moves up takes the focus along, and one that is gone leaves it to what comes in its place; what is
 * written is looked after by who moves it */
static void
refresh_list (SamenWriting *self, GtkListBox *list, SamenOutline *outline)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  g_autofree char *focused =
      row != NULL ? g_strdup (samen_line_row_get_record (SAMEN_LINE_ROW (row))->id) : NULL;
  SamenLineRow *focus = show_rows (self, list, outline, focused);

  for (; focus == NULL && place >= 0; place--)
    focus = row_at (list, place);
  if (focus != NULL && self->writing == NULL &&
      gtk_widget_get_focus_child (GTK_WIDGET (list)) != GTK_WIDGET (focus))
    gtk_widget_grab_focus (GTK_WIDGET (focus));
}

void
samen_writing_refresh (SamenWriting *self)
{
  g_autoptr (SamenOutline) outline = samen_writing_outline (self);
  g_autoptr (SamenNumbering) before = self->numbering;

  self->numbering = number (self, outline);
  refresh_list (self, self->consideration_list, outline);
  refresh_list (self, self->line_list, outline);
  for (guint i = 0; i < self->words->len; i++)
    samen_line_text_show (g_ptr_array_index (self->words, i), self->numbering, self->language);
}

SamenLineRow *
samen_writing_find_row (SamenWriting *self, const char *id)
{
  SamenLineRow *row = find_row_in (self->consideration_list, id);

  return row != NULL ? row : find_row_in (self->line_list, id);
}

/* ---- opening and dragging ---- */

static void
row_activated_cb (GtkListBox *list, SamenLineRow *row, SamenWriting *self)
{
  samen_writing_begin (self, samen_line_row_get_main (row), -1);
}

static gboolean
place_cb (GtkListBoxRow *dragged, GtkListBoxRow **row, gboolean *after, gpointer data)
{
  SamenWriting *self = data;
  g_autoptr (SamenOutline) outline = samen_writing_outline (self);
  const char *id = samen_line_row_get_record (SAMEN_LINE_ROW (dragged))->id;
  int place = samen_outline_find (outline, id);
  int to = samen_outline_find (outline, samen_line_row_get_record (SAMEN_LINE_ROW (*row))->id);

  if (self->lock != NULL || !samen_outline_place (outline, place, &to, after))
    return FALSE;
  *row = GTK_LIST_BOX_ROW (samen_writing_find_row (self, samen_outline_get_line (outline, to)->id));
  return *row != NULL;
}

static void
move_cb (GtkListBoxRow *dragged, GtkListBoxRow *row, gboolean after, gpointer data)
{
  samen_writing_drop (data, samen_line_row_get_record (SAMEN_LINE_ROW (dragged)),
                      samen_line_row_get_record (SAMEN_LINE_ROW (row)), after);
}

void
samen_writing_adopt_list (SamenWriting *self, GtkListBox *list)
{
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  samen_record_drag_install_full (list, place_cb, move_cb, self);
}
