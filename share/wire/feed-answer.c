/* SPDX-License-Identifier: MIT */
#include "wire/feed-answer.h"

#include <glib/gi18n-lib.h>

#define NEW_ADDRESS                                                                                \
  N_ ("copy the address anew from the calendar's own settings, and give it to 'onectl subscribe'")
#define LATER N_ ("it is asked for again by itself; what was known of it stays")

/* By OneFeedAnswer. */
static const struct {
  const char *text;
  const char *mend;
  gboolean may_pass;
} answers[ONE_N_FEED_ANSWERS] = {
  [ONE_FEED_NEVER] = { N_ ("it was not asked for yet"), NULL, FALSE },
  [ONE_FEED_NEW] = { N_ ("the calendar came"), NULL, FALSE },
  [ONE_FEED_SAME] = { N_ ("the calendar is as before"), NULL, FALSE },
  [ONE_FEED_UNREACHABLE] = { N_ ("its server cannot be reached"),
                             N_ ("see that this machine is online, and that the server's name in "
                                 "the address is right"),
                             TRUE },
  [ONE_FEED_SLOW] = { N_ ("its server is too slow, and was given up"), LATER, TRUE },
  [ONE_FEED_BUSY] = { N_ ("its server is busy or fails"), LATER, TRUE },
  [ONE_FEED_PROXY] = { N_ ("the proxy does not lead to its server"),
                       N_ ("see that https_proxy is right in your session and in that of systemd: "
                           "'systemctl --user show-environment'"),
                       TRUE },
  [ONE_FEED_CUT] = { N_ ("it broke off before all of the calendar had come"), LATER, TRUE },
  [ONE_FEED_CERTIFICATE] = { N_ ("the certificate of its server is not valid, or nobody that is "
                                 "trusted here has signed it"),
                             N_ ("see that the clock is right and the package ca-certificates up "
                                 "to date; for an authority of your own, see oned-fetch(1)"),
                             FALSE },
  [ONE_FEED_INSECURE] = { N_ ("no secure connection to its server could be made"), NEW_ADDRESS,
                          TRUE },
  [ONE_FEED_REDIRECTS] = { N_ ("its server sends on and on, more than five times"), NEW_ADDRESS,
                           FALSE },
  [ONE_FEED_PLAIN] = { N_ ("its server sends on to an address that is not https"), NEW_ADDRESS,
                       FALSE },
  [ONE_FEED_LOGIN] = { N_ ("its server wants a login, or does not allow it"), NEW_ADDRESS, FALSE },
  [ONE_FEED_PAGE] = { N_ ("a web page came in place of a calendar, such as one to log in"),
                      NEW_ADDRESS, FALSE },
  [ONE_FEED_NOT_FOUND] = { N_ ("its server has no calendar at this address, or no longer"),
                           NEW_ADDRESS, FALSE },
  [ONE_FEED_NO_CALENDAR] = { N_ ("what came is no calendar"), NEW_ADDRESS, FALSE },
  [ONE_FEED_LARGE] = { N_ ("the calendar is larger than 48 MB, which is not kept"),
                       N_ ("subscribe to a calendar with less in it, such as one without the past"),
                       FALSE },
  [ONE_FEED_STRANGE] = { N_ ("its server gave an answer that means nothing here"), NEW_ADDRESS,
                         FALSE },
  [ONE_FEED_ADDRESS] = { N_ ("its address cannot be read, or is none that begins with https or "
                             "webcal"),
                         NEW_ADDRESS, FALSE },
  [ONE_FEED_DISK] = { N_ ("the calendar came, but could not be written"),
                      N_ ("make room on the disk, and see that oned's data folder can be written "
                          "to"),
                      FALSE },
};

gboolean
one_feed_answer_is_good (OneFeedAnswer answer)
{
  return answer == ONE_FEED_NEW || answer == ONE_FEED_SAME;
}

gboolean
one_feed_answer_may_pass (OneFeedAnswer answer)
{
  g_return_val_if_fail (answer < ONE_N_FEED_ANSWERS, FALSE);
  return answers[answer].may_pass;
}

const char *
one_feed_answer_get_text (OneFeedAnswer answer)
{
  g_return_val_if_fail (answer < ONE_N_FEED_ANSWERS, "");
  return answers[answer].text;
}

const char *
one_feed_answer_get_mend (OneFeedAnswer answer)
{
  g_return_val_if_fail (answer < ONE_N_FEED_ANSWERS, NULL);
  return answers[answer].mend;
}
