/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "exchange/lock.h"
#include "pages/covenant/parties-section.h"
#include "pages/covenant/party-row.h"
#include "widgets/record-row.h"

struct _SamenPartiesSection
{
  AdwBin parent_instance;
  SamenStore *store;
  SamenAgreement *agreement;
  GListModel *parties;

  GtkActionable *add_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SamenPartiesSection, samen_parties_section, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return samen_party_row_new (SAMEN_PARTIES_SECTION (data)->store, item);
}

static void
update (SamenPartiesSection *self)
{
  g_autofree char *locked = samen_lock_reason (self->store, self->agreement);

  gtk_widget_set_visible (GTK_WIDGET (self->add_button), locked == NULL);
  samen_record_rows_update (self->list);
}

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
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, SamenPartiesSection, list);
}

static void
samen_parties_section_init (SamenPartiesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
samen_parties_section_show (SamenPartiesSection *self, SamenStore *store, SamenAgreement *agreement)
{
  const char *id = SAMEN_RECORD (agreement)->id;

  self->store = g_object_ref (store);
  self->agreement = g_object_ref (agreement);
  self->parties = samen_store_list (store, SAMEN_TYPE_PARTY, "agreement", id);
  gtk_actionable_set_action_target (self->add_button, "(sss)", "party", "agreement", id);
  gtk_list_box_bind_model (self->list, self->parties, make_row, self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
