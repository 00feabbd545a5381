/* SPDX-License-Identifier: MIT */
/* The one form in which addresses are kept and compared. Inner part of the store. */
#pragma once

#include <glib.h>

/* (transfer full) in lower case and without space around it; NULL and INVALID for what is no
 * address: no "@" with something on both sides, or white space within. */
char *one_address_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
