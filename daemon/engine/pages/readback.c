/* SPDX-License-Identifier: MIT */
#include "engine/pages/readback.h"

#include <string.h>

#include "core/page/page-changes.h"
#include "core/page/page-read.h"
#include "core/page/page.h"
#include "edge/user/notebook.h"
#include "engine/base/load.h"
#include "engine/base/today.h"
#include "engine/base/which.h"
#include "engine/pages/take.h"
#include "engine/state.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "store/pages.h"
#include "store/promises.h"
#include "wire/error.h"

#define SAME_DAY_MAX 20 /* meetings with people of one name on one day */

/* What the words and tags on a page of the meeting can mean. */
typedef struct {
  GPtrArray *actions; /* (owned) */
  GPtrArray *points;  /* (owned) */
  OnePageKnown known;
} Ground;

static void
ground_free (Ground *ground)
{
  g_clear_pointer (&ground->actions, g_ptr_array_unref);
  g_clear_pointer (&ground->points, g_ptr_array_unref);
  g_free (ground);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ground, ground_free)

static Ground *
ground_new (OneEngine *engine, const OneMeeting *meeting, GError **error)
{
  OnePromiseFilter all = { .person = meeting->person, .closed = TRUE };
  g_autoptr (Ground) ground = g_new0 (Ground, 1);

  if (!(ground->actions = one_promises_list_actions (engine->store, &all, error))
      || !(ground->points = one_promises_list_points (engine->store, &all, error)))
    return NULL;
  ground->known = (OnePageKnown){
    .meeting = meeting->id,
    .person = meeting->name,
    .catalogue = one_load_get_catalogue (engine, meeting->role),
    .actions = ground->actions,
    .points = ground->points,
    .day = one_today_get (engine, meeting->start),
  };
  return g_steal_pointer (&ground);
}

static const OnePageFile *
find_meeting (const GPtrArray *files, gint64 meeting)
{
  for (guint i = 0; i < files->len; i++)
    if (((const OnePageFile *) files->pdata[i])->meeting == meeting)
      return files->pdata[i];
  return NULL;
}

static const OnePageFile *
find_path (const GPtrArray *files, const char *path)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (((const OnePageFile *) files->pdata[i])->path, path))
      return files->pdata[i];
  return NULL;
}

/* "<folder>/<person>/<date>.md"; "<date> 2.md" when two people of one name meet on a day. */
static char *
format_path (OneEngine *engine, const OneMeeting *meeting, guint number)
{
  g_autofree char *person = one_notebook_dup_name (meeting->name);
  g_autofree char *day = one_page_name (meeting, engine->zone);
  g_autofree char *name =
      number > 1 ? g_strdup_printf ("%s %u.md", day, number) : g_strdup_printf ("%s.md", day);

  return g_build_filename (engine->settings->pages, person, name, NULL);
}

char *
one_readback_choose (OneEngine *engine, const OneMeeting *meeting, gboolean *exists, GError **error)
{
  g_autoptr (GPtrArray) files = one_pages_list (engine->store, error);
  const OnePageFile *own = files ? find_meeting (files, meeting->id) : NULL;

  if (!files)
    return NULL;
  *exists = own && g_file_test (own->path, G_FILE_TEST_IS_REGULAR);
  if (*exists)
    return g_strdup (own->path);
  for (guint number = 1; number <= SAME_DAY_MAX; number++) {
    g_autofree char *path = format_path (engine, meeting, number);
    const OnePageFile *other = find_path (files, path);

    if (!other || other == own)
      return g_steal_pointer (&path);
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "%s has too many pages on that day",
               meeting->name);
  return NULL;
}

static void
hear (OneEngine *engine, const char *path)
{
  g_autoptr (GError) error = NULL;

  /* A folder that is not there will be heard of when a page is made in it. */
  if (engine->page_watch && !one_page_watch_add (engine->page_watch, path, &error))
    g_debug ("%s: %s", path, error->message);
}

gboolean
one_readback_keep (OneEngine *engine, const OneMeeting *meeting, const char *path, const char *text,
                   GError **error)
{
  g_autoptr (Ground) ground = ground_new (engine, meeting, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (OneTransaction) all = NULL;

  if (!ground || !(all = one_transaction_new (engine->store, error)))
    return FALSE;
  lines = one_page_read (text, strlen (text), &ground->known);
  if (!one_pages_set (engine->store, meeting->id, path, error)
      || !one_pages_set_lines (engine->store, meeting->id, lines, NULL, error)
      || !one_transaction_commit (all, error))
    return FALSE;
  hear (engine, path);
  return TRUE;
}

/* All in one transaction, which is one step to take back. */
static gboolean
write_lines (OneEngine *engine, const OneMeeting *meeting, GPtrArray *lines, const OneStamp *stamp,
             OneTaken *taken, GError **error)
{
  g_autofree char *what = g_strdup_printf ("page of %s", meeting->name);
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, error);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GArray) changes = NULL;

  if (!all || !(before = one_pages_list_lines (engine->store, meeting->id, error)))
    return FALSE;
  changes = one_page_changes_list (before, lines);
  if (changes->len > 0
      && (!one_undo_begin (engine->store, what, one_engine_now (engine), error)
          || !one_take_changes (engine, meeting, changes, error)))
    return FALSE;
  taken->changes = changes->len;
  one_taken_add_lines (taken, lines);
  return one_pages_set_lines (engine->store, meeting->id, lines, stamp, error)
         && one_transaction_commit (all, error);
}

static OneTaken *
read_page (OneEngine *engine, const OnePageFile *file, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_which_meeting (engine, file->meeting, error);
  g_autoptr (Ground) ground = meeting ? ground_new (engine, meeting, error) : NULL;
  g_autoptr (OneTaken) taken = one_taken_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OneStamp stamp;

  if (!ground || !(bytes = one_notebook_read (file->path, &stamp, error)))
    return NULL;
  taken->path = g_strdup (file->path);
  taken->meeting = one_meeting_dup (meeting);
  lines = one_page_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &ground->known);
  if (lines && !write_lines (engine, meeting, lines, &stamp, taken, error))
    return NULL;
  return g_steal_pointer (&taken);
}

OneTaken *
one_readback_run (OneEngine *engine, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) files = one_pages_list (engine->store, error);
  const OnePageFile *file = files ? find_meeting (files, meeting) : NULL;
  g_autoptr (OneTaken) taken = NULL;

  if (!files)
    return NULL;
  if (!file) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
                 "the meeting 'm%" G_GINT64_FORMAT "' has no page", meeting);
    return NULL;
  }
  taken = read_page (engine, file, error);
  if (taken && taken->changes > 0)
    one_engine_say_changed (engine);
  return g_steal_pointer (&taken);
}

/* The user did not ask, so what is wrong is told as a trouble. A page that was deleted is none. */
static guint
read_if_new (OneEngine *engine, const OnePageFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTaken) taken = NULL;

  if (!g_file_test (file->path, G_FILE_TEST_EXISTS)) {
    one_load_trouble (engine, ONE_SUBJECT_FILE, file->path, 0, NULL);
    return 0;
  }
  if (file->is_seen && one_notebook_is_seen (file->path, &file->stamp))
    return 0;
  taken = read_page (engine, file, &error);
  one_load_trouble (engine, ONE_SUBJECT_FILE, file->path, 0, error ? error->message : NULL);
  return taken ? taken->changes : 0;
}

static void
saved (const char *path, gpointer data)
{
  OneEngine *engine = data;
  g_autoptr (GPtrArray) files = one_pages_list (engine->store, NULL);
  const OnePageFile *file = files ? find_path (files, path) : NULL;

  if (file && read_if_new (engine, file) > 0)
    one_engine_say_changed (engine);
}

void
one_readback_start (OneEngine *engine)
{
  g_autoptr (GPtrArray) files = one_pages_list (engine->store, NULL);

  engine->page_watch = one_page_watch_new (saved, engine);
  for (guint i = 0; files && i < files->len; i++) {
    const OnePageFile *file = files->pdata[i];

    hear (engine, file->path);
    read_if_new (engine, file);
  }
}
