/* SPDX-License-Identifier: MIT */
#include "run.h"

#include "edge/desktop/identity.h"

int
main (int argc, char **argv)
{
  OneClock *clock = one_clock_new ();
  OneRun run = { .clock = clock };
  int status;

  one_identity_close ();
  status = one_run_main (&run, NULL, argc, argv);
  clock->free (clock);
  return status;
}
