/* SPDX-License-Identifier: MIT */
#include "edge/survey.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include "edge/listing.h"
#include "edge/origin.h"
#include "edge/roll.h"
#include "edge/stamp.h"
#include "model/trouble.h"

#define MAX_DEPTH 3      /* root/collection/more/file.ics */
#define MAX_FILES 250000 /* in a source */
#define MAX_FOLDERS 1000 /* in a source; each takes a watch */
#define MAX_TROUBLES 100 /* of a source */
#define YOUNG 100000000  /* nanoseconds since it was written to */

typedef struct {
  const OneSurveySubject *subject; /* (borrowed) */
  OneSurveyResult *result;         /* (borrowed) */
  GString *at;                     /* (owned) the path of the folder or file in hand */
  gsize prefix;                    /* of `at`: the source's own path, and the slash */
  OneRoll *roll;                   /* (owned) */
  gint64 now;                      /* by the clock that stamps files */
  guint files, folders;            /* met so far */
} Survey;

static void
complain (Survey *survey, const char *path, const char *what)
{
  if (survey->result->troubles->len < MAX_TROUBLES)
    g_ptr_array_add (survey->result->troubles, one_trouble_new (path, 0, what));
}

/* The file that `at` is. */
static void
survey_file (Survey *survey, const OneStamp *stamp)
{
  const char *name = survey->at->len > survey->prefix ? survey->at->str + survey->prefix : "";
  OneSurveyFile *file;

  if (++survey->files > MAX_FILES) {
    if (survey->files == MAX_FILES + 1)
      complain (survey, survey->subject->path, "there are more than 250,000 files in it");
    return;
  }
  if (one_roll_call (survey->roll, name, stamp))
    return;
  file = g_new (OneSurveyFile, 1);
  file->path = g_strdup (survey->at->str);
  file->stamp = *stamp;
  file->young = stamp->mtime > survey->now - YOUNG;
  g_ptr_array_add (survey->result->changed, file);
}

static void
survey_watch (Survey *survey, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (one_watch_add (survey->subject->watch, path, &error))
    return;
  survey->result->slow = TRUE;
  complain (survey, path, error->message);
}

/* What is to be done with one name in a folder, `at`. TRUE if it is a folder to go into. */
static gboolean
survey_entry (Survey *survey, int folder, const char *name)
{
  gboolean calendar = one_origin_is_calendar (name);
  OneStamp stamp;
  OneKind kind = one_stamp_read (folder, name, &stamp);

  if (kind == ONE_KIND_FOLDER && !calendar)
    return TRUE;
  if (kind == ONE_KIND_FILE && calendar)
    survey_file (survey, &stamp);
  else if (kind == ONE_KIND_LINK)
    complain (survey, survey->at->str, "it is a symbolic link; name what it points to as a source");
  else if (calendar && kind != ONE_KIND_NONE)
    complain (survey, survey->at->str, "it is no plain file");
  return FALSE;
}

/* `at` is a folder that cannot be read: what is known beneath it counts as met. */
static void
survey_fail (Survey *survey)
{
  gboolean all = survey->at->len < survey->prefix;
  g_autofree char *beneath =
      all ? g_strdup ("") : g_strconcat (survey->at->str + survey->prefix, "/", NULL);

  complain (survey, survey->at->str, g_strerror (errno));
  one_roll_excuse (survey->roll, beneath);
}

static gboolean
may_enter (Survey *survey, guint depth)
{
  return depth < MAX_DEPTH
         && !g_strv_contains ((const char *const *) survey->subject->others, survey->at->str)
         && ++survey->folders <= MAX_FOLDERS;
}

/* The name in the folder that `at` is up to there. */
static void
set_name (Survey *survey, gsize folder, const char *name)
{
  g_string_truncate (survey->at, folder);
  if (survey->at->str[folder - 1] != '/')
    g_string_append_c (survey->at, '/');
  g_string_append (survey->at, name);
}

/* NULL if the folder `at` cannot be read; takes `fd` over. */
static OneListing *
list_folder (Survey *survey, int fd)
{
  OneListing *listing = one_listing_new (fd, MAX_FILES);

  if (!listing)
    survey_fail (survey);
  else if (one_listing_is_cut (listing))
    complain (survey, survey->at->str, "there are more than 250,000 names in it");
  return listing;
}

/* The folder `at`; takes `fd` over. The watch comes first, so that nothing is missed in between. */
static void
survey_folder (Survey *survey, int fd, guint depth)
{
  gsize length = survey->at->len;
  g_autoptr (OneListing) listing = NULL;

  survey_watch (survey, survey->at->str);
  listing = list_folder (survey, fd);
  for (guint i = 0; listing && i < one_listing_count (listing); i++) {
    const char *name = one_listing_get (listing, i);
    int folder = one_listing_get_fd (listing);

    set_name (survey, length, name);
    if (!survey_entry (survey, folder, name) || !may_enter (survey, depth))
      continue;
    folder = openat (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
      survey_fail (survey);
    else
      survey_folder (survey, folder, depth + 1);
  }
  g_string_truncate (survey->at, length);
}

static void
survey_single (Survey *survey, int fd, const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  OneStamp stamp;

  survey_watch (survey, folder);
  survey->result->target = g_strdup (real);
  if (one_stamp_read (AT_FDCWD, real, &stamp) == ONE_KIND_FILE)
    survey_file (survey, &stamp);
  else
    complain (survey, survey->subject->path, "it is no plain file");
  close (fd);
}

static char *
absolute (const Survey *survey, const char *name)
{
  const char *path = survey->subject->path;
  const char *slash = g_str_has_suffix (path, "/") ? "" : "/";

  return *name ? g_strconcat (path, slash, name, NULL) : g_strdup (path);
}

static void
list_gone (Survey *survey)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  one_roll_list_missing (survey->roll, names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (survey->result->gone, absolute (survey, names->pdata[i]));
}

/* A mount point without its file system: there was something in it, and now it is an empty folder
 * on another one. */
static gboolean
is_unmounted (const Survey *survey)
{
  return survey->subject->device != 0 && survey->result->device != survey->subject->device
         && survey->files == 0 && survey->result->gone->len > 0;
}

static void
survey_source (Survey *survey)
{
  OneSurveyResult *result = survey->result;
  const char *path = survey->subject->path;
  g_autofree char *real = NULL;
  gboolean folder = FALSE;
  int fd = one_origin_open (path, &real, &result->device, &folder);

  if (fd < 0) { /* It may come before there is anybody to tell. */
    one_watch_add_nearest (survey->subject->watch, path);
    fd = one_origin_open (path, &real, &result->device, &folder);
  }
  if (fd < 0) {
    result->offline = g_strdup (g_strerror (errno));
    return;
  }
  result->slow = one_origin_is_remote (fd);
  if (folder)
    survey_folder (survey, fd, 1);
  else
    survey_single (survey, fd, real);
  list_gone (survey);
  if (!is_unmounted (survey))
    return;
  g_ptr_array_set_size (result->gone, 0);
  one_watch_add_nearest (survey->subject->watch, path);
  result->offline = g_strdup ("its file system is not mounted");
}

static void
survey_file_free (OneSurveyFile *file)
{
  g_free (file->path);
  g_free (file);
}

OneSurveyResult *
one_survey_run (const OneSurveySubject *subject)
{
  OneSurveyResult *result = g_new0 (OneSurveyResult, 1);
  Survey survey = { .subject = subject, .result = result, .now = one_stamp_now () };

  result->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) survey_file_free);
  result->gone = g_ptr_array_new_with_free_func (g_free);
  result->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  survey.at = g_string_new (subject->path);
  survey.prefix = survey.at->len + (g_str_has_suffix (subject->path, "/") ? 0 : 1);
  survey.roll = one_roll_new (subject->known);
  survey_source (&survey);
  g_string_free (survey.at, TRUE);
  one_roll_free (survey.roll);
  return result;
}

void
one_survey_subject_free (OneSurveySubject *subject)
{
  g_free (subject->path);
  g_strfreev (subject->others);
  one_known_view_free (subject->known);
  one_watch_unref (subject->watch);
  g_free (subject);
}

void
one_survey_result_free (OneSurveyResult *result)
{
  g_free (result->offline);
  g_free (result->target);
  g_ptr_array_unref (result->changed);
  g_ptr_array_unref (result->gone);
  g_ptr_array_unref (result->troubles);
  g_free (result);
}
