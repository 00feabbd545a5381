/* SPDX-License-Identifier: MIT */
/* The people, and how they are called. An address belongs to one person; all history hangs on the
 * person's id. A person whose role is not set comes with role_is_set FALSE and `role` 0: the
 * default is the caller's to fill in. */
#pragma once

#include "model/person.h"
#include "store/db/store.h"

/* The id of the person with that address, made at first sight; 0 on error. `name` is what the
 * calendar says, "" for unknown: it fills in a name that is not set and changes no other. Where the
 * calendar knows a name only, "name:" and the folded name stand for the address: at first sight
 * that is whoever is called so, and stays that person under another name; such a key is no address
 * that a person is listed with. Writes nothing if nothing is new. */
gint64 one_people_ensure (OneStore *store, const char *address, const char *name,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By WHO: an address, a name, or what only one person's name, or a word in it, begins with; case
 * does not matter. An exact match wins. NOT_FOUND, or AMBIGUOUS with the candidates. */
OnePerson *one_people_find (OneStore *store, const char *who,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
OnePerson *one_people_get (OneStore *store, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) of OnePerson, by name without regard to case, then by id. */
GPtrArray *one_people_list (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) Set of char* (owned): addresses, and keys of names, of those whom the user has
 * spoken of: who has a role, a name that the user gave, a promise, a point, the log of a meeting
 * that took place, or a series that is tracked. */
GHashTable *one_people_list_known (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By the user. Each is NOT_FOUND for an id that is not there. */
gboolean one_people_set_role (OneStore *store, gint64 id, OneRole role,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_people_set_name (OneStore *store, gint64 id, const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* REFUSED if the address is another person's; INVALID if it is none. */
gboolean one_people_add_address (OneStore *store, gint64 id, const char *address,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
