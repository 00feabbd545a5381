/* SPDX-License-Identifier: MIT */
/* Sends large answers. To bring one into the form of the bus takes GDBus longer than oned to make
 * it, so that is left to GDBus' own thread: the main loop hands over a reply without a body, and a
 * filter of the connection puts the body in. */
#pragma once

#include <gio/gio.h>

typedef struct OneSending OneSending;

/* `begun` and `ended` are called on the main loop: a large answer is on its way, and it has been
 * written to the bus, or is lost with it. */
OneSending *one_sending_new (GDBusConnection *bus, void (*begun) (gpointer data),
                             void (*ended) (gpointer data), gpointer data);

/* Answers the call (transfer full) with the tuple `body` (floating). */
void one_sending_answer (OneSending *sending, GDBusMethodInvocation *call, GVariant *body);

/* Nothing is called any more. What is on its way has to be flushed before. */
void one_sending_free (OneSending *sending);
