/* SPDX-License-Identifier: MIT */
/* The content of a notification: plain text and wanted buttons, before the server's abilities are
 * known. */
#pragma once

#include <glib.h>
#include "wire/words.h"

/* Buttons; also the action keys on the bus, see one_notice_button_key. */
typedef enum {
  ONE_BUTTON_AGENDA, /* opens the page; also the default action */
  ONE_BUTTON_SNOOZE,
  ONE_BUTTON_JOIN,
  ONE_BUTTON_PLANNED, /* "As planned": all of the agenda was talked about */
  ONE_BUTTON_LOG,     /* opens the page to be filled in; the default action of a nudge */
  ONE_BUTTON_SKIPPED, /* "Did not happen" */
  ONE_BUTTON_DONE,    /* a promise is kept */
  ONE_BUTTON_ASKED,   /* what was to be asked was asked */
  ONE_BUTTON_LATER,   /* it is to be asked later */
} OneButton;
#define ONE_N_BUTTONS 9

#define ONE_NOTICE_TRIAL 0 /* no row has it */

typedef struct {
  gint64 sent;    /* the row in the store that it is about, the number of a OneMorning or
                     a OneAsking, or ONE_NOTICE_TRIAL; below 0: that row has ended, and others may be
                     left on its    notification */
  char *tag;      /* (owned) the same for all reminders of one meeting: "oned-m41"; if it is about
                     several, the row of the one named first is added: "oned-m41+12"; of
                     promises with their day: "oned-promises-2026-11-23"; of what
                     is to be asked: "oned-ask-p7" */
  char *summary;  /* (owned) plain text, one line */
  char *body;     /* (owned) plain text, lines by \n; escaped by edge/notify where the server
                     renders markup */
  char *commands; /* (owned) a line to add where the server has no buttons; "" for none */
  guint buttons;  /* bits 1 << OneButton, in the order of the enum */
  char *joined;   /* (owned) if it is about several: with whom, or when, the one is that Join opens;
                     else "" */
  OneStage stage; /* start is urgent, a nudge is not; each stays until it is answered or closed */
  gboolean quiet; /* it was on screen before: no sound */
  guint32 replaces; /* the id of the notification that it replaces; 0 for none */
  char *server;     /* (owned) the server that gave that id, as edge/notify named it; "" for none */
} OneNotice;

OneNotice *one_notice_new (gint64 sent, OneStage stage);
OneNotice *one_notice_dup (const OneNotice *notice);
void one_notice_free (OneNotice *notice);

/* Makes it replace the notification with that id, of that server. */
void one_notice_set_place (OneNotice *notice, const char *server, guint32 id);

const char *one_notice_button_key (OneButton button);
gboolean one_notice_button_parse (const char *key, OneButton *button);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNotice, one_notice_free)
