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

/* What it costs to leave out parts at one end of a name. */
#define PART_COST VIA_CENTINAT

/* To begin or end inside a part: katakana may write names without any border. */
#define INSIDE_COST (3 * VIA_CENTINAT)

#define IMPOSSIBLE (-100000)

/* The log odds that two names of a document are the same before anything is heard. */
#define PRIOR_NATS (-3.0)

/* Costs of beginning and ending, by place. */
struct borders {
    int16_t begin[VIA_NAME_SOUNDS_MAX + 1], end[VIA_NAME_SOUNDS_MAX + 1];
};

/* One column of the alignment: the best that ends here, by sounds of the name behind,
 * and the place in the run where it began. */
struct column {
    int score[VIA_NAME_SOUNDS_MAX + 1];
    uint32_t begin[VIA_NAME_SOUNDS_MAX + 1];
};

static void find_borders(const via_reading *name, int inside_cost, struct borders *out)
{
    for (size_t i = 0; i <= name->n_sounds; i++)
        out->begin[i] = out->end[i] = (int16_t)inside_cost;
    for (size_t p = 0; p <= name->n_parts; p++)
        out->begin[name->part_begin[p]] = out->end[name->part_begin[p]] = PART_COST;
    out->begin[0] = 0;
    out->end[name->n_sounds] = 0;
}

/* Everything that one comparison needs. `heard_borders` is NULL for a run that has no
 * borders. */
struct hearing {
    const via_sounds *sounds;
    const via_reading *name;
    struct borders name_borders;
    const uint8_t *heard;
    const struct borders *heard_borders;
    size_t begin, end;
};

static void take_better(struct column *column, size_t i, int score, uint32_t begin)
{
    if (score > column->score[i]) {
        column->score[i] = score;
        column->begin[i] = begin;
    }
}

/* Lets the name begin at place `at`, and skips sounds of the name. */
static void open_column(const struct hearing *h, struct column *column, size_t at)
{
    int cost = h->heard_borders ? h->heard_borders->begin[at] : 0;

    take_better(column, 0, -h->name_borders.begin[0] - cost, (uint32_t)at);
    for (size_t i = 1; i <= h->name->n_sounds; i++) {
        take_better(column, i, -h->name_borders.begin[i] - cost, (uint32_t)at);
        take_better(column, i,
                    column->score[i - 1] - h->sounds->skip[h->name->sounds[i - 1]],
                    column->begin[i - 1]);
    }
}

/* Moves on by one sound heard: it is skipped, or laid beside one of the name. */
static void next_column(const struct hearing *h, struct column *column, uint8_t sound)
{
    const int16_t *alike = h->sounds->alike[VIA_SOUND_OF(sound)];
    int skip = h->sounds->skip[sound];
    int diagonal = column->score[0];
    uint32_t diagonal_begin = column->begin[0];

    column->score[0] -= skip;
    for (size_t i = 1; i <= h->name->n_sounds; i++) {
        int both = diagonal + alike[VIA_SOUND_OF(h->name->sounds[i - 1])];
        uint32_t both_begin = diagonal_begin;

        diagonal = column->score[i];
        diagonal_begin = column->begin[i];
        column->score[i] -= skip;
        take_better(column, i, both, both_begin);
    }
}

static void close_column(const struct hearing *h, const struct column *column,
                         size_t at, via_heard *best)
{
    int cost = h->heard_borders ? h->heard_borders->end[at] : 0;

    for (size_t i = 1; i <= h->name->n_sounds; i++) {
        int score = column->score[i] - h->name_borders.end[i] - cost;

        if (score > best->score)
            *best = (via_heard){column->begin[i], at, score};
    }
}

static via_heard hear(const struct hearing *h)
{
    struct column column;
    via_heard best = {h->begin, h->begin, IMPOSSIBLE};

    for (size_t i = 0; i <= h->name->n_sounds; i++)
        column.score[i] = IMPOSSIBLE;
    open_column(h, &column, h->begin);
    for (size_t at = h->begin; at < h->end; at++) {
        next_column(h, &column, h->heard[at]);
        open_column(h, &column, at + 1);
        close_column(h, &column, at + 1, &best);
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
    return hear(&h).score;
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

double via_name_likeness_of(int score, size_t n_places)
{
    double log_odds = (double)score / VIA_CENTINAT + PRIOR_NATS -
                      log((double)(n_places ? n_places : 1));

    return 1.0 / (1.0 + exp(-log_odds));
}

double via_name_likeness(const via_names *names, const via_name *a, const via_name *b)
{
    return via_name_likeness_of(via_name_score(names, a, b), 1);
}

via_heard via_name_seek(const via_names *names, const via_name *name,
                        const via_sound_run *run, size_t begin, size_t end)
{
    via_heard best = {begin, begin, IMPOSSIBLE};

    for (size_t w = 0; w < name->n_ways; w++) {
        struct hearing h = {.sounds = &names->sounds,
                            .name = &name->ways[w],
                            .heard = run->sounds,
                            .begin = begin,
                            .end = end};

        find_borders(h.name, -IMPOSSIBLE / 10, &h.name_borders);
        via_heard heard = hear(&h);
        if (heard.score > best.score)
            best = heard;
    }
    return best;
}
