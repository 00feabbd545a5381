/* SPDX-License-Identifier: MIT */
/* A notice as libnotify takes it, in the way that suits the server. */
#pragma once

#include <glib-object.h>
#include "edge/notify/notify-habits.h"
#include "edge/notify/notify-screen.h"
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

/* Where the notice goes if the notification `replaced` (0 for none) is to give way to it: into its
 * place, or beside it where its buttons would stay. */
OneNotifyPlace one_notify_dress_find_place (const OneNotice *notice, guint32 replaced,
                                            const OneNotifyScreen *screen,
                                            const OneNotifyAbout *about);
