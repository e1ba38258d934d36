/* Sketched: documents of two languages as sketches, for tests of matching. */
#ifndef VIA_TESTS_SKETCHED_H
#define VIA_TESTS_SKETCHED_H

#include "line_pair.h"
#include "match/index.h"

/* Four articles about different things; those of one number are translations. */
static const char *const SKETCHED_VI[] = {
    "Ông Lê Văn Đức hái 45 kg chè búp.\nHợp tác xã có 118 hộ, giá chè 320.000 đồng.\n",
    "Cầu Vân Đồn dài 540 m, tốn 380 tỷ đồng.\nMỗi ngày có 6.215 xe qua cầu.\n",
    "Huyện Điện Biên gặt 4.217 ha lúa ngày 18/6/2024.\nNăng suất đạt 6,3 tấn mỗi ha.\n",
    "Chợ nổi Cái Răng đón 87.500 khách năm 2019.\nCó 264 thuyền bán 12 loại quả.\n"};
static const char *const SKETCHED_EN[] = {
    "Mr Le Van Duc picked 45 kg of tea buds.\n"
    "The cooperative has 118 households; tea costs 320,000 dong.\n",
    "Van Don bridge is 540 m long and cost 380 billion dong.\n"
    "Every day 6,215 vehicles cross the bridge.\n",
    "Dien Bien district harvested 4,217 ha of rice on June 18, 2024.\n"
    "The yield reached 6.3 tonnes per hectare.\n",
    "Cai Rang floating market received 87,500 visitors in 2019.\n"
    "There are 264 boats selling 12 kinds of fruit.\n"};
#define N_SKETCHED 4

struct sketched {
    via_names *names;
    via_sketcher *sketchers[2];
    via_sketch sketches[2][N_SKETCHED];
};

static inline void sketch_text(const via_sketcher *sketcher, const char *lang,
                               const char *text, via_sketch *out)
{
    via_doc *doc = line_doc(lang, text);

    assert_int_equal(via_sketch_make(sketcher, doc, out, NULL), VIA_OK);
    via_doc_free(doc);
}

static inline void sketch_all(struct sketched *out)
{
    assert_int_equal(via_names_new(&out->names, NULL), VIA_OK);
    assert_int_equal(via_sketcher_new("vi", out->names, &out->sketchers[0], NULL),
                     VIA_OK);
    assert_int_equal(via_sketcher_new("en", out->names, &out->sketchers[1], NULL),
                     VIA_OK);
    for (size_t i = 0; i < N_SKETCHED; i++) {
        sketch_text(out->sketchers[0], "vi", SKETCHED_VI[i], &out->sketches[0][i]);
        sketch_text(out->sketchers[1], "en", SKETCHED_EN[i], &out->sketches[1][i]);
    }
}

static inline void sketched_clear(struct sketched *sketched)
{
    for (size_t i = 0; i < N_SKETCHED; i++) {
        via_sketch_clear(&sketched->sketches[0][i]);
        via_sketch_clear(&sketched->sketches[1][i]);
    }
    via_sketcher_free(sketched->sketchers[0]);
    via_sketcher_free(sketched->sketchers[1]);
    via_names_free(sketched->names);
}

/* The index of all articles in both languages. */
static inline via_index *sketched_index(const struct sketched *sketched,
                                        const via_glosses *glosses)
{
    via_index *index = NULL;

    assert_int_equal(via_index_new(sketched->sketches[0], N_SKETCHED,
                                   sketched->sketches[1], N_SKETCHED, glosses, &index,
                                   NULL),
                     VIA_OK);
    return index;
}

/* Glosses of three pairs of words, as a lexicon would say them. */
static inline via_glosses *sketched_glosses(void)
{
    static const char *const WORDS[][2] = {
        {"chè", "tea"}, {"khách", "visitor"}, {"thuyền", "boat"}};
    via_lexicon lexicon = {.ids = {via_intern_new(), via_intern_new()}};
    via_lexicon_token tokens[3] = {
        {20, 18, 0.01F, 0}, {20, 18, 0.01F, 0}, {20, 18, 0.01F, 0}};
    via_lexicon_entry rows[3];
    size_t row_begin[] = {0, 1, 2, 3};
    via_glosses *glosses = NULL;

    for (uint32_t i = 0; i < 3; i++) {
        for (int side = 0; side < 2; side++) {
            uint64_t id = via_hash_bytes(WORDS[i][side], strlen(WORDS[i][side]));

            via_intern_add(lexicon.ids[side], (const char *)&id, sizeof id);
        }
        rows[i] = (via_lexicon_entry){i, {18, 18}, {0, 0}};
    }
    lexicon.tokens[0] = lexicon.tokens[1] = tokens;
    lexicon.row_begin = row_begin;
    lexicon.rows = rows;
    assert_int_equal(via_glosses_new(&lexicon, &glosses, NULL), VIA_OK);
    via_intern_free(lexicon.ids[0]);
    via_intern_free(lexicon.ids[1]);
    return glosses;
}

#endif
