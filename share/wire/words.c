/* SPDX-License-Identifier: MIT */
#include "wire/words.h"

#define WORDS(name, Type, ...)                                                                     \
  static const char *const name##_words[] = { __VA_ARGS__ };                                       \
                                                                                                   \
  const char *one_words_format_##name (Type value)                                                 \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (name##_words), "");                        \
    return name##_words[value];                                                                    \
  }                                                                                                \
                                                                                                   \
  gboolean one_words_parse_##name (const char *word, Type *value)                                  \
  {                                                                                                \
    for (guint i = 0; i < G_N_ELEMENTS (name##_words); i++)                                        \
      if (g_strcmp0 (word, name##_words[i]) == 0) {                                                \
        *value = (Type) i;                                                                         \
        return TRUE;                                                                               \
      }                                                                                            \
    return FALSE;                                                                                  \
  }

/* clang-format off */
WORDS (role, OneRole, "manager", "report", "peer", "mentor", "skip-level")
WORDS (stage, OneStage, "prep", "start", "nudge")
WORDS (meeting_state, OneMeetingState, "planned", "held", "skipped", "cancelled", "declined")
WORDS (owner, OneOwner, "me", "them")
WORDS (state, OneState, "open", "done", "dropped")
WORDS (neglect, OneNeglectState, "", "fresh", "due", "overdue")
WORDS (rule, OneCategoryRule, "review", "update", "core", "backup", "points")
WORDS (subject, OneSubject, "", "answer", "backup", "catalogue", "config", "damage", "disk", "feed",
       "launch", "notifications", "pages", "reader", "reminders", "sources", "store", "zone")
WORDS (source_kind, OneSourceKind, "file", "folder", "evolution", "thunderbird", "korganizer", "orage",
       "radicale", "xandikos", "feed")
WORDS (feed_answer, OneFeedAnswer, "never", "new", "same", "unreachable", "slow", "busy", "proxy", "cut",
       "certificate", "insecure", "redirects", "plain", "login", "page", "not-found", "no-calendar", "large",
       "strange", "address", "disk")
/* clang-format on */
