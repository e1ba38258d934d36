/* Mention: a number, date, name or term that a text speaks of, as a value. */
#ifndef VIA_MENTION_MENTION_H
#define VIA_MENTION_MENTION_H

#include "vialign.h"

enum via_mention_kind {
    VIA_MENTION_NUMBER,  /* plain decimal: "1506140000", "0.25", "-3" */
    VIA_MENTION_PERCENT, /* plain decimal, without the sign: "51.55" */
    VIA_MENTION_ORDINAL, /* plain integer: "14" */
    VIA_MENTION_DATE,    /* ISO 8601, as exact as the text: "2024-07-18", "2024-07",
                            "2024", "--07-18", "--07" */
    VIA_MENTION_TIME,    /* "20:30", "20:30:15" */
    VIA_MENTION_TERM,    /* "region/KR", "currency/USD", "month/7", "weekday/1" … */
    VIA_MENTION_NAME,    /* the surface as it is */
    VIA_MENTION_COPY,    /* the surface, folded */
    VIA_MENTION_N_KINDS
};

#define VIA_MENTION_VALUE_BYTES 96

typedef struct via_mention {
    enum via_mention_kind kind;
    size_t begin, end; /* bytes of the normalised text, half-open */
    char value[VIA_MENTION_VALUE_BYTES];
} via_mention;

/* Is told of each mention, in text order. Returns false to stop. */
typedef bool via_mention_fn(void *data, const via_mention *mention);

/* Returns "number", "percent" …; a constant. */
const char *via_mention_kind_name(enum via_mention_kind kind);

#endif
