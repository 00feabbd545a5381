/* SPDX-License-Identifier: MIT */
/* What was looked at, in order: what is well, and what is wrong with the command or edit that mends
 * it. Printed as lines for people or as records for programs. */
#pragma once

#include "ctl/context.h"

typedef struct {
  OneContext *context;      /* lent */
  GVariantBuilder *records; /* (owned) of a{sv}: name, ok, what, mend */
  guint wrong;              /* how many of them are */
} OneChecks;

/* With --json, what is said from here on is in no language of the user's: a document is the same in
 * every locale. */
OneChecks *one_checks_new (OneContext *context);
void one_checks_free (OneChecks *checks);

/* `name` is for programs and never translated; `what` is one clause. */
void one_checks_add (OneChecks *checks, const char *name, const char *what);
void one_checks_add_wrong (OneChecks *checks, const char *name, const char *what, const char *mend);

/* To the printer: a line each, the mend beneath; with --json the document. */
void one_checks_print (OneChecks *checks);

/* Writes what was printed. FALSE with ONE_ERROR_FAILED if something is wrong. */
gboolean one_checks_end (OneChecks *checks, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneChecks, one_checks_free)
