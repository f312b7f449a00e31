/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: Samenspel contributors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/help-dialog.h"
#include "rules/signals.h"
#include "widgets/plain-row.h"

struct _SamenHelpDialog
{
  AdwDialog parent_instance;
  GtkListBox *tip_list;
  GtkListBox *use_list;
  GtkListBox *privacy_list;
};

typedef struct
{
  const char *title;
  const char *text;
} Paragraph;

G_DEFINE_FINAL_TYPE (SamenHelpDialog, samen_help_dialog, ADW_TYPE_DIALOG)

/* How the pages serve each tip, in the order of samen_tip_title() */
static const char *const tips[] = {
  N_ ("The Covenant page holds what the partners agree: the parties, the articles and who has "
      "signed. "
      "A text that you already have can be imported."),
  N_ ("The People page holds the organisations that take part. Are goal and principles the same "
      "for "
      "all of them?"),
  N_ ("On the Steering page you name beforehand how each goal is evaluated, and then lay every "
      "measurement beside its target."),
  N_ ("On the Steps page you plan milestones, see where they first stood, and celebrate each one "
      "that "
      "is reached."),
  N_ ("The covenant and the success book come out as a PDF, to share with those you represent."),
  N_ ("The Overview shows where you stand and what asks for attention. Ask each other at every "
      "meeting: are we still on the right road, and is everyone still in it?"),
};

static const Paragraph uses[] = {
  { N_ ("Saved at once"),
    N_ ("There is no button to save a dossier. What you did can be undone with "
        "Ctrl+Z, step by step, even after a restart.") },
  { N_ ("Dates as you agree on them"), N_ ("A date may be a day, a month, a season or a year: “15 "
                                           "March 2027”, “spring 2027” or “2027”. "
                                           "Its last day is the one that counts.") },
  { N_ ("A dossier as one file"),
    N_ ("“Export Dossier” in the menu writes everything in a dossier as a package, to keep or to "
        "hand "
        "over, with a passphrase if you like. Whoever opens it has the same dossier, history and "
        "undo included.") },
  { N_ ("A look around"),
    N_ ("The example dossier shows what a partnership may look like after two "
        "years. Change whatever you like in it.") },
};

static const Paragraph privacy[] = {
  { N_ ("What is kept"),
    N_ ("What you write, and a history of every change with the name of who made it.") },
  { N_ ("Where it is kept"),
    N_ ("In one file for each dossier, on this computer. Nothing is sent to anyone. Installed as a "
        "Flatpak, Samenspel cannot reach the network at all, and of your other files it sees only "
        "those that you choose.") },
  { N_ ("Who can see it"),
    N_ ("Whoever can use your account on this computer, and everyone you give a document to.") },
};

static void
add_row (GtkListBox *list, const char *title, const char *text)
{
  gtk_list_box_append (list, samen_plain_row (title, text));
}

static void
add_paragraphs (GtkListBox *list, const Paragraph *paragraphs, guint count)
{
  for (guint i = 0; i < count; i++)
    add_row (list, _ (paragraphs[i].title), _ (paragraphs[i].text));
}

static void
samen_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMEN_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (samen_help_dialog_parent_class)->dispose (object);
}

static void
samen_help_dialog_class_init (SamenHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = samen_help_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/samenspel/ui/help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SamenHelpDialog, tip_list);
  gtk_widget_class_bind_template_child (widget_class, SamenHelpDialog, use_list);
  gtk_widget_class_bind_template_child (widget_class, SamenHelpDialog, privacy_list);
}

static void
samen_help_dialog_init (SamenHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Tip %u: %s"), i + 1, samen_tip_title (i + 1));

      add_row (self->tip_list, title, _ (tips[i]));
    }
  add_paragraphs (self->use_list, uses, G_N_ELEMENTS (uses));
  add_paragraphs (self->privacy_list, privacy, G_N_ELEMENTS (privacy));
}

void
samen_help_dialog_present (GtkWindow *window)
{
  AdwDialog *shown = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (!SAMEN_IS_HELP_DIALOG (shown))
    adw_dialog_present (g_object_new (SAMEN_TYPE_HELP_DIALOG, NULL), GTK_WIDGET (window));
}
