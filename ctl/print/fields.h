/* SPDX-License-Identifier: MIT */
/* Tables of the records that onectl prints as JSON: which keys, in which order, of which kind. The
 * keys are those of the bus (org.oned.Oned1.xml). A key that the bus leaves out is printed, too,
 * with its kind's value for unknown. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_FIELD_TEXT,    /* unknown: null */
  ONE_FIELD_INSTANT, /* RFC 3339 with offset; unknown: null */
  ONE_FIELD_NUMBER,  /* u or d; unknown: null */
  ONE_FIELD_COUNT,   /* u; unknown: 0 */
  ONE_FIELD_BOOL,    /* unknown: false */
  ONE_FIELD_TEXTS,   /* unknown: [] */
  ONE_FIELD_RECORD,  /* unknown or empty: null */
  ONE_FIELD_RECORDS, /* unknown: [] */
} OneFieldKind;

typedef struct OneField {
  const char *key; /* NULL ends a table */
  OneFieldKind kind;
  const struct OneField *fields; /* of the record or records in it */
} OneField;

extern const OneField one_fields_meeting[];
extern const OneField one_fields_point[];
extern const OneField one_fields_action[];
extern const OneField one_fields_logged[];
extern const OneField one_fields_page[];
extern const OneField one_fields_agenda[];
extern const OneField one_fields_agenda_why[]; /* with the figures behind each item */
extern const OneField one_fields_person[];
extern const OneField one_fields_coverage[];
extern const OneField one_fields_category[];
extern const OneField one_fields_chronicle[];
extern const OneField one_fields_event[];
extern const OneField one_fields_trouble[];
extern const OneField one_fields_status[];
extern const OneField one_fields_check[];        /* made by onectl, not from the bus */
extern const OneField one_fields_subscription[]; /* likewise */
extern const OneField one_fields_written[];      /* notes and search hits */
