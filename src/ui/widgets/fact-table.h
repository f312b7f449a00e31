/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SAMEN_TYPE_FACT_TABLE (samen_fact_table_get_type ())

/**
 * SamenFactTable:
 *
 * A small table of texts: the facts of a picture, for who would rather read them. To a screen reader it is
 * a table with rows and cells, the first row being that of the headers.
 */
G_DECLARE_FINAL_TYPE (SamenFactTable, samen_fact_table, SAMEN, FACT_TABLE, GtkBox)

/**
 * samen_fact_table_begin:
 * @label: what the table is of
 * @headers: the headers of the columns, ending with %NULL
 *
 * Empties the table.
 */
void samen_fact_table_begin (SamenFactTable *self, const char *label, const char *const *headers);

/** samen_fact_table_add: @cells: a row, as many as there are columns; %NULL is an empty cell. */
void samen_fact_table_add (SamenFactTable *self, const char *const *cells);

G_END_DECLS
