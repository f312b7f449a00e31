/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "pages/covenant/citation-buffer.h"
#include "pages/covenant/line-text.h"

/*
 * A label shows the text. While it is written, a text view lies over the label, which then cannot be seen
 * but says how high the text is: a text view learns that only a frame later, and the page would jump.
 */
struct _SamenLineText
{
  AdwBin parent_instance;
  SamenRecord *record;
  const char *field; /* of the record's field table */
  char *name;
  char *placeholder;
  char *kept; /* what the record held when it was shown */
  SamenNumbering *numbering;
  SamenLanguage *language;

  GtkWidget *overlay;
  GtkLabel *label;
  GtkTextView *view; /* while it is written */
  gboolean is_composing;
};

G_DEFINE_FINAL_TYPE (SamenLineText, samen_line_text, ADW_TYPE_BIN)

enum
{
  WRITE,
  ACT,
  PASTE,
  CHANGED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
act (SamenLineText *self, SamenLineAct what)
{
  gboolean done = FALSE;

  g_signal_emit (self, signals[ACT], 0, what, &done);
  return done;
}

static GtkTextBuffer *
get_buffer (SamenLineText *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static char *
dup_kept (SamenLineText *self)
{
  g_autoptr (GVariant) value = samen_record_get (self->record, self->field);

  return g_strdup (value != NULL ? g_variant_get_string (value, NULL) : "");
}

/* ---- what is shown ---- */

static void
show_shown (SamenLineText *self, const char *text)
{
  gboolean is_empty = *text == '\0';

  gtk_label_set_text (self->label,
                      is_empty && self->placeholder != NULL ? self->placeholder : text);
  if (is_empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "placeholder");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "placeholder");
}

/* The label is as high as what is written, which may end with a new line */
static void
follow (SamenLineText *self)
{
  g_autofree char *text = samen_citation_buffer_dup_shown (get_buffer (self));

  show_shown (self, text);
  gtk_widget_set_opacity (GTK_WIDGET (self->label),
                          *text == '\0' && self->placeholder != NULL ? 1 : 0);
}

static void
load (SamenLineText *self)
{
  samen_citation_buffer_load (get_buffer (self), self->numbering, self->kept, self->language);
  follow (self);
}

void
samen_line_text_show (SamenLineText *self, SamenNumbering *numbering, SamenLanguage *language)
{
  gboolean was_changed = samen_line_text_is_changed (self);
  g_autofree char *kept = dup_kept (self);
  g_autofree char *text = samen_numbering_render (numbering, kept, language);

  self->numbering = numbering;
  self->language = language;
  if (self->view != NULL)
    {
      gboolean is_new = g_set_str (&self->kept, kept);

      samen_citation_buffer_set_numbering (get_buffer (self), numbering, language);
      if (is_new && !was_changed)
        load (self);
      return;
    }
  g_set_str (&self->kept, kept);
  show_shown (self, text);
}

const char *
samen_line_text_get_shown (SamenLineText *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self->label), "placeholder")
             ? ""
             : gtk_label_get_text (self->label);
}

/* ---- the keys ---- */

/* Whether the caret is in the first or the last line as these are laid out */
static gboolean
is_at_edge_line (SamenLineText *self, gboolean last)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter caret, edge;
  GdkRectangle here, there;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_offset (buffer, &edge, last ? -1 : 0);
  gtk_text_view_get_iter_location (self->view, &caret, &here);
  gtk_text_view_get_iter_location (self->view, &edge, &there);
  return here.y == there.y;
}

static gboolean
enter (SamenLineText *self, GdkModifierType mods)
{
  if ((mods & GDK_SHIFT_MASK) != 0)
    return samen_line_text_is_heading (self);
  if ((mods & GDK_CONTROL_MASK) != 0)
    return act (self, SAMEN_LINE_ADD_ARTICLE) || TRUE;
  return act (self, SAMEN_LINE_BREAK);
}

static gboolean
tab (SamenLineText *self, gboolean back)
{
  if (!act (self, back ? SAMEN_LINE_LIFT : SAMEN_LINE_NEST))
    act (self, back ? SAMEN_LINE_PREVIOUS : SAMEN_LINE_NEXT);
  return GDK_EVENT_STOP;
}

static gboolean
arrow (SamenLineText *self, guint key, GdkModifierType mods)
{
  gboolean back = key == GDK_KEY_Up || key == GDK_KEY_Left;
  gboolean is_vertical = key == GDK_KEY_Up || key == GDK_KEY_Down;

  if (mods == GDK_ALT_MASK && is_vertical)
    return act (self, back ? SAMEN_LINE_MOVE_UP : SAMEN_LINE_MOVE_DOWN) || TRUE;
  if (mods != 0 || !(is_vertical ? is_at_edge_line (self, !back)
                                 : samen_citation_buffer_is_at_edge (get_buffer (self), !back)))
    return GDK_EVENT_PROPAGATE;
  return act (self, back ? SAMEN_LINE_PREVIOUS : SAMEN_LINE_NEXT);
}

static gboolean
erase (SamenLineText *self, gboolean back)
{
  if (samen_citation_buffer_is_at_edge (get_buffer (self), !back))
    return act (self, back ? SAMEN_LINE_JOIN : SAMEN_LINE_JOIN_NEXT) || TRUE;
  return samen_citation_buffer_erase (get_buffer (self), back);
}

static gboolean
pressed_cb (GtkEventControllerKey *keys,
            guint key,
            guint code,
            GdkModifierType state,
            SamenLineText *self)
{
  GdkModifierType mods = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);

  /* What is being composed belongs to the input method, what is typed in a popover to that */
  if (self->is_composing || !gtk_widget_is_focus (GTK_WIDGET (self->view)))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter (self, mods);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return mods & ~GDK_SHIFT_MASK ? GDK_EVENT_PROPAGATE : tab (self, mods != 0);
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      return arrow (self, key, mods);
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      return mods == 0 ? erase (self, key == GDK_KEY_BackSpace) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Escape:
      return act (self, SAMEN_LINE_REVERT);
    case GDK_KEY_k:
      return mods == GDK_CONTROL_MASK ? act (self, SAMEN_LINE_CITE) : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
composing_cb (SamenLineText *self, const char *text)
{
  self->is_composing = *text != '\0';
}

/* ---- pasting ---- */

static void
paste (SamenLineText *self, const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  if (strpbrk (clean, "\r\n") != NULL)
    g_signal_emit (self, signals[PASTE], 0, clean);
  else
    samen_line_text_insert (self, text);
}

static void
clipboard_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (SamenLineText) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->view != NULL)
    paste (self, text);
}

/* Not with its looks, and each line as a line */
static void
paste_cb (SamenLineText *self)
{
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 clipboard_read_cb, g_object_ref (self));
}

/* ---- writing ---- */

static void
changed_cb (SamenLineText *self)
{
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (SamenLineText *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Refer to an Article…"), "line-text.cite");
  return G_MENU_MODEL (menu);
}

static void
add_controllers (SamenLineText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

static void
open_view (SamenLineText *self)
{
  g_autoptr (GtkTextBuffer) buffer = samen_citation_buffer_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (buffer));
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_extra_menu (self->view, menu);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "line-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  add_controllers (self);
  g_signal_connect_swapped (self->view, "preedit-changed", G_CALLBACK (composing_cb), self);
  g_signal_connect_swapped (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->view));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  load (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* The next key may come before the next frame, and where a line ends depends on how wide it is */
static void
lay_out (SamenLineText *self)
{
  int width = gtk_widget_get_width (self->overlay);

  if (width == 0)
    return;
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->view), width, gtk_widget_get_height (self->overlay), -1,
                       NULL);
}

void
samen_line_text_write (SamenLineText *self, int offset)
{
  GtkTextIter caret;

  g_return_if_fail (self->record != NULL && self->numbering != NULL);
  if (self->view == NULL)
    {
      open_view (self);
      lay_out (self);
    }
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &caret, offset);
  gtk_text_buffer_place_cursor (get_buffer (self), &caret);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
samen_line_text_forward (SamenLineText *self, GtkEventControllerKey *controller)
{
  g_return_if_fail (self->view != NULL);
  gtk_event_controller_key_forward (controller, GTK_WIDGET (self->view));
}

void
samen_line_text_finish (SamenLineText *self)
{
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  if (self->view == NULL)
    return;
  /* What is taken away with the focus leaves its row looking as if that still had it */
  if (gtk_widget_is_focus (GTK_WIDGET (self->view)))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self->view)), NULL);
  gtk_overlay_remove_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->view));
  self->view = NULL;
  self->is_composing = FALSE;
  gtk_widget_set_opacity (GTK_WIDGET (self->label), 1);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_STATE_HIDDEN);
  kept = dup_kept (self);
  text = samen_numbering_render (self->numbering, kept, self->language);
  show_shown (self, text);
}

GtkTextView *
samen_line_text_get_view (SamenLineText *self)
{
  return self->view;
}

gboolean
samen_line_text_is_changed (SamenLineText *self)
{
  g_autofree char *text = self->view != NULL ? samen_line_text_dup (self) : NULL;

  return text != NULL && g_strcmp0 (text, self->kept) != 0;
}

gboolean
samen_line_text_is_emptied (SamenLineText *self)
{
  g_autofree char *text = self->view != NULL ? samen_line_text_dup (self) : NULL;

  return text != NULL && *g_strstrip (text) == '\0';
}

int
samen_line_text_get_offset (SamenLineText *self)
{
  int offset;

  g_return_val_if_fail (self->view != NULL, 0);
  g_object_get (get_buffer (self), "cursor-position", &offset, NULL);
  return offset;
}

/* A heading is one line, whatever was pasted or dropped into it */
static char *
straighten (SamenLineText *self, char *text)
{
  if (samen_line_text_is_heading (self))
    g_strdelimit (text, "\r\n", ' ');
  return text;
}

char *
samen_line_text_dup (SamenLineText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (self->view != NULL, NULL);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return straighten (self, samen_citation_buffer_dup_kept (get_buffer (self), &start, &end));
}

void
samen_line_text_split (SamenLineText *self, char **before, char **after)
{
  GtkTextIter start, end, from, to;

  g_return_if_fail (self->view != NULL);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to);
  *before = straighten (self, samen_citation_buffer_dup_kept (get_buffer (self), &start, &from));
  *after = straighten (self, samen_citation_buffer_dup_kept (get_buffer (self), &to, &end));
}

void
samen_line_text_insert (SamenLineText *self, const char *text)
{
  g_return_if_fail (self->view != NULL);
  samen_citation_buffer_insert (get_buffer (self), text);
}

void
samen_line_text_cite (SamenLineText *self, const char *id)
{
  g_return_if_fail (self->view != NULL);
  samen_citation_buffer_cite (get_buffer (self), id);
}

/* ---- what it is of ---- */

void
samen_line_text_bind (SamenLineText *self, SamenRecord *record, const char *field, const char *name)
{
  g_set_object (&self->record, record);
  self->field = samen_record_class_find (SAMEN_RECORD_GET_CLASS (record), field)->name;
  g_set_str (&self->name, name);
  if (self->view != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

SamenRecord *
samen_line_text_get_record (SamenLineText *self)
{
  return self->record;
}

const char *
samen_line_text_get_field (SamenLineText *self)
{
  return self->field;
}

gboolean
samen_line_text_is_heading (SamenLineText *self)
{
  return g_strcmp0 (self->field, "heading") == 0;
}

void
samen_line_text_set_placeholder (SamenLineText *self, const char *placeholder)
{
  if (g_set_str (&self->placeholder, placeholder) && self->record != NULL && self->view == NULL)
    show_shown (self, samen_line_text_get_shown (self));
}

/* Which character of the text is at that point */
static int
offset_at (SamenLineText *self, double x, double y)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  graphene_point_t point;
  int index, trailing, left, top;
  const char *text = pango_layout_get_text (layout);

  if (*samen_line_text_get_shown (self) == '\0' ||
      !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->label),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return 0;
  gtk_label_get_layout_offsets (self->label, &left, &top);
  pango_layout_xy_to_index (layout, (int) ((point.x - (float) left) * PANGO_SCALE),
                            (int) ((point.y - (float) top) * PANGO_SCALE), &index, &trailing);
  return (int) g_utf8_strlen (text, index) + trailing;
}

static void
clicked_cb (SamenLineText *self, int n_press, double x, double y, GtkGesture *click)
{
  if (self->view != NULL || self->record == NULL)
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[WRITE], 0, offset_at (self, x, y));
}

static void
cite_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  act (SAMEN_LINE_TEXT (widget), SAMEN_LINE_CITE);
}

static void
samen_line_text_dispose (GObject *object)
{
  SamenLineText *self = SAMEN_LINE_TEXT (object);

  g_clear_object (&self->record);
  self->view = NULL;
  G_OBJECT_CLASS (samen_line_text_parent_class)->dispose (object);
}

static void
samen_line_text_finalize (GObject *object)
{
  SamenLineText *self = SAMEN_LINE_TEXT (object);

  g_free (self->name);
  g_free (self->placeholder);
  g_free (self->kept);
  G_OBJECT_CLASS (samen_line_text_parent_class)->finalize (object);
}

static void
samen_line_text_class_init (SamenLineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = samen_line_text_dispose;
  object_class->finalize = samen_line_text_finalize;
  signals[WRITE] = g_signal_new ("write", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT);
  signals[ACT] = g_signal_new ("act", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                               NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[PASTE] = g_signal_new ("paste", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] =
      g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "line-text.cite", NULL, cite_cb);
}

static void
samen_line_text_init (SamenLineText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), self->overlay);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
samen_line_text_new (void)
{
  return g_object_new (SAMEN_TYPE_LINE_TEXT, NULL);
}
