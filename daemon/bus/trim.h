/* SPDX-License-Identifier: MIT */
/* Gives the memory of an answer, however large, back to the system when it has gone out. The C
 * library alone would keep it for the next one. */
#pragma once

#include <gio/gio.h>

typedef struct OneTrim OneTrim;

OneTrim *one_trim_new (void);

/* Trims once the replies under way on `connection` have gone out; all calls that end within a
 * second make it once. */
void one_trim_soon (OneTrim *trim, GDBusConnection *connection);

void one_trim_free (OneTrim *trim);
