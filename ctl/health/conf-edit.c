/* SPDX-License-Identifier: MIT */
#include "ctl/health/conf-edit.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "wire/error.h"

#define ADDRESS_MAX 254 /* bytes, RFC 5321 4.5.3.1 */

/* The kinds of lines in the file. */
typedef enum {
  LINE_OTHER,
  LINE_CALENDAR, /* [calendar] */
  LINE_GROUP,    /* any other group */
  LINE_ME,       /* me=… */
  LINE_REMARK,   /* #me=… */
} Line;

static gboolean
is_me (const char *text)
{
  if (!g_str_has_prefix (text, "me"))
    return FALSE;
  text += 2;
  while (*text == ' ' || *text == '\t')
    text++;
  return *text == '=';
}

static Line
find_kind (const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));

  if (*text == '[')
    return g_str_equal (text, "[calendar]") ? LINE_CALENDAR : LINE_GROUP;
  if (is_me (text))
    return LINE_ME;
  if (*text == '#' && is_me (g_strchug (text + 1)))
    return LINE_REMARK;
  return LINE_OTHER;
}

/* Finds the places, G_MAXUINT for none: of the group, of the key, and of the remark. */
static void
find_places (char **lines, guint *group, guint *key, guint *remark)
{
  gboolean inside = FALSE;

  *group = *key = *remark = G_MAXUINT;
  for (guint i = 0; lines[i]; i++)
    switch (find_kind (lines[i])) {
    case LINE_CALENDAR:
      inside = TRUE;
      *group = MIN (*group, i);
      break;
    case LINE_GROUP:
      inside = FALSE;
      break;
    case LINE_ME:
      if (inside)
        *key = i; /* of two the last one counts */
      break;
    case LINE_REMARK:
      if (inside)
        *remark = MIN (*remark, i);
      break;
    case LINE_OTHER:
      break;
    }
}

char *
one_conf_edit_format (const char *text, const char *addresses)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *wanted = g_strdup_printf ("me=%s", addresses);
  guint group, key, remark, place;

  find_places (lines, &group, &key, &remark);
  if (group == G_MAXUINT)
    return g_strdup_printf ("%s%s[calendar]\n%s\n", text,
                            *text == '\0' || g_str_has_suffix (text, "\n") ? "" : "\n", wanted);
  place = key != G_MAXUINT ? key : remark;
  if (place != G_MAXUINT) {
    g_free (lines[place]);
    lines[place] = g_steal_pointer (&wanted);
  } else {
    char *both = g_strdup_printf ("%s\n%s", lines[group], wanted);

    g_free (lines[group]);
    lines[group] = both;
  }
  return g_strjoinv ("\n", lines);
}

gboolean
one_conf_edit_takes (const char *address)
{
  const char *at = strrchr (address, '@');

  for (const char *c = address; *c; c++)
    if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c) || strchr (";,\\<>", *c))
      return FALSE;
  return at && at > address && at[1] != '\0' && strlen (address) <= ADDRESS_MAX
         && g_utf8_validate (address, -1, NULL);
}

static gboolean
edit_file (const char *path, const char *addresses, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  struct stat info;

  if (g_stat (path, &info) != 0) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("cannot read '%s': %s"), path,
                 g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, _ ("'%s' is no file"), path);
    return FALSE;
  }
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  changed = one_conf_edit_format (text, addresses);
  return g_str_equal (changed, text)
         || g_file_set_contents_full (path, changed, (gssize) strlen (changed),
                                      G_FILE_SET_CONTENTS_CONSISTENT, info.st_mode & 0777, error);
}

gboolean
one_conf_edit_set_me (const char *addresses, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "oned", "oned.conf", NULL);
  g_autofree char *target = realpath (path, NULL);
  g_autoptr (GError) failed = NULL;

  if (edit_file (target ? target : path, addresses, &failed))
    return TRUE;
  if (failed->domain == ONE_ERROR)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "%s", failed->message);
  return FALSE;
}
