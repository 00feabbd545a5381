/* SPDX-License-Identifier: MIT */
#include "engine/pages/page-path.h"

#include "core/page/page-write.h"
#include "edge/user/notebook.h"
#include "wire/error.h"

#define SAME_DAY_MAX 20 /* meetings with people of one name on one day */

const OnePageFile *
one_page_path_find_meeting (const GPtrArray *files, gint64 meeting)
{
  for (guint i = 0; i < files->len; i++)
    if (((const OnePageFile *) files->pdata[i])->meeting == meeting)
      return files->pdata[i];
  return NULL;
}

const OnePageFile *
one_page_path_find (const GPtrArray *files, const char *path)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (((const OnePageFile *) files->pdata[i])->path, path))
      return files->pdata[i];
  return NULL;
}

/* "<folder>/<person>/<date>.md"; "<date> 2.md" when two people of one name meet on a day. */
static char *
format_path (const OneBase *base, const OneMeeting *meeting, guint number)
{
  g_autofree char *person = one_notebook_dup_name (meeting->name);
  g_autofree char *day = one_page_write_name (meeting, base->zone);
  g_autofree char *name =
      number > 1 ? g_strdup_printf ("%s %u.md", day, number) : g_strdup_printf ("%s.md", day);

  return g_build_filename (base->settings->pages, person, name, NULL);
}

char *
one_page_path_choose (const OneBase *base, const OneMeeting *meeting, gboolean *exists,
                      GError **error)
{
  g_autoptr (GPtrArray) files = one_pages_list (base->store, error);
  const OnePageFile *own = files ? one_page_path_find_meeting (files, meeting->id) : NULL;

  if (!files)
    return NULL;
  *exists = own && g_file_test (own->path, G_FILE_TEST_IS_REGULAR);
  if (*exists)
    return g_strdup (own->path);
  for (guint number = 1; number <= SAME_DAY_MAX; number++) {
    g_autofree char *path = format_path (base, meeting, number);
    const OnePageFile *other = one_page_path_find (files, path);

    if (!other || other == own)
      return g_steal_pointer (&path);
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "%s has too many pages on that day",
               meeting->name);
  return NULL;
}
