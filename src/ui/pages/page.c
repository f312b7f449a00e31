/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include "pages/page.h"
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
  SamenPagePrivate *private = samen_page_get_instance_private (self);

  for (guint i = 0; i < private->lists->len; i++)
    samen_record_rows_update (g_ptr_array_index (private->lists, i));
  SAMEN_PAGE_GET_CLASS (self)->update (self);
}

static void
samen_page_constructed (GObject *object)
{
  SamenPage *self = SAMEN_PAGE (object);
  SamenPagePrivate *private = samen_page_get_instance_private (self);

  G_OBJECT_CLASS (samen_page_parent_class)->constructed (object);
  g_return_if_fail (private->store != NULL);
  SAMEN_PAGE_GET_CLASS (self)->fill (self);
  SAMEN_PAGE_GET_CLASS (self)->update (self);
  g_signal_connect_object (private->store, "changed", G_CALLBACK (changed_cb), self,
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
  SamenPagePrivate *private = samen_page_get_instance_private (SAMEN_PAGE (object));

  if (id == PROP_STORE)
  private->store = g_value_dup_object (value);
  else G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
samen_page_finalize (GObject *object)
{
  SamenPagePrivate *private = samen_page_get_instance_private (SAMEN_PAGE (object));

  g_clear_object (&private->store);
  g_ptr_array_unref (private->lists);
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
  SamenPagePrivate *private = samen_page_get_instance_private (self);

  private->lists = g_ptr_array_new ();
}

SamenStore *
samen_page_get_store (SamenPage *self)
{
  SamenPagePrivate *private = samen_page_get_instance_private (self);

  return private->store;
}

/* A page that was just made has no size yet, and what has no size is not scrolled to */
static gboolean
focus_when_laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (SAMEN_IS_PAGE (widget))
    {
      /* To the first there is, not on from what had the focus and is gone */
      gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
      gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
    }
  else
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
samen_page_reveal (SamenPage *self, SamenRecord *record)
{
  GtkWidget *widget = SAMEN_PAGE_GET_CLASS (self)->find (self, record);

  if (widget == NULL || !gtk_widget_is_visible (widget))
    widget = GTK_WIDGET (self);
  gtk_widget_add_tick_callback (widget, focus_when_laid_out_cb, NULL, NULL);
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
  SamenPagePrivate *private = samen_page_get_instance_private (self);

  g_ptr_array_add (private->lists, list);
  gtk_list_box_bind_model (list, G_LIST_MODEL (counted), make_row, self, NULL);
  g_object_bind_property_full (counted, "n-items", list, "visible", G_BINDING_SYNC_CREATE,
                               has_items, NULL, NULL, NULL);
}
