/* Stem: what of an English word its forms have in common. */
#ifndef VIA_TOKEN_STEM_H
#define VIA_TOKEN_STEM_H

#include "vialign.h"

/* Cuts the ending off a word in lower case; returns how many bytes are left. May
 * change what is left. */
size_t via_stem_english(char *word, size_t n_bytes);

#endif
