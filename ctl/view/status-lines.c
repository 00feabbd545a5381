/* SPDX-License-Identifier: MIT */
#include "ctl/view/status-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/bus/unpack.h"
#include "ctl/view/feed-lines.h"
#include "ctl/view/show.h"
#include "wire/words.h"

/* The fix for a trouble about `about`; NULL if it depends on the file. */
static const char *
mend_of (OneSubject about)
{
  switch (about) {
  case ONE_SUBJECT_FILE:
    return NULL;
  case ONE_SUBJECT_ANSWER:
    return _ ("do it with onectl instead");
  case ONE_SUBJECT_BACKUP:
  case ONE_SUBJECT_DISK:
  case ONE_SUBJECT_REMINDERS:
  case ONE_SUBJECT_STORE:
    return _ ("make room on the disk, and see that oned's data folder can be written to");
  case ONE_SUBJECT_CATALOGUE:
  case ONE_SUBJECT_CONFIG:
    return _ ("mend the file; oned reads it again as soon as it is saved, see oned.conf(5)");
  case ONE_SUBJECT_DAMAGE:
    return _ ("see that nothing is missing; 'onectl restore' takes an older backup");
  case ONE_SUBJECT_FEED:
    return NULL;
  case ONE_SUBJECT_LAUNCH:
    return _ ("choose a program for links and text files in the settings of your desktop");
  case ONE_SUBJECT_NOTIFICATIONS:
    return _ ("start a notification server, such as dunst or mako, or restart yours");
  case ONE_SUBJECT_PAGES:
    return _ ("see that the folder can be written to, or set another as 'folder' in oned.conf");
  case ONE_SUBJECT_READER:
    return _ ("restart oned, or else install it again: what reads these calendars does not run");
  case ONE_SUBJECT_SOURCES:
    return _ ("set 'sources' in oned.conf to your calendar files or folders");
  case ONE_SUBJECT_ZONE:
    return _ ("set the system's time zone: 'timedatectl set-timezone Europe/Berlin'");
  }
  return NULL; /* a subject that only a newer oned knows */
}

gboolean
one_status_lines_is_database (const char *path)
{
  return g_str_has_suffix (path, "/cache.db") || strstr (path, "/calendar-data/") != NULL;
}

const char *
one_status_lines_get_mend (GVariant *trouble)
{
  const char *source = one_unpack_string (trouble, "source");
  OneSubject about = ONE_SUBJECT_FILE;

  if (one_words_parse_subject (one_unpack_string (trouble, "about"), &about)
      && about == ONE_SUBJECT_FEED) {
    g_autoptr (OneFeed) feed = one_feed_lines_load_beside (source);

    return one_feed_lines_get_mend (feed);
  }
  if (about != ONE_SUBJECT_FILE)
    return mend_of (about);
  if (!*source)
    return NULL;
  if (one_status_lines_is_database (source))
    return _ ("look at this calendar in its own program, and have that load it again; a form that "
              "is not known needs a newer oned");
  if (g_str_has_suffix (source, ".ics") && g_file_test (source, G_FILE_TEST_EXISTS))
    return _ ("mend or delete the event in your calendar program; all else in there is in use");
  if (g_str_has_suffix (source, ".md") && one_unpack_uint (trouble, "line") > 0)
    return _ ("make the page shorter: oned-page(5) says how much of one is read");
  return _ ("see that it is there, mounted and readable; what was known of it stays");
}

char *
one_status_lines_format_trouble (OneContext *context, GVariant *trouble)
{
  const char *source = one_unpack_string (trouble, "source");
  guint line = one_unpack_uint (trouble, "line");
  gint64 since = one_unpack_instant (trouble, "since");
  g_autofree char *path = one_show_path (source);
  g_autofree char *number = line ? g_strdup_printf (":%u", line) : g_strdup ("");
  g_autofree char *when = since ? one_show_moment (context, since) : NULL;
  g_autofree char *age = when ? g_strdup_printf (_ (" (since %s)"), when) : g_strdup ("");

  return g_strdup_printf ("%s%s%s%s%s", path, number, *source ? ": " : "",
                          one_unpack_string (trouble, "what"), age);
}

static void
print_trouble (OneContext *context, GVariant *trouble)
{
  const char *mend = one_status_lines_get_mend (trouble);
  g_autofree char *text = one_status_lines_format_trouble (context, trouble);

  one_print_lines (context->printer, "  ! ", ONE_STYLE_BAD, text);
  if (mend)
    one_print_lines (context->printer, "    ", ONE_STYLE_PLAIN, mend);
}

void
one_status_lines_print_troubles (OneContext *context, GVariant *troubles)
{
  if (one_unpack_is_empty (troubles))
    return;
  one_print_end (context->printer);
  one_print_lines (context->printer, "", ONE_STYLE_BOLD, _ ("Troubles"));
  for (gsize i = 0; i < g_variant_n_children (troubles); i++) {
    g_autoptr (GVariant) trouble = g_variant_get_child_value (troubles, i);

    print_trouble (context, trouble);
  }
}

char *
one_status_lines_format_me (GVariant *status)
{
  g_auto (GStrv) me = one_unpack_strings (status, "me");
  g_autofree char *addresses = g_strjoinv (", ", me);

  if (!*addresses || !one_unpack_bool (status, "me_inferred"))
    return g_steal_pointer (&addresses);
  return g_strdup_printf (_ ("%s (found in the calendars; set 'me' in oned.conf if it is wrong)"),
                          addresses);
}

/* The name of a kind of source. */
static const char *
name_kind (const char *kind)
{
  OneSourceKind known;

  if (!one_words_parse_source_kind (kind, &known))
    return kind; /* one that only a newer oned knows */
  switch (known) {
  case ONE_SOURCE_FILE:
    return _ ("file");
  case ONE_SOURCE_FOLDER:
    return _ ("folder");
  case ONE_SOURCE_EVOLUTION:
    return "Evolution";
  case ONE_SOURCE_THUNDERBIRD:
    return "Thunderbird";
  case ONE_SOURCE_KORGANIZER:
    return "KOrganizer";
  case ONE_SOURCE_ORAGE:
    return "Orage";
  case ONE_SOURCE_RADICALE:
    return "Radicale";
  case ONE_SOURCE_XANDIKOS:
    return "Xandikos";
  case ONE_SOURCE_FEED:
    return _ ("subscription");
  }
  return kind;
}

char *
one_status_lines_format_name (GVariant *source)
{
  const char *name = one_unpack_string (source, "name");
  g_autofree char *path = one_show_path (one_unpack_string (source, "path"));
  const char *kind = one_unpack_string (source, "kind");

  /* A file of the user's own is best known by where it is. */
  if (!*name || g_str_equal (kind, one_words_format_source_kind (ONE_SOURCE_FILE))
      || g_str_equal (kind, one_words_format_source_kind (ONE_SOURCE_FOLDER)))
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s (%s)", name, name_kind (kind));
}

char *
one_status_lines_format_figures (OneContext *context, GVariant *source)
{
  gint64 changed = one_unpack_instant (source, "changed");
  guint files = one_unpack_uint (source, "files");
  guint series = one_unpack_uint (source, "series");
  g_autofree char *when = changed ? one_show_moment (context, changed) : g_strdup (_ ("never"));

  return g_strdup_printf (_ ("files %u, series %u, changed %s"), files, series, when);
}
