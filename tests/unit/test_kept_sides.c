/* Tests of kept sides: found for the document they were made of, and for no other. */
#include "line_pair.h"

static void test_found(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nNắng.", "en", "Rain.\nSun.");
    const via_kept_sides *kept = &pair.aligner->kept;
    assert_int_equal(kept->n, 1);
    const via_kept_side *src = via_kept_sides_find(kept, pair.src_doc, false);
    const via_kept_side *tgt = via_kept_sides_find(kept, pair.tgt_doc, true);
    assert_non_null(src);
    assert_non_null(tgt);
    assert_ptr_equal(src->doc, pair.src_doc);
    assert_ptr_equal(tgt->doc, pair.tgt_doc);
    assert_int_equal(src->side->n_segs, 2);
    assert_non_null(via_kept_sides_pair(kept, src, tgt));
    assert_int_equal(via_kept_sides_pair(kept, src, tgt)->trail.n_rows, 0);
    assert_null(via_kept_sides_find(kept, pair.src_doc, true));
    line_pair_clear(&pair);
}

/* Ladders of a pass that taught leave a trail, for these two documents only. */
static void test_trail(void **state)
{
    line_pair pair, other;
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nNắng.", "en", "Rain.\nSun.");
    via_arena_free(pair.arena);
    via_aligner_free(pair.aligner);
    line_pair_learn(&pair, 2);
    line_pair_init(&other, "vi", "Mưa.", "en", "Rain.");
    const via_kept_sides *kept = &pair.aligner->kept;
    const via_kept_side *src = via_kept_sides_find(kept, pair.src_doc, false);
    const via_kept_side *tgt = via_kept_sides_find(kept, pair.tgt_doc, true);
    const via_kept_pair *known = via_kept_sides_pair(kept, src, tgt);
    assert_non_null(known);
    assert_int_equal(known->trail.n_rows, 3);
    assert_int_equal(known->trail.lo[0], 0);
    assert_int_equal(known->trail.hi[2], 3);
    assert_non_null(known->matches);
    assert_null(via_kept_sides_pair(kept, src, NULL));
    assert_null(via_kept_sides_pair(kept, NULL, tgt));
    line_pair_clear(&pair);
    line_pair_clear(&other);
}

/* A document that has changed, or another at the same place, is looked at again. */
static void test_changed(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nNắng.", "en", "Rain.\nSun.");
    const via_kept_sides *kept = &pair.aligner->kept;
    pair.tgt_doc->text[0] = 'T';
    assert_null(via_kept_sides_find(kept, pair.tgt_doc, true));
    pair.tgt_doc->text[0] = 'R';
    assert_non_null(via_kept_sides_find(kept, pair.tgt_doc, true));
    pair.tgt_doc->is_fine = true;
    assert_null(via_kept_sides_find(kept, pair.tgt_doc, true));
    pair.tgt_doc->is_fine = false;
    pair.tgt_doc->segs[1].begin++;
    assert_null(via_kept_sides_find(kept, pair.tgt_doc, true));
    line_pair_clear(&pair);
}

static void test_none(void **state)
{
    via_doc *doc = line_doc("vi", "Mưa.");
    via_kept_sides kept = {0};
    (void)state;

    assert_null(via_kept_sides_find(&kept, doc, false));
    assert_true(via_kept_sides_init(&kept, 0));
    via_kept_sides_settle(&kept);
    assert_null(via_kept_sides_find(&kept, doc, false));
    via_kept_sides_clear(&kept);
    via_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_trail),
        cmocka_unit_test(test_changed),
        cmocka_unit_test(test_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
