/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include "edge/reader/renewal.h"

typedef struct {
  const char *name;
  OneRenewalFacts facts; /* ours, readers, replaced, supervised, tried */
  OneRenewalStep step;
} Case;

static const Case cases[] = {
  { "upgraded", { 2, 3, TRUE, FALSE, NULL }, ONE_RENEWAL_EXEC },
  { "put-back", { 4, 3, TRUE, FALSE, NULL }, ONE_RENEWAL_EXEC },
  { "supervised", { 2, 3, TRUE, TRUE, NULL }, ONE_RENEWAL_EXIT },
  { "understood", { 3, 3, TRUE, FALSE, NULL }, ONE_RENEWAL_NONE },
  { "said-nothing", { 2, 0, TRUE, FALSE, NULL }, ONE_RENEWAL_NONE },
  { "reader-alone-replaced", { 2, 3, FALSE, FALSE, NULL }, ONE_RENEWAL_NONE },
  { "tried", { 2, 3, TRUE, FALSE, "2 3" }, ONE_RENEWAL_NONE },
  { "tried-and-supervised", { 2, 3, TRUE, TRUE, "2 3" }, ONE_RENEWAL_NONE },
  { "tried-with-another-reader", { 2, 3, TRUE, FALSE, "2 4" }, ONE_RENEWAL_EXEC },
  { "tried-by-another-oned", { 2, 3, TRUE, FALSE, "1 3" }, ONE_RENEWAL_EXEC },
  { "tried-the-other-way-round", { 2, 3, TRUE, FALSE, "3 2" }, ONE_RENEWAL_EXEC },
};

static void
test_decide (gconstpointer data)
{
  const Case *one = data;

  g_assert_cmpint (one_renewal_decide (&one->facts), ==, one->step);
}

static void
test_pair (void)
{
  g_autofree char *pair = one_renewal_dup_pair (2, G_MAXUINT32);

  g_assert_cmpstr (pair, ==, "2 4294967295");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/renewal/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_decide);
  }
  g_test_add_func ("/renewal/pair", test_pair);
  return g_test_run ();
}
