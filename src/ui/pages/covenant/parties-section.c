/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/agreement-text.h"
#include "exchange/lock.h"
#include "exchange/party-edits.h"
#include "pages/covenant/add-parties-dialog.h"
#include "pages/covenant/parties-section.h"
#include "pages/covenant/party-group-dialog.h"
#include "pages/covenant/party-row.h"
#include "pages/covenant/sign-dialog.h"
#include "widgets/record-drag.h"
#include "widgets/record-row.h"
#include "widgets/toast.h"

struct _SamenPartiesSection
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  GListModel *parties;

  AdwPreferencesGroup *group;
  GtkWidget *sign_button;
  GtkWidget *add_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SamenPartiesSection, samen_parties_section, ADW_TYPE_BIN)

static GtkWidget *
row_at (SamenPartiesSection *self, guint index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static SamenParty *
party_at (SamenPartiesSection *self, guint index)
{
  GtkWidget *row = row_at (self, index);

  return row != NULL ? samen_record_row_get_record (SAMEN_RECORD_ROW (row)) : NULL;
}

static SamenParty *
focused_party (SamenPartiesSection *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? samen_record_row_get_record (SAMEN_RECORD_ROW (row)) : NULL;
}

/* A row that is not in its place is made anew there: what stands after it, stands there still or is
 * removed in the end */
static void
show_rows (SamenPartiesSection *self, GPtrArray *lines, gboolean editable)
{
  SamenParty *focused = focused_party (self);

  for (guint i = 0; i < lines->len; i++)
    {
      const SamenPartyLine *line = g_ptr_array_index (lines, i);
      gboolean is_in_place = party_at (self, i) == line->party;

      if (!is_in_place && party_at (self, i + 1) == line->party)
        gtk_list_box_remove (self->list, row_at (self, i));
      else if (!is_in_place)
        gtk_list_box_insert (self->list, samen_party_row_new (self->store, line->party), (int) i);
      samen_party_row_show (row_at (self, i), lines, line, editable);
      if (line->party == focused &&
          gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != row_at (self, i))
        gtk_widget_grab_focus (row_at (self, i));
    }
  while (row_at (self, lines->len) != NULL)
    gtk_list_box_remove (self->list, row_at (self, lines->len));
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
}

static void
update (SamenPartiesSection *self)
{
  const char *id = SAMEN_RECORD (self->agreement)->id;
  g_autofree char *locked = samen_lock_reason (self->store, self->agreement);
  g_autoptr (GPtrArray) lines = samen_party_lines (self->parties, id);
  g_autoptr (SamenAgreementTerm) term = samen_agreement_term_today (self->store, self->agreement);
  g_autofree char *signing = samen_agreement_term_signing (term);
  g_autofree char *markup = g_markup_escape_text (signing, -1);

  adw_preferences_group_set_description (self->group, markup);
  gtk_widget_set_visible (self->sign_button, term->unsigned_parties->len > 1);
  gtk_widget_set_visible (self->add_button, locked == NULL);
  samen_record_drag_set_enabled (self->list, locked == NULL);
  show_rows (self, lines, locked == NULL);
}

/* ---- actions ---- */

static gboolean
apply (SamenPartiesSection *self, SamenEdit *made)
{
  g_autoptr (SamenEdit) edit = made;
  g_autoptr (GError) error = NULL;

  if (edit == NULL || samen_store_apply (self->store, edit, &error))
    return edit != NULL;
  samen_toast (GTK_WIDGET (self), error->message);
  return FALSE;
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (widget);
  const char *table, *id;
  int by;
  g_autoptr (SamenParty) party = NULL;

  g_variant_get (parameter, "(&s&si)", &table, &id, &by);
  party = samen_store_get (self->store, SAMEN_TYPE_PARTY, id);
  if (party != NULL)
    apply (self, samen_party_edit_move (self->store, party, by));
}

static void
into_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (widget);
  const char *id, *group_id;
  g_autoptr (SamenParty) party = NULL;
  g_autoptr (SamenParty) group = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &group_id);
  party = samen_store_get (self->store, SAMEN_TYPE_PARTY, id);
  if (*group_id != '\0')
    group = samen_store_get (self->store, SAMEN_TYPE_PARTY, group_id);
  if (party != NULL)
    apply (self, samen_party_edit_into (self->store, party, group));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (widget);

  adw_dialog_present (samen_add_parties_dialog_new (self->store, self->agreement), widget);
}

static void
add_group_cb (GtkWidget *widget, const char *action, GVariant *unused)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (widget);

  adw_dialog_present (samen_party_group_dialog_new (self->store, self->agreement), widget);
}

/* The button that was pressed is gone, and the focus with it */
static void
signed_cb (SamenPartiesSection *self, AdwDialog *dialog)
{
  SamenParty *party = g_object_get_data (G_OBJECT (dialog), "party");
  GtkWidget *row = party != NULL ? samen_record_rows_find (self->list, SAMEN_RECORD (party)) : NULL;

  if (row == NULL && gtk_widget_get_visible (self->sign_button))
    row = self->sign_button;
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->list));
}

static void
sign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (SamenParty) party =
      *id != '\0' ? samen_store_get (self->store, SAMEN_TYPE_PARTY, id) : NULL;
  AdwDialog *dialog;

  dialog = samen_sign_dialog_new (self->store, self->agreement, party);
  if (party != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "party", g_object_ref (party), g_object_unref);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* ---- dragging ---- */

static SamenEdit *
drop_edit (SamenPartiesSection *self, GtkListBoxRow *dragged, GtkListBoxRow *row, gboolean after)
{
  SamenParty *party = samen_record_row_get_record (SAMEN_RECORD_ROW (dragged));
  SamenParty *other = samen_record_row_get_record (SAMEN_RECORD_ROW (row));

  /* Below the name of a group is in it */
  if (after && party != other && !samen_party_is_group (party, self->parties) &&
      samen_party_is_group (other, self->parties))
    return samen_party_edit_into (self->store, party, other);
  return samen_party_edit_beside (self->store, party, other, after);
}

static gboolean
place_cb (GtkListBoxRow *dragged, GtkListBoxRow **row, gboolean *after, gpointer self)
{
  g_autoptr (SamenEdit) edit = drop_edit (self, dragged, *row, *after);

  return edit != NULL;
}

static void
drop_cb (GtkListBoxRow *dragged, GtkListBoxRow *row, gboolean after, gpointer self)
{
  apply (self, drop_edit (self, dragged, row, after));
}

/* ---- the widget ---- */

static void
samen_parties_section_dispose (GObject *object)
{
  SamenPartiesSection *self = SAMEN_PARTIES_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMEN_TYPE_PARTIES_SECTION);
  g_clear_object (&self->parties);
  g_clear_object (&self->agreement);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (samen_parties_section_parent_class)->dispose (object);
}

static void
samen_parties_section_class_init (SamenPartiesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_parties_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/parties-section.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, group);
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, sign_button);
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, list);
  gtk_widget_class_install_action (widget_class, "record.move", "(ssi)", move_cb);
  gtk_widget_class_install_action (widget_class, "parties.into", "(ss)", into_cb);
  gtk_widget_class_install_action (widget_class, "parties.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "parties.add-group", NULL, add_group_cb);
  gtk_widget_class_install_action (widget_class, "parties.sign", "s", sign_cb);
}

static void
samen_parties_section_init (SamenPartiesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samen_record_drag_install_full (self->list, place_cb, drop_cb, self);
}

void
samen_parties_section_show (SamenPartiesSection *self, SamenStore *store, SamenAgreement *agreement)
{
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->parties = samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", id);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
