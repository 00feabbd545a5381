/* SPDX-License-Identifier: MIT */
#include "ctl/bus/pseudonyms.h"

#include <string.h>
#include "ctl/bus/unpack.h"

typedef char *(*ReplaceText) (const OnePseudonyms *pseudonyms, GVariant *record, const char *text);

/* By address. People without one come first, by name. */
static int
compare_people (gconstpointer a, gconstpointer b)
{
  GVariant *me = *(GVariant *const *) a;
  GVariant *them = *(GVariant *const *) b;
  g_auto (GStrv) mine = one_unpack_strings (me, "addresses");
  g_auto (GStrv) theirs = one_unpack_strings (them, "addresses");
  int order = g_strcmp0 (mine[0], theirs[0]);

  return order ? order : strcmp (one_unpack_string (me, "name"), one_unpack_string (them, "name"));
}

/* The longest first: "Ada Palmer" must be replaced before "Ada". */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize mine = strlen (*(char *const *) a);
  gsize theirs = strlen (*(char *const *) b);

  return mine < theirs ? 1 : mine > theirs ? -1 : 0;
}

static void
add_word (OnePseudonyms *pseudonyms, const char *word, guint person)
{
  char *key;

  if (!*word || g_hash_table_contains (pseudonyms->people, word))
    return;
  key = g_strdup (word);
  g_ptr_array_add (pseudonyms->words, key);
  g_hash_table_insert (pseudonyms->people, key, GUINT_TO_POINTER (person));
}

OnePseudonyms *
one_pseudonyms_new (GVariant *people)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  OnePseudonyms *pseudonyms = g_new0 (OnePseudonyms, 1);

  pseudonyms->words = g_ptr_array_new_with_free_func (g_free);
  pseudonyms->people = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < g_variant_n_children (people); i++)
    g_ptr_array_add (sorted, g_variant_get_child_value (people, i));
  g_ptr_array_sort (sorted, compare_people);
  for (guint i = 0; i < sorted->len; i++) {
    GVariant *person = g_ptr_array_index (sorted, i);
    g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");

    add_word (pseudonyms, one_unpack_string (person, "name"), i + 1);
    for (guint k = 0; addresses[k]; k++)
      add_word (pseudonyms, addresses[k], i + 1);
  }
  g_ptr_array_sort (pseudonyms->words, compare_lengths);
  return pseudonyms;
}

void
one_pseudonyms_free (OnePseudonyms *pseudonyms)
{
  g_hash_table_unref (pseudonyms->people);
  g_ptr_array_unref (pseudonyms->words);
  g_free (pseudonyms);
}

/* 1 is A, 26 is Z, 27 is AA. Unknown (0) is "?". */
static char *
format_letters (guint person)
{
  g_autoptr (GString) letters = g_string_new (person ? NULL : "?");

  for (; person > 0; person = (person - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (person - 1) % 26));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static guint
find_person (const OnePseudonyms *pseudonyms, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (pseudonyms->people, word));
}

static char *
replace_name (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  g_autofree char *letters = format_letters (find_person (pseudonyms, text));

  return g_strdup_printf ("Person %s", letters);
}

static char *
replace_address (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  guint person = find_person (pseudonyms, text);
  g_autofree char *letters = format_letters (person);
  g_autofree char *lower = g_ascii_strdown (letters, -1);

  return g_strdup_printf ("%s@example.invalid", person ? lower : "me");
}

static char *
hash_text (const char *kind, const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%s-%.8s", kind, sum);
}

static char *
replace_text (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  const char *id = one_unpack_string (record, "id");

  return *id ? g_strdup_printf ("text of %s", id) : hash_text ("text", text);
}

/* A line shares its id with the other lines of the text, so the id cannot stand for it. */
static char *
replace_line (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return hash_text ("text", text);
}

static char *
replace_summary (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return hash_text ("meeting", text);
}

static char *
replace_uid (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return hash_text ("uid", text);
}

static char *
replace_path (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return hash_text ("file", text);
}

static char *
replace_location (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return hash_text ("place", text);
}

static char *
replace_join (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return g_strdup ("https://example.invalid/");
}

/* Replaces the addresses of nobody we know: any word with an @. */
static char *
replace_addresses (const char *sentence)
{
  g_auto (GStrv) words = g_strsplit (sentence, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (strchr (words[i], '@')) {
      g_free (words[i]);
      words[i] = g_strdup ("me@example.invalid");
    }
  return g_strjoinv (" ", words);
}

char *
one_pseudonyms_replace_in (const OnePseudonyms *pseudonyms, const char *sentence)
{
  g_autoptr (GString) replaced = g_string_new (sentence);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < pseudonyms->words->len; i++) {
    const char *word = g_ptr_array_index (pseudonyms->words, i);
    g_autofree char *name = replace_name (pseudonyms, NULL, word);

    g_string_replace (replaced, word, name, 0);
  }
  rest = replace_addresses (replaced->str);
  return g_steal_pointer (&rest);
}

static char *
replace_sentence (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  return one_pseudonyms_replace_in (pseudonyms, text);
}

/* The record is of somebody who meets others, and not me. */
static char *
replace_other (const OnePseudonyms *pseudonyms, GVariant *record, const char *text)
{
  g_autofree char *hash = hash_text ("other", text);

  if (find_person (pseudonyms, text))
    return replace_address (pseudonyms, record, text);
  return g_strconcat (hash, "@example.invalid", NULL);
}

/* By key: all kinds of records use the same key for the same thing. Keys that are not listed (ids,
 * states, titles of the catalogue, zones) say nothing about anybody. */
static const struct {
  const char *key;
  ReplaceText text;
} rules[] = {
  { "person", replace_name },       { "name", replace_name },     { "address", replace_address },
  { "addresses", replace_address }, { "me", replace_address },    { "others", replace_other },
  { "text", replace_text },         { "lines", replace_line },    { "summary", replace_summary },
  { "location", replace_location }, { "join", replace_join },     { "uid", replace_uid },
  { "source", replace_path },       { "path", replace_path },     { "reason", replace_sentence },
  { "what", replace_sentence },     { "note", replace_sentence },
};

static ReplaceText
find_rule (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].key, key))
      return rules[i].text;
  return NULL;
}

static GVariant *
replace_texts (const OnePseudonyms *pseudonyms, ReplaceText text, GVariant *value)
{
  g_auto (GStrv) texts = g_variant_dup_strv (value, NULL);

  for (guint i = 0; texts[i]; i++) {
    char *replaced = text (pseudonyms, NULL, texts[i]);

    g_free (texts[i]);
    texts[i] = replaced;
  }
  return g_variant_new_strv ((const char *const *) texts, -1);
}

/* Prompts come from the catalogue, so they stay as they are. (transfer full) or floating. */
static GVariant *
replace_member (const OnePseudonyms *pseudonyms, GVariant *record, const char *key, GVariant *value)
{
  ReplaceText text = find_rule (key);

  if (text && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
    const char *plain = g_variant_get_string (value, NULL);

    return g_variant_new_take_string (*plain ? text (pseudonyms, record, plain) : g_strdup (""));
  }
  if (text && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return replace_texts (pseudonyms, text, value);
  if (g_str_equal (key, "prompts") || !g_variant_is_container (value))
    return g_variant_ref (value);
  return one_pseudonyms_replace (pseudonyms, value);
}

static GVariant *
replace_record (const OnePseudonyms *pseudonyms, GVariant *record)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value)) {
    g_autoptr (GVariant) replaced =
        g_variant_take_ref (replace_member (pseudonyms, record, key, value));

    g_variant_builder_add (builder, "{sv}", key, replaced);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

GVariant *
one_pseudonyms_replace (const OnePseudonyms *pseudonyms, GVariant *value)
{
  g_autoptr (GVariantBuilder) builder = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    return replace_record (pseudonyms, value);
  if (!g_variant_is_container (value) || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_ref (value);
  builder = g_variant_builder_new (g_variant_get_type (value));
  for (gsize i = 0; i < g_variant_n_children (value); i++) {
    g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
    g_autoptr (GVariant) replaced = one_pseudonyms_replace (pseudonyms, child);

    g_variant_builder_add_value (builder, replaced);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}
