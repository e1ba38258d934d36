/* Terms: countries, places, money, months, offices and common words of news. */
#ifndef VIA_TERM_TERMS_H
#define VIA_TERM_TERMS_H

#include "mention/mention.h"

/* What one language calls the terms that we know. Read-only once made, shared by any
 * number of threads. */
typedef struct via_terms via_terms;

/* Gathers the names of a language from CLDR and from the tables `places.tsv` and
 * `terms.tsv`. A language of which nothing is known has no terms. */
via_status via_terms_new(const char *lang, via_terms **out, via_error *err);
void via_terms_free(via_terms *terms);

/* Finds the terms in `text[begin, end)`, valid UTF-8 in NFC, which is looked at
 * nowhere else. Tells them in text order, none inside another, as VIA_MENTION_TERM
 * with an id for a value: "region/KR" for Hàn Quốc, 韓国, เกาหลีใต้ and South Korea.
 * Returns false if `fn` did. */
bool via_terms_find(const via_terms *terms, const char *text, size_t begin, size_t end,
                    via_mention_fn *fn, void *data);

#endif
