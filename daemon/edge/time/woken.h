/* SPDX-License-Identifier: MIT */
/* The reasons for being woken, told by the timer to the clock, and by the clock to the engine. */
#pragma once

typedef enum {
  ONE_WOKEN_DUE,     /* the instant has come */
  ONE_WOKEN_CHANGED, /* the clock was set, the zone changed, or the machine slept */
} OneWoken;
