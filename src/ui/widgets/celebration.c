/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <math.h>

#include "widgets/celebration.h"
#include "widgets/settings.h"

#define N_PIECES 140
#define DURATION 2600 /* milliseconds */

#define SAMEN_TYPE_CONFETTI (samen_confetti_get_type ())

G_DECLARE_FINAL_TYPE (SamenConfetti, samen_confetti, SAMEN, CONFETTI, GtkWidget)

typedef struct
{
  float x, y;  /* where it begins: a share of the width, and of the height above the top */
  float speed; /* heights per duration */
  float sway;  /* how far it swings sideways, in pixels */
  float turns; /* in the whole fall */
  float size;
  GdkRGBA color;
} Piece;

struct _SamenConfetti
{
  GtkWidget parent_instance;
  AdwAnimation *animation;
  Piece pieces[N_PIECES];
};

G_DEFINE_FINAL_TYPE (SamenConfetti, samen_confetti, GTK_TYPE_WIDGET)

static void
draw_piece (const Piece *piece, GtkSnapshot *snapshot, float width, float height, float progress)
{
  float y = (piece->y + piece->speed * progress) * height;
  float x = piece->x * width + piece->sway * sinf (progress * 9 + piece->turns);

  if (y < -20 || y > height + 20)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, piece->turns * progress * 360);
  gtk_snapshot_append_color (
      snapshot, &piece->color,
      &GRAPHENE_RECT_INIT (-piece->size / 2, -piece->size / 4, piece->size, piece->size / 2));
  gtk_snapshot_restore (snapshot);
}

static void
samen_confetti_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SamenConfetti *self = SAMEN_CONFETTI (widget);
  float progress = adw_animation_get_value (self->animation);
  /* It fades at the end, so that nothing is left hanging */
  float opacity = progress < 0.8f ? 1 : (1 - progress) / 0.2f;

  gtk_snapshot_push_opacity (snapshot, opacity);
  for (guint i = 0; i < N_PIECES; i++)
    draw_piece (&self->pieces[i], snapshot, gtk_widget_get_width (widget),
                gtk_widget_get_height (widget), progress);
  gtk_snapshot_pop (snapshot);
}

static void
samen_confetti_dispose (GObject *object)
{
  g_clear_object (&SAMEN_CONFETTI (object)->animation);
  G_OBJECT_CLASS (samen_confetti_parent_class)->dispose (object);
}

static void
samen_confetti_class_init (SamenConfettiClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = samen_confetti_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = samen_confetti_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
samen_confetti_init (SamenConfetti *self)
{
  /* GNOME's palette: blue, green, yellow, orange, red, purple */
  static const char *const colors[] = { "#3584e4", "#33d17a", "#f6d32d",
                                        "#ff7800", "#e01b24", "#9141ac" };

  for (guint i = 0; i < N_PIECES; i++)
    {
      Piece *piece = &self->pieces[i];

      piece->x = g_random_double ();
      piece->y = -g_random_double_range (0.02, 0.6);
      piece->speed = g_random_double_range (1.2, 2.0);
      piece->sway = g_random_double_range (10, 40);
      piece->turns = g_random_double_range (1, 4);
      piece->size = g_random_double_range (8, 16);
      gdk_rgba_parse (&piece->color, colors[i % G_N_ELEMENTS (colors)]);
    }
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static void
step_cb (double value, gpointer widget)
{
  gtk_widget_queue_draw (widget);
}

static void
done_cb (AdwAnimation *animation, GtkWidget *confetti)
{
  gtk_overlay_remove_overlay (GTK_OVERLAY (gtk_widget_get_parent (confetti)), confetti);
}

/* From the window itself, the overlay is below */
static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *content = ADW_IS_APPLICATION_WINDOW (widget)
                           ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget))
                           : NULL;

  if (ADW_IS_TOAST_OVERLAY (content))
    widget = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (content));
  return GTK_IS_OVERLAY (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_OVERLAY);
}

void
samen_celebrate (GtkWidget *widget)
{
  GtkWidget *overlay = find_overlay (widget);
  SamenConfetti *confetti;

  if (overlay == NULL || !adw_get_enable_animations (widget) || samen_settings_quiet ())
    return;
  confetti = g_object_new (SAMEN_TYPE_CONFETTI, NULL);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (confetti));
  confetti->animation =
      adw_timed_animation_new (GTK_WIDGET (confetti), 0, 1, DURATION,
                               adw_callback_animation_target_new (step_cb, confetti, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (confetti->animation), ADW_LINEAR);
  g_signal_connect_object (confetti->animation, "done", G_CALLBACK (done_cb), confetti, 0);
  adw_animation_play (confetti->animation);
}
