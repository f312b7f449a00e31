/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/record-words.h"
#include "pages/covenant/citation-popover.h"
#include "pages/covenant/writing-private.h"
#include "store/draft.h"
#include "store/log.h"
#include "widgets/toast.h"

/* ---- where the writing goes on ---- */

/* Writes in the line with that id; -1 is the end */
static gboolean
write_line (SamenWriting *self, const char *id, gboolean heading, int offset)
{
  SamenLineRow *row = samen_writing_find_row (self, id);

  if (row == NULL)
    return FALSE;
  return samen_writing_begin (
      self, heading ? samen_line_row_get_heading (row) : samen_line_row_get_text (row), offset);
}

static gboolean
write_at (SamenWriting *self, SamenOutline *outline, int place, int offset)
{
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);

  return write_line (self, line->id, line->kind == SAMEN_OUTLINE_ARTICLE, offset);
}

/* Begins the new, empty line at @place */
static gboolean
begin_draft (SamenWriting *self, SamenOutline *outline, int place)
{
  if (place < 0)
    return FALSE;
  if (!samen_writing_flush (self))
    return TRUE;
  samen_writing_end (self);
  samen_writing_set_draft (self, outline, place);
  samen_writing_refresh (self);
  return write_at (self, outline, place, 0);
}

static void
collect_texts (GtkWidget *widget, GPtrArray *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (SAMEN_IS_LINE_TEXT (widget))
    g_ptr_array_add (texts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

/* To the text before or after this one, as the page reads */
static gboolean
walk (SamenWriting *self, SamenLineText *text, gboolean back)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint at;

  collect_texts (self->page, texts);
  if (!g_ptr_array_find (texts, text, &at) || (back ? at == 0 : at + 1 == texts->len))
    return FALSE;
  return samen_writing_begin (self, g_ptr_array_index (texts, back ? at - 1 : at + 1),
                              back ? -1 : 0);
}

/* ---- breaking and joining ---- */

/* The edit takes in what is being written */
static gboolean
apply_written (SamenWriting *self, SamenOutline *outline, const char *label)
{
  g_autoptr (SamenLineText) text = g_object_ref (self->writing);

  if (!samen_writing_apply (self, outline, label))
    return FALSE;
  /* A new line that was joined to another is in no edit */
  samen_writing_drop_draft (self);
  g_clear_weak_pointer (&self->writing);
  samen_line_text_finish (text);
  samen_writing_refresh (self);
  return TRUE;
}

/* Enter in an empty line goes up a level, and from the top to a new article */
static gboolean
step_out (SamenWriting *self, SamenOutline *outline, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);
  const SamenOutlineLine *below = samen_outline_get_line (outline, place + 1);
  g_autofree char *above = g_strdup (self->draft_above);
  g_autoptr (SamenOutline) without = NULL;

  if (line->depth > 1)
    return samen_writing_act_in (self, self->writing, SAMEN_LINE_LIFT);
  if (line->kind == SAMEN_OUTLINE_CONSIDERATION && below != NULL &&
      below->kind == SAMEN_OUTLINE_ARTICLE)
    return walk (self, self->writing, FALSE);
  if (line->record != NULL)
    return FALSE;
  samen_writing_end (self);
  without = samen_writing_outline (self);
  return begin_draft (self, without,
                      samen_outline_add_article (without, samen_outline_find (without, above),
                                                 SAMEN_ARTICLE_PLAIN));
}

static gboolean
break_line (SamenWriting *self, SamenLineText *text, SamenOutline *outline, int place)
{
  gboolean heading = samen_line_text_is_heading (text);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  int next;

  samen_line_text_split (text, &before, &after);
  g_strchomp (before);
  g_strchug (after);
  if (*before == '\0' && *after == '\0' && !heading && step_out (self, outline, place))
    return TRUE;
  if (*before == '\0' && !heading)
    return TRUE;
  samen_outline_set (outline, place, heading, before);
  next = samen_outline_break (outline, place, heading, after);
  if (*after == '\0' && next > place)
    return begin_draft (self, outline, next);
  id = g_strdup (samen_outline_get_line (outline, next)->id);
  heading = heading && samen_outline_get_line (outline, next)->kind == SAMEN_OUTLINE_ARTICLE &&
            next > place;
  return apply_written (self, outline, NC_ ("edit", "Split Text")) &&
         write_line (self, id, heading, 0);
}

/* How many characters of the line at @place are to be read */
static int
length_of (SamenWriting *self, SamenOutline *outline, int place)
{
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);
  g_autofree char *text = samen_numbering_render (
      self->numbering,
      line->kind == SAMEN_OUTLINE_ARTICLE && line->text == NULL ? line->heading : line->text,
      self->language);

  return (int) g_utf8_strlen (text, -1);
}

/* Joins the line at @place to the one before; the caret stays between the two */
static gboolean
join (SamenWriting *self, SamenOutline *outline, int place)
{
  const SamenOutlineLine *before = samen_outline_get_line (outline, place - 1);
  gboolean was_empty = samen_outline_is_empty (outline, place);
  int length = before != NULL ? length_of (self, outline, place - 1) : 0;
  const SamenRecordWords *words;
  g_autofree char *id = NULL;
  gboolean heading;

  words = samen_record_words (
      samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_CONSIDERATION
          ? SAMEN_TYPE_CONSIDERATION
      : samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_ARTICLE ? SAMEN_TYPE_ARTICLE
                                                                               : SAMEN_TYPE_CLAUSE);
  if (samen_outline_join (outline, place) < 0)
    return FALSE;
  id = g_strdup (before->id);
  heading = before->kind == SAMEN_OUTLINE_ARTICLE && before->text == NULL;
  return apply_written (self, outline, was_empty ? words->remove : NC_ ("edit", "Join Texts")) &&
         write_line (self, id, heading, length);
}

static gboolean
join_before (SamenWriting *self, SamenLineText *text, SamenOutline *outline, int place)
{
  g_autofree char *written = samen_line_text_dup (text);
  gboolean heading = samen_line_text_is_heading (text);

  /* The text of an article stays below its heading */
  if (samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_ARTICLE && !heading)
    return walk (self, text, TRUE);
  samen_outline_set (outline, place, heading, written);
  return join (self, outline, place) || (*written == '\0' && walk (self, text, TRUE));
}

static gboolean
join_next (SamenWriting *self, SamenLineText *text, SamenOutline *outline, int place)
{
  g_autofree char *written = samen_line_text_dup (text);
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);
  const SamenOutlineLine *next = samen_outline_get_line (outline, place + 1);

  if (next == NULL || next->kind != line->kind || line->kind == SAMEN_OUTLINE_ARTICLE)
    return FALSE;
  samen_outline_set (outline, place, FALSE, written);
  return join (self, outline, place + 1);
}

/* ---- moving ---- */

static int
shift (SamenOutline *outline, int place, SamenLineAct what)
{
  switch (what)
    {
    case SAMEN_LINE_NEST:
      return samen_outline_nest (outline, place);
    case SAMEN_LINE_LIFT:
      return samen_outline_lift (outline, place);
    case SAMEN_LINE_MOVE_UP:
      return samen_outline_move (outline, place, FALSE);
    case SAMEN_LINE_MOVE_DOWN:
      return samen_outline_move (outline, place, TRUE);
    default:
      return -1;
    }
}

/* A line that is not in the dossier goes where it is shown, and nothing is to be kept yet */
static gboolean
shift_draft (SamenWriting *self, SamenOutline *outline, int place, SamenLineAct what)
{
  const SamenOutlineLine *line = samen_outline_get_line (outline, place);
  const SamenOutlineLine *above;

  place = shift (outline, place, what);
  if (place < 0)
    return FALSE;
  above = samen_outline_get_line (outline, place - 1);
  self->draft_depth = line->depth;
  g_set_str (&self->draft_above, above != NULL ? above->id : NULL);
  samen_writing_refresh (self);
  return TRUE;
}

static gboolean
move_line (SamenWriting *self, SamenRecord *record, SamenLineAct what)
{
  g_autoptr (SamenRecord) kept = g_object_ref (record);
  gboolean is_writing = self->writing != NULL;
  gboolean heading = is_writing && samen_line_text_is_heading (self->writing);
  int offset = is_writing ? samen_line_text_get_offset (self->writing) : 0;
  g_autoptr (SamenOutline) outline = NULL;
  int place;

  if (!samen_writing_flush (self))
    return FALSE;
  outline = samen_writing_outline (self);
  place = samen_outline_find (outline, record->id);
  if (place >= 0 && record == self->draft)
    return shift_draft (self, outline, place, what);
  if (place < 0 || shift (outline, place, what) < 0)
    return FALSE;
  if (is_writing)
    samen_writing_end (self);
  if (!samen_writing_apply (self, outline, samen_record_words (G_OBJECT_TYPE (record))->move))
    return FALSE;
  if (is_writing)
    write_line (self, record->id, heading, offset);
  return TRUE;
}

void
samen_writing_drop (SamenWriting *self, SamenRecord *record, SamenRecord *to, gboolean after)
{
  g_autoptr (SamenOutline) outline = samen_writing_outline (self);
  g_autofree char *id = g_strdup (record->id);
  int place = samen_outline_find (outline, id);
  SamenLineRow *row;

  if (place < 0 ||
      samen_outline_drop (outline, place, samen_outline_find (outline, to->id), after) < 0 ||
      !samen_writing_apply (self, outline, samen_record_words (G_OBJECT_TYPE (record))->move))
    return;
  row = samen_writing_find_row (self, id);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- adding, marks, giving up ---- */

static int
add (SamenOutline *outline, int place, SamenLineAct what)
{
  switch (what)
    {
    case SAMEN_LINE_ADD_CONSIDERATION:
      return place < 0 ? samen_outline_add_consideration (outline)
                       : samen_outline_break (outline, place, FALSE, NULL);
    case SAMEN_LINE_ADD_CLAUSE:
      return samen_outline_add_clause (
          outline, place, samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_ARTICLE);
    case SAMEN_LINE_ADD_PART:
      return samen_outline_add_clause (outline, place, TRUE);
    case SAMEN_LINE_ADD_CHAPTER:
      return samen_outline_add_article (outline, place, SAMEN_ARTICLE_CHAPTER);
    case SAMEN_LINE_ADD_ANNEX:
      return samen_outline_add_article (outline, place, SAMEN_ARTICLE_ANNEX);
    default:
      return samen_outline_add_article (outline, place, SAMEN_ARTICLE_PLAIN);
    }
}

static gboolean
add_line (SamenWriting *self, const char *id, SamenLineAct what)
{
  g_autoptr (SamenOutline) outline = NULL;

  if (!samen_writing_flush (self))
    return FALSE;
  samen_writing_end (self);
  outline = samen_writing_outline (self);
  return begin_draft (self, outline, add (outline, samen_outline_find (outline, id), what));
}

void
samen_writing_add (SamenWriting *self, SamenLineAct what)
{
  if (!samen_writing_refuse (self))
    add_line (self, NULL, what);
}

static gboolean
set_mark (SamenWriting *self, SamenRecord *record, SamenMark mark)
{
  g_autoptr (SamenOutline) outline = NULL;
  int place;

  if (!samen_writing_flush (self))
    return FALSE;
  outline = samen_writing_outline (self);
  place = samen_outline_find (outline, record->id);
  if (place < 0)
    return FALSE;
  samen_outline_get_line (outline, place)->mark = mark;
  return samen_writing_apply (self, outline, samen_record_words (G_OBJECT_TYPE (record))->change);
}

/* As it was: the new line is gone. What was written is kept and undone, so that Redo brings it back. */
static gboolean
revert (SamenWriting *self, SamenRecord *record)
{
  g_autofree char *id = g_strdup (record == self->draft ? self->draft_above : record->id);
  g_autoptr (SamenLineText) text = g_object_ref (self->writing);
  gboolean was_changed = !samen_line_text_is_emptied (text) && samen_line_text_is_changed (text);
  SamenLineRow *row;

  if (was_changed && samen_writing_flush (self) && samen_store_undo (self->store, NULL, NULL))
    samen_toast (self->page, _ ("What you typed is undone; Redo brings it back"));
  samen_store_keep_draft (self->store, NULL, NULL);
  samen_writing_end (self);
  row = id != NULL ? samen_writing_find_row (self, id) : NULL;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (text));
  return TRUE;
}

/* ---- referring ---- */

static void
chosen_cb (const char *id, gpointer text)
{
  samen_line_text_cite (text, id);
}

static gboolean
cite (SamenWriting *self, SamenLineText *text)
{
  samen_citation_popover_show (samen_line_text_get_view (text), self->numbering, self->language,
                               chosen_cb, text);
  return TRUE;
}

/* ---- all of them ---- */

gboolean
samen_writing_act (SamenWriting *self, SamenRecord *record, SamenLineAct what)
{
  SamenLineRow *row = samen_writing_find_row (self, record->id);

  if (row == NULL || samen_writing_refuse (self))
    return FALSE;
  switch (what)
    {
    case SAMEN_LINE_WRITE:
      return samen_writing_begin (self, samen_line_row_get_main (row), -1);
    case SAMEN_LINE_CITE:
      return samen_writing_begin (self, samen_line_row_get_text (row), -1) &&
             cite (self, samen_line_row_get_text (row));
    case SAMEN_LINE_NEST:
    case SAMEN_LINE_LIFT:
    case SAMEN_LINE_MOVE_UP:
    case SAMEN_LINE_MOVE_DOWN:
      return move_line (self, record, what);
    case SAMEN_LINE_MARK_NUMBER:
    case SAMEN_LINE_MARK_DASH:
    case SAMEN_LINE_MARK_NONE:
      return set_mark (self, record, (SamenMark) (what - SAMEN_LINE_MARK_NUMBER));
    case SAMEN_LINE_DELETE:
      return samen_writing_delete (self, record);
    default:
      return add_line (self, record->id, what);
    }
}

/* Of what the agreement itself says there is but one text */
static gboolean
act_in_words (SamenWriting *self, SamenLineText *text, SamenLineAct what)
{
  switch (what)
    {
    case SAMEN_LINE_PREVIOUS:
    case SAMEN_LINE_NEXT:
      return walk (self, text, what == SAMEN_LINE_PREVIOUS);
    case SAMEN_LINE_REVERT:
      return revert (self, samen_line_text_get_record (text));
    case SAMEN_LINE_CITE:
      return cite (self, text);
    default:
      return FALSE;
    }
}

gboolean
samen_writing_act_in (SamenWriting *self, SamenLineText *text, SamenLineAct what)
{
  SamenRecord *record = samen_line_text_get_record (text);
  g_autoptr (SamenOutline) outline = samen_writing_outline (self);
  int place = samen_outline_find (outline, record->id);

  if (text != self->writing)
    return FALSE;
  if (place < 0)
    return act_in_words (self, text, what);
  switch (what)
    {
    case SAMEN_LINE_BREAK:
      return break_line (self, text, outline, place);
    case SAMEN_LINE_JOIN:
      return join_before (self, text, outline, place);
    case SAMEN_LINE_JOIN_NEXT:
      return join_next (self, text, outline, place);
    case SAMEN_LINE_PREVIOUS:
    case SAMEN_LINE_NEXT:
      return walk (self, text, what == SAMEN_LINE_PREVIOUS);
    case SAMEN_LINE_REVERT:
      return revert (self, record);
    case SAMEN_LINE_CITE:
      return cite (self, text);
    case SAMEN_LINE_NEST:
    case SAMEN_LINE_LIFT:
      return SAMEN_IS_CLAUSE (record) && (move_line (self, record, what) || TRUE);
    case SAMEN_LINE_MOVE_UP:
    case SAMEN_LINE_MOVE_DOWN:
      return move_line (self, record, what);
    default:
      return add_line (self, record->id, what);
    }
}

gboolean
samen_writing_can (SamenWriting *self, SamenRecord *record, SamenLineAct what)
{
  g_autoptr (SamenOutline) outline = samen_writing_outline (self);
  int place = samen_outline_find (outline, record->id);
  gboolean is_clause = SAMEN_IS_CLAUSE (record);

  if (place < 0)
    return FALSE;
  switch (what)
    {
    case SAMEN_LINE_NEST:
    case SAMEN_LINE_LIFT:
    case SAMEN_LINE_MOVE_UP:
    case SAMEN_LINE_MOVE_DOWN:
      return shift (outline, place, what) >= 0;
    case SAMEN_LINE_ADD_CONSIDERATION:
      return SAMEN_IS_CONSIDERATION (record);
    case SAMEN_LINE_ADD_PART:
      return is_clause && add (outline, place, what) >= 0;
    case SAMEN_LINE_ADD_CLAUSE:
      return !SAMEN_IS_CONSIDERATION (record) && add (outline, place, what) >= 0;
    case SAMEN_LINE_ADD_ARTICLE:
    case SAMEN_LINE_ADD_CHAPTER:
    case SAMEN_LINE_ADD_ANNEX:
      return !SAMEN_IS_CONSIDERATION (record);
    case SAMEN_LINE_MARK_NUMBER:
    case SAMEN_LINE_MARK_DASH:
    case SAMEN_LINE_MARK_NONE:
      return is_clause &&
             SAMEN_CLAUSE (record)->mark != (SamenMark) (what - SAMEN_LINE_MARK_NUMBER);
    case SAMEN_LINE_CITE:
      return !SAMEN_IS_ARTICLE (record);
    default:
      return TRUE;
    }
}

void
samen_writing_paste (SamenWriting *self, SamenLineText *text, const char *pasted)
{
  g_autofree char *line = g_strdup (samen_line_text_get_record (text)->id);
  g_autoptr (SamenOutline) outline = NULL;
  int place;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  gboolean heading = samen_line_text_is_heading (text);
  int left;

  /* What was typed before is an edit of its own, and stays when the pasting is undone */
  if (!samen_line_text_is_emptied (text) && !samen_writing_flush (self))
    return;
  outline = samen_writing_outline (self);
  place = samen_outline_find (outline, line);
  if (place < 0)
    {
      samen_line_text_insert (text, pasted);
      return;
    }
  samen_line_text_split (text, &before, &after);
  place = samen_outline_paste (outline, place, heading, before, pasted, after);
  id = g_strdup (samen_outline_get_line (outline, place)->id);
  heading = samen_outline_get_line (outline, place)->kind == SAMEN_OUTLINE_ARTICLE &&
            samen_outline_get_line (outline, place)->text == NULL;
  left = (int) g_utf8_strlen (after, -1);
  if (apply_written (self, outline, NC_ ("edit", "Paste Text")) &&
      write_line (self, id, heading, -1) && left > 0)
    write_line (self, id, heading, MAX (samen_line_text_get_offset (self->writing) - left, 0));
}
