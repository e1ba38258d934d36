/* Likeness: how well the sounds of one name lie beside those of another.
 *
 *     t|ch  r?  a  n           w   .   rr  e   n
 *     t  o? r|l a  n|m|ng      w|v o   r   r?  e   n
 *
 * The best alignment (Smith and Waterman 1981, "Identification of common molecular
 * subsequences") under the scores of sounds.tsv, which are log odds, so that a sum is
 * the log odds of the whole. A name begins and ends at the border of a part at a small
 * cost, elsewhere at a great one; in a run of Thai, which has no borders, anywhere. */
#include "evidence/name_tables.h"

#include <limits.h>
#include <math.h>
#include <string.h>


/* To begin or end inside a part: katakana may write names without any border. */
#define INSIDE_COST (3 * VIA_CENTINAT)

#define IMPOSSIBLE (-100000)

/* Kin have this share of what there is to hear in the shorter name in common. */
#define KIN_PERCENT 80

/* The log odds that two names of a document are the same before anything is heard. */
#define PRIOR_NATS (-1.0)

static inline int max_of(int a, int b)
{
    return a > b ? a : b;
}

/* Costs of beginning and ending, by place. */
struct borders {
    int16_t begin[VIA_NAME_SOUNDS_MAX + 1], end[VIA_NAME_SOUNDS_MAX + 1];
};

/* Parts may be left out at both ends. */
static void find_borders(const via_reading *name, int inside_cost, struct borders *out)
{
    for (size_t i = 0; i <= name->n_sounds; i++)
        out->begin[i] = out->end[i] = (int16_t)inside_cost;
    for (size_t p = 0; p <= name->n_parts; p++) {
        out->begin[name->part_begin[p]] = (int16_t)(p * VIA_PART_COST);
        out->end[name->part_begin[p]] = (int16_t)((name->n_parts - p) * VIA_PART_COST);
    }
}

/* Everything that one comparison needs. Either `heard_borders` or `run` is NULL. */
struct hearing {
    const via_sounds *sounds;
    const via_reading *name;
    struct borders name_borders;
    const uint8_t *heard;
    const struct borders *heard_borders;
    const via_sound_run *run;
    size_t begin, end;
};

static int begin_cost(const struct hearing *h, size_t at)
{
    if (h->heard_borders)
        return h->heard_borders->begin[at];
    return via_sound_run_has_gap(h->run, at) ? -VIA_GAP_BEGIN_GAIN : -VIA_NO_GAP_BEGIN_GAIN;
}

static int end_cost(const struct hearing *h, size_t at)
{
    if (h->heard_borders)
        return h->heard_borders->end[at];
    return via_sound_run_has_gap(h->run, at) ? -VIA_GAP_END_GAIN : -VIA_NO_GAP_END_GAIN;
}

/* Whether a letter under the mark of silence stands in the sounds [begin, end). */
static bool has_silence(const via_names *names, const via_sound_run *run, size_t begin,
                        size_t end)
{
    for (size_t i = begin; i < end; i++) {
        uint8_t sound = run->sounds[i];

        if (sound & VIA_SOUND_WEAK && names->sounds.groups[VIA_SOUND_OF(sound)])
            return true;
    }
    return false;
}

/* One column of the alignment: the best that ends here, by sounds of the name behind,
 * the place in the run where it began, and the sound of the name that it began with. */
struct column {
    int score[VIA_NAME_SOUNDS_MAX + 1];
    uint32_t begin[VIA_NAME_SOUNDS_MAX + 1];
    uint8_t from[VIA_NAME_SOUNDS_MAX + 1];
    int skip[VIA_NAME_SOUNDS_MAX]; /* costs of the sounds of the name */
};

static void first_column(const struct hearing *h, struct column *column)
{
    int cost = begin_cost(h, h->begin);

    for (size_t i = 0; i <= h->name->n_sounds; i++) {
        column->score[i] = -h->name_borders.begin[i] - cost;
        column->begin[i] = (uint32_t)h->begin;
        column->from[i] = (uint8_t)i;
    }
    for (size_t i = 0; i < h->name->n_sounds; i++)
        column->skip[i] = h->sounds->skip[h->name->sounds[i]];
}

/* Moves behind the sound heard at `at`: it is laid beside one of the name, or either
 * has no partner, or the name begins only now. */
static void next_column(const struct hearing *h, struct column *column, size_t at)
{
    const int16_t *alike = h->sounds->alike[VIA_SOUND_OF(h->heard[at])];
    int skip = h->sounds->skip[h->heard[at]];
    int open_cost = begin_cost(h, at + 1);
    int diagonal = IMPOSSIBLE, above = IMPOSSIBLE;
    uint32_t diagonal_begin = 0, above_begin = 0;
    uint8_t diagonal_from = 0, above_from = 0;

    for (size_t i = 0; i <= h->name->n_sounds; i++) {
        int best = -h->name_borders.begin[i] - open_cost, score = column->score[i];
        uint32_t best_begin = (uint32_t)at + 1, begin = column->begin[i];
        uint8_t best_from = (uint8_t)i, from = column->from[i];

        if (score - skip > best) {
            best = score - skip;
            best_begin = begin;
            best_from = from;
        }
        if (i) {
            int both = diagonal + alike[VIA_SOUND_OF(h->name->sounds[i - 1])];

            above -= column->skip[i - 1];
            if (both > best) {
                best = both;
                best_begin = diagonal_begin;
                best_from = diagonal_from;
            }
            if (above > best) {
                best = above;
                best_begin = above_begin;
                best_from = above_from;
            }
        }
        diagonal = score;
        diagonal_begin = begin;
        diagonal_from = from;
        column->score[i] = above = best;
        column->begin[i] = above_begin = best_begin;
        column->from[i] = above_from = best_from;
    }
}

/* Lets the name end behind `at` sounds, where a part of it ends. */
static void close_column(const struct hearing *h, const struct column *column, size_t at,
                         via_heard *best)
{
    int cost = end_cost(h, at);

    for (size_t i = 1; i <= h->name->n_sounds; i++) {
        int score = column->score[i] - h->name_borders.end[i] - cost;

        if (score > best->score)
            *best = (via_heard){column->begin[i], at, column->from[i], i, score};
    }
}

/* Where the name ends if it is heard at its best, and the place where that begins. */
static via_heard hear(const struct hearing *h)
{
    struct column column;
    via_heard best = {h->begin, h->begin, 0, 0, IMPOSSIBLE};

    first_column(h, &column);
    for (size_t at = h->begin; at < h->end; at++) {
        next_column(h, &column, at);
        close_column(h, &column, at + 1, &best);
    }
    return best;
}

/* The same without the places, for the many comparisons that come to nothing. */
static int hear_score(const struct hearing *h)
{
    int score[VIA_NAME_SOUNDS_MAX + 1], best = IMPOSSIBLE;
    size_t n_sounds = h->name->n_sounds;
    const uint8_t *sounds = h->name->sounds;
    int cost = begin_cost(h, h->begin);

    for (size_t i = 0; i <= n_sounds; i++)
        score[i] = -h->name_borders.begin[i] - cost;
    for (size_t at = h->begin; at < h->end; at++) {
        const int16_t *alike = h->sounds->alike[VIA_SOUND_OF(h->heard[at])];
        int skip = h->sounds->skip[h->heard[at]], open = begin_cost(h, at + 1);
        int diagonal = score[0], above = score[0] - skip, last = IMPOSSIBLE;

        above = max_of(above, -open);
        score[0] = above;
        for (size_t i = 1; i <= n_sounds; i++) {
            int here = diagonal + alike[VIA_SOUND_OF(sounds[i - 1])];

            diagonal = score[i];
            here = max_of(here, diagonal - skip);
            here = max_of(here, above - h->sounds->skip[sounds[i - 1]]);
            here = max_of(here, -h->name_borders.begin[i] - open);
            last = max_of(last, here - h->name_borders.end[i]);
            score[i] = above = here;
        }
        best = max_of(best, last - end_cost(h, at + 1));
    }
    return best;
}

static int compare_readings(const via_names *names, const via_reading *a,
                            const via_reading *b)
{
    struct hearing h = {.sounds = &names->sounds,
                        .name = a,
                        .heard = b->sounds,
                        .begin = 0,
                        .end = b->n_sounds};
    struct borders borders;

    find_borders(a, INSIDE_COST, &h.name_borders);
    find_borders(b, INSIDE_COST, &borders);
    h.heard_borders = &borders;
    return hear_score(&h);
}

int via_name_score(const via_names *names, const via_name *a, const via_name *b)
{
    int best = IMPOSSIBLE;

    for (size_t i = 0; i < a->n_ways; i++) {
        for (size_t j = 0; j < b->n_ways; j++) {
            int score = compare_readings(names, &a->ways[i], &b->ways[j]);

            if (score > best)
                best = score;
        }
    }
    return best;
}

int via_name_weight(const via_names *names, const via_name *name)
{
    int best = 0;

    for (size_t w = 0; w < name->n_ways; w++) {
        int weight = 0;

        for (size_t i = 0; i < name->ways[w].n_sounds; i++) {
            unsigned sound = VIA_SOUND_OF(name->ways[w].sounds[i]);
            weight += names->sounds.alike[sound][sound];
        }
        if (weight > best)
            best = weight;
    }
    return best;
}

bool via_names_are_kin(const via_names *names, const via_name *a, const via_name *b)
{
    int weight_a = via_name_weight(names, a), weight_b = via_name_weight(names, b);
    int weight = weight_a < weight_b ? weight_a : weight_b;

    return 100 * (via_name_score(names, a, b) + VIA_PART_COST) >= KIN_PERCENT * weight;
}

double via_name_likeness_of(int score, size_t n_places)
{
    double log_odds = (double)score / VIA_CENTINAT + PRIOR_NATS -
                      log((double)(n_places ? n_places : 1));

    return 1.0 / (1.0 + exp(-log_odds));
}

int via_name_score_for(double likeness, size_t n_places)
{
    double log_odds = log(likeness / (1.0 - likeness)) - PRIOR_NATS +
                      log((double)(n_places ? n_places : 1));

    return (int)ceil(log_odds * VIA_CENTINAT);
}

double via_name_likeness(const via_names *names, const via_name *a, const via_name *b)
{
    return via_name_likeness_of(via_name_score(names, a, b), 1);
}

static int weight_of(const via_sounds *sounds, const via_reading *reading, size_t begin,
                     size_t end)
{
    int weight = 0;

    for (size_t i = begin; i < end; i++) {
        unsigned sound = VIA_SOUND_OF(reading->sounds[i]);
        weight += sounds->alike[sound][sound];
    }
    return weight;
}

/* Returns what the marks around a place say. */
static int gain_of_marks(const via_names *names, const via_sound_run *run,
                         const via_heard *heard)
{
    int gain = 0;

    gain += via_sound_run_has_gap(run, heard->begin) ? VIA_GAP_BEGIN_GAIN
                                                     : VIA_NO_GAP_BEGIN_GAIN;
    gain += via_sound_run_has_gap(run, heard->end) ? VIA_GAP_END_GAIN
                                                   : VIA_NO_GAP_END_GAIN;
    gain += has_silence(names, run, heard->begin, heard->end) ? VIA_SILENCE_GAIN
                                                              : VIA_NO_SILENCE_GAIN;
    return gain;
}

via_heard via_name_seek(const via_names *names, const via_name *name,
                        const via_sound_run *run, size_t begin, size_t end,
                        int score_min)
{
    via_heard best = {begin, begin, 0, 0, IMPOSSIBLE};

    for (size_t w = 0; w < name->n_ways; w++) {
        struct hearing h = {.sounds = &names->sounds,
                            .name = &name->ways[w],
                            .heard = run->sounds,
                            .run = run,
                            .begin = begin,
                            .end = end};

        find_borders(h.name, -IMPOSSIBLE / 10, &h.name_borders);
        via_heard heard = {begin, begin, 0, 0, hear_score(&h) + VIA_NO_SILENCE_GAIN};
        if (heard.score + VIA_SILENCE_GAIN - VIA_NO_SILENCE_GAIN >= score_min)
            heard = hear_in_run(names, &h);
        if (heard.score > best.score)
            best = heard;
    }
    return best;
}
