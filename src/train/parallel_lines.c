/* Parallel lines: a lexicon learned from texts whose lines are translations. */
#include "train/parallel_lines.h"

#include "base/status.h"
#include "evidence/lexicon_learn.h"

#include <stdlib.h>

static via_status prepare(const via_aligner *aligner, via_pair pair, via_arena *arena,
                          via_lexicon_text *out, via_error *err)
{
    size_t n_src, n_tgt;

    via_doc_segments(pair.src, &n_src);
    via_doc_segments(pair.tgt, &n_tgt);
    if (n_src != n_tgt)
        return via_fail(err, VIA_E_FORMAT, "%s: expected as many lines as %s: %zu, not "
                        "%zu", via_doc_name(pair.tgt), via_doc_name(pair.src), n_src,
                        n_tgt);
    via_bead *beads = via_arena_array(arena, n_src, sizeof *beads);
    if (!beads)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_src; i++)
        beads[i] = (via_bead){i, i + 1, i, i + 1, 1.0, 0.0};
    out->beads = beads;
    out->n_beads = n_src;
    via_status st =
        via_side_new(pair.src, aligner->know.src_finder, arena, &out->src, err);
    if (st == VIA_OK)
        st = via_side_new(pair.tgt, aligner->know.tgt_finder, arena, &out->tgt, err);
    return st;
}

via_status via_parallel_lines_learn(const via_aligner *aligner, const via_pair *pairs,
                                    size_t n_pairs, size_t n_workers, via_lexicon **out,
                                    via_error *err)
{
    via_arena *arena = via_arena_new();
    via_lexicon_text *texts =
        arena ? via_arena_array(arena, n_pairs, sizeof *texts) : NULL;
    via_status st = texts ? VIA_OK : via_fail_memory(err);

    *out = NULL;
    for (size_t p = 0; st == VIA_OK && p < n_pairs; p++)
        st = prepare(aligner, pairs[p], arena, &texts[p], err);
    if (st == VIA_OK)
        st = via_lexicon_learn(texts, n_pairs, aligner->know.prior, n_workers, out, err);
    via_arena_free(arena);
    return st;
}
