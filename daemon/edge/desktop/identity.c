/* SPDX-License-Identifier: MIT */
#include "edge/desktop/identity.h"

#include <glib.h>
#include <sys/prctl.h>

static gboolean closed;
static guint shown;

void
one_identity_close (void)
{
  closed = TRUE;
  prctl (PR_SET_DUMPABLE, 0);
}

void
one_identity_show (void)
{
  if (closed && shown++ == 0)
    prctl (PR_SET_DUMPABLE, 1);
}

void
one_identity_hide (void)
{
  if (closed && --shown == 0)
    prctl (PR_SET_DUMPABLE, 0);
}
