/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/covenant/citation-buffer.h"
#include "pages/covenant/line-text-private.h"

/* How faint a placeholder is, as that of an entry */
#define PLACEHOLDER_ALPHA 0.55f

/* What a line would take, in pixels, if it might */
#define NATURAL_WIDTH 400

G_DEFINE_FINAL_TYPE (SamenLineText, samen_line_text, GTK_TYPE_WIDGET)

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

gboolean
samen_line_text_act (SamenLineText *self, SamenLineAct what)
{
  gboolean done = FALSE;

  g_signal_emit (self, signals[ACT], 0, what, &done);
  return done;
}

void
samen_line_text_ask (SamenLineText *self)
{
  g_signal_emit (self, signals[WRITE], 0, -1);
}

void
samen_line_text_tell_paste (SamenLineText *self, const char *text)
{
  g_signal_emit (self, signals[PASTE], 0, text);
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

static gboolean
is_blank (SamenLineText *self)
{
  return self->shown == NULL || *self->shown == '\0';
}

static PangoLayout *
get_layout (SamenLineText *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (
          GTK_WIDGET (self), is_blank (self) ? self->placeholder : self->shown);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  return self->layout;
}

static void
lay_out_again (SamenLineText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* What a screen reader says; while it is written the text view tells of itself, and a label without any name would
 * be called as that is */
static void
name_text (SamenLineText *self)
{
  const char *name = is_blank (self) && self->placeholder != NULL ? self->placeholder : self->shown;

  if (g_set_str (&self->told, self->view == NULL ? name : " "))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->told, -1);
}

static void
show_shown (SamenLineText *self, const char *text)
{
  if (g_set_str (&self->shown, text))
    lay_out_again (self);
  name_text (self);
}

static void
follow (SamenLineText *self)
{
  g_autofree char *text = samen_citation_buffer_dup_shown (get_buffer (self));

  show_shown (self, text);
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
  return self->shown != NULL ? self->shown : "";
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
open_view (SamenLineText *self)
{
  g_autoptr (GtkTextBuffer) buffer = samen_citation_buffer_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (buffer));
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_extra_menu (self->view, menu);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "line-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  samen_line_text_add_keys (self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  load (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
close_view (SamenLineText *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  self->view = NULL;
  self->is_composing = FALSE;
  if (view != NULL)
    gtk_widget_unparent (view);
}

/* The next key may come before the next frame, and where a line ends depends on how wide it is */
static void
lay_out_view (SamenLineText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width == 0)
    return;
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->view), width, gtk_widget_get_height (GTK_WIDGET (self)),
                       -1, NULL);
}

void
samen_line_text_write (SamenLineText *self, int offset)
{
  GtkTextIter caret;

  g_return_if_fail (self->record != NULL && self->numbering != NULL);
  if (self->view == NULL)
    {
      open_view (self);
      lay_out_view (self);
    }
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &caret, offset);
  gtk_text_buffer_place_cursor (get_buffer (self), &caret);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
samen_line_text_forward (SamenLineText *self, GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  g_return_if_fail (self->view != NULL);
  gtk_text_view_im_context_filter_keypress (self->view, event);
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
  close_view (self);
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
  if (!g_set_str (&self->placeholder, placeholder))
    return;
  lay_out_again (self);
  if (self->shown != NULL)
    name_text (self);
}

/* Which character of the text is at that point */
static int
offset_at (SamenLineText *self, double x, double y)
{
  int index, trailing;

  if (is_blank (self))
    return 0;
  pango_layout_xy_to_index (get_layout (self), (int) (x * PANGO_SCALE), (int) (y * PANGO_SCALE),
                            &index, &trailing);
  return (int) g_utf8_strlen (self->shown, index) + trailing;
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
  samen_line_text_act (SAMEN_LINE_TEXT (widget), SAMEN_LINE_CITE);
}

/* ---- as a widget ---- */

static GtkSizeRequestMode
samen_line_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* It takes the width that there is, whatever the text */
static void
samen_line_text_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SamenLineText *self = SAMEN_LINE_TEXT (widget);

  if (self->view != NULL)
    gtk_widget_measure (GTK_WIDGET (self->view), orientation, for_size, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  pango_layout_set_width (get_layout (self), for_size < 0 ? -1 : for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (get_layout (self), NULL, natural);
  *minimum = *natural;
}

static void
samen_line_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SamenLineText *self = SAMEN_LINE_TEXT (widget);

  pango_layout_set_width (get_layout (self), width * PANGO_SCALE);
  if (self->view != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->view), width, height, -1, NULL);
}

static void
samen_line_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SamenLineText *self = SAMEN_LINE_TEXT (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (is_blank (self))
    color.alpha *= PLACEHOLDER_ALPHA;
  if (self->view == NULL || is_blank (self))
    gtk_snapshot_append_layout (snapshot, get_layout (self), &color);
  if (self->view != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->view), snapshot);
}

static void
samen_line_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (samen_line_text_parent_class)->css_changed (widget, change);
  lay_out_again (SAMEN_LINE_TEXT (widget));
}

static void
samen_line_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (samen_line_text_parent_class)->system_setting_changed (widget, setting);
  lay_out_again (SAMEN_LINE_TEXT (widget));
}

static void
samen_line_text_dispose (GObject *object)
{
  SamenLineText *self = SAMEN_LINE_TEXT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->layout);
  close_view (self);
  G_OBJECT_CLASS (samen_line_text_parent_class)->dispose (object);
}

static void
samen_line_text_finalize (GObject *object)
{
  SamenLineText *self = SAMEN_LINE_TEXT (object);

  g_free (self->name);
  g_free (self->placeholder);
  g_free (self->shown);
  g_free (self->told);
  g_free (self->kept);
  G_OBJECT_CLASS (samen_line_text_parent_class)->finalize (object);
}

static void
samen_line_text_class_init (SamenLineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->get_request_mode = samen_line_text_get_request_mode;
  widget_class->measure = samen_line_text_measure;
  widget_class->size_allocate = samen_line_text_size_allocate;
  widget_class->snapshot = samen_line_text_snapshot;
  widget_class->css_changed = samen_line_text_css_changed;
  widget_class->system_setting_changed = samen_line_text_system_setting_changed;
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
  gtk_widget_class_set_css_name (widget_class, "linetext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_install_action (widget_class, "line-text.cite", NULL, cite_cb);
}

static void
samen_line_text_init (SamenLineText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
samen_line_text_new (void)
{
  return g_object_new (SAMEN_TYPE_LINE_TEXT, NULL);
}
