/* SPDX-License-Identifier: MIT */
/* Pages as people and editors leave them, and what is understood of them. */
#include "core/page/page-read.h"

#include <string.h>

#include "core/page/page-left.h"
#include "core/page/page-limits.h"
#include "core/page/page-write.h"
#include "agenda-fixture.h"

typedef struct {
  OneCatalogue *catalogue; /* (owned) */
  GPtrArray *actions;      /* (owned) */
  GPtrArray *points;       /* (owned) */
  OnePageKnown known;
} Ground;

static OneCategory *
category_new (const char *id, const char *title)
{
  return one_category_new (id, title);
}

static Ground *
ground_new (void)
{
  Ground *ground = g_new0 (Ground, 1);
  OneAction *action = one_action_new ();
  OnePoint *point = one_point_new ();

  ground->catalogue = one_catalogue_new (ONE_ROLE_MANAGER);
  g_ptr_array_add (ground->catalogue->categories, category_new ("review", "Review"));
  g_ptr_array_add (ground->catalogue->categories, category_new ("wins", "Wins"));
  g_ptr_array_add (ground->catalogue->categories, category_new ("growth", "Growth & [more]"));
  ground->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);
  ground->points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);
  action->id = 12;
  point->id = 7;
  g_ptr_array_add (ground->actions, action);
  g_ptr_array_add (ground->points, point);
  ground->known = (OnePageKnown){ .meeting = 41,
                                  .person = "Ada Lovelace",
                                  .catalogue = ground->catalogue,
                                  .actions = ground->actions,
                                  .points = ground->points };
  g_date_set_dmy (&ground->known.day, 23, G_DATE_NOVEMBER, 2026);
  return ground;
}

static void
ground_free (Ground *ground)
{
  one_catalogue_free (ground->catalogue);
  g_ptr_array_unref (ground->actions);
  g_ptr_array_unref (ground->points);
  g_free (ground);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ground, ground_free)

static void
add_day (GString *out, const GDate *day)
{
  char text[16];

  if (!g_date_valid (day))
    return;
  g_date_strftime (text, sizeof text, "%m-%d", day);
  g_string_append_printf (out, "<%s", text);
}

/* "wins+ a12+ p7 me:Send the draft<11-27 (wins:a note) (:the meeting's)": + is done, - dropped. */
static char *
format (const GPtrArray *lines)
{
  static const char *const states[] = { "", "+", "-" };
  GString *out = g_string_new (NULL);

  if (!lines)
    return g_string_free (g_string_append (out, "nothing"), FALSE);
  for (guint i = 0; i < lines->len; i++) {
    const OnePageLine *line = g_ptr_array_index (lines, i);
    gboolean note = line->kind == ONE_PAGE_NOTE;

    g_string_append_printf (out, "%s%s%s", i ? " " : "", note ? "(" : "", line->key);
    if (*line->text)
      g_string_append_printf (out, ":%s", line->text);
    add_day (out, &line->due);
    g_string_append (out, note ? ")" : states[line->state]);
  }
  return g_string_free (out, FALSE);
}

#define HEAD                                                                                       \
  "# One-on-one with Ada Lovelace\n\nMonday, 2026-11-23, 10:00–10:30 (30 min) #m41\n\n"          \
  "> The last meeting did not take place.\n\n## Agenda\n\n"
#define REVIEW                                                                                     \
  "- [ ] **Review** · 8 min #review\n  > 1 open action\n  > - How far did I get?\n"               \
  "  - [ ] @me Send the draft (due 2026-11-27) · overdue #a12\n"
#define WINS                                                                                       \
  "- [ ] **Wins** · 8 min #wins\n  > 1 point of yours\n  > - What worked?\n"                      \
  "  - [ ] The release #p7\n"
#define NOTES "\n## Notes\n\n"
#define PAGE HEAD REVIEW WINS NOTES

typedef struct {
  const char *name;
  const char *page;
  const char *understood;
} Row;

static const Row rows[] = {
  { "untouched", PAGE, "review a12 wins p7" },
  { "ticked", HEAD "- [x] **Review** · 8 min #review\n- [X] **Wins** #wins\n" NOTES,
    "review+ wins:X+" },
  { "boxes-of-other-editors",
    HEAD "* [x] **Review** #review\n+ [✓] **Wins** #wins\n- [ x ] @me … #a12\n1. [✔] … #p7\n",
    "review+ wins+ a12+ p7+" },
  { "boxes-without-brackets", HEAD "☑ **Review** #review\n- ☐ **Wins** #wins\n- ✅ … #a12\n",
    "review+ wins a12+" },
  { "boxes-in-progress-stay-open", "- [/] … #a12\n- [>] … #p7\n- [?] **Wins** #wins\n",
    "a12 p7 wins" },
  { "boxes-called-off", "- [-] … #a12\n- [-] **Wins** #wins\n", "a12- wins" },
  { "indented-by-tabs", "\t- [x] **Wins** #wins\n\t\t- [x] The release #p7\n\t\tShe shipped it\n",
    "wins+ p7+ (wins:She shipped it)" },
  { "windows-line-ends", "- [x] **Wins** #wins\r\n\r\n## Notes\r\n\r\none\r\ntwo\r\n",
    "wins+ (:one\ntwo)" },
  { "old-mac-line-ends", "- [x] **Wins** #wins\r## Notes\rone\rtwo\r", "wins+ (:one\ntwo)" },
  { "byte-order-mark", "\357\273\277- [x] **Wins** #wins\n", "wins+" },
  { "no-line-end-at-the-end", "- [x] **Wins** #wins", "wins+" },
  { "blanks-behind-the-tag", "- [x] **Wins** #wins  \t\n- [x] The release #p7\302\240\n",
    "wins+ p7+" },
  { "no-break-spaces", "-\302\240[x]\302\240**Wins** #wins\n", "wins+" },
  { "moved-lines", HEAD NOTES "late\n" WINS "- [x] … #a12\n", "wins p7 a12+ (:late)" },
  { "deleted-lines", HEAD "- [x] **Wins** #wins\n", "wins+" },
  { "all-headings-gone", "- [x] **Wins** #wins\nwent well\n- [ ] @ada Ask\n",
    "wins+ them:Ask (wins:went well)" },
  { "headings-renamed",
    "# Ada\n\n## Tagesordnung\n\n" WINS "\n## Notizen\n\nText\n\n### More\n\nof it",
    "wins p7 (:Text\n\n### More\n\nof it)" },
  { "tag-gone-but-not-the-title", "- [x] **Wins** · 8 min\n- [x] **Growth \\& \\[more\\]**\n",
    "wins+ growth+" },
  { "box-gone-but-not-the-tag", "- **Wins** · 8 min #wins\n  well\n", "wins (wins:well)" },
  { "saved-half-in-a-line", HEAD REVIEW "- [x] **Wins** · 8 min #wi", "review a12 wins+" },
  { "saved-half-in-a-character", "- [x] **Wins** #wins\n## Notes\nCaf\303", "wins+ (:Caf)" },
  { "emptied-and-not-yet-written", "", "nothing" },
  { "blank", "\n  \r\n\t\n", "nothing" },
  { "not-valid-text", "- [x] **Wins** #wins\nf\377oo\n", "wins+ (wins:f\357\277\275oo)" },
  { "properties-in-front", "---\ntags: [a, b]\n---\n" WINS, "wins p7" },
  { "a-rule-in-front-is-no-property", "---\n" WINS, "wins p7 (:---)" },
  { "new-action", "- [ ] @me Send X (due fri)\n- [ ] @ada  Ask  Bob\n",
    "me:Send X<11-27 them:Ask Bob" },
  { "new-action-done-already", "- [x] @me Send X\n", "me:Send X+" },
  { "new-action-in-the-notes", PAGE "We agreed:\n- [ ] @them Ask (due 2026-12-01) soon\n",
    "review a12 wins p7 them:Ask soon<12-01 (:We agreed:)" },
  { "owners-in-many-ways",
    "- [ ] @ME: one\n- [ ] @Lovelace two\n- [ ] @THEM, three\n- [ ] @bob four\n",
    "me:one them:two them:three (:- [ ] @bob four)" },
  { "an-action-without-words-is-none-yet", "- [ ] @me\n- [ ] @me  \n- [ ] @ada (due fri)\n", "" },
  { "an-action-needs-a-box", "- @me think\n", "(:- @me think)" },
  { "days-in-words",
    "- [ ] @me a (due today)\n- [ ] @me b (due MON)\n- [ ] @me c (Due: +2w)\n- [ ] @me d (due "
    "sunday)\n",
    "me:a<11-23 me:b<11-23 me:c<12-07 me:d<11-29" },
  { "days-that-are-none-stay-text", "- [ ] @me a (due whenever)\n- [ ] @me b (due 2026-02-30)\n",
    "me:a (due whenever) me:b (due 2026-02-30)" },
  { "days-as-other-editors-write-them", "- [x] @me a 📅 2026-11-30 ✅ 2026-11-24\n", "me:a<11-30+" },
  { "escapes-are-taken-away", "- [ ] @me Send \\#a12 to \\*all\\*\n", "me:Send #a12 to *all*" },
  { "tags-that-mean-nothing-stay-text", "- [ ] @me Send #urgent #a #a9x\n",
    "me:Send #urgent #a #a9x" },
  { "tags-of-what-is-not-known-make-no-words",
    "- [ ] @me Send X #a1\n- [x] @ada Ask (due fri) #a99\n- [ ] The move #p1\n- The move #p1\n",
    "" },
  { "however-the-line-is-written",
    "* [x] @me X #a1 \n☐ The move #p1\n\t1. [ ] @me X #a1 ✅ 2026-11-24\n- [ ] #p1\n- [-] X #a1 "
    "#new\n",
    "" },
  { "a-known-tag-counts-in-a-box-without-a-list", "☑ @me Send the draft #a12\n", "a12+" },
  { "a-known-tag-beside-an-unknown-one", "- [x] X #a1 #a12\n- [x] **Wins** #a1 #wins\n",
    "a12+ wins+" },
  { "an-unknown-tag-behind-words-that-are-one-of-a-category", "- [ ] @me Read of #wins #a1\n", "" },
  { "an-escaped-tag-is-a-word", "- [ ] @me Send \\#a1\n", "me:Send #a1" },
  { "in-prose-a-tag-is-a-word", "As in #a1\n- of #p1 and #p7 we said more\n",
    "(:As in #a1\n- of #p1 and #p7 we said more)" },
  { "a-category-that-is-no-more",
    HEAD "- [x] **Career** · 8 min #career\n  > 2 meetings\n  Soon.\n" WINS, "wins p7 (:Soon.)" },
  { "a-bold-word-is-no-category", "- [ ] **Soon** #urgent\n", "(:- [ ] **Soon** #urgent)" },
  { "tags-of-other-meetings-stay-text", "See #m40 and #wins\n", "(:See #m40 and #wins)" },
  { "a-tag-in-a-sentence-is-none", "- [ ] more #wins please\n", "(:- [ ] more #wins please)" },
  { "notes-under-categories",
    REVIEW "  He did.\n" WINS "  > quoted\n  - she said so\n    - twice\n" NOTES
           "All in all: fine.\n",
    "review a12 wins p7 (:All in all: fine.) (review:He did.) "
    "(wins:- she said so\n  - twice)" },
  { "notes-behind-the-tag", "- [x] **Wins** · 8 min #wins - proud of it\n",
    "wins+ (wins:proud of it)" },
  { "notes-not-indented", WINS "\nShe shipped it.\n\nTwice.\n",
    "wins p7 (wins:She shipped it.\n\nTwice.)" },
  { "quotes-in-the-notes-are-the-users", PAGE "> said she\n", "review a12 wins p7 (:> said she)" },
  { "code-is-a-text", PAGE "```\n- [x] **Wins** #wins\n# no heading\n```\n- [x] … #a12\n",
    "review a12+ wins p7 (:```\n- [x] **Wins** #wins\n# no heading\n```)" },
  { "code-without-an-end-is-none", "```\n- [x] **Wins** #wins\n", "wins+ (:```)" },
  { "a-line-twice-counts-once", WINS "- [x] **Wins** #wins\n- [x] … #p7\n- [ ] … #p7\n",
    "wins+ p7+" },
  { "links-are-no-boxes", "- [a link](https://example.org) #wins\n- [12] one\n",
    "(:- [a link](https://example.org) #wins\n- [12] one)" },
  { "parked-points", WINS "\n## Parked\n\n- [x] Another #p7\n" NOTES "x\n", "wins p7+ (:x)" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Ground) ground = ground_new ();
  g_autoptr (GPtrArray) lines = one_page_read (row->page, strlen (row->page), &ground->known, NULL);
  g_autofree char *understood = format (lines);

  g_assert_cmpstr (understood, ==, row->understood);
}

static void
test_binary (void)
{
  static const char image[] = "\211PNG\r\n\032\n\0\0\0\rIHDR- [x] #wins";
  static const char wide[] = "\377\376-\0 \0[\0x\0]\0";
  g_autoptr (Ground) ground = ground_new ();

  g_assert_null (one_page_read (image, sizeof image - 1, &ground->known, NULL));
  g_assert_null (one_page_read (NULL, 0, &ground->known, NULL));
  g_assert_null (one_page_read (wide, sizeof wide - 1, &ground->known, NULL));
}

static void
test_huge (void)
{
  g_autoptr (Ground) ground = ground_new ();
  g_autoptr (GString) page = g_string_new (WINS "\n");
  g_autoptr (GPtrArray) lines = NULL;
  const OnePageLine *last;
  guint actions = 0;

  for (guint i = 0; page->len < 3 * ONE_PAGE_TEXT_MAX; i++)
    g_string_append_printf (page, "- [ ] @me number %u\n```\n[[[[((((****\n", i);
  lines = one_page_read (page->str, page->len, &ground->known, NULL);
  for (guint i = 0; i < lines->len; i++)
    actions += ((OnePageLine *) g_ptr_array_index (lines, i))->kind == ONE_PAGE_ACTION;
  g_assert_cmpuint (actions, <=, 200);
  last = g_ptr_array_index (lines, lines->len - 1);
  g_assert_cmpint (g_utf8_strlen (last->text, -1), <=, 20000);
}

/* "12: there is no …" */
static char *
format_left (const GPtrArray *left)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < left->len; i++) {
    const OnePageLeft *one = g_ptr_array_index (left, i);
    g_autofree char *what = one_page_left_format (one);

    g_string_append_printf (out, "%s%u: %s", i ? "; " : "", one->line, what);
  }
  return g_string_free (out, FALSE);
}

static void
assert_left (const char *page, const char *wanted)
{
  g_autoptr (Ground) ground = ground_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) lines G_GNUC_UNUSED =
      one_page_read (page, strlen (page), &ground->known, &left);
  g_autofree char *text = format_left (left);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_left_tags (void)
{
  assert_left ("\n- [ ] The move #p1\n\n- [ ] @me Send X #a1\n- [x] Y #a12\n",
               "2: there is no '#p1' with this person: the line is left as it is; "
               "4: there is no '#a1' with this person: the line is left as it is");
  assert_left ("- [x] **Career** · 8 min #career\n- [x] **Wins** · 8 min #wins\n",
               "1: there is no '#career' with this person: the line is left as it is");
  assert_left ("", "");
}

#define LONG_NOTE "a note is longer than 20,000 characters: the rest of it is not taken over"
#define LONG_ACTION "a promise is longer than 1,000 characters: the rest is not taken over"
#define MANY_ACTIONS                                                                               \
  "more than 200 promises are written on the page: from here on none is taken over"
#define LONG_PAGE "the page is longer than 20,000 lines or 1 MB: from here on it is not read"

/* `count` times `part` between `head` and `tail`. */
static void
assert_left_of (const char *head, const char *part, guint count, const char *tail,
                const char *wanted)
{
  GString *page = g_string_new (head);

  for (guint i = 0; i < count; i++)
    g_string_append (page, part);
  g_string_append (page, tail);
  assert_left (page->str, wanted);
  g_string_free (page, TRUE);
}

/* Both sides of each edge. */
static void
test_left_limits (void)
{
  assert_left_of ("## Notes\n", "é", 20000, "\n", "");
  assert_left_of ("## Notes\n", "é", 20001, "\n", "2: " LONG_NOTE);
  assert_left_of ("## Notes\n\n\n", "123456789\n", 2000, "", "");
  assert_left_of ("## Notes\n\n\n", "123456789\n", 1999, "1234567890", "");
  assert_left_of ("## Notes\n\n\n", "123456789\n", 1999, "12345678901", "2003: " LONG_NOTE);
  assert_left_of ("- **Wins** #wins\n  \n", "  12345678\n\n\n", 3000, "", "6003: " LONG_NOTE);
  assert_left_of ("- [ ] @me ", "é", 1000, "\n", "");
  assert_left_of ("\n- [ ] @me ", "é", 1001, "\n", "2: " LONG_ACTION);
  assert_left_of ("", "- [ ] @me X\n", 200, "Fine.\n", "");
  assert_left_of ("Fine.\n", "- [ ] @me X\n", 300, "", "202: " MANY_ACTIONS);
  assert_left_of ("", "\n", 19999, "Fine.\n", "");
  assert_left_of ("", "\n", 20000, "Fine.\n", "20001: " LONG_PAGE);
  assert_left_of ("- ", "é", 524287, "", "1: " LONG_NOTE);
  assert_left_of ("- [x] **Wins** #wins\n", "> 45678901234567\n", 16384 * 4, "",
                  "20001: " LONG_PAGE);
}

/* A line of which only the beginning could be read is not read at all. */
static void
test_cut_between_lines (void)
{
  g_autoptr (Ground) ground = ground_new ();
  g_autoptr (GString) page = g_string_new ("- [x] **Wins** #wins\n> ");
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *understood = NULL, *said = NULL;

  while (page->len < ONE_PAGE_TEXT_MAX - 20)
    g_string_append_c (page, 'x');
  g_string_append (page, "\n- [ ] @me Send the draft\n");
  lines = one_page_read (page->str, page->len, &ground->known, &left);
  understood = format (lines);
  said = format_left (left);
  g_assert_cmpstr (understood, ==, "wins+");
  g_assert_cmpstr (said, ==, "3: " LONG_PAGE);
  g_assert_true (one_page_left_is_partial (left));
}

/* What oned writes says to oned what it is, and nothing else. */
static void
test_own (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;
  g_autofree char *page = NULL;
  g_autofree char *understood = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  OnePoint *point = fixture_add_point (fixture, "wins", FIXTURE_FIRST + 60);
  OneAction *action = fixture_add_action (fixture, ONE_OWNER_THEM, FIXTURE_FIRST + 60);
  OnePageKnown known;

  g_free (point->text);
  point->text = g_strdup ("- [x] @me **Career growth** #growth");
  g_free (action->text);
  action->text = g_strdup ("Pay #a7 > #m1");
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  agenda = one_compose_agenda (&fixture->input);
  known = (OnePageKnown){ .meeting = agenda->meeting->id,
                          .person = "Ada",
                          .catalogue = fixture->catalogue,
                          .actions = fixture->actions,
                          .points = fixture->points };
  page = one_page_write (agenda, "Ada", fixture->zone);
  lines = one_page_read (page, strlen (page), &known, NULL);
  understood = format (lines);
  g_assert_cmpstr (understood, ==, "review a1 update wins p1 challenges");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/page-read/%s", rows[i].name);

    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/page-read/binary-is-no-page", test_binary);
  g_test_add_func ("/page-read/huge-is-bounded", test_huge);
  g_test_add_func ("/page-read/left-tags", test_left_tags);
  g_test_add_func ("/page-read/left-limits", test_left_limits);
  g_test_add_func ("/page-read/cut-between-lines", test_cut_between_lines);
  g_test_add_func ("/page-read/what-oned-wrote-is-understood", test_own);
  return g_test_run ();
}
