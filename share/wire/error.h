/* SPDX-License-Identifier: MIT */
/* The few ways in which oned says no. The code that a room sets is the code that onectl turns into
 * its exit status: the domain is registered with D-Bus, so it survives the wire. */
#pragma once

#include <gio/gio.h>

#define ONE_ERROR (one_error_quark ())

typedef enum {
  ONE_ERROR_FAILED,    /* it was tried and went wrong: exit 1 */
  ONE_ERROR_INVALID,   /* the request makes no sense as written: exit 2 */
  ONE_ERROR_NOT_FOUND, /* no such person, meeting, id, file: exit 3 */
  ONE_ERROR_AMBIGUOUS, /* more than one fits; the message lists them: exit 3 */
  ONE_ERROR_REFUSED,   /* understood, but the present state forbids it: exit 5 */
} OneErrorCode;
#define ONE_N_ERRORS 5

GQuark one_error_quark (void);

/* onectl's exit status for an error of any domain: a daemon that cannot be reached is 4, what is
 * not ours is 1. */
int one_error_exit_status (const GError *error);
