/* SPDX-License-Identifier: MIT */
/* An occurrence that is a one-on-one. Identity: (uid, original); it keeps its id and its history
 * when it is moved. */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef struct {
  gint64 id;       /* of the row in the store; 0 until it has one. Written "m41". */
  char *uid;       /* (owned) "" for a meeting that is in no calendar */
  gint64 original; /* RECURRENCE-ID, UTC seconds */
  gint64 start;    /* UTC seconds */
  gint64 end;      /* UTC seconds; start + 30 min if assumed_length */
  char *summary;   /* (owned) cleaned */
  char *location;  /* (owned) cleaned */
  char *join;      /* (owned) checked https link, or "" */
  char *source;    /* (owned) path of the file it comes from */
  char *address;   /* (owned) the other one's; lower case */
  char *name;      /* (owned) the other one's as the calendar writes it, cleaned; "" if unknown */
  gint64 person;   /* of the row in the store; 0 until it has one */
  OneRole role;    /* the person's; the default until `person` is known */
  OneMeetingState state;
  gint64 moved_from; /* the start that it had before it was moved; 0 if it was not */
  gboolean other_declined;
  gboolean logged;         /* the user said something about it */
  gboolean assumed_length; /* the calendar gives no end */
  gboolean changed;        /* it is described by an override, not by the master of its series */
} OneMeeting;

OneMeeting *one_meeting_new (void);
OneMeeting *one_meeting_dup (const OneMeeting *meeting);
void one_meeting_free (OneMeeting *meeting);

/* For hash tables whose keys are OneMeetings, by identity. */
guint one_meeting_hash (gconstpointer meeting);
gboolean one_meeting_equal (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMeeting, one_meeting_free)
