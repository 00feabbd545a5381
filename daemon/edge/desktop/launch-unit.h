/* SPDX-License-Identifier: MIT */
/* Opening by the user's systemd: a unit of its own that runs the desktop's opener. */
#pragma once

#include <gio/gio.h>

/* The opener with the target as its one argument, or NULL if there is none on PATH. */
char **one_launch_unit_dup_command (const char *target);

/* The arguments of StartTransientUnit, (ssa(sv)a(sa(sv))); floating. `token` may be "". */
GVariant *one_launch_unit_new_request (const char *const *command, const char *token);
