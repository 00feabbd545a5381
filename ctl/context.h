/* SPDX-License-Identifier: MIT */
/* One call of onectl: what every command has at hand, and the steps that most of them share. */
#pragma once

#include "ctl/args.h"
#include "ctl/bus/client.h"
#include "ctl/bus/pseudonyms.h"
#include "ctl/print/json.h"
#include "ctl/print/print.h"

typedef struct OneContext {
  const struct OneCommand *command; /* lent */
  OneArgs *args;                    /* lent */
  OnePrinter *printer;              /* lent */
  OneClient *client;                /* lent */
  OnePseudonyms *pseudonyms;        /* (owned) with --private, made at the first call */
  GTimeZone *zone;                  /* (owned) the user's */
  gint64 now;                       /* the daemon's, UTC seconds; 0 before one_context_get_now */
} OneContext;

void one_context_clear (OneContext *context);

/* As in ctl/bus/client.h, and masked with --private. */
GVariant *one_context_call (OneContext *context, const char *method, GVariant *arguments,
                            const char *reply, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_context_list (OneContext *context, const char *method, GVariant *arguments,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_context_get (OneContext *context, const char *method, GVariant *arguments,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks oned for its time, once. */
gboolean one_context_load_now (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The meeting coming up, given; oned's time is loaded with it. */
GVariant *one_context_get_next (OneContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean one_context_is_json (const OneContext *context);

/* YYYY-MM-DD for any way to write a day. */
char *one_context_dup_day (OneContext *context, const char *text,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* WHICH as oned understands it: words for days made into days, the rest as it is. */
char *one_context_dup_which (OneContext *context, const char *word,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `text`, or all of standard input if it is "-". Empty text is refused. */
char *one_context_dup_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to a dictionary of options what the user gave: flags as b, values as s, days as s. */
void one_context_add_flag (OneContext *context, GVariantDict *options, const char *name);
void one_context_add_value (OneContext *context, GVariantDict *options, const char *name);
gboolean one_context_add_day (OneContext *context, GVariantDict *options, const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `{"version": 1, key: [record…]}` to the printer. */
void one_context_print_json (OneContext *context, const char *key, GVariant *records,
                             const OneField *fields);
