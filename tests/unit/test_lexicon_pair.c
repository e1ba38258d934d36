/* Tests of lexicon pairs: every bead against the definition, right ones over wrong. */
#include "word_pair.h"

#include <math.h>

#include "evidence/lexicon_rating.h"

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

/* Tokens of one side of a bead. */
struct stretch {
    size_t begin, end;
    size_t skip_begin, skip_end; /* inside, and no part of it */
};

static bool is_skipped(const struct stretch *stretch, size_t token)
{
    return token >= stretch->skip_begin && token < stretch->skip_end;
}

static struct stretch stretch_of(const via_side *side, size_t begin, size_t end,
                                 size_t skip)
{
    const size_t *tokens = side->tokens.begin;

    return (struct stretch){tokens[begin], tokens[end], skip ? tokens[skip] : 0,
                            skip ? tokens[skip + 1] : 0};
}

/* What one token of `to` is worth, given tokens of the other side. */
static double token_ratio(const struct fixture *fix, int from,
                          const struct stretch *given, uint64_t id)
{
    size_t n_skipped = given->skip_end - given->skip_begin;
    const via_side *sides[2] = {&fix->scored.src, &fix->scored.tgt};
    const via_lexicon *lex = fix->lexicon;
    uint32_t to = via_lexicon_find(lex, 1 - from, id);
    double sum = 1.0;

    for (size_t k = given->begin; k < given->end; k++) {
        if (is_skipped(given, k))
            continue;
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
    return log(0.85 * sum / (double)(given->end - given->begin - n_skipped + 1) + 0.15);
}

static double slow_ratio(const struct fixture *fix, const via_bead *at)
{
    const via_token_sets *sets[2] = {&fix->scored.src.tokens, &fix->scored.tgt.tokens};
    struct stretch src =
        stretch_of(&fix->scored.src, at->src_begin, at->src_end, at->src_skip);
    struct stretch tgt =
        stretch_of(&fix->scored.tgt, at->tgt_begin, at->tgt_end, at->tgt_skip);
    const double *src_known = fix->pair->weights[0], *tgt_known = fix->pair->weights[1];
    double there = 0.0, back = 0.0, n_src = 5.0, n_tgt = 5.0;

    for (size_t k = tgt.begin; k < tgt.end; k++)
        there += is_skipped(&tgt, k) ? 0.0 : token_ratio(fix, 0, &src, sets[1]->ids[k]);
    for (size_t k = src.begin; k < src.end; k++)
        back += is_skipped(&src, k) ? 0.0 : token_ratio(fix, 1, &tgt, sets[0]->ids[k]);
    for (size_t i = at->src_begin; i < at->src_end; i++)
        n_src +=
            at->src_skip && i == at->src_skip ? 0.0 : src_known[i + 1] - src_known[i];
    for (size_t j = at->tgt_begin; j < at->tgt_end; j++)
        n_tgt +=
            at->tgt_skip && j == at->tgt_skip ? 0.0 : tgt_known[j + 1] - tgt_known[j];
    return fmin(there / n_tgt, back / n_src);
}

/* The ratio, which is the same whenever it is enough. */
static double ratio_of(const struct fixture *fix, const via_bead *at)
{
    via_lexicon_span span = {{at->src_begin, at->tgt_begin},
                             {at->src_end, at->tgt_end},
                             {at->src_skip, at->tgt_skip}};
    via_lexicon_rating rating, enough, too_low;

    via_lexicon_pair_rate(fix->pair, &span, -INFINITY, &rating);
    via_lexicon_pair_rate(fix->pair, &span, rating.ratio, &enough);
    via_lexicon_pair_rate(fix->pair, &span, rating.ratio + 0.1, &too_low);
    assert_float_equal(enough.ratio, rating.ratio, 0.0);
    assert_float_equal(enough.weakest, rating.weakest, 0.0);
    assert_true(too_low.ratio < rating.ratio + 0.1);
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

/* What is skipped has no part, on either side, or on both. */
static void test_skips(void **state)
{
    struct fixture fix;

    set_up(&fix);
    fix_pair(&fix, &fix.scored);
    for (size_t i = 0; i + 3 <= N_SEGS; i++) {
        for (size_t j = 0; j + 4 <= N_SEGS; j++) {
            via_bead all[] = {{i, i + 3, j, j + 2, 0.0, 0.0, i + 1, 0},
                              {i, i + 1, j, j + 4, 0.0, 0.0, 0, j + 2},
                              {i, i + 3, j, j + 3, 0.0, 0.0, i + 1, j + 1}};

            for (size_t b = 0; b < 3; b++)
                assert_float_equal(ratio_of(&fix, &all[b]), slow_ratio(&fix, &all[b]),
                                   1e-4);
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
        cmocka_unit_test(test_skips),
        cmocka_unit_test(test_right_beats_wrong),
        cmocka_unit_test(test_lone_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
