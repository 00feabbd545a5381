/* SPDX-License-Identifier: MIT */
/* The kinds of conversation and their prompts, as they are in force for one role. */
#pragma once

#include <glib.h>
#include "wire/words.h"

/* How often a category should come up: `ideal` makes it due, `max` overdue. Each in meetings and in
 * weeks, because a monthly meeting and a daily one must both make sense. All above 0. */
typedef struct {
  guint ideal_meetings;
  guint ideal_weeks;
  guint max_meetings;
  guint max_weeks;
} OneLimits;

typedef struct {
  char *id;      /* (owned) unique within its category; never changes */
  char *text;    /* (owned) a question that can be read out */
  gboolean soon; /* better asked at once than saved for the meeting */
} OnePrompt;

typedef struct {
  char *id;    /* (owned) never changes */
  char *title; /* (owned) */
  OneCategoryRule rule;
  gboolean enabled;
  OneLimits limits;
  GPtrArray *prompts; /* (owned) of OnePrompt, in order: those that serve the role */
} OneCategory;

/* In order of the catalogue. */
typedef struct {
  OneRole role;
  GPtrArray *categories; /* (owned) of OneCategory */
  char *points; /* (owned) id of the category that takes points without one. If it is "" or that
                   category is switched off: the one with rule points, or else the first core one */
} OneCatalogue;

OnePrompt *one_prompt_new (const char *id, const char *text);
OnePrompt *one_prompt_dup (const OnePrompt *prompt);
void one_prompt_free (OnePrompt *prompt);
OneCategory *one_category_new (const char *id, const char *title);
void one_category_free (OneCategory *category);
OneCatalogue *one_catalogue_new (OneRole role);
const OneCategory *one_catalogue_find (const OneCatalogue *catalogue, const char *id);
void one_catalogue_free (OneCatalogue *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePrompt, one_prompt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCategory, one_category_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCatalogue, one_catalogue_free)
