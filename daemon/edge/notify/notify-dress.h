/* SPDX-License-Identifier: MIT */
/* A notice as libnotify takes it, in the way that suits the server. */
#pragma once

#include <glib-object.h>
#include "edge/notify/notify-habits.h"
#include "model/notice.h"

/* All that is known of a server. */
typedef struct {
  guint abilities;               /* of OneNotifyText */
  const OneNotifyHabits *habits; /* (borrowed) */
} OneNotifyAbout;

/* Where a notification goes. */
typedef struct {
  guint32 replaces; /* the id whose place it takes; 0 for none */
  guint name;       /* 0: that of oned; others: "oned 2" for 1, and so on */
} OneNotifyPlace;

/* (transfer full) */
GObject *one_notify_dress_new (const OneNotice *notice, const OneNotifyAbout *about,
                               const OneNotifyPlace *place);

/* Whether the server shows the right buttons if the notice takes the place of the other one. */
gboolean one_notify_dress_fits (const OneNotice *notice, const OneNotice *other,
                                const OneNotifyAbout *about);
