/* Evidence: the score of a bead and of a null segment in one pair of documents. */
#include "evidence/evidence.h"

#include "base/status.h"
#include "evidence/bead_score.h"
#include "evidence/lexicon_rating.h"
#include "text/doc.h"

#include <math.h>
#include <string.h>

/* The spread of sizes by chance is at least this: a text of equal lines must not
 * make every other length impossible. */
#define CHANCE_VAR_MIN 0.15
/* A title is told by its missing final mark where at most this share of all lines
 * has none (Thai has none at all), or where it is a line of its own among clauses. */
#define UNMARKED_SHARE_MAX 0.7

/* ---- Preparation --------------------------------------------------------- */

static double *sum_sizes(const via_side *side, const via_size_weights *weights,
                         via_arena *arena)
{
    double *sums = via_arena_array(arena, side->n_segs + 1, sizeof *sums);

    for (size_t i = 0; sums && i < side->n_segs; i++)
        sums[i + 1] = sums[i] + via_size_of(&side->counts[i], weights);
    return sums;
}

/* Moments of ln(size) over all windows of so many neighbouring segments. */
static void find_chances(const double *sums, size_t n_segs, size_t width_max,
                         via_chance *chances)
{
    for (size_t width = 1; width <= width_max; width++) {
        size_t n_windows = n_segs >= width ? n_segs - width + 1 : 0;
        double sum = 0.0, squares = 0.0;

        for (size_t i = 0; i < n_windows; i++) {
            double x = log(sums[i + width] - sums[i] + 0.5);

            sum += x;
            squares += x * x;
        }
        if (n_windows == 0) {
            chances[width] = width > 1 ? chances[width - 1] : (via_chance){3.0, 1.0};
            continue;
        }
        double mean = sum / (double)n_windows;
        double var = squares / (double)n_windows - mean * mean;
        chances[width] = (via_chance){mean, fmax(var, CHANCE_VAR_MIN)};
    }
}

static bool *find_recurring(const via_counts *lines, const via_side *side, int which,
                            via_arena *arena)
{
    bool *recurs = via_arena_array(arena, side->n_segs, sizeof *recurs);

    for (size_t i = 0; recurs && i < side->n_segs; i++)
        recurs[i] =
            side->shapes[i].is_unmarked &&
            (side->are_marked[i] ||
             via_counts_of(lines, side->line_ids[i]).n[which] >= VIA_RECURS_MIN);
    return recurs;
}

/* Whether titles are told from sentences on a side. */
static bool has_titles(const via_side *side, const double *ends)
{
    double total = 1.0;

    for (int end = 0; end < VIA_N_ENDS; end++)
        total += ends[end];
    return side->is_fine || ends[VIA_END_NONE] / total < UNMARKED_SHARE_MAX;
}

static size_t most_segments(const via_side *side, const via_side *other)
{
    if (side->is_fine)
        return other->is_fine ? VIA_BEAD_SENTENCES : VIA_BEAD_CLAUSES;
    return other->is_fine ? VIA_BEAD_SENTENCES_FINE : VIA_BEAD_SENTENCES;
}

static via_bead_limits limits_of(const via_side *src, const via_side *tgt)
{
    bool is_fine = src->is_fine || tgt->is_fine;

    return (via_bead_limits){most_segments(src, tgt), most_segments(tgt, src),
                             is_fine ? VIA_BEAD_CLAUSES : VIA_BEAD_BOTH_MAX};
}

via_status via_evidence_new(const via_knowledge *know, const via_side *src,
                            const via_side *tgt, const via_matches *matches,
                            via_arena *arena, via_evidence **out, via_error *err)
{
    via_evidence *ev = via_arena_alloc(arena, sizeof *ev);

    *out = NULL;
    if (!ev)
        return via_fail_memory(err);
    ev->know = know;
    ev->w = know->weights.w[src->is_fine || tgt->is_fine];
    ev->src = src;
    ev->tgt = tgt;
    ev->limits = limits_of(src, tgt);
    ev->src_sizes = sum_sizes(src, &know->lengths.src, arena);
    ev->tgt_sizes = sum_sizes(tgt, &know->lengths.tgt, arena);
    ev->src_recurs = find_recurring(know->lines, src, 0, arena);
    ev->tgt_recurs = find_recurring(know->lines, tgt, 1, arena);
    ev->titles_differ =
        has_titles(src, know->ends.src) && has_titles(tgt, know->ends.tgt);
    if (!ev->src_sizes || !ev->tgt_sizes || !ev->src_recurs || !ev->tgt_recurs)
        return via_fail_memory(err);
    find_chances(ev->src_sizes, src->n_segs, ev->limits.src, ev->src_chance);
    find_chances(ev->tgt_sizes, tgt->n_segs, ev->limits.tgt, ev->tgt_chance);
    *out = ev;
    via_status st = via_bead_scorer_new(ev, arena, &ev->scorer, err);
    if (matches)
        ev->matches = *matches;
    else if (st == VIA_OK)
        st = via_matches_new(know, src, tgt, arena, &ev->matches, err);
    return st;
}

via_status via_evidence_fill(via_evidence *ev, const uint32_t *lo, const uint32_t *hi,
                             via_arena *arena, via_error *err)
{
    via_lexicon_range range = {lo, hi, ev->limits.src, ev->limits.tgt};
    ev->lo = lo;
    ev->hi = hi;
    via_status st = via_matches_fill(&ev->matches, ev->src->n_segs, lo, hi, arena, err);

    if (st != VIA_OK || !ev->know->lexicon)
        return st;
    return via_lexicon_pair_new(ev->know->lexicon, ev->src, ev->tgt, &range, arena,
                                &ev->lexicon, err);
}

/* ---- Shapes of beads ----------------------------------------------------- */

static size_t n_held(size_t begin, size_t end, size_t skip)
{
    return end - begin - (skip != 0);
}

static size_t n_src_held(const via_span4 *at)
{
    return n_held(at->src_begin, at->src_end, at->src_skip);
}

static size_t n_tgt_held(const via_span4 *at)
{
    return n_held(at->tgt_begin, at->tgt_end, at->tgt_skip);
}

bool via_evidence_allows(const via_evidence *ev, const via_span4 *at)
{
    size_t n_src = n_src_held(at), n_tgt = n_tgt_held(at);
    size_t n_min = n_src < n_tgt ? n_src : n_tgt;

    if (n_src > ev->limits.src || n_tgt > ev->limits.tgt || n_min > ev->limits.both)
        return false;
    return ev->src->shapes[at->src_begin].is_wordless ==
           ev->tgt->shapes[at->tgt_begin].is_wordless;
}

size_t via_evidence_reach(const via_side *side, size_t seg, size_t n_max)
{
    if (seg >= side->n_segs || side->shapes[seg].is_empty)
        return 0;
    if (side->shapes[seg].is_wordless)
        return 1;
    size_t n = 1;
    while (n < n_max && seg + n < side->n_segs && !side->shapes[seg + n].is_empty &&
           !side->shapes[seg + n].is_wordless)
        n++;
    return n;
}

static bool all_recur(const bool *recurs, size_t begin, size_t end, size_t skip)
{
    while (begin < end && (recurs[begin] || via_skips(skip, begin)))
        begin++;
    return begin == end;
}

static bool all_unmarked(const via_side *side, size_t begin, size_t end, size_t skip)
{
    while (begin < end && (side->shapes[begin].is_unmarked || via_skips(skip, begin)))
        begin++;
    return begin == end;
}

via_looks via_evidence_looks(const via_evidence *ev, const via_span4 *at)
{
    via_looks looks = {
        .recurs_on_one =
            all_recur(ev->src_recurs, at->src_begin, at->src_end, at->src_skip) !=
            all_recur(ev->tgt_recurs, at->tgt_begin, at->tgt_end, at->tgt_skip)};

    if (!ev->titles_differ)
        return looks;
    bool src_title = all_unmarked(ev->src, at->src_begin, at->src_end, at->src_skip);
    bool tgt_title = all_unmarked(ev->tgt, at->tgt_begin, at->tgt_end, at->tgt_skip);
    looks.are_titles = src_title && tgt_title;
    looks.has_title_on_one = src_title != tgt_title;
    return looks;
}

/* ---- Features ------------------------------------------------------------ */

static void add_type(const via_evidence *ev, const via_span4 *at, double *f)
{
    size_t n_src = ev->src->is_fine ? 1 : n_src_held(at);
    size_t n_tgt = ev->tgt->is_fine ? 1 : n_tgt_held(at);
    size_t n_more = n_src > n_tgt ? n_src : n_tgt;
    size_t n_fewer = n_src > n_tgt ? n_tgt : n_src;

    f[VIA_W_BEAD] = 1.0;
    f[VIA_W_ONE_MORE] = n_more > 1;
    f[VIA_W_EACH_MORE] = n_more > 2 ? (double)(n_more - 2) : 0.0;
    f[VIA_W_BOTH_MORE] = (double)(n_fewer - 1);
}

static double size_between(const double *sizes, size_t begin, size_t end, size_t skip)
{
    double size = sizes[end] - sizes[begin];

    return skip ? size - (sizes[skip + 1] - sizes[skip]) : size;
}

static void add_length(const via_evidence *ev, const via_span4 *at, double *f)
{
    f[VIA_W_LENGTH] = via_lengths_ratio(
        &ev->know->lengths,
        size_between(ev->src_sizes, at->src_begin, at->src_end, at->src_skip),
        size_between(ev->tgt_sizes, at->tgt_begin, at->tgt_end, at->tgt_skip),
        &ev->src_chance[n_src_held(at)], &ev->tgt_chance[n_tgt_held(at)]);
}

static void add_lexicon(const via_evidence *ev, const via_span4 *at, double *f)
{
    via_lexicon_rating rating;

    if (!ev->lexicon)
        return;
    via_lexicon_pair_rate(ev->lexicon,
                          &(via_lexicon_span){{at->src_begin, at->tgt_begin},
                                              {at->src_end, at->tgt_end},
                                              {at->src_skip, at->tgt_skip}},
                          -INFINITY, &rating);
    f[VIA_W_LEXICON] = rating.ratio;
    f[VIA_W_LEXICON_WEAKEST] = rating.weakest;
}

static void add_seams(const via_evidence *ev, const via_span4 *at, double *f)
{
    if (!ev->lexicon)
        return;
    const via_seams *seams = &ev->lexicon->seams;

    f[VIA_W_SEAM_START] =
        via_seams_nats(seams, VIA_SEAM_STARTS, at->src_begin, at->tgt_begin);
    f[VIA_W_SEAM_END] = via_seams_nats(seams, VIA_SEAM_ENDS, at->src_end, at->tgt_end);
    f[VIA_W_SEAM_CROSS] =
        0.5 * (via_seams_nats(seams, VIA_SEAM_CROSSES, at->src_begin, at->tgt_begin) +
               via_seams_nats(seams, VIA_SEAM_CROSSES, at->src_end, at->tgt_end));
}

/* Returns the rarity of all that matched. */
static double add_keys(const via_evidence *ev, const via_span4 *at, double *f)
{
    via_key_tie ties[VIA_KEY_N_KINDS];
    double all = 0.0;

    via_matches_tie(&ev->matches, at, ties);
    for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
        int feature = via_evidence_key_feature(kind);

        f[feature] = ties[kind].both;
        f[feature + 1] = ties[kind].missing / VIA_RARITY_MAX_NATS;
        all += ties[kind].both;
    }
    return all;
}

static unsigned marks_of(const via_side *side, size_t begin, size_t end, size_t skip)
{
    if (!skip)
        return via_side_marks(side, begin, end);
    return via_side_marks(side, begin, skip) | via_side_marks(side, skip + 1, end);
}

static void add_marks(const via_evidence *ev, const via_span4 *at, double *f)
{
    unsigned src = marks_of(ev->src, at->src_begin, at->src_end, at->src_skip);
    unsigned tgt = marks_of(ev->tgt, at->tgt_begin, at->tgt_end, at->tgt_skip);

    for (int mark = 0; mark < VIA_N_MARKS; mark++) {
        double nats = ev->know->marks[mark].ratio[src >> mark & 1][tgt >> mark & 1];

        if (mark == VIA_MARK_QUESTION)
            f[VIA_W_QUESTION] += nats;
        else if (mark == VIA_MARK_QUOTE)
            f[VIA_W_QUOTE] += nats;
        else
            f[VIA_W_MARK] += nats;
    }
}

/* The border between source segments i-1 and i that meets the one between target
 * segments j-1 and j. Each border of a bead counts half: its neighbour counts the
 * other half, and beside a null run half is what is known. */
static void add_border(const via_evidence *ev, size_t i, size_t j, double *f)
{
    const via_side *src = ev->src, *tgt = ev->tgt;
    const via_knowledge *know = ev->know;

    if (i > 0 && j > 0) {
        f[VIA_W_END] +=
            0.5 * know->ends.ratio[src->shapes[i - 1].end][tgt->shapes[j - 1].end];
        f[VIA_W_BLOCK] +=
            0.5 * know->blocks.ratio[src->ends_block[i - 1]][tgt->ends_block[j - 1]];
    }
    if (i > 0 && i < src->n_segs)
        f[VIA_W_BORDER] += 0.5 * src->segs[i - 1].border_score;
    if (j > 0 && j < tgt->n_segs)
        f[VIA_W_BORDER] += 0.5 * tgt->segs[j - 1].border_score;
    if (i < src->n_segs && j < tgt->n_segs)
        f[VIA_W_START] +=
            0.5 * know->starts.ratio[src->shapes[i].start][tgt->shapes[j].start];
}

static void add_kinds(const via_evidence *ev, const via_span4 *at, double *f)
{
    uint8_t src = ev->src->kinds[at->src_begin], tgt = ev->tgt->kinds[at->tgt_begin];

    if (src != VIA_BLOCK_LINE && tgt != VIA_BLOCK_LINE)
        f[VIA_W_KIND] = ev->know->kinds.ratio[src][tgt];
}

/* What stands around a skipped segment is in blocks of its own: that says nothing. */
static void add_joints(const via_side *side, size_t begin, size_t end, size_t skip,
                       double *f)
{
    for (size_t i = begin, next; i + 1 < end; i = next) {
        bool is_around = via_skips(skip, i + 1);

        next = i + 1 + is_around;
        f[VIA_W_JOIN_BLOCK] += side->ends_block[i] && !is_around;
        if (side->is_fine)
            continue;
        f[VIA_W_JOIN_FINAL] += side->shapes[i].end == VIA_END_FINAL;
        f[VIA_W_JOIN_NONE] += side->shapes[i].end == VIA_END_NONE;
        f[VIA_W_JOIN_COMMA] += side->shapes[i].end == VIA_END_COMMA;
        f[VIA_W_JOIN_COLON] += side->shapes[i].end == VIA_END_COLON;
        f[VIA_W_JOIN_LOWER] += side->shapes[next].start == VIA_START_LOWER;
    }
}

static void add_titles(const via_evidence *ev, const via_span4 *at, double matched,
                       double *f)
{
    via_looks looks = via_evidence_looks(ev, at);

    f[VIA_W_RECURS_ODD] = looks.recurs_on_one;
    f[VIA_W_TITLES] = looks.are_titles && matched == 0.0;
    f[VIA_W_TITLE_ODD] = looks.has_title_on_one;
}

/* A segment that is skipped is a run of null segments of its own. */
static void add_skip(const via_evidence *ev, bool is_src, size_t seg, double *f)
{
    double more[VIA_N_FEATURES], open[VIA_N_FEATURES];

    via_evidence_null_features(ev, is_src, seg, more);
    via_evidence_open_features(ev, is_src, seg, open);
    for (int k = 0; k < VIA_N_FEATURES; k++)
        f[k] += more[k] + open[k];
    f[VIA_W_SKIP] += 1.0;
}

static void add_all_but_lexicon(const via_evidence *ev, const via_span4 *at, double *f)
{
    memset(f, 0, VIA_N_FEATURES * sizeof *f);
    add_type(ev, at, f);
    add_length(ev, at, f);
    add_seams(ev, at, f);
    double matched = add_keys(ev, at, f);
    add_marks(ev, at, f);
    add_border(ev, at->src_begin, at->tgt_begin, f);
    add_border(ev, at->src_end, at->tgt_end, f);
    add_kinds(ev, at, f);
    add_joints(ev->src, at->src_begin, at->src_end, at->src_skip, f);
    add_joints(ev->tgt, at->tgt_begin, at->tgt_end, at->tgt_skip, f);
    add_titles(ev, at, matched, f);
    if (at->src_skip)
        add_skip(ev, true, at->src_skip, f);
    if (at->tgt_skip)
        add_skip(ev, false, at->tgt_skip, f);
}

void via_evidence_features(const via_evidence *ev, const via_span4 *at, double *f)
{
    add_all_but_lexicon(ev, at, f);
    add_lexicon(ev, at, f);
}

double via_evidence_skip_score(const via_evidence *ev, const via_span4 *at,
                               double floor)
{
    double f[VIA_N_FEATURES];

    add_all_but_lexicon(ev, at, f);
    double score = via_evidence_score(ev, f);
    if (ev->w[VIA_W_LEXICON_WEAKEST] >= 0.0 &&
        score + fmax(ev->w[VIA_W_LEXICON], 0.0) * VIA_MEAN_RATIO_MAX < floor)
        return score;
    add_lexicon(ev, at, f);
    return via_evidence_score(ev, f);
}

void via_evidence_null_features(const via_evidence *ev, bool is_src, size_t seg,
                                double *f)
{
    const via_side *side = is_src ? ev->src : ev->tgt;
    const via_shape *shape = &side->shapes[seg];
    const float *shared = is_src ? ev->matches.src.shared : ev->matches.tgt.shared;

    memset(f, 0, VIA_N_FEATURES * sizeof *f);
    if (shape->is_empty || shape->is_wordless)
        return; /* it belongs nowhere else */
    f[VIA_W_NULL_MORE] = 1.0;
    f[VIA_W_NULL_TITLE] = ev->titles_differ && shape->is_unmarked;
    f[VIA_W_NULL_RECURS] = is_src ? ev->src_recurs[seg] : ev->tgt_recurs[seg];
    f[VIA_W_NULL_KEYS] = shared[seg];
    f[VIA_W_NULL_MARKED] =
        side->kinds[seg] != VIA_BLOCK_LINE && side->segs[seg].ends_block;
    if (!side->is_fine)
        f[VIA_W_NULL_JOINED] =
            (shape->start == VIA_START_LOWER) + (shape->end == VIA_END_COMMA);
}

void via_evidence_open_features(const via_evidence *ev, bool is_src, size_t seg,
                                double *f)
{
    const via_side *side = is_src ? ev->src : ev->tgt;

    memset(f, 0, VIA_N_FEATURES * sizeof *f);
    if (side->shapes[seg].is_empty || side->shapes[seg].is_wordless)
        return;
    f[VIA_W_NULL_OPEN] = 1.0;
    f[VIA_W_NULL_BLOCK] = seg > 0 && !side->ends_block[seg - 1];
}

double via_evidence_score(const via_evidence *ev, const double *f)
{
    double score = 0.0;

    for (int i = 0; i < VIA_N_FEATURES; i++)
        score += ev->w[i] * f[i];
    return score;
}
