/* SPDX-License-Identifier: MIT */
#include "ctl/health/habits.h"

#include <glib/gi18n-lib.h>
#include "ctl/bus/unpack.h"

#define NAME "server"

/* In the order in which they are told. The other words are of what nobody can see. */
static const struct {
  const char *word;
  const char *sentence;
} told[] = {
  { "unknown", N_ ("oned does not know this server: it takes it for one that shows a changed "
                   "button only in a new notification") },
  { "one-line", N_ ("a popup shows one line of it, and six with the pointer on it; in the list it "
                    "has no buttons") },
  { "few-kept",
    N_ ("it keeps three notifications by one name: further reminders come as “oned 2”") },
  { "buttons-stay", N_ ("a reminder whose buttons change comes as a new notification") },
  { "popup-ends", N_ ("a popup goes after some seconds, whatever it is; the list keeps it") },
  { "quiet-unknown", N_ ("whether it is told not to disturb cannot be known: what comes meanwhile "
                         "counts as shown") },
};

static void
habits_add_words (OneChecks *checks, const char *const *words)
{
  gboolean is_unknown = g_strv_contains (words, "unknown");

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_strv_contains (words, told[i].word)
        && (!is_unknown || g_str_equal (told[i].word, "unknown")
            || g_str_equal (told[i].word, "quiet-unknown")))
      one_checks_add (checks, NAME, _ (told[i].sentence));
}

void
one_habits_add (OneChecks *checks)
{
  g_autoptr (GVariant) status =
      one_context_get (checks->context, "GetStatus", g_variant_new ("()"), NULL);
  g_autoptr (GVariant) server = status ? one_unpack_record (status, "server") : NULL;
  g_autofree const char **words = NULL;
  const char *held;

  if (!server || !g_variant_lookup (server, "habits", "^a&s", &words))
    return;
  held = one_unpack_string (server, "held");
  if (g_str_equal (held, "some"))
    one_checks_add (checks, NAME,
                    _ ("it is told not to disturb: what is not urgent waits until that ends, and "
                       "nothing has a name"));
  if (g_str_equal (held, "all"))
    one_checks_add (checks, NAME,
                    _ ("it is told not to disturb, and loses what it is sent: the test, too; "
                       "reminders wait until that ends"));
  habits_add_words (checks, words);
}
