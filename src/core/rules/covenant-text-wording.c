/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include <string.h>

#include "rules/covenant-text-private.h"

/* Most openings are short; a longer paragraph only mentions the words. */
#define SENTENCE_MAX 260
/* What may follow the last word of "komen het volgende … overeen". */
#define TAIL_MAX 30

typedef enum
{
  MATCH_WHOLE,  /* the phrase, then a colon, comma or the end */
  MATCH_PREFIX, /* the phrase, then anything */
  MATCH_LIST    /* the phrase, then anything short that ends in a colon */
} MatchHow;

typedef struct
{
  WordsKind kind;
  MatchHow how;
  const char *phrase;
} Opening;

/* Longer phrases stand before their own beginnings. */
static const Opening openings[] = {
  { WORDS_PARTIES, MATCH_PREFIX, "de hierna te noemen partijen" },
  { WORDS_PARTIES, MATCH_PREFIX, "de ondergetekenden" },
  { WORDS_PARTIES, MATCH_PREFIX, "de ondergetekende" },
  { WORDS_PARTIES, MATCH_PREFIX, "ondergetekenden" },
  { WORDS_PARTIES, MATCH_PREFIX, "ondergetekende" },
  { WORDS_PARTIES, MATCH_PREFIX, "tussen de ondergetekenden" },
  { WORDS_PARTIES, MATCH_WHOLE, "tussen de volgende partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "de volgende partijen" },
  { WORDS_PARTIES, MATCH_LIST, "de volgende partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "de volgende organisaties" },
  { WORDS_PARTIES, MATCH_LIST, "de volgende organisaties" },
  { WORDS_PARTIES, MATCH_WHOLE, "de partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "partijen zijn" },
  { WORDS_PARTIES, MATCH_WHOLE, "deelnemende partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "deelnemende organisaties" },
  { WORDS_PARTIES, MATCH_WHOLE, "betrokken partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "convenantpartijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "convenantpartners" },
  { WORDS_PARTIES, MATCH_WHOLE, "samenwerkende partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "samenwerkingspartners" },
  { WORDS_PARTIES, MATCH_WHOLE, "tussen" },
  { WORDS_PARTIES, MATCH_LIST, "dit convenant wordt gesloten" },
  { WORDS_PARTIES, MATCH_LIST, "dit convenant is gesloten" },
  { WORDS_PARTIES, MATCH_LIST, "dit convenant is aangegaan" },
  { WORDS_PARTIES, MATCH_LIST, "deze overeenkomst is gesloten" },
  { WORDS_PARTIES, MATCH_LIST, "deze overeenkomst is aangegaan" },
  { WORDS_PARTIES, MATCH_LIST, "deze overeenkomst wordt gesloten" },
  { WORDS_PARTIES, MATCH_WHOLE, "partijen bij dit convenant" },
  { WORDS_PARTIES, MATCH_WHOLE, "partijen bij deze overeenkomst" },
  { WORDS_PARTIES, MATCH_WHOLE, "de deelnemende partijen" },
  { WORDS_PARTIES, MATCH_WHOLE, "de partners" },
  { WORDS_PARTIES, MATCH_WHOLE, "partners" },
  { WORDS_PARTIES, MATCH_WHOLE, "deelnemers" },
  { WORDS_PARTIES, MATCH_LIST, "partijen bij dit convenant" },
  { WORDS_PARTIES, MATCH_LIST, "partijen bij deze overeenkomst" },
  { WORDS_PARTIES, MATCH_PREFIX, "wij, de ondergetekenden" },
  { WORDS_PARTIES, MATCH_WHOLE, "wij, de bestuurders van" },
  { WORDS_PARTIES, MATCH_WHOLE, "wij, de besturen van" },
  { WORDS_PARTIES, MATCH_WHOLE, "wij, bestuurders van" },
  { WORDS_PARTIES, MATCH_WHOLE, "wij, de directeuren van" },
  { WORDS_PARTIES, MATCH_WHOLE, "wij, de vertegenwoordigers van" },
  { WORDS_PARTIES, MATCH_PREFIX, "the undersigned" },
  { WORDS_PARTIES, MATCH_WHOLE, "the parties" },
  { WORDS_PARTIES, MATCH_WHOLE, "the following parties" },
  { WORDS_PARTIES, MATCH_WHOLE, "parties" },
  { WORDS_PARTIES, MATCH_WHOLE, "between" },
  { WORDS_PARTIES, MATCH_LIST, "this agreement is made" },
  { WORDS_PARTIES, MATCH_LIST, "this covenant is made" },

  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "overwegende dat" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "overwegende" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "overwegingen" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "de overwegingen" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "in aanmerking nemende dat" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "in aanmerking nemende" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "in aanmerking nemend dat" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "in overweging nemende dat" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "in overweging nemende" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "het volgende in overweging nemend" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "het volgende in overweging nemende" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "nemen het volgende in overweging" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "nemen in aanmerking" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "nemen het volgende in aanmerking" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "nemen in overweging" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "overwegen" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "partijen overwegen dat" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "partijen overwegen" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "overwegen dat" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "partijen overwegen" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "partijen nemen" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "partijen zijn van mening" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "zijn van mening" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "zijn van oordeel" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "constateren" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "onderkennen" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "stellen vast" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "hebben overwogen" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "partijen constateren" },
  { WORDS_CONSIDERATIONS, MATCH_LIST, "partijen hebben het volgende overwogen" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "constaterende dat" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "constaterende" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "gelet op" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "met inachtneming van" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "algemene overwegingen" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "gezien" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "considerans" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "whereas" },
  { WORDS_CONSIDERATIONS, MATCH_WHOLE, "recitals" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "considering that" },
  { WORDS_CONSIDERATIONS, MATCH_PREFIX, "considering" },

  { WORDS_AGREEMENT, MATCH_WHOLE, "zijn overeengekomen" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "en zijn overeengekomen" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "partijen zijn overeengekomen" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "hebben afgesproken" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "verklaren" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "verklaren het volgende" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "verklaren hierbij" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "verklaren dat" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "partijen verklaren" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "spreken uit" },
  { WORDS_AGREEMENT, MATCH_PREFIX, "spreken uit dat wij" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "spreken af dat" },
  { WORDS_AGREEMENT, MATCH_WHOLE, "besluiten" },
  { WORDS_AGREEMENT, MATCH_LIST, "besluiten" },
  { WORDS_AGREEMENT, MATCH_LIST, "verklaren" },
  { WORDS_AGREEMENT, MATCH_LIST, "hebben de intentie" },
  { WORDS_AGREEMENT, MATCH_LIST, "spreken de intentie uit" },
  { WORDS_AGREEMENT, MATCH_LIST, "spreken uit" },
  { WORDS_AGREEMENT, MATCH_LIST, "zijn voornemens" },
  { WORDS_AGREEMENT, MATCH_LIST, "nemen zich voor" },
  { WORDS_AGREEMENT, MATCH_LIST, "onderschrijven" },
  { WORDS_AGREEMENT, MATCH_LIST, "beogen" },

  { WORDS_CLOSING, MATCH_PREFIX, "aldus overeengekomen" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus opgemaakt" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus getekend" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus ondertekend" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus vastgesteld" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus afgesproken" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus gedaan" },
  { WORDS_CLOSING, MATCH_PREFIX, "aldus besloten" },
  { WORDS_CLOSING, MATCH_PREFIX, "overeengekomen en ondertekend" },
  { WORDS_CLOSING, MATCH_PREFIX, "overeengekomen en getekend" },
  { WORDS_CLOSING, MATCH_PREFIX, "getekend te" },
  { WORDS_CLOSING, MATCH_PREFIX, "getekend op" },
  { WORDS_CLOSING, MATCH_PREFIX, "ondertekend te" },
  { WORDS_CLOSING, MATCH_PREFIX, "ondertekend op" },
  { WORDS_CLOSING, MATCH_PREFIX, "opgemaakt te" },
  { WORDS_CLOSING, MATCH_PREFIX, "opgemaakt en ondertekend" },
  { WORDS_CLOSING, MATCH_PREFIX, "voor akkoord" },
  { WORDS_CLOSING, MATCH_WHOLE, "was getekend" },
  { WORDS_CLOSING, MATCH_WHOLE, "ondertekening" },
  { WORDS_CLOSING, MATCH_WHOLE, "ondertekeningen" },
  { WORDS_CLOSING, MATCH_WHOLE, "ondertekenaars" },
  { WORDS_CLOSING, MATCH_WHOLE, "handtekeningen" },
  { WORDS_CLOSING, MATCH_WHOLE, "handtekening" },
  { WORDS_CLOSING, MATCH_PREFIX, "thus agreed" },
  { WORDS_CLOSING, MATCH_PREFIX, "agreed and signed" },
  { WORDS_CLOSING, MATCH_PREFIX, "in witness whereof" },
  { WORDS_CLOSING, MATCH_PREFIX, "signed at" },
  { WORDS_CLOSING, MATCH_PREFIX, "signed on" },
  { WORDS_CLOSING, MATCH_WHOLE, "signatures" },
  { WORDS_CLOSING, MATCH_WHOLE, "signed by the parties" },

  { WORDS_CONTENTS, MATCH_WHOLE, "inhoud" },
  { WORDS_CONTENTS, MATCH_WHOLE, "inhoudsopgave" },
  { WORDS_CONTENTS, MATCH_WHOLE, "table of contents" },
  { WORDS_CONTENTS, MATCH_WHOLE, "contents" },

  { WORDS_TOPIC, MATCH_PREFIX, "aanleiding" },
  { WORDS_TOPIC, MATCH_PREFIX, "inleiding" },
  { WORDS_TOPIC, MATCH_PREFIX, "achtergrond" },
  { WORDS_TOPIC, MATCH_PREFIX, "ambitie" },
  { WORDS_TOPIC, MATCH_PREFIX, "visie" },
  { WORDS_TOPIC, MATCH_PREFIX, "doel" },
  { WORDS_TOPIC, MATCH_PREFIX, "doelen" },
  { WORDS_TOPIC, MATCH_PREFIX, "doelstelling" },
  { WORDS_TOPIC, MATCH_PREFIX, "doelstellingen" },
  { WORDS_TOPIC, MATCH_PREFIX, "definities" },
  { WORDS_TOPIC, MATCH_PREFIX, "begripsbepalingen" },
  { WORDS_TOPIC, MATCH_PREFIX, "begrippen" },
  { WORDS_TOPIC, MATCH_PREFIX, "uitgangspunten" },
  { WORDS_TOPIC, MATCH_PREFIX, "afspraken" },
  { WORDS_TOPIC, MATCH_PREFIX, "inzet" },
  { WORDS_TOPIC, MATCH_PREFIX, "taken" },
  { WORDS_TOPIC, MATCH_PREFIX, "rollen" },
  { WORDS_TOPIC, MATCH_PREFIX, "wijze van samenwerking" },
  { WORDS_TOPIC, MATCH_PREFIX, "organisatie" },
  { WORDS_TOPIC, MATCH_PREFIX, "overleg" },
  { WORDS_TOPIC, MATCH_PREFIX, "communicatie" },
  { WORDS_TOPIC, MATCH_PREFIX, "evaluatie" },
  { WORDS_TOPIC, MATCH_PREFIX, "monitoring" },
  { WORDS_TOPIC, MATCH_PREFIX, "looptijd" },
  { WORDS_TOPIC, MATCH_PREFIX, "duur" },
  { WORDS_TOPIC, MATCH_PREFIX, "financiën" },
  { WORDS_TOPIC, MATCH_PREFIX, "financiering" },
  { WORDS_TOPIC, MATCH_PREFIX, "kosten" },
  { WORDS_TOPIC, MATCH_PREFIX, "geschillen" },
  { WORDS_TOPIC, MATCH_PREFIX, "slotbepalingen" },
  { WORDS_TOPIC, MATCH_PREFIX, "overige bepalingen" },
  { WORDS_TOPIC, MATCH_PREFIX, "algemene bepalingen" },
  { WORDS_TOPIC, MATCH_PREFIX, "purpose" },
  { WORDS_TOPIC, MATCH_PREFIX, "definitions" },
  { WORDS_TOPIC, MATCH_PREFIX, "duration" },
  { WORDS_TOPIC, MATCH_PREFIX, "background" },
};

/* Sentences known by words in their order rather than by their beginning. */
static const char *const agreement_words[] = {
  "volgende overeen",
  "volgende overeengekomen",
  "komen overeen",
  "komen volgende af",
  "verklaren overeengekomen",
  "overeengekomen volgt",
  "overeen volgt",
  "overeengekomen volgende",
  "spreken volgende af",
  "spreken af",
  "maken volgende afspraken",
  "volgende afspraken",
  "volgende overeenkomst",
  "volgende convenant",
  "vastgesteld volgt",
  "afgesproken volgt",
  "agree follows",
  "agreed follows",
  "hereby agree",
  "agree following",
  "have agreed following",
};

typedef struct
{
  LineKind kind;
  const char *word;
  gboolean bare; /* also without a number */
} Keyword;

static const Keyword keywords[] = {
  { LINE_ARTICLE, "artikel", FALSE },   { LINE_ARTICLE, "art.", FALSE },
  { LINE_ARTICLE, "art", FALSE },       { LINE_ARTICLE, "article", FALSE },
  { LINE_ARTICLE, "clause", FALSE },    { LINE_ARTICLE, "section", FALSE },
  { LINE_ARTICLE, "bepaling", FALSE },  { LINE_ARTICLE, "afspraak", FALSE },
  { LINE_CHAPTER, "hoofdstuk", FALSE }, { LINE_CHAPTER, "afdeling", FALSE },
  { LINE_CHAPTER, "paragraaf", FALSE }, { LINE_CHAPTER, "deel", FALSE },
  { LINE_CHAPTER, "titel", FALSE },     { LINE_CHAPTER, "chapter", FALSE },
  { LINE_CHAPTER, "part", FALSE },      { LINE_CHAPTER, "title", FALSE },
  { LINE_CHAPTER, "§", FALSE },         { LINE_ANNEX, "bijlagen", TRUE },
  { LINE_ANNEX, "bijlage", TRUE },      { LINE_ANNEX, "annexes", TRUE },
  { LINE_ANNEX, "annex", TRUE },        { LINE_ANNEX, "appendix", TRUE },
};

static const char *const title_words[] = {
  "convenant",
  "overeenkomst",
  "intentieverklaring",
  "akkoord",
  "covenant",
  "agreement",
  "samenwerkingsafspraken",
  "protocol",
  "pact",
  "memorandum",
  "verklaring",
  "intentie",
  "manifest",
};

static gboolean
is_word_end (const char *text)
{
  return !g_unichar_isalnum (g_utf8_get_char (text));
}

gboolean
samen_covenant_text_begins (const char *text, const char *phrase)
{
  gsize length;

  /* Most phrases fail at their first letter. */
  if (g_ascii_tolower (*text) != g_ascii_tolower (*phrase))
    return FALSE;

  length = strlen (phrase);
  return g_ascii_strncasecmp (text, phrase, length) == 0 && is_word_end (text + length);
}

/* The place after the next whole word @word (of @length bytes), or NULL. */
static const char *
find_word (const char *text, const char *word, gsize length)
{
  gboolean start = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (start && g_ascii_strncasecmp (p, word, length) == 0 && is_word_end (p + length))
        return p + length;
      start = is_word_end (p);
    }

  return NULL;
}

static const char *
after_words (const char *text, const char *words)
{
  while (text != NULL && *words != '\0')
    {
      gsize length = strcspn (words, " ");

      text = find_word (text, words, length);
      words += length;
      words += strspn (words, " ");
    }

  return text;
}

gboolean
samen_covenant_text_has_words (const char *text, const char *words)
{
  return after_words (text, words) != NULL;
}

static gsize
match_agreement (const char *text)
{
  gsize length = strlen (text);

  if (length > SENTENCE_MAX || samen_covenant_text_begins (text, "dat"))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (agreement_words); i++)
    {
      const char *end = after_words (text, agreement_words[i]);

      if (end != NULL && strlen (end) <= TAIL_MAX)
        return length;
    }

  return 0;
}

static gsize
match_opening (const Opening *opening, const char *text)
{
  gsize end = strlen (opening->phrase);

  if (!samen_covenant_text_begins (text, opening->phrase))
    return 0;

  end += strspn (text + end, " ");
  switch (opening->how)
    {
    case MATCH_WHOLE:
      if (text[end] != '\0' && text[end] != ':' && text[end] != ',')
        return 0;
      break;
    case MATCH_LIST:
      end = strnlen (text, SENTENCE_MAX);
      return end < SENTENCE_MAX && text[end - 1] == ':' ? end : 0;
    case MATCH_PREFIX:
    default:
      break;
    }

  end += strspn (text + end, ":,. ");
  return end;
}

gsize
samen_covenant_text_opening (WordsKind kind, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (openings[i].kind == kind && openings[i].phrase[0] == g_ascii_tolower (*text))
      {
        gsize length = match_opening (&openings[i], text);

        if (length > 0)
          return length;
      }

  return kind == WORDS_AGREEMENT ? match_agreement (text) : 0;
}

gboolean
samen_covenant_text_has_title_word (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (title_words); i++)
    if (strstr (folded, title_words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* A number as articles have it: 1, 2a, 1.1, IV, or one letter. */
static gsize
identifier_length (const char *text)
{
  gsize n = 0, digits;

  if (g_ascii_isdigit (text[0]))
    {
      for (digits = strspn (text, "0123456789"); digits > 0 && digits <= 4;
           digits = strspn (text + n, "0123456789"))
        {
          n += digits;
          if (text[n] != '.' || !g_ascii_isdigit (text[n + 1]))
            break;
          n++;
        }
      if (g_ascii_isalpha (text[n]) && !g_ascii_isalnum (text[n + 1]))
        n++;
    }
  else
    {
      n = strspn (text, "IVXLC");
      if (n == 0 && g_ascii_isupper (text[0]))
        n = 1;
    }

  return n > 0 && is_word_end (text + n) ? n : 0;
}

/* Skips what stands between a number and its heading. */
static gsize
skip_separator (const char *text, gboolean *separated)
{
  gsize n = 0;

  for (;;)
    {
      gunichar c = g_utf8_get_char (text + n);

      if (c == ' ' || c == '\t')
        n++;
      else if (c == '.' || c == ':' || c == ')' || c == '-' || c == '|' || c == 0x2013 ||
               c == 0x2014 || c == 0x2022)
        {
          *separated = TRUE;
          n = (gsize) (g_utf8_next_char (text + n) - text);
        }
      else
        return n;
    }
}

/* "Artikel 3 van de wet" is a sentence, "Artikel 3 Van school naar werk" and
 * "Artikel 3 - inzet" are headings. */
static gboolean
is_heading_rest (const char *rest, gboolean separated)
{
  gunichar c = g_utf8_get_char (rest);

  if (c == '\0')
    return TRUE;
  if (c == ',' || c == ';' || c == '/')
    return FALSE;
  return separated || !g_unichar_islower (c);
}

static gboolean
match_keyword (Line *line, const Keyword *keyword)
{
  const char *text = line->text;
  gsize n = strlen (keyword->word);
  gsize id;
  gboolean separated = FALSE;

  if (g_ascii_tolower (*text) != keyword->word[0] ||
      g_ascii_strncasecmp (text, keyword->word, n) != 0 ||
      g_unichar_isalpha (g_utf8_get_char (text + n)))
    return FALSE;

  n += strspn (text + n, " ");
  id = identifier_length (text + n);
  if (id == 0 && !keyword->bare)
    return FALSE;

  line->keyword_length = id > 0 ? n + id : strlen (keyword->word);
  line->id_offset = n;
  line->id_length = id;
  n += id;
  n += skip_separator (text + n, &separated);
  line->rest_offset = n;
  /* "Bijlage bij het convenant" */
  if (keyword->kind == LINE_ANNEX && samen_covenant_text_begins (text + n, "bij"))
    separated = TRUE;
  if (id == 0 && !separated && text[n] != '\0')
    return FALSE;
  if (!is_heading_rest (text + n, separated))
    return FALSE;

  line->kind = keyword->kind;
  return TRUE;
}

gboolean
samen_covenant_text_keyword (Line *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (match_keyword (line, &keywords[i]))
      return TRUE;

  return FALSE;
}
