/* SPDX-License-Identifier: MIT */
#include "fetch/verdict.h"

OneFeedAnswer
one_verdict_of_status (guint status)
{
  switch (status) {
  case 304:
    return ONE_FEED_SAME;
  case 401:
  case 403:
    return ONE_FEED_LOGIN;
  case 404:
  case 410:
    return ONE_FEED_NOT_FOUND;
  case 407:
    return ONE_FEED_PROXY;
  case 408:
    return ONE_FEED_SLOW;
  case 429:
    return ONE_FEED_BUSY;
  default:
    return status >= 500 && status < 600 ? ONE_FEED_BUSY : ONE_FEED_STRANGE;
  }
}

static OneFeedAnswer
of_code (CURLcode code)
{
  /* A table, as libcurl has a hundred codes, and more to come. */
  static const struct {
    CURLcode code;
    OneFeedAnswer answer;
  } known[] = {
    { CURLE_COULDNT_RESOLVE_HOST, ONE_FEED_UNREACHABLE },
    { CURLE_COULDNT_CONNECT, ONE_FEED_UNREACHABLE },
    { CURLE_COULDNT_RESOLVE_PROXY, ONE_FEED_PROXY },
    { CURLE_PROXY, ONE_FEED_PROXY },
    { CURLE_OPERATION_TIMEDOUT, ONE_FEED_SLOW },
    { CURLE_PEER_FAILED_VERIFICATION, ONE_FEED_CERTIFICATE },
    { CURLE_SSL_CACERT_BADFILE, ONE_FEED_CERTIFICATE },
    { CURLE_SSL_ISSUER_ERROR, ONE_FEED_CERTIFICATE },
    { CURLE_SSL_INVALIDCERTSTATUS, ONE_FEED_CERTIFICATE },
    { CURLE_SSL_CONNECT_ERROR, ONE_FEED_INSECURE },
    { CURLE_SSL_CIPHER, ONE_FEED_INSECURE },
    { CURLE_USE_SSL_FAILED, ONE_FEED_INSECURE },
    { CURLE_PARTIAL_FILE, ONE_FEED_CUT },
    { CURLE_GOT_NOTHING, ONE_FEED_CUT },
    { CURLE_RECV_ERROR, ONE_FEED_CUT },
    { CURLE_SEND_ERROR, ONE_FEED_CUT },
    { CURLE_HTTP2, ONE_FEED_CUT },
    { CURLE_HTTP2_STREAM, ONE_FEED_CUT },
    { CURLE_FILESIZE_EXCEEDED, ONE_FEED_LARGE },
    { CURLE_URL_MALFORMAT, ONE_FEED_ADDRESS },
    { CURLE_UNSUPPORTED_PROTOCOL, ONE_FEED_ADDRESS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].code == code)
      return known[i].answer;
  return ONE_FEED_STRANGE;
}

OneFeedAnswer
one_verdict_of_transfer (CURLcode code, guint status, guint through, const OneBody *body)
{
  if (status != 0 && status != 200)
    return one_verdict_of_status (status);
  if (one_body_is_refused (body) || code == CURLE_OK)
    return one_body_judge (body);
  if (status == 0 && through >= 300)
    return ONE_FEED_PROXY;
  return of_code (code);
}
