/* SPDX-License-Identifier: MIT */
/* Habits of notification servers that their capabilities do not tell, by the name that a server
 * gives itself. Pure. An unknown server has all those that cost little to heed. */
#pragma once

#include <glib.h>
#include "model/settings.h"

/* Bits. */
typedef enum {
  ONE_NOTIFY_HABIT_LOW_UNSEEN = 1 << 0,    /* urgency low never pops up */
  ONE_NOTIFY_HABIT_FEW_KEPT = 1 << 1,      /* keeps ONE_NOTIFY_HABITS_KEPT of a program */
  ONE_NOTIFY_HABIT_EMPTY_THROWS = 1 << 2,  /* never answers if a replacement has no body */
  ONE_NOTIFY_HABIT_BUTTONS_STAY = 1 << 3,  /* a replacement keeps the buttons of the first */
  ONE_NOTIFY_HABIT_DEFAULT_SHOWN = 1 << 4, /* the default action has a button of its own */
  ONE_NOTIFY_HABIT_DEFAULT_EATS = 1 << 5,  /* the button after the default action is not shown */
  ONE_NOTIFY_HABIT_POPUP_ENDS = 1 << 6,    /* "expired" means that only the popup is gone */
  ONE_NOTIFY_HABIT_DISMISSES = 1 << 7,     /* says "dismissed" of what nobody touched */
  ONE_NOTIFY_HABIT_EITHER = 1 << 8,        /* crashes if a call has a tag and an id to replace */
  ONE_NOTIFY_HABIT_ONE_LINE = 1 << 9,      /* of a body, before the pointer is on it */
  ONE_NOTIFY_HABIT_TELLS_QUIET = 1 << 10,  /* "do not disturb" is a property of it */
} OneNotifyHabit;

#define ONE_NOTIFY_HABITS_KEPT 3

/* A setting of the desktop that means "do not disturb". */
typedef struct {
  const char *schema;  /* of GSettings, or else: */
  const char *channel; /* of Xfce's */
  const char *key;     /* a boolean */
  gboolean value;      /* that which means it */
  OneInhibition held;  /* what is held back then */
} OneNotifyQuiet;

typedef struct {
  const char *name, *vendor;   /* of GetServerInformation; NULL: the unknown server */
  const char *seen;            /* the version with which it was seen */
  guint habits;                /* of OneNotifyHabit */
  guint fades;                 /* ms after which it says "dismissed" of a popup; 0: it does not */
  const OneNotifyQuiet *quiet; /* NULL: its properties tell, or nothing does */
} OneNotifyHabits;

/* Never NULL; a version that was not seen has the habits of the one that was. (transfer none) */
const OneNotifyHabits *one_notify_habits_find (const char *name, const char *vendor);

/* Words for its habits, for other programs, and for what is not known of it; (transfer full). */
char **one_notify_habits_list (const OneNotifyHabits *habits);

/* Whether "dismissed" is believed of a notification shown `shown` ms ago, whose closing oned asked
 * for `closed` ms ago (below 0: never). */
gboolean one_notify_habits_is_dismissal (const OneNotifyHabits *habits, gint64 shown,
                                         gint64 closed);
