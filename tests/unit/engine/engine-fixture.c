/* SPDX-License-Identifier: MIT */
#include "tests/unit/engine/engine-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/base/storage.h"
#include "engine/base/troubles.h"

static GString *warnings;
static gboolean told;

/* Threads of edge/ may log, too; none of them warns. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n, gpointer data)
{
  if ((level & G_LOG_LEVEL_MASK) != G_LOG_LEVEL_WARNING)
    return g_log_writer_default (level, fields, n, data);
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (warnings, "%s\n", (const char *) fields[i].value);
  return G_LOG_WRITER_HANDLED;
}

void
engine_begin (int *argc, char ***argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (argc, argv, NULL);
  warnings = g_string_new (NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
}

char *
engine_take_warnings (void)
{
  char *taken = g_strdup (warnings->str);

  g_string_truncate (warnings, 0);
  return taken;
}

static gint64
clock_now (OneClock *clock)
{
  return ((Fixture *) clock)->now;
}

static void
clock_set_wake (OneClock *clock, gint64 at)
{
  ((Fixture *) clock)->wake = at;
}

static void
setup_changed (OneSetupChange change, gpointer data)
{
  static const char *const words[] = {
    [ONE_SETUP_SOURCES] = "sources ",
    [ONE_SETUP_RULES] = "rules ",
    [ONE_SETUP_DESKTOP] = "desktop ",
  };

  g_string_append (((Fixture *) data)->heard, words[change]);
  engine_go_on ();
}

static void
engine_init (Fixture *fixture)
{
  fixture_init (&fixture->scratch);
  fixture->clock.now = clock_now;
  fixture->clock.set_wake = clock_set_wake;
  fixture->now = MONDAY;
  fixture->config = g_build_filename (fixture->scratch.folder, "oned.conf", NULL);
  fixture->catalogue = g_build_filename (fixture->scratch.folder, "catalogue", NULL);
  fixture->data = g_build_filename (fixture->scratch.folder, "data", NULL);
  fixture->kept = g_build_filename (fixture->scratch.folder, "cache", NULL);
  fixture->sources = g_build_filename (fixture->scratch.folder, "calendars", NULL);
  fixture->pages = g_build_filename (fixture->scratch.folder, "pages", NULL);
  fixture->heard = g_string_new (NULL);
  g_assert_cmpint (g_mkdir (fixture->sources, 0700), ==, 0);
}

void
engine_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean opened;

  if (!fixture->scratch.folder)
    engine_init (fixture);
  fixture->base.environment = (OneEngineEnvironment){
    .clock = &fixture->clock,
    .config = fixture->config,
    .catalogue = fixture->catalogue,
    .data = fixture->data,
    .cache = fixture->kept,
    .reader = "/none/oned-reader",
  };
  fixture->base.troubles = one_troubles_new ();
  opened = one_storage_open (&fixture->base, &error);
  g_assert_no_error (error);
  g_assert_true (opened);
  fixture->scratch.store = fixture->base.store;
  one_setup_open (&fixture->base, setup_changed, fixture);
}

void
engine_close (Fixture *fixture)
{
  fixture->scratch.store = NULL;
  one_setup_close (&fixture->base);
  one_storage_close (&fixture->base);
  one_troubles_free (fixture->base.troubles);
  memset (&fixture->base, 0, sizeof fixture->base);
}

void
engine_clear (Fixture *fixture)
{
  if (fixture->base.troubles)
    engine_close (fixture);
  engine_assert_warned ("");
  fixture_clear (&fixture->scratch);
  g_free (fixture->config);
  g_free (fixture->catalogue);
  g_free (fixture->data);
  g_free (fixture->kept);
  g_free (fixture->sources);
  g_free (fixture->pages);
  g_string_free (fixture->heard, TRUE);
}

void
engine_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
engine_write_config (Fixture *fixture, const char *lines)
{
  g_autofree char *text = g_strdup_printf ("[pages]\nfolder = %s\n[calendar]\nsources = %s\n%s",
                                           fixture->pages, fixture->sources, lines);

  engine_write (fixture->scratch.folder, "oned.conf", text);
}

void
engine_start (Fixture *fixture, const char *lines)
{
  engine_open (fixture);
  engine_write_config (fixture, lines);
  one_setup_start (&fixture->base);
}

void
engine_wait (void)
{
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  told = FALSE;
}

void
engine_go_on (void)
{
  told = TRUE;
}

char *
engine_format_troubles (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = one_troubles_list (&fixture->base);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const OneTrouble *trouble = list->pdata[i];
    g_autofree char *name = g_path_get_basename (trouble->source);

    if (trouble->about != ONE_SUBJECT_FILE)
      g_string_append_printf (text, "%s ", one_words_format_subject (trouble->about));
    if (*trouble->source)
      g_string_append_printf (text, "%s:%u ", name, trouble->line);
    g_string_append_printf (text, "+%" G_GINT64_FORMAT " %s\n", trouble->since - MONDAY,
                            trouble->what);
  }
  return g_string_free (text, FALSE);
}
