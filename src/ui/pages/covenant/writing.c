/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/record-words.h"
#include "exchange/agreement-text.h"
#include "exchange/outline-edit.h"
#include "pages/covenant/writing-private.h"
#include "store/draft.h"
#include "widgets/record-drag.h"
#include "widgets/toast.h"

/* After so long without a key, what is written is kept as a draft */
#define AUTOSAVE_SECONDS 2

G_DEFINE_FINAL_TYPE (SamenWriting, samen_writing, G_TYPE_OBJECT)

/* ---- edits ---- */

/* What is new is in the dossier by the time that this is shown, or is given up */
static gboolean
apply (SamenWriting *self, SamenEdit *edit)
{
  g_autoptr (SamenRecord) draft = g_steal_pointer (&self->draft);
  g_autofree char *above = g_steal_pointer (&self->draft_above);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->autosave, g_source_remove);
  if (!samen_store_apply (self->store, edit, &error))
    {
      samen_toast (self->page, error->message);
      self->draft = g_steal_pointer (&draft);
      self->draft_above = g_steal_pointer (&above);
      return FALSE;
    }
  samen_store_keep_draft (self->store, NULL, NULL);
  return TRUE;
}

gboolean
samen_writing_apply (SamenWriting *self, SamenOutline *outline, const char *label)
{
  g_autoptr (SamenEdit) edit = samen_edit_new (label);

  samen_outline_collect (outline, self->agreement, edit);
  return samen_edit_get_changes (edit)->len == 0 || apply (self, edit);
}

static gboolean
is_line (SamenWriting *self, SamenLineText *text)
{
  return samen_line_text_get_record (text) != SAMEN_RECORD (self->agreement);
}

/* The edit that keeps what is written; NULL where there is nothing to keep */
static SamenEdit *
make_edit (SamenWriting *self)
{
  SamenRecord *record = self->writing != NULL ? samen_line_text_get_record (self->writing) : NULL;
  const SamenRecordWords *words =
      record != NULL ? samen_record_words (G_OBJECT_TYPE (record)) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (SamenOutline) outline = NULL;
  SamenEdit *edit;
  int place;

  if (record == NULL || !samen_line_text_is_changed (self->writing))
    return NULL;
  text = g_strstrip (samen_line_text_dup (self->writing));
  edit = samen_edit_new (record == self->draft ? words->add : words->change);
  if (!is_line (self, self->writing))
    {
      samen_edit_set (edit, record, samen_line_text_get_field (self->writing), samen_value (text));
      return edit;
    }
  outline = samen_writing_outline (self);
  place = samen_outline_find (outline, record->id);
  if (place >= 0)
    {
      samen_outline_set (outline, place, samen_line_text_is_heading (self->writing), text);
      samen_outline_collect (outline, self->agreement, edit);
    }
  return edit;
}

/* A clause that nothing is left of is deleted, and can be had back from the toast */
static gboolean
is_emptied (SamenWriting *self)
{
  SamenRecord *record = samen_line_text_get_record (self->writing);

  return samen_line_text_is_emptied (self->writing) && record != self->draft &&
         (SAMEN_IS_CLAUSE (record) || SAMEN_IS_CONSIDERATION (record));
}

static gboolean
flush_emptied (SamenWriting *self)
{
  g_autoptr (SamenRecord) record = g_object_ref (samen_line_text_get_record (self->writing));
  SamenLineText *text = self->writing;

  g_clear_weak_pointer (&self->writing);
  samen_line_text_finish (text);
  samen_store_keep_draft (self->store, NULL, NULL);
  return gtk_widget_activate_action (self->page, "record.delete", "(ss)",
                                     SAMEN_RECORD_GET_CLASS (record)->table, record->id);
}

gboolean
samen_writing_flush (SamenWriting *self)
{
  g_autoptr (SamenEdit) edit = NULL;

  g_clear_handle_id (&self->autosave, g_source_remove);
  if (self->writing == NULL || !samen_line_text_is_changed (self->writing))
    return TRUE;
  if (is_emptied (self))
    return flush_emptied (self);
  edit = make_edit (self);
  return samen_edit_get_changes (edit)->len == 0 || apply (self, edit);
}

/* ---- beginning and ending ---- */

gboolean
samen_writing_refuse (SamenWriting *self)
{
  if (self->lock != NULL)
    samen_toast (self->page, self->lock);
  return self->lock != NULL;
}

void
samen_writing_end (SamenWriting *self)
{
  SamenLineText *text = self->writing;
  gboolean is_draft =
      text != NULL && self->draft != NULL && samen_line_text_get_record (text) == self->draft;

  g_clear_weak_pointer (&self->writing);
  g_clear_handle_id (&self->autosave, g_source_remove);
  if (text != NULL)
    samen_line_text_finish (text);
  if (is_draft)
    {
      samen_writing_drop_draft (self);
      samen_writing_refresh (self);
    }
}

/* The focus goes to the row that comes in its place, or to the last */
gboolean
samen_writing_delete (SamenWriting *self, SamenRecord *record)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (samen_writing_find_row (self, record->id));
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  int place = gtk_list_box_row_get_index (row);
  gboolean is_draft = record == self->draft;

  samen_writing_end (self);
  if (!is_draft)
    gtk_widget_activate_action (self->page, "record.delete", "(ss)",
                                SAMEN_RECORD_GET_CLASS (record)->table, record->id);
  for (row = NULL; row == NULL && place >= 0; place--)
    row = gtk_list_box_get_row_at_index (list, place);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

gboolean
samen_writing_begin (SamenWriting *self, SamenLineText *text, int offset)
{
  g_autoptr (SamenLineText) kept = g_object_ref (text);

  if (samen_writing_refuse (self))
    return FALSE;
  if (self->writing != NULL && self->writing != text)
    {
      if (!samen_writing_flush (self))
        return FALSE;
      samen_writing_end (self);
    }
  /* What was ended may have been the line that this one was in */
  if (gtk_widget_get_root (GTK_WIDGET (text)) == NULL)
    return FALSE;
  g_set_weak_pointer (&self->writing, text);
  gtk_widget_set_visible (GTK_WIDGET (text), TRUE);
  samen_line_text_write (text, offset);
  return TRUE;
}

/* ---- keeping it ---- */

static gboolean
autosave_cb (gpointer data)
{
  SamenWriting *self = data;
  g_autoptr (SamenEdit) edit = make_edit (self);
  g_autoptr (GError) error = NULL;

  self->autosave = 0;
  if (edit != NULL && !samen_store_keep_draft (self->store, edit, &error))
    samen_toast (self->page, error->message);
  return G_SOURCE_REMOVE;
}

void
samen_writing_changed (SamenWriting *self)
{
  g_clear_handle_id (&self->autosave, g_source_remove);
  self->autosave = g_timeout_add_seconds (AUTOSAVE_SECONDS, autosave_cb, self);
}

/* Not while the focus is still on its way */
static gboolean
leave_cb (gpointer data)
{
  SamenWriting *self = data;

  self->leaving = 0;
  if (self->writing == NULL ||
      gtk_widget_is_focus (GTK_WIDGET (samen_line_text_get_view (self->writing))))
    return G_SOURCE_REMOVE;
  if (samen_writing_flush (self))
    samen_writing_end (self);
  return G_SOURCE_REMOVE;
}

void
samen_writing_left (SamenWriting *self, SamenLineText *text)
{
  if (text != self->writing)
    return;
  samen_writing_flush (self);
  if (self->leaving == 0)
    self->leaving = g_idle_add (leave_cb, self);
}

/* ---- the object ---- */

static void
samen_writing_dispose (GObject *object)
{
  SamenWriting *self = SAMEN_WRITING (object);

  g_clear_handle_id (&self->autosave, g_source_remove);
  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_weak_pointer (&self->writing);
  samen_writing_drop_draft (self);
  g_clear_object (&self->considerations);
  g_clear_object (&self->articles);
  g_clear_object (&self->clauses);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  g_clear_pointer (&self->numbering, samen_numbering_free);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->lock, g_free);
  G_OBJECT_CLASS (samen_writing_parent_class)->dispose (object);
}

static void
samen_writing_class_init (SamenWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_writing_dispose;
}

static void
samen_writing_init (SamenWriting *self)
{
  self->words = g_ptr_array_new ();
}

SamenWriting *
samen_writing_new (SamenStore *store,
                   SamenAgreement *agreement,
                   GtkWidget *page,
                   GtkListBox *considerations,
                   GtkListBox *lines)
{
  SamenWriting *self = g_object_new (SAMEN_TYPE_WRITING, NULL);
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->language = samen_agreement_language (store);
  self->considerations = samen_store_list (store, SAMEN_TYPE_CONSIDERATION, "agreement", id);
  self->articles = samen_store_list (store, SAMEN_TYPE_ARTICLE, "agreement", id);
  self->clauses = samen_store_list (store, SAMEN_TYPE_CLAUSE, NULL, NULL);
  self->page = page;
  self->consideration_list = considerations;
  self->line_list = lines;
  samen_writing_adopt_list (self, considerations);
  samen_writing_adopt_list (self, lines);
  return self;
}

void
samen_writing_add_words (SamenWriting *self, SamenLineText *text, const char *field)
{
  const SamenField *found =
      samen_record_class_find (SAMEN_RECORD_GET_CLASS (self->agreement), field);

  samen_line_text_bind (text, SAMEN_RECORD (self->agreement), field, _ (found->label));
  samen_line_text_set_alone (text);
  samen_writing_adopt (self, text);
  g_ptr_array_add (self->words, text);
}

void
samen_writing_show (SamenWriting *self, const char *lock)
{
  g_set_str (&self->lock, lock);
  samen_record_drag_set_enabled (self->consideration_list, lock == NULL);
  samen_record_drag_set_enabled (self->line_list, lock == NULL);
  samen_writing_refresh (self);
}
