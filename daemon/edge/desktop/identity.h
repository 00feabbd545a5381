/* SPDX-License-Identifier: MIT */
/* Nobody may look into oned: no core file, and no other program of the user's (as far as the kernel
 * goes along: it lets the owner of a user namespace look at all that is inside). But a portal looks
 * at /proc/PID/root of whoever asks it, to tell whether it is sandboxed, and refuses what it cannot
 * look at. So the door is open for as long as one is asked. */
#pragma once

/* At the start of the program. */
void one_identity_close (void);

/* Around each question to a portal. They nest, and do nothing in a program that is not closed. */
void one_identity_show (void);
void one_identity_hide (void);
