/* Seams: what the words around a border of both documents say of it. */
#include "evidence/seams.h"

#include <math.h>

/* One border hears so much at most of any kind. */
#define NATS_MAX 8.0f

/* Walks to borders while they are within reach and in the same block. */
static via_seam_near find_near(const via_side *side, uint32_t seg, size_t slot)
{
    size_t n = side->tokens.before[slot];
    via_seam_near near = {seg, seg, seg + 1, seg + 1};

    if (n < VIA_SEAM_TOKENS) {
        near.after_to = seg + 1;
        while (near.after_from > 0 && !side->ends_block[near.after_from - 1]) {
            n += side->tokens.n_tokens[near.after_from - 1];
            if (n >= VIA_SEAM_TOKENS)
                break;
            near.after_from--;
        }
    }
    n = side->tokens.after[slot];
    if (n < VIA_SEAM_TOKENS) {
        near.before_to = seg + 2;
        while (near.before_to <= side->n_segs &&
               !side->ends_block[near.before_to - 2]) {
            n += side->tokens.n_tokens[near.before_to - 1];
            if (n >= VIA_SEAM_TOKENS)
                break;
            near.before_to++;
        }
    }
    return near;
}

static via_seam_near *find_all_near(const via_side *side, via_arena *arena)
{
    const size_t *begin = side->tokens.begin;
    via_seam_near *near = via_arena_array(arena, begin[side->n_segs], sizeof *near);

    for (uint32_t seg = 0; near && seg < side->n_segs; seg++) {
        for (size_t slot = begin[seg]; slot < begin[seg + 1]; slot++)
            near[slot] = find_near(side, seg, slot);
    }
    return near;
}

bool via_seams_init(via_seams *seams, const via_side *src, const via_side *tgt,
                    via_arena *arena)
{
    *seams = (via_seams){.n_src = src->n_segs, .n_tgt = tgt->n_segs};
    seams->near[0] = find_all_near(src, arena);
    seams->near[1] = find_all_near(tgt, arena);
    return seams->near[0] && seams->near[1];
}

bool via_seams_bound(via_seams *seams, const uint32_t *lo, const uint32_t *hi,
                     via_arena *arena)
{
    size_t n_src = seams->n_src;

    seams->lo = lo;
    seams->hi = hi;
    seams->first = via_arena_array(arena, n_src + 2, sizeof(size_t));
    if (!seams->first)
        return false;
    for (size_t i = 0; i <= n_src; i++) {
        size_t row = i < n_src ? i : i - 1;

        seams->first[i + 1] = seams->first[i] + (n_src ? hi[row] - lo[row] + 1 : 0);
    }
    for (int s = 0; s < VIA_N_SEAMS; s++) {
        seams->nats[s] = via_arena_array(arena, seams->first[n_src + 1], sizeof(float));
        if (!seams->nats[s])
            return false;
    }
    return true;
}

/* The place of a border, or NULL if it is outside the band. */
static float *place_of(const via_seams *seams, enum via_seam seam, size_t i, size_t j)
{
    size_t row = i < seams->n_src ? i : i - 1;

    if (!seams->first || i > seams->n_src || seams->n_src == 0 || j < seams->lo[row] ||
        j > seams->hi[row])
        return NULL;
    return &seams->nats[seam][seams->first[i] + (j - seams->lo[row])];
}

static void add(const via_seams *seams, enum via_seam seam, size_t from, size_t to,
                size_t tgt_from, size_t tgt_to, float nats)
{
    for (size_t i = from; i < to; i++) {
        for (size_t j = tgt_from; j < tgt_to; j++) {
            float *place = place_of(seams, seam, i, j);

            if (place)
                *place = fminf(*place + nats, NATS_MAX);
        }
    }
}

void via_seams_add(via_seams *seams, uint32_t src, uint32_t tgt, float nats)
{
    const via_seam_near *s = &seams->near[0][src], *t = &seams->near[1][tgt];

    add(seams, VIA_SEAM_STARTS, s->after_from, s->after_to, t->after_from, t->after_to,
        nats);
    add(seams, VIA_SEAM_ENDS, s->before_from, s->before_to, t->before_from,
        t->before_to, nats);
    add(seams, VIA_SEAM_CROSSES, s->before_from, s->before_to, t->after_from,
        t->after_to, nats);
    add(seams, VIA_SEAM_CROSSES, s->after_from, s->after_to, t->before_from,
        t->before_to, nats);
}

double via_seams_nats(const via_seams *seams, enum via_seam seam, size_t i, size_t j)
{
    const float *place = place_of(seams, seam, i, j);

    return place ? *place : 0.0;
}
