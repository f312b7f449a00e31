/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the plain text of an existing covenant into a plain tree. The tree
 * keeps every letter and digit of the text: what is not recognised stands in
 * the preamble or in `rest`. Lines are counted from 1, as an editor does. */

#define SAMEN_COVENANT_TEXT_MAX_BYTES (4 * 1024 * 1024)
#define SAMEN_COVENANT_TEXT_MAX_LINES 200000
/* A clause, and parts up to three deep below it. */
#define SAMEN_COVENANT_TEXT_MAX_DEPTH 4

#define SAMEN_COVENANT_TEXT_ERROR (samen_covenant_text_error_quark ())

typedef enum
{
  SAMEN_COVENANT_TEXT_ERROR_EMPTY,
  SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE,
  SAMEN_COVENANT_TEXT_ERROR_ENCODING,
  SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT
} SamenCovenantTextError;

/* What the reader had to do to read the text; worth telling the secretary. */
typedef enum
{
  SAMEN_COVENANT_TEXT_NOTE_NONE = 0,
  /* the text was UTF-16 */
  SAMEN_COVENANT_TEXT_NOTE_UTF16 = 1 << 0,
  /* the text was not Unicode and was read as Windows-1252 */
  SAMEN_COVENANT_TEXT_NOTE_WINDOWS_1252 = 1 << 1,
  /* control characters were read as spaces */
  SAMEN_COVENANT_TEXT_NOTE_CONTROLS = 1 << 2,
  /* parts deeper than SAMEN_COVENANT_TEXT_MAX_DEPTH were kept one level up */
  SAMEN_COVENANT_TEXT_NOTE_FLATTENED = 1 << 3,
  /* nothing in the text speaks for a covenant: all of it is in the preamble */
  SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT = 1 << 4
} SamenCovenantTextNotes;

/* Where in the tree a piece of text stands. */
typedef enum
{
  SAMEN_COVENANT_TEXT_TITLE,
  SAMEN_COVENANT_TEXT_PREAMBLE,
  SAMEN_COVENANT_TEXT_PARTIES_OPENING,
  SAMEN_COVENANT_TEXT_PARTY,
  SAMEN_COVENANT_TEXT_COLLECTIVE,
  SAMEN_COVENANT_TEXT_CONSIDERATIONS_OPENING,
  SAMEN_COVENANT_TEXT_CONSIDERATION,
  SAMEN_COVENANT_TEXT_AGREEMENT,
  SAMEN_COVENANT_TEXT_CHAPTER,
  SAMEN_COVENANT_TEXT_ARTICLE,
  SAMEN_COVENANT_TEXT_CLAUSE,
  SAMEN_COVENANT_TEXT_CLOSING,
  SAMEN_COVENANT_TEXT_SIGNATURE,
  SAMEN_COVENANT_TEXT_ANNEX,
  SAMEN_COVENANT_TEXT_REST
} SamenCovenantTextElement;

/* What a paragraph is, for somebody who looks at it and knows better. */
typedef enum
{
  SAMEN_COVENANT_TEXT_AS_READ, /* as it was recognised */
  SAMEN_COVENANT_TEXT_AS_TITLE,
  SAMEN_COVENANT_TEXT_AS_TEXT, /* kept where it stands, without a mark */
  SAMEN_COVENANT_TEXT_AS_PARTY,
  SAMEN_COVENANT_TEXT_AS_CONSIDERATION,
  SAMEN_COVENANT_TEXT_AS_CHAPTER,
  SAMEN_COVENANT_TEXT_AS_ARTICLE,
  SAMEN_COVENANT_TEXT_AS_CLAUSE,
  SAMEN_COVENANT_TEXT_AS_PART, /* of the clause above it */
  SAMEN_COVENANT_TEXT_AS_ANNEX,
  SAMEN_COVENANT_TEXT_AS_CLOSING,
  SAMEN_COVENANT_TEXT_AS_LEFT_OUT,
  SAMEN_COVENANT_TEXT_AS_BEGINNING, /* a paragraph begins with this line, whatever it is */
  SAMEN_COVENANT_TEXT_AS_CONTINUED, /* it goes on with the paragraph above */
  /* these are only told, and cannot be asked for */
  SAMEN_COVENANT_TEXT_AS_OPENING,
  SAMEN_COVENANT_TEXT_AS_SIGNATURE
} SamenCovenantTextAs;

typedef enum
{
  SAMEN_COVENANT_TEXT_ITEM_PARAGRAPH,
  /* a heading inside an article, an annex or the preamble */
  SAMEN_COVENANT_TEXT_ITEM_HEADING,
  /* text keeps its lines, separated by \n */
  SAMEN_COVENANT_TEXT_ITEM_TABLE
} SamenCovenantTextItemKind;

typedef enum
{
  SAMEN_COVENANT_TEXT_REST_PAGE,     /* a page number or a repeated header */
  SAMEN_COVENANT_TEXT_REST_CONTENTS, /* the table of contents */
  SAMEN_COVENANT_TEXT_REST_RULE,     /* a line of dashes */
  SAMEN_COVENANT_TEXT_REST_LABELS,   /* the head of a table whose columns are known */
  SAMEN_COVENANT_TEXT_REST_UNKNOWN
} SamenCovenantTextRestKind;

/* A sentence or line. Where a sentence came in pieces, they are separated
 * by \n and `line` is the first one's. */
typedef struct
{
  guint line;
  guint pieces;
  char *text;
  gboolean plain; /* somebody said that nobody signs there */
} SamenCovenantTextLine;

/* A paragraph with its mark: a clause (lid), a part (onderdeel), a
 * consideration, or a paragraph of the preamble or of an annex. */
typedef struct
{
  SamenCovenantTextItemKind kind;
  guint line;
  char *mark;       /* as written ("1.", "(a)", "-"), or NULL */
  gboolean counted; /* it is to be numbered, though it has no mark */
  char *text;       /* never NULL, may be "" */
  GPtrArray *parts; /* SamenCovenantTextItem, never NULL */
} SamenCovenantTextItem;

typedef struct
{
  char *name;
  char *function; /* or NULL */
} SamenCovenantTextRepresentative;

/* A party. All its words are in `mark` and `text`; the other strings are
 * read from these and are NULL where the text does not say. */
typedef struct
{
  guint line;
  guint pieces; /* of text, separated by \n */
  char *mark;
  char *text;
  char *name;
  char *alias;                /* from "hierna te noemen: …" */
  char *seat;                 /* from "gevestigd te …" */
  char *capacity;             /* from "handelend als …" */
  GPtrArray *representatives; /* SamenCovenantTextRepresentative */
  gboolean labelled;          /* by columns or labels ("Functie: …"), not in a sentence */
  char *side;                 /* what somebody chose for its organisation: the name of a choice */
  gboolean group;             /* whether it consists of `members` */
  GPtrArray *members;         /* SamenCovenantTextParty */
} SamenCovenantTextParty;

typedef struct
{
  guint line;
  char *mark;   /* as written ("Hoofdstuk 1"), or NULL */
  char *number; /* "1", or NULL */
  guint heading_line;
  char *heading;    /* or NULL */
  GPtrArray *items; /* SamenCovenantTextItem: text before its first article */
} SamenCovenantTextChapter;

typedef struct
{
  guint line;
  char *mark;   /* as written ("Artikel 1"), or NULL */
  char *number; /* as written ("1", "2a", "IV"), or NULL */
  guint heading_line;
  char *heading;      /* or NULL */
  int chapter;        /* index in `chapters`, or -1 */
  GPtrArray *clauses; /* SamenCovenantTextItem */
} SamenCovenantTextArticle;

typedef struct
{
  guint line;
  char *mark;
  char *number;
  guint heading_line;
  char *heading;
  GPtrArray *items; /* SamenCovenantTextItem */
} SamenCovenantTextAnnex;

typedef struct
{
  guint line;
  SamenCovenantTextRestKind kind;
  char *text;
} SamenCovenantTextRest;

/* A place that is left to fill in: [pm], [naam], …, ____. */
typedef struct
{
  guint line;
  char *text; /* as written */
  SamenCovenantTextElement element;
  guint index; /* in the array of that element; for a clause: in `articles` */
  char *mark;  /* of the clause or item it stands in, or NULL */
} SamenCovenantTextBlank;

typedef struct
{
  SamenCovenantTextNotes notes;
  char *called; /* the title that somebody gave it, or NULL */
  char *kind;   /* the kind that somebody chose, or NULL */
  SamenCovenantTextLine *title;
  GPtrArray *preamble;                           /* SamenCovenantTextItem */
  SamenCovenantTextLine *parties_opening;        /* "Ondergetekenden," */
  GPtrArray *parties;                            /* SamenCovenantTextParty */
  SamenCovenantTextLine *collective;             /* "Verder te noemen: Partijen" */
  char *collective_name;                         /* "Partijen" */
  SamenCovenantTextLine *considerations_opening; /* "Overwegende dat:" */
  GPtrArray *considerations;                     /* SamenCovenantTextItem */
  SamenCovenantTextLine *agreement;              /* "Komen het volgende overeen:" */
  GPtrArray *chapters;                           /* SamenCovenantTextChapter */
  GPtrArray *articles;                           /* SamenCovenantTextArticle */
  SamenCovenantTextLine *closing;                /* "Aldus overeengekomen …" */
  GPtrArray *signatures;                         /* SamenCovenantTextLine; a tab between columns */
  GPtrArray *annexes;                            /* SamenCovenantTextAnnex */
  GPtrArray *rest;                               /* SamenCovenantTextRest */
  GPtrArray *blanks;                             /* SamenCovenantTextBlank */
  GArray *lines;                                 /* guint: those with anything on them */
  guint64 work;                                  /* steps taken: grows no faster than the text */
} SamenCovenantText;

/**
 * SamenCovenantTextFunc:
 * @element: where the piece stands
 * @line: its first line in the source
 * @text: (not nullable): the piece
 * @data: what the caller handed over
 *
 * Called by samen_covenant_text_foreach() for each piece of text.
 */
typedef void (*SamenCovenantTextFunc) (SamenCovenantTextElement element,
                                       guint line,
                                       const char *text,
                                       gpointer data);

/**
 * samen_covenant_text_error_quark:
 *
 * Returns: the domain of the errors of this file
 */
GQuark samen_covenant_text_error_quark (void);

/**
 * samen_covenant_text_parse:
 * @text: (array length=length): the bytes of the text; untrusted, any bytes
 * @length: the number of bytes, or -1 when @text ends with a NUL
 * @error: return location for an error
 *
 * Reads the text of a covenant. UTF-8 is expected; UTF-16 and Windows-1252
 * are recognised and noted. A text that is no covenant is no error: all of it
 * then stands in the preamble, with %SAMEN_COVENANT_TEXT_NOTE_NOT_A_COVENANT.
 *
 * Fails with %SAMEN_COVENANT_TEXT_ERROR_EMPTY when there is no word in it,
 * with %SAMEN_COVENANT_TEXT_ERROR_TOO_LARGE above the limits on top of this
 * file, with %SAMEN_COVENANT_TEXT_ERROR_ENCODING when the characters cannot be
 * read, and with %SAMEN_COVENANT_TEXT_ERROR_NOT_TEXT for a word processor's
 * file, a PDF or another binary file.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with @error set;
 *   free with samen_covenant_text_free()
 */
SamenCovenantText *samen_covenant_text_parse (const char *text, gssize length, GError **error);

/**
 * samen_covenant_text_parse_corrected:
 * @text: (array length=length): the bytes of the text
 * @length: the number of bytes, or -1 when @text ends with a NUL
 * @corrections: (nullable) (element-type guint SamenCovenantTextAs): for the number of a line, what the
 *   paragraph is that begins there, as pointers; what is below follows, such as the clauses of an article
 * @error: return location for an error
 *
 * As samen_covenant_text_parse(), where somebody knows better. The words that are kept are the same.
 *
 * Returns: (transfer full) (nullable): the tree
 */
SamenCovenantText *samen_covenant_text_parse_corrected (const char *text,
                                                        gssize length,
                                                        GHashTable *corrections,
                                                        GError **error);

/**
 * SamenCovenantTextPieceFunc:
 * @as: what it is
 * @line: the line it begins on
 * @depth: how deep it stands: 0, or below what it is part of
 * @mark: (nullable): its mark or what it is called, such as "Artikel 1"
 * @text: its words
 * @party: (nullable): the party that was read from it
 * @data: what the caller handed over
 */
typedef void (*SamenCovenantTextPieceFunc) (SamenCovenantTextAs as,
                                            guint line,
                                            guint depth,
                                            const char *mark,
                                            const char *text,
                                            const SamenCovenantTextParty *party,
                                            gpointer data);

/**
 * samen_covenant_text_pieces:
 * @self: a tree
 * @func: called for each paragraph
 * @data: handed to @func
 *
 * Tells of each paragraph what it is taken for, in the order of the tree.
 */
void samen_covenant_text_pieces (const SamenCovenantText *self,
                                 SamenCovenantTextPieceFunc func,
                                 gpointer data);

/**
 * samen_covenant_text_foreach:
 * @self: a tree
 * @func: called for each piece of text
 * @data: handed to @func
 *
 * Visits every piece of text in the tree once (marks, headings and paragraphs
 * as pieces of their own), from title to rest. Strings that are read out of
 * another one (a party's alias, a blank) are not visited.
 */
void samen_covenant_text_foreach (const SamenCovenantText *self,
                                  SamenCovenantTextFunc func,
                                  gpointer data);

/**
 * samen_covenant_text_free:
 * @self: (transfer full) (nullable): a tree
 *
 * Frees the tree and all that is in it.
 */
void samen_covenant_text_free (SamenCovenantText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamenCovenantText, samen_covenant_text_free)

G_END_DECLS
