/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/covenant-import.h"
#include "fixture.h"

/* From which world the organisation of an imported party is taken to come, by its name */
static void
test_sides (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    SamenSide side;
  } cases[] = {
    { "ROC Oost", SAMEN_SIDE_EDUCATION },
    { "Procedo Techniek", SAMEN_SIDE_OTHER },
    { "Thuiszorg Noord", SAMEN_SIDE_CARE },
    { "Kinderopvang De Wilg", SAMEN_SIDE_CHILDCARE },
    { "Vrouwenopvang De Poort", SAMEN_SIDE_OTHER },
    { "Gehandicaptenzorg Zonneveld", SAMEN_SIDE_DISABILITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("side-%u.sqlite", i);
      g_autofree char *path = fixture_file (self, name);
      g_autofree char *source = g_strdup_printf (
          "Convenant\n\nOndergetekenden:\n\n1. %s, hierna te noemen: A;\n\n2. Iemand anders, "
          "hierna te "
          "noemen: B;\n\nKomen het volgende overeen:\n\nArtikel 1 Doel\n\nSamen leren.\n",
          cases[i].name);
      g_autoptr (SamenCovenantText) text = samen_covenant_text_parse (source, -1, NULL);
      g_autoptr (SamenStore) store =
          samen_covenant_import_to_path (path, text, NULL, NULL, "Noor", NULL);
      g_autoptr (GListModel) organisations =
          samen_store_list (store, SAMEN_TYPE_ORGANISATION, NULL, NULL);
      g_autoptr (SamenOrganisation) first = g_list_model_get_item (organisations, 0);

      g_assert_cmpstr (first->name, ==, cases[i].name);
      g_assert_cmpint (first->side, ==, cases[i].side);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/covenant-sides/by-name", test_sides);
  return g_test_run ();
}
