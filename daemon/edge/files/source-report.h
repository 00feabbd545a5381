/* SPDX-License-Identifier: MIT */
/* The state of a source, to be shown to the user. */
#pragma once

#include <glib.h>

typedef struct {
  char *path;       /* (owned) as configured */
  gboolean single;  /* it is one file, or in one */
  guint files;      /* number of calendar files known in it */
  gint64 changed;   /* UTC seconds: the newest mtime among them; 0 if none */
  gboolean offline; /* it cannot be read; what is known of it is stale */
} OneSourceReport;

void one_source_report_free (OneSourceReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSourceReport, one_source_report_free)
