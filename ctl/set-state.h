/* SPDX-License-Identifier: MIT */
/* Opens and closes actions and points: the common part of done, drop and reopen. */
#pragma once

#include "ctl/context.h"
#include "wire/words.h"

/* Sets the state of the actions and points that the words name, all or none, and prints them. */
gboolean one_set_state (OneContext *context, OneState state,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
