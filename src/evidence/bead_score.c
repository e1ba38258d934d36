/* Bead score: the score of a bead without its features one by one. */
#include "evidence/bead_score.h"

#include "base/status.h"
#include "evidence/lexicon_rating.h"
#include "text/doc.h"

#include <math.h>

/* Outcomes at a border: how the line before it ends, with and without a block; one more
 * where there is none. The same for how the next one starts. */
#define N_ENDINGS  (2 * VIA_N_ENDS + 1)
#define NO_ENDING  (2 * VIA_N_ENDS)
#define N_OPENINGS (VIA_N_STARTS + 1)
#define NO_OPENING VIA_N_STARTS
/* Marks are looked up by four. */
#define N_HALF_MARKS 16

/* Of one side, by segment or by the border before it. */
struct half {
    uint8_t *endings, *openings; /* by border */
    double *borders, *joints;    /* by border: its own weight; joints before, summed */
    const double *sizes;
    double *log_sizes, *chances; /* by number of segments - 1, then by segment */
    size_t n_segs, n_max;
};

struct via_bead_scorer {
    struct half halves[2];
    double endings[N_ENDINGS][N_ENDINGS];
    double openings[N_OPENINGS][N_OPENINGS];
    double kinds[VIA_BLOCK_N_KINDS][VIA_BLOCK_N_KINDS];
    double marks[2][N_HALF_MARKS][N_HALF_MARKS];
};

/* ---- Tables -------------------------------------------------------------- */

static void fill_borders(const via_evidence *ev, const via_side *side,
                         struct half *half)
{
    const double *w = ev->w;

    for (size_t i = 0; i <= side->n_segs; i++) {
        bool is_first = i == 0, is_last = i == side->n_segs;
        bool ends_block = !is_first && side->ends_block[i - 1];

        half->endings[i] = is_first
                               ? (uint8_t)NO_ENDING
                               : (uint8_t)(2 * side->shapes[i - 1].end + ends_block);
        half->openings[i] = is_last ? (uint8_t)NO_OPENING : side->shapes[i].start;
        if (is_first || is_last)
            continue;
        half->borders[i] = 0.5 * w[VIA_W_BORDER] * side->segs[i - 1].border_score;
    }
}

/* What joining segments i and i + 1 adds. */
static double joint_of(const via_evidence *ev, const via_side *side, size_t i)
{
    const double *w = ev->w;
    double sum = side->ends_block[i] ? w[VIA_W_JOIN_BLOCK] : 0.0;
    int end = side->shapes[i].end;

    if (side->is_fine)
        return sum;
    if (end == VIA_END_FINAL)
        sum += w[VIA_W_JOIN_FINAL];
    else if (end == VIA_END_NONE)
        sum += w[VIA_W_JOIN_NONE];
    else if (end == VIA_END_COMMA)
        sum += w[VIA_W_JOIN_COMMA];
    else if (end == VIA_END_COLON)
        sum += w[VIA_W_JOIN_COLON];
    if (side->shapes[i + 1].start == VIA_START_LOWER)
        sum += w[VIA_W_JOIN_LOWER];
    return sum;
}

static void fill_sizes(const struct half *half, const via_chance *chances)
{
    for (size_t n = 1; n <= half->n_max; n++) {
        size_t row = (n - 1) * half->n_segs;

        for (size_t i = 0; i + n <= half->n_segs; i++) {
            half->log_sizes[row + i] =
                via_lengths_log(half->sizes[i + n] - half->sizes[i]);
            half->chances[row + i] =
                via_lengths_chance(half->log_sizes[row + i], &chances[n]);
        }
    }
}

static bool half_init(const via_evidence *ev, bool is_tgt, struct half *half,
                      via_arena *arena)
{
    const via_side *side = is_tgt ? ev->tgt : ev->src;
    size_t n = side->n_segs, n_max = is_tgt ? ev->limits.tgt : ev->limits.src;

    *half = (struct half){via_arena_alloc(arena, n + 1),
                          via_arena_alloc(arena, n + 1),
                          via_arena_array(arena, n + 1, sizeof(double)),
                          via_arena_array(arena, n + 1, sizeof(double)),
                          is_tgt ? ev->tgt_sizes : ev->src_sizes,
                          via_arena_array(arena, n * n_max, sizeof(double)),
                          via_arena_array(arena, n * n_max, sizeof(double)),
                          n,
                          n_max};
    if (!half->endings || !half->openings || !half->borders || !half->joints ||
        !half->log_sizes || !half->chances)
        return false;
    fill_borders(ev, side, half);
    for (size_t i = 0; i < n; i++)
        half->joints[i + 1] =
            half->joints[i] + (i + 1 < n ? joint_of(ev, side, i) : 0.0);
    fill_sizes(half, is_tgt ? ev->tgt_chance : ev->src_chance);
    return true;
}

static void fill_joints(const via_evidence *ev, struct via_bead_scorer *scorer)
{
    const via_knowledge *know = ev->know;
    const double *w = ev->w;

    for (int a = 0; a < 2 * VIA_N_ENDS; a++) {
        for (int b = 0; b < 2 * VIA_N_ENDS; b++)
            scorer->endings[a][b] =
                0.5 * (w[VIA_W_END] * know->ends.ratio[a / 2][b / 2] +
                       w[VIA_W_BLOCK] * know->blocks.ratio[a % 2][b % 2]);
    }
    for (int a = 0; a < VIA_N_STARTS; a++) {
        for (int b = 0; b < VIA_N_STARTS; b++)
            scorer->openings[a][b] = 0.5 * w[VIA_W_START] * know->starts.ratio[a][b];
    }
}

/* Of a line without markup nothing is said. */
static void fill_kinds(const via_evidence *ev, struct via_bead_scorer *scorer)
{
    for (int a = VIA_BLOCK_LINE + 1; a < VIA_BLOCK_N_KINDS; a++) {
        for (int b = VIA_BLOCK_LINE + 1; b < VIA_BLOCK_N_KINDS; b++)
            scorer->kinds[a][b] = ev->w[VIA_W_KIND] * ev->know->kinds.ratio[a][b];
    }
}

static double mark_weight(const double *w, int mark)
{
    if (mark == VIA_MARK_QUESTION)
        return w[VIA_W_QUESTION];
    return mark == VIA_MARK_QUOTE ? w[VIA_W_QUOTE] : w[VIA_W_MARK];
}

static void fill_marks(const via_evidence *ev, struct via_bead_scorer *scorer)
{
    for (int mark = 0; mark < VIA_N_MARKS; mark++) {
        const via_joint *joint = &ev->know->marks[mark];
        double weight = mark_weight(ev->w, mark);

        for (int a = 0; a < N_HALF_MARKS; a++) {
            for (int b = 0; b < N_HALF_MARKS; b++)
                scorer->marks[mark / 4][a][b] +=
                    weight * joint->ratio[a >> mark % 4 & 1][b >> mark % 4 & 1];
        }
    }
}

via_status via_bead_scorer_new(const via_evidence *ev, via_arena *arena,
                               via_bead_scorer **out, via_error *err)
{
    via_bead_scorer *scorer = via_arena_alloc(arena, sizeof *scorer);

    *out = NULL;
    if (!scorer || !half_init(ev, false, &scorer->halves[0], arena) ||
        !half_init(ev, true, &scorer->halves[1], arena))
        return via_fail_memory(err);
    fill_joints(ev, scorer);
    fill_kinds(ev, scorer);
    fill_marks(ev, scorer);
    *out = scorer;
    return VIA_OK;
}

/* ---- Scores -------------------------------------------------------------- */

static double score_shape(const via_evidence *ev, const via_span4 *at)
{
    const double *w = ev->w;
    size_t n_src = ev->src->is_fine ? 1 : at->src_end - at->src_begin;
    size_t n_tgt = ev->tgt->is_fine ? 1 : at->tgt_end - at->tgt_begin;
    size_t n_more = n_src > n_tgt ? n_src : n_tgt;
    double score = w[VIA_W_BEAD];

    if (n_more > 1)
        score += w[VIA_W_ONE_MORE] +
                 w[VIA_W_BOTH_MORE] * (double)(n_src + n_tgt - n_more - 1);
    if (n_more > 2)
        score += w[VIA_W_EACH_MORE] * (double)(n_more - 2);
    return score;
}

static size_t size_row(const struct half *half, size_t begin, size_t end)
{
    return (end - begin - 1) * half->n_segs + begin;
}

double via_bead_log_ratio(const via_evidence *ev, const via_span4 *at)
{
    const struct half *src = &ev->scorer->halves[0], *tgt = &ev->scorer->halves[1];

    return tgt->log_sizes[size_row(tgt, at->tgt_begin, at->tgt_end)] -
           src->log_sizes[size_row(src, at->src_begin, at->src_end)];
}

static double score_length(const via_evidence *ev, const via_span4 *at)
{
    const struct half *src = &ev->scorer->halves[0], *tgt = &ev->scorer->halves[1];
    size_t a = size_row(src, at->src_begin, at->src_end);
    size_t b = size_row(tgt, at->tgt_begin, at->tgt_end);
    double fits = via_lengths_fit(&ev->know->lengths,
                                  src->sizes[at->src_end] - src->sizes[at->src_begin],
                                  tgt->sizes[at->tgt_end] - tgt->sizes[at->tgt_begin],
                                  tgt->log_sizes[b] - src->log_sizes[a]);

    return ev->w[VIA_W_LENGTH] * (fits - 0.5 * (src->chances[a] + tgt->chances[b]));
}

static double score_seams(const via_evidence *ev, const via_span4 *at)
{
    const double *w = ev->w;
    const via_seams *seams = &ev->lexicon->seams;
    double cross =
        via_seams_nats(seams, VIA_SEAM_CROSSES, at->src_begin, at->tgt_begin) +
        via_seams_nats(seams, VIA_SEAM_CROSSES, at->src_end, at->tgt_end);

    return w[VIA_W_SEAM_START] *
               via_seams_nats(seams, VIA_SEAM_STARTS, at->src_begin, at->tgt_begin) +
           w[VIA_W_SEAM_END] *
               via_seams_nats(seams, VIA_SEAM_ENDS, at->src_end, at->tgt_end) +
           0.5 * w[VIA_W_SEAM_CROSS] * cross;
}

/* Adds what the lexicon says to the score of all else, unless that cannot reach `floor`
 * any more. */
static double add_lexicon(const via_evidence *ev, const via_span4 *at, double floor,
                          double score)
{
    double w = ev->w[VIA_W_LEXICON], w_weakest = ev->w[VIA_W_LEXICON_WEAKEST];
    double ratio_min = w > 0.0 && w_weakest >= 0.0 ? (floor - score) / w : -INFINITY;
    via_lexicon_rating rating;

    if (ratio_min > VIA_MEAN_RATIO_MAX)
        return score;
    via_lexicon_pair_rate(
        ev->lexicon,
        &(via_lexicon_span){{at->src_begin, at->tgt_begin}, {at->src_end, at->tgt_end}},
        ratio_min, &rating);
    return score + w * rating.ratio + w_weakest * rating.weakest;
}

/* Adds the rarity of all that matched to `all`. */
static double score_keys(const via_evidence *ev, const via_span4 *at, double *all)
{
    via_key_tie ties[VIA_KEY_N_KINDS];
    double score = 0.0;

    via_matches_tie(&ev->matches, at, ties);
    for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
        const double *w = &ev->w[via_evidence_key_feature(kind)];

        score +=
            w[0] * ties[kind].both + w[1] * ties[kind].missing / VIA_RARITY_MAX_NATS;
        *all += ties[kind].both;
    }
    return score;
}

static double score_marks(const via_evidence *ev, const via_span4 *at)
{
    unsigned a = via_side_marks(ev->src, at->src_begin, at->src_end);
    unsigned b = via_side_marks(ev->tgt, at->tgt_begin, at->tgt_end);

    return ev->scorer->marks[0][a & 15][b & 15] + ev->scorer->marks[1][a >> 4][b >> 4];
}

static double score_kinds(const via_evidence *ev, const via_span4 *at)
{
    return ev->scorer
        ->kinds[ev->src->kinds[at->src_begin]][ev->tgt->kinds[at->tgt_begin]];
}

static double score_border(const via_bead_scorer *scorer, size_t i, size_t j)
{
    const struct half *src = &scorer->halves[0], *tgt = &scorer->halves[1];

    return scorer->endings[src->endings[i]][tgt->endings[j]] +
           scorer->openings[src->openings[i]][tgt->openings[j]] + src->borders[i] +
           tgt->borders[j];
}

static double score_joints(const struct half *half, size_t begin, size_t end)
{
    return half->joints[end - 1] - half->joints[begin];
}

static double score_titles(const via_evidence *ev, const via_span4 *at, double matched)
{
    via_looks looks = via_evidence_looks(ev, at);
    double score = looks.recurs_on_one ? ev->w[VIA_W_RECURS_ODD] : 0.0;

    if (looks.has_title_on_one)
        score += ev->w[VIA_W_TITLE_ODD];
    return looks.are_titles && matched == 0.0 ? score + ev->w[VIA_W_TITLES] : score;
}

double via_bead_score(const via_evidence *ev, const via_span4 *at, double floor)
{
    const via_bead_scorer *scorer = ev->scorer;
    double matched = 0.0;
    double score = score_shape(ev, at) + score_length(ev, at) +
                   score_keys(ev, at, &matched) + score_marks(ev, at) +
                   score_kinds(ev, at) +
                   score_border(scorer, at->src_begin, at->tgt_begin) +
                   score_border(scorer, at->src_end, at->tgt_end) +
                   score_joints(&scorer->halves[0], at->src_begin, at->src_end) +
                   score_joints(&scorer->halves[1], at->tgt_begin, at->tgt_end) +
                   score_titles(ev, at, matched);

    if (!ev->lexicon)
        return score;
    return add_lexicon(ev, at, floor, score + score_seams(ev, at));
}
