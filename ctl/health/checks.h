/* SPDX-License-Identifier: MIT */
/* The list of checks that doctor and setup make: each is fine, or wrong with a command or edit that
 * fixes it. Printed as lines for people or as records for programs. */
#pragma once

#include "ctl/context.h"

typedef struct {
  OneContext *context;      /* (borrowed) */
  GVariantBuilder *records; /* (owned) of a{sv}: name, ok, what, mend */
  guint wrong;              /* number of checks that are wrong */
} OneChecks;

/* With --json, switches messages to the C locale: a document is the same in every locale. */
OneChecks *one_checks_new (OneContext *context);
void one_checks_free (OneChecks *checks);

/* Add a check: `name` is for programs and never translated, `what` is one clause, `mend` says how
 * to fix it. */
void one_checks_add (OneChecks *checks, const char *name, const char *what);
void one_checks_add_wrong (OneChecks *checks, const char *name, const char *what, const char *mend);

/* Prints a line for each check and the fix beneath it; with --json, the document. */
void one_checks_print (OneChecks *checks);

/* Flushes the printer. Fails with ONE_ERROR_FAILED if a check is wrong. */
gboolean one_checks_end (OneChecks *checks, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChecks, one_checks_free)
