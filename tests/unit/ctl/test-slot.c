/* SPDX-License-Identifier: MIT */
#include "ctl/complete/slot.h"

/* What is wanted at the end of a command line: "wanted kept typed", and "+options". */
static char *
read_slot (const char *line)
{
  static const char *const nothing[] = { "", NULL };
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (OneSlot) slot = one_slot_new (*line ? (const char *const *) words : nothing);

  return g_strdup_printf ("%s<%s><%s>%s", slot->wanted, slot->kept, slot->typed,
                          slot->options ? "+" : "");
}

static void
test_slots (void)
{
  static const struct {
    const char *line, *slot;
  } cases[] = {
    { "", "COMMAND<><>" },
    { "ag", "COMMAND<><ag>" },
    { "-", "<><->+" },
    { "--json ag", "COMMAND<><ag>" },
    { "--color ", "WHEN<><>" },
    { "--color always ag", "COMMAND<><ag>" },
    { "--color=al", "WHEN<--color=><al>" },
    { "agenda ", "WHICH<><>" },
    { "agenda ada ", "<><>" },
    { "agenda --why a", "WHICH<><a>" },
    { "agenda --wh", "<><--wh>+" },
    { "nothing ", "COMMAND<><>" },
    { "add a", "WHO<><a>" },
    { "add ada ", "TEXT<><>" },
    { "add ada one two ", "TEXT<><>" },
    { "add ada --main ", "C<><>" },
    { "add ada --on t", "DAY<><t>" },
    { "add --category=w", "C<--category=><w>" },
    { "log --covered ", "C<><>" },
    { "log --covered wins,gr", "C<wins,><gr>" },
    { "log --covered wins,", "C<wins,><>" },
    { "log --covered=wins,flip,g", "C<--covered=wins,flip,><g>" },
    { "add ada --category a,b", "C<><a,b>" }, /* one category: its comma is its own */
    { "done a1 a", "ID<><a>" },
    { "snooze ada ", "DURATION|start<><>" },
    { "snooze ada 1 h", "<><h>" },
    { "explain x", "FILE|UID|TITLE|WHO<><x>" },
    { "agenda -- --w", "WHICH<><--w>" }, /* after -- there are no options */
    { "add -- --on ", "TEXT<><>" },
    { "agenda --why=x", "<><--why=x>+" }, /* a flag has no value */
    { "agenda --json=", "<><--json=>+" },
    { "help --completion", "<><--completion>+" },
    { "undo x", "<><x>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *slot = read_slot (cases[i].line);

    g_test_message ("%s", cases[i].line);
    g_assert_cmpstr (slot, ==, cases[i].slot);
  }
}

static void
test_wants_and_has (void)
{
  static const char *const words[] = { "explain", "a12", "--from=fri", "--", "x", NULL };
  g_autoptr (OneSlot) slot = one_slot_new (words);
  static const char *const first[] = { "explain", "", NULL };
  g_autoptr (OneSlot) other = one_slot_new (first);

  g_assert_true (one_slot_wants (other, "UID") && one_slot_wants (other, "FILE"));
  g_assert_false (one_slot_wants (other, "WHO|") || one_slot_wants (other, "UI"));
  g_assert_true (one_slot_has (slot, "a12") && one_slot_has (slot, "--from"));
  g_assert_false (one_slot_has (slot, "a1") || one_slot_has (slot, "--fro"));
  g_assert_false (one_slot_has (slot, "x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot/what-may-stand-at-the-end", test_slots);
  g_test_add_func ("/slot/what-is-wanted-and-what-is-there", test_wants_and_has);
  return g_test_run ();
}
