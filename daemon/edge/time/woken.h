/* SPDX-License-Identifier: MIT */
/* Why the main loop was woken: for the clock, and for the timer and the zone that it is made of. */
#pragma once

typedef enum {
  ONE_WOKEN_DUE,     /* the instant came */
  ONE_WOKEN_CHANGED, /* the clock was set, the zone changed, or the machine was asleep */
} OneWoken;
