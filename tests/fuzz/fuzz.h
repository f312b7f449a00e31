/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Readers of bytes that anybody may have written, each called with whatever comes to mind. clang's libFuzzer
 * tries what leads to code that was not reached before (./dev fuzz); with replay.c the same programs read the
 * seeds only, whatever compiler there is. What they find wrong, they end the program for.
 */

/** LLVMFuzzerTestOneInput: reads @data. Returns: 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/** LLVMFuzzerInitialize: called once, first. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/** fuzz_file: Returns: (transfer none): a path for a file called @name, which is gone when the program ends. */
const char *fuzz_file (const char *name);

/** fuzz_assert: ends the program if what has to hold does not. */
#define fuzz_assert(condition)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error ("%s:%d: %s does not hold", __FILE__, __LINE__, #condition);                         \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
