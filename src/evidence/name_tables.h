/* Name tables: what names are found, read and compared with. */
#ifndef VIA_EVIDENCE_NAME_TABLES_H
#define VIA_EVIDENCE_NAME_TABLES_H

#include "evidence/names.h"
#include "evidence/word_roles.h"

struct via_names {
    via_sounds sounds;
    via_spelling *vietnamese, *latin, *katakana, *thai;
    via_word_roles *roles;
};

/* Returns whether all words of `text[begin, end)` are Vietnamese syllables. */
bool via_names_are_syllables(const via_names *names, const char *text, size_t begin,
                             size_t end);

#endif
