/* SPDX-License-Identifier: MIT */
/* What is sent to a notification server for a notice, by what the server can do. Pure. */
#pragma once

#include "model/notice.h"

/* Bits: the capabilities that change what is sent (Desktop Notifications 1.2, GetCapabilities). */
typedef enum {
  ONE_NOTIFY_TEXT_BODY = 1 << 0,
  ONE_NOTIFY_TEXT_MARKUP = 1 << 1,
  ONE_NOTIFY_TEXT_ACTIONS = 1 << 2,
  ONE_NOTIFY_TEXT_DEFAULT_SHOWN = 1 << 3, /* the default action has a button of its own */
  ONE_NOTIFY_TEXT_EITHER = 1 << 4,        /* dies of an id to replace and a tag in one call */
} OneNotifyText;

/* `name` is the server's own, as GetServerInformation says it. */
guint one_notify_text_parse (const char *const *capabilities, const char *name);

/* Without a body the summary is all there is, so it says everything. (transfer full) */
char *one_notify_text_dup_summary (const OneNotice *notice, guint abilities);

/* Escaped if the server renders markup; with the commands if it has no buttons. (transfer full) */
char *one_notify_text_dup_body (const OneNotice *notice, guint abilities);

/* Translated. (transfer full) */
char *one_notify_text_dup_label (const OneNotice *notice, OneButton button);

/* What a click on the notification itself does; FALSE for nothing. Never Join: a link is not opened
 * unless its own button was pressed. */
gboolean one_notify_text_get_default (const OneNotice *notice, OneButton *button);

/* The offered button that an action key stands for; FALSE for keys that were not offered. */
gboolean one_notify_text_find_button (const OneNotice *notice, const char *key, OneButton *button);
