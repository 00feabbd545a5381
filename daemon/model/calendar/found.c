/* SPDX-License-Identifier: MIT */
#include "model/calendar/found.h"

#include <string.h>
#include "model/base/text.h"
#include "model/calendar/store-path.h"

#define MAX_NAME 80     /* characters */
#define MAX_ADDRESS 320 /* bytes, RFC 5321 4.5.3.1 */
#define ENDING ".ics"

static void
calendar_free (gpointer data)
{
  OneFoundCalendar *calendar = data;

  g_free (calendar->path);
  g_free (calendar->name);
  g_free (calendar);
}

OneFoundAll *
one_found_new (void)
{
  OneFoundAll *found = g_new0 (OneFoundAll, 1);

  found->calendars = g_ptr_array_new_with_free_func (calendar_free);
  found->me = g_ptr_array_new_with_free_func (g_free);
  found->places = g_ptr_array_new_with_free_func (g_free);
  found->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return found;
}

/* The last part of the path, without the ending. */
static char *
dup_last_part (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (strlen (name) > strlen (ENDING)
      && g_ascii_strcasecmp (name + strlen (name) - strlen (ENDING), ENDING) == 0)
    name[strlen (name) - strlen (ENDING)] = '\0';
  return one_text_clean (name, -1, MAX_NAME);
}

void
one_found_add (OneFoundAll *found, const char *path, const char *name, OneSourceKind kind,
               gboolean hidden)
{
  g_autofree char *clean = name ? one_text_clean (name, -1, MAX_NAME) : NULL;
  OneFoundCalendar *calendar;

  if (one_found_get (found, path))
    return;
  calendar = g_new0 (OneFoundCalendar, 1);
  calendar->path = g_strdup (path);
  calendar->name = clean && *clean ? g_steal_pointer (&clean) : dup_last_part (path);
  calendar->kind = kind;
  calendar->hidden = hidden;
  g_ptr_array_add (found->calendars, calendar);
}

void
one_found_add_me (OneFoundAll *found, const char *address)
{
  g_autofree char *lower = g_strstrip (g_ascii_strdown (address, -1));
  const char *at = strchr (lower, '@');

  if (!at || at == lower || !at[1] || strlen (lower) > MAX_ADDRESS
      || strpbrk (lower, " \t\r\n\"<>,;") || !g_utf8_validate (lower, -1, NULL)
      || g_ptr_array_find_with_equal_func (found->me, lower, g_str_equal, NULL))
    return;
  g_ptr_array_add (found->me, g_steal_pointer (&lower));
}

void
one_found_add_place (OneFoundAll *found, const char *path)
{
  if (!g_ptr_array_find_with_equal_func (found->places, path, g_str_equal, NULL))
    g_ptr_array_add (found->places, g_strdup (path));
}

void
one_found_add_trouble (OneFoundAll *found, const char *path, const char *what)
{
  OneTrouble *trouble = one_trouble_new (path, 0, what);

  trouble->about = ONE_SUBJECT_FEED;
  g_ptr_array_add (found->troubles, trouble);
}

static int
by_path (gconstpointer a, gconstpointer b)
{
  const OneFoundCalendar *const *x = a, *const *y = b;

  return strcmp ((*x)->path, (*y)->path);
}

void
one_found_sort (OneFoundAll *found)
{
  g_ptr_array_sort (found->calendars, by_path);
}

const OneFoundCalendar *
one_found_get (const OneFoundAll *found, const char *path)
{
  for (guint i = 0; i < found->calendars->len; i++) {
    const OneFoundCalendar *calendar = found->calendars->pdata[i];

    if (g_str_equal (calendar->path, path))
      return calendar;
  }
  return NULL;
}

char *
one_found_dup_name_of (const OneFoundAll *found, const char *path)
{
  const OneFoundCalendar *calendar = one_found_get (found, path);

  return calendar ? g_strdup (calendar->name) : dup_last_part (path);
}

OneSourceKind
one_found_get_kind (const OneFoundAll *found, const char *path, gboolean single)
{
  const OneFoundCalendar *calendar = one_found_get (found, path);

  if (calendar)
    return calendar->kind;
  switch (one_store_path_kind (path)) {
  case ONE_STORE_EVOLUTION:
    return ONE_SOURCE_EVOLUTION;
  case ONE_STORE_THUNDERBIRD:
    return ONE_SOURCE_THUNDERBIRD;
  case ONE_STORE_NONE:
    break;
  }
  return single ? ONE_SOURCE_FILE : ONE_SOURCE_FOLDER;
}

char *
one_found_describe (const OneFoundAll *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->calendars->len; i++) {
    const OneFoundCalendar *calendar = found->calendars->pdata[i];

    g_string_append_printf (text, "%s\n%s\n%d\n%d\n", calendar->path, calendar->name,
                            (int) calendar->kind, calendar->hidden);
  }
  for (guint i = 0; i < found->troubles->len; i++) {
    const OneTrouble *trouble = found->troubles->pdata[i];

    g_string_append_printf (text, "%s\n%s\n", trouble->source, trouble->what);
  }
  for (guint i = 0; i < found->me->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) found->me->pdata[i]);
  return g_string_free (text, FALSE);
}

void
one_found_free (OneFoundAll *found)
{
  g_ptr_array_unref (found->calendars);
  g_ptr_array_unref (found->me);
  g_ptr_array_unref (found->places);
  g_ptr_array_unref (found->troubles);
  g_free (found);
}
