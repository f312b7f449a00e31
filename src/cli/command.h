/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What samenspel-cli returns */
enum
{
  SAMEN_EXIT_OK,
  SAMEN_EXIT_FAILED,
  SAMEN_EXIT_USAGE,
};

int samen_command_new (int argc, char **argv);
int samen_command_list (int argc, char **argv);
int samen_command_import_text (int argc, char **argv);
int samen_command_show (int argc, char **argv);
int samen_command_check (int argc, char **argv);
int samen_command_pdf (int argc, char **argv);
int samen_command_export (int argc, char **argv);
int samen_command_import (int argc, char **argv);
int samen_command_person (int argc, char **argv);

/**
 * samen_command_parse:
 * @argc: how many arguments there are
 * @argv: the command's name and its arguments
 * @entries: (nullable): the options it takes
 * @least: the least number of arguments that are no options
 * @most: the most of them
 *
 * Reads the options of a command, and on `--help` tells about it and ends the program. Says what is wrong
 * if anything is.
 *
 * Returns: (transfer full) (nullable): the arguments, in the encoding of file names; %NULL if they are not
 *   right.
 */
GStrv samen_command_parse (int argc,
                           char **argv,
                           const GOptionEntry *entries,
                           guint least,
                           guint most);

/** samen_command_fail: says what went wrong, in one line. Returns: %SAMEN_EXIT_FAILED. */
int samen_command_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * samen_command_to_utf8:
 * @argument: a name, as the locale writes it
 *
 * Returns: (transfer full) (nullable): the same in UTF-8; %NULL once it said that it cannot be read.
 */
char *samen_command_to_utf8 (const char *argument);

/** samen_command_is_there: Returns: whether there is a file at @path; FALSE once it said that there is none. */
gboolean samen_command_is_there (const char *path);

/** samen_command_open: Returns: (transfer full) (nullable): the dossier at @path; %NULL once it said why not. */
SamenStore *samen_command_open (const char *path);

G_END_DECLS
