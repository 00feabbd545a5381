/* SPDX-License-Identifier: MIT */
/* The calendars found where other programs keep them, with the names that these show. Made by edge,
 * not changed afterwards. */
#pragma once

#include <glib.h>
#include "model/base/trouble.h"
#include "wire/words.h"

typedef struct {
  char *path; /* (owned) absolute; may go on behind a database's (model/calendar/store-path.h) */
  char *name; /* (owned) as its program shows it, cleaned */
  OneSourceKind kind;
  gboolean hidden; /* its program does not show it at present */
} OneFoundCalendar;

typedef struct {
  GPtrArray *calendars; /* (owned) of OneFoundCalendar, by path, each path once */
  GPtrArray *me;        /* (owned) of char*: addresses of their accounts, lower case */
  GPtrArray *places;    /* (owned) of char*: files and folders; when one changes, look again */
  GPtrArray *troubles;  /* (owned) of OneTrouble: calendars that did not come from where they are */
} OneFoundAll;

OneFoundAll *one_found_new (void);

/* Adds a calendar whose path is not there yet. `name` is any text; NULL names it after the path. */
void one_found_add (OneFoundAll *found, const char *path, const char *name, OneSourceKind kind,
                    gboolean hidden);
/* Adds an address. Text that is no address, or is there already, is left out. */
void one_found_add_me (OneFoundAll *found, const char *address);
void one_found_add_place (OneFoundAll *found, const char *path);

/* `what` became of the calendar of that path, which need not have been found. */
void one_found_add_trouble (OneFoundAll *found, const char *path, const char *what);

void one_found_sort (OneFoundAll *found);

/* NULL for a path that was not found. (borrowed) */
const OneFoundCalendar *one_found_get (const OneFoundAll *found, const char *path);

/* The name by which the user knows a source: as it was found, or else the last part of its path.
 * (transfer full) */
char *one_found_dup_name_of (const OneFoundAll *found, const char *path);

/* `single`: it is a file, or in one. */
OneSourceKind one_found_get_kind (const OneFoundAll *found, const char *path, gboolean single);

/* All of it but the places as one text, to see whether it changed. (transfer full) */
char *one_found_describe (const OneFoundAll *found);

void one_found_free (OneFoundAll *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFoundAll, one_found_free)
