/* SPDX-License-Identifier: MIT */
/* The texts of a notification, from a notice and the abilities of the server. Pure. */
#pragma once

#include "model/notice.h"

/* Bits: the capabilities that change what is sent (Desktop Notifications 1.2, GetCapabilities). */
typedef enum {
  ONE_NOTIFY_TEXT_BODY = 1 << 0,
  ONE_NOTIFY_TEXT_MARKUP = 1 << 1,
  ONE_NOTIFY_TEXT_ACTIONS = 1 << 2,
} OneNotifyText;

guint one_notify_text_parse (const char *const *capabilities);

/* Has everything in it if the server shows no body. (transfer full) */
char *one_notify_text_dup_summary (const OneNotice *notice, guint abilities);

/* Escaped if the server renders markup; with the commands if it has no buttons; "" if it shows no
 * body, or there is none. (transfer full) */
char *one_notify_text_dup_body (const OneNotice *notice, guint abilities);

/* Translated. (transfer full) */
char *one_notify_text_dup_label (const OneNotice *notice, OneButton button);

/* The button that a click on the notification itself stands for; FALSE for none. Never Join: a link
 * is opened only by its own button. */
gboolean one_notify_text_get_default (const OneNotice *notice, OneButton *button);

/* The button of an action key; FALSE if the notice does not offer it. */
gboolean one_notify_text_find_button (const OneNotice *notice, const char *key, OneButton *button);
