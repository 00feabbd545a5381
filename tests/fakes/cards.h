/* SPDX-License-Identifier: MIT */
/* The screen of the notification server of tests: what its user would see of what it was sent,
 * with the habits of real servers. */
#pragma once

#include <glib.h>

typedef enum {
  CARD_DROPS_LOW = 1 << 0,     /* urgency low has no banner (GNOME) */
  CARD_KEEPS_THREE = 1 << 1,   /* of a program; the oldest goes (GNOME) */
  CARD_KEEPS_BUTTONS = 1 << 2, /* a replacement has the buttons of the first (LXQt) */
  CARD_SHOWS_DEFAULT = 1 << 3, /* as a button; more than three become a list (LXQt) */
  CARD_SWALLOWS_NEXT = 1 << 4, /* the button after the default action (Budgie) */
  CARD_THROWS_EMPTY = 1 << 5,  /* a replacement without a body is never answered (Cinnamon) */
  CARD_SAYS_TWO = 1 << 6,      /* "dismissed", after it was told to close (swaync) */
} CardHabit;

/* Bits of CardHabit from words like "drops-low,says-two". */
guint cards_parse (const char *words);

/* What the arguments of Notify change; FALSE if it throws. `pushed`: the id that has to go; 0 for
 * none. */
gboolean cards_put (guint habits, guint id, GVariant *call, guint *pushed);

/* FALSE if there is none. */
gboolean cards_drop (guint id);

/* Whether there is such a button, or the card can be clicked. */
gboolean cards_has_button (guint id, const char *key);

/* aa{sv}, floating, oldest first: id, summary, body, name, banner, buttons (as, keys as they are
 * shown, "…" before a list). */
GVariant *cards_list (void);

/* The id of any of them; 0 for none. */
guint cards_get_any (void);
