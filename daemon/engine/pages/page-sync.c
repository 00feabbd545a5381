/* SPDX-License-Identifier: MIT */
#include "engine/pages/page-sync.h"

#include <string.h>

#include "core/page/page-changes.h"
#include "core/page/page-read.h"
#include "core/page/page-write.h"
#include "edge/user/notebook.h"
#include "edge/user/page-watch.h"
#include "engine/base/lookup.h"
#include "engine/base/prepare.h"
#include "engine/base/setup.h"
#include "engine/base/today.h"
#include "engine/base/troubles.h"
#include "engine/pages/page-apply.h"
#include "engine/pages/page-path.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "store/pages.h"
#include "store/promises.h"
#include "wire/error.h"

struct OnePageSync {
  const OneBase *base;
  OnePageWatch *watch; /* (owned) */
  void (*changed) (gpointer data);
  gpointer data;
};

/* Meanings of the words and tags on a page of the meeting. */
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
ground_new (const OneBase *base, const OneMeeting *meeting, GError **error)
{
  OnePromiseFilter all = { .person = meeting->person, .closed = TRUE };
  g_autoptr (Ground) ground = g_new0 (Ground, 1);

  if (!(ground->actions = one_promises_list_actions (base->store, &all, error))
      || !(ground->points = one_promises_list_points (base->store, &all, error)))
    return NULL;
  ground->known = (OnePageKnown){
    .meeting = meeting->id,
    .person = meeting->name,
    .catalogue = one_setup_get_catalogue (base, meeting->role),
    .actions = ground->actions,
    .points = ground->points,
    .day = one_today_get (base, meeting->start),
  };
  return g_steal_pointer (&ground);
}

static void
hear (OnePageSync *sync, const char *path)
{
  g_autoptr (GError) error = NULL;

  /* A folder that is not there will be heard of when a page is made in it. */
  if (!one_page_watch_add (sync->watch, path, &error))
    g_debug ("%s: %s", path, error->message);
}

/* The page of the meeting was made at `path`; what `text` says is not news. */
static gboolean
keep_page (OnePageSync *sync, const OneMeeting *meeting, const char *path, const char *text,
           GError **error)
{
  OneStore *store = sync->base->store;
  g_autoptr (Ground) ground = ground_new (sync->base, meeting, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (OneTransaction) all = NULL;

  if (!ground || !(all = one_transaction_new (store, error)))
    return FALSE;
  lines = one_page_read (text, strlen (text), &ground->known, NULL);
  if (!one_pages_set (store, meeting->id, path, error)
      || !one_pages_set_lines (store, meeting->id, lines, NULL, error)
      || !one_transaction_commit (all, error))
    return FALSE;
  hear (sync, path);
  return TRUE;
}

static gboolean
make_page (OnePageSync *sync, const OneMeeting *meeting, const char *path, GError **error)
{
  const OneBase *base = sync->base;
  g_autoptr (OneAgenda) agenda = one_prepare_agenda (base, meeting, FALSE, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *person = g_path_get_basename (folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *page = g_strdup_printf ("%s/%s", person, name);
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;

  if (!agenda || (!agenda->prepared && !one_prepare_keep (base, agenda, error)))
    return FALSE;
  text = one_page_write (agenda, meeting->name, base->zone);
  return one_notebook_create (base->settings->pages, page, text, &made, error)
         && keep_page (sync, meeting, path, text, error);
}

gboolean
one_page_sync_make (OnePageSync *sync, const OneMeeting *meeting, char **path, GError **error)
{
  gboolean exists = FALSE;
  g_autofree char *chosen = one_page_path_choose (sync->base, meeting, &exists, error);

  if (!chosen)
    return FALSE;
  if (!(exists ? one_notebook_check (chosen, error) : make_page (sync, meeting, chosen, error)))
    return FALSE;
  *path = g_steal_pointer (&chosen);
  return TRUE;
}

/* Contents of a page. */
typedef struct {
  GPtrArray *lines; /* (owned) of OnePageLine; NULL: it says nothing at all */
  GPtrArray *left;  /* (owned) of OnePageLeft */
  OneStamp stamp;   /* of the file */
} Text;

static void
text_clear (Text *text)
{
  g_clear_pointer (&text->lines, g_ptr_array_unref);
  g_clear_pointer (&text->left, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static gboolean
text_read (Text *text, const char *path, const OnePageKnown *known, GError **error)
{
  g_autoptr (GBytes) bytes = one_notebook_read (path, &text->stamp, error);

  if (!bytes)
    return FALSE;
  text->lines =
      one_page_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), known, &text->left);
  return TRUE;
}

/* All in one transaction, which is one step to take back. A page that is over a limit never counts
 * as seen, so that this is said after each start. */
static gboolean
write_text (const OneBase *base, const OneMeeting *meeting, const Text *text, OnePageReport *report,
            GError **error)
{
  g_autofree char *what = g_strdup_printf ("page of %s", meeting->name);
  const OneStamp *stamp = one_page_left_find_over (text->left) ? NULL : &text->stamp;
  g_autoptr (OneTransaction) all = one_transaction_new (base->store, error);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GArray) changes = NULL;

  if (!all || !(before = one_pages_list_lines (base->store, meeting->id, error)))
    return FALSE;
  changes = one_page_changes_list (before, text->lines, one_page_left_is_partial (text->left));
  if (changes->len > 0
      && (!one_undo_begin (base->store, what, one_base_now (base), error)
          || !one_page_apply_changes (base, meeting, changes, error)))
    return FALSE;
  report->changes = changes->len;
  return one_page_report_add_lines (report, text->lines, base->store, error)
         && one_pages_set_lines (base->store, meeting->id, text->lines, stamp, error)
         && one_transaction_commit (all, error);
}

/* Nothing of the user's is dropped without a word. */
static void
tell_limits (const OneBase *base, const char *path, const GPtrArray *left)
{
  const OnePageLeft *over = one_page_left_find_over (left);
  g_autofree char *what = over ? one_page_left_format (over) : NULL;

  one_troubles_set (base, ONE_SUBJECT_FILE, path, over ? over->line : 0, what);
}

static OnePageReport *
read_page (const OneBase *base, const OnePageFile *file, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_lookup_meeting (base, file->meeting, error);
  g_autoptr (Ground) ground = meeting ? ground_new (base, meeting, error) : NULL;
  g_autoptr (OnePageReport) report = one_page_report_new ();
  g_auto (Text) text = { 0 };

  if (!ground || !text_read (&text, file->path, &ground->known, error))
    return NULL;
  report->path = g_strdup (file->path);
  report->meeting = one_meeting_dup (meeting);
  one_page_report_add_left (report, text.left);
  if (text.lines && !write_text (base, meeting, &text, report, error))
    return NULL;
  tell_limits (base, file->path, text.left);
  return g_steal_pointer (&report);
}

OnePageReport *
one_page_sync_read (OnePageSync *sync, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) files = one_pages_list (sync->base->store, error);
  const OnePageFile *file = files ? one_page_path_find_meeting (files, meeting) : NULL;
  g_autoptr (OnePageReport) report = NULL;

  if (!files)
    return NULL;
  if (!file) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
                 "the meeting 'm%" G_GINT64_FORMAT "' has no page", meeting);
    return NULL;
  }
  report = read_page (sync->base, file, error);
  if (report && report->changes > 0)
    sync->changed (sync->data);
  return g_steal_pointer (&report);
}

/* The user did not ask, so what is wrong is told as a trouble. A page that was deleted is none. */
static guint
read_if_new (const OneBase *base, const OnePageFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePageReport) report = NULL;

  if (!g_file_test (file->path, G_FILE_TEST_EXISTS)
      || (file->is_seen && one_notebook_is_seen (file->path, &file->stamp))) {
    one_troubles_set (base, ONE_SUBJECT_FILE, file->path, 0, NULL);
    return 0;
  }
  report = read_page (base, file, &error);
  if (error)
    one_troubles_set (base, ONE_SUBJECT_FILE, file->path, 0, error->message);
  return report ? report->changes : 0;
}

static void
saved (const char *path, gpointer data)
{
  OnePageSync *sync = data;
  g_autoptr (GPtrArray) files = one_pages_list (sync->base->store, NULL);
  const OnePageFile *file = files ? one_page_path_find (files, path) : NULL;

  if (file && read_if_new (sync->base, file) > 0)
    sync->changed (sync->data);
}

OnePageSync *
one_page_sync_new (const OneBase *base, void (*changed) (gpointer data), gpointer data)
{
  g_autoptr (GPtrArray) files = one_pages_list (base->store, NULL);
  OnePageSync *sync = g_new0 (OnePageSync, 1);

  sync->base = base;
  sync->changed = changed;
  sync->data = data;
  sync->watch = one_page_watch_new (saved, sync);
  for (guint i = 0; files && i < files->len; i++) {
    const OnePageFile *file = files->pdata[i];

    hear (sync, file->path);
    read_if_new (base, file);
  }
  return sync;
}

void
one_page_sync_free (OnePageSync *sync)
{
  one_page_watch_free (sync->watch);
  g_free (sync);
}
