/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "base/format.h"

typedef const char *(*Check) (const char *text);

/* Every text up to the NULL looks right, or every one gets a hint */
static void
assert_all (Check check, gboolean right, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *hint = check (texts[i]);

      if ((hint == NULL) != right)
        g_error ("“%s”: %s", texts[i], hint != NULL ? hint : "gets no hint");
      if (hint != NULL)
        g_assert_cmpstr (hint, !=, "");
    }
}

#define ASSERT_RIGHT(check, ...)                                                                   \
  assert_all (check, TRUE, (const char *const[]) { __VA_ARGS__, NULL })
#define ASSERT_HINT(check, ...)                                                                    \
  assert_all (check, FALSE, (const char *const[]) { __VA_ARGS__, NULL })

static void
test_empty (void)
{
  static const Check checks[] = {
    samen_check_kvk, samen_check_branch, samen_check_brin,  samen_check_agb,
    samen_check_lrk, samen_check_rsin,   samen_check_email,
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_assert_null (checks[i](NULL));
      g_assert_null (checks[i](""));
    }
}

static void
test_numbers (void)
{
  ASSERT_RIGHT (samen_check_kvk, "12345678", "00000000", "09215649");
  ASSERT_HINT (samen_check_kvk, "1234567", "123456789", "1234567a", "1234 5678", "12345678 ",
               "１２３４５６７８");
  ASSERT_RIGHT (samen_check_branch, "000012345678");
  ASSERT_HINT (samen_check_branch, "12345678", "0000123456789", "00001234567x");
  ASSERT_RIGHT (samen_check_agb, "06290101");
  ASSERT_HINT (samen_check_agb, "6290101", "062901011", "06-29010");
  ASSERT_RIGHT (samen_check_lrk, "123456789");
  ASSERT_HINT (samen_check_lrk, "12345678", "1234567890", "LRK123456");
}

static void
test_brin (void)
{
  ASSERT_RIGHT (samen_check_brin, "05KO", "07NU00", "25LP", "00AA99");
  ASSERT_HINT (samen_check_brin, "12KB1", "30AJ0A", "05ko", "5KO", "05K0", "AB12", "07NU000",
               "05KO ");
}

/*
 * 9·1+8·2+7·3+6·4+5·5+4·6+3·7+2·8 = 156 = 14·11+2, so 12345678 takes a 2. For 00000001 it is 2; for
 * 10000000 9; for 99999999 9·44 = 396 = 36·11, so 0; for 00000012 it is 3·1+2·2 = 7; and 00000005 gives
 * 10, for which there is no digit at all.
 */
static void
test_rsin (void)
{
  ASSERT_RIGHT (samen_check_rsin, "123456782", "000000012", "100000009", "999999990", "000000127");
  ASSERT_HINT (samen_check_rsin, "123456789", "123456783", "213456782", "123456728", "000000013",
               "999999999", "12345678", "1234567820", "12345678x", "NL123456782");
  for (char last = '0'; last <= '9'; last++)
    {
      char number[] = "000000050";

      number[8] = last;
      ASSERT_HINT (samen_check_rsin, number);
    }
}

static void
test_email (void)
{
  ASSERT_RIGHT (samen_check_email, "a@b.nl", "jan.de-vries+werk@zorg.example.nl", "é@voorbeeld.nl");
  ASSERT_HINT (samen_check_email, "jan", "@b.nl", "jan@", "jan@nl", "jan@@b.nl", "jan@b@c.nl",
               "jan @b.nl", "jan@b.nl, piet@c.nl", "Jan <jan@b.nl>", "jan@.nl", "jan@b.",
               "jan@b.nl;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/format/empty", test_empty);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/brin", test_brin);
  g_test_add_func ("/format/rsin", test_rsin);
  g_test_add_func ("/format/email", test_email);

  return g_test_run ();
}
