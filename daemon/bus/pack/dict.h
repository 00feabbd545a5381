/* SPDX-License-Identifier: MIT */
/* Reads the options (a{sv}) of the methods of org.oned.Oned1.xml. */
#pragma once

#include <gio/gio.h>

/* An option that is missing, or of another type, reads as "", FALSE, or an invalid day. The text is
 * (transfer none), of `options`. */
const char *one_dict_get_text (GVariant *options, const char *key);
gboolean one_dict_get_flag (GVariant *options, const char *key);
/* FALSE, with `error` set, if the option is there and is no day. */
gboolean one_dict_get_day (GVariant *options, const char *key, GDate *day, GError **error);
