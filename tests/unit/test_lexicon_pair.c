/* Tests of lexicon pairs: every bead against the definition, right ones over wrong. */
#include "word_pair.h"

#include <math.h>

#include "evidence/lexicon_pair.h"

#define N_SEGS 12

struct fixture {
    via_arena *arena;
    word_pair taught[20], scored;
    via_lexicon *lexicon;
    via_lexicon_pair *pair;
    uint32_t lo[N_SEGS], hi[N_SEGS];
};

static void fix_pair(struct fixture *fix, const word_pair *scored)
{
    via_lexicon_range range = {fix->lo, fix->hi, 3, 4};

    for (size_t i = 0; i < N_SEGS; i++) {
        fix->lo[i] = 0;
        fix->hi[i] = N_SEGS + 1; /* corners are more than segments */
    }
    assert_int_equal(via_lexicon_pair_new(fix->lexicon, &scored->src, &scored->tgt,
                                          &range, fix->arena, &fix->pair, NULL),
                     VIA_OK);
}

static void set_up(struct fixture *fix)
{
    fix->arena = via_arena_new();
    for (unsigned p = 0; p < 20; p++)
        fix->taught[p] = word_pair_new(N_SEGS, 6, 50, p + 20, fix->arena);
    fix->scored = word_pair_new(N_SEGS, 6, 60, 99, fix->arena);
    fix->lexicon = word_lexicon(fix->taught, 20, 1);
}

static void tear_down(struct fixture *fix)
{
    via_lexicon_free(fix->lexicon);
    via_arena_free(fix->arena);
}

/* What one token of `to` is worth, given tokens [begin, end) of the other side. */
static double token_ratio(const struct fixture *fix, int from, size_t begin, size_t end,
                          uint64_t id)
{
    const via_side *sides[2] = {&fix->scored.src, &fix->scored.tgt};
    const via_lexicon *lex = fix->lexicon;
    uint32_t to = via_lexicon_find(lex, 1 - from, id);
    double sum = 1.0;

    for (size_t k = begin; k < end; k++) {
        uint32_t token = via_lexicon_find(lex, from, sides[from]->tokens.ids[k]);
        uint32_t s = from ? to : token, t = from ? token : to;

        if (token == VIA_LEXICON_NONE) {
            sum += 1.0;
            continue;
        }
        sum += via_lexicon_base(lex->tokens[from][token].known,
                                lex->tokens[from][token].kept);
        if (to == VIA_LEXICON_NONE)
            continue;
        for (size_t r = lex->row_begin[s]; r < lex->row_begin[s + 1]; r++) {
            if (lex->rows[r].tgt == t)
                sum += via_lexicon_ratio(lex->rows[r].counts[from],
                                         lex->tokens[from][token].known,
                                         lex->tokens[1 - from][to].share);
        }
    }
    return log(0.85 * sum / (double)(end - begin + 1) + 0.15);
}

static double slow_ratio(const struct fixture *fix, const via_bead *at)
{
    const via_token_sets *src = &fix->scored.src.tokens, *tgt = &fix->scored.tgt.tokens;
    size_t a = src->begin[at->src_begin], b = src->begin[at->src_end];
    size_t c = tgt->begin[at->tgt_begin], d = tgt->begin[at->tgt_end];
    const double *src_known = fix->pair->weights[0], *tgt_known = fix->pair->weights[1];
    double there = 0.0, back = 0.0;

    for (size_t k = c; k < d; k++)
        there += token_ratio(fix, 0, a, b, tgt->ids[k]);
    for (size_t k = a; k < b; k++)
        back += token_ratio(fix, 1, c, d, src->ids[k]);
    return fmin(there / (tgt_known[at->tgt_end] - tgt_known[at->tgt_begin] + 5.0),
                back / (src_known[at->src_end] - src_known[at->src_begin] + 5.0));
}

static double ratio_of(const struct fixture *fix, const via_bead *at)
{
    via_lexicon_rating rating;

    via_lexicon_pair_rate(
        fix->pair,
        &(via_lexicon_span){{at->src_begin, at->tgt_begin}, {at->src_end, at->tgt_end}},
        &rating);
    return rating.ratio;
}

static void test_definition(void **state)
{
    struct fixture fix;

    set_up(&fix);
    fix_pair(&fix, &fix.scored);
    for (size_t i = 0; i < N_SEGS; i++) {
        for (size_t j = 0; j < N_SEGS; j++) {
            for (size_t m = 1; m <= 3 && i + m <= N_SEGS; m++) {
                for (size_t n = 1; n <= 4 && j + n <= N_SEGS; n++) {
                    via_bead at = {i, i + m, j, j + n, 0.0, 0.0};

                    assert_float_equal(ratio_of(&fix, &at), slow_ratio(&fix, &at),
                                       1e-4);
                }
            }
        }
    }
    tear_down(&fix);
}

static void test_right_beats_wrong(void **state)
{
    struct fixture fix;
    size_t n_right = 0;

    set_up(&fix);
    fix_pair(&fix, &fix.scored);
    for (size_t i = 0; i < N_SEGS; i++) {
        via_bead right = {i, i + 1, i, i + 1, 0.0, 0.0};
        size_t other = (i + 1) % N_SEGS;
        via_bead wrong = {i, i + 1, other, other + 1, 0.0, 0.0};

        n_right += ratio_of(&fix, &right) > ratio_of(&fix, &wrong) + 0.5;
    }
    assert_true(n_right >= N_SEGS - 1);
    tear_down(&fix);
}

/* A lone document of words that do not come back has taught itself nothing. */
static void test_lone_document(void **state)
{
    struct fixture fix = {.arena = via_arena_new()};

    fix.scored = word_pair_new(N_SEGS, 4, 10000, 5, fix.arena);
    fix.lexicon = word_lexicon(&fix.scored, 1, 1);
    fix_pair(&fix, &fix.scored);
    for (size_t i = 0; i < N_SEGS; i++) {
        for (size_t j = 0; j < N_SEGS; j++) {
            via_bead at = {i, i + 1, j, j + 1, 0.0, 0.0};

            assert_float_equal(ratio_of(&fix, &at), 0.0, 1e-6);
        }
    }
    tear_down(&fix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_definition),
        cmocka_unit_test(test_right_beats_wrong),
        cmocka_unit_test(test_lone_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
