/* SPDX-License-Identifier: MIT */
#include "tests/fakes/cards.h"

#include <string.h>

#define KEPT 3
#define BUTTONS 3

typedef struct {
  guint id;
  char *program; /* (owned) by what it is counted */
  char *summary; /* (owned) */
  char *body;    /* (owned) */
  char **keys;   /* (owned) of the buttons, as they are shown */
  gboolean clickable;
  gboolean banner;
} Card;

static GPtrArray *cards; /* (owned) of Card, oldest first; NULL for none yet */

static const char *const words_known[] = {
  "drops-low",     "keeps-three",  "keeps-buttons", "shows-default",
  "swallows-next", "throws-empty", "says-two",
};

guint
cards_parse (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, ",", -1);
  guint habits = 0;

  for (guint i = 0; list[i]; i++)
    for (guint bit = 0; bit < G_N_ELEMENTS (words_known); bit++)
      if (g_str_equal (list[i], words_known[bit]))
        habits |= 1u << bit;
  return habits;
}

static void
card_free (gpointer data)
{
  Card *card = data;

  g_free (card->program);
  g_free (card->summary);
  g_free (card->body);
  g_strfreev (card->keys);
  g_free (card);
}

static Card *
find (guint id)
{
  for (guint i = 0; cards && i < cards->len; i++)
    if (((Card *) cards->pdata[i])->id == id)
      return cards->pdata[i];
  return NULL;
}

static Card *
add (guint id)
{
  Card *card = g_new0 (Card, 1);

  if (!cards)
    cards = g_ptr_array_new_with_free_func (card_free);
  card->id = id;
  g_ptr_array_add (cards, card);
  return card;
}

static char **
pick_buttons (guint habits, char **actions)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; actions[i] && actions[i + 1]; i += 2) {
    gboolean is_default = g_str_equal (actions[i], "default");

    if (is_default && habits & CARD_SWALLOWS_NEXT && actions[i + 2])
      i += 2;
    if (!is_default || habits & CARD_SHOWS_DEFAULT)
      g_ptr_array_add (keys, g_strdup (actions[i]));
  }
  if (habits & CARD_SHOWS_DEFAULT && keys->len > BUTTONS)
    g_ptr_array_insert (keys, 0, g_strdup ("…"));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_steal (keys, NULL);
}

static guint
push_out (const Card *newest)
{
  guint count = 0, oldest = 0;

  for (guint i = cards->len; i-- > 0;) {
    const Card *card = cards->pdata[i];

    if (!g_str_equal (card->program, newest->program))
      continue;
    count++;
    oldest = card->id;
  }
  return count > KEPT ? oldest : 0;
}

static void
set_program (Card *card, const char *app, GVariant *hints)
{
  const char *entry;

  card->program = g_strdup (g_variant_lookup (hints, "desktop-entry", "&s", &entry) ? entry : app);
}

gboolean
cards_put (guint habits, guint id, GVariant *call, guint *pushed)
{
  const char *app, *summary, *body;
  g_auto (GStrv) actions = NULL;
  g_autoptr (GVariant) hints = NULL;
  guchar urgency = 1;
  Card *card = find (id);
  gboolean is_new = card == NULL;

  g_variant_get (call, "(&su&s&s&s^as@a{sv}i)", &app, NULL, NULL, &summary, &body, &actions, &hints,
                 NULL);
  *pushed = 0;
  if (!is_new && !*body && habits & CARD_THROWS_EMPTY)
    return FALSE;
  if (is_new) {
    card = add (id);
    set_program (card, app, hints);
  }
  g_variant_lookup (hints, "urgency", "y", &urgency);
  card->banner = urgency > 0 || !(habits & CARD_DROPS_LOW);
  g_free (card->summary);
  card->summary = g_strdup (summary);
  g_free (card->body);
  card->body = g_strdup (body);
  if (is_new || !(habits & CARD_KEEPS_BUTTONS)) {
    g_strfreev (card->keys);
    card->keys = pick_buttons (habits, actions);
    card->clickable = g_strv_contains ((const char *const *) actions, "default");
  }
  if (habits & CARD_KEEPS_THREE)
    *pushed = push_out (card);
  return TRUE;
}

gboolean
cards_drop (guint id)
{
  Card *card = find (id);

  return card && g_ptr_array_remove (cards, card);
}

gboolean
cards_has_button (guint id, const char *key)
{
  const Card *card = find (id);

  if (!card)
    return FALSE;
  return g_strv_contains ((const char *const *) card->keys, key)
         || (card->clickable && g_str_equal (key, "default"));
}

GVariant *
cards_list (void)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; cards && i < cards->len; i++) {
    const Card *card = cards->pdata[i];

    g_variant_builder_add_parsed (
        &builder,
        "{'id': <%u>, 'summary': <%s>, 'body': <%s>, 'program': <%s>, 'banner': <%b>,"
        " 'buttons': <%^as>}",
        card->id, card->summary, card->body, card->program, card->banner, card->keys);
  }
  return g_variant_builder_end (&builder);
}

guint
cards_get_any (void)
{
  return cards && cards->len > 0 ? ((Card *) cards->pdata[0])->id : 0;
}
