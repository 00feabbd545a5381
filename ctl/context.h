/* SPDX-License-Identifier: MIT */
/* One run of onectl: the things that every command needs, and the steps that most of them share. */
#pragma once

#include "ctl/args.h"
#include "ctl/bus/client.h"
#include "ctl/bus/pseudonyms.h"
#include "ctl/print/json.h"
#include "ctl/print/print.h"

typedef struct OneContext {
  const struct OneCommand *command; /* (borrowed) */
  OneArgs *args;                    /* (borrowed) */
  OnePrinter *printer;              /* (borrowed) */
  OneClient *client;                /* (borrowed) */
  OnePseudonyms *pseudonyms;        /* (owned) with --private, made by the first call */
  GTimeZone *zone;                  /* (owned) the user's */
  gint64 now;                       /* the daemon's, UTC seconds; 0 before one_context_load_now */
} OneContext;

void one_context_clear (OneContext *context);

/* Call oned as in ctl/bus/client.h; with --private, names and texts in the answer are pseudonyms.
 * (transfer full) */
GVariant *one_context_call (OneContext *context, const char *method, GVariant *arguments,
                            const char *reply, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_context_list (OneContext *context, const char *method, GVariant *arguments,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_context_get (OneContext *context, const char *method, GVariant *arguments,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks oned for its time, unless `now` is known already. */
gboolean one_context_load_now (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The next meeting, empty if none is planned (transfer full). Loads oned's time, too. */
GVariant *one_context_get_next (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean one_context_is_json (const OneContext *context);

/* Turns any way to write a day into YYYY-MM-DD. */
char *one_context_dup_day (OneContext *context, const char *text,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Turns WHICH into a form that oned understands: a day becomes YYYY-MM-DD, the rest stays. */
char *one_context_dup_which (OneContext *context, const char *word,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for what is past: `fri` is the last Friday. */
char *one_context_dup_past_which (OneContext *context, const char *word,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `text`, or all of standard input if it is "-". Fails if that is empty. */
char *one_context_dup_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Add an option to a dictionary if the user gave it: a flag as b, a value or a day as s. */
void one_context_add_flag (OneContext *context, GVariantDict *options, const char *name);
void one_context_add_value (OneContext *context, GVariantDict *options, const char *name);
gboolean one_context_add_day (OneContext *context, GVariantDict *options, const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Prints `{"version": 1, key: [record…]}`. */
void one_context_print_json (OneContext *context, const char *key, GVariant *records,
                             const OneField *fields);
