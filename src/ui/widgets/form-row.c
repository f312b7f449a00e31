/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/announce.h"
#include "widgets/form-row.h"
#include "widgets/long-names.h"
#include "widgets/suggestions.h"

/* What there is room for beside the title of its row in a narrow window, in characters */
#define LONGEST_CHOICE 16

struct _SamenFormRow
{
  const SamenField *field;
  GtkWidget *row;     /* in the list */
  GtkWidget *control; /* what takes the focus and has the value */
  GtkWidget *message_row;
  GtkLabel *message;
  GListModel *records; /* for a reference: what it can be to */
  GVariant *first;
  char *first_text;          /* of what is typed */
  SamenNumbering *numbering; /* not owned */
  void (*left) (gpointer data);
  gpointer left_data;
};

typedef enum
{
  MESSAGE_HINT,
  MESSAGE_WARNING,
  MESSAGE_ERROR,
} MessageKind;

/* What a screen reader stops at: in an entry row, that is the text within */
static GtkAccessible *
get_accessible (SamenFormRow *self)
{
  if (GTK_IS_EDITABLE (self->control))
    return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->control)));
  return GTK_ACCESSIBLE (self->control);
}

static void
show_message (SamenFormRow *self, MessageKind kind, const char *text)
{
  GtkAccessible *accessible = get_accessible (self);
  static const char *const classes[] = { "dim-label", "warning", "error" };
  gboolean is_error = text != NULL && kind == MESSAGE_ERROR;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), classes[kind]);
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (self->message_row, text != NULL);

  if (is_error)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (
      accessible, GTK_ACCESSIBLE_STATE_INVALID,
      is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (text != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (is_error)
    samen_announce (accessible, text);
}

static void
show_hint (SamenFormRow *self)
{
  show_message (self, MESSAGE_HINT, self->field->hint != NULL ? _ (self->field->hint) : NULL);
}

static char *
dup_text (SamenFormRow *self)
{
  if (GTK_IS_TEXT_VIEW (self->control))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  /* What was pasted may have lines where the field has but one */
  return g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))), "\r\n\t",
                       ' ');
}

static gboolean
cites (SamenFormRow *self)
{
  return self->numbering != NULL && (self->field->flags & SAMEN_CITES) != 0;
}

/* What was typed, with a reference such as {article 4} as it is kept */
static char *
dup_typed (SamenFormRow *self)
{
  g_autofree char *text = dup_text (self);

  return cites (self) ? samen_numbering_from_input (self->numbering, text, NULL)
                      : g_steal_pointer (&text);
}

static GVariant *
read_reference (SamenFormRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->control));
  g_autoptr (SamenRecord) record = NULL;

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return NULL;
  record = g_list_model_get_item (self->records, selected - 1);
  return samen_value ((const char *) record->id);
}

static gboolean
read_value (SamenFormRow *self, GVariant **value, GError **error)
{
  GVariant *floating = NULL;
  g_autofree char *text = NULL;
  guint selected;

  switch (self->field->kind)
    {
    case SAMEN_KIND_BOOLEAN:
      floating = samen_value ((bool) adw_switch_row_get_active (ADW_SWITCH_ROW (self->control)));
      break;
    case SAMEN_KIND_CHOICE:
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->control));
      floating = samen_value (self->field->choices[selected].name);
      break;
    case SAMEN_KIND_REFERENCE:
      floating = read_reference (self);
      break;
    default:
      text = dup_typed (self);
      return samen_field_parse_input (self->field, text, value, error);
    }
  *value = floating != NULL ? g_variant_ref_sink (floating) : NULL;
  return samen_field_accepts (self->field, *value, error);
}

/* What is in the dossier is right, also where nobody would be let to type it now */
static gboolean
read_or_keep (SamenFormRow *self, GVariant **value, GError **error)
{
  *value = NULL;
  if (self->first == NULL || self->first_text == NULL || samen_form_row_is_changed (self))
    return read_value (self, value, error);
  *value = g_variant_ref (self->first);
  return TRUE;
}

gboolean
samen_form_row_get_value (SamenFormRow *self, GVariant **value)
{
  return read_or_keep (self, value, NULL);
}

void
samen_form_row_show (SamenFormRow *self, gboolean is_error, const char *message)
{
  show_message (self, is_error ? MESSAGE_ERROR : MESSAGE_WARNING, message);
}

void
samen_form_row_set_left (SamenFormRow *self, void (*left) (gpointer data), gpointer data)
{
  self->left = left;
  self->left_data = data;
}

gboolean
samen_form_row_read (SamenFormRow *self, GVariant **value)
{
  g_autoptr (GError) error = NULL;
  const char *warning = NULL;

  if (!read_or_keep (self, value, &error))
    {
      show_message (self, MESSAGE_ERROR, error->message);
      return FALSE;
    }
  if (self->field->check != NULL && *value != NULL)
    warning = self->field->check (g_variant_get_string (*value, NULL));
  if (warning != NULL)
    show_message (self, MESSAGE_WARNING, warning);
  else
    show_hint (self);
  return TRUE;
}

gboolean
samen_form_row_is_changed (SamenFormRow *self)
{
  g_autoptr (GVariant) value = NULL;

  if (self->first_text != NULL)
    {
      g_autofree char *text = dup_text (self);

      return !g_str_equal (text, self->first_text);
    }
  return !read_value (self, &value, NULL) || !samen_value_equal (value, self->first);
}

gboolean
samen_form_row_is_empty (SamenFormRow *self)
{
  g_autofree char *text = self->first_text != NULL ? dup_text (self) : NULL;

  return text != NULL && *g_strstrip (text) == '\0';
}

static void
focus_left_cb (SamenFormRow *self)
{
  g_autoptr (GVariant) value = NULL;

  /* An empty required field is told when saving, not while somebody is on the way to it */
  if (samen_form_row_is_changed (self))
    samen_form_row_read (self, &value);
  if (self->left != NULL)
    self->left (self->left_data);
}

static void
day_selected_cb (SamenFormRow *self, GtkCalendar *calendar)
{
  SamenDate date =
      samen_date_day (gtk_calendar_get_year (calendar), gtk_calendar_get_month (calendar) + 1,
                      gtk_calendar_get_day (calendar));
  g_autofree char *text = samen_date_format (date, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
}

/* No month lacks its first day */
static void
show_day (GtkCalendar *calendar, SamenDate date)
{
  gtk_calendar_set_day (calendar, 1);
  gtk_calendar_set_year (calendar, date.year);
  gtk_calendar_set_month (calendar, date.month - 1);
  gtk_calendar_set_day (calendar, date.day);
}

static void
popover_shown_cb (SamenFormRow *self, GtkWidget *popover)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  SamenDate date = SAMEN_DATE_NONE;

  samen_date_parse_input (gtk_editable_get_text (GTK_EDITABLE (self->control)), &date, NULL);
  if (!samen_date_is_set (date))
    date = samen_date_today ();
  g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
  show_day (calendar, samen_date_first_day (date));
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
}

static GtkWidget *
make_calendar_button (SamenFormRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  return button;
}

static GPtrArray *
suggest_cb (gpointer data)
{
  SamenFormRow *self = data;
  GPtrArray *all = g_ptr_array_new_with_free_func (samen_suggestion_free);
  g_auto (GStrv) texts = self->field->suggest ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      SamenSuggestion *it = g_new0 (SamenSuggestion, 1);

      it->text = g_strdup (texts[i]);
      g_ptr_array_add (all, it);
    }
  return all;
}

/* How the form shows a value that is typed */
static char *
format_for_typing (const SamenField *field, GVariant *value)
{
  SamenField bare = *field;

  bare.unit = NULL;
  return samen_field_format (&bare, value, NULL);
}

static void
make_entry (SamenFormRow *self, GVariant *value)
{
  g_autofree char *text = format_for_typing (self->field, value);
  g_autofree char *title = NULL;

  if (self->field->unit != NULL)
    /* Translators: the name of a field and its unit, such as "Notice period (months)" */
    title = g_strdup_printf (_ ("%s (%s)"), _ (self->field->label), _ (self->field->unit));

  self->row = self->control = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 title != NULL ? title : _ (self->field->label));
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  if (self->field->kind == SAMEN_KIND_DATE)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), make_calendar_button (self));
  if (self->field->suggest != NULL)
    samen_suggestions_add (ADW_ENTRY_ROW (self->row), NULL, suggest_cb, self);
}

static char *
dup_for_typing (SamenFormRow *self, GVariant *value)
{
  const char *text = value != NULL ? g_variant_get_string (value, NULL) : "";

  return cites (self) ? samen_numbering_to_input (self->numbering, text, NULL) : g_strdup (text);
}

static void
make_text_view (SamenFormRow *self, GVariant *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ (self->field->label));
  g_autofree char *text = dup_for_typing (self, value);

  self->control = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->control), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->control), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), text, -1);
  gtk_widget_set_size_request (self->control, -1, 72);
  gtk_widget_add_css_class (self->control, "form-text");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->control),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->control);
  gtk_widget_add_css_class (box, "form-text-box");

  self->row = adw_preferences_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
}

static void
make_combo (SamenFormRow *self, GtkStringList *names, guint selected, gboolean is_long)
{
  self->row = self->control = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (self->field->label));
  if (is_long)
    samen_combo_show_whole (ADW_COMBO_ROW (self->row));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
}

static void
make_choice (SamenFormRow *self, GVariant *value)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean is_long = FALSE;
  int selected = 0;

  for (int i = 0; self->field->choices[i].name != NULL; i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "choice", self->field->choices[i].label);

      gtk_string_list_append (names, name);
      is_long = is_long || g_utf8_strlen (name, -1) > LONGEST_CHOICE;
    }
  if (value != NULL)
    selected = samen_field_choice_index (self->field, g_variant_get_string (value, NULL));
  make_combo (self, names, (guint) MAX (selected, 0), is_long);
}

static void
make_reference (SamenFormRow *self, SamenStore *store, GVariant *value)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->records = samen_store_list (store, self->field->refers (), NULL, NULL);
  /* Translators: the choice to refer to nothing, as in "Organisation: none" */
  gtk_string_list_append (names, C_ ("reference", "None"));
  for (guint i = 0; i < g_list_model_get_n_items (self->records); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (self->records, i);
      g_autofree char *name = samen_record_dup_title (record);

      gtk_string_list_append (names, name);
      if (value != NULL && g_str_equal (record->id, g_variant_get_string (value, NULL)))
        selected = i + 1;
    }
  make_combo (self, names, selected, TRUE);
}

static void
make_switch (SamenFormRow *self, GVariant *value)
{
  self->row = self->control = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (self->field->label));
  adw_switch_row_set_active (ADW_SWITCH_ROW (self->row),
                             value != NULL && g_variant_get_boolean (value));
}

static void
make_message (SamenFormRow *self)
{
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_wrap_mode (self->message, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "form-message");
  /* A group takes only such rows into its list */
  self->message_row = adw_preferences_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->message_row), GTK_WIDGET (self->message));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->message_row), FALSE);
  /* It takes the focus, for Tab does not get past a row in a list that does not */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->message_row),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->message, NULL, -1);
}

static void
make_control (SamenFormRow *self, SamenStore *store, GVariant *value)
{
  switch (self->field->kind)
    {
    case SAMEN_KIND_BOOLEAN:
      make_switch (self, value);
      break;
    case SAMEN_KIND_CHOICE:
      make_choice (self, value);
      break;
    case SAMEN_KIND_REFERENCE:
      make_reference (self, store, value);
      break;
    default:
      if ((self->field->flags & SAMEN_LONG) != 0)
        make_text_view (self, value);
      else
        make_entry (self, value);
    }
}

SamenFormRow *
samen_form_row_new (const SamenField *field,
                    SamenStore *store,
                    GVariant *value,
                    SamenNumbering *numbering)
{
  SamenFormRow *self = g_new0 (SamenFormRow, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = field;
  self->numbering = numbering;
  self->first = value != NULL ? g_variant_ref_sink (value) : NULL;
  make_control (self, store, self->first);
  if (GTK_IS_TEXT_VIEW (self->control) || GTK_IS_EDITABLE (self->control))
    self->first_text = dup_text (self);
  make_message (self);
  g_object_ref_sink (self->row);
  g_object_ref_sink (self->message_row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->control, focus);
  show_hint (self);
  return self;
}

void
samen_form_row_free (SamenFormRow *self)
{
  g_clear_object (&self->row);
  g_clear_object (&self->message_row);
  g_clear_object (&self->records);
  g_clear_pointer (&self->first, g_variant_unref);
  g_free (self->first_text);
  g_free (self);
}

void
samen_form_row_add_to (SamenFormRow *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->message_row);
}

void
samen_form_row_add_to_expander (SamenFormRow *self, AdwExpanderRow *expander)
{
  adw_expander_row_add_row (expander, self->row);
  adw_expander_row_add_row (expander, self->message_row);
}

const SamenField *
samen_form_row_get_field (SamenFormRow *self)
{
  return self->field;
}

void
samen_form_row_choose (SamenFormRow *self, const char *id)
{
  g_return_if_fail (self->records != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->records); i++)
    {
      g_autoptr (SamenRecord) record = g_list_model_get_item (self->records, i);

      if (g_str_equal (record->id, id))
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->control), i + 1);
    }
  g_clear_pointer (&self->first, g_variant_unref);
  read_value (self, &self->first, NULL);
}

void
samen_form_row_focus (SamenFormRow *self)
{
  gtk_widget_grab_focus (self->control);
}

GtkWidget *
samen_form_row_get_control (SamenFormRow *self)
{
  return self->control;
}
