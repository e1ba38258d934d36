/* Tally: what was counted and how long it took. */
#include "batch/tally.h"

#include <time.h>

static size_t clamp(size_t n_segs)
{
    return n_segs < VIA_TALLY_SIDE_MAX ? n_segs : VIA_TALLY_SIDE_MAX;
}

static size_t n_held(size_t begin, size_t end, size_t skip)
{
    return end - begin - (skip != 0);
}

void via_tally_pair(via_tally *tally, via_pair pair, const via_ladder *ladder,
                    double min_confidence)
{
    size_t n_segs;

    tally->n_pairs++;
    tally->n_beads += ladder->n_beads;
    via_doc_segments(pair.src, &n_segs);
    tally->n_src_segs += n_segs;
    via_doc_segments(pair.tgt, &n_segs);
    tally->n_tgt_segs += n_segs;
    tally->n_units += via_tm_count_units(pair, ladder, min_confidence);
    for (size_t i = 0; i < ladder->n_beads; i++) {
        const via_bead *bead = &ladder->beads[i];

        tally->n_beads_by_type
            [clamp(n_held(bead->src_begin, bead->src_end, bead->src_skip))]
            [clamp(n_held(bead->tgt_begin, bead->tgt_end, bead->tgt_skip))]++;
    }
}

void via_tally_add(via_tally *tally, const via_tally *more)
{
    tally->n_pairs += more->n_pairs;
    tally->n_src_segs += more->n_src_segs;
    tally->n_tgt_segs += more->n_tgt_segs;
    tally->n_beads += more->n_beads;
    tally->n_units += more->n_units;
    for (size_t i = 0; i <= VIA_TALLY_SIDE_MAX; i++) {
        for (size_t k = 0; k <= VIA_TALLY_SIDE_MAX; k++)
            tally->n_beads_by_type[i][k] += more->n_beads_by_type[i][k];
    }
    tally->load_s += more->load_s;
    tally->cut_s += more->cut_s;
    tally->align_s += more->align_s;
    tally->write_s += more->write_s;
}

void via_tally_beads(const via_tally *tally, via_json *json)
{
    char type[32];

    via_json_begin_object(json, "beads");
    for (size_t i = 0; i <= VIA_TALLY_SIDE_MAX; i++) {
        for (size_t k = 0; k <= VIA_TALLY_SIDE_MAX; k++) {
            if (!tally->n_beads_by_type[i][k])
                continue;
            snprintf(type, sizeof type, "%zu%s-%zu%s", i,
                     i == VIA_TALLY_SIDE_MAX ? "+" : "", k,
                     k == VIA_TALLY_SIDE_MAX ? "+" : "");
            via_json_integer(json, type, (int64_t)tally->n_beads_by_type[i][k]);
        }
    }
    via_json_end(json);
}

double via_now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
