/* Match: the documents of two languages, laid side by side. */
#include "match/match.h"

#include <stdlib.h>

/* Rounds of learning from what the round before was sure of. */
#define N_LESSONS 2

/* What is less sure is of no use for learning, nor to the user who asks for more. */
#define TEACH_MIN 0.01

/* What one round goes by. */
struct round {
    const double *weights; /* by trait */
    const via_glosses *glosses;
    double log_ratio; /* renewed from what was found */
};

static via_status do_round(via_sketch_set src, via_sketch_set tgt,
                           const via_match_rules *rules, struct round *round,
                           size_t n_workers, via_partners **out, size_t *n_out,
                           via_error *err)
{
    via_index *index = NULL;
    via_couple *candidates = NULL;
    size_t n_candidates = 0;
    via_status st = via_index_new(src.sketches, src.n_docs, tgt.sketches, tgt.n_docs,
                                  round->glosses, &index, err);

    if (st == VIA_OK)
        st = via_couples_find(index, n_workers, &candidates, &n_candidates, err);
    if (st == VIA_OK)
        st = via_couples_score(index, round->weights, round->log_ratio, candidates,
                               n_candidates, n_workers, err);
    if (st == VIA_OK)
        st = via_partners_choose(index, candidates, n_candidates, TEACH_MIN,
                                 rules->are_many, out, n_out, err);
    if (st == VIA_OK)
        st = via_lessons_ratio(index, *out, *n_out, &round->log_ratio, err);
    free(candidates);
    via_index_free(index);
    return st;
}

static size_t keep_sure(via_partners *partners, size_t n_partners,
                        double min_confidence)
{
    size_t n_kept = 0;

    for (size_t p = 0; p < n_partners; p++) {
        if (partners[p].confidence >= min_confidence)
            partners[n_kept++] = partners[p];
    }
    return n_kept;
}

via_status via_match_docs(via_sketch_set src, via_sketch_set tgt,
                          const via_match_rules *rules, const via_lessons *lessons,
                          const via_glosses *glosses, via_partners **out, size_t *n_out,
                          via_error *err)
{
    via_trait_weights weights;
    struct round round = {weights.first, glosses, 0.0};
    via_glosses *learned = NULL;
    via_lessons school = *lessons;

    school.sketches[0] = src.sketches;
    school.sketches[1] = tgt.sketches;
    *out = NULL;
    *n_out = 0;
    via_status st = via_trait_weights_load(&weights, err);
    if (st == VIA_OK)
        st = do_round(src, tgt, rules, &round, lessons->n_workers, out, n_out, err);
    for (int i = 0; st == VIA_OK && i < N_LESSONS; i++) {
        via_glosses *more = NULL;

        st = via_lessons_learn(&school, *out, *n_out, &more, err);
        if (st != VIA_OK || !more)
            break;
        via_glosses_free(learned);
        round.glosses = learned = more;
        round.weights = weights.taught;
        free(*out);
        *out = NULL;
        st = do_round(src, tgt, rules, &round, lessons->n_workers, out, n_out, err);
    }
    via_glosses_free(learned);
    if (st == VIA_OK)
        *n_out = keep_sure(*out, *n_out, rules->min_confidence);
    if (st != VIA_OK) {
        free(*out);
        *out = NULL;
        *n_out = 0;
    }
    return st;
}
