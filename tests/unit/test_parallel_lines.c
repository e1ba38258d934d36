/* Tests of parallel lines: a lexicon from lines that translate each other. */
#include "line_pair.h"

#include "dice.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "train/parallel_lines.h"

#define N_PAIRS 3

/* The English ones are their own stems. */
static const char *const WORDS[][2] = {
    {"mưa", "rain"}, {"đường", "road"}, {"thuyền", "boat"}, {"trăng", "moon"},
    {"gió", "wind"}, {"chim", "bird"},  {"cá", "fish"},     {"muối", "salt"},
    {"sữa", "milk"}, {"ếch", "frog"}};
#define N_WORDS (sizeof WORDS / sizeof *WORDS)

/* Writes lines of four words and their translation in another order. */
static via_pair roll_pair(dice *d, size_t n_lines)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;

    for (size_t i = 0; i < n_lines; i++) {
        size_t words[4];

        for (size_t w = 0; w < 4; w++) {
            words[w] = dice_below(d, N_WORDS);
            via_buffer_format(&src, "%s ", WORDS[words[w]][0]);
        }
        for (size_t w = 4; w-- > 0;)
            via_buffer_format(&tgt, "%s ", WORDS[words[w]][1]);
        via_buffer_append_char(&src, '\n');
        via_buffer_append_char(&tgt, '\n');
    }
    via_pair pair = {line_doc("vi", via_buffer_text(&src)),
                     line_doc("en", via_buffer_text(&tgt)), NULL};
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
    return pair;
}

static void free_pair(via_pair pair)
{
    via_doc_free((via_doc *)(uintptr_t)pair.src);
    via_doc_free((via_doc *)(uintptr_t)pair.tgt);
}

static via_aligner *aligner_new(void)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_aligner *aligner;

    assert_int_equal(via_aligner_new("vi", "en", &opt, &aligner, NULL), VIA_OK);
    return aligner;
}

static uint32_t token_of(const via_lexicon *lexicon, int side, const char *word)
{
    return via_lexicon_find(lexicon, side, via_hash_bytes(word, strlen(word)));
}

/* The count of a pair of words, from source to target. */
static double count_of(const via_lexicon *lexicon, const char *src, const char *tgt)
{
    uint32_t s = token_of(lexicon, 0, src), t = token_of(lexicon, 1, tgt);

    assert_true(s != VIA_LEXICON_NONE && t != VIA_LEXICON_NONE);
    for (size_t k = lexicon->row_begin[s]; k < lexicon->row_begin[s + 1]; k++) {
        if (lexicon->rows[k].tgt == t)
            return lexicon->rows[k].counts[0];
    }
    return 0.0;
}

static void test_translations(void **state)
{
    via_aligner *aligner = aligner_new();
    via_lexicon *one, *many;
    via_pair pairs[N_PAIRS];
    dice d = {11};
    (void)state;

    for (size_t p = 0; p < N_PAIRS; p++)
        pairs[p] = roll_pair(&d, 20 + p);
    assert_int_equal(via_parallel_lines_learn(aligner, pairs, N_PAIRS, 1, &one, NULL),
                     VIA_OK);
    assert_int_equal(via_parallel_lines_learn(aligner, pairs, N_PAIRS, 3, &many, NULL),
                     VIA_OK);
    for (size_t w = 0; w < N_WORDS; w++) {
        const char *src = WORDS[w][0], *wrong = WORDS[(w + 1) % N_WORDS][1];

        assert_true(count_of(one, src, WORDS[w][1]) > 5.0 * count_of(one, src, wrong));
        assert_true(count_of(one, src, WORDS[w][1]) ==
                    count_of(many, src, WORDS[w][1]));
    }
    assert_int_equal(one->n_lessons, N_PAIRS);
    via_lexicon_free(one);
    via_lexicon_free(many);
    for (size_t p = 0; p < N_PAIRS; p++)
        free_pair(pairs[p]);
    via_aligner_free(aligner);
}

/* What was known before is known after it. */
static void test_prior(void **state)
{
    via_aligner *aligner = aligner_new();
    via_lexicon *lexicon;
    dice d = {12};
    via_pair pair = roll_pair(&d, 40);
    (void)state;

    via_lexicon_free(aligner->know.prior);
    assert_int_equal(
        via_parallel_lines_learn(aligner, &pair, 1, 1, &aligner->know.prior, NULL),
        VIA_OK);
    assert_int_equal(via_parallel_lines_learn(aligner, NULL, 0, 1, &lexicon, NULL),
                     VIA_OK);
    for (size_t w = 0; w < N_WORDS; w++)
        assert_true(count_of(lexicon, WORDS[w][0], WORDS[w][1]) >
                    5.0 * count_of(lexicon, WORDS[w][0], WORDS[(w + 1) % N_WORDS][1]));
    via_lexicon_free(lexicon);
    free_pair(pair);
    via_aligner_free(aligner);
}

static void test_unequal_numbers_of_lines(void **state)
{
    via_aligner *aligner = aligner_new();
    via_pair pairs[] = {{line_doc("vi", "mưa\n"), line_doc("en", "rain\n"), NULL},
                        {line_doc("vi", "mưa\ngió\n"), line_doc("en", "rain\n"), NULL}};
    via_lexicon *lexicon;
    via_error err = {VIA_OK, ""};
    (void)state;

    assert_int_equal(via_parallel_lines_learn(aligner, pairs, 2, 1, &lexicon, &err),
                     VIA_E_FORMAT);
    assert_null(lexicon);
    assert_string_equal(err.message, "en: expected as many lines as vi: 2, not 1");
    free_pair(pairs[0]);
    free_pair(pairs[1]);
    via_aligner_free(aligner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_translations),
        cmocka_unit_test(test_prior),
        cmocka_unit_test(test_unequal_numbers_of_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
