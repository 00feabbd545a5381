/* SPDX-License-Identifier: MIT */
/* The connection to oned. It is made at the first call; oned is started by the bus if it does not
 * run. A failure to reach oned becomes one sentence that says what to do, and keeps the code by
 * which one_error_exit_status answers 4. */
#pragma once

#include <gio/gio.h>

typedef struct {
  GDBusConnection *bus; /* (owned) NULL before the first call */
  gboolean asleep;      /* let a oned that does not run sleep: it is not started by a call */
} OneClient;

/* A method of whatever program on the bus. */
typedef struct {
  const char *name, *path, *interface, *method;
  const char *reply; /* the type of the answer, a tuple */
  guint seconds;     /* how long it is waited for */
} OneCall;

OneClient *one_client_new (void);
void one_client_free (OneClient *client);

/* NULL with `error` set, or the connection, lent. */
GDBusConnection *one_client_get_bus (OneClient *client, GError **error);

/* One call, waited for. `arguments` is sunk; `reply` is the type of the answer, a tuple. The answer
 * is given, and clean (ctl/bus/sanitize.h). */
GVariant *one_client_call (OneClient *client, const char *method, GVariant *arguments,
                           const char *reply, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a method that answers with one list of records, or one record: given, without its
 * tuple. */
GVariant *one_client_list (OneClient *client, const char *method, GVariant *arguments,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *one_client_get (OneClient *client, const char *method, GVariant *arguments,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Hands an open file over; `said` (may be NULL, transfer full) is what a method that answers with a
 * text said. The caller keeps the file. */
gboolean one_client_give_file (OneClient *client, const char *method, int fd, char **said,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Every property, as one record. */
GVariant *one_client_get_properties (OneClient *client, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for any program, which the bus starts if it can: an error is given as one clause,
 * without the mend for oned. */
GVariant *one_client_ask (OneClient *client, const OneCall *call, GVariant *arguments,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_client_has_owner (OneClient *client, const char *name);
/* Whether the bus would start a program for that name. */
gboolean one_client_can_start (OneClient *client, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneClient, one_client_free)
