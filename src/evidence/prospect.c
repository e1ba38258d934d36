/* Prospect: whether two names can be alike at all, found much faster than how much. */
#include "evidence/prospect.h"

#include "evidence/name_tables.h"

#define N_GROUPS VIA_SOUND_GROUPS_MAX

/* Bits of single groups stand behind those of pairs: 49 and 7. */
#define SINGLES_AT (N_GROUPS * N_GROUPS)

/* This share of the bits of the shorter name must be in both. Of Vietnamese and Japanese
 * names in news that score high, one in a hundred fails. */
#define SHARED_PERCENT 60

static uint64_t pair_bits(unsigned first, unsigned second)
{
    uint64_t bits = 0;

    for (unsigned g = 0; g < N_GROUPS; g++) {
        if (first >> g & 1)
            bits |= (uint64_t)second << (g * N_GROUPS);
    }
    return bits;
}

/* Sets the bits of one way and returns its consonants. Pairs may have one consonant
 * between them. */
static unsigned find_bones(const via_sounds *sounds, const via_reading *way,
                           uint64_t *bones)
{
    unsigned before = 0, before_that = 0, n_consonants = 0;

    for (size_t i = 0; i < way->n_sounds; i++) {
        unsigned groups = sounds->groups[VIA_SOUND_OF(way->sounds[i])];

        if (!groups)
            continue;
        *bones |= pair_bits(before, groups) | pair_bits(before_that, groups) |
                  (uint64_t)groups << SINGLES_AT;
        n_consonants += !(way->sounds[i] & VIA_SOUND_WEAK);
        before_that = before;
        before = groups;
    }
    return n_consonants;
}

static void find_best(const via_sounds *sounds, const via_reading *way, int16_t *best)
{
    for (size_t sound = 1; sound < sounds->n_sounds; sound++) {
        best[sound] = (int16_t)-sounds->skip[sound];
        for (size_t i = 0; i < way->n_sounds; i++) {
            int16_t alike = sounds->alike[sound][VIA_SOUND_OF(way->sounds[i])];

            best[sound] = alike > best[sound] ? alike : best[sound];
        }
    }
}

void via_prospect_find(const via_names *names, const via_name *name, via_prospect *out)
{
    *out = (via_prospect){.n_consonants = UINT8_MAX};
    out->weight = via_name_weight(names, name);
    for (size_t w = 0; w < name->n_ways; w++) {
        unsigned n_consonants = find_bones(&names->sounds, &name->ways[w], &out->bones);

        if (n_consonants < out->n_consonants)
            out->n_consonants = (uint8_t)n_consonants;
        find_best(&names->sounds, &name->ways[w], out->best[w]);
    }
}

/* Returns the most that the sounds of `name` can get in any order, over any of its
 * parts that stand together. */
static int bound_of(const via_reading *name, const int16_t *best)
{
    int most = 0, sum = 0;

    for (size_t p = 0; p < name->n_parts; p++) {
        sum = sum > 0 ? sum : 0;
        for (size_t i = name->part_begin[p]; i < name->part_begin[p + 1]; i++) {
            int gain = best[VIA_SOUND_OF(name->sounds[i])];

            sum += gain < 0 && name->sounds[i] & VIA_SOUND_WEAK ? 0 : gain;
        }
        most = sum > most ? sum : most;
    }
    return most;
}

static bool share_bones(const via_prospect *a, const via_prospect *b)
{
    int n_consonants =
        a->n_consonants < b->n_consonants ? a->n_consonants : b->n_consonants;

    return 100 * __builtin_popcountll(a->bones & b->bones) >=
           SHARED_PERCENT * (2 * n_consonants - 1);
}

bool via_prospects_fit(const via_name *a, const via_prospect *a_prospect,
                       const via_name *b, const via_prospect *b_prospect, int score_min)
{
    if (a_prospect->weight < score_min || b_prospect->weight < score_min ||
        !share_bones(a_prospect, b_prospect))
        return false;
    for (size_t i = 0; i < a->n_ways; i++) {
        for (size_t j = 0; j < b->n_ways; j++) {
            if (bound_of(&a->ways[i], b_prospect->best[j]) >= score_min &&
                bound_of(&b->ways[j], a_prospect->best[i]) >= score_min)
                return true;
        }
    }
    return false;
}
