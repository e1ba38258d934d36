/* Tests of lexicon files: what is printed can be read, and what is broken is told. */
#include "line_pair.h"

#include <stdio.h>

#include "dice.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "evidence/lexicon_file.h"
#include "evidence/lexicon_learn.h"

/* A small lexicon as it is printed; gió has no pair that is worth anything. */
static const char *const LEXICON = "all\t200.00\t220.00\n"
                                   "target\train\t12.00\t11.50\n"
                                   "target\twind\t9.00\t8.25\n"
                                   "target\tstorm\t3.00\t2.00\n"
                                   "source\tbão\t4.00\t6.00\n"
                                   "pair\tstorm\t2.50\t1.75\n"
                                   "pair\twind\t1.00\t2.00\n"
                                   "source\tmưa\t11.00\t12.00\n"
                                   "pair\train\t10.25\t10.00\n";

static uint64_t hash_of(const char *token)
{
    return via_hash_bytes(token, strlen(token));
}

/* Takes all lines of a text; returns the status of the first that is refused. */
static via_status take_all(via_lexicon_lines *lines, const char *text, via_error *err)
{
    via_status st = VIA_OK;
    char line[256];
    bool is_mine;

    for (size_t no = 1; st == VIA_OK && *text; no++) {
        size_t n_bytes = strcspn(text, "\n");

        assert_true(n_bytes < sizeof line);
        memcpy(line, text, n_bytes);
        line[n_bytes] = '\0';
        st = via_lexicon_lines_take(lines, line, "model", no, &is_mine, err);
        assert_true(st != VIA_OK || is_mine);
        text += n_bytes + (text[n_bytes] == '\n');
    }
    return st;
}

static via_lexicon *read_lexicon(const char *text, bool is_turned)
{
    via_lexicon_lines *lines = via_lexicon_lines_new(is_turned, NULL);
    via_lexicon *lexicon;

    assert_non_null(lines);
    assert_int_equal(take_all(lines, text, NULL), VIA_OK);
    assert_int_equal(via_lexicon_lines_end(lines, &lexicon, NULL), VIA_OK);
    return lexicon;
}

/* The entry of two words, or NULL. */
static const via_lexicon_entry *entry_of(const via_lexicon *lexicon, const char *src,
                                         const char *tgt)
{
    uint32_t s = via_lexicon_find(lexicon, 0, hash_of(src));
    uint32_t t = via_lexicon_find(lexicon, 1, hash_of(tgt));

    for (size_t k = s == VIA_LEXICON_NONE ? 0 : lexicon->row_begin[s];
         s != VIA_LEXICON_NONE && k < lexicon->row_begin[s + 1]; k++) {
        if (lexicon->rows[k].tgt == t)
            return &lexicon->rows[k];
    }
    return NULL;
}

static const via_lexicon_token *token_of(const via_lexicon *lexicon, int side,
                                         const char *token)
{
    uint32_t id = via_lexicon_find(lexicon, side, hash_of(token));

    assert_true(id != VIA_LEXICON_NONE);
    return &lexicon->tokens[side][id];
}

static via_spellings *spellings_of(const char *vi, const char *en)
{
    via_spellings *spellings = via_spellings_new();
    via_doc *docs[] = {line_doc("vi", vi), line_doc("en", en)};

    for (int side = 0; side < 2; side++) {
        assert_int_equal(via_spellings_add(spellings, docs[side], NULL), VIA_OK);
        via_doc_free(docs[side]);
    }
    return spellings;
}

static void expect_print(const via_lexicon *lexicon, const char *vi, const char *en,
                         size_t n_pairs_max, const char *expected)
{
    via_spellings *spellings = spellings_of(vi, en);
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(via_lexicon_print(lexicon, spellings, n_pairs_max, &out, NULL),
                     VIA_OK);
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
    via_spellings_free(spellings);
}

/* ---- Reading and printing ------------------------------------------------ */

static void test_numbers(void **state)
{
    via_lexicon *lexicon = read_lexicon(LEXICON, false);
    const via_lexicon_entry *rain = entry_of(lexicon, "mưa", "rain");
    const via_lexicon_token *src = token_of(lexicon, 0, "mưa");
    const via_lexicon_token *tgt = token_of(lexicon, 1, "rain");
    (void)state;

    assert_float_equal(lexicon->n_all[0], 200.0, 0.0);
    assert_float_equal(lexicon->n_all[1], 220.0, 0.0);
    assert_float_equal(src->share, 11.0 / 200.0, 1e-6);
    assert_float_equal(tgt->share, 12.0 / 220.0, 1e-6);
    assert_float_equal(src->known, 12.0, 1e-6);
    assert_float_equal(src->kept, 10.25, 1e-6);
    assert_float_equal(src->base, via_lexicon_base(12.0, 10.25), 1e-6);
    assert_float_equal(token_of(lexicon, 1, "wind")->kept, 2.0, 1e-6);
    assert_non_null(rain);
    assert_float_equal(rain->counts[0], 10.25, 1e-6);
    assert_float_equal(rain->counts[1], 10.0, 1e-6);
    assert_float_equal(rain->ratios[0], via_lexicon_ratio(10.25, 12.0, 12.0 / 220.0),
                       1e-4);
    assert_float_equal(rain->ratios[1], via_lexicon_ratio(10.0, 11.5, 11.0 / 200.0),
                       1e-4);
    assert_null(entry_of(lexicon, "mưa", "wind"));
    assert_null(entry_of(lexicon, "rain", "mưa"));
    assert_null(via_lexicon_lesson_of(lexicon, 0));
    via_lexicon_free(lexicon);
}

/* Targets ascend within a row, in whatever order they were given. */
static void test_rows(void **state)
{
    via_lexicon *lexicon = read_lexicon(LEXICON, false);
    size_t n_src = via_intern_count(lexicon->ids[0]);
    (void)state;

    assert_int_equal(lexicon->row_begin[n_src], 3);
    for (size_t s = 0; s < n_src; s++) {
        for (size_t k = lexicon->row_begin[s] + 1; k < lexicon->row_begin[s + 1]; k++)
            assert_true(lexicon->rows[k].tgt > lexicon->rows[k - 1].tgt);
    }
    via_lexicon_free(lexicon);
}

static void test_print_and_read(void **state)
{
    via_lexicon *lexicon = read_lexicon(LEXICON, false);
    (void)state;

    expect_print(lexicon, "mưa bão gió", "rain wind storm", 100, LEXICON);
    /* What tells most comes first; what is not used is left out. */
    expect_print(lexicon, "mưa bão gió", "rain wind storm", 1,
                 "all\t200.00\t220.00\ntarget\train\t12.00\t11.50\n"
                 "source\tmưa\t11.00\t12.00\npair\train\t10.25\t10.00\n");
    expect_print(lexicon, "mưa bão gió", "rain wind storm", 0, "all\t200.00\t220.00\n");
    /* What has no spelling is left out. */
    expect_print(lexicon, "mưa gió", "rain storm", 100,
                 "all\t200.00\t220.00\ntarget\train\t12.00\t11.50\n"
                 "source\tmưa\t11.00\t12.00\npair\train\t10.25\t10.00\n");
    via_lexicon_free(lexicon);
}

static void test_turned(void **state)
{
    static const char *const turned = "all\t220.00\t200.00\n"
                                      "target\tbão\t4.00\t6.00\n"
                                      "target\tmưa\t11.00\t12.00\n"
                                      "source\train\t12.00\t11.50\n"
                                      "pair\tmưa\t10.00\t10.25\n"
                                      "source\tstorm\t3.00\t2.00\n"
                                      "pair\tbão\t1.75\t2.50\n"
                                      "source\twind\t9.00\t8.25\n"
                                      "pair\tbão\t2.00\t1.00\n";
    via_lexicon *lexicon = read_lexicon(LEXICON, true);
    (void)state;

    assert_non_null(entry_of(lexicon, "rain", "mưa"));
    expect_print(lexicon, "mưa bão", "rain wind storm", 100, turned);
    via_lexicon_free(lexicon);
    /* Turned twice is not turned. */
    lexicon = read_lexicon(turned, true);
    assert_float_equal(entry_of(lexicon, "mưa", "rain")->counts[0], 10.25, 1e-6);
    assert_float_equal(token_of(lexicon, 0, "mưa")->known, 12.0, 1e-6);
    via_lexicon_free(lexicon);
}

/* A lexicon that was learned comes back, but for hundredths. */
static void test_learned(void **state)
{
    static const char *const vi[] = {"mưa", "gió", "chim", "cá", "muối"};
    static const char *const en[] = {"rain", "wind", "bird", "fish", "salt"};
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT, out = VIA_BUFFER_INIT;
    via_bead beads[60];
    dice d = {3};
    line_pair pair;
    via_lexicon *lexicon;
    (void)state;

    for (size_t i = 0; i < 60; i++) {
        for (size_t w = 0; w < 2; w++) {
            size_t word = dice_below(&d, 5);

            via_buffer_format(&src, "%s%s", vi[word], w ? "\n" : " ");
            via_buffer_format(&tgt, "%s%s", en[word], w ? "\n" : " ");
        }
        beads[i] = (via_bead){i, i + 1, i, i + 1, 1.0, 0.0};
    }
    line_pair_init(&pair, "vi", via_buffer_text(&src), "en", via_buffer_text(&tgt));
    via_lexicon_text text = {pair.src, pair.tgt, beads, 60};
    assert_int_equal(via_lexicon_learn(&text, 1, NULL, 1.0, 1, &lexicon, NULL), VIA_OK);
    via_spellings *spellings = spellings_of(src.bytes, tgt.bytes);
    assert_int_equal(via_lexicon_print(lexicon, spellings, 1000, &out, NULL), VIA_OK);
    via_lexicon *again = read_lexicon(via_buffer_text(&out), false);
    assert_float_equal(again->n_all[0], lexicon->n_all[0], 0.01);
    for (size_t w = 0; w < 5; w++) {
        const via_lexicon_entry *before = entry_of(lexicon, vi[w], en[w]);
        const via_lexicon_entry *after = entry_of(again, vi[w], en[w]);

        assert_true(before && after);
        for (int from = 0; from < 2; from++)
            assert_float_equal(after->counts[from], before->counts[from], 0.0051);
        assert_float_equal(token_of(again, 0, vi[w])->known,
                           token_of(lexicon, 0, vi[w])->known, 0.0051);
        assert_float_equal(token_of(again, 0, vi[w])->share,
                           token_of(lexicon, 0, vi[w])->share, 1e-3);
    }
    via_lexicon_free(again);
    via_lexicon_free(lexicon);
    via_spellings_free(spellings);
    line_pair_clear(&pair);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
    via_buffer_clear(&out);
}

/* ---- What is broken ------------------------------------------------------ */

static const char *const HEAD = "all\t20\t22\ntarget\train\t3\t4\ntarget\twind\t3\t4\n";

/* Expects that the line behind those of HEAD and `before` is refused, in its place. */
static void expect_broken(const char *before, const char *line)
{
    via_lexicon_lines *lines = via_lexicon_lines_new(false, NULL);
    via_error err = {VIA_OK, ""};
    via_buffer text = VIA_BUFFER_INIT;
    size_t line_no = 1;
    char place[64];

    via_buffer_format(&text, "%s%s%s\n", HEAD, before, line);
    for (const char *at = HEAD; *at; at++)
        line_no += *at == '\n';
    for (const char *at = before; *at; at++)
        line_no += *at == '\n';
    snprintf(place, sizeof place, "model:%zu: expected 'all', then ", line_no);
    if (take_all(lines, via_buffer_text(&text), &err) != VIA_E_FORMAT)
        fail_msg("'%s' is taken", line);
    if (strncmp(err.message, place, strlen(place)) != 0)
        fail_msg("'%s' does not say '%s'", err.message, place);
    via_lexicon_lines_free(lines);
    via_buffer_clear(&text);
}

static void test_broken_lines(void **state)
{
    static const char *const lines[] = {
        /* all */
        "all\t20\t22", /* again */
        /* targets */
        "target\train\t3\t4", /* again */
        "target\t", "target\tsun", "target\tsun\t", "target\tsun\t3", "target\t\t3\t4",
        "target\tsun\t3\t", "target\tsun\t\t4", "target\tsun\t3\t4\t",
        "target\tsun\t3\t4\t5", "target\tsun\t3 \t4", "target\tsun\tmuch\t4",
        "target\tsun\t3\t-0.01", "target\tsun\tnan\t4", "target\tsun\t3\tinf",
        "target\tsun\t0x3\t4", "target\tsun\t3,5\t4",
        /* huge numbers */
        "target\tsun\t1e13\t4", "target\tsun\t3\t1e999",
        "target\tsun\t3\t99999999999999",
        "target\tsun\t3\t0.0000000000000000000000000000000000000000001",
        /* pairs */
        "pair\tsun\t1\t1", "pair\t\t1\t1", "pair\train\t1", "pair\train\t1\t1\t1",
        "pair\train\t-1\t1",
        /* sources */
        "source\tmưa\t3\t4", "source\tgió\t3", "source\t"};
    (void)state;

    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        expect_broken("source\tmưa\t3\t4\n", lines[k]);
    expect_broken("", "pair\train\t1\t1"); /* of no source */
    expect_broken("source\tmưa\t3\t4\npair\train\t1\t1\n", "pair\train\t1\t1");
}

/* A first line that is not like one is told of. */
static void refuse_first(const char *line)
{
    via_lexicon_lines *taken = via_lexicon_lines_new(false, NULL);
    via_error err = {VIA_OK, ""};

    assert_int_equal(take_all(taken, line, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "model:1: expected"));
    via_lexicon_lines_free(taken);
}

static void test_broken_totals(void **state)
{
    static const char *const lines[] = {"all\t",       "all\t1",     "all\t0\t1",
                                        "all\t1\t0",   "all\t-1\t1", "all\t1\t1\t1",
                                        "all\t1e13\t1"};
    (void)state;

    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        refuse_first(lines[k]);
}

/* A share is one of a total, which must be known. */
static void test_total_comes_first(void **state)
{
    static const char *const lines[] = {"target\train\t3\t4", "source\tmưa\t3\t4",
                                        "pair\train\t1\t1"};
    (void)state;

    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
        refuse_first(lines[k]);
}

/* The spellings of all tokens are kept, if somebody wants them. */
static void test_spellings(void **state)
{
    via_spellings *spellings = via_spellings_new();
    via_lexicon_lines *lines = via_lexicon_lines_new(true, spellings);
    via_lexicon *lexicon;
    (void)state;

    assert_int_equal(take_all(lines, LEXICON, NULL), VIA_OK);
    assert_int_equal(via_lexicon_lines_end(lines, &lexicon, NULL), VIA_OK);
    assert_string_equal(via_spellings_of(spellings, hash_of("mưa")), "mưa");
    assert_string_equal(via_spellings_of(spellings, hash_of("storm")), "storm");
    assert_null(via_spellings_of(spellings, hash_of("sun")));
    via_lexicon_free(lexicon);
    via_spellings_free(spellings);
}

/* The same target may stand in the rows of two sources. */
static void test_shared_target(void **state)
{
    via_lexicon *lexicon =
        read_lexicon("all\t20\t22\ntarget\train\t3\t4\nsource\tmưa\t3\t4\n"
                     "pair\train\t1\t1\nsource\tbão\t3\t4\npair\train\t2\t1\n",
                     false);
    (void)state;

    assert_float_equal(entry_of(lexicon, "bão", "rain")->counts[0], 2.0, 1e-6);
    assert_float_equal(token_of(lexicon, 1, "rain")->kept, 2.0, 1e-6);
    via_lexicon_free(lexicon);
}

static void test_other_lines(void **state)
{
    static const char *const others[] = {
        "", "# all\t1\t2", "weights", "All\t1\t2", "pair", "pairs\train\t1\t1"};
    via_lexicon_lines *lines = via_lexicon_lines_new(false, NULL);
    via_lexicon *lexicon;
    bool is_mine;
    (void)state;

    for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
        is_mine = true;
        assert_int_equal(
            via_lexicon_lines_take(lines, others[k], "model", 1, &is_mine, NULL),
            VIA_OK);
        assert_false(is_mine);
    }
    assert_int_equal(via_lexicon_lines_end(lines, &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
    via_lexicon_lines_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_print_and_read), cmocka_unit_test(test_turned),
        cmocka_unit_test(test_learned),        cmocka_unit_test(test_broken_lines),
        cmocka_unit_test(test_broken_totals),  cmocka_unit_test(test_total_comes_first),
        cmocka_unit_test(test_spellings),      cmocka_unit_test(test_shared_target),
        cmocka_unit_test(test_other_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
