/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "document/covenant.h"
#include "sample.h"

/* A dossier with one agreement, made for one test */
typedef struct
{
  char *path;
  SamenStore *store;
  SamenEdit *edit;
  const char *agreement; /* its id */
  char *position;
} CovenantFixture;

void covenant_set_up (CovenantFixture *self, gconstpointer unused);

void covenant_tear_down (CovenantFixture *self, gconstpointer unused);

const char *covenant_next (CovenantFixture *self);

void covenant_begin (CovenantFixture *self, const char *language, const char *closing);

const char *covenant_add_party (CovenantFixture *self, const char *name, const char *group);

void covenant_add_consideration (CovenantFixture *self, const char *text);

const char *covenant_add_article (CovenantFixture *self,
                                  const char *kind,
                                  const char *heading,
                                  const char *text);

const char *covenant_add_clause (CovenantFixture *self,
                                 const char *article,
                                 const char *part_of,
                                 const char *mark,
                                 const char *text);

void covenant_sign_by (CovenantFixture *self,
                       const char *party,
                       const char *place,
                       const char *signatory);

void covenant_sign (CovenantFixture *self, const char *party, const char *place);

SamenDocument *covenant_write_out (CovenantFixture *self);

/* Writes the PDF where it can be looked at, and gives the text of its pages on one line */
char *covenant_read_pdf (SamenDocument *document, const char *name);

/* Each of these stands in @text, behind the one before it */
void covenant_assert_order (const char *text, const char *const *pieces);
