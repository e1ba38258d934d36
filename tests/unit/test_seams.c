/* Tests of seams: what links say of borders, against the definition. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "dice.h"

#include "evidence/seams.h"

#define N_SEGS_MAX 8
#define N_LINKS    12
/* A token of each side that may translate each other, by segment and by its number in
 * all segments. */
typedef struct link_made {
    uint32_t segs[2], slots[2];
    float nats;
} link_made;

#define NEAR 1e-5

/* A side with nothing but places of tokens, no token twice in a segment. */
struct word_side {
    via_side side;
    bool ends_block[N_SEGS_MAX];
    size_t begin[N_SEGS_MAX + 1];
    uint16_t before[N_SEGS_MAX * 8], after[N_SEGS_MAX * 8];
    uint32_t n_tokens[N_SEGS_MAX];
};

static void set_side(struct word_side *out, const uint32_t *n_tokens,
                     const bool *ends_block, size_t n_segs)
{
    *out = (struct word_side){.side = {.n_segs = n_segs}};
    for (size_t i = 0; i < n_segs; i++) {
        out->n_tokens[i] = n_tokens[i];
        out->ends_block[i] = ends_block[i];
        out->begin[i + 1] = out->begin[i] + n_tokens[i];
        for (size_t k = 0; k < n_tokens[i]; k++) {
            out->before[out->begin[i] + k] = (uint16_t)k;
            out->after[out->begin[i] + k] = (uint16_t)(n_tokens[i] - 1 - k);
        }
    }
    out->side.ends_block = out->ends_block;
    out->side.tokens = (via_token_sets){
        .begin = out->begin,
        .before = out->before,
        .after = out->after,
        .n_tokens = out->n_tokens,
    };
}

static void roll_side(dice *d, struct word_side *out, size_t n_segs)
{
    uint32_t n_tokens[N_SEGS_MAX];
    bool ends_block[N_SEGS_MAX];

    for (size_t i = 0; i < n_segs; i++) {
        n_tokens[i] = (uint32_t)dice_below(d, 8);
        ends_block[i] = dice_below(d, 5) == 0;
    }
    set_side(out, n_tokens, ends_block, n_segs);
}

/* Whether a token stands among the six words behind a border, or in front of it, with
 * no end of a block between. */
static bool is_near(const struct word_side *at, size_t seg, size_t slot, size_t border,
                    bool is_behind)
{
    size_t n = is_behind ? at->before[slot] : at->after[slot];

    if (is_behind ? border > seg : border <= seg)
        return false;
    for (size_t i = is_behind ? border : seg + 1; i < (is_behind ? seg : border); i++)
        n += at->n_tokens[i];
    for (size_t i = is_behind ? border : seg; i < (is_behind ? seg : border - 1); i++) {
        if (at->ends_block[i])
            return false;
    }
    return n < 6;
}

static double slow_nats(const struct word_side *src, const struct word_side *tgt,
                        const link_made *links, size_t n_links, enum via_seam seam,
                        size_t i, size_t j)
{
    double sum = 0.0;

    for (size_t k = 0; k < n_links; k++) {
        const link_made *link = &links[k];
        bool src_behind = is_near(src, link->segs[0], link->slots[0], i, true);
        bool src_before = is_near(src, link->segs[0], link->slots[0], i, false);
        bool tgt_behind = is_near(tgt, link->segs[1], link->slots[1], j, true);
        bool tgt_before = is_near(tgt, link->segs[1], link->slots[1], j, false);

        if (seam == VIA_SEAM_STARTS ? src_behind && tgt_behind
            : seam == VIA_SEAM_ENDS
                ? src_before && tgt_before
                : (src_before && tgt_behind) || (src_behind && tgt_before))
            sum += link->nats;
    }
    return fmin(sum, 8.0);
}

static void add_link(via_seams *seams, const link_made *link)
{
    via_seams_add(seams, link->slots[0], link->slots[1], link->nats);
}

static uint32_t roll_segment(dice *d, const struct word_side *of, uint32_t *slot)
{
    size_t all = of->begin[of->side.n_segs], at = dice_below(d, all);
    uint32_t seg = 0;

    *slot = (uint32_t)at;
    while (of->begin[seg + 1] <= at)
        seg++;
    return seg;
}

/* Compares all borders, those outside the band as well, which hold nothing. */
static void check_round(dice *d, bool is_narrow)
{
    struct word_side src, tgt;
    link_made links[N_LINKS];
    uint32_t lo[N_SEGS_MAX], hi[N_SEGS_MAX];
    size_t n_src = 1 + dice_below(d, N_SEGS_MAX), n_tgt = 1 + dice_below(d, N_SEGS_MAX);
    via_arena *arena = via_arena_new();
    via_seams seams;

    do {
        roll_side(d, &src, n_src);
        roll_side(d, &tgt, n_tgt);
    } while (!src.begin[n_src] || !tgt.begin[n_tgt]);
    for (size_t i = 0; i < n_src; i++) {
        lo[i] = is_narrow ? (uint32_t)dice_below(d, n_tgt + 1) : 0;
        hi[i] =
            (uint32_t)(is_narrow ? lo[i] + dice_below(d, n_tgt + 1 - lo[i]) : n_tgt);
    }
    assert_true(via_seams_init(&seams, &src.side, &tgt.side, arena));
    assert_true(via_seams_bound(&seams, lo, hi, arena));
    for (size_t k = 0; k < N_LINKS; k++) {
        links[k].segs[0] = roll_segment(d, &src, &links[k].slots[0]);
        links[k].segs[1] = roll_segment(d, &tgt, &links[k].slots[1]);
        links[k].nats = (float)dice_between(d, 0.1, 4.0);
        add_link(&seams, &links[k]);
    }
    for (size_t i = 0; i <= n_src; i++) {
        size_t row = i < n_src ? i : i - 1;

        for (size_t j = 0; j <= n_tgt; j++) {
            bool is_inside = j >= lo[row] && j <= hi[row];

            for (int s = 0; s < VIA_N_SEAMS; s++)
                assert_float_equal(via_seams_nats(&seams, (enum via_seam)s, i, j),
                                   is_inside ? slow_nats(&src, &tgt, links, N_LINKS,
                                                         (enum via_seam)s, i, j)
                                             : 0.0,
                                   NEAR);
        }
    }
    via_arena_free(arena);
}

static void test_definition(void **state)
{
    dice d = {1};
    (void)state;

    for (int round = 0; round < 200; round++)
        check_round(&d, round % 2);
}

/* By hand: the price | farmers, where farmers are the second word of the target's. */
static void test_one_link(void **state)
{
    static const uint32_t n_src[] = {7, 3}, n_tgt[] = {4, 8}, lo[] = {0, 0};
    static const uint32_t hi[] = {2, 2};
    static const bool no_blocks[] = {false, false}, blocks[] = {true, true};
    link_made link = {{1, 1}, {7, 5}, 1.5f};
    via_arena *arena = via_arena_new();
    struct word_side src, tgt;
    via_seams seams;
    (void)state;

    set_side(&src, n_src, no_blocks, 2);
    set_side(&tgt, n_tgt, no_blocks, 2);
    assert_true(via_seams_init(&seams, &src.side, &tgt.side, arena));
    assert_true(via_seams_bound(&seams, lo, hi, arena));
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 1, 1), 0.0, 0.0);
    add_link(&seams, &link);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 1, 1), 1.5, NEAR);
    /* Also near the beginning of the target, but not of the source. */
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 1, 0), 1.5, NEAR);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 0, 0), 0.0, 0.0);
    /* In the source near its end, in the target not. */
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_ENDS, 2, 2), 0.0, 0.0);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_CROSSES, 2, 1), 1.5, NEAR);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_CROSSES, 1, 1), 0.0, 0.0);
    /* Words do not reach across the end of a block. */
    set_side(&tgt, n_tgt, blocks, 2);
    assert_true(via_seams_init(&seams, &src.side, &tgt.side, arena));
    assert_true(via_seams_bound(&seams, lo, hi, arena));
    add_link(&seams, &link);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 1, 1), 1.5, NEAR);
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 1, 0), 0.0, 0.0);
    via_arena_free(arena);
}

static void test_empty_sides(void **state)
{
    via_arena *arena = via_arena_new();
    struct word_side none;
    via_seams seams;
    (void)state;

    set_side(&none, NULL, NULL, 0);
    assert_true(via_seams_init(&seams, &none.side, &none.side, arena));
    assert_true(via_seams_bound(&seams, NULL, NULL, arena));
    assert_float_equal(via_seams_nats(&seams, VIA_SEAM_STARTS, 0, 0), 0.0, 0.0);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_definition),
        cmocka_unit_test(test_one_link),
        cmocka_unit_test(test_empty_sides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
