/* Match: the documents of two languages, laid side by side. */
#ifndef VIA_MATCH_MATCH_H
#define VIA_MATCH_MATCH_H

#include "match/lessons.h"
#include "match/resemblance.h"

typedef struct via_match_rules {
    double min_confidence;
    bool are_many; /* a document may have any number of partners */
} via_match_rules;

/* The sketches of one language. */
typedef struct via_sketch_set {
    const via_sketch *sketches;
    size_t n_docs;
} via_sketch_set;

/* Finds which documents are translations of each other: first by what is the same in
 * all languages, then, where that found enough pairs, by what these teach. `lessons`
 * says how to load them again. `glosses`, unless NULL, are known from the start. `*out`
 * is freed with free(), ordered by source, then target; it does not depend on the
 * number of workers. */
via_status via_match_docs(via_sketch_set src, via_sketch_set tgt,
                          const via_match_rules *opt, const via_lessons *lessons,
                          const via_glosses *glosses, via_partners **out, size_t *n_out,
                          via_error *err);

#endif
