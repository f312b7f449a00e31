/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "pages/covenant/citation-buffer.h"

/* A reference: the words with @tag, as long as they are these */
typedef struct
{
  GtkTextTag *tag; /* owned by the buffer's table */
  char *words;
  char *markup;
} Citation;

typedef struct
{
  SamenNumbering *numbering;
  SamenLanguage *language;
  GPtrArray *citations;
} Citations;

static const char key[] = "samen-citations";

static void
citation_free (gpointer data)
{
  Citation *self = data;

  g_free (self->words);
  g_free (self->markup);
  g_free (self);
}

static void
citations_free (gpointer data)
{
  Citations *self = data;

  g_ptr_array_unref (self->citations);
  g_free (self);
}

static Citations *
get_citations (GtkTextBuffer *buffer)
{
  return g_object_get_data (G_OBJECT (buffer), key);
}

static Citation *
add_citation (GtkTextBuffer *buffer, const char *words, const char *markup)
{
  Citation *self = g_new0 (Citation, 1);

  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->words = g_strdup (words);
  self->markup = g_strdup (markup);
  g_ptr_array_add (get_citations (buffer)->citations, self);
  return self;
}

/* The reference that @iter is in, or NULL */
static Citation *
citation_at (GtkTextBuffer *buffer, const GtkTextIter *iter)
{
  GPtrArray *citations = get_citations (buffer)->citations;

  for (guint i = 0; i < citations->len; i++)
    {
      Citation *citation = g_ptr_array_index (citations, i);

      if (gtk_text_iter_has_tag (iter, citation->tag))
        return citation;
    }
  return NULL;
}

/* ---- what comes back is a reference again ---- */

static gboolean
is_there (GtkTextBuffer *buffer, Citation *citation)
{
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  return gtk_text_iter_starts_tag (&iter, citation->tag) ||
         gtk_text_iter_forward_to_tag_toggle (&iter, citation->tag);
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *end, const char *text, int length)
{
  GPtrArray *citations = get_citations (buffer)->citations;
  g_autofree char *inserted = g_strndup (text, (gsize) length);
  int start = gtk_text_iter_get_offset (end) - (int) g_utf8_strlen (inserted, -1);

  for (guint i = 0; i < citations->len; i++)
    {
      Citation *citation = g_ptr_array_index (citations, i);
      const char *found = strstr (inserted, citation->words);
      GtkTextIter from, to;

      /* What is typed between braces is told apart by these */
      if (found == NULL || (found > inserted && found[-1] == '{') || is_there (buffer, citation))
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &from,
                                          start + (int) g_utf8_pointer_to_offset (inserted, found));
      to = from;
      gtk_text_iter_forward_chars (&to, (int) g_utf8_strlen (citation->words, -1));
      gtk_text_buffer_apply_tag (buffer, citation->tag, &from, &to);
    }
}

GtkTextBuffer *
samen_citation_buffer_new (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  Citations *self = g_new0 (Citations, 1);

  self->citations = g_ptr_array_new_with_free_func (citation_free);
  g_object_set_data_full (G_OBJECT (buffer), key, self, citations_free);
  g_signal_connect_after (buffer, "insert-text", G_CALLBACK (inserted_cb), NULL);
  return buffer;
}

void
samen_citation_buffer_set_numbering (GtkTextBuffer *buffer,
                                     SamenNumbering *numbering,
                                     SamenLanguage *language)
{
  Citations *self = get_citations (buffer);

  self->numbering = numbering;
  self->language = language;
}

void
samen_citation_buffer_load (GtkTextBuffer *buffer,
                            SamenNumbering *numbering,
                            const char *kept,
                            SamenLanguage *language)
{
  g_autoptr (GArray) found = NULL;
  g_autofree char *text = samen_numbering_render_cited (numbering, kept, language, &found);

  samen_citation_buffer_set_numbering (buffer, numbering, language);
  g_ptr_array_set_size (get_citations (buffer)->citations, 0);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  for (guint i = 0; i < found->len; i++)
    {
      const SamenCitation *citation = &g_array_index (found, SamenCitation, i);
      g_autofree char *words = g_utf8_substring (text, citation->start, citation->end);
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) citation->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) citation->end);
      gtk_text_buffer_apply_tag (buffer, add_citation (buffer, words, citation->markup)->tag, &from,
                                 &to);
    }
  gtk_text_buffer_end_irreversible_action (buffer);
}

/* ---- reading ---- */

/* "article 4" with a 5 after it names another article than its reference does */
static void
take_rest_of_word (GtkTextIter *iter, const GtkTextIter *end)
{
  while (gtk_text_iter_compare (iter, end) < 0 && g_unichar_isalnum (gtk_text_iter_get_char (iter)))
    gtk_text_iter_forward_char (iter);
}

/* Appends the reference at @iter, which goes to the end of it */
static void
append_citation (GtkTextBuffer *buffer,
                 Citation *citation,
                 GtkTextIter *iter,
                 const GtkTextIter *end,
                 GString *kept)
{
  const Citations *self = get_citations (buffer);
  GtkTextIter start = *iter;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  gtk_text_iter_forward_to_tag_toggle (iter, citation->tag);
  take_rest_of_word (iter, end);
  if (gtk_text_iter_compare (iter, end) > 0)
    *iter = *end;
  words = gtk_text_iter_get_slice (&start, iter);
  if (g_str_equal (words, citation->words))
    markup = g_strdup (citation->markup);
  else
    markup = samen_numbering_cite (self->numbering, words, self->language);
  g_string_append (kept, markup != NULL ? markup : words);
}

char *
samen_citation_buffer_dup_kept (GtkTextBuffer *buffer,
                                const GtkTextIter *start,
                                const GtkTextIter *end)
{
  const Citations *self = get_citations (buffer);
  g_autoptr (GString) kept = g_string_new (NULL);
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      Citation *citation = citation_at (buffer, &iter);

      if (citation != NULL)
        append_citation (buffer, citation, &iter, end, kept);
      else
        {
          g_string_append_unichar (kept, gtk_text_iter_get_char (&iter));
          gtk_text_iter_forward_char (&iter);
        }
    }
  return samen_numbering_from_input (self->numbering, kept->str, self->language);
}

char *
samen_citation_buffer_dup_shown (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_iter_get_slice (&start, &end);
}

/* ---- writing ---- */

void
samen_citation_buffer_insert (GtkTextBuffer *buffer, const char *text)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

void
samen_citation_buffer_cite (GtkTextBuffer *buffer, const char *id)
{
  const Citations *self = get_citations (buffer);
  g_autofree char *words = samen_numbering_reference (self->numbering, id, self->language);
  g_autofree char *markup = samen_numbering_markup (id);

  /* The handler of what is inserted finds it */
  add_citation (buffer, words, markup);
  samen_citation_buffer_insert (buffer, words);
}

gboolean
samen_citation_buffer_is_at_edge (GtkTextBuffer *buffer, gboolean end)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return !gtk_text_buffer_get_has_selection (buffer) &&
         (end ? gtk_text_iter_is_end (&caret) : gtk_text_iter_is_start (&caret));
}

gboolean
samen_citation_buffer_erase (GtkTextBuffer *buffer, gboolean back)
{
  GtkTextIter iter, end;
  Citation *citation;

  if (gtk_text_buffer_get_has_selection (buffer))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  end = iter;
  if (back && !gtk_text_iter_backward_char (&iter))
    return FALSE;
  citation = citation_at (buffer, &iter);
  /* Within it, its words are changed */
  if (citation == NULL || !(back ? gtk_text_iter_ends_tag (&end, citation->tag)
                                 : gtk_text_iter_starts_tag (&iter, citation->tag)))
    return FALSE;
  if (back)
    gtk_text_iter_backward_to_tag_toggle (&end, citation->tag);
  else
    gtk_text_iter_forward_to_tag_toggle (&end, citation->tag);
  if (back)
    gtk_text_iter_forward_char (&iter);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &iter, &end);
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}
