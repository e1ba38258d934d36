/* Tests of merging lexicons: counts add up, whichever side knows a token. */
#include "word_pair.h"

#include <stdlib.h>

#include "evidence/lexicon_file.h"
#include "evidence/lexicon_merge.h"

/* Tokens a to c of the source, x to z of the target. */
static const char *const BATCH = "all\t20\t20\ntarget\tx\t3\t4\ntarget\ty\t3\t4\n"
                                 "source\ta\t5\t4\npair\tx\t2\t1\npair\ty\t1\t1\n"
                                 "source\tb\t5\t4\npair\ty\t3\t2\n";
static const char *const PRIOR = "all\t400\t500\ntarget\tz\t30\t40\ntarget\ty\t50\t60\n"
                                 "source\tc\t70\t80\npair\tz\t9\t8\nsource\ta\t10\t20\n"
                                 "pair\ty\t6\t4\npair\tz\t3\t2\n";
static const char *const NOTHING = "all\t1\t1\n";

static via_lexicon *read_lexicon(const char *text)
{
    via_lexicon_lines *lines = via_lexicon_lines_new(false, NULL);
    via_lexicon *lexicon;
    char line[64];
    bool is_mine;

    for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
        assert_int_equal(via_lexicon_lines_take(lines, line, "test", 1, &is_mine, NULL),
                         VIA_OK);
    }
    assert_int_equal(via_lexicon_lines_end(lines, &lexicon, NULL), VIA_OK);
    assert_non_null(lexicon);
    return lexicon;
}

static uint32_t number_of(const via_lexicon *lexicon, int side, const char *token)
{
    return via_lexicon_find(lexicon, side, via_hash_bytes(token, strlen(token)));
}

/* The number of the entry of two tokens, or SIZE_MAX. */
static size_t find_entry(const via_lexicon *lexicon, const char *src, const char *tgt)
{
    uint32_t s = number_of(lexicon, 0, src), t = number_of(lexicon, 1, tgt);

    for (size_t k = s == VIA_LEXICON_NONE ? 0 : lexicon->row_begin[s];
         s != VIA_LEXICON_NONE && k < lexicon->row_begin[s + 1]; k++) {
        if (lexicon->rows[k].tgt == t)
            return k;
    }
    return SIZE_MAX;
}

static size_t n_entries(const via_lexicon *lexicon)
{
    return lexicon->row_begin[via_intern_count(lexicon->ids[0])];
}

static void check_rows(const via_lexicon *lexicon)
{
    size_t n_src = via_intern_count(lexicon->ids[0]);

    assert_int_equal(lexicon->row_begin[0], 0);
    for (size_t s = 0; s < n_src; s++) {
        assert_true(lexicon->row_begin[s] <= lexicon->row_begin[s + 1]);
        for (size_t k = lexicon->row_begin[s] + 1; k < lexicon->row_begin[s + 1]; k++)
            assert_true(lexicon->rows[k].tgt > lexicon->rows[k - 1].tgt);
    }
}

/* What is known before of a token of the prior: so many times as much. */
static void expect_token(const via_lexicon *lexicon, const via_lexicon_before *before,
                         int side, const char *token, double seen, double known,
                         double kept)
{
    uint32_t id = number_of(lexicon, side, token);

    assert_true(id != VIA_LEXICON_NONE);
    assert_float_equal(before->tokens[side][id].share, seen, 1e-4);
    assert_float_equal(before->tokens[side][id].known, known, 1e-4);
    assert_float_equal(before->tokens[side][id].kept, kept, 1e-4);
}

static void expect_entry(const via_lexicon *lexicon, const via_lexicon_before *before,
                         const char *src, const char *tgt, double there, double back)
{
    size_t k = find_entry(lexicon, src, tgt);

    if (k == SIZE_MAX)
        fail_msg("no pair %s-%s", src, tgt);
    assert_float_equal(before->counts[k][0], there, 1e-6);
    assert_float_equal(before->counts[k][1], back, 1e-6);
}

static void test_both(void **state)
{
    via_lexicon *lexicon = read_lexicon(BATCH), *prior = read_lexicon(PRIOR);
    via_lexicon_before before;
    float own = lexicon->rows[find_entry(lexicon, "a", "x")].ratios[0];
    (void)state;

    assert_int_equal(via_lexicon_merge(lexicon, prior, 0.5, &before, NULL), VIA_OK);
    check_rows(lexicon);
    assert_int_equal(n_entries(lexicon), 5);
    expect_entry(lexicon, &before, "a", "x", 0.0, 0.0);
    expect_entry(lexicon, &before, "a", "y", 3.0, 2.0);
    expect_entry(lexicon, &before, "a", "z", 1.5, 1.0);
    expect_entry(lexicon, &before, "b", "y", 0.0, 0.0);
    expect_entry(lexicon, &before, "c", "z", 4.5, 4.0);
    assert_int_equal(find_entry(lexicon, "b", "z"), SIZE_MAX);
    expect_token(lexicon, &before, 0, "a", 5.0, 10.0, 4.5);
    expect_token(lexicon, &before, 0, "b", 0.0, 0.0, 0.0);
    expect_token(lexicon, &before, 0, "c", 35.0, 40.0, 4.5);
    expect_token(lexicon, &before, 1, "x", 0.0, 0.0, 0.0);
    expect_token(lexicon, &before, 1, "y", 25.0, 30.0, 2.0);
    expect_token(lexicon, &before, 1, "z", 15.0, 20.0, 5.0);
    /* Ratios are those of the prior where it knows both, as they were elsewhere. */
    assert_float_equal(lexicon->rows[find_entry(lexicon, "a", "y")].ratios[1],
                       prior->rows[find_entry(prior, "a", "y")].ratios[1], 0.0);
    assert_float_equal(lexicon->rows[find_entry(lexicon, "a", "x")].ratios[0], own,
                       0.0);
    via_lexicon_before_clear(&before);
    via_lexicon_before_clear(&before); /* twice is once */
    via_lexicon_free(lexicon);
    via_lexicon_free(prior);
}

static void test_prior_alone(void **state)
{
    via_lexicon *lexicon = read_lexicon(NOTHING), *prior = read_lexicon(PRIOR);
    via_lexicon_before before;
    (void)state;

    assert_int_equal(via_lexicon_merge(lexicon, prior, 2.0, &before, NULL), VIA_OK);
    check_rows(lexicon);
    assert_int_equal(n_entries(lexicon), 3);
    expect_entry(lexicon, &before, "c", "z", 18.0, 16.0);
    expect_entry(lexicon, &before, "a", "y", 12.0, 8.0);
    expect_entry(lexicon, &before, "a", "z", 6.0, 4.0);
    expect_token(lexicon, &before, 0, "c", 140.0, 160.0, 18.0);
    via_lexicon_before_clear(&before);
    via_lexicon_free(lexicon);
    via_lexicon_free(prior);
}

/* Of no prior, or of one that knows nothing, all is zero. */
static void test_no_prior(void **state)
{
    (void)state;

    for (int has_prior = 0; has_prior < 2; has_prior++) {
        via_lexicon *lexicon = read_lexicon(BATCH), *same = read_lexicon(BATCH);
        via_lexicon *prior = has_prior ? read_lexicon(NOTHING) : NULL;
        via_lexicon_before before;

        assert_int_equal(via_lexicon_merge(lexicon, prior, 0.5, &before, NULL), VIA_OK);
        assert_int_equal(n_entries(lexicon), 3);
        assert_memory_equal(lexicon->rows, same->rows, 3 * sizeof *same->rows);
        assert_memory_equal(lexicon->row_begin, same->row_begin,
                            3 * sizeof *same->row_begin);
        expect_entry(lexicon, &before, "a", "x", 0.0, 0.0);
        expect_entry(lexicon, &before, "b", "y", 0.0, 0.0);
        expect_token(lexicon, &before, 0, "a", 0.0, 0.0, 0.0);
        expect_token(lexicon, &before, 1, "y", 0.0, 0.0, 0.0);
        via_lexicon_before_clear(&before);
        via_lexicon_free(lexicon);
        via_lexicon_free(same);
        via_lexicon_free(prior);
    }
}

/* ---- As the start of learning -------------------------------------------- */

static via_lexicon *learn(const word_pair *pair, const via_lexicon *prior)
{
    via_lexicon_text text = {&pair->src, &pair->tgt, pair->beads, pair->n_beads};
    via_lexicon *lexicon;

    assert_int_equal(
        via_lexicon_learn(&text, pair->n_beads > 0, prior, 0.5, 1, &lexicon, NULL),
        VIA_OK);
    return lexicon;
}

/* What was learned elsewhere is half of what is known; a text too short to teach
 * anything by itself adds to it. */
static void test_learning_goes_on(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair taught = word_pair_new(60, 6, 40, 1, arena);
    word_pair little = word_pair_new(2, 12, 40, 2, arena);
    via_lexicon *prior = learn(&taught, NULL), *without = learn(&little, NULL);
    via_lexicon *with = learn(&little, prior);
    size_t n_kept = 0, n_more = 0;
    (void)state;

    for (unsigned word = 0; word < 40; word++) {
        const via_lexicon_entry *before = word_entry(prior, word, word);
        const via_lexicon_entry *after = word_entry(with, word, word);

        assert_null(word_entry(without, word, word));
        if (!before || before->counts[0] < 1.0f)
            continue;
        assert_non_null(after);
        n_kept += after->counts[0] > 0.49f * before->counts[0];
        n_more += after->counts[0] > 0.5f * before->counts[0] + 0.3f;
    }
    assert_true(n_kept > 30);
    assert_true(n_more > 10 && n_more < 25); /* of the words of the short text */
    assert_float_equal(with->n_all[0], 0.5 * prior->n_all[0] + without->n_all[0], 0.5);
    via_lexicon_free(prior);
    via_lexicon_free(without);
    via_lexicon_free(with);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both),
        cmocka_unit_test(test_prior_alone),
        cmocka_unit_test(test_no_prior),
        cmocka_unit_test(test_learning_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
