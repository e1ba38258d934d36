/* Languages of a batch: which of them are aligned with which. */
#ifndef VIA_BATCH_LANGS_H
#define VIA_BATCH_LANGS_H

#include "base/buffer.h"
#include "corpus/corpus.h"

typedef struct via_lang_pair {
    size_t src, tgt; /* language numbers of the corpus */
} via_lang_pair;

/* Appends the pairs of a list such as "vi-ja,en-ja" to `out`, as via_lang_pair. A
 * language that no document has is a failure. */
via_status via_lang_pairs_parse(const char *list, const via_corpus *corpus,
                                via_buffer *out, via_error *err);

/* Appends all pairs of the languages of the corpus, in the order in which memories
 * are made: Vietnamese first, then English, then the others by code. */
void via_lang_pairs_all(const via_corpus *corpus, via_buffer *out);

/* Returns whether the article has both languages. */
bool via_lang_pair_is_there(via_lang_pair pair, const via_article *article);

/* Returns whether the article is aligned in these languages when nobody says which:
 * Vietnamese with every other, where there is none English with the others, where
 * there is none either all with all. */
bool via_lang_pair_is_natural(const via_corpus *corpus, via_lang_pair pair,
                              const via_article *article);

/* Compares two codes by that order, as strcmp() does. */
int via_lang_compare(const char *a, const char *b);

#endif
