/* Sentence track: beads against gold beads, segment by segment.
 *
 * Strict and lax are those of vecalign (Thompson and Koehn 2019), whose scorer leaves
 * null beads out of recall but counts them in precision. We give that, and first the
 * figures without any null bead: what reaches a translation memory. */
#include "eval/sent.h"

#include "base/status.h"
#include "eval/links.h"
#include "eval/prf.h"

#include <math.h>

static void add_hit(via_hits *hits, bool is_strict, bool is_lax)
{
    hits->n_beads++;
    hits->n_strict += is_strict;
    hits->n_lax += is_strict || is_lax;
}

static void rate(via_sent_counts *counts, double confidence, bool is_right)
{
    size_t bin = (size_t)(confidence * VIA_CALIBRATION_BINS);

    if (bin >= VIA_CALIBRATION_BINS)
        bin = VIA_CALIBRATION_BINS - 1;
    counts->bin_beads[bin]++;
    counts->bin_right[bin] += is_right;
    counts->bin_confidence[bin] += confidence;
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
            rate(counts, bead.confidence, is_strict);
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

/* Expected calibration error: how far precision is from confidence, on average over
 * the beads, bin by bin. */
static void calibrate(const via_sent_counts *counts, via_eval_figures *figures)
{
    double error = 0;

    for (size_t i = 0; i < VIA_CALIBRATION_BINS; i++) {
        double n_beads = (double)counts->bin_beads[i];

        figures->n_rated += counts->bin_beads[i];
        figures->bin_beads[i] = counts->bin_beads[i];
        figures->bin_confidence[i] = via_ratio(counts->bin_confidence[i], n_beads);
        figures->bin_precision[i] = via_ratio((double)counts->bin_right[i], n_beads);
        error += fabs(counts->bin_confidence[i] - (double)counts->bin_right[i]);
    }
    figures->calibration_error = via_ratio(error, (double)figures->n_rated);
}

void via_sent_figures(const via_sent_counts *counts, via_eval_figures *figures)
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
    calibrate(counts, figures);
}
