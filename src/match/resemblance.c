/* Resemblance: how much speaks for two documents being translations of each other. */
#include "match/resemblance.h"

#include "base/parallel.h"
#include "base/status.h"
#include "io/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A share of so few nats is halved. Chosen, not tuned: about three rare keys. */
#define PRIOR_NATS   10.0
#define PRIOR_SQUARE 25.0
/* Places of unrelated things are a third of a document apart, on the average. */
#define CHANCE_DISTANCE (1.0 / 3.0)
/* ln of the ratio of sizes at which nothing more is lost. */
#define LENGTH_MAX 1.5

struct via_resemblance {
    const via_index *index;
    double log_ratio;
    double *masses[2]; /* by document: nats of its keys, glosses left out */
    double *squares[2];
    double *number_masses[2];
    double *token_masses[2]; /* nats that glosses could explain of it at best */
    float *token_worths[2];  /* the same by token */
    double *chances[2];      /* share of it that any document explains */
};

/* ---- Weights ------------------------------------------------------------- */

static const char *const NAMES[VIA_N_TRAITS] = {
#define X(id, name) name,
    VIA_TRAITS(X)
#undef X
};

static size_t find_trait(const char *name)
{
    size_t trait = 0;

    while (trait < VIA_N_TRAITS && strcmp(NAMES[trait], name) != 0)
        trait++;
    return trait;
}

static bool take_row(via_trait_weights *out, bool *seen, const via_row *row)
{
    size_t trait = find_trait(row->fields[0]);

    if (trait == VIA_N_TRAITS || seen[trait])
        return false;
    seen[trait] = true;
    return via_parse_number(row->fields[1], &out->first[trait]) &&
           via_parse_number(row->fields[2], &out->taught[trait]);
}

via_status via_trait_weights_load(via_trait_weights *out, via_error *err)
{
    bool seen[VIA_N_TRAITS] = {false};
    via_table *table = NULL;
    via_status st = via_table_load("traits.tsv", 3, &table, err);

    *out = (via_trait_weights){{0}, {0}};
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);

        if (!take_row(out, seen, row))
            st = via_fail(err, VIA_E_FORMAT,
                          "%s:%zu: expected a trait that is not there yet and two "
                          "weights",
                          via_table_path(table), row->line);
    }
    for (size_t i = 0; st == VIA_OK && i < VIA_N_TRAITS; i++) {
        if (!seen[i])
            st = via_fail(err, VIA_E_FORMAT, "%s: expected the trait %s",
                          via_table_path(table), NAMES[i]);
    }
    via_table_free(table);
    return st;
}

/* ---- Preparing ----------------------------------------------------------- */

static void weigh_keys(via_resemblance *to, int side, size_t doc)
{
    const via_index_side *at = &to->index->sides[side];

    for (size_t i = at->slot_begin[doc]; i < at->slot_begin[doc + 1]; i++) {
        const via_slot *slot = &at->slots[i];
        double weight = to->index->groups[slot->group].weight;

        if (slot->kind != VIA_KEY_GLOSS) {
            to->masses[side][doc] += weight;
            to->squares[side][doc] += weight * weight;
        }
        if (slot->kind == VIA_KEY_NUMBER)
            to->number_masses[side][doc] += weight;
    }
}

static void weigh_tokens(via_resemblance *to, int side, size_t doc)
{
    const via_index_side *at = &to->index->sides[side];

    for (size_t i = at->token_begin[doc]; i < at->token_begin[doc + 1]; i++)
        to->token_masses[side][doc] += to->token_worths[side][at->tokens[i]];
}

/* What a token is worth that the other side explains: how likely it is to do so, times
 * the rarity of the more common of both. A rare word that is explained by one that
 * stands everywhere proves nothing. */
static float gloss_worth(const via_index *index, const via_gloss *gloss, int side)
{
    float likely = side ? gloss->src_to_tgt : gloss->tgt_to_src;

    return likely * fminf(index->sides[0].token_weights[gloss->src],
                          index->sides[1].token_weights[gloss->tgt]);
}

static bool value_tokens(via_resemblance *to, int side)
{
    const via_glosses *glosses = to->index->glosses;
    size_t n_tokens = side ? glosses->tgt.n_ids : glosses->src.n_ids;

    to->token_worths[side] = calloc(n_tokens + 1, sizeof(float));
    for (size_t r = 0; to->token_worths[side] && r < glosses->n_rows; r++) {
        const via_gloss *gloss = &glosses->rows[r];
        float *worth = &to->token_worths[side][side ? gloss->tgt : gloss->src];

        *worth = fmaxf(*worth, gloss_worth(to->index, gloss, side));
    }
    return to->token_worths[side] != NULL;
}

static bool weigh(via_resemblance *to, int side)
{
    size_t n_docs = to->index->sides[side].n_docs;

    to->masses[side] = calloc(n_docs + 1, sizeof(double));
    to->number_masses[side] = calloc(n_docs + 1, sizeof(double));
    to->squares[side] = calloc(n_docs + 1, sizeof(double));
    to->token_masses[side] = calloc(n_docs + 1, sizeof(double));
    to->chances[side] = calloc(n_docs + 1, sizeof(double));
    if (!to->masses[side] || !to->number_masses[side] || !to->token_masses[side] ||
        !to->chances[side] || !to->squares[side])
        return false;
    if (to->index->glosses && !value_tokens(to, side))
        return false;
    for (size_t d = 0; d < n_docs; d++) {
        weigh_keys(to, side, d);
        if (to->index->glosses)
            weigh_tokens(to, side, d);
    }
    return true;
}

via_resemblance *via_resemblance_new(const via_index *index, double log_ratio)
{
    via_resemblance *resemblance = calloc(1, sizeof *resemblance);

    if (!resemblance)
        return NULL;
    resemblance->index = index;
    resemblance->log_ratio = log_ratio;
    if (weigh(resemblance, 0) && weigh(resemblance, 1))
        return resemblance;
    via_resemblance_free(resemblance);
    return NULL;
}

void via_resemblance_free(via_resemblance *resemblance)
{
    if (!resemblance)
        return;
    for (int side = 0; side < 2; side++) {
        free(resemblance->masses[side]);
        free(resemblance->number_masses[side]);
        free(resemblance->squares[side]);
        free(resemblance->token_masses[side]);
        free(resemblance->token_worths[side]);
        free(resemblance->chances[side]);
    }
    free(resemblance);
}

/* ---- Comparing ----------------------------------------------------------- */

/* What two documents hold both, in nats. */
struct common {
    double keys, numbers;
    double squares;  /* of nats */
    double distance; /* of places, times nats */
};

static void add_common(const via_resemblance *to, const via_slot *src,
                       const via_slot *tgt, struct common *common)
{
    double weight = to->index->groups[src->group].weight;

    if (src->kind == VIA_KEY_GLOSS)
        return;
    common->keys += weight;
    common->squares += weight * weight;
    if (src->kind == VIA_KEY_NUMBER)
        common->numbers += weight;
    common->distance += weight * fabs((double)src->place - tgt->place) / UINT16_MAX;
}

static struct common find_common(const via_resemblance *to, uint32_t src, uint32_t tgt)
{
    const via_index_side *a = &to->index->sides[0], *b = &to->index->sides[1];
    size_t i = a->slot_begin[src], j = b->slot_begin[tgt];
    struct common common = {0.0, 0.0, 0.0, 0.0};

    while (i < a->slot_begin[src + 1] && j < b->slot_begin[tgt + 1]) {
        uint32_t left = a->slots[i].group, right = b->slots[j].group;

        if (left == right)
            add_common(to, &a->slots[i], &b->slots[j], &common);
        i += left <= right;
        j += right <= left;
    }
    return common;
}

static double share(double both, double all)
{
    return both / (all + PRIOR_NATS);
}

/* How much of the tokens of both documents the glosses explain, in nats. `explained`
 * is 0 for tokens that the target does not hold, else 1 and what the source explains of
 * it. */
static void explain(const via_resemblance *to, uint32_t src, uint32_t tgt,
                    float *explained, double nats[2])
{
    const via_index_side *a = &to->index->sides[0], *b = &to->index->sides[1];
    const via_glosses *glosses = to->index->glosses;

    nats[0] = nats[1] = 0.0;
    for (size_t j = b->token_begin[tgt]; j < b->token_begin[tgt + 1]; j++)
        explained[b->tokens[j]] = 1.0F;
    for (size_t i = a->token_begin[src]; i < a->token_begin[src + 1]; i++) {
        uint32_t token = a->tokens[i];
        float best = 0.0F;

        for (size_t r = glosses->row_begin[token]; r < glosses->row_begin[token + 1];
             r++) {
            const via_gloss *gloss = &glosses->rows[r];
            float *at = &explained[gloss->tgt];

            if (*at == 0.0F)
                continue;
            best = fmaxf(best, gloss_worth(to->index, gloss, 0));
            *at = fmaxf(*at, 1.0F + gloss_worth(to->index, gloss, 1));
        }
        nats[0] += best;
    }
    for (size_t j = b->token_begin[tgt]; j < b->token_begin[tgt + 1]; j++) {
        nats[1] += (double)explained[b->tokens[j]] - 1.0;
        explained[b->tokens[j]] = 0.0F;
    }
}

static double length_distance(const via_resemblance *to, uint32_t src, uint32_t tgt)
{
    double src_size = to->index->sides[0].sketches[src].size + 1.0;
    double tgt_size = to->index->sides[1].sketches[tgt].size + 1.0;

    return fmin(fabs(log(tgt_size / src_size) - to->log_ratio) / LENGTH_MAX, 1.0);
}

static void share_explained(const via_resemblance *to, uint32_t src, uint32_t tgt,
                            float *scratch, double shares[2])
{
    double nats[2];

    explain(to, src, tgt, scratch, nats);
    shares[0] = share(nats[0], to->token_masses[0][src]);
    shares[1] = share(nats[1], to->token_masses[1][tgt]);
}

/* How far a share is above what chance gives, as a share of what is left. */
static double beyond(double share, double chance)
{
    return (share - chance) / (1.0 - chance);
}

/* What both documents might hold is what the poorer of them does. In English every word
 * of a heading may look like a name: one page in ten of the help of LibreOffice has six
 * times as many keys, in nats, as the same in Vietnamese. That these are not found
 * there proves nothing. */
void via_traits_find(const via_resemblance *to, uint32_t src, uint32_t tgt,
                     float *scratch, double traits[VIA_N_TRAITS])
{
    struct common common = find_common(to, src, tgt);
    double both_might = 2.0 * fmin(to->masses[0][src], to->masses[1][tgt]);
    double number_mass = to->number_masses[0][src] + to->number_masses[1][tgt];
    double agreement = common.keys - common.distance / CHANCE_DISTANCE;

    traits[VIA_TRAIT_ANY] = 1.0;
    traits[VIA_TRAIT_KEYS] = share(2.0 * common.keys, both_might);
    traits[VIA_TRAIT_KEYED] = share(both_might, both_might);
    traits[VIA_TRAIT_RARE] =
        common.squares / sqrt((to->squares[0][src] + PRIOR_SQUARE) *
                              (to->squares[1][tgt] + PRIOR_SQUARE));
    traits[VIA_TRAIT_NUMBERS] = share(2.0 * common.numbers, number_mass);
    traits[VIA_TRAIT_NUMBERED] = share(number_mass, number_mass);
    traits[VIA_TRAIT_ORDER] = share(agreement, common.keys);
    traits[VIA_TRAIT_LENGTH] = length_distance(to, src, tgt);
    traits[VIA_TRAIT_LEXICON] = traits[VIA_TRAIT_LEXICON_FEWER] = 0.0;
    if (to->index->glosses) {
        double shares[2];

        share_explained(to, src, tgt, scratch, shares);
        double src_share = beyond(shares[0], to->chances[0][src]);
        double tgt_share = beyond(shares[1], to->chances[1][tgt]);

        traits[VIA_TRAIT_LEXICON] = (src_share + tgt_share) / 2.0;
        traits[VIA_TRAIT_LEXICON_FEWER] = fmin(src_share, tgt_share);
    }
}

/* ---- Chance -------------------------------------------------------------- */

/* How much of a document is explained by others is looked at in so many of them, and
 * the median taken, so that its translation may be among them. */
#define N_OTHERS 5

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

/* Numbers of documents far apart, the same in every run. */
static uint32_t other_doc(size_t doc, size_t i, size_t n_docs)
{
    return (uint32_t)((doc * UINT64_C(2654435761) + i * UINT64_C(2246822519)) % n_docs);
}

static void find_chance(via_resemblance *to, int side, size_t doc, float *scratch)
{
    size_t n_others = to->index->sides[1 - side].n_docs;
    double found[N_OTHERS];

    for (size_t i = 0; i < N_OTHERS; i++) {
        uint32_t other = other_doc(doc, i, n_others);
        double shares[2];

        share_explained(to, side ? other : (uint32_t)doc, side ? (uint32_t)doc : other,
                        scratch, shares);
        found[i] = shares[side];
    }
    qsort(found, N_OTHERS, sizeof *found, compare_numbers);
    to->chances[side][doc] = found[N_OTHERS / 2];
}

/* ---- All candidates ------------------------------------------------------ */

/* Candidates, or documents, that one item covers. */
#define BLOCK_SIZE 64

struct work {
    const double *weights;
    via_resemblance *resemblance;
    float **scratch; /* by worker */
    via_couple *candidates;
    size_t n_candidates;
};

static size_t n_blocks(size_t n)
{
    return (n + BLOCK_SIZE - 1) / BLOCK_SIZE;
}

static void score_block(void *data, size_t item, size_t worker)
{
    struct work *work = data;
    size_t end = (item + 1) * BLOCK_SIZE;

    for (size_t c = item * BLOCK_SIZE; c < end && c < work->n_candidates; c++) {
        double traits[VIA_N_TRAITS], score = 0.0;

        via_traits_find(work->resemblance, work->candidates[c].src,
                        work->candidates[c].tgt, work->scratch[worker], traits);
        for (size_t t = 0; t < VIA_N_TRAITS; t++)
            score += work->weights[t] * traits[t];
        work->candidates[c].score = score;
    }
}

/* Items are blocks of source documents, then blocks of target documents. */
static void find_chances(void *data, size_t item, size_t worker)
{
    struct work *work = data;
    const via_index_side *sides = work->resemblance->index->sides;
    size_t n_src_blocks = n_blocks(sides[0].n_docs);
    int side = item >= n_src_blocks;
    size_t begin = (item - (side ? n_src_blocks : 0)) * BLOCK_SIZE;

    for (size_t d = begin; d < begin + BLOCK_SIZE && d < sides[side].n_docs; d++)
        find_chance(work->resemblance, side, d, work->scratch[worker]);
}

via_status via_couples_score(const via_index *index, const double weights[VIA_N_TRAITS],
                             double log_ratio, via_couple *candidates,
                             size_t n_candidates, size_t n_workers, via_error *err)
{
    size_t n_tokens = index->glosses ? index->glosses->tgt.n_ids : 0;
    struct work work = {weights, via_resemblance_new(index, log_ratio),
                        calloc(n_workers, sizeof(float *)), candidates, n_candidates};
    bool is_well = work.resemblance && work.scratch;

    for (size_t w = 0; is_well && w < n_workers; w++) {
        work.scratch[w] = calloc(n_tokens + 1, sizeof(float));
        is_well = work.scratch[w] != NULL;
    }
    if (is_well && index->glosses && n_candidates)
        via_parallel_for(n_blocks(index->sides[0].n_docs) +
                             n_blocks(index->sides[1].n_docs),
                         n_workers, find_chances, &work);
    if (is_well)
        via_parallel_for(n_blocks(n_candidates), n_workers, score_block, &work);
    for (size_t w = 0; work.scratch && w < n_workers; w++)
        free(work.scratch[w]);
    free(work.scratch);
    via_resemblance_free(work.resemblance);
    return is_well ? VIA_OK : via_fail_memory(err);
}
