/* SPDX-License-Identifier: MIT */
#include "bus/reply.h"

#include "bus/foreign.h"

gboolean
one_reply_error (GDBusMethodInvocation *call, const GError *error)
{
  g_dbus_method_invocation_take_error (call, one_foreign_translate (error));
  return TRUE;
}

gboolean
one_reply_list (GDBusMethodInvocation *call, const GPtrArray *values, OnePackFunc pack,
                const GError *error)
{
  if (!values)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call,
                                         g_variant_new ("(@aa{sv})", one_pack_all (values, pack)));
  return TRUE;
}

gboolean
one_reply_record (GDBusMethodInvocation *call, gconstpointer value, OnePackFunc pack,
                  const GError *error)
{
  if (!value)
    return one_reply_error (call, error);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(@a{sv})", pack (value)));
  return TRUE;
}
