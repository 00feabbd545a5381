/* SPDX-License-Identifier: MIT */
/* Mail addresses: people are told apart by them. Calendars, and people who type, write the same
 * address in many ways: "MAILTO:Ada@X.example", "Ada <ada@x.example>", "o%27brien@x.example". */
#pragma once

#include <glib.h>

/* Finds the address in the text and writes it in the one way in which addresses are compared: RFC
 * 5322 3.4.1, in lower case, decoded (RFC 6068 2), without a scheme, a name and signs around it;
 * the local part in quotes only where it needs them. "" if there is none, or it is longer than RFC
 * 5321 allows. (transfer full) */
char *one_mail_address_parse (const char *text);
