/* SPDX-License-Identifier: MIT */
/* Puts a newer oned in this one's place when the reader has another version than oned: an upgrade
 * has put that reader there, and a newer oned beside it.
 *
 * I promise: the same two versions are the reason for no more than one new start, until a reader
 * was understood; and only where another program lies now where this one was started from. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_RENEWAL_NONE, /* go on */
  ONE_RENEWAL_EXEC, /* leave in order, then one_renewal_exec */
  ONE_RENEWAL_EXIT, /* leave in order, with ONE_RENEWAL_STATUS: systemd starts it again */
} OneRenewalStep;

#define ONE_RENEWAL_STATUS 75 /* EX_TEMPFAIL */

typedef struct {
  guint32 ours, readers; /* versions; 0: the reader said none */
  gboolean replaced;     /* another program lies now where this one was started from */
  gboolean supervised;   /* by our unit, which ends whoever gives the bus name back */
  const char *tried;     /* (borrowed) as one_renewal_dup_pair; NULL for nothing */
} OneRenewalFacts;

OneRenewalStep one_renewal_decide (const OneRenewalFacts *facts);

/* "2 3": versions, as they are handed on to the next program. */
char *one_renewal_dup_pair (guint32 ours, guint32 readers);

typedef struct OneRenewal OneRenewal;

/* Before there are threads: takes out of the environment what the program before has left there.
 * `arguments` as main got them are copied. */
OneRenewal *one_renewal_new (char *const *arguments);

/* A reader said that it is of that version (0: nothing). */
OneRenewalStep one_renewal_heard (OneRenewal *renewal, guint32 version);

/* Becomes the installed program, with the same arguments and environment; if that cannot be
 * started, this one anew, which then leaves it at that. Returns only if neither can. */
void one_renewal_exec (OneRenewal *renewal, GError **error);

void one_renewal_free (OneRenewal *renewal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneRenewal, one_renewal_free)
