/* Lexicon learning: from trusted beads to a lexicon. */
#include "evidence/lexicon_learn.h"

#include "base/status.h"
#include "evidence/cooccur.h"
#include "evidence/ibm1.h"
#include "evidence/lexicon_merge.h"
#include "evidence/parallel_text.h"

#include <stdlib.h>

via_status via_lexicon_learn(const via_lexicon_text *texts, size_t n_texts,
                             const via_lexicon *prior, double prior_scale,
                             size_t n_workers, via_lexicon **out, via_error *err)
{
    via_parallel_text text = {0};
    via_lexicon_before before = {0};
    via_lexicon *lexicon = calloc(1, sizeof *lexicon);

    *out = NULL;
    if (!lexicon)
        return via_fail_memory(err);
    lexicon->ids[0] = via_intern_new();
    lexicon->ids[1] = via_intern_new();
    via_status st = lexicon->ids[0] && lexicon->ids[1]
                        ? via_parallel_text_init(&text, texts, n_texts, lexicon, err)
                        : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_cooccur_find(&text, n_workers, lexicon, err);
    if (st == VIA_OK)
        st = via_lexicon_merge(lexicon, prior, prior_scale, &before, err);
    if (st == VIA_OK)
        st = via_ibm1_learn(&text, &before, n_workers, lexicon, err);
    via_parallel_text_clear(&text);
    via_lexicon_before_clear(&before);
    if (st != VIA_OK) {
        via_lexicon_free(lexicon);
        return st;
    }
    *out = lexicon;
    return VIA_OK;
}
