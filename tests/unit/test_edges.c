/* Tests of edges: a tree that grows beyond its first table. */
#include "scratch.h"

#include "base/edges.h"

static void test_grow_and_find(void **state)
{
    via_edges edges;

    assert_true(via_edges_init(&edges));
    assert_int_equal(via_edges_find(&edges, 0, 'a'), VIA_EDGE_NONE);
    uint32_t a = via_edges_grow(&edges, 0, 'a');
    uint32_t ab = via_edges_grow(&edges, a, 'b');
    assert_int_equal(via_edges_grow(&edges, 0, 'a'), a);
    assert_int_equal(via_edges_find(&edges, a, 'b'), ab);
    assert_int_equal(via_edges_find(&edges, ab, 'b'), VIA_EDGE_NONE);
    assert_int_equal(edges.n_nodes, 3);
    via_edges_clear(&edges);
}

static void test_many(void **state)
{
    via_edges edges;

    assert_true(via_edges_init(&edges));
    for (int32_t i = 1; i <= 5000; i++)
        assert_int_equal(via_edges_grow(&edges, (uint32_t)(i - 1), i % 7 + 1), i);
    for (int32_t i = 1; i <= 5000; i++)
        assert_int_equal(via_edges_find(&edges, (uint32_t)(i - 1), i % 7 + 1), i);
    assert_int_equal(via_edges_find(&edges, 5000, 1), VIA_EDGE_NONE);
    via_edges_clear(&edges);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_grow_and_find),
                                              cmocka_unit_test(test_many)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
