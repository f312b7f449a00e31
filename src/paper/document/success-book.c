/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/success-book.h"
#include "picture/picture.h"

/* A photo in the book, in points, and in pixels: some 250 to the inch where it is largest */
#define PHOTO_WIDTH 340.0
#define PHOTO_HEIGHT 255.0
#define PHOTO_PIXELS 1200

static SamenMilestone *
milestone_of (SamenStore *store, SamenCelebration *celebration)
{
  return samen_store_get (store, SAMEN_TYPE_MILESTONE, celebration->milestone.id);
}

static int
latest_first (gconstpointer a, gconstpointer b, gpointer unused)
{
  return samen_date_compare (((const SamenCelebration *) b)->date,
                             ((const SamenCelebration *) a)->date);
}

GListModel *
samen_celebrated_milestones (SamenStore *store)
{
  g_autoptr (GListModel) all = samen_store_list (store, SAMEN_TYPE_CELEBRATION, NULL, NULL);
  GListStore *celebrated = g_list_store_new (SAMEN_TYPE_CELEBRATION);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (all, i);
      g_autoptr (SamenMilestone) milestone = milestone_of (store, celebration);

      if (milestone != NULL && samen_date_is_set (milestone->reached))
        g_list_store_insert_sorted (celebrated, celebration, latest_first, NULL);
    }
  return G_LIST_MODEL (celebrated);
}

SamenAttachment *
samen_celebration_photo (SamenStore *store, const char *celebration)
{
  g_autoptr (GListModel) kept =
      samen_store_list (store, SAMEN_TYPE_ATTACHMENT, "record", celebration);

  return g_list_model_get_item (kept, 0);
}

char *
samen_celebration_photo_alt (SamenAttachment *photo,
                             SamenMilestone *milestone,
                             SamenLanguage *language)
{
  if (photo->description != NULL)
    return g_strdup (photo->description);
  /* Translators: what a screen reader says of a photo; %s is a milestone */
  return g_strdup_printf (
      samen_language_text (language, NULL, N_ ("Photo of the celebration of “%s”")),
      milestone->title);
}

/* Only now into memory, and one at a time */
static void
draw_photo (cairo_t *cr, double width, double height, gpointer bytes)
{
  cairo_surface_t *surface = samen_picture_to_surface (bytes, PHOTO_PIXELS, NULL);

  if (surface == NULL)
    return;
  cairo_scale (cr, width / cairo_image_surface_get_width (surface),
               height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* One that cannot be read is left out: the book is of what was celebrated */
static void
add_photo (SamenDocument *document,
           SamenLanguage *language,
           SamenStore *store,
           SamenMilestone *milestone,
           SamenCelebration *celebration)
{
  g_autoptr (SamenAttachment) photo =
      samen_celebration_photo (store, SAMEN_RECORD (celebration)->id);
  g_autoptr (GBytes) bytes =
      photo != NULL ? samen_store_load_bytes (store, photo->content.hash, NULL) : NULL;
  g_autoptr (GdkPixbuf) small = bytes != NULL ? samen_picture_load (bytes, 256, NULL, NULL) : NULL;
  g_autofree char *alt = NULL;
  double ratio, width;

  if (small == NULL)
    return;
  alt = samen_celebration_photo_alt (photo, milestone, language);
  ratio = (double) gdk_pixbuf_get_width (small) / gdk_pixbuf_get_height (small);
  width = MIN (PHOTO_WIDTH, PHOTO_HEIGHT * ratio);
  samen_document_add_figure (document, width, width / ratio, alt, photo->description, draw_photo,
                             g_steal_pointer (&bytes), unref_bytes);
}

/* A line such as "Thanks to: Lotte" */
static void
add_fact (SamenDocument *document, SamenLanguage *language, const char *label, const char *value)
{
  g_autofree char *bold = NULL;

  if (value == NULL || *value == '\0')
    return;
  bold = g_strdup_printf ("%s: ", samen_language_text (language, NULL, label));
  samen_document_add_spans (document,
                            (const SamenSpan[]) { { bold, SAMEN_STYLE_BOLD }, { value, 0 } }, 2);
}

static void
add_celebration (SamenDocument *document,
                 SamenLanguage *language,
                 SamenStore *store,
                 SamenMilestone *milestone,
                 SamenCelebration *celebration)
{
  g_autofree char *reached = samen_date_format (milestone->reached, language);
  g_autofree char *date = samen_date_format (celebration->date, language);
  const char *contributors = celebration->contributors;

  samen_document_begin_keep (document);
  samen_document_add_heading (document, 1, NULL, milestone->title);
  add_photo (document, language, store, milestone, celebration);
  add_fact (document, language, N_ ("Reached"), reached);
  add_fact (document, language, N_ ("Celebrated"), date);
  add_fact (document, language, N_ ("What for"), celebration->reason);
  add_fact (document, language, N_ ("How it is celebrated"), celebration->occasion);
  add_fact (document, language, N_ ("Who contributed"),
            contributors != NULL ? contributors : milestone->contributors);
  add_fact (document, language, N_ ("Thanks to"), celebration->thanks);
  samen_document_end_keep (document);
}

SamenDocument *
samen_success_book_new (SamenStore *store)
{
  g_autoptr (SamenPartnership) partnership = samen_store_get_partnership (store);
  gboolean dutch = partnership == NULL || partnership->language == SAMEN_DOCUMENT_DUTCH;
  SamenLanguage *language = samen_language_get (dutch ? "nl" : "en");
  const char *title = samen_language_text (language, NULL, N_ ("Success Book"));
  SamenDocument *document = samen_document_new (samen_language_code (language), title);
  g_autoptr (GListModel) celebrated = samen_celebrated_milestones (store);

  samen_document_add_title (document, title, partnership != NULL ? partnership->name : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (celebrated); i++)
    {
      g_autoptr (SamenCelebration) celebration = g_list_model_get_item (celebrated, i);
      g_autoptr (SamenMilestone) milestone = milestone_of (store, celebration);

      add_celebration (document, language, store, milestone, celebration);
    }
  return document;
}
