/* SPDX-License-Identifier: MIT */
#include "model/catalogue.h"

OnePrompt *
one_prompt_new (const char *id, const char *text)
{
  OnePrompt *prompt = g_new0 (OnePrompt, 1);

  prompt->id = g_strdup (id);
  prompt->text = g_strdup (text);
  return prompt;
}

OnePrompt *
one_prompt_dup (const OnePrompt *prompt)
{
  OnePrompt *copy = one_prompt_new (prompt->id, prompt->text);

  copy->soon = prompt->soon;
  return copy;
}

void
one_prompt_free (OnePrompt *prompt)
{
  g_free (prompt->id);
  g_free (prompt->text);
  g_free (prompt);
}

OneCategory *
one_category_new (const char *id, const char *title)
{
  OneCategory *category = g_new0 (OneCategory, 1);

  category->id = g_strdup (id);
  category->title = g_strdup (title);
  category->enabled = TRUE;
  category->prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) one_prompt_free);
  return category;
}

void
one_category_free (OneCategory *category)
{
  g_free (category->id);
  g_free (category->title);
  g_ptr_array_unref (category->prompts);
  g_free (category);
}

OneCatalogue *
one_catalogue_new (OneRole role)
{
  OneCatalogue *catalogue = g_new0 (OneCatalogue, 1);

  catalogue->role = role;
  catalogue->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) one_category_free);
  catalogue->points = g_strdup ("");
  return catalogue;
}

const OneCategory *
one_catalogue_find (const OneCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (catalogue->categories, i);

    if (g_str_equal (category->id, id))
      return category;
  }
  return NULL;
}

void
one_catalogue_free (OneCatalogue *catalogue)
{
  g_ptr_array_unref (catalogue->categories);
  g_free (catalogue->points);
  g_free (catalogue);
}
