/* SPDX-License-Identifier: MIT */
/* One call of onectl: what every command has at hand, and the steps that most of them share. */
#pragma once

#include "ctl/args.h"
#include "ctl/client.h"
#include "ctl/json.h"
#include "ctl/mask.h"
#include "ctl/print.h"

typedef struct OneRun {
  const struct OneCommand *command; /* lent */
  OneArgs *args;                    /* lent */
  OnePrinter *printer;              /* lent */
  OneClient *client;                /* lent */
  OneMask *mask;                    /* (owned) with --private, made at the first call */
  GTimeZone *zone;                  /* (owned) the user's */
  gint64 now;                       /* the daemon's, UTC seconds; 0 before one_run_get_now */
} OneRun;

void one_run_clear (OneRun *run);

/* As in ctl/client.h, and masked with --private. */
GVariant *one_run_call (OneRun *run, const char *method, GVariant *arguments, const char *reply,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_run_list (OneRun *run, const char *method, GVariant *arguments,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_run_get (OneRun *run, const char *method, GVariant *arguments,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks oned for its time, once. */
gboolean one_run_load_now (OneRun *run, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The meeting coming up, given; oned's time is loaded with it. */
GVariant *one_run_get_next (OneRun *run, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean one_run_is_json (const OneRun *run);

/* YYYY-MM-DD for any way to write a day. */
char *one_run_dup_day (OneRun *run, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* WHICH as oned understands it: words for days made into days, the rest as it is. */
char *one_run_dup_which (OneRun *run, const char *word, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `text`, or all of standard input if it is "-". Empty text is refused. */
char *one_run_dup_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to a dictionary of options what the user gave: flags as b, values as s, days as s. */
void one_run_add_flag (OneRun *run, GVariantDict *options, const char *name);
void one_run_add_value (OneRun *run, GVariantDict *options, const char *name);
gboolean one_run_add_day (OneRun *run, GVariantDict *options, const char *name,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `{"version": 1, key: [record…]}` to the printer. */
void one_run_print_json (OneRun *run, const char *key, GVariant *records, const OneField *fields);
