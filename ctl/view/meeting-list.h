/* SPDX-License-Identifier: MIT */
/* Lists of meetings, for meetings and week. */
#pragma once

#include "ctl/context.h"

/* Meetings that start in [from, to), of WHO or of everybody with "" (transfer full). */
GVariant *one_meeting_list_get (OneContext *context, gint64 from, gint64 to, const char *who,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

void one_meeting_list_print (OneContext *context, GVariant *meetings);

/* The first instant of the day that is so many days after that of `from`. */
gint64 one_meeting_list_step (OneContext *context, gint64 from, int days);
