/* Terms: features that are not zero, item by item. */
#include "train/terms.h"

bool via_terms_start(via_terms *terms, size_t n_items, via_arena *arena)
{
    *terms = (via_terms){via_arena_array(arena, n_items + 1, sizeof(size_t)), NULL, 0,
                         VIA_BUFFER_INIT};
    return terms->begin != NULL;
}

void via_terms_add(via_terms *terms, const double *features)
{
    for (uint32_t f = 0; f < VIA_N_FEATURES; f++) {
        via_term term = {f, (float)features[f]};

        if (features[f] != 0.0)
            via_buffer_append(&terms->found, (const char *)&term, sizeof term);
    }
    terms->begin[++terms->n_items] = terms->found.n_bytes / sizeof(via_term);
}

bool via_terms_end(via_terms *terms, via_arena *arena)
{
    if (!terms->found.has_failed)
        terms->list = (via_term *)(void *)via_arena_copy(arena, terms->found.bytes,
                                                         terms->found.n_bytes);
    via_buffer_clear(&terms->found);
    return terms->list != NULL;
}

double via_terms_score(const via_terms *terms, size_t item, const double *weights)
{
    double score = 0.0;

    for (size_t k = terms->begin[item]; k < terms->begin[item + 1]; k++)
        score += weights[terms->list[k].feature] * terms->list[k].value;
    return score;
}

void via_terms_sum(const via_terms *terms, size_t item, double times, double *sums)
{
    for (size_t k = terms->begin[item]; k < terms->begin[item + 1]; k++)
        sums[terms->list[k].feature] += times * terms->list[k].value;
}
