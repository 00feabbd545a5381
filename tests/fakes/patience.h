/* SPDX-License-Identifier: MIT */
/* The patience of oned with others, which stands still: what oned would give up after a while by
 * the real clock it gives up when a test says so, however slow the machine is. In the place of
 * GLib's, in programs that link this: g_timeout_add(), g_timeout_add_seconds(), and the deadlines
 * of calls over D-Bus that are waited for. */
#pragma once

/* Each wait that is under way is over, once; one that is for a step of several has the next. */
void fake_patience_end (void);
