/* SPDX-License-Identifier: MIT */
/* Translates errors of GLib, the system and other programs for the bus, where every error has a
 * name of ours. */
#pragma once

#include <gio/gio.h>

/* The error in our domain, with the same words (transfer full). One of ours stays as it is. */
GError *one_foreign_error_translate (const GError *error);
