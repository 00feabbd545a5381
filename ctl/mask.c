/* SPDX-License-Identifier: MIT */
#include "ctl/mask.h"

#include <string.h>
#include "ctl/unpack.h"

typedef char *(*MaskText) (const OneMask *mask, GVariant *record, const char *text);

/* By address; whoever has none comes first, by name. */
static int
mask_compare_people (gconstpointer a, gconstpointer b)
{
  GVariant *me = *(GVariant *const *) a;
  GVariant *them = *(GVariant *const *) b;
  g_auto (GStrv) mine = one_unpack_strings (me, "addresses");
  g_auto (GStrv) theirs = one_unpack_strings (them, "addresses");
  int order = g_strcmp0 (mine[0], theirs[0]);

  return order ? order : strcmp (one_unpack_string (me, "name"), one_unpack_string (them, "name"));
}

/* A name in another's name must not be replaced first. */
static int
mask_compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize mine = strlen (*(char *const *) a);
  gsize theirs = strlen (*(char *const *) b);

  return mine < theirs ? 1 : mine > theirs ? -1 : 0;
}

static void
mask_learn (OneMask *mask, const char *word, guint person)
{
  char *key;

  if (!*word || g_hash_table_contains (mask->pseudonyms, word))
    return;
  key = g_strdup (word);
  g_ptr_array_add (mask->words, key);
  g_hash_table_insert (mask->pseudonyms, key, GUINT_TO_POINTER (person));
}

OneMask *
one_mask_new (GVariant *people)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  OneMask *mask = g_new0 (OneMask, 1);

  mask->words = g_ptr_array_new_with_free_func (g_free);
  mask->pseudonyms = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < g_variant_n_children (people); i++)
    g_ptr_array_add (sorted, g_variant_get_child_value (people, i));
  g_ptr_array_sort (sorted, mask_compare_people);
  for (guint i = 0; i < sorted->len; i++) {
    GVariant *person = g_ptr_array_index (sorted, i);
    g_auto (GStrv) addresses = one_unpack_strings (person, "addresses");

    mask_learn (mask, one_unpack_string (person, "name"), i + 1);
    for (guint k = 0; addresses[k]; k++)
      mask_learn (mask, addresses[k], i + 1);
  }
  g_ptr_array_sort (mask->words, mask_compare_lengths);
  return mask;
}

void
one_mask_free (OneMask *mask)
{
  g_hash_table_unref (mask->pseudonyms);
  g_ptr_array_unref (mask->words);
  g_free (mask);
}

/* 1 is A, 26 is Z, 27 is AA. Unknown (0) is "?". */
static char *
mask_format_letters (guint person)
{
  g_autoptr (GString) letters = g_string_new (person ? NULL : "?");

  for (; person > 0; person = (person - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (person - 1) % 26));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

static guint
mask_find (const OneMask *mask, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (mask->pseudonyms, word));
}

static char *
mask_name (const OneMask *mask, GVariant *record, const char *text)
{
  g_autofree char *letters = mask_format_letters (mask_find (mask, text));

  return g_strdup_printf ("Person %s", letters);
}

static char *
mask_address (const OneMask *mask, GVariant *record, const char *text)
{
  guint person = mask_find (mask, text);
  g_autofree char *letters = mask_format_letters (person);
  g_autofree char *lower = g_ascii_strdown (letters, -1);

  return g_strdup_printf ("%s@example.invalid", person ? lower : "me");
}

static char *
mask_hash (const char *kind, const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%s-%.8s", kind, sum);
}

static char *
mask_text (const OneMask *mask, GVariant *record, const char *text)
{
  const char *id = one_unpack_string (record, "id");

  return *id ? g_strdup_printf ("text of %s", id) : mask_hash ("text", text);
}

/* One of several of the same text. */
static char *
mask_line (const OneMask *mask, GVariant *record, const char *text)
{
  return mask_hash ("text", text);
}

static char *
mask_summary (const OneMask *mask, GVariant *record, const char *text)
{
  return mask_hash ("meeting", text);
}

static char *
mask_uid (const OneMask *mask, GVariant *record, const char *text)
{
  return mask_hash ("uid", text);
}

static char *
mask_path (const OneMask *mask, GVariant *record, const char *text)
{
  return mask_hash ("file", text);
}

static char *
mask_location (const OneMask *mask, GVariant *record, const char *text)
{
  return mask_hash ("place", text);
}

static char *
mask_join (const OneMask *mask, GVariant *record, const char *text)
{
  return g_strdup ("https://example.invalid/");
}

/* Whatever else looks like an address. */
static char *
mask_addresses_in (const char *sentence)
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
one_mask_sentence (const OneMask *mask, const char *sentence)
{
  g_autoptr (GString) masked = g_string_new (sentence);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < mask->words->len; i++) {
    const char *word = g_ptr_array_index (mask->words, i);
    g_autofree char *name = mask_name (mask, NULL, word);

    g_string_replace (masked, word, name, 0);
  }
  rest = mask_addresses_in (masked->str);
  return g_steal_pointer (&rest);
}

static char *
mask_sentence (const OneMask *mask, GVariant *record, const char *text)
{
  return one_mask_sentence (mask, text);
}

/* By key: records of every kind use the same key for the same thing. What is not here (ids, states,
 * titles and prompts of the catalogue, zones) says nothing about anybody. */
static const struct {
  const char *key;
  MaskText text;
} masks[] = {
  { "person", mask_name },       { "name", mask_name },       { "address", mask_address },
  { "addresses", mask_address }, { "me", mask_address },      { "text", mask_text },
  { "lines", mask_line },        { "summary", mask_summary }, { "location", mask_location },
  { "join", mask_join },         { "uid", mask_uid },         { "source", mask_path },
  { "path", mask_path },         { "reason", mask_sentence }, { "what", mask_sentence },
  { "note", mask_sentence },
};

static MaskText
mask_find_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    if (g_str_equal (masks[i].key, key))
      return masks[i].text;
  return NULL;
}

static GVariant *
mask_texts (const OneMask *mask, MaskText text, GVariant *value)
{
  g_auto (GStrv) texts = g_variant_dup_strv (value, NULL);

  for (guint i = 0; texts[i]; i++) {
    char *masked = text (mask, NULL, texts[i]);

    g_free (texts[i]);
    texts[i] = masked;
  }
  return g_variant_new_strv ((const char *const *) texts, -1);
}

/* One member of a record. What is in prompts is the catalogue's. */
static GVariant *
mask_member (const OneMask *mask, GVariant *record, const char *key, GVariant *value)
{
  MaskText text = mask_find_key (key);

  if (text && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)) {
    const char *plain = g_variant_get_string (value, NULL);

    return g_variant_new_take_string (*plain ? text (mask, record, plain) : g_strdup (""));
  }
  if (text && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return mask_texts (mask, text, value);
  if (g_str_equal (key, "prompts") || !g_variant_is_container (value))
    return g_variant_ref (value);
  return one_mask_value (mask, value);
}

static GVariant *
mask_record (const OneMask *mask, GVariant *record)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value)) {
    g_autoptr (GVariant) masked = g_variant_ref_sink (mask_member (mask, record, key, value));

    g_variant_builder_add (builder, "{sv}", key, masked);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

GVariant *
one_mask_value (const OneMask *mask, GVariant *value)
{
  g_autoptr (GVariantBuilder) builder = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    return mask_record (mask, value);
  if (!g_variant_is_container (value) || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_ref (value);
  builder = g_variant_builder_new (g_variant_get_type (value));
  for (gsize i = 0; i < g_variant_n_children (value); i++) {
    g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
    g_autoptr (GVariant) masked = one_mask_value (mask, child);

    g_variant_builder_add_value (builder, masked);
  }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}
