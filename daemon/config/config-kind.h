/* SPDX-License-Identifier: MIT */
/* What each kind of value is, and how it comes into the settings. */
#pragma once

#include "config/config.h"

/* FALSE if the text is no value of this kind. Lists are not set here. */
gboolean one_config_kind_set (OneSettings *settings, const OneConfigKey *key, const char *text);

gboolean one_config_kind_is_list (OneConfigKind kind);

/* Whether it can be set for one person, too. */
gboolean one_config_kind_is_personal (OneConfigKind kind);

/* What a value has to be, for errors. */
const char *one_config_kind_describe (OneConfigKind kind);
