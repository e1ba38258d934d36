/* Tests of lock files: each kind of line, and what is said of those that are wrong. */
#include "line_pair.h"
#include "scratch.h"

#include "align/locks.h"

static const char SRC[] = "Mưa.\nNắng.\nGió to.\nMây.\nMưa nhỏ.\nSương.\n";
static const char TGT[] = "Rain.\nSun.\nStrong wind.\nClouds.\nDrizzle.\nFog.\n";

static via_status load(scratch *s, const char *text, via_locks **out, via_error *err)
{
    via_pair pair = {line_doc("vi", SRC), line_doc("en", TGT), NULL};
    const char *path = scratch_file(s, "locks", text, strlen(text));
    via_status st = via_locks_load(path, pair, out, err);

    via_doc_free((via_doc *)pair.src);
    via_doc_free((via_doc *)pair.tgt);
    return st;
}

static void check_lock(const via_locks *locks, size_t k, via_lock wanted)
{
    const via_lock *lock = &locks->locks[k];

    assert_int_equal(lock->src_begin, wanted.src_begin);
    assert_int_equal(lock->src_end, wanted.src_end);
    assert_int_equal(lock->tgt_begin, wanted.tgt_begin);
    assert_int_equal(lock->tgt_end, wanted.tgt_end);
    assert_int_equal(lock->line, wanted.line);
    assert_int_equal(lock->is_exact, wanted.is_exact);
    assert_int_equal(lock->src_skip, wanted.src_skip);
    assert_int_equal(lock->tgt_skip, wanted.tgt_skip);
}

static void test_each_kind(void **state)
{
    via_locks *locks;
    via_error err;

    if (load(*state,
             "\xef\xbb\xbf# decided\n"
             "\n"
             "[0]:[0, 1]:0.25\n"
             "1\t2\tnumbers\n"
             "Gió to. Mây.\tClouds.\t0.9\n"
             "[4]:[]\r\n",
             &locks, &err) != VIA_OK)
        fail_msg("%s", err.message);
    assert_int_equal(locks->n_full, 3);
    check_lock(locks, 0, (via_lock){0, 1, 0, 2, 3, true, false, 0, 0});
    check_lock(locks, 1, (via_lock){1, 2, 2, 3, 4, false, false, 0, 0});
    check_lock(locks, 2, (via_lock){2, 4, 3, 4, 5, false, false, 0, 0});
    assert_int_equal(locks->src_held[4], 3);
    assert_int_equal(locks->src_held[5], VIA_LOCK_NONE);
    assert_int_equal(locks->tgt_held[5], VIA_LOCK_NONE);
    via_locks_free(locks);
}

/* A segment that a bead skips may be said to stand alone, and may stand nowhere else.
 */
static void test_skipped(void **state)
{
    via_locks *locks;
    via_error err;

    if (load(*state, "[0, 2]:[1, 2]\n[1]:[]\n[3]:[3, 5]\n", &locks, &err) != VIA_OK)
        fail_msg("%s", err.message);
    assert_int_equal(locks->n_full, 2);
    check_lock(locks, 0, (via_lock){0, 3, 1, 3, 1, true, false, 1, 0});
    check_lock(locks, 1, (via_lock){3, 4, 3, 6, 3, true, false, 0, 4});
    assert_int_equal(locks->src_held[1], 2);
    assert_int_equal(locks->tgt_held[4], VIA_LOCK_NONE);
    via_locks_free(locks);
}

static void test_nothing(void **state)
{
    via_locks *locks;

    assert_int_equal(load(*state, "", &locks, NULL), VIA_OK);
    assert_int_equal(locks->n_full, 0);
    via_locks_free(locks);
}

/* Digits that are not in both fields are strings. */
static void test_digits_as_string(void **state)
{
    via_locks *locks;
    via_error err;

    assert_int_equal(load(*state, "2\tSun.\n", &locks, &err), VIA_E_FORMAT);
    assert_non_null(
        strstr(err.message, "/locks:1: expected a string that stands in vi"));
}

static void check_wrong(scratch *s, const char *text, const char *wanted)
{
    via_locks *locks = (via_locks *)1;
    via_error err;

    assert_true(load(s, text, &locks, &err) != VIA_OK);
    assert_null(locks);
    if (!strstr(err.message, wanted))
        fail_msg("\"%s\": %s", text, err.message);
}

static void test_wrong_lines(void **state)
{
    static const char *const cases[][2] = {
        {"rain\n", "/locks:1: expected a bead such as [0]:[1, 2], or two"},
        {"[1]\n", "/locks:1: expected a bead"},
        {"[1]:[2]x\n", "/locks:1: expected a bead"},
        {"[]:[]\n", "/locks:1: expected a bead"},
        {"\n[0, 3]:[1]\n", "/locks:2: expected neighbouring segments, in order"},
        {"[0, 2, 4]:[1]\n", "/locks:1: expected neighbouring"},
        {"[0, 2]:[1]\n[1]:[2]\n", "/locks:2: expected what does not cross line 1"},
        {"[0, 2]:[1]\n[0, 1, 2]:[1]\n", "/locks:2: expected what agrees with line 1"},
        {"[0]:[2, 1]\n", "/locks:1: expected neighbouring"},
        {"[6]:[1]\n", "/locks:1: expected a segment of vi below 6"},
        {"[5]:[5, 6]\n", "/locks:1: expected a segment of en below 6"},
        {"6\t0\n", "/locks:1: expected a segment of vi below 6"},
        {"0\t18446744073709551617\n", "/locks:1: expected a segment of en below 6"},
        {"Mưa\tRain\n", "/locks:1: expected a string that stands in one place of vi"},
        {"Mây\tCloudy\n", "/locks:1: expected a string that stands in en"},
        {"Mây\t \n", "/locks:1: expected a string on both sides of the tab"},
        {"\tSun\n", "/locks:1: expected a string on both sides of the tab"},
        {"1\t1\n\xe1\xbb\n", "/locks:2: byte 1 is not valid UTF-8"},
        {"1\t2\n2\t1\n", "/locks:2: expected what does not cross line 1"},
        {"1\t2\n[1]:[1]\n", "/locks:2: expected what agrees with line 1"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_wrong(*state, cases[i][0], cases[i][1]);
}

static void test_a_missing_file(void **state)
{
    via_pair pair = {line_doc("vi", SRC), line_doc("en", TGT), NULL};
    via_locks *locks;

    assert_int_equal(via_locks_load(scratch_path(*state, "none"), pair, &locks, NULL),
                     VIA_E_IO);
    assert_null(locks);
    via_doc_free((via_doc *)pair.src);
    via_doc_free((via_doc *)pair.tgt);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_each_kind),        TEST(test_skipped),     TEST(test_nothing),
        TEST(test_digits_as_string), TEST(test_wrong_lines), TEST(test_a_missing_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
