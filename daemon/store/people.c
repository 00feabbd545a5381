/* SPDX-License-Identifier: MIT */
#include "store/people.h"

#include <string.h>

#include "store/address.h"
#include "store/db/query.h"
#include "store/db/transaction.h"
#include "store/who-match.h"
#include "wire/error.h"

/* Begins the key of a person of whom a calendar knows only the name. */
#define NAME_KEY "name:"

static OnePerson *
people_read (OneQuery *query)
{
  OnePerson *person = one_person_new ();

  person->id = one_query_get_int (query, 0);
  g_free (person->name);
  person->name = g_strdup (one_query_get_text (query, 1));
  person->role_is_set = one_words_parse_role (one_query_get_text (query, 2), &person->role);
  return person;
}

static gint64
people_add (OneStore *store, const char *address, const char *name, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  g_auto (OneQuery) person = one_query_open (store, ONE_SQL_PERSON_ADD);
  g_auto (OneQuery) first = one_query_open (store, ONE_SQL_ADDRESS_ADD);
  gint64 id;

  one_query_set_text (&person, ":name", *name ? name : address);
  one_query_set_text (&person, ":named", *name ? "calendar" : "address");
  if (!all || !one_query_run (&person, error))
    return 0;
  id = one_query_get_last_id (store);
  one_query_set_text (&first, ":address", address);
  one_query_set_int (&first, ":person", id);
  if (!one_query_run (&first, error))
    return 0;
  return one_transaction_commit (all, error) ? id : 0;
}

/* 0 without an error when nobody has it. */
static gboolean
people_find_address (OneStore *store, const char *address, gint64 *id, gboolean *unnamed,
                     GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_OF_ADDRESS);

  *id = 0;
  one_query_set_text (&query, ":address", address);
  while (one_query_next (&query)) {
    *id = one_query_get_int (&query, 0);
    *unnamed = g_str_equal (one_query_get_text (&query, 1), "address");
  }
  return one_query_end (&query, error);
}

static gboolean
people_fill_name (OneStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_FILL_NAME);

  one_query_set_int (&query, ":id", id);
  one_query_set_text (&query, ":name", name);
  return one_query_run (&query, error);
}

static gboolean
people_add_key (OneStore *store, gint64 id, const char *key, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ADDRESS_ADD);

  one_query_set_text (&query, ":address", key);
  one_query_set_int (&query, ":person", id);
  return one_query_run (&query, error);
}

/* Somebody of whom a calendar knows the name only: whoever is called that, from now on under the
 * same key, so that another name does not make another person. */
static gint64
people_add_named (OneStore *store, const char *key, const char *name, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  const OnePerson *known;

  if (!*name) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "a person without address and name");
    return 0;
  }
  if (!(people = one_people_list (store, error)))
    return 0;
  known = one_who_match_find_name (people, name);
  if (!known)
    return people_add (store, key, name, error);
  return people_add_key (store, known->id, key, error) ? known->id : 0;
}

gint64
one_people_ensure (OneStore *store, const char *address, const char *name, GError **error)
{
  gboolean by_name = g_str_has_prefix (address, NAME_KEY);
  g_autofree char *key = by_name ? g_strdup (address) : one_address_parse (address, error);
  gboolean unnamed = FALSE;
  gint64 id;

  if (!key || !people_find_address (store, key, &id, &unnamed, error))
    return 0;
  if (id == 0)
    return by_name ? people_add_named (store, key, name, error)
                   : people_add (store, key, name, error);
  if (unnamed && *name && !people_fill_name (store, id, name, error))
    return 0;
  return id;
}

OnePerson *
one_people_find (OneStore *store, const char *who, GError **error)
{
  g_autoptr (GPtrArray) people = one_people_list (store, error);
  const OnePerson *person = people ? one_who_match_find (people, who, error) : NULL;

  return person ? one_person_dup (person) : NULL;
}

static gboolean
people_load_addresses (OneStore *store, OnePerson *person, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ADDRESS_LIST);
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  one_query_set_int (&query, ":person", person->id);
  while (one_query_next (&query))
    g_strv_builder_add (addresses, one_query_get_text (&query, 0));
  g_strfreev (person->addresses);
  person->addresses = g_strv_builder_end (addresses);
  return one_query_end (&query, error);
}

OnePerson *
one_people_get (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_GET);
  g_autoptr (OnePerson) person = NULL;

  one_query_set_int (&query, ":id", id);
  if (one_query_next (&query))
    person = people_read (&query);
  if (!one_query_end (&query, error))
    return NULL;
  if (!person)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no person %" G_GINT64_FORMAT, id);
  if (!person || !people_load_addresses (store, person, error))
    return NULL;
  return g_steal_pointer (&person);
}

/* Both lists come by id. */
static gboolean
people_load_all_addresses (OneStore *store, const GPtrArray *people, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ADDRESS_LIST_ALL);
  gboolean more = one_query_next (&query);

  for (guint i = 0; i < people->len; i++) {
    OnePerson *person = g_ptr_array_index (people, i);
    g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

    for (; more && one_query_get_int (&query, 0) == person->id; more = one_query_next (&query))
      g_strv_builder_add (addresses, one_query_get_text (&query, 1));
    g_strfreev (person->addresses);
    person->addresses = g_strv_builder_end (addresses);
  }
  return one_query_end (&query, error);
}

GPtrArray *
one_people_list (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_LIST);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) one_person_free);

  while (one_query_next (&query))
    g_ptr_array_add (people, people_read (&query));
  if (!one_query_end (&query, error) || !people_load_all_addresses (store, people, error))
    return NULL;
  one_who_match_sort (people);
  return g_steal_pointer (&people);
}

GHashTable *
one_people_list_known (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_LIST_KNOWN);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (one_query_next (&query))
    g_hash_table_add (known, g_strdup (one_query_get_text (&query, 0)));
  return one_query_end (&query, error) ? g_steal_pointer (&known) : NULL;
}

/* The user's changes of a person start by looking whether there is such a person. */
static gboolean
people_check (OneStore *store, gint64 id, GError **error)
{
  g_autoptr (OnePerson) person = one_people_get (store, id, error);

  return person != NULL;
}

gboolean
one_people_set_role (OneStore *store, gint64 id, OneRole role, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_SET_ROLE);

  one_query_set_int (&query, ":id", id);
  one_query_set_text (&query, ":role", one_words_format_role (role));
  return people_check (store, id, error) && one_query_run (&query, error);
}

gboolean
one_people_set_name (OneStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_SET_NAME);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  if (!*trimmed) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is not a name", name);
    return FALSE;
  }
  one_query_set_int (&query, ":id", id);
  one_query_set_text (&query, ":name", trimmed);
  return people_check (store, id, error) && one_query_run (&query, error);
}

static gboolean
people_refuse_address (OneStore *store, const char *address, gint64 owner, GError **error)
{
  g_autoptr (OnePerson) person = one_people_get (store, owner, error);

  if (person)
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "'%s' belongs to %s", address, person->name);
  return FALSE;
}

gboolean
one_people_add_address (OneStore *store, gint64 id, const char *address, GError **error)
{
  g_autofree char *key = one_address_parse (address, error);
  gboolean unnamed;
  gint64 owner;

  if (!key || !people_check (store, id, error)
      || !people_find_address (store, key, &owner, &unnamed, error))
    return FALSE;
  if (owner != 0)
    return owner == id || people_refuse_address (store, key, owner, error);
  return people_add_key (store, id, key, error);
}
