/* Likeness: how much alike two names are, and what that means. */
#include "name/hearing.h"
#include "name/name_tables.h"

#include <math.h>

/* The log odds that a name of one document is a certain name of the other, or stands in
 * a certain place, are those of chance and this. From aligned news; with the scores of
 * sounds.tsv, the log odds of being right then grow by one for one. */
#define PRIOR_NATS (-1.0)

/* Kin have this share of what there is to hear in the shorter name in common. */
#define KIN_PERCENT 80

static int compare_readings(const via_names *names, const via_reading *a,
                            const via_reading *b)
{
    via_borders a_borders, b_borders;
    via_audible audible = {b->sounds, b_borders.begin, b_borders.end, b->n_sounds};

    via_borders_find(a, VIA_INSIDE_COST, &a_borders);
    via_borders_find(b, VIA_INSIDE_COST, &b_borders);
    return via_hear(&names->sounds, a, &a_borders, &audible, 0, b->n_sounds).score;
}

int via_name_score(const via_names *names, const via_name *a, const via_name *b)
{
    int best = VIA_IMPOSSIBLE;

    for (size_t i = 0; i < a->n_ways; i++) {
        for (size_t j = 0; j < b->n_ways; j++) {
            int score = compare_readings(names, &a->ways[i], &b->ways[j]);

            if (score > best)
                best = score;
        }
    }
    return best;
}

int via_reading_weight(const via_sounds *sounds, const via_reading *reading,
                       size_t begin, size_t end)
{
    int weight = 0;

    for (size_t i = begin; i < end; i++) {
        uint8_t sound = reading->sounds[i];

        weight += sound & VIA_SOUND_WEAK ? 0 : sounds->alike[sound][sound];
    }
    return weight;
}

int via_name_weight(const via_names *names, const via_name *name)
{
    int best = 0;

    for (size_t w = 0; w < name->n_ways; w++) {
        const via_reading *way = &name->ways[w];
        int weight = via_reading_weight(&names->sounds, way, 0, way->n_sounds);

        best = weight > best ? weight : best;
    }
    return best;
}

bool via_names_are_kin(const via_names *names, const via_name *a, const via_name *b)
{
    int weight_a = via_name_weight(names, a), weight_b = via_name_weight(names, b);
    int weight = weight_a < weight_b ? weight_a : weight_b;

    return 100 * (via_name_score(names, a, b) + VIA_PART_COST) >= KIN_PERCENT * weight;
}

static double log_of(size_t n_places)
{
    return n_places ? log((double)n_places) : 0.0;
}

double via_name_likeness_of(int score, size_t n_places)
{
    double log_odds = (double)score / VIA_CENTINAT + PRIOR_NATS - log_of(n_places);

    return 1.0 / (1.0 + exp(-log_odds));
}

int via_name_score_for(double likeness, size_t n_places)
{
    double log_odds = log(likeness / (1.0 - likeness)) - PRIOR_NATS + log_of(n_places);

    return (int)ceil(log_odds * VIA_CENTINAT);
}

double via_name_likeness(const via_names *names, const via_name *a, const via_name *b)
{
    return via_name_likeness_of(via_name_score(names, a, b), 1);
}
