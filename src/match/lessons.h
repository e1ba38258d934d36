/* Lessons: what pairs of documents that are surely translations teach of the rest. */
#ifndef VIA_MATCH_LESSONS_H
#define VIA_MATCH_LESSONS_H

#include "match/glosses.h"
#include "match/partners.h"

/* Loads document number `doc` on side 0 (source) or 1, cut into segments; called by
 * any worker, and by each only once at a time. */
typedef via_status via_match_load_fn(void *data, int side, size_t doc, size_t worker,
                                     via_doc **out, via_error *err);

typedef struct via_lessons {
    const char *src_lang, *tgt_lang;
    via_match_load_fn *load;
    void *data;
    size_t n_workers;
    const via_sketch *sketches[2]; /* by side: of all documents; NULL if not known */
} via_lessons;

/* Aligns the surest of the partners and learns from them which tokens translate each
 * other. `*out` is NULL if there are too few to learn from, else freed with
 * via_glosses_free(). A document that cannot be loaded again teaches nothing. */
via_status via_lessons_learn(const via_lessons *lessons, const via_partners *partners,
                             size_t n_partners, via_glosses **out, via_error *err);

/* Sets `*log_ratio` to the usual ln of target size by source size among sure partners;
 * near 0 if they are few. */
via_status via_lessons_ratio(const via_index *index, const via_partners *partners,
                             size_t n_partners, double *log_ratio, via_error *err);

#endif
