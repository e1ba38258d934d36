/* Thai letters: Thai spelling as sounds, for names and for whole segments. */
#ifndef VIA_NAME_THAI_LETTERS_H
#define VIA_NAME_THAI_LETTERS_H

#include "name/sound_run.h"

/* Every Thai letter takes so much in UTF-8, and gives no more sounds than this, taken
 * together with its neighbours. */
#define VIA_THAI_LETTER_BYTES      3
#define VIA_THAI_SOUNDS_PER_LETTER 4

/* Adds the sounds of `text[begin, end)`, valid UTF-8. Spaces and hyphens are passed
 * over; what is not Thai is a border. The sounds of a syllable that begins with its
 * vowel all begin where that stands, so that begins never fall. */
void via_thai_read(const via_spelling *thai, const char *text, size_t begin, size_t end,
                   via_sound_run *run);

#endif
