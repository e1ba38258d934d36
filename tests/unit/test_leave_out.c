/* Tests of leaving out: what all beads of a lone document taught is all there is. */
#include "word_pair.h"

#include <math.h>

#include "evidence/leave_out.h"

#define N_SEGS 60

struct fixture {
    via_arena *arena;
    word_pair pair;
    via_lexicon *lexicon;
    via_meetings meetings;
    via_left_out left;
};

static void leave_out(struct fixture *fix, const word_pair *scored)
{
    assert_int_equal(via_meetings_new(fix->lexicon, &scored->src, &scored->tgt,
                                      fix->arena, &fix->meetings, NULL),
                     VIA_OK);
    assert_int_equal(via_leave_out(fix->lexicon, &scored->src, &scored->tgt,
                                   &fix->meetings, fix->arena, &fix->left, NULL),
                     VIA_OK);
}

static struct fixture make_fixture(void)
{
    struct fixture fix = {.arena = via_arena_new()};

    fix.pair = word_pair_new(N_SEGS, 5, 25, 9, fix.arena);
    for (size_t b = 0; b < N_SEGS; b++)
        fix.pair.beads[b].confidence = 0.5 + 0.4 * (double)(b % 2);
    fix.lexicon = word_lexicon(&fix.pair, 1, 1);
    return fix;
}

static void drop_fixture(struct fixture *fix)
{
    via_lexicon_free(fix->lexicon);
    via_arena_free(fix->arena);
}

static void test_adds_up(void **state)
{
    struct fixture fix = make_fixture();
    size_t n_entries = 0;

    leave_out(&fix, &fix.pair);
    for (uint32_t bond = 0; bond < fix.meetings.n_bonds; bond++) {
        const via_lexicon_entry *entry =
            &fix.lexicon->rows[fix.meetings.bonds[bond].entry];
        double sums[2] = {0.0, 0.0};

        for (size_t k = fix.left.own_begin[bond]; k < fix.left.own_begin[bond + 1];
             k++) {
            sums[0] += fix.left.own[k].counts[0];
            sums[1] += fix.left.own[k].counts[1];
        }
        assert_float_equal(sums[0], entry->counts[0], 1e-4);
        assert_float_equal(sums[1], entry->counts[1], 1e-4);
        n_entries += fix.left.own_begin[bond + 1] > fix.left.own_begin[bond];
    }
    assert_true(n_entries >= 20);
    drop_fixture(&fix);
}

static void test_tokens(void **state)
{
    struct fixture fix = make_fixture();

    leave_out(&fix, &fix.pair);
    for (int side = 0; side < 2; side++) {
        const via_slots *slots = &fix.meetings.slots[side];
        double left[64] = {0}, n[64] = {0};

        for (size_t a = 0; a < slots->n_slots; a++) {
            left[slots->tokens[a]] +=
                fix.lexicon->tokens[side][slots->tokens[a]].known - slots->known[a];
            n[slots->tokens[a]]++;
        }
        for (size_t t = 0; t < via_intern_count(fix.lexicon->ids[side]); t++) {
            assert_true(n[t] > 0.0);
            assert_float_equal(left[t], fix.lexicon->tokens[side][t].known, 1e-3);
        }
    }
    drop_fixture(&fix);
}

/* The counts of a bond without what the beads of two segments taught. */
static void rest_of(const struct fixture *fix, uint32_t bond, uint32_t src_seg,
                    uint32_t tgt_seg, double counts[2])
{
    const via_lexicon_entry *entry =
        &fix->lexicon->rows[fix->meetings.bonds[bond].entry];

    counts[0] = entry->counts[0];
    counts[1] = entry->counts[1];
    via_leave_off(&fix->left, bond, src_seg, tgt_seg, counts);
}

/* Meetings are listed in the beads that taught. */
static void test_counts(void **state)
{
    struct fixture fix = make_fixture();

    leave_out(&fix, &fix.pair);
    assert_true(fix.meetings.n_meetings >= N_SEGS);
    for (size_t m = 0; m < fix.meetings.n_meetings; m++) {
        const via_meeting *meeting = &fix.meetings.list[m];
        const via_lexicon_entry *entry =
            &fix.lexicon->rows[fix.meetings.bonds[meeting->bond].entry];
        uint32_t seg = fix.meetings.slots[0].segs[meeting->slots[0]];
        double counts[2], less[2];

        assert_int_equal(fix.meetings.slots[1].segs[meeting->slots[1]], seg);
        rest_of(&fix, meeting->bond, seg, seg, counts);
        assert_true(counts[0] >= 0.0 && counts[1] >= 0.0);
        assert_true(counts[0] < entry->counts[0] && counts[1] < entry->counts[1]);
        /* With a segment of another bead, that bead's are taken off, too. */
        rest_of(&fix, meeting->bond, seg, (seg + 1) % N_SEGS, less);
        assert_true(less[0] <= counts[0] && less[1] <= counts[1]);
    }
    drop_fixture(&fix);
}

static void test_strangers(void **state)
{
    struct fixture fix = make_fixture();
    word_pair other = word_pair_new(N_SEGS, 5, 25, 10, fix.arena);
    double counts[2];

    leave_out(&fix, &other);
    assert_null(fix.left.beads[0]);
    assert_int_equal(fix.meetings.n_meetings, 0);
    assert_true(fix.meetings.n_bonds > 0);
    rest_of(&fix, 0, 0, 0, counts);
    assert_true(counts[0] ==
                (double)fix.lexicon->rows[fix.meetings.bonds[0].entry].counts[0]);
    drop_fixture(&fix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_adds_up),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_strangers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
