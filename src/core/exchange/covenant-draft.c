/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/covenant-draft.h"
#include "record/types.h"

/* ---- a paragraph ---- */

G_DEFINE_FINAL_TYPE (SamenCovenantPiece, samen_covenant_piece, G_TYPE_OBJECT)

static void
samen_covenant_piece_finalize (GObject *object)
{
  SamenCovenantPiece *self = SAMEN_COVENANT_PIECE (object);

  g_free (self->text);
  g_free (self->name);
  g_free (self->alias);
  g_free (self->persons);
  G_OBJECT_CLASS (samen_covenant_piece_parent_class)->finalize (object);
}

static void
samen_covenant_piece_class_init (SamenCovenantPieceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = samen_covenant_piece_finalize;
}

static void
samen_covenant_piece_init (SamenCovenantPiece *self)
{
}

static gboolean
is_same (const SamenCovenantPiece *a, const SamenCovenantPiece *b)
{
  return a->line == b->line && a->end == b->end && a->as == b->as && a->depth == b->depth &&
         a->n_lines == b->n_lines && a->corrected == b->corrected &&
         g_strcmp0 (a->side, b->side) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->alias, b->alias) == 0 && g_strcmp0 (a->persons, b->persons) == 0 &&
         g_str_equal (a->text, b->text);
}

/* ---- what was said about the text ---- */

/* By the number of a line: SamenCovenantTextAs and the name of a side */
typedef struct
{
  GHashTable *corrections;
  GHashTable *sides;
} Said;

static GHashTable *
copy_table (GHashTable *table)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, value);
  return copy;
}

static Said *
said_copy (const Said *self)
{
  Said *copy = g_new (Said, 1);

  copy->corrections = copy_table (self->corrections);
  copy->sides = copy_table (self->sides);
  return copy;
}

static void
said_free (Said *self)
{
  g_hash_table_unref (self->corrections);
  g_hash_table_unref (self->sides);
  g_free (self);
}

struct _SamenCovenantDraft
{
  GObject parent_instance;
  GBytes *source;
  SamenCovenantText *text;
  GListStore *pieces;
  Said *said;
  GPtrArray *past; /* Said before each correction */
  char *title;
  char *kind;
  guint reading; /* which reading was asked for last */
  guint line;    /* what it was asked for */
  gboolean busy;
};

enum
{
  PROP_BUSY = 1,
  PROP_CAN_UNDO,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (SamenCovenantDraft, samen_covenant_draft, G_TYPE_OBJECT)

/* ---- the pieces ---- */

static void
add_persons (GString *text, const SamenCovenantTextParty *party)
{
  for (guint i = 0; i < party->representatives->len; i++)
    {
      const SamenCovenantTextRepresentative *it = g_ptr_array_index (party->representatives, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", it->name);
      if (it->function != NULL)
        g_string_append_printf (text, ", %s", it->function);
    }
}

static void
add_party (SamenCovenantPiece *piece, const SamenCovenantTextParty *party)
{
  g_autoptr (GString) persons = g_string_new (NULL);

  piece->name = g_strdup (party->name != NULL ? party->name : party->text);
  piece->alias = g_strdup (party->alias);
  add_persons (persons, party);
  if (persons->len > 0)
    piece->persons = g_string_free_and_steal (g_steal_pointer (&persons));
  if (!party->group)
    piece->side = party->side != NULL ? party->side : samen_covenant_import_side (piece->name);
  /* A party that is known by who signs for it */
  if (*piece->text == '\0')
    {
      g_free (piece->text);
      piece->text = g_strdup (piece->name);
    }
}

static void
add_piece (SamenCovenantTextAs as,
           guint line,
           guint depth,
           const char *mark,
           const char *text,
           const SamenCovenantTextParty *party,
           gpointer pieces)
{
  SamenCovenantPiece *piece = g_object_new (SAMEN_TYPE_COVENANT_PIECE, NULL);

  piece->as = as;
  piece->line = line;
  piece->depth = depth;
  piece->text = mark != NULL && *text != '\0' ? g_strdup_printf ("%s %s", mark, text)
                                              : g_strdup (mark != NULL ? mark : text);
  if (party != NULL)
    add_party (piece, party);
  g_ptr_array_add (pieces, piece);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SamenCovenantPiece *one = *(gpointer *) a, *two = *(gpointer *) b;

  return one->line < two->line ? -1 : one->line > two->line;
}

/* Where each ends, and whether somebody said so */
static void
finish_pieces (SamenCovenantDraft *self, GPtrArray *pieces)
{
  const GArray *lines = self->text->lines;
  guint place = lines->len;
  guint end = lines->len > 0 ? g_array_index (lines, guint, lines->len - 1) + 1 : 0;

  for (guint i = pieces->len; i-- > 0;)
    {
      SamenCovenantPiece *piece = g_ptr_array_index (pieces, i);

      if (i + 1 < pieces->len)
        {
          SamenCovenantPiece *next = g_ptr_array_index (pieces, i + 1);

          end = next->line > piece->line ? next->line : next->end;
        }
      piece->end = MAX (end, piece->line + 1);
      for (; place > 0 && g_array_index (lines, guint, place - 1) >= piece->line; place--)
        piece->n_lines += g_array_index (lines, guint, place - 1) < piece->end;
      for (guint line = piece->line; line < piece->end && !piece->corrected; line++)
        piece->corrected = g_hash_table_contains (self->said->corrections, GUINT_TO_POINTER (line));
    }
}

/* Shows the pieces; those that stayed the same stay where they are. */
static void
show_pieces (SamenCovenantDraft *self)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *shown = G_LIST_MODEL (self->pieces);
  guint n = g_list_model_get_n_items (shown);
  guint first = 0, last = 0;

  samen_covenant_text_pieces (self->text, add_piece, pieces);
  g_ptr_array_sort (pieces, compare_lines);
  finish_pieces (self, pieces);
  for (; first < n && first < pieces->len; first++)
    {
      g_autoptr (SamenCovenantPiece) old = g_list_model_get_item (shown, first);

      if (!is_same (old, g_ptr_array_index (pieces, first)))
        break;
    }
  for (; last < n - first && last < pieces->len - first; last++)
    {
      g_autoptr (SamenCovenantPiece) old = g_list_model_get_item (shown, n - 1 - last);

      if (!is_same (old, g_ptr_array_index (pieces, pieces->len - 1 - last)))
        break;
    }
  g_list_store_splice (self->pieces, first, n - first - last,
                       pieces->len > first ? pieces->pdata + first : NULL,
                       pieces->len - first - last);
}

/* ---- reading anew ---- */

static void
choose_sides (GPtrArray *parties, GHashTable *sides)
{
  for (guint i = 0; i < parties->len; i++)
    {
      SamenCovenantTextParty *party = g_ptr_array_index (parties, i);

      g_free (party->side);
      party->side = g_strdup (g_hash_table_lookup (sides, GUINT_TO_POINTER (party->line)));
      choose_sides (party->members, sides);
    }
}

/* What was chosen beside what was read */
static void
choose (SamenCovenantDraft *self)
{
  g_free (self->text->called);
  self->text->called = g_strdup (self->title);
  g_free (self->text->kind);
  self->text->kind = g_strdup (self->kind);
  choose_sides (self->text->parties, self->said->sides);
}

static void
show (SamenCovenantDraft *self, guint line)
{
  choose (self);
  show_pieces (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_signal_emit (self, changed_signal, 0, line);
}

typedef struct
{
  GBytes *source;
  GHashTable *corrections;
  guint number;
} Reading;

static void
reading_free (Reading *self)
{
  g_bytes_unref (self->source);
  g_hash_table_unref (self->corrections);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  gsize length;
  const char *bytes = g_bytes_get_data (self->source, &length);

  g_task_return_pointer (
      task, samen_covenant_text_parse_corrected (bytes, (gssize) length, self->corrections, NULL),
      (GDestroyNotify) samen_covenant_text_free);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  SamenCovenantDraft *self = SAMEN_COVENANT_DRAFT (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  SamenCovenantText *text = g_task_propagate_pointer (G_TASK (result), NULL);

  /* More was corrected meanwhile */
  if (reading->number != self->reading)
    {
      g_clear_pointer (&text, samen_covenant_text_free);
      return;
    }
  if (text != NULL)
    {
      samen_covenant_text_free (self->text);
      self->text = text;
    }
  self->busy = FALSE;
  show (self, self->line);
  g_object_notify_by_pspec (object, props[PROP_BUSY]);
}

static void
read_anew (SamenCovenantDraft *self, guint line)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->source = g_bytes_ref (self->source);
  reading->corrections = copy_table (self->said->corrections);
  reading->number = ++self->reading;
  self->line = line;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  self->busy = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  g_task_run_in_thread (task, read_in_thread);
}

static void
set_line (SamenCovenantDraft *self, guint line, SamenCovenantTextAs as)
{
  if (as == SAMEN_COVENANT_TEXT_AS_READ)
    g_hash_table_remove (self->said->corrections, GUINT_TO_POINTER (line));
  else
    g_hash_table_insert (self->said->corrections, GUINT_TO_POINTER (line), GINT_TO_POINTER (as));
}

void
samen_covenant_draft_correct (SamenCovenantDraft *self,
                              SamenCovenantPiece *piece,
                              SamenCovenantTextAs as)
{
  gboolean all = as == SAMEN_COVENANT_TEXT_AS_READ || as == SAMEN_COVENANT_TEXT_AS_LEFT_OUT ||
                 as == SAMEN_COVENANT_TEXT_AS_CONTINUED || as == SAMEN_COVENANT_TEXT_AS_BEGINNING;

  g_return_if_fail (as < SAMEN_COVENANT_TEXT_AS_OPENING);

  g_ptr_array_add (self->past, said_copy (self->said));
  if (as != SAMEN_COVENANT_TEXT_AS_BEGINNING)
    set_line (self, piece->line, as);
  for (guint line = piece->line + 1; line < piece->end; line++)
    set_line (self, line, all ? as : SAMEN_COVENANT_TEXT_AS_CONTINUED);
  read_anew (self, piece->line);
}

void
samen_covenant_draft_set_side (SamenCovenantDraft *self,
                               SamenCovenantPiece *piece,
                               const char *side)
{
  g_return_if_fail (piece->name != NULL);

  if (g_strcmp0 (side, piece->side) == 0)
    return;
  g_ptr_array_add (self->past, said_copy (self->said));
  g_hash_table_insert (self->said->sides, GUINT_TO_POINTER (piece->line),
                       (gpointer) g_intern_string (side));
  if (!self->busy)
    show (self, piece->line);
}

void
samen_covenant_draft_undo (SamenCovenantDraft *self)
{
  if (self->past->len == 0)
    return;
  said_free (self->said);
  self->said = g_ptr_array_steal_index (self->past, self->past->len - 1);
  read_anew (self, 0);
}

static gboolean
set_choice (char **choice, const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;
  return g_set_str (choice, value);
}

void
samen_covenant_draft_set_title (SamenCovenantDraft *self, const char *title)
{
  if (set_choice (&self->title, title))
    choose (self);
}

void
samen_covenant_draft_set_kind (SamenCovenantDraft *self, const char *kind)
{
  if (set_choice (&self->kind, kind))
    choose (self);
}

const SamenCovenantText *
samen_covenant_draft_get_text (SamenCovenantDraft *self)
{
  return self->text;
}

GListModel *
samen_covenant_draft_get_pieces (SamenCovenantDraft *self)
{
  return G_LIST_MODEL (self->pieces);
}

gboolean
samen_covenant_draft_is_busy (SamenCovenantDraft *self)
{
  return self->busy;
}

gboolean
samen_covenant_draft_can_undo (SamenCovenantDraft *self)
{
  return self->past->len > 0;
}

static void
samen_covenant_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SamenCovenantDraft *self = SAMEN_COVENANT_DRAFT (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, samen_covenant_draft_can_undo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
samen_covenant_draft_finalize (GObject *object)
{
  SamenCovenantDraft *self = SAMEN_COVENANT_DRAFT (object);

  g_clear_pointer (&self->source, g_bytes_unref);
  g_clear_pointer (&self->text, samen_covenant_text_free);
  g_object_unref (self->pieces);
  said_free (self->said);
  g_ptr_array_unref (self->past);
  g_free (self->title);
  g_free (self->kind);
  G_OBJECT_CLASS (samen_covenant_draft_parent_class)->finalize (object);
}

static void
samen_covenant_draft_class_init (SamenCovenantDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = samen_covenant_draft_get_property;
  object_class->finalize = samen_covenant_draft_finalize;
  props[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  changed_signal = g_signal_new ("changed", SAMEN_TYPE_COVENANT_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
samen_covenant_draft_init (SamenCovenantDraft *self)
{
  self->pieces = g_list_store_new (SAMEN_TYPE_COVENANT_PIECE);
  self->said = g_new (Said, 1);
  self->said->corrections = g_hash_table_new (NULL, NULL);
  self->said->sides = g_hash_table_new (NULL, NULL);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
}

SamenCovenantDraft *
samen_covenant_draft_new (GBytes *source, SamenCovenantText *text)
{
  SamenCovenantDraft *self = g_object_new (SAMEN_TYPE_COVENANT_DRAFT, NULL);

  self->source = g_bytes_ref (source);
  self->text = text;
  show_pieces (self);
  return self;
}
