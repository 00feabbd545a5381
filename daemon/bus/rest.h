/* SPDX-License-Identifier: MIT */
/* What an answer took, however large it was, is given back to the system when it has gone out. The
 * C library alone would keep it for the next one. */
#pragma once

#include <gio/gio.h>

typedef struct OneRest OneRest;

OneRest *one_rest_new (void);

/* A call has ended whose reply is on its way through `connection`. Once for all that end within a
 * second. */
void one_rest_soon (OneRest *rest, GDBusConnection *connection);

void one_rest_free (OneRest *rest);
