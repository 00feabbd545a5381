/* SPDX-License-Identifier: MIT */
/* write(2) until everything is written. */
#pragma once

#include <glib.h>

/* FALSE with errno if the system refused a part of it; the file then holds an unknown beginning. */
gboolean one_write_all (int fd, gconstpointer bytes, gsize size) G_GNUC_WARN_UNUSED_RESULT;
