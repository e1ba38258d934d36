/* Tests of the multi store: entries by article, and their bytes as they were. */
#include "scratch.h"

#include "batch/multi_store.h"

#define N_ENTRIES 300

/* Bytes of entry `n`: some are more than the spool keeps in memory. */
static void make_bytes(size_t n, via_buffer *out)
{
    out->n_bytes = 0;
    for (size_t i = 0; i < (n % 50 == 7 ? 300000u : 3 * n + 1); i++)
        via_buffer_append_char(out, (char)('a' + (i + n) % 26));
}

static void test_order_and_bytes(void **state)
{
    via_multi_store store;
    via_buffer bytes = VIA_BUFFER_INIT, found = VIA_BUFFER_INIT;
    size_t n_entries;
    (void)state;

    assert_int_equal(via_multi_store_open(&store, NULL), VIA_OK);
    for (size_t n = 0; n < N_ENTRIES; n++) {
        via_lang_pair langs = {n % 3, 3};

        make_bytes(n, &bytes);
        assert_int_equal(via_multi_store_add(&store, n * 7 % 40, langs, &bytes, NULL),
                         VIA_OK);
    }
    via_multi_store_settle(&store);
    const via_multi_entry *entries = via_multi_store_entries(&store, &n_entries);
    assert_int_equal(n_entries, N_ENTRIES);
    for (size_t i = 0; i < n_entries; i++) {
        size_t n = entries[i].number;

        assert_int_equal(entries[i].article, n * 7 % 40);
        assert_int_equal(entries[i].langs.src, n % 3);
        assert_true(!i || entries[i - 1].article < entries[i].article ||
                    (entries[i - 1].article == entries[i].article &&
                     entries[i - 1].number < n));
        make_bytes(n, &bytes);
        found.n_bytes = 0;
        assert_int_equal(via_multi_store_read(&store, &entries[i], &found, NULL),
                         VIA_OK);
        assert_int_equal(found.n_bytes, bytes.n_bytes);
        assert_memory_equal(found.bytes, bytes.bytes, bytes.n_bytes);
    }
    via_multi_store_close(&store);
    via_buffer_clear(&bytes);
    via_buffer_clear(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order_and_bytes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
