/* Name tables: what names are found, read and compared with. */
#ifndef VIA_EVIDENCE_NAME_TABLES_H
#define VIA_EVIDENCE_NAME_TABLES_H

#include "evidence/names.h"
#include "evidence/word_roles.h"

/* What it costs to leave out a part of a name, in hundredths of a nat: given names are
 * left out in about a third of cases. */
#define VIA_PART_COST VIA_CENTINAT

/* Of what is taken for heard, so much must really be, in percent: among places in Thai
 * that score high with less, few are right. */
#define VIA_HEARD_PERCENT 55

/* Where names stand in Thai, against places that were like them by chance, in Thai news
 * beside three languages: a space before it in 45 of 100 against 13, behind it in 51
 * against 10, the mark of silence in 36 against 8. In hundredths of a nat. */
#define VIA_GAP_BEGIN_GAIN    120
#define VIA_NO_GAP_BEGIN_GAIN (-45)
#define VIA_GAP_END_GAIN      160
#define VIA_NO_GAP_END_GAIN   (-60)
#define VIA_SILENCE_GAIN      140
#define VIA_NO_SILENCE_GAIN   (-35)

/* With all of these marks, with the best one, and with none. */
#define VIA_MARKED_GAIN_MAX (VIA_GAP_BEGIN_GAIN + VIA_GAP_END_GAIN + VIA_SILENCE_GAIN)
#define VIA_MARKED_ONCE_GAIN                                                           \
    (VIA_NO_GAP_BEGIN_GAIN + VIA_GAP_END_GAIN + VIA_NO_SILENCE_GAIN)
#define VIA_UNMARKED_GAIN                                                              \
    (VIA_NO_GAP_BEGIN_GAIN + VIA_NO_GAP_END_GAIN + VIA_NO_SILENCE_GAIN)

struct via_names {
    via_sounds sounds;
    via_spelling *vietnamese, *latin, *katakana, *thai;
    via_word_roles *roles;
};

/* Returns whether all words of `text[begin, end)` are Vietnamese syllables. */
bool via_names_are_syllables(const via_names *names, const char *text, size_t begin,
                             size_t end);

#endif
