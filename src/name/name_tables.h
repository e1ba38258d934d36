/* Name tables: what names are found, read and compared with. */
#ifndef VIA_NAME_NAME_TABLES_H
#define VIA_NAME_NAME_TABLES_H

#include "name/names.h"
#include "name/word_roles.h"

/* What it costs to leave out a part of a name, in hundredths of a nat: given names are
 * left out in about a third of cases. */
#define VIA_PART_COST VIA_CENTINAT

/* Between two names, to begin or end inside of a part: katakana may write names without
 * any border. */
#define VIA_INSIDE_COST (3 * VIA_CENTINAT)

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

struct via_names {
    via_sounds sounds;
    via_spelling *vietnamese, *latin, *katakana, *thai;
    via_word_roles *roles;
};

/* Returns whether a letter under the mark of silence stands in the sounds. */
bool via_sound_run_is_silent(const via_sounds *sounds, const via_sound_run *run,
                             size_t begin, size_t end);

/* Returns what there is to hear in the sounds [begin, end) of a reading; what may be
 * silent does not count. */
int via_reading_weight(const via_sounds *sounds, const via_reading *reading,
                       size_t begin, size_t end);

/* Returns whether all words of `text[begin, end)` are Vietnamese syllables. */
bool via_names_are_syllables(const via_names *names, const char *text, size_t begin,
                             size_t end);

#endif
