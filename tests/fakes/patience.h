/* SPDX-License-Identifier: MIT */
/* The patience of oned with others, which stands still: what oned would give up after a while by
 * the real clock it gives up when a test says so, however slow the machine is. In the place of
 * GLib's, in programs that link this: g_timeout_add(), g_timeout_add_seconds(),
 * g_timeout_source_new_seconds(), and the deadlines of calls over D-Bus that are waited for. */
#pragma once

/* Each wait that is under way is over, once; one that is for a step of several has the next. Calls
 * of libnotify, which is more patient than oned, are over at the second end. */
void fake_patience_end (void);
