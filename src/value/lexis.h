/* Lexis: what a language makes its numbers of. */
#ifndef VIA_VALUE_LEXIS_H
#define VIA_VALUE_LEXIS_H

#include "value/figures.h"
#include "value/value_words.h"

/* What a word does in a number: the first classes of words, in this order. The data
 * files name them, and values-any.tsv says what they mean. */
enum via_role {
    VIA_ROLE_NONE,
    VIA_ROLE_UNIT,
    VIA_ROLE_FIRST,
    VIA_ROLE_LAST,
    VIA_ROLE_TEEN,
    VIA_ROLE_TEN,
    VIA_ROLE_SCALE,
    VIA_ROLE_LARGE,
    VIA_ROLE_TIMES,
    VIA_ROLE_PART,
    VIA_ROLE_HALF,
    VIA_ROLE_LINK,
    VIA_ROLE_JOIN,
    VIA_ROLE_STOP,
    VIA_ROLE_N
};

/* A part is told in hundredths: half is 50. */
#define VIA_PART_EXPONENT (-2)

typedef struct via_lexis {
    via_value_words *words;
    via_marks marks;
    bool is_apart;   /* spaces stand between words */
    bool needs_link; /* a lone unit behind hundreds needs a link: ba trăm linh năm */
    bool is_positional; /* units in a row are figures: 二〇二四 */
    bool is_loose;      /* spaces may stand anywhere in a rule: 7 月 18 日 */
    bool glues_figures; /* figures behind a scale are added to it: 1万2000 */
} via_lexis;

#endif
