/* SPDX-License-Identifier: MIT */
#include "config/catalogue-file.h"

#include <string.h>

#include "config/catalogue-group.h"

#define GENERAL ONE_CATALOGUE_GENERAL
#define PROMPT "prompt."
#define LONGEST_ID ONE_CATALOGUE_LONGEST_ID
#define LONGEST_TITLE 60
#define LONGEST_PROMPT 300
#define MOST_CATEGORIES 50
#define MOST_PROMPTS 100
#define MOST_MEETINGS 1000

static const char *const general_keys[] = { "roles", "order", "points", NULL };
static const char *const category_keys[] = {
  "title",        "rule",      "enabled", "ideal-meetings", "ideal-weeks",
  "max-meetings", "max-weeks", "prompts", "soon",           NULL
};

/* The limits of a new category for which the file has none. */
static const OneLimits usual_limits = {
  .ideal_meetings = 4, .ideal_weeks = 8, .max_meetings = 10, .max_weeks = 16
};

static const struct {
  const char *key;
  gsize offset;
} limit_keys[] = {
  { "ideal-meetings", G_STRUCT_OFFSET (OneLimits, ideal_meetings) },
  { "ideal-weeks", G_STRUCT_OFFSET (OneLimits, ideal_weeks) },
  { "max-meetings", G_STRUCT_OFFSET (OneLimits, max_meetings) },
  { "max-weeks", G_STRUCT_OFFSET (OneLimits, max_weeks) },
};

static gboolean
load_soon (const OneCatalogueGroup *group, OneCategory *category, GError **error)
{
  g_auto (GStrv) soon = one_catalogue_group_list_values (group, "soon");

  if (!soon)
    return TRUE;
  for (guint i = 0; i < category->prompts->len; i++) {
    OnePrompt *prompt = g_ptr_array_index (category->prompts, i);

    prompt->soon = g_strv_contains ((const char *const *) soon, prompt->id);
  }
  for (guint i = 0; soon[i]; i++)
    if (one_catalogue_group_find (category->prompts, soon[i]) < 0)
      return one_catalogue_group_fail (group, "soon", error, "'%s' in soon is not there", soon[i]);
  return TRUE;
}

static gboolean
load_prompt (const OneCatalogueGroup *group, OneCategory *category, const char *key, GError **error)
{
  const char *id = key + strlen (PROMPT);
  g_autofree char *text = one_catalogue_group_dup_text (group, key, LONGEST_PROMPT);
  gint place = one_catalogue_group_find (category->prompts, id);

  if (!one_catalogue_group_id_is_valid (id))
    return one_catalogue_group_fail (group, key, error,
                                     "'%s' is no id: small letters, digits, hyphens", id);
  if (text[0] == '\0') {
    if (place >= 0)
      g_ptr_array_remove_index (category->prompts, (guint) place);
    return TRUE;
  }
  if (place >= 0) {
    OnePrompt *prompt = g_ptr_array_index (category->prompts, place);

    g_free (prompt->text);
    prompt->text = g_steal_pointer (&text);
    return TRUE;
  }
  if (category->prompts->len >= MOST_PROMPTS)
    return one_catalogue_group_fail (group, key, error, "more than %d prompts", MOST_PROMPTS);
  g_ptr_array_add (category->prompts, one_prompt_new (id, text));
  return TRUE;
}

static gboolean
load_prompts (const OneCatalogueGroup *group, OneCategory *category, GError **error)
{
  g_auto (GStrv) present = g_key_file_get_keys (group->file->keys, group->name, NULL, NULL);

  for (guint i = 0; present[i]; i++) {
    g_autofree char *key = g_strndup (present[i], strcspn (present[i], "["));

    if (g_str_has_prefix (key, PROMPT)) {
      if (!load_prompt (group, category, key, error))
        return FALSE;
    } else if (!g_strv_contains (category_keys, key)) {
      g_autofree char *hint = one_config_file_suggest (key, category_keys);

      return one_catalogue_group_fail (group, present[i], error, "unknown key '%s' in [%s]%s", key,
                                       group->name, hint);
    }
  }
  return one_catalogue_group_order (group, "prompts", category->prompts, error)
         && load_soon (group, category, error);
}

static gboolean
load_limits (const OneCatalogueGroup *group, OneLimits *limits, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limit_keys); i++) {
    const char *key = limit_keys[i].key;
    g_autofree char *text = one_catalogue_group_dup_text (group, key, LONGEST_TITLE);
    guint64 number = 0;

    if (!one_catalogue_group_has (group, key))
      continue;
    if (!g_ascii_string_to_unsigned (text, 10, 1, MOST_MEETINGS, &number, NULL))
      return one_catalogue_group_fail (group, key, error,
                                       "bad value '%s' for %s: needs a number from 1 to %d", text,
                                       key, MOST_MEETINGS);
    *(guint *) G_STRUCT_MEMBER_P (limits, limit_keys[i].offset) = (guint) number;
  }
  if (limits->ideal_meetings > limits->max_meetings)
    return one_catalogue_group_fail (
        group, one_catalogue_group_has (group, "max-meetings") ? "max-meetings" : "ideal-meetings",
        error, "ideal-meetings is above max-meetings");
  if (limits->ideal_weeks > limits->max_weeks)
    return one_catalogue_group_fail (
        group, one_catalogue_group_has (group, "max-weeks") ? "max-weeks" : "ideal-weeks", error,
        "ideal-weeks is above max-weeks");
  return TRUE;
}

static gboolean
load_title (const OneCatalogueGroup *group, OneCategory *category, GError **error)
{
  g_autofree char *title = one_catalogue_group_dup_text (group, "title", LONGEST_TITLE);

  if (title[0] == '\0' && one_catalogue_group_has (group, "title"))
    return one_catalogue_group_fail (group, "title", error, "the title of [%s] is empty",
                                     group->name);
  if (title[0] == '\0')
    return TRUE;
  g_free (category->title);
  category->title = g_steal_pointer (&title);
  return TRUE;
}

static gboolean
load_words (const OneCatalogueGroup *group, OneCategory *category, GError **error)
{
  g_autofree char *rule = one_catalogue_group_dup_text (group, "rule", LONGEST_TITLE);
  g_autofree char *enabled = one_catalogue_group_dup_text (group, "enabled", LONGEST_TITLE);

  if (one_catalogue_group_has (group, "rule") && !one_words_parse_rule (rule, &category->rule))
    return one_catalogue_group_fail (
        group, "rule", error, "bad value '%s' for rule: needs review, update, core or backup",
        rule);
  if (!one_catalogue_group_has (group, "enabled"))
    return TRUE;
  category->enabled = g_str_equal (enabled, "true");
  if (!category->enabled && !g_str_equal (enabled, "false"))
    return one_catalogue_group_fail (group, "enabled", error,
                                     "bad value '%s' for enabled: needs true or false", enabled);
  return TRUE;
}

static gboolean
load_category (const OneCatalogueGroup *group, GError **error)
{
  GPtrArray *categories = group->catalogue->categories;
  gint place = one_catalogue_group_find (categories, group->name);
  OneCategory *category = place < 0 ? NULL : g_ptr_array_index (categories, place);

  if (!category) {
    if (!one_catalogue_group_id_is_valid (group->name))
      return one_catalogue_group_fail (
          group, NULL, error, "[%s] is no id: small letters, digits, hyphens", group->name);
    if (!one_catalogue_group_has (group, "title"))
      return one_catalogue_group_fail (group, NULL, error,
                                       "[%s] is a new category and needs a title", group->name);
    if (categories->len >= MOST_CATEGORIES)
      return one_catalogue_group_fail (group, NULL, error, "more than %d categories",
                                       MOST_CATEGORIES);
    category = one_category_new (group->name, "");
    category->rule = ONE_RULE_CORE;
    category->limits = usual_limits;
    g_ptr_array_add (categories, category);
  }
  return load_title (group, category, error) && load_words (group, category, error)
         && load_limits (group, &category->limits, error) && load_prompts (group, category, error);
}

/* Allows at most one of a kind that has its place: a meeting has room for no more. */
static gboolean
check_rules (const OneCatalogueGroup *group, GError **error)
{
  static const OneCategoryRule single[] = { ONE_RULE_REVIEW, ONE_RULE_UPDATE, ONE_RULE_POINTS };
  guint count[ONE_N_RULES] = { 0 };

  for (guint i = 0; i < group->catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (group->catalogue->categories, i);

    count[category->rule] += category->enabled ? 1 : 0;
  }
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (count[single[i]] > 1)
      return one_catalogue_group_fail (group, NULL, error, "more than one category has rule=%s",
                                       one_words_format_rule (single[i]));
  return TRUE;
}

static gboolean
check_general (const OneCatalogueGroup *group, GError **error)
{
  g_auto (GStrv) present = g_key_file_get_keys (group->file->keys, GENERAL, NULL, NULL);

  for (guint i = 0; present && present[i]; i++)
    if (!g_strv_contains (general_keys, present[i])) {
      g_autofree char *hint = one_config_file_suggest (present[i], general_keys);

      return one_catalogue_group_fail (group, present[i], error, "unknown key '%s' in [%s]%s",
                                       present[i], GENERAL, hint);
    }
  return TRUE;
}

/* Whether the file is for the catalogue's role. */
static gboolean
check_roles (const OneCatalogueGroup *group, gboolean *concerned, GError **error)
{
  g_auto (GStrv) roles = one_catalogue_group_list_values (group, "roles");

  *concerned = !roles;
  for (guint i = 0; roles && roles[i]; i++) {
    OneRole role = ONE_ROLE_MANAGER;

    if (!one_words_parse_role (roles[i], &role))
      return one_catalogue_group_fail (group, "roles", error, "unknown role '%s'", roles[i]);
    *concerned = *concerned || role == group->catalogue->role;
  }
  return TRUE;
}

static gboolean
load_general (const OneCatalogueGroup *group, GError **error)
{
  g_autofree char *points = one_catalogue_group_dup_text (group, "points", LONGEST_ID);

  if (!one_catalogue_group_order (group, "order", group->catalogue->categories, error))
    return FALSE;
  if (!one_catalogue_group_has (group, "points"))
    return TRUE;
  if (!one_catalogue_find (group->catalogue, points))
    return one_catalogue_group_fail (group, "points", error, "'%s' in points is not there", points);
  g_free (group->catalogue->points);
  group->catalogue->points = g_steal_pointer (&points);
  return TRUE;
}

gboolean
one_catalogue_file_apply (const OneConfigFile *file, OneCatalogue *catalogue, GError **error)
{
  OneCatalogueGroup group = { .catalogue = catalogue, .file = file, .name = GENERAL };
  g_auto (GStrv) groups = g_key_file_get_groups (file->keys, NULL);
  gboolean concerned = FALSE;

  if (!check_general (&group, error) || !check_roles (&group, &concerned, error))
    return FALSE;
  if (!concerned)
    return TRUE;
  for (guint i = 0; groups[i]; i++) {
    group.name = groups[i];
    if (!g_str_equal (groups[i], GENERAL) && !load_category (&group, error))
      return FALSE;
  }
  group.name = GENERAL;
  return check_rules (&group, error) && load_general (&group, error);
}
