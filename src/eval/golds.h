/* Gold list: the documents of a folder for which somebody knows the answer. */
#ifndef VIA_EVAL_GOLDS_H
#define VIA_EVAL_GOLDS_H

#include "vialign.h"

/* "news.7.vi-ja": the document "news.7", the pair "vi-ja". */
typedef struct via_gold {
    const char *name; /* of the file, without its ending */
    const char *lang_pair;
    const char *doc, *src_lang, *tgt_lang;
} via_gold;

typedef struct via_golds via_golds;

/* Lists the files of `folder` that end in `ending`, by pair of languages and then by
 * name, bytewise; those of one pair only, unless `lang_pair` is NULL. Having none is
 * a failure. */
via_status via_golds_list(const char *folder, const char *ending, const char *lang_pair,
                          via_golds **out, via_error *err);
void via_golds_free(via_golds *golds);
size_t via_golds_count(const via_golds *golds);
const via_gold *via_golds_get(const via_golds *golds, size_t i);

#endif
