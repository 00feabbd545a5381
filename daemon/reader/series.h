/* SPDX-License-Identifier: MIT */
/* From the drafts of a file to its series: who belongs together, and which copy holds. */
#pragma once

#include "reader/draft.h"

/* All drafts of one UID that hold. */
typedef struct {
  const char *uid;      /* (borrowed) */
  OneDraft *master;     /* (borrowed) NULL if there is none */
  GPtrArray *overrides; /* (owned) of OneDraft (borrowed), by RECURRENCE-ID, each once */
} OneGroup;

/* Groups the drafts of the sheet, expands each group and adds the series to the reading, by uid. */
void one_series_add_all (OneSheet *sheet);
