/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "document/type.h"

/* Families in the order of preference; the later ones are in the GNOME
 * runtime, in Debian and on most desktops, so that one is always there. */
#define SERIF                                                                                      \
  "Source Serif 4,TeX Gyre Pagella,Noto Serif,Caladea,Liberation Serif,DejaVu Serif,serif"
#define SANS                                                                                       \
  "Source Sans 3,Adwaita Sans,Inter,Cantarell,Noto Sans,Carlito,Liberation Sans,DejaVu "           \
  "Sans,sans-serif"

/* Below this part of its size a title is no title; then a word that is too long is broken */
#define SMALLEST_TITLE 0.6

typedef struct
{
  const char *family;
  double size;
  double leading;
  PangoWeight weight;
  SamenInk ink;
} SamenType;

static const SamenType types[SAMEN_N_TYPES] = {
  [SAMEN_TYPE_BODY] = { SERIF, 10.5, 15.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_TEXT },
  [SAMEN_TYPE_TITLE] = { SERIF, 25.0, 30.0, PANGO_WEIGHT_BOLD, SAMEN_INK_TEXT },
  [SAMEN_TYPE_SUBTITLE] = { SANS, 12.5, 17.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_DIM },
  [SAMEN_TYPE_H1] = { SANS, 15.0, 19.5, PANGO_WEIGHT_BOLD, SAMEN_INK_TEXT },
  [SAMEN_TYPE_H2] = { SANS, 11.5, 15.5, PANGO_WEIGHT_BOLD, SAMEN_INK_TEXT },
  [SAMEN_TYPE_H3] = { SANS, 9.5, 15.0, PANGO_WEIGHT_BOLD, SAMEN_INK_DIM },
  [SAMEN_TYPE_CELL] = { SERIF, 9.5, 13.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_TEXT },
  [SAMEN_TYPE_HEADER] = { SANS, 8.5, 12.0, PANGO_WEIGHT_BOLD, SAMEN_INK_ACCENT },
  [SAMEN_TYPE_CAPTION] = { SANS, 8.5, 12.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_DIM },
  [SAMEN_TYPE_PARTY] = { SERIF, 10.5, 14.0, PANGO_WEIGHT_BOLD, SAMEN_INK_TEXT },
  [SAMEN_TYPE_LABEL] = { SANS, 8.0, 14.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_DIM },
  [SAMEN_TYPE_FOOTER] = { SANS, 8.0, 11.0, PANGO_WEIGHT_NORMAL, SAMEN_INK_DIM },
};

PangoContext *
samen_type_context_new (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

/* Some fonts have a character for "fi" as one, and cairo writes that into the PDF; who then looks for
 * "Definities" does not find it. So the letters stay apart. */
static PangoAttrList *
attributes_for_runs (GArray *runs)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      SamenRun *run = &g_array_index (runs, SamenRun, i);
      PangoAttribute *list[2] = { NULL, NULL };

      if (run->style & SAMEN_STYLE_BOLD)
        list[0] = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      if (run->style & SAMEN_STYLE_ITALIC)
        list[1] = pango_attr_style_new (PANGO_STYLE_ITALIC);
      for (guint j = 0; j < G_N_ELEMENTS (list); j++)
        if (list[j] != NULL)
          {
            list[j]->start_index = run->start;
            list[j]->end_index = run->end;
            pango_attr_list_insert (attributes, list[j]);
          }
    }
  return attributes;
}

/* How much smaller letters have to be for the longest word to stay whole: "SAMENWERKINGSOVEREENKOMST" in a title */
static double
scale_for_words (PangoLayout *layout, double width)
{
  PangoRectangle widest;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_extents (layout, NULL, &widest);
  return CLAMP (width * PANGO_SCALE / widest.width, SMALLEST_TITLE, 1);
}

void
samen_lines_init (SamenLines *lines,
                  PangoContext *context,
                  SamenTypeRole role,
                  const char *text,
                  GArray *runs,
                  double width)
{
  const SamenType *type = &types[role];
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = attributes_for_runs (runs);

  pango_font_description_set_family_static (font, type->family);
  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_font_description_set_weight (font, type->weight);

  lines->layout = pango_layout_new (context);
  pango_layout_set_font_description (lines->layout, font);
  pango_layout_set_attributes (lines->layout, attributes);
  pango_layout_set_text (lines->layout, text, -1);
  if (role == SAMEN_TYPE_TITLE)
    {
      pango_font_description_set_absolute_size (
          font, type->size * scale_for_words (lines->layout, width) * PANGO_SCALE);
      pango_layout_set_font_description (lines->layout, font);
    }
  pango_layout_set_wrap (lines->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (lines->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));

  lines->n_lines = pango_layout_get_line_count (lines->layout);
  lines->leading = type->leading;
  /* the x-height sits in the middle of its line */
  lines->ascent = (type->leading - type->size) / 2 + type->size * 0.82;
  lines->ink = type->ink;
}

void
samen_lines_clear (SamenLines *lines)
{
  g_clear_object (&lines->layout);
}

double
samen_lines_height (const SamenLines *lines)
{
  return lines->n_lines * lines->leading;
}

double
samen_lines_ink_width (const SamenLines *lines)
{
  PangoRectangle logical;

  pango_layout_get_extents (lines->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* Where a line begins within the width of its layout. */
static double
line_offset (PangoLayout *layout, PangoLayoutLine *line)
{
  PangoRectangle logical;
  PangoAlignment align = pango_layout_get_alignment (layout);
  gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  int room;

  pango_layout_line_get_extents (line, NULL, &logical);
  room = pango_layout_get_width (layout) - logical.width;
  if (pango_layout_get_width (layout) < 0 || room <= 0)
    return 0;
  if (align == PANGO_ALIGN_CENTER)
    return room / 2.0 / PANGO_SCALE;
  return (align == PANGO_ALIGN_RIGHT) != rtl ? (double) room / PANGO_SCALE : 0;
}

/* Pango leaves out the space at which a line breaks. On paper no one sees it;
 * without it, who copies or listens gets the words run together. */
static void
draw_space (const SamenLines *lines, cairo_t *cr)
{
  g_autoptr (PangoLayout) space = pango_layout_new (pango_layout_get_context (lines->layout));

  pango_layout_set_font_description (space, pango_layout_get_font_description (lines->layout));
  pango_layout_set_text (space, " ", 1);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (space, 0));
}

void
samen_lines_draw (const SamenLines *lines, cairo_t *cr, double x, double y, guint first, guint last)
{
  samen_ink_set (cr, lines->ink);
  for (guint i = first; i < MIN (last, lines->n_lines); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (lines->layout, i);
      double left = x + line_offset (lines->layout, line);
      double baseline = y + lines->ascent + (i - first) * lines->leading;

      cairo_move_to (cr, left, baseline);
      pango_cairo_show_layout_line (cr, line);
      if (i + 1 < lines->n_lines || lines->before_more)
        {
          PangoRectangle logical;

          pango_layout_line_get_extents (line, NULL, &logical);
          cairo_move_to (cr, left + (double) logical.width / PANGO_SCALE, baseline);
          draw_space (lines, cr);
        }
    }
}

void
samen_ink_set (cairo_t *cr, SamenInk ink)
{
  static const double inks[][3] = {
    [SAMEN_INK_TEXT] = { 0.09, 0.09, 0.11 },     [SAMEN_INK_DIM] = { 0.36, 0.37, 0.40 },
    [SAMEN_INK_ACCENT] = { 0.10, 0.30, 0.43 },   [SAMEN_INK_RULE] = { 0.45, 0.47, 0.50 },
    [SAMEN_INK_HAIRLINE] = { 0.78, 0.79, 0.81 },
  };

  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}
