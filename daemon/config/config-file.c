/* SPDX-License-Identifier: MIT */
#include "config/config-file.h"

#include <string.h>

#include "edge/small-file.h"
#include "model/base/text.h"

#define MAX_BYTES (256 * 1024)
#define LONGEST_WORD 64

/* FALSE for a second key of that name, whose first value GKeyFile would drop silently. */
static gboolean
lines_add (GHashTable *lines, const char *group, const char *key, guint line)
{
  return g_hash_table_insert (lines, g_strconcat (group, "\n", key, NULL), GUINT_TO_POINTER (line));
}

/* Adds one line; a line that opens a group changes `group`. Returns an error text, or NULL. */
static char *
lines_add_text (GHashTable *lines, char *text, guint line, char **group)
{
  char *close = text[0] == '[' ? strchr (text, ']') : NULL;
  char *equals = text[0] == '[' ? NULL : strchr (text, '=');

  if (text[0] == '\0' || text[0] == '#')
    return NULL;
  if (close && close[1] == '\0') {
    g_free (*group);
    *group = g_strndup (text + 1, (gsize) (close - text - 1));
    lines_add (lines, *group, "", line);
    return NULL;
  }
  if (!equals || equals == text || !*group)
    return g_strdup ("neither [group] nor key=value nor # comment");
  *equals = '\0';
  if (lines_add (lines, *group, g_strchomp (text), line))
    return NULL;
  return g_strdup_printf ("'%s' is there twice", text);
}

/* Walks the text as GKeyFile does. Returns the error text of the first bad line, or NULL. */
static char *
lines_index (GHashTable *lines, const char *text, guint *line)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;

  for (guint i = 0; all[i]; i++) {
    char *wrong = lines_add_text (lines, g_strstrip (all[i]), i + 1, &group);

    *line = i + 1;
    if (wrong)
      return wrong;
  }
  return NULL;
}

static guint
text_line_at (const char *text, const char *end)
{
  guint line = 1;

  for (const char *p = text; p < end; p++)
    line += *p == '\n';
  return line;
}

static void
file_complain (const OneConfigFile *file, guint line, const char *what, GError **error)
{
  if (line > 0)
    g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "%s:%u: %s", file->path, line,
                 what);
  else
    g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "%s: %s", file->path, what);
}

OneConfigFile *
one_config_file_parse (const char *path, const char *text, gssize length, GError **error)
{
  g_autoptr (OneConfigFile) file = g_new0 (OneConfigFile, 1);
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *copy = g_strndup (text, bytes);
  const char *end = NULL;
  g_autofree char *wrong = NULL;
  guint line = 0;

  file->path = g_strdup (path);
  file->keys = g_key_file_new ();
  file->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (bytes > MAX_BYTES) {
    file_complain (file, 0, "larger than 256 KB", error);
    return NULL;
  }
  if (!g_utf8_validate_len (text, bytes, &end)) {
    file_complain (file, text_line_at (text, end), "not valid UTF-8", error);
    return NULL;
  }
  wrong = lines_index (file->lines, copy, &line);
  if (wrong) {
    file_complain (file, line, wrong, error);
    return NULL;
  }
  if (bytes > 0 && !g_key_file_load_from_data (file->keys, copy, bytes, G_KEY_FILE_NONE, NULL)) {
    file_complain (file, 0, "not a key file", error);
    return NULL;
  }
  return g_steal_pointer (&file);
}

static const char *
explain_open (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    return "not readable for you";
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NXIO))
    return "it is no file";
  return "cannot be read";
}

OneConfigFile *
one_config_file_open (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = one_small_file_read (path, MAX_BYTES + 1, &local);

  if (!bytes) {
    g_set_error (error, local->domain, local->code, "%s: %s", path, explain_open (local));
    return NULL;
  }
  g_debug ("%s has %" G_GSIZE_FORMAT " bytes", path, g_bytes_get_size (bytes));
  if (g_bytes_get_size (bytes) == 0)
    return one_config_file_parse (path, "", 0, error);
  return one_config_file_parse (path, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), error);
}

void
one_config_file_free (OneConfigFile *file)
{
  g_free (file->path);
  g_key_file_unref (file->keys);
  g_hash_table_unref (file->lines);
  g_free (file);
}

gboolean
one_config_file_fail (const OneConfigFile *file, const char *group, const char *key,
                      const char *what, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s", group, key ? key : "");
  g_autofree char *clean = one_text_clean (what, -1, 400);

  file_complain (file, GPOINTER_TO_UINT (g_hash_table_lookup (file->lines, name)), clean, error);
  return FALSE;
}

/* Levenshtein's distance, of words of at most LONGEST_WORD bytes. */
static guint
word_distance (const char *a, const char *b)
{
  guint row[LONGEST_WORD + 1];
  guint length = (guint) strlen (b);

  for (guint j = 0; j <= length; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1]; i++) {
    guint diagonal = row[0];

    row[0] = i;
    for (guint j = 1; j <= length; j++) {
      guint above = row[j];

      row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
      diagonal = above;
    }
  }
  return row[length];
}

char *
one_config_file_suggest (const char *word, const char *const *known)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  if (strlen (word) > LONGEST_WORD)
    return g_strdup ("");
  for (guint i = 0; known[i]; i++) {
    guint distance = strlen (known[i]) > LONGEST_WORD ? G_MAXUINT : word_distance (word, known[i]);

    if (distance < least) {
      least = distance;
      best = known[i];
    }
  }
  if (!best || least > MAX (strlen (word) / 3, 1) + 1)
    return g_strdup ("");
  return g_strdup_printf (", did you mean '%s'?", best);
}

/* Splits at the first ": ", because texts often have another one, and paths hardly ever have any.
 */
OneTrouble *
one_config_file_trouble (const GError *error)
{
  g_autoptr (GRegex) shape = g_regex_new ("^(.*?)(?::([0-9]+))?: (.*)$", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *path = NULL;
  g_autofree char *line = NULL;
  g_autofree char *what = NULL;

  if (!g_regex_match (shape, error->message, 0, &match))
    return one_trouble_new ("", 0, error->message);
  path = g_match_info_fetch (match, 1);
  line = g_match_info_fetch (match, 2);
  what = g_match_info_fetch (match, 3);
  return one_trouble_new (path, (guint) g_ascii_strtoull (line, NULL, 10), what);
}
