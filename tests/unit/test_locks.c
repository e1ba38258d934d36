/* Tests of locks: what they join, what contradicts, and what they admit. */
#include "decided.h"

/* ---- Joining ------------------------------------------------------------- */

static void check_full(const via_locks *locks, size_t k, size_t src_begin,
                       size_t src_end, size_t tgt_begin, size_t tgt_end)
{
    const via_lock *lock = &locks->locks[k];

    assert_int_equal(lock->src_begin, src_begin);
    assert_int_equal(lock->src_end, src_end);
    assert_int_equal(lock->tgt_begin, tgt_begin);
    assert_int_equal(lock->tgt_end, tgt_end);
    assert_ptr_equal(via_locks_at(locks, src_begin, tgt_begin), lock);
}

/* Anchors that share a segment, or what lies between segments of one, are one. */
static void test_joined(void **state)
{
    const decided d = {{{7, 8, 7, 8, 1, false, false},
                        {1, 2, 2, 3, 2, false, false},
                        {3, 4, 4, 5, 3, false, false},
                        {3, 4, 6, 7, 4, false, false},
                        {4, 5, 5, 6, 5, false, false},
                        {1, 2, 2, 3, 6, false, false}},
                       6,
                       9,
                       9};
    via_locks *locks = decided_locks(&d);
    (void)state;

    assert_int_equal(locks->n_full, 3);
    check_full(locks, 0, 1, 2, 2, 3);
    check_full(locks, 1, 3, 5, 4, 7);
    check_full(locks, 2, 7, 8, 7, 8);
    assert_null(via_locks_at(locks, 3, 5));
    assert_null(via_locks_at(locks, 9, 9));
    via_locks_free(locks);
}

/* The same twice, and what an exact lock says already. */
static void test_repeated(void **state)
{
    const decided d = {{{1, 3, 1, 2, 1, true, false},
                        {2, 3, 1, 2, 2, false, false},
                        {1, 3, 1, 2, 3, true, false},
                        {3, 4, 0, 0, 4, true, false},
                        {3, 5, 0, 0, 5, true, false},
                        {0, 0, 2, 3, 6, true, false}},
                       6,
                       6,
                       6};
    via_locks *locks = decided_locks(&d);
    (void)state;

    assert_int_equal(locks->n_full, 1);
    check_full(locks, 0, 1, 3, 1, 2);
    assert_true(locks->locks[0].is_exact);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(via_locks_admit(locks, &(via_span4){i, i + 1, 4, 5}),
                         i == 0 || i == 5);
    via_locks_free(locks);
}

static void test_contradictions(void **state)
{
    static const struct {
        via_lock a, b;
        const char *wanted;
    } cases[] = {
        {{0, 1, 0, 1, 4, true, false},
         {0, 1, 1, 2, 7, true, false},
         "locks:7: expected what agrees"},
        {{0, 1, 0, 1, 7, true, false},
         {0, 2, 0, 1, 4, true, false},
         "agrees with line 4"},
        {{0, 1, 0, 1, 1, true, false},
         {0, 1, 0, 0, 2, true, false},
         "locks:2: expected what agrees"},
        {{0, 1, 0, 0, 1, true, false},
         {0, 1, 0, 1, 2, true, false},
         "locks:2: expected what agrees"},
        {{0, 0, 3, 4, 1, true, false},
         {2, 3, 2, 5, 2, false, false},
         "agrees with line 1"},
        {{0, 1, 0, 1, 1, true, false},
         {0, 1, 1, 2, 2, false, false},
         "agrees with line 1"},
        {{1, 2, 2, 3, 1, false, false},
         {2, 3, 1, 2, 2, false, false},
         "locks:2: expected what does"},
        {{1, 2, 3, 4, 2, true, false},
         {2, 3, 1, 2, 1, true, false},
         "not cross line 1"},
        {{0, 256, 0, 1, 1, true, false},
         {0, 1, 0, 1, 2, false, false},
         "locks:1: expected at most"},
        {{0, 1, 0, 1, 1, false, false},
         {0, 1, 255, 256, 2, false, false},
         "expected at most 255"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const via_lock wishes[] = {cases[i].a, cases[i].b};
        via_locks *locks = (via_locks *)1;
        via_error err;

        assert_int_equal(via_locks_new(wishes, 2, 300, 300, "locks", &locks, &err),
                         VIA_E_FORMAT);
        assert_null(locks);
        if (!strstr(err.message, cases[i].wanted))
            fail_msg("case %zu: %s", i, err.message);
    }
}

/* ---- What may be --------------------------------------------------------- */

static void test_admitted(void **state)
{
    const decided d = {{{0, 1, 0, 1, 1, true, false},
                        {2, 3, 2, 3, 2, false, false},
                        {5, 6, 0, 0, 3, true, false}},
                       3,
                       7,
                       7};
    via_locks *locks = decided_locks(&d);
    (void)state;

    assert_true(via_locks_admit(NULL, &(via_span4){0, 1, 0, 2}));
    assert_true(via_locks_admit(locks, &(via_span4){1, 2, 1, 2}));
    assert_true(via_locks_admit(locks, &(via_span4){1, 3, 2, 3}));
    assert_true(via_locks_admit(locks, &(via_span4){2, 4, 1, 4}));
    assert_false(via_locks_admit(locks, &(via_span4){0, 1, 0, 1})); /* is one */
    assert_false(via_locks_admit(locks, &(via_span4){2, 3, 2, 3}));
    assert_false(via_locks_admit(locks, &(via_span4){0, 2, 0, 2})); /* more than one */
    assert_false(via_locks_admit(locks, &(via_span4){2, 3, 3, 4})); /* half of one */
    assert_false(via_locks_admit(locks, &(via_span4){3, 4, 2, 3}));
    assert_false(via_locks_admit(locks, &(via_span4){4, 6, 5, 6})); /* stands alone */
    via_locks_free(locks);
}

/* Rows before a lock end where it begins, rows behind it begin where it ends. */
static void test_fit(void **state)
{
    const decided d = {{{1, 3, 2, 4, 1, true, false}}, 1, 4, 5};
    uint32_t lo[] = {0, 0, 0, 0, 0}, hi[] = {6, 6, 6, 6, 6};
    uint32_t far_lo[] = {0, 0, 0, 0, 4}, far_hi[] = {1, 1, 1, 1, 6};
    via_band band = {5, lo, hi, NULL}, other = {5, far_lo, far_hi, NULL};
    via_locks *locks = decided_locks(&d);
    (void)state;

    via_locks_fit(NULL, &band);
    assert_true(lo[4] == 0 && hi[0] == 6);
    via_locks_fit(locks, &band);
    assert_memory_equal(lo, ((uint32_t[]){0, 0, 2, 4, 4}), sizeof lo);
    assert_memory_equal(hi, ((uint32_t[]){3, 3, 3, 6, 6}), sizeof hi);
    via_locks_fit(locks, &other);
    assert_memory_equal(far_lo, ((uint32_t[]){0, 0, 2, 4, 4}), sizeof far_lo);
    assert_memory_equal(far_hi, ((uint32_t[]){1, 3, 3, 5, 6}), sizeof far_hi);
    via_locks_free(locks);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_joined),
        cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_contradictions),
        cmocka_unit_test(test_admitted),
        cmocka_unit_test(test_fit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
