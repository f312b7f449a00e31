/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pages/page.h"
#include "widgets/focus.h"
#include "widgets/record-keys.h"
#include "widgets/record-row.h"

typedef struct
{
  SamenStore *store;
  GPtrArray *lists; /* of the template, so they live as long as the page */
} SamenPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SamenPage, samen_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_STORE = 1,
};

static void
changed_cb (SamenPage *self)
{
  SamenPagePrivate *priv = samen_page_get_instance_private (self);

  for (guint i = 0; i < priv->lists->len; i++)
    samen_record_rows_update (g_ptr_array_index (priv->lists, i));
  SAMEN_PAGE_GET_CLASS (self)->update (self);
}

static void
samen_page_constructed (GObject *object)
{
  SamenPage *self = SAMEN_PAGE (object);
  SamenPagePrivate *priv = samen_page_get_instance_private (self);

  G_OBJECT_CLASS (samen_page_parent_class)->constructed (object);
  g_return_if_fail (priv->store != NULL);
  SAMEN_PAGE_GET_CLASS (self)->fill (self);
  SAMEN_PAGE_GET_CLASS (self)->update (self);
  g_signal_connect_object (priv->store, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
samen_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    g_value_set_object (value, samen_page_get_store (SAMEN_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SamenPagePrivate *priv = samen_page_get_instance_private (SAMEN_PAGE (object));

  if (id == PROP_STORE)
    priv->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_page_finalize (GObject *object)
{
  SamenPagePrivate *priv = samen_page_get_instance_private (SAMEN_PAGE (object));

  g_clear_object (&priv->store);
  g_ptr_array_unref (priv->lists);
  G_OBJECT_CLASS (samen_page_parent_class)->finalize (object);
}

static void
do_nothing (SamenPage *self)
{
}

static GtkWidget *
find_nothing (SamenPage *self, SamenRecord *record)
{
  return NULL;
}

static void
samen_page_class_init (SamenPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fill = do_nothing;
  klass->update = do_nothing;
  klass->find = find_nothing;
  object_class->constructed = samen_page_constructed;
  object_class->get_property = samen_page_get_property;
  object_class->set_property = samen_page_set_property;
  object_class->finalize = samen_page_finalize;
  g_object_class_install_property (
      object_class, PROP_STORE,
      g_param_spec_object ("store", NULL, NULL, SAMEN_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
samen_page_init (SamenPage *self)
{
  SamenPagePrivate *priv = samen_page_get_instance_private (self);

  priv->lists = g_ptr_array_new ();
}

SamenStore *
samen_page_get_store (SamenPage *self)
{
  SamenPagePrivate *priv = samen_page_get_instance_private (self);

  return priv->store;
}

void
samen_page_print (SamenPage *self)
{
  g_return_if_fail (SAMEN_PAGE_GET_CLASS (self)->print != NULL);

  SAMEN_PAGE_GET_CLASS (self)->print (self);
}

const char *
samen_page_get_print_label (SamenPage *self)
{
  const SamenPageClass *klass = SAMEN_PAGE_GET_CLASS (self);

  return klass->print != NULL ? _ (klass->print_label) : NULL;
}

typedef gboolean (*IsWanted) (GtkWidget *widget, const char *wanted);

/* Whether activating @widget is about the record with that id; buttons that add to it are not it */
static gboolean
is_about (GtkWidget *widget, const char *id)
{
  const char *table, *other;

  return samen_record_keys_target (widget, &table, &other) && g_str_equal (other, id);
}

static gboolean
adds (GtkWidget *widget, const char *table)
{
  const char *action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  const char *target;

  if (g_strcmp0 (action, "record.add") != 0)
    return FALSE;
  g_variant_get_child (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)), 0, "&s",
                       &target);
  return g_str_equal (target, table);
}

/* To the first there is, not on from what had the focus and is gone */
static gboolean
focus_first_cb (GtkWidget *page, GdkFrameClock *clock, gpointer unused)
{
  if (gtk_widget_get_height (page) == 0)
    return G_SOURCE_CONTINUE;
  gtk_root_set_focus (gtk_widget_get_root (page), NULL);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* Most widgets that show a record, or add one, name it in their action */
static GtkWidget *
find_by_action (GtkWidget *widget, IsWanted is_wanted, const char *wanted)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget) ||
      GTK_IS_POPOVER (widget))
    return NULL;
  if (is_wanted (widget, wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_action (child, is_wanted, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
samen_page_reveal (SamenPage *self, SamenRecord *record)
{
  GtkWidget *widget = SAMEN_PAGE_GET_CLASS (self)->find (self, record);
  g_autoptr (SamenRecord) owner = NULL;

  if (widget == NULL || !gtk_widget_is_visible (widget))
    widget = find_by_action (GTK_WIDGET (self), is_about, record->id);
  if (widget != NULL)
    {
      samen_focus_when_drawn (widget);
      return TRUE;
    }
  owner = samen_store_get_owner (samen_page_get_store (self), record);
  if (owner != NULL)
    samen_page_reveal (self, owner);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_first_cb, NULL, NULL);
  return FALSE;
}

void
samen_page_reveal_add (SamenPage *self, const char *table)
{
  GtkWidget *widget = find_by_action (GTK_WIDGET (self), adds, table);

  if (widget != NULL)
    samen_focus_when_drawn (widget);
}

static gboolean
has_items (GBinding *binding, const GValue *from, GValue *to, gpointer unused)
{
  g_value_set_boolean (to, g_value_get_uint (from) > 0);
  return TRUE;
}

void
samen_page_bind_list (SamenPage *self,
                      GtkListBox *list,
                      GListModel *model,
                      GtkListBoxCreateWidgetFunc make_row)
{
  /* A plain list model does not tell how many items it has by a property */
  g_autoptr (GtkNoSelection) counted = gtk_no_selection_new (model);
  SamenPagePrivate *priv = samen_page_get_instance_private (self);

  g_ptr_array_add (priv->lists, list);
  gtk_list_box_bind_model (list, G_LIST_MODEL (counted), make_row, self, NULL);
  g_object_bind_property_full (counted, "n-items", list, "visible", G_BINDING_SYNC_CREATE,
                               has_items, NULL, NULL, NULL);
}
