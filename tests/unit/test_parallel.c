/* Tests of parallel loops: every item once, whatever the number of workers. */
#include "scratch.h"

#include "base/parallel.h"

#define N_ITEMS 1000

struct loop {
    size_t n_workers;
    int slots[N_ITEMS]; /* how often each item was done */
    size_t workers[N_ITEMS];
    int desks[64]; /* how much each worker did */
};

static void do_item(void *data, size_t item, size_t worker)
{
    struct loop *loop = data;

    loop->slots[item]++;
    loop->workers[item] = worker;
    loop->desks[worker]++;
}

static void test_each_item_once(void **state)
{
    static const size_t n_workers[] = {0, 1, 2, 7, 64};

    for (size_t k = 0; k < sizeof n_workers / sizeof *n_workers; k++) {
        struct loop loop = {.n_workers = n_workers[k]};
        int n_done = 0;

        via_parallel_for(N_ITEMS, loop.n_workers, do_item, &loop);
        for (size_t i = 0; i < N_ITEMS; i++) {
            assert_int_equal(loop.slots[i], 1);
            assert_true(loop.workers[i] < (loop.n_workers ? loop.n_workers : 1));
        }
        for (size_t i = 0; i < 64; i++)
            n_done += loop.desks[i];
        assert_int_equal(n_done, N_ITEMS);
    }
}

static void test_fewer_items_than_workers(void **state)
{
    struct loop loop = {.n_workers = 7};

    via_parallel_for(0, 7, do_item, &loop);
    assert_int_equal(loop.slots[0], 0);
    via_parallel_for(2, 7, do_item, &loop);
    assert_int_equal(loop.slots[0] + loop.slots[1], 2);
    assert_true(loop.workers[0] < 2 && loop.workers[1] < 2);
}

static void test_somebody_works_when_nobody_says(void **state)
{
    assert_true(via_default_workers() >= 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_item_once),
        cmocka_unit_test(test_fewer_items_than_workers),
        cmocka_unit_test(test_somebody_works_when_nobody_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
