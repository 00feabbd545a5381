/* SPDX-License-Identifier: MIT */
/* Hints in the calendars at addresses of mine that oned was not told. Pure. */
#pragma once

#include <glib.h>

/* An address that meets several people in twos, and never together with me. */
typedef struct {
  char *address; /* (owned) */
  guint series;  /* recurring meetings of two */
  char *title;   /* (owned) of one of them */
} OneMeHint;

/* (transfer full) of OneMeHint, those with the most series first. `events`: as Explain gives them;
 * `people`: as ListPeople does, whom nobody takes for me. As long as no event is with me, everybody
 * may be: then an address counts that meets one other. */
GPtrArray *one_me_hint_list (GVariant *events, GVariant *people);

/* Whether any event is with me, by my addresses. */
gboolean one_me_hint_is_seen (GVariant *events);

void one_me_hint_free (OneMeHint *hint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMeHint, one_me_hint_free)
