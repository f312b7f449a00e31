/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <string.h>

#include "base/text.h"
#include "pages/covenant/citation-buffer.h"
#include "pages/covenant/line-text-private.h"

/* What the keys do while a text is written */

static GtkTextBuffer *
get_buffer (SamenLineText *self)
{
  return gtk_text_view_get_buffer (self->view);
}

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
    return samen_line_text_act (self, SAMEN_LINE_ADD_ARTICLE) || TRUE;
  return samen_line_text_act (self, SAMEN_LINE_BREAK);
}

static gboolean
tab (SamenLineText *self, gboolean back)
{
  if (!samen_line_text_act (self, back ? SAMEN_LINE_LIFT : SAMEN_LINE_NEST))
    samen_line_text_act (self, back ? SAMEN_LINE_PREVIOUS : SAMEN_LINE_NEXT);
  return GDK_EVENT_STOP;
}

static gboolean
arrow (SamenLineText *self, guint key, GdkModifierType mods)
{
  gboolean back = key == GDK_KEY_Up || key == GDK_KEY_Left;
  gboolean is_vertical = key == GDK_KEY_Up || key == GDK_KEY_Down;

  if (mods == GDK_ALT_MASK && is_vertical)
    return samen_line_text_act (self, back ? SAMEN_LINE_MOVE_UP : SAMEN_LINE_MOVE_DOWN) || TRUE;
  if (mods != 0 || !(is_vertical ? is_at_edge_line (self, !back)
                                 : samen_citation_buffer_is_at_edge (get_buffer (self), !back)))
    return GDK_EVENT_PROPAGATE;
  return samen_line_text_act (self, back ? SAMEN_LINE_PREVIOUS : SAMEN_LINE_NEXT);
}

static gboolean
erase (SamenLineText *self, gboolean back)
{
  if (samen_citation_buffer_is_at_edge (get_buffer (self), !back))
    return samen_line_text_act (self, back ? SAMEN_LINE_JOIN : SAMEN_LINE_JOIN_NEXT) || TRUE;
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
      return samen_line_text_act (self, SAMEN_LINE_REVERT);
    case GDK_KEY_k:
      return mods == GDK_CONTROL_MASK ? samen_line_text_act (self, SAMEN_LINE_CITE)
                                      : GDK_EVENT_PROPAGATE;
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
  g_autofree char *clean = samen_text_clean (text);

  if (strchr (clean, '\n') != NULL)
    samen_line_text_tell_paste (self, clean);
  else
    samen_line_text_insert (self, clean);
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

void
samen_line_text_add_keys (SamenLineText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (self->view, "preedit-changed", G_CALLBACK (composing_cb), self);
  g_signal_connect_swapped (self->view, "paste-clipboard", G_CALLBACK (paste_cb), self);
}

/* ---- while it is only read ---- */

gboolean
samen_line_text_is_typing (guint key, GdkModifierType state)
{
  gboolean is_dead = key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_longsolidusoverlay;

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         (is_dead || g_unichar_isgraph (gdk_keyval_to_unicode (key)));
}

static gboolean
opened_cb (GtkEventControllerKey *keys,
           guint key,
           guint code,
           GdkModifierType state,
           SamenLineText *self)
{
  gboolean is_typing = samen_line_text_is_typing (key, state);

  if (!gtk_widget_is_focus (GTK_WIDGET (self)) ||
      !(is_typing || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_F2))
    return GDK_EVENT_PROPAGATE;
  samen_line_text_ask (self);
  if (is_typing && self->view != NULL)
    samen_line_text_forward (self, keys);
  return GDK_EVENT_STOP;
}

void
samen_line_text_set_alone (SamenLineText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (opened_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
