/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "sample.h"

#include "chart/criterion-chart.h"

char *
sample_output (const char *name)
{
  const char *folder = g_getenv ("SAMENSPEL_TEST_OUTPUT");

  return g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), name, NULL);
}

/* The chart of the screen, on paper. */
static void
draw_chart (cairo_t *cr, double width, double height, gpointer user_data)
{
  static const SamenChartPoint points[] = {
    { 739700, 14 }, { 739880, 17 }, { 740060, 22 }, { 740240, 21 }, { 740420, 29 },
  };
  const SamenCriterionChart chart = {
    .points = points,
    .n_points = G_N_ELEMENTS (points),
    .baseline = 14,
    .target_low = 40,
    .target_high = 40,
    .start = 739630,
    .due = 740711,
    .direction = SAMEN_CHART_DIRECTION_UP,
    .target_label = "Doel 40 plaatsen",
    .baseline_label = "Begin 14",
    .value_label = "nu 29",
  };
  SamenChartStyle style;

  samen_chart_style_init (&style, SAMEN_CHART_PAPER);
  samen_criterion_chart_draw (&chart, &style, cr, width, height);
}

static void
add_parties (SamenDocument *doc)
{
  samen_document_add_heading (doc, 1, NULL, "Partijen");
  samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
  samen_document_add_item_spans (
      doc, NULL,
      (const SamenSpan[]) {
          { "Stichting Regionaal Opleidingencentrum Rijnstreek", SAMEN_STYLE_BOLD },
          { ", gevestigd te Alphen aan den Rijn, te dezen rechtsgeldig vertegenwoordigd door "
            "mevrouw "
            "A. de Wit, voorzitter van het college van bestuur, hierna te noemen “" },
          { "de school", SAMEN_STYLE_ITALIC },
          { "”;" } },
      4);
  samen_document_add_item_spans (
      doc, NULL,
      (const SamenSpan[]) { { "Zorggroep De Linde", SAMEN_STYLE_BOLD },
                            { ", gevestigd te Leiden, te dezen rechtsgeldig vertegenwoordigd door "
                              "de heer B. Özdemir, "
                              "bestuurder, hierna te noemen “" },
                            { "de zorgorganisatie", SAMEN_STYLE_ITALIC },
                            { "”;" } },
      4);
  samen_document_end_list (doc);
  samen_document_add_paragraph (doc, "overwegende dat:");
  samen_document_begin_list (doc, SAMEN_MARKS_DASH);
  samen_document_add_item (doc, NULL,
                           "zorg en kinderopvang in de regio de komende jaren een groot "
                           "tekort aan goed opgeleide mensen hebben;");
  samen_document_add_item (doc, NULL,
                           "partijen studenten samen willen opleiden, in de praktijk en op "
                           "school, vanuit dezelfde uitgangspunten;");
  samen_document_end_list (doc);
}

static void
add_articles (SamenDocument *doc)
{
  samen_document_add_heading (doc, 1, "Artikel 1", "Doel");
  samen_document_add_paragraph (
      doc,
      "Partijen leiden samen studenten op die na hun diploma in de regio aan het werk gaan en er "
      "blijven. Zij sturen daarbij op resultaten die vooraf zijn benoemd, en laten hun achterban "
      "regelmatig weten hoe het staat.");
  samen_document_add_heading (doc, 1, "Artikel 2", "Inspanningen en resultaten");
  samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
  samen_document_add_item (doc, "2.1", "De school biedt elk studiejaar twee instroommomenten.");
  samen_document_add_item (doc, "2.2", "De zorgorganisatie zorgt voor leerplaatsen:");
  samen_document_begin_list (doc, SAMEN_MARKS_LOWER_ALPHA);
  samen_document_add_item (doc, NULL, "in de wijkverpleging, waarvan ten minste de helft:");
  samen_document_begin_list (doc, SAMEN_MARKS_LOWER_ROMAN);
  samen_document_add_item (doc, NULL,
                           "met een werkbegeleider die daarvoor is geschoold en er uren "
                           "voor krijgt; en");
  samen_document_add_item (doc, NULL, "op loopafstand van een halte;");
  samen_document_end_list (doc);
  samen_document_add_item (doc, NULL, "in het verpleeghuis.");
  samen_document_end_list (doc);
  samen_document_add_paragraph (doc, "Het aantal leerplaatsen staat in de tabel hieronder.");
  samen_document_add_item (doc, "2.10", "Partijen meten de uitkomsten elk half jaar.");
  samen_document_end_list (doc);
}

static void
add_table (SamenDocument *doc)
{
  const SamenColumn columns[] = {
    { "Evaluatiecriterium", 3 },
    { "Nu", 1, SAMEN_ALIGN_END },
    { "Doel", 1, SAMEN_ALIGN_END },
    { "Wanneer", 1.4 },
  };
  static const char *const rows[][5] = {
    { "Studenten die hun diploma halen", "62 %", "75 %", "zomer 2027" },
    { "Gediplomeerden die een jaar later nog in de regio werken", "48 %", "65 %", "zomer 2028" },
    { "Leerplaatsen in de wijkverpleging", "14", "40", "voorjaar 2027" },
  };

  samen_document_begin_table (doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    samen_document_add_row (doc, rows[i]);
  samen_document_end_table (doc);
}

static void
add_signatures (SamenDocument *doc)
{
  samen_document_begin_keep (doc);
  samen_document_add_heading (doc, 1, NULL, "Ondertekening");
  samen_document_add_paragraph (doc, "Aldus overeengekomen en in drievoud ondertekend:");
  samen_document_add_signature (
      doc, &(SamenSigner) { "Stichting Regionaal Opleidingencentrum Rijnstreek",
                            "mevrouw A. de Wit", "voorzitter van het college van bestuur" });
  samen_document_add_signature (doc, &(SamenSigner) { "Zorggroep De Linde", "de heer B. Özdemir",
                                                      "bestuurder", "Leiden", "12 maart 2027" });
  samen_document_add_signature (doc, &(SamenSigner) { "Kinderopvang Bij de Boom" });
  samen_document_end_keep (doc);
}

SamenDocument *
sample_covenant (void)
{
  SamenDocument *doc = samen_document_new ("nl", "Convenant Samen opleiden in de Rijnstreek");

  samen_document_set_author (doc, "Samenwerkingsverband Rijnstreek");
  samen_document_set_note (doc, "Concept van 12 maart 2027");
  samen_document_set_created (doc, 1773273600);
  samen_document_set_labels (doc, &(SamenDocumentLabels) { .name = "Naam",
                                                           .place = "Plaats",
                                                           .date = "Datum",
                                                           .signature = "Handtekening" });

  samen_document_add_title (doc, "Convenant Samen opleiden in de Rijnstreek",
                            "Tussen onderwijs, zorg en kinderopvang, 2027 tot en met 2030");
  add_parties (doc);
  samen_document_add_paragraph (doc, "komen overeen als volgt.");
  add_articles (doc);
  add_table (doc);
  samen_document_add_heading (doc, 2, NULL, "Hoe het staat");
  samen_document_add_figure (doc, 0, 150,
                             "Vier jaar lang gemeten: van 14 naar 29 leerplaatsen; het "
                             "doel is 40",
                             "Leerplaatsen per half jaar", draw_chart, NULL, NULL);
  samen_document_add_heading (doc, 3, NULL, "Toelichting");
  samen_document_add_paragraph (doc, "De cijfers komen van het servicepunt en zijn met de "
                                     "praktijkopleiders besproken.");
  add_signatures (doc);
  return doc;
}

static void
add_text (SamenDocument *doc, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, SAMPLE_TEXT);
  samen_document_add_paragraph (doc, text->str);
  g_string_free (text, TRUE);
}

SamenDocument *
sample_articles (guint n)
{
  SamenDocument *doc = samen_document_new ("nl", "Lang convenant");

  samen_document_set_created (doc, 1773273600);
  samen_document_add_title (doc, "Lang convenant", NULL);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("Artikel %u", i);

      samen_document_add_heading (doc, 1 + i % 3, number, "Over iets");
      add_text (doc, 1 + i * 7 % 11);
      samen_document_begin_list (doc, SAMEN_MARKS_DECIMAL);
      for (guint j = 0; j < i % 5; j++)
        samen_document_add_item (doc, NULL, j % 2 ? SAMPLE_TEXT SAMPLE_TEXT SAMPLE_TEXT : "Kort.");
      samen_document_end_list (doc);
      if (i % 4 != 0)
        continue;
      samen_document_begin_table (doc, (const SamenColumn[]) { { "Wat", 3 }, { "Hoeveel" } }, 2);
      for (guint j = 0; j < i % 13; j++)
        samen_document_add_row (doc,
                                (const char *const[]) { j % 3 ? "Kort" : SAMPLE_TEXT, "12", NULL });
      samen_document_end_table (doc);
    }
  return doc;
}
