/* Sentence track: beads against gold beads, segment by segment.
 *
 * Strict and lax are those of vecalign (Thompson and Koehn 2019), whose scorer leaves
 * null beads out of recall but counts them in precision. We give that, and first the
 * figures without any null bead: what reaches a translation memory. */
#include "eval/sent.h"

#include "base/status.h"
#include "eval/links.h"
#include "eval/prf.h"

static void add_hit(via_hits *hits, bool is_strict, bool is_lax)
{
    hits->n_beads++;
    hits->n_strict += is_strict;
    hits->n_lax += is_strict || is_lax;
}

static void count_answers(const via_bead_set *gold, via_links *gold_links,
                          const via_bead_set *hyp, via_sent_counts *counts)
{
    for (size_t b = 0; b < via_bead_set_count(hyp); b++) {
        via_set_bead bead = via_bead_set_get(hyp, b);
        bool is_strict = via_bead_set_holds(gold, hyp, b);
        bool is_lax = !is_strict && via_links_touch(gold_links, &bead);

        add_hit(&counts->all_answers, is_strict, is_lax);
        if (!via_set_bead_is_full(&bead))
            continue;
        add_hit(&counts->answers, is_strict, is_lax);
        if (bead.confidence >= 0)
            via_ratings_add(&counts->ratings, bead.confidence, is_strict);
    }
}

static void count_golds(const via_bead_set *gold, const via_bead_set *hyp,
                        via_links *hyp_links, via_sent_counts *counts)
{
    for (size_t b = 0; b < via_bead_set_count(gold); b++) {
        via_set_bead bead = via_bead_set_get(gold, b);

        if (via_set_bead_is_full(&bead))
            add_hit(&counts->golds, via_bead_set_holds(hyp, gold, b),
                    via_links_touch(hyp_links, &bead));
    }
}

via_status via_sent_count(const via_bead_set *gold, const via_bead_set *hyp,
                          via_sent_counts *counts, via_error *err)
{
    via_links *gold_links = via_links_new(gold);
    via_links *hyp_links = via_links_new(hyp);
    bool is_well = gold_links && hyp_links;

    if (is_well) {
        count_answers(gold, gold_links, hyp, counts);
        count_golds(gold, hyp, hyp_links, counts);
    }
    via_links_free(gold_links);
    via_links_free(hyp_links);
    return is_well ? VIA_OK : via_fail_memory(err);
}

via_status via_sent_figures(via_sent_counts *counts, via_eval_figures *figures,
                            via_error *err)
{
    const via_hits *answers = &counts->answers, *all = &counts->all_answers;
    const via_hits *golds = &counts->golds;
    double strict_recall = via_ratio((double)golds->n_strict, (double)golds->n_beads);
    double lax_recall = via_ratio((double)golds->n_lax, (double)golds->n_beads);

    figures->strict = via_prf_of(
        via_ratio((double)answers->n_strict, (double)answers->n_beads), strict_recall);
    figures->lax = via_prf_of(
        via_ratio((double)answers->n_lax, (double)answers->n_beads), lax_recall);
    figures->vecalign_strict = via_prf_of(
        via_ratio((double)all->n_strict, (double)all->n_beads), strict_recall);
    figures->vecalign_lax =
        via_prf_of(via_ratio((double)all->n_lax, (double)all->n_beads), lax_recall);
    return via_ratings_figures(&counts->ratings, figures, err);
}

void via_sent_counts_clear(via_sent_counts *counts)
{
    via_ratings_clear(&counts->ratings);
}
