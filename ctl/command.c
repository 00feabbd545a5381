/* SPDX-License-Identifier: MIT */
#include "ctl/command.h"

#include <glib/gi18n-lib.h>
#include "ctl/cmd/cmd.h"
#include "ctl/suggest.h"

#define ANY G_MAXUINT
#define SETUP_ADDRESSES 20 /* besides the first */
#define JSON ONE_MODE_JSON
#define FLAG(name, help)                                                                           \
  {                                                                                                \
    name, NULL, help, 0, FALSE, FALSE                                                              \
  }
#define VALUE(name, value, help)                                                                   \
  {                                                                                                \
    name, value, help, 0, FALSE, FALSE                                                             \
  }
#define LIST(name, value, help)                                                                    \
  {                                                                                                \
    name, value, help, 0, TRUE, FALSE                                                              \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL, NULL, NULL, 0, FALSE, FALSE                                                              \
  }

const OneOption one_command_shared[] = {
  FLAG ("json", N_ ("print one JSON document instead of text")),
  FLAG ("private", N_ ("replace names and text by pseudonyms")),
  VALUE ("color", "WHEN", N_ ("auto, always or never")),
  { "help", NULL, N_ ("show what the command does"), 'h', FALSE, FALSE },
  FLAG ("version", N_ ("show the version")),
  END,
};

static const OneOption none[] = { END };

static const OneOption agenda[] = {
  FLAG ("why", N_ ("also print the figures behind every item")),
  FLAG ("rebuild", N_ ("make the agenda anew, even if it was prepared")),
  FLAG ("markdown", N_ ("as Markdown, to send to the other one")),
  END,
};

static const OneOption next[] = {
  FLAG ("follow", N_ ("print a line at every change, beginning with the present one")),
  FLAG ("waybar", N_ ("print a record for a status bar: text, tooltip, class")),
  VALUE ("escape", "KIND", N_ ("let no sign in a name be markup for that bar or prompt")),
  VALUE ("format", "F", N_ ("what the line holds: '{start} {person}'")),
  END,
};

static const OneOption meetings[] = {
  VALUE ("from", "DAY", N_ ("the first day to list; two weeks ago if left out")),
  VALUE ("to", "DAY", N_ ("the last day to list; four weeks ahead if left out")),
  FLAG ("all", N_ ("also cancelled and declined ones")),
  END,
};

static const OneOption add[] = {
  VALUE ("category", "C", N_ ("the category it belongs to")),
  VALUE ("on", "DAY", N_ ("not before that day")),
  FLAG ("every", N_ ("raise it each time, until it is closed")),
  VALUE ("main", "C", N_ ("make this category the main subject of the next meeting")),
  END,
};

static const OneOption edit[] = {
  VALUE ("text", "TEXT", N_ ("other words; - reads them from standard input")),
  VALUE ("due", "DAY|none", N_ ("of a promise: by another day, or by none")),
  VALUE ("category", "C", N_ ("of a point: another category")),
  VALUE ("to", "me|them", N_ ("of a promise: hand it over, or take it over")),
  END,
};

static const OneOption points[] = { FLAG ("all", N_ ("also closed ones")), END };

static const OneOption act[] = {
  VALUE ("due", "DAY", N_ ("to be done by that day")),
  FLAG ("theirs", N_ ("they promised it, not I")),
  END,
};

static const OneOption actions[] = {
  FLAG ("theirs", N_ ("only what they promised")),
  FLAG ("overdue", N_ ("only what is late")),
  FLAG ("all", N_ ("also closed ones")),
  END,
};

static const OneOption log_options[] = {
  FLAG ("all", N_ ("all of its agenda was talked about, and its points were raised")),
  LIST ("covered", "C,…", N_ ("the categories that were talked about")),
  VALUE ("note", "TEXT", N_ ("what to remember of it; - reads it from standard input")),
  FLAG ("skipped", N_ ("it did not happen; with a day, none of that day did")),
  FLAG ("open", N_ ("list the meetings of which nothing was said yet")),
  END,
};

static const OneOption notes[] = {
  VALUE ("since", "DAY", N_ ("from that day on; everything if left out")),
  END,
};

static const OneOption person[] = {
  VALUE ("role", "R", N_ ("what they are to you: manager, report, peer, mentor or skip-level")),
  VALUE ("name", "N", N_ ("what you call them")),
  VALUE ("address", "A", N_ ("one more address of theirs")),
  VALUE ("merge", "WHO", N_ ("they are the same person: join that history to this one")),
  END,
};

static const OneOption categories[] = {
  VALUE ("role", "R", N_ ("as they are for people of that role; manager if left out")),
  END,
};

static const OneOption track[] = {
  VALUE ("person", "WHO", N_ ("whom the one-on-one is with")),
  END,
};

static const OneOption explain[] = {
  VALUE ("from", "T", N_ ("list occurrences from then on: a day or an RFC 3339 time")),
  VALUE ("to", "T", N_ ("list occurrences that start or go on before then")),
  END,
};

static const OneOption report[] = {
  VALUE ("since", "DAY", N_ ("from that day on; everything if left out")),
  VALUE ("html", "FILE", N_ ("where to write it; - writes it to standard output")),
  END,
};

static const OneOption export_options[] = {
  VALUE ("since", "DAY", N_ ("from that day on; everything if left out")),
  VALUE ("category", "C", N_ ("only the meetings, notes and points with it")),
  FLAG ("ics", N_ ("as iCalendar: meetings with their agendas, promises and notes")),
  { "writer", "FILE", N_ ("the oned-writer to use"), 0, FALSE, TRUE },
  END,
};

static const OneOption doctor[] = {
  FLAG ("test-notification", N_ ("also show a notification, and say whether it was shown")),
  END,
};

static const OneOption setup[] = {
  LIST ("me", "ADDRESS…", N_ ("your own addresses, instead of those in oned.conf")),
  END,
};

static const OneOption subscribe[] = {
  { "fetch", "FILE", N_ ("the oned-fetch to use"), 0, FALSE, TRUE },
  END,
};

static const OneOption help[] = {
  { "completion", "SHELL", N_ ("print the completions for bash, zsh or fish"), 0, FALSE, TRUE },
  { "table", NULL, N_ ("print the table of commands and options"), 0, FALSE, TRUE },
  END,
};

static const OneOption complete[] = {
  { "line", "LINE", "the line as bash has it, up to the cursor", 0, FALSE, TRUE },
  { "current", "WORD", "the end of it that bash replaces", 0, FALSE, TRUE },
  { "literal", NULL, "only words with the typed letters in them", 0, FALSE, TRUE },
  END,
};

/* clang-format off */
const OneCommand one_commands[] = {
  { "agenda", "[WHICH]", N_ ("today's one-on-ones and what to bring to them"),
    0, 1, JSON, agenda, one_agenda_run },
  { "next", "", N_ ("the next meeting, in one line"), 0, 0, JSON, next, one_next_run },
  { "meetings", "[WHO]", N_ ("planned, held, skipped and moved meetings"),
    0, 1, JSON, meetings, one_meetings_run },
  { "week", "[DAY]", N_ ("the week's one-on-ones, and what is most overdue"),
    0, 1, JSON, none, one_week_run },
  { "join", "[WHICH]", N_ ("open the link of a meeting"), 0, 1, 0, none, one_join_run },
  { "add", "WHO TEXT…", N_ ("note a point to raise next time"), 1, ANY, JSON, add, one_add_run },
  { "ask", "WHO TEXT…", N_ ("ask for feedback soon: oned says when there is time for it"),
    2, ANY, JSON, none, one_ask_run },
  { "points", "[WHO]", N_ ("what you want to raise"), 0, 1, JSON, points, one_points_run },
  { "act", "WHO TEXT…", N_ ("note a promise, yours or theirs"), 2, ANY, JSON, act, one_act_run },
  { "actions", "[WHO]", N_ ("promises, yours and theirs"), 0, 1, JSON, actions, one_actions_run },
  { "done", "ID…", N_ ("close actions and points: done"), 1, ANY, JSON, none, one_done_run },
  { "drop", "ID…", N_ ("close actions and points: no longer wanted"),
    1, ANY, JSON, none, one_drop_run },
  { "reopen", "ID…", N_ ("open closed actions and points again"),
    1, ANY, JSON, none, one_reopen_run },
  { "edit", "ID", N_ ("change a promise or a point"), 1, 1, JSON, edit, one_edit_run },
  { "log", "[WHICH] [N,…]", N_ ("say what was talked about"),
    0, 2, JSON, log_options, one_log_run },
  { "page", "[WHICH]", N_ ("open the page of a meeting, also ahead of it"),
    0, 1, JSON, none, one_page_run },
  { "notes", "[WHO]", N_ ("what was written about the meetings"),
    0, 1, JSON, notes, one_notes_run },
  { "search", "WORDS…", N_ ("find notes, points and actions by their words"),
    1, ANY, JSON, none, one_search_run },
  { "undo", "", N_ ("take back the last change, any change"), 0, 0, 0, none, one_undo_run },
  { "people", "", N_ ("the people you meet"), 0, 0, JSON, none, one_people_run },
  { "person", "WHO…", N_ ("show or change a person"), 1, ANY, JSON, person, one_person_run },
  { "coverage", "[WHO]", N_ ("which categories came up when"),
    0, 1, JSON, none, one_coverage_run },
  { "categories", "", N_ ("the kinds of conversation and their prompts"),
    0, 0, JSON, categories, one_categories_run },
  { "report", "[WHO]", N_ ("meetings, promises and notes as one page of HTML"),
    0, 1, ONE_MODE_PRIVATE, report, one_report_run },
  { "export", "[WHO]", N_ ("everything you noted, as Markdown, JSON or iCalendar"),
    0, 1, JSON, export_options, one_export_run },
  { "snooze", "[WHICH] [DURATION|start]", N_ ("remind again later, never past the start"),
    0, 4, JSON, none, one_snooze_run },
  { "explain", "[FILE|UID|TITLE|WHO]", N_ ("why an event is a one-on-one, or is none"),
    0, 1, JSON, explain, one_explain_run },
  { "track", "UID|TITLE", N_ ("take a series for a one-on-one"), 1, 1, 0, track, one_track_run },
  { "ignore", "UID|TITLE", N_ ("never take a series for a one-on-one"), 1, 1, 0, none, one_ignore_run },
  { "subscribe", "[NAME] [ADDRESS]", N_ ("calendars behind an address: make one, or list them"),
    0, 2, JSON, subscribe, one_subscribe_run },
  { "unsubscribe", "NAME", N_ ("no longer fetch a calendar, and forget its address"),
    1, 1, 0, none, one_unsubscribe_run },
  { "status", "", N_ ("what oned watches, and what is wrong"), 0, 0, JSON, none, one_status_run },
  { "doctor", "", N_ ("what is wrong, with the fix for each fault"),
    0, 0, JSON, doctor, one_doctor_run },
  { "setup", "[ADDRESS…]", N_ ("first run: settings, start with the session, what was found"),
    0, SETUP_ADDRESSES, JSON, setup, one_setup_run },
  { "backup", "FILE", N_ ("write a copy of all that oned keeps to a new file"),
    1, 1, 0, none, one_backup_run },
  { "restore", "FILE", N_ ("put such a copy in the place of everything"),
    1, 1, 0, none, one_restore_run },
  { "help", "[COMMAND]", N_ ("show what a command does"), 0, 1, 0, help, one_help_run },
  { "complete", "[WORD…]", N_ ("words for the shell's completion"),
    0, ANY, ONE_MODE_HIDDEN, complete, one_complete_run },
  { NULL, NULL, NULL, 0, 0, 0, NULL, NULL },
};
/* clang-format on */

const OneCommand *
one_command_find (const char *name)
{
  for (const OneCommand *command = one_commands; command->name; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

const char *
one_command_suggest (const char *typed)
{
  const char *names[G_N_ELEMENTS (one_commands)] = { NULL };
  guint count = 0;

  for (const OneCommand *command = one_commands; command->name; command++)
    if (!(command->modes & ONE_MODE_HIDDEN))
      names[count++] = command->name;
  return one_suggest_word (typed, names);
}

gboolean
one_command_takes (const OneCommand *command, const OneOption *shared)
{
  if (g_str_equal (shared->name, "json"))
    return (command->modes & ONE_MODE_JSON) != 0;
  if (g_str_equal (shared->name, "private"))
    return (command->modes & (ONE_MODE_JSON | ONE_MODE_PRIVATE)) != 0;
  return TRUE;
}

char *
one_command_format_usage (const OneCommand *command)
{
  g_autoptr (GString) usage = g_string_new ("onectl ");

  g_string_append (usage, command->name);
  if (*command->words)
    g_string_append_printf (usage, " %s", command->words);
  for (const OneOption *option = command->options; option->name; option++) {
    if (option->hidden)
      continue;
    if (option->value)
      g_string_append_printf (usage, " [--%s %s]", option->name, option->value);
    else
      g_string_append_printf (usage, " [--%s]", option->name);
  }
  return g_string_free (g_steal_pointer (&usage), FALSE);
}
