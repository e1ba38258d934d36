/* Syllables: Vietnamese spelling as sounds. */
#ifndef VIA_NAME_SYLLABLE_H
#define VIA_NAME_SYLLABLE_H

#include "name/sound_run.h"

/* Adds the sounds of one syllable: lower case without marks, but for đ. `is_plain`
 * says that the whole name has no marks, so that a d may be either letter. Returns
 * false, and adds nothing, if Vietnamese has no such syllable. */
bool via_syllable_read(const via_spelling *vietnamese, const char *letters,
                       size_t n_bytes, bool is_plain, via_sound_run *run);

#endif
