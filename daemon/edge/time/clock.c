/* SPDX-License-Identifier: MIT */
#include "edge/time/clock.h"

#include "edge/time/local-zone.h"
#include "edge/time/wake.h"

typedef struct {
  OneClock clock;     /* comes first: a SystemClock is a OneClock */
  OneWake *wake;      /* (owned) */
  OneLocalZone *zone; /* (owned) */
} SystemClock;

static void
clock_woken (OneWoken why, gpointer data)
{
  SystemClock *system = data;

  if (system->clock.woken)
    system->clock.woken (why, system->clock.data);
}

static void
clock_zone_changed (gpointer data)
{
  clock_woken (ONE_WOKEN_CHANGED, data);
}

static gint64
clock_now (OneClock *clock)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
clock_set_wake (OneClock *clock, gint64 at)
{
  one_wake_set (((SystemClock *) clock)->wake, at);
}

static void
clock_free (OneClock *clock)
{
  SystemClock *system = (SystemClock *) clock;

  one_local_zone_free (system->zone);
  one_wake_free (system->wake);
  g_free (system);
}

OneClock *
one_clock_new (void)
{
  SystemClock *system = g_new0 (SystemClock, 1);

  system->clock.now = clock_now;
  system->clock.set_wake = clock_set_wake;
  system->clock.free = clock_free;
  system->wake = one_wake_new (clock_woken, system);
  system->zone = one_local_zone_new ("/etc", clock_zone_changed, system);
  return &system->clock;
}
