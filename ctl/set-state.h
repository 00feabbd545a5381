/* SPDX-License-Identifier: MIT */
/* What done, drop and reopen have in common. */
#pragma once

#include "ctl/context.h"
#include "wire/words.h"

/* Brings the actions and points that the words name into `state`, all or none, and prints them. */
gboolean one_set_state (OneContext *context, OneState state,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
