/* Tests of sides: what is found of each segment. */
#include "line_pair.h"
#include "sample_pair.h"

/* A side of a document, with what it needs to live. */
struct looked {
    via_doc *doc;
    via_names *names;
    via_finder *finder;
    via_arena *arena;
    const via_side *side;
};

static void look(struct looked *out, via_doc *doc)
{
    out->doc = doc;
    out->arena = via_arena_new();
    assert_int_equal(via_names_new(&out->names, NULL), VIA_OK);
    assert_int_equal(via_finder_new(doc->lang, out->names, &out->finder, NULL), VIA_OK);
    assert_int_equal(via_side_new(doc, out->finder, out->arena, &out->side, NULL),
                     VIA_OK);
    assert_ptr_equal(out->side->doc, doc);
    assert_int_equal(out->side->n_segs, doc->n_segs);
}

static void forget(struct looked *looked)
{
    via_arena_free(looked->arena);
    via_finder_free(looked->finder);
    via_names_free(looked->names);
    via_doc_free(looked->doc);
}

static void test_segments(void **state)
{
    struct looked looked;
    (void)state;

    look(&looked, line_doc("vi", "Trời mưa à?\n\n\n12 con cá, 3 con cua\nanh.jpg\n"
                                 "Trời mưa à?\n"));
    const via_side *side = looked.side;
    assert_int_equal(side->n_segs, 6);
    assert_int_equal(side->counts[0].n[VIA_SIZE_WORD], 3);
    assert_int_equal(side->counts[1].n[VIA_SIZE_WORD], 0);
    assert_int_equal(side->counts[3].n[VIA_SIZE_DIGIT], 3);
    assert_int_equal(side->shapes[0].end, VIA_END_FINAL);
    assert_int_equal(side->shapes[3].end, VIA_END_NONE);
    assert_true(side->shapes[1].is_empty && side->shapes[2].is_empty);
    assert_true(side->shapes[4].is_wordless && !side->shapes[3].is_wordless);
    assert_true(side->line_ids[0] == side->line_ids[5]);
    assert_true(side->line_ids[1] == side->line_ids[2]);
    assert_true(side->line_ids[0] != side->line_ids[3]);
    assert_false(side->is_fine);
    assert_int_equal(via_side_marks(side, 0, 1), 1u << VIA_MARK_QUESTION);
    assert_int_equal(via_side_marks(side, 3, 4), 0);
    assert_int_equal(via_side_marks(side, 3, 6), 1u << VIA_MARK_QUESTION);
    assert_int_equal(via_side_marks(side, 3, 3), 0);
    forget(&looked);
}

/* Keys are in order, each once in a segment, and stand in it. */
static void test_keys(void **state)
{
    struct looked looked;
    size_t n_found = 0;
    (void)state;

    look(&looked, line_doc("vi", "Xe 250 chở 250 bao, xe 350 chở 250 bao.\n\n"
                                 "Samsung bán 250 máy Samsung.\nghế\n"));
    const via_side *side = looked.side;
    assert_int_equal(side->key_begin[0], 0);
    for (size_t i = 0; i < side->n_segs; i++) {
        assert_true(side->key_begin[i] <= side->key_begin[i + 1]);
        for (size_t k = side->key_begin[i]; k < side->key_begin[i + 1]; k++) {
            const via_key *key = &side->keys[k];

            assert_true(k == side->key_begin[i] || key[-1].id < key->id);
            assert_true(key->begin >= side->segs[i].begin && key->begin < key->end);
            assert_true(key->end <= side->segs[i].end);
            n_found += key->kind == VIA_KEY_NUMBER;
        }
    }
    assert_int_equal(n_found, 3); /* 250 and 350, 250 */
    assert_int_equal(side->key_begin[1], side->key_begin[2]);
    assert_int_equal(side->key_begin[3], side->key_begin[4]);
    forget(&looked);
}

/* Where every line is a segment, only an empty line ends a block. */
static void test_blocks_of_lines(void **state)
{
    struct looked looked;
    (void)state;

    look(&looked, line_doc("vi", "Mưa.\nGió.\n\nNắng.\n"));
    assert_false(looked.side->ends_block[0]);
    assert_true(looked.side->ends_block[1]);
    assert_true(looked.side->ends_block[3]);
    forget(&looked);
}

/* Where a line holds several segments, its last one does. */
static void test_blocks_of_running_text(void **state)
{
    static const char *const pieces[] = {"Mưa.", "Gió.", "Nắng.", "Hết."};
    struct looked looked;
    (void)state;

    look(&looked, sample_doc("vi", "x", "Mưa. Gió.\nNắng.\nHết.\n", pieces, 4));
    assert_false(looked.side->ends_block[0]);
    assert_true(looked.side->ends_block[1]);
    assert_true(looked.side->ends_block[2]);
    assert_true(looked.side->ends_block[3]);
    forget(&looked);
}

/* A dash between clauses is part of the text, one alone in its line is none. */
static void test_kinds_are_those_of_blocks(void **state)
{
    static const char *const pieces[] = {"Cá.", "Mưa rồi.", "Gió to."};
    struct looked looked;
    via_doc *doc = sample_doc("vi", "a", "Cá.\n\nMưa rồi. Gió to.\n", pieces, 3);
    (void)state;

    doc->blocks[0].kind = VIA_BLOCK_TITLE;
    doc->blocks[1].kind = VIA_BLOCK_ITEM;
    look(&looked, doc);
    assert_int_equal(looked.side->kinds[0], VIA_BLOCK_TITLE);
    assert_int_equal(looked.side->kinds[1], VIA_BLOCK_ITEM);
    assert_int_equal(looked.side->kinds[2], VIA_BLOCK_ITEM);
    forget(&looked);
}

static void test_marks_inside_a_line(void **state)
{
    static const char *const pieces[] = {"ฝนตก", "-", "ลมแรง", "---", "แดดออก"};
    struct looked looked;
    (void)state;

    look(&looked, sample_doc("th", "x", "ฝนตก - ลมแรง\n---\nแดดออก\n", pieces, 5));
    assert_false(looked.side->shapes[1].is_wordless);
    assert_true(looked.side->shapes[3].is_wordless);
    forget(&looked);
}

static void test_empty_documents(void **state)
{
    static const char *const texts[] = {"", "\n", "\n\n\n"};
    (void)state;

    for (size_t t = 0; t < 3; t++) {
        struct looked looked;

        look(&looked, line_doc(t % 2 ? "th" : "ja", texts[t]));
        assert_int_equal(looked.side->key_begin[looked.side->n_segs], 0);
        for (size_t i = 0; i < looked.side->n_segs; i++)
            assert_true(looked.side->shapes[i].is_empty);
        forget(&looked);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_segments),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_blocks_of_lines),
        cmocka_unit_test(test_blocks_of_running_text),
        cmocka_unit_test(test_kinds_are_those_of_blocks),
        cmocka_unit_test(test_marks_inside_a_line),
        cmocka_unit_test(test_empty_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
