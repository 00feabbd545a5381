/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <sys/prctl.h>
#include "edge/desktop/identity.h"

static int
is_open (void)
{
  return prctl (PR_GET_DUMPABLE);
}

/* As in a program that never closed itself. */
static void
test_nothing_is_closed_by_asking (void)
{
  one_identity_show ();
  g_assert_cmpint (is_open (), ==, 1);
  one_identity_hide ();
  g_assert_cmpint (is_open (), ==, 1);
}

static void
test_open_while_a_portal_is_asked (void)
{
  one_identity_close ();
  g_assert_cmpint (is_open (), ==, 0);
  one_identity_show ();
  one_identity_show ();
  g_assert_cmpint (is_open (), ==, 1);
  one_identity_hide ();
  g_assert_cmpint (is_open (), ==, 1);
  one_identity_hide ();
  g_assert_cmpint (is_open (), ==, 0);
}

int
main (int argc, char **argv)
{
  prctl (PR_SET_DUMPABLE, 1);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/nothing-is-closed-by-asking", test_nothing_is_closed_by_asking);
  g_test_add_func ("/identity/open-while-a-portal-is-asked", test_open_while_a_portal_is_asked);
  return g_test_run ();
}
