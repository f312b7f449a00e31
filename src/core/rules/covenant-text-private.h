/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "rules/covenant-text.h"

G_BEGIN_DECLS

/* The stages, each in a file of its own:
 *   decode   bytes to UTF-8
 *   lines    UTF-8 to lines, and what a line is by itself
 *   layout   page numbers, running headers, the table of contents
 *   tables   the parties in a table, however it was flattened
 *   blocks   lines to paragraphs
 *   scheme   which numbering makes an article when "Artikel" is not written
 *   parse    paragraphs to the tree
 * What somebody corrected is taken over by layout, scheme and parse, each with
 * a function in correct.
 */

typedef enum
{
  LINE_TEXT,
  LINE_ARTICLE,
  LINE_CHAPTER,
  LINE_ANNEX,
  LINE_TABLE,
  LINE_ROW,    /* of a table of parties */
  LINE_NUMBER, /* a number and nothing else */
  LINE_PAGE,
  LINE_CONTENTS,
  LINE_LABELS, /* the head of a table of parties */
  LINE_RULE
} LineKind;

typedef enum
{
  MARK_NONE,
  MARK_BULLET,
  MARK_DIGIT,
  MARK_BARE,  /* a number without a dot */
  MARK_MULTI, /* 1.2.3 */
  MARK_DEGREE,
  MARK_LOWER,
  MARK_UPPER,
  MARK_ROMAN_LOWER,
  MARK_ROMAN_UPPER,
  MARK_LID,
  MARK_SECTION, /* § 1 */
  MARK_PARTY,   /* Partij A: */
  MARK_HEADED,  /* a word that stands for a mark: "Whereas" */
  N_MARK_FAMILIES
} MarkFamily;

typedef enum
{
  DELIM_NONE,
  DELIM_DOT,
  DELIM_PAREN,
  DELIM_PARENS,
  N_DELIMS
} MarkDelim;

#define MAX_LEVELS 6

typedef struct
{
  MarkFamily family;
  MarkDelim delim;
  gunichar bullet;
  guint ordinal;
  guint roman; /* the ordinal if the letters are a Roman number, or 0 */
  guint n_levels;
  guint levels[MAX_LEVELS];
  gsize mark_length; /* bytes of the mark itself */
  gsize length;      /* and with the spaces after it */
} Mark;

/* The last ordinal seen of each style, to tell "i." the letter from "i." the
 * number and a list from a line that happens to begin with "2012." */
typedef struct
{
  guint last[N_MARK_FAMILIES][N_DELIMS];
  guint article; /* number of the current article, or 0 */
} MarkMemory;

typedef struct
{
  const char *source; /* in the decoded text, not terminated */
  gsize source_length;
  char *text; /* one space between words, no markdown */
  gsize length;
  guint chars;
  guint number;
  guint indent;
  guint heading_level; /* of markdown, or 0 */
  LineKind kind;
  gboolean after_blank;
  gboolean page_break; /* a form feed stands before it */
  gboolean bold;       /* the whole line is bold */
  gboolean gap_first;  /* a wide space after the first word */
  gboolean gap_last;   /* a wide space before the last word */
  gboolean parties;    /* it stands where the parties are named */
  guint table;         /* of a row: its place in `tables` */
  guint row;           /* of a row: which one, counted over all tables */
  SamenCovenantTextAs as;
  /* of an article, chapter or annex line: where its parts stand in text */
  gsize keyword_length;
  gsize id_offset;
  gsize id_length;
  gsize rest_offset;
} Line;

typedef struct
{
  gsize offset;
  guint line;
} Seam;

typedef enum
{
  ROLE_NONE,
  ROLE_CHAPTER,
  ROLE_ARTICLE,
  ROLE_HEADING
} Role;

/* A paragraph: a number of lines that belong together. */
typedef struct
{
  LineKind kind;
  Role role;
  guint table; /* of a row: its place in `tables` */
  guint line;
  guint first; /* index of its first line */
  guint last;
  char *mark; /* as written, or NULL */
  char *number;
  Mark style;
  char *text;
  gsize text_length;
  GArray *seams; /* Seam: which line a place in text came from */
  guint indent;
  guint heading_level;
  gboolean bold;
  gboolean after_blank;
  gboolean heading_like;
  SamenCovenantTextAs as; /* corrected, or AS_READ */
} Block;

/* What a column of a table of parties, or a label before a colon, tells */
typedef enum
{
  FIELD_NONE,
  FIELD_NAME, /* of an organisation */
  FIELD_ANY_NAME,
  FIELD_SEAT,
  FIELD_PERSON,
  FIELD_FUNCTION,
  FIELD_ALIAS,
  FIELD_OTHER
} PartyField;

#define MAX_COLUMNS 8

typedef struct
{
  guint n_columns;
  PartyField fields[MAX_COLUMNS];
  guint starts[MAX_COLUMNS]; /* where each column begins on its line */
} PartyTable;

typedef struct
{
  char *source;
  GStringChunk *strings;
  GArray *lines;  /* Line, without the blank ones */
  GArray *tables; /* PartyTable */
  GHashTable *corrections;
  GPtrArray *blocks; /* Block */
  guint wrap;        /* the width lines are wrapped at, or 0 */
  gboolean keyword_articles;
  gboolean keyword_chapters;
  gboolean section_articles; /* articles are written "§ 1" */
  gboolean covenant;
  guint body_floor; /* headings before this block do not open an article */
  guint parties;    /* the block that announces the parties, or G_MAXUINT */
  guint last_prose; /* the number of the last line of a sentence or list, the annexes aside */
  SamenCovenantTextNotes notes;
  guint64 work;
} Document;

/* wording: the words of the genre */

typedef enum
{
  WORDS_PARTIES,
  WORDS_CONSIDERATIONS,
  WORDS_AGREEMENT,
  WORDS_CLOSING,
  WORDS_CONTENTS,
  WORDS_TITLE,
  WORDS_TOPIC
} WordsKind;

/* Bytes of @text taken by an opening of @kind, punctuation included, or 0. */
gsize samen_covenant_text_opening (WordsKind kind, const char *text);
/* Whether @text begins with @phrase as whole words, whatever the case. */
gboolean samen_covenant_text_begins (const char *text, const char *phrase);
/* Whether the words of @words (separated by spaces) occur in that order. */
gboolean samen_covenant_text_has_words (const char *text, const char *words);
/* The line's kind and parts when it begins with a keyword and a number. */
gboolean samen_covenant_text_keyword (Line *line);
/* Whether the text speaks of what a covenant is. */
gboolean samen_covenant_text_has_title_word (const char *text);

/* marks */

gboolean samen_covenant_text_mark (const char *text, gboolean gap, Mark *mark);
gboolean samen_covenant_text_mark_accept (Mark *mark,
                                          MarkMemory *memory,
                                          const char *rest,
                                          gboolean gap,
                                          gboolean fresh);
gboolean samen_covenant_text_same_style (const Mark *a, const Mark *b);
guint samen_covenant_text_roman (const char *text, gsize length);

/* lines and layout */

char *samen_covenant_text_decode (const char *text,
                                  gssize length,
                                  SamenCovenantTextNotes *notes,
                                  GError **error);
gboolean samen_covenant_text_lines (Document *document, GError **error);
gboolean samen_covenant_text_heading_like (const char *text, guint chars);
gboolean samen_covenant_text_closed (const char *text, gsize length);
gboolean samen_covenant_text_starts_lower (const char *text);
void samen_covenant_text_layout (Document *document);

/* corrections */

/* Takes them over for each line, before it is told what the lines are together. */
void samen_covenant_text_correct_lines (Document *document);
/* And for each paragraph, once the others have been told. */
void samen_covenant_text_correct_roles (Document *document);
gboolean samen_covenant_text_is_heading (SamenCovenantTextAs as);

/* the end */

void samen_covenant_text_find_end (Document *document);
gboolean samen_covenant_text_ends (const Document *document, const Block *block);
void samen_covenant_text_signers (SamenCovenantText *tree);

/* tables */

/* What a label says that stands alone: "Vestigingsplaats" */
PartyField samen_covenant_text_label (const char *text, gsize length);
/* What is said by "Functie: directeur"; @value is set to what follows. */
PartyField samen_covenant_text_labelled (const char *text, const char **value);
void samen_covenant_text_tables (Document *document);
/* The cells of a line, with a tab between them */
char *samen_covenant_text_columns (const Line *line);

/* blocks and scheme */

void samen_covenant_text_blocks (Document *document);
void samen_covenant_text_scheme (Document *document);
void samen_covenant_text_block_free (Block *block);

/* the tree */

SamenCovenantText *samen_covenant_text_new (void);
SamenCovenantTextItem *samen_covenant_text_item_new (const Block *block);
SamenCovenantTextParty *samen_covenant_text_party_new (guint line,
                                                       const char *mark,
                                                       const char *text);
void samen_covenant_text_party_append (SamenCovenantText *tree,
                                       SamenCovenantTextParty *party,
                                       guint number,
                                       const char *text);
void samen_covenant_text_line_append (SamenCovenantText *tree,
                                      SamenCovenantTextLine **line,
                                      guint number,
                                      const char *text,
                                      gsize length);
SamenCovenantTextChapter *samen_covenant_text_chapter_new (guint line);
SamenCovenantTextArticle *samen_covenant_text_article_new (guint line);
SamenCovenantTextAnnex *samen_covenant_text_annex_new (guint line);
void samen_covenant_text_add_rest (SamenCovenantText *tree,
                                   SamenCovenantTextRestKind kind,
                                   guint line,
                                   const char *text);
/* Where there are no articles, the chapters are. */
void samen_covenant_text_use_chapters (SamenCovenantText *tree);
void samen_covenant_text_build (Document *document, SamenCovenantText *tree);
void samen_covenant_text_add_blanks (SamenCovenantText *tree,
                                     const Block *block,
                                     SamenCovenantTextElement element,
                                     guint index);

/* nesting of marked paragraphs */

typedef struct
{
  SamenCovenantTextItem *item;
  Mark style;
  guint indent;
} NestLevel;

typedef struct
{
  GPtrArray *root;
  NestLevel levels[SAMEN_COVENANT_TEXT_MAX_DEPTH];
  guint depth;
  Mark root_style; /* of the last marked item at the root */
  guint base;      /* components of the article's own number */
  gboolean flattened;
} Nest;

void samen_covenant_text_nest_start (Nest *nest, GPtrArray *root, const char *number);
/* Puts it at @depth, as far as there is something to be part of. */
void samen_covenant_text_nest_put (Nest *nest,
                                   const Block *block,
                                   SamenCovenantTextItem *item,
                                   guint depth);
void samen_covenant_text_nest_add (Nest *nest, const Block *block, SamenCovenantTextItem *item);

/* parties */

typedef struct
{
  SamenCovenantText *tree;
  const GArray *tables; /* PartyTable */
  PartyField named;     /* which label named the party */
  SamenCovenantTextParty *party;
  SamenCovenantTextParty *member;
  Mark style;        /* of the parties */
  gboolean labelled; /* the party is a label above a list of members */
  guint last_ordinal;
} PartyReader;

/* Bytes of the "En:" that a party's line begins with, or 0 */
gsize samen_covenant_text_joint (const char *text);
/* Takes a paragraph for a party, whatever it says. */
void samen_covenant_text_party_take (PartyReader *reader, const Block *block);
void samen_covenant_text_party_read (PartyReader *reader, const Block *block);
gboolean samen_covenant_text_collective (const char *text, gboolean *all);
/* Whether a paragraph speaks of a party although no heading announced it. */
gboolean samen_covenant_text_party_like (const char *text);
/* Reads name, alias, seat and representatives from a party's text. */
void samen_covenant_text_party_details (SamenCovenantTextParty *party);
const char *samen_covenant_text_introduction (const char *text);
/* Whether @text begins as a person's name does: "mevrouw", "dr." */
gboolean samen_covenant_text_has_title (const char *text);
/* The name that "hierna te noemen: X" gives, or NULL. */
char *samen_covenant_text_alias (const char *text);
/* Takes @value for what a label or column says of the party. */
void samen_covenant_text_party_tell (SamenCovenantTextParty *party,
                                     PartyField field,
                                     const char *value);

/* phrases within a sentence */

typedef struct
{
  const char *start; /* of the phrase */
  const char *value; /* behind it */
} Found;

/* The first place where one of @phrases stands, the longest first. */
gboolean samen_covenant_text_find (const char *text,
                                   const char *const *phrases,
                                   gsize n,
                                   Found *found);
/* Where @text names a party with "hierna" or the like. */
gboolean samen_covenant_text_find_alias (const char *text, Found *found);
/* Where it gives a short name in brackets only: ("SVOK"). */
gboolean samen_covenant_text_find_bracket (const char *text, Found *found);
char *samen_covenant_text_read_alias (const char *text);
/* Whether a word begins at @p in @text. */
gboolean samen_covenant_text_word_start (const char *text, const char *p);
/* Takes a last "en" off, and returns @text. */
char *samen_covenant_text_strip_tail (char *text);
/* Goes back from @p over what belongs to the phrase there, such as "ten deze
 * rechtsgeldig". */
const char *samen_covenant_text_phrase_start (const char *text, const char *p);

/* names */

/* A copy without spaces and the marks that separate, of a sentence's full stop too */
char *samen_covenant_text_trimmed (const char *text, gsize length);
/* The one that stands first; NULL is none. */
const char *samen_covenant_text_earliest (const char *a, const char *b);
char *samen_covenant_text_read_name (const char *text, const char *end);
const char *samen_covenant_text_name_end (const char *text);
const char *samen_covenant_text_find_place (const char *text);
const char *samen_covenant_text_find_place_behind (const char *name);
const char *samen_covenant_text_find_address (const char *text, const char **place);

/* sections */

typedef enum
{
  STATE_FRONT,
  STATE_PARTIES,
  STATE_CONSIDERATIONS,
  STATE_BODY,
  STATE_SIGNATURES,
  STATE_ANNEX
} State;

typedef struct
{
  const Document *document;
  SamenCovenantText *tree;
  State state;
  PartyReader reader;
  Nest nest;
  SamenCovenantTextChapter *chapter;
  SamenCovenantTextArticle *article;
  SamenCovenantTextAnnex *annex;
  LineKind awaits; /* whose heading the next line may be, or LINE_TEXT */
  guint last_number;
  gboolean sectioned; /* the list stands below a numbered or other heading */
  Mark section_style;
  guint title;        /* its block, or G_MAXUINT */
  guint title_second; /* the block of its second line, or G_MAXUINT */
} Parser;

/* Takes a paragraph for what somebody said it is; FALSE if nobody did. */
gboolean samen_covenant_text_take_corrected (Parser *parser, guint i, const Block *block);
/* Below the closing each line stands for itself. */
void samen_covenant_text_add_signatures (Parser *parser, const Block *block);
/* Takes a paragraph of the body, in an article of its own if there is none. */
void samen_covenant_text_add_body (Parser *parser, const Block *block);
Block samen_covenant_text_tail (const Block *block, gsize offset);
gsize samen_covenant_text_section_opening (const Block *block, WordsKind kind);
void samen_covenant_text_add_item (Parser *parser,
                                   const Block *block,
                                   SamenCovenantTextElement element,
                                   guint index);
void samen_covenant_text_start_article (Parser *parser, guint i, const Block *block);
void samen_covenant_text_start_chapter (Parser *parser, const Block *block);
void samen_covenant_text_start_annex (Parser *parser, const Block *block);
gboolean samen_covenant_text_take_heading (Parser *parser, guint i, const Block *block);
gboolean samen_covenant_text_open_parties (Parser *parser, const Block *block, gboolean again);
gboolean samen_covenant_text_open_considerations (Parser *parser, const Block *block);
gboolean samen_covenant_text_open_body (Parser *parser, const Block *block);

G_END_DECLS
