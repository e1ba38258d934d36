/* Tones: Vietnamese words that are written in two ways.
 *
 * The mark of the tone stands on the first vowel of oa, oe and uy by the old rule (hòa,
 * khỏe, thủy) and on the second by the new one (hoà, khoẻ, thuỷ). Both are in use, even
 * in one text. */
#ifndef VIA_TEXT_TONES_H
#define VIA_TEXT_TONES_H

#include "base/buffer.h"
#include "vialign.h"

/* Moves the mark of two neighbouring small letters, in NFC, from the first to the
 * second, as by the new rule. Returns false if there is nothing to move. */
bool via_tone_move(int32_t *first, int32_t *second);

/* Appends a text with all its marks as by the other rule: new where they are old, old
 * where they are new and end their syllable. Returns whether it differs. */
bool via_tone_other(const char *text, via_buffer *out);

#endif
