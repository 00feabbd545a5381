/* SPDX-License-Identifier: MIT */
#include "bus/reply.h"

#include "bus/foreign-error.h"
#include "bus/object-data.h"

gboolean
one_reply_error (GDBusMethodInvocation *call, const GError *error)
{
  g_autoptr (GError) ours = one_foreign_error_translate (error);
  g_autofree char *name = g_dbus_error_encode_gerror (ours);

  /* The message may name people: it is for the caller alone. */
  g_debug ("%s is refused: %s", g_dbus_method_invocation_get_method_name (call), name);
  g_dbus_method_invocation_return_gerror (call, ours);
  return TRUE;
}

gboolean
one_reply_done (GDBusMethodInvocation *call)
{
  g_dbus_method_invocation_return_value (call, NULL);
  return TRUE;
}

gboolean
one_reply_text (GDBusMethodInvocation *call, const char *text, const GError *error)
{
  if (!text)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(s)", text));
  return TRUE;
}

gboolean
one_reply_values (GDBusMethodInvocation *call, GVariant *values)
{
  OneOned1 *object = ONE_ONED1 (g_dbus_method_invocation_get_user_data (call));

  one_sending_answer (one_object_data_get_sending (object), call, values);
  return TRUE;
}

gboolean
one_reply_list (GDBusMethodInvocation *call, const GPtrArray *values, OneRecordFunc pack,
                const GError *error)
{
  if (!values)
    return one_reply_error (call, error);
  return one_reply_values (call, g_variant_new ("(@aa{sv})", one_record_pack_list (values, pack)));
}

gboolean
one_reply_record (GDBusMethodInvocation *call, gconstpointer value, OneRecordFunc pack,
                  const GError *error)
{
  if (!value)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call,
                                         g_variant_new ("(@a{sv})", one_record_pack (value, pack)));
  return TRUE;
}
