/* Tests of where standing units are in a document. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "batch/places.h"

static via_multi_text text(const char *line, const size_t *segs, size_t n_segs)
{
    return (via_multi_text){"vi", "a.vi", line, strlen(line), segs, n_segs};
}

static void check(const via_multi_text *texts, size_t n_texts, const char *document,
                  const ptrdiff_t *expected)
{
    via_doc_options opt = {.lang = "vi", .name = "a.vi", .is_segmented = true};
    via_multi_unit units[4];
    ptrdiff_t shifts[4];
    via_doc *doc = NULL;

    for (size_t i = 0; i < n_texts; i++)
        units[i] = (via_multi_unit){&texts[i], 1, 1, "a"};
    assert_int_equal(via_doc_parse(document, strlen(document), &opt, &doc, NULL),
                     VIA_OK);
    assert_int_equal(via_places_find(units, n_texts, doc, shifts, NULL), VIA_OK);
    for (size_t i = 0; i < n_texts; i++)
        assert_int_equal(shifts[i], expected[i]);
    via_doc_free(doc);
}

static void test_moved_texts(void **state)
{
    static const size_t AT[] = {0, 1, 2, 3};
    via_multi_text texts[] = {text("Một. Hai.", AT, 2), text("Ba.", AT + 2, 1),
                              text("Ba.", AT + 3, 1)};
    (void)state;

    check(texts, 3, "Một.\nHai.\nBa.\nBa.\n", (const ptrdiff_t[]){0, 0, 0});
    check(texts, 3, "Không.\nMột.\nHai.\nBa.\n",
          (const ptrdiff_t[]){1, VIA_PLACE_LOST, 0});
    check(texts, 3, "Ba.\nMột.\n",
          (const ptrdiff_t[]){VIA_PLACE_LOST, -2, VIA_PLACE_LOST});
    check(texts, 3, "",
          (const ptrdiff_t[]){VIA_PLACE_LOST, VIA_PLACE_LOST, VIA_PLACE_LOST});
}

static void test_far_beyond_the_end(void **state)
{
    static const size_t FAR[] = {(size_t)1 << 39}, WIDE[] = {0, (size_t)1 << 39};
    via_multi_text texts[] = {text("Hai.", FAR, 1), text("Một. Hai.", WIDE, 2)};
    (void)state;

    check(texts, 2, "Một.\nHai.\n",
          (const ptrdiff_t[]){1 - ((ptrdiff_t)1 << 39), VIA_PLACE_LOST});
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_moved_texts),
                                       cmocka_unit_test(test_far_beyond_the_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
