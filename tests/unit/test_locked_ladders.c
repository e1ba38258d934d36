/* Tests of locked ladders: every ladder keeps to what is decided, in short pairs, long
 * ones and clauses. */
#include "decided.h"
#include "every_ladder.h"
#include "long_pair.h"

/* ---- Ladders ------------------------------------------------------------- */

static bool is_alone(const via_lock *wish)
{
    return wish->src_begin == wish->src_end || wish->tgt_begin == wish->tgt_end;
}

/* Whether a bead does what was wished, where the wish is not to stand alone. */
static bool satisfies(const via_bead *bead, const via_lock *wish)
{
    bool is_held = bead->src_begin <= wish->src_begin &&
                   wish->src_end <= bead->src_end &&
                   bead->tgt_begin <= wish->tgt_begin && wish->tgt_end <= bead->tgt_end;

    return is_held &&
           (!wish->is_exact ||
            bead->src_end - bead->src_begin + bead->tgt_end - bead->tgt_begin ==
                wish->src_end - wish->src_begin + wish->tgt_end - wish->tgt_begin);
}

/* Whether a bead is a segment that shall stand alone. */
static bool stands_alone(const via_bead *bead, const via_lock *wish)
{
    if (wish->src_begin < wish->src_end)
        return bead->tgt_begin == bead->tgt_end && bead->src_begin >= wish->src_begin &&
               bead->src_end <= wish->src_end;
    return bead->src_begin == bead->src_end && bead->tgt_begin >= wish->tgt_begin &&
           bead->tgt_end <= wish->tgt_end;
}

static void check_wish(const via_ladder *ladder, const via_lock *wish)
{
    size_t n_kept = 0, n_wanted = 1;

    if (is_alone(wish))
        n_wanted = wish->src_end - wish->src_begin + wish->tgt_end - wish->tgt_begin;
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        if (is_alone(wish) ? !stands_alone(bead, wish) : !satisfies(bead, wish))
            continue;
        n_kept++;
        if (wish->is_exact)
            assert_true(bead->confidence == 1.0);
    }
    if (n_kept != n_wanted)
        fail_msg("[%zu, %zu):[%zu, %zu): %zu times", wish->src_begin, wish->src_end,
                 wish->tgt_begin, wish->tgt_end, n_kept);
}

static void check_ladder(const via_ladder *ladder, const decided *d)
{
    size_t i = 0, n_tgt = 0;

    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        assert_true(bead->src_begin == i);
        assert_true(bead->confidence >= 0.0 && bead->confidence <= 1.0);
        i = bead->src_end;
        n_tgt += bead->tgt_end - bead->tgt_begin;
    }
    assert_true(i == d->n_src && n_tgt == d->n_tgt);
    for (size_t w = 0; w < d->n_wishes; w++)
        check_wish(ladder, &d->wishes[w]);
}

/* Learns and aligns with what is decided. */
static via_ladder *align(const line_pair *pair, const decided *d)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_locks *locks = decided_locks(d);
    via_pair docs = {pair->src_doc, pair->tgt_doc, locks};
    via_aligner *aligner;
    via_ladder *ladder;

    assert_int_equal(
        via_aligner_new(pair->src_doc->lang, pair->tgt_doc->lang, &opt, &aligner, NULL),
        VIA_OK);
    assert_int_equal(via_aligner_learn(aligner, &docs, 1, 1, NULL), VIA_OK);
    assert_int_equal(via_align(aligner, docs, &ladder, NULL), VIA_OK);
    via_aligner_free(aligner);
    via_locks_free(locks);
    return ladder;
}

static void check_pair(const line_pair *pair, decided *d)
{
    d->n_src = pair->src_doc->n_segs;
    d->n_tgt = pair->tgt_doc->n_segs;
    via_ladder *ladder = align(pair, d);
    check_ladder(ladder, d);
    via_ladder_free(ladder);
}

/* Decides at random, from the left above to the right below. */
static void roll(dice *d, size_t n_src, size_t n_tgt, decided *out)
{
    size_t i = 0, j = 0;

    *out = (decided){.n_src = n_src, .n_tgt = n_tgt};
    while (i < n_src && j < n_tgt && out->n_wishes < LOCKS_MAX) {
        size_t m = 1 + dice_below(d, 4), n = 1 + dice_below(d, 4);
        via_lock wish = {i,    i + m, j, j + n, out->n_wishes + 1, dice_below(d, 2) > 0,
                         false};

        switch (dice_below(d, 4)) {
        case 0:
            wish = (via_lock){i, i + 1, 0, 0, out->n_wishes + 1, true, false};
            break;
        case 1:
            wish = (via_lock){0, 0, j, j + 1, out->n_wishes + 1, true, false};
            break;
        }
        if (wish.src_end <= n_src && wish.tgt_end <= n_tgt)
            out->wishes[out->n_wishes++] = wish;
        i += m + dice_below(d, 4);
        j += n + dice_below(d, 4);
    }
}

static void write_lines(dice *d, size_t n_lines, via_buffer *out)
{
    static const char *const lines[] = {"Mua to.", "Xem", "", "a_1.jpg",
                                        "7 va 12, 30."};

    for (size_t n = 0; n < n_lines; n++)
        via_buffer_format(out, "%s%s\n", lines[dice_below(d, 5)],
                          dice_below(d, 3) ? "" : " 2026");
}

/* Also lines without words and empty ones, which stand in no bead by themselves. */
static void test_any_decision(void **state)
{
    dice d = {5};
    (void)state;

    for (int round = 0; round < 40; round++) {
        via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
        line_pair pair;
        decided wanted;

        write_lines(&d, 1 + dice_below(&d, 14), &src);
        write_lines(&d, 1 + dice_below(&d, 14), &tgt);
        line_pair_init(&pair, "vi", via_buffer_text(&src), "en", via_buffer_text(&tgt));
        roll(&d, pair.src_doc->n_segs, pair.tgt_doc->n_segs, &wanted);
        check_pair(&pair, &wanted);
        line_pair_clear(&pair);
        via_buffer_clear(&src);
        via_buffer_clear(&tgt);
    }
}

/* Neighbours whose translations stand in the other order, as the path may have them:
 * given back, they come out again. Others cross. */
static void test_swapped_neighbours(void **state)
{
    decided swap = {
        {{3, 4, 2, 3, 1, true, false}, {2, 3, 3, 4, 2, true, false}}, 2, 0, 0};
    const via_lock crossed[] = {{2, 4, 3, 4, 1, true, false},
                                {4, 5, 2, 3, 2, true, false}};
    via_locks *locks;
    (void)state;

    for (size_t n_lines = 6; n_lines < 300; n_lines += 250) {
        long_pair pair;

        long_pair_init(&pair, &(long_shape){.n_lines = n_lines, .words_max = 9});
        check_pair(&pair.pair, &swap);
        long_pair_clear(&pair);
    }
    assert_int_equal(via_locks_new(crossed, 2, 6, 6, "locks", &locks, NULL),
                     VIA_E_FORMAT);
}

/* ---- Sums ---------------------------------------------------------------- */

struct kept {
    const via_lattice *lat;
    const decided *d;
    double log_sum;
};

static via_bead bead_of(const via_lattice *lat, size_t candidate)
{
    size_t c = 0, i = 0;

    while (lat->begin[c + 1] <= candidate)
        c++;
    while (lat->band.first[i + 1] <= c)
        i++;
    size_t j = lat->band.lo[i] + (c - lat->band.first[i]);
    const via_candidate *cand = &lat->candidates[candidate];
    return (via_bead){i, i + cand->n_src, j, j + cand->n_tgt, 0, 0};
}

static void add_if_kept(void *data, const every_walk *walk)
{
    struct kept *kept = data;

    for (size_t w = 0; w < kept->d->n_wishes; w++) {
        const via_lock *wish = &kept->d->wishes[w];
        bool is_kept = false;

        for (size_t b = 0; b < walk->n_beads; b++) {
            via_bead bead = bead_of(kept->lat, walk->beads[b]);
            bool is_swapped = kept->lat->candidates[walk->beads[b]].is_swapped;

            is_kept = is_kept || (!is_swapped && satisfies(&bead, wish));
        }
        if (is_alone(wish))
            is_kept = wish->src_begin < wish->src_end ? walk->src_null[wish->src_begin]
                                                      : walk->tgt_null[wish->tgt_begin];
        if (!is_kept)
            return;
    }
    double high = fmax(kept->log_sum, walk->score);
    kept->log_sum = high + log(exp(kept->log_sum - high) + exp(walk->score - high));
}

static via_lattice *sum(line_pair *pair, const via_locks *locks)
{
    via_sides sides = {pair->src, pair->tgt, locks, NULL, NULL, false};
    via_lattice *lat;

    assert_int_equal(via_aligner_lattice(pair->aligner, sides, pair->arena, &lat, NULL),
                     VIA_OK);
    return lat;
}

/* The lattice sums just those of the free ladders that keep to what is decided. */
static void test_sum_of_kept_ladders(void **state)
{
    static const decided cases[] = {
        {{{1, 2, 1, 3, 1, true, false}}, 1, 5, 5},
        {{{1, 2, 2, 3, 1, false, false}}, 1, 5, 5},
        {{{0, 1, 0, 1, 1, false, false}, {3, 4, 4, 5, 2, false, false}}, 2, 5, 5},
        {{{2, 3, 0, 0, 1, true, false}, {0, 0, 1, 2, 2, true, false}}, 2, 5, 5},
        {{{0, 1, 0, 1, 1, true, false},
          {1, 2, 1, 3, 2, true, false},
          {4, 5, 0, 0, 3, true, false}},
         3,
         5,
         5},
    };
    (void)state;

    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        line_pair pair;

        line_pair_init(&pair, "vi",
                       "Giá gạo tăng 12%.\nÔng Sáu bán 350 bao, bà Tư mua.\n"
                       "Trời mưa.\nChợ đông.\nChợ mở lúc 7 giờ.",
                       "en",
                       "Rice rose by 12%.\nMr Sau sold 350 bags;\nMrs Tu bought.\n"
                       "It rained.\nThe market opens at 7.");
        via_locks *locks = decided_locks(&cases[k]);
        via_lattice *free_lat = sum(&pair, NULL), *lat = sum(&pair, locks);
        struct kept kept = {free_lat, &cases[k], -INFINITY};
        every_ladder(free_lat, add_if_kept, &kept);
        /* The scout leaves out what is unlikely. */
        assert_float_equal(lat->log_sum, kept.log_sum, 0.01);
        assert_true(lat->log_sum < free_lat->log_sum);
        via_locks_free(locks);
        line_pair_clear(&pair);
    }
}

/* ---- Long pairs, clauses, large beads ------------------------------------ */

static size_t count_right(const long_pair *pair, const via_ladder *ladder)
{
    size_t n_right = 0;

    for (size_t b = 0, line = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        while (line < pair->n_lines && (pair->src[line] < bead->src_begin ||
                                        pair->src[line] == pair->src[line + 1] ||
                                        pair->tgt[line] == pair->tgt[line + 1]))
            line++;
        n_right += line < pair->n_lines && bead->src_begin == pair->src[line] &&
                   bead->tgt_begin == pair->tgt[line] &&
                   bead->src_end == bead->src_begin + 1 &&
                   bead->tgt_end == bead->tgt_begin + 1;
    }
    return n_right;
}

/* What is true, in a chapter without any key; and what is far from where the coarse
 * path and the scout would ever look. */
static void test_long_pairs(void **state)
{
    long_pair pair;
    decided near = {{{200, 201, 200, 201, 1, true, false},
                     {300, 301, 300, 301, 2, false, false},
                     {400, 403, 400, 403, 3, true, false}},
                    3,
                    0,
                    0};
    decided far = {{{300, 301, 800, 801, 1, true, false},
                    {310, 311, 820, 821, 2, false, false},
                    {1190, 1191, 0, 0, 3, true, false}},
                   3,
                   0,
                   0};
    (void)state;

    long_pair_init(&pair,
                   &(long_shape){.n_lines = 1200, .key_every = 5, .words_max = 9});
    check_pair(&pair.pair, &far);
    near.n_src = pair.pair.src_doc->n_segs;
    near.n_tgt = pair.pair.tgt_doc->n_segs;
    via_ladder *ladder = align(&pair.pair, &near);
    check_ladder(ladder, &near);
    assert_true(count_right(&pair, ladder) > 960);
    via_ladder_free(ladder);

    /* The rest is still found beside it: 300 lines above, 380 below. */
    ladder = align(&pair.pair, &far);
    assert_true(count_right(&pair, ladder) > 600);
    via_ladder_free(ladder);
    long_pair_clear(&pair);
}

/* Where a chapter is missing and no key tells, only what is decided leads beside the
 * diagonal. */
static void test_long_pair_without_keys(void **state)
{
    long_pair pair;
    decided d = {.n_wishes = 0};
    (void)state;

    long_pair_init(
        &pair,
        &(long_shape){.n_lines = 1100, .src_from = 400, .src_to = 700, .words_max = 9});
    for (size_t line = 15; line < 1100; line += 33) {
        size_t i = pair.src[line], j = pair.tgt[line];

        if (pair.src[line + 1] > i)
            d.wishes[d.n_wishes++] =
                (via_lock){i, i + 1, j, j + 1, line, line % 2, false};
    }
    d.n_src = pair.pair.src_doc->n_segs;
    d.n_tgt = pair.pair.tgt_doc->n_segs;
    via_ladder *ladder = align(&pair.pair, &d);
    check_ladder(ladder, &d);
    assert_true(count_right(&pair, ladder) > 700);
    via_ladder_free(ladder);
    long_pair_clear(&pair);
}

/* Everything decided leaves nothing to search, short or long. */
static void test_all_decided(void **state)
{
    static via_lock wishes[1200];
    (void)state;

    for (size_t i = 0; i < 1200; i++)
        wishes[i] = (via_lock){i, i + 1, i, i + 1, i + 1, true, false};
    for (size_t n_lines = 20; n_lines <= 1200; n_lines += 1180) {
        long_pair pair;
        via_locks *locks;
        via_ladder *ladder;

        long_pair_init(&pair, &(long_shape){.n_lines = n_lines, .words_max = 5});
        assert_int_equal(
            via_locks_new(wishes, n_lines, n_lines, n_lines, "locks", &locks, NULL),
            VIA_OK);
        via_lattice *lat = sum(&pair.pair, locks);
        assert_int_equal(lat->n_cells, n_lines + 1);
        assert_int_equal(via_lattice_best(lat, pair.pair.arena, &ladder, NULL), VIA_OK);
        assert_int_equal(ladder->n_beads, n_lines);
        assert_int_equal(count_right(&pair, ladder), n_lines);
        via_ladder_free(ladder);
        via_locks_free(locks);
        long_pair_clear(&pair);
    }
}

/* Beads of shapes that nobody would try, between sentences and between clauses. */
static void test_large_beads(void **state)
{
    decided d = {{{3, 40, 5, 9, 1, true, false},
                  {50, 52, 20, 70, 2, false, false},
                  {60, 61, 80, 110, 3, true, false},
                  {61, 90, 110, 111, 4, true, false},
                  {95, 145, 115, 149, 5, true, false}},
                 5,
                 0,
                 0};
    (void)state;

    for (int is_fine = 0; is_fine < 2; is_fine++) {
        long_pair pair;

        long_pair_init(&pair,
                       &(long_shape){.n_lines = 150, .key_every = 3, .words_max = 9});
        pair.pair.tgt_doc->is_fine = is_fine;
        check_pair(&pair.pair, &d);
        long_pair_clear(&pair);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_decision),
        cmocka_unit_test(test_swapped_neighbours),
        cmocka_unit_test(test_sum_of_kept_ladders),
        cmocka_unit_test(test_long_pairs),
        cmocka_unit_test(test_long_pair_without_keys),
        cmocka_unit_test(test_all_decided),
        cmocka_unit_test(test_large_beads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
