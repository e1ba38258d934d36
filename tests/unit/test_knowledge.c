/* Tests of knowledge: what is loaded, counted, trusted and forgotten. */
#include "scratch.h"

#include "line_pair.h"

#include "article_pair.h"

#include "base/intern.h"

static const via_align_options OPTIONS = VIA_ALIGN_OPTIONS_INIT;

static void init(line_pair *pair)
{
    line_pair_init(pair, "vi", ARTICLE_VI, "en", ARTICLE_EN);
}

/* Counts the documents of `pair` in knowledge that is new. */
static void count(const line_pair *pair, via_knowledge *know, int n_times)
{
    assert_int_equal(via_knowledge_init(know, "vi", "en", &OPTIONS, NULL, NULL),
                     VIA_OK);
    while (n_times-- > 0)
        assert_true(via_knowledge_count(know, pair->src, pair->tgt));
    via_knowledge_settle(know);
}

static double sum_of(const double *counts, size_t n)
{
    double sum = 0.0;

    while (n-- > 0)
        sum += counts[n];
    return sum;
}

static void test_counting(void **state)
{
    line_pair pair;
    via_knowledge know;
    (void)state;

    init(&pair);
    count(&pair, &know, 2);
    /* Seven lines with words on one side and six on the other, each twice. */
    assert_float_equal(sum_of(know.ends.src, VIA_N_ENDS), 2 * 7, 0.0);
    assert_float_equal(sum_of(know.ends.tgt, VIA_N_ENDS), 2 * 6, 0.0);
    assert_float_equal(sum_of(know.starts.src, VIA_N_STARTS), 2 * 7, 0.0);
    assert_float_equal(sum_of(know.blocks.tgt, 2), 2 * 6, 0.0);
    assert_float_equal(know.kinds.src[VIA_BLOCK_LINE], 2 * 7, 0.0);
    assert_float_equal(sum_of(know.marks[VIA_MARK_QUOTE].src, 2), 2 * 7, 0.0);
    assert_float_equal(know.marks[VIA_MARK_QUOTE].src[1], 2 * 1, 0.0);
    assert_float_equal(know.marks[VIA_MARK_QUOTE].tgt[1], 2 * 1, 0.0);
    assert_int_equal(via_counts_of(know.lines, pair.src->line_ids[0]).n[0], 2);
    assert_int_equal(via_counts_of(know.lines, pair.src->line_ids[0]).n[1], 0);
    assert_int_equal(via_counts_of(know.lines, pair.src->line_ids[1]).n[0],
                     0); /* empty */
    for (size_t k = pair.src->key_begin[2]; k < pair.src->key_begin[3]; k++)
        assert_true(via_counts_of(know.keys, pair.src->keys[k].id).n[0] >= 2);
    via_knowledge_clear(&know);
    line_pair_clear(&pair);
}

/* What is in every article is less rare than what is in one. */
static void test_rarity(void **state)
{
    line_pair article, other;
    via_knowledge know;
    (void)state;

    init(&article);
    line_pair_init(&other, "vi", "Xe 380 đi.\nXe 380 về.\nXe 380 nghỉ.\n", "en",
                   "Lorry 380 left.\nLorry 380 came.\nLorry 380 rests.\n");
    count(&article, &know, 1);
    uint64_t id = 0;
    for (size_t k = 0; k < other.src->key_begin[1]; k++) {
        if (other.src->keys[k].kind == VIA_KEY_NUMBER)
            id = other.src->keys[k].id;
    }
    double before = via_counts_rarity(know.keys, via_counts_of(know.keys, id));
    assert_true(via_counts_of(know.keys, id).n[0] == 1 && before > 0.7);
    assert_true(via_knowledge_count(&know, other.src, other.tgt));
    assert_true(via_counts_rarity(know.keys, via_counts_of(know.keys, id)) < before);
    via_knowledge_clear(&know);
    line_pair_clear(&article);
    line_pair_clear(&other);
}

static void test_trusting_and_forgetting(void **state)
{
    via_bead bead = {4, 6, 4, 6, 0.75, 1.0}, quote = {6, 7, 7, 8, 0.5, 1.0};
    line_pair pair;
    via_knowledge know;
    (void)state;

    init(&pair);
    count(&pair, &know, 1);
    double start = know.marks[VIA_MARK_QUOTE].ratio[1][1];
    assert_true(start > 0.0);
    via_knowledge_trust(&know, pair.src, pair.tgt, &bead);
    via_knowledge_trust(&know, pair.src, pair.tgt, &quote);
    assert_float_equal(know.ends.both[VIA_END_FINAL][VIA_END_FINAL], 1.25, 1e-9);
    assert_float_equal(know.marks[VIA_MARK_QUOTE].both[0][0], 0.75, 1e-9);
    assert_float_equal(know.marks[VIA_MARK_QUOTE].both[1][1], 0.5, 1e-9);
    assert_float_equal(know.starts.both[VIA_START_OTHER][VIA_START_QUOTE], 0.5, 1e-9);
    assert_float_equal(know.kinds.both[VIA_BLOCK_LINE][VIA_BLOCK_LINE], 1.25, 1e-9);
    /* Quotes never meet, as it were. */
    know.marks[VIA_MARK_QUOTE].both[1][0] = 100.0;
    via_knowledge_settle(&know);
    assert_true(know.marks[VIA_MARK_QUOTE].ratio[1][1] < start);
    via_knowledge_forget_trust(&know);
    via_knowledge_settle(&know);
    assert_float_equal(know.ends.both[VIA_END_FINAL][VIA_END_FINAL], 0.0, 0.0);
    assert_float_equal(know.marks[VIA_MARK_QUOTE].ratio[1][1], start, 1e-9);
    via_knowledge_clear(&know);
    line_pair_clear(&pair);
}

/* Before anything is counted, all is 0 but the tables. */
static void test_start(void **state)
{
    via_knowledge know;
    (void)state;

    assert_int_equal(via_knowledge_init(&know, "vi", "en", &OPTIONS, NULL, NULL),
                     VIA_OK);
    assert_true(know.lengths.src.w[VIA_SIZE_WORD] > 0.0);
    assert_float_equal(know.lengths.ratio, 0.0, 0.0);
    assert_float_equal(know.ends.ratio[0][0], 0.0, 0.0);
    via_knowledge_clear(&know);
    via_knowledge_clear(&know); /* twice is once */
}

static void test_weights(void **state)
{
    scratch *s = *state;
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_knowledge know;
    via_error err = {VIA_OK, ""};
    FILE *file = fopen(scratch_path(s, "weights.tsv"), "w");

    assert_non_null(file);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        fprintf(file, "%s\t%d\t%d\n", via_feature_name((enum via_feature)f), f, -f);
    assert_int_equal(fclose(file), 0);
    opt.weights_path = s->path;
    assert_int_equal(via_knowledge_init(&know, "vi", "en", &opt, NULL, NULL), VIA_OK);
    assert_float_equal(know.weights.w[VIA_CUT_SENTENCES][3], 3.0, 0.0);
    assert_float_equal(know.weights.w[VIA_CUT_CLAUSES][3], -3.0, 0.0);
    via_knowledge_clear(&know);
    opt.weights_path = scratch_path(s, "none");
    assert_int_equal(via_knowledge_init(&know, "vi", "en", &opt, NULL, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "/none"));
    scratch_file(s, "sizes.tsv", "vi\tlatin\tmuch\n", 14);
    setenv("VIALIGN_DATA", s->folder, 1);
    assert_int_equal(via_knowledge_init(&know, "vi", "en", &OPTIONS, NULL, &err),
                     VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "sizes.tsv:1"));
    unsetenv("VIALIGN_DATA");
}

/* The seed is known before anything is learned, unless nobody wants it. */
static void test_seed(void **state)
{
    static const char *const seed =
        "all\t20\t22\ntarget\train\t3\t4\nsource\tmưa\t5\t4\npair\train\t2\t1\n";
    scratch *s = *state;
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_spellings *spellings = via_spellings_new();
    via_knowledge know;

    scratch_file(s, "seed-en-vi.tsv.gz", seed, strlen(seed));
    setenv("VIALIGN_DATA", s->folder, 1);
    assert_int_equal(via_knowledge_init(&know, "en", "vi", &opt, spellings, NULL),
                     VIA_OK);
    assert_non_null(know.prior);
    assert_true(know.prior_scale > 0.0);
    assert_null(know.lexicon);
    assert_string_equal(via_spellings_of(spellings, via_hash_bytes("mưa", 4)), "mưa");
    via_knowledge_clear(&know);
    opt.has_no_seed = true;
    assert_int_equal(via_knowledge_init(&know, "en", "vi", &opt, NULL, NULL), VIA_OK);
    assert_null(know.prior);
    via_knowledge_clear(&know);
    unsetenv("VIALIGN_DATA");
    via_spellings_free(spellings);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_counting), TEST(test_rarity),  TEST(test_trusting_and_forgetting),
        TEST(test_start),    TEST(test_weights), TEST(test_seed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
