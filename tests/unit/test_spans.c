/* Tests of span lists: letters for code points, each span once, in order. */
#include "scratch.h"

#include "eval/spans.h"

static via_letter_offsets letters(scratch *s, const char *text)
{
    via_letter_offsets offsets;

    assert_int_equal(via_letter_offsets_load(
                         scratch_file(s, "text", text, strlen(text)), &offsets, NULL),
                     VIA_OK);
    return offsets;
}

static void test_letters_before(void **state)
{
    via_letter_offsets offsets = letters(*state, "\xef\xbb\xbf"
                                                 "Số 7.\nก่อน");
    static const size_t before[] = {0, 1, 2, 2, 3, 3, 3, 4, 5, 6, 7};

    assert_int_equal(offsets.n_cps, 10);
    for (size_t i = 0; i <= 10; i++)
        assert_int_equal(offsets.before[i], before[i]);
    via_letter_offsets_clear(&offsets);
    offsets = letters(*state, "");
    assert_int_equal(offsets.n_cps, 0);
    assert_int_equal(offsets.before[0], 0);
    via_letter_offsets_clear(&offsets);
}

static void test_broken_text(void **state)
{
    via_letter_offsets offsets;
    via_error err;

    assert_int_equal(via_letter_offsets_load(scratch_file(*state, "text", "ab\xff", 3),
                                             &offsets, &err),
                     VIA_E_ENCODING);
    assert_non_null(strstr(err.message, "/text: expected UTF-8 at byte 2"));
    assert_null(offsets.before);
}

static void check_span(const via_span *span, via_span wanted)
{
    assert_memory_equal(span, &wanted, sizeof wanted);
}

static void test_list(void **state)
{
    scratch *s = *state;
    via_letter_offsets src = letters(s, "ab cd. ef"), tgt = letters(s, "xy, z");
    const char *text = "src_begin\tsrc_end\ttgt_begin\ttgt_end\n"
                       "3\t6\t4\t5\t0.5\n"
                       "0\t2\t0\t3\n"
                       "0\t3\t0\t2\tagain, in letters\n"
                       "5\t7\t0\t2\tno letters in the source\n"
                       "7\t99999999999999999999999\t4\t5\n"
                       "50\t60\t0\t2\n"
                       "0\t2\t\t\n"
                       "0\t2\t1\n"
                       "0\t2\t1\t2x\n";
    via_span_list list;

    assert_int_equal(via_span_list_load(scratch_file(s, "spans", text, strlen(text)),
                                        &src, &tgt, false, &list, NULL),
                     VIA_OK);
    assert_int_equal(list.n_spans, 3);
    check_span(&list.spans[0], (via_span){0, 2, 0, 2, -1});
    check_span(&list.spans[1], (via_span){2, 4, 2, 3, -1});
    check_span(&list.spans[2], (via_span){4, 6, 2, 3, -1});
    assert_int_equal(list.reaches[2], 6);
    assert_int_equal(via_span_list_before(&list, 0), 0);
    assert_int_equal(via_span_list_before(&list, 1), 1);
    assert_int_equal(via_span_list_before(&list, 4), 2);
    assert_int_equal(via_span_list_before(&list, 5), 3);
    via_span_list_clear(&list);
    via_letter_offsets_clear(&src);
    via_letter_offsets_clear(&tgt);
}

/* A confidence is a number from 0 to 1; of equal spans the most confident counts. */
static void test_confidence(void **state)
{
    scratch *s = *state;
    via_letter_offsets letters_of_both = letters(s, "abcdef");
    const char *text = "0\t1\t0\t1\t0.25\tmore\n"
                       "1\t2\t1\t2\t1.5\n"
                       "2\t3\t2\t3\thigh\n"
                       "3\t4\t3\t4\n"
                       "4\t5\t4\t5\t\n"
                       "0\t1\t0\t1\t0.75\n"
                       "0\t1\t0\t1\n"
                       "5\t6\t5\t6\t1\n";
    via_span_list list;

    assert_int_equal(via_span_list_load(scratch_file(s, "spans", text, strlen(text)),
                                        &letters_of_both, &letters_of_both, true, &list,
                                        NULL),
                     VIA_OK);
    assert_int_equal(list.n_spans, 6);
    check_span(&list.spans[0], (via_span){0, 1, 0, 1, .75});
    for (size_t i = 1; i < 5; i++)
        assert_true(list.spans[i].confidence < 0);
    check_span(&list.spans[5], (via_span){5, 6, 5, 6, 1});
    via_span_list_clear(&list);
    via_letter_offsets_clear(&letters_of_both);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_letters_before),
        TEST(test_broken_text),
        TEST(test_list),
        TEST(test_confidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
