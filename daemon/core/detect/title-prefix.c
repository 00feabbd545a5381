/* SPDX-License-Identifier: MIT */
#include "core/detect/title-prefix.h"

#include <string.h>

#define MAX_PREFIX 64 /* bytes */
#define MAX_PREFIXES 8

/* Words of Outlook, Exchange and their like, before ": ". */
static const char cancelled_words[] =
    "canceled|cancelled|canceled event|cancelled event|canceled meeting|cancelled meeting"
    "|abgesagt|storniert|absage|termin abgesagt"
    "|annulé|annulée|réunion annulée"
    "|cancelado|cancelada|anulado|anulada|reunión cancelada|reunião cancelada"
    "|annullato|annullata|riunione annullata|cancellato|cancellata"
    "|geannuleerd|afgelast|vergadering geannuleerd"
    "|annulleret|aflyst|inställt|inställd|avbokat|avbokad|avlyst|kansellert|aflýst"
    "|peruutettu|peruttu|tühistatud|atcelts|atcelta|atšaukta|atšauktas"
    "|odwołane|odwołano|odwołany|anulowane|anulowano"
    "|zrušeno|zrušená|zrušené|zrušena"
    "|lemondva|lemondott|törölve|visszavonva|anulat|anulată"
    "|otkazano|odpovedano|preklicano|отказано|откажано"
    "|отменено|отменена|отменен|отмена|скасовано|відмінено|отменено събрание"
    "|ακυρώθηκε|ακυρωμένο|ακυρωμένη|ακύρωση"
    "|iptal edildi|i\xcc\x87ptal edildi|iptal|i\xcc\x87ptal"
    "|cancel·lat|cancel·lada|s'ha cancel·lat|bertan behera utzita"
    "|dibatalkan|đã hủy|đã huỷ|ยกเลิก|ยกเลิกแล้ว|रद्द|रद्द किया गया"
    "|キャンセル済み|キャンセル|取り消し済み|取り消し|取消|中止"
    "|已取消|取消的会议|취소됨|취소|취소된 모임"
    "|בוטל|בוטלה|מבוטל|מבוטלת|ملغى|ملغاة|تم الإلغاء|تم إلغاء|إلغاء|لغو شده";

/* Answers, invitations, forwarded and other mail, and what gateways mark: no part of a title. */
static const char other_words[] =
    "accepted|tentative|tentatively accepted|declined|following|new time proposed"
    "|updated|updated invitation|invitation|reminder|meeting forward notification"
    "|angenommen|zugesagt|mit vorbehalt|unter vorbehalt|vorläufig|vorläufig zugesagt|abgelehnt"
    "|aktualisiert|einladung|aktualisierte einladung|neuer zeitvorschlag|erinnerung"
    "|accepté|acceptée|provisoire|provisoirement accepté|refusé|refusée|mis à jour|mise à jour"
    "|nouvelle heure proposée|aceptado|aceptada|provisional|rechazado|rechazada|actualizado"
    "|actualizada|invitación|nueva hora propuesta|accettato|accettata|provvisorio|provvisoria"
    "|rifiutato|rifiutata|aggiornato|aggiornata|invito|aceito|aceite|aceita|provisório|provisória"
    "|recusado|recusada|atualizado|atualizada|convite|geaccepteerd|voorlopig|voorlopig geaccepteerd"
    "|geweigerd|afgewezen|bijgewerkt|uitnodiging|accepteret|foreløbig|foreløbigt|afvist"
    "|accepterat|accepterad|preliminärt|preliminär|preliminärt accepterad|avböjt|avböjd|nekat"
    "|godtatt|akseptert|foreløpig|avslått|hyväksytty|alustava|alustavasti hyväksytty|hylätty"
    "|zaakceptowane|zaakceptowano|wstępnie|wstępnie zaakceptowane|niepewne|odrzucone|odrzucono"
    "|přijato|nezávazně|nezávazně přijato|odmítnuto|elfogadva|feltételes|feltételesen elfogadva"
    "|elutasítva|acceptat|provizoriu|refuzat|принято|под вопросом|отклонено|прийнято|відхилено"
    "|αποδοχή|δοκιμαστικά|απόρριψη|kabul edildi|belirsiz|reddedildi"
    "|承諾|承諾済み|承認済み|仮承諾|仮の予定|辞退|已接受|暂定|暫定|已拒绝|已拒絕|已谢绝|수락됨|"
    "수락|미정|임시|거절됨|거절"
    "|re|fw|fwd|aw|wg|tr|rv|res|enc|sv|vs|vl|vb|odp|pd|antw|doorst|rif|ynt|ilt|i\xcc\x87lt|απ|πρθ"
    "|回复|答复|转发|回覆|轉寄|轉寄郵件|返信|転送"
    "|external|ext|extern|externe|externo|externa|esterno|external email|external mail"
    "|external sender|external message|caution|spam|suspected spam";

static char *
fold (const char *text, gsize length)
{
  g_autofree char *normal = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *folded = normal ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return g_strdup (g_strstrip (folded));
}

static void
add_words (GHashTable *table, const char *words, gboolean cancels)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  for (guint i = 0; all[i]; i++)
    g_hash_table_insert (table, fold (all[i], strlen (all[i])), GINT_TO_POINTER (cancels + 1));
}

/* Folded char* -> 1, or 2 if the word cancels. */
static GHashTable *
get_words (void)
{
  static GHashTable *table;

  if (g_once_init_enter (&table)) {
    GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    add_words (made, other_words, FALSE);
    add_words (made, cancelled_words, TRUE);
    g_once_init_leave (&table, made);
  }
  return table;
}

/* Whether words end here, with the length of what ends them: a colon, as wide as a letter in the
 * East; before a blank a hyphen or a dash, where no colon is usual. */
static gsize
separator_length (const char *p, const char *begin)
{
  if (*p == ':')
    return 1;
  if (g_str_has_prefix (p, "："))
    return strlen ("：");
  if (p == begin || p[-1] != ' ')
    return 0;
  if (g_str_has_prefix (p, "- "))
    return 2;
  return g_str_has_prefix (p, "– ") || g_str_has_prefix (p, "— ") ? strlen ("– ") : 0;
}

/* The words in "words: …", or in "[words] …" and "(words) …". FALSE if it begins with neither. */
static gboolean
find_words (const char *title, const char **begin, gsize *length, const char **rest)
{
  static const char open[] = "[({*", close[] = "])}*";
  const char *bracket = *title ? strchr (open, *title) : NULL;
  char end = bracket ? close[bracket - open] : '\0';

  *begin = title + (bracket ? strspn (title, "[({*") : 0);
  for (const char *p = *begin; *p && p - *begin < MAX_PREFIX; p++) {
    gsize separator =
        bracket ? strspn (p, (const char[]){ end, '\0' }) : separator_length (p, *begin);

    if (separator == 0)
      continue;
    *length = (gsize) (p - *begin);
    *rest = p + separator;
    *rest += strspn (*rest, bracket ? " \t:-" : " \t");
    return TRUE;
  }
  return FALSE;
}

/* 0, or what the table has for the words: with "Re[2]" as for "Re". */
static int
words_find (const char *begin, gsize length)
{
  g_autofree char *folded = fold (begin, length);
  gsize plain = strcspn (folded, "[(");
  int found = GPOINTER_TO_INT (g_hash_table_lookup (get_words (), folded));

  if (found != 0 || plain == 0 || !folded[plain] || !g_ascii_isdigit (folded[plain + 1]))
    return found;
  folded[plain] = '\0';
  return GPOINTER_TO_INT (g_hash_table_lookup (get_words (), g_strchomp (folded)));
}

const char *
one_title_prefix_skip (const char *title, gboolean *cancels)
{
  const char *rest = title;

  if (cancels)
    *cancels = FALSE;
  for (guint i = 0; i < MAX_PREFIXES; i++) {
    const char *begin, *after;
    gsize length;
    int found = find_words (rest, &begin, &length, &after) ? words_find (begin, length) : 0;

    if (found == 0)
      break;
    if (cancels)
      *cancels |= found == 2;
    rest = after;
  }
  return *rest ? rest : title;
}

gboolean
one_title_prefix_cancels (const OneEvent *event)
{
  gboolean cancels;

  one_title_prefix_skip (event->summary, &cancels);
  return event->cancelled || (cancels && event->shows_free);
}
