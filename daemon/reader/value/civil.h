/* SPDX-License-Identifier: MIT */
/* Days and dates of the Gregorian calendar, without zones. A day is counted from 1970-01-01. */
#pragma once

#include <glib.h>

#define ONE_DAY_SECONDS 86400

typedef struct {
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
} OneDate;

gint64 one_civil_day (int year, int month, int day);
OneDate one_civil_date (gint64 day);
gboolean one_civil_is_leap (int year);
int one_civil_month_length (int year, int month);
/* 0 is Sunday. */
int one_civil_weekday (gint64 day);
/* The day a wall clock shows; rounds down before 1970 too. */
gint64 one_civil_day_of (gint64 wall);
