/* Sample pair: two small documents and a ladder, made by hand. */
#ifndef VIA_TESTS_SAMPLE_PAIR_H
#define VIA_TESTS_SAMPLE_PAIR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "text/doc.h"

/* Makes a document whose segments are the `n_pieces` pieces, in order. */
static inline via_doc *sample_doc(const char *lang, const char *name, const char *text,
                                  const char *const *pieces, size_t n_pieces)
{
    via_doc_options opt = {.lang = lang, .name = name};
    via_doc *doc;
    size_t at = 0;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    doc->segs = via_arena_array(doc->arena, n_pieces, sizeof *doc->segs);
    doc->n_segs = n_pieces;
    for (size_t i = 0; i < n_pieces; i++) {
        const char *piece = strstr(doc->text + at, pieces[i]);

        assert_non_null(piece);
        doc->segs[i].begin = (size_t)(piece - doc->text);
        at = doc->segs[i].end = doc->segs[i].begin + strlen(pieces[i]);
        doc->segs[i].ends_block =
            !doc->text[at] || doc->text[at + strspn(doc->text + at, " ")] == '\n';
    }
    via_doc_place_segments(doc, doc->segs, n_pieces);
    return doc;
}

typedef struct sample_pair {
    via_pair pair;
    via_doc *src, *tgt;
    via_bead beads[4];
    via_anchor anchors[1];
    via_ladder ladder;
} sample_pair;

static const char *const sample_src_pieces[] = {
    "Hôm nay trời mưa.", "Ông Nam\tmua 3 con cá.", "Chợ đông & vui.", "Xem thêm"};
static const char *const sample_tgt_pieces[] = {
    "今日は雨です。", "ナムさんは魚を", "3匹買いました。", "市場はにぎやかです。"};

static inline void sample_init(sample_pair *sample)
{
    sample->src = sample_doc("vi", "news/chợ.vi.txt",
                             "Hôm nay trời mưa.  Ông Nam\tmua 3 con cá.\n"
                             "Chợ đông & vui.\nXem thêm\n",
                             sample_src_pieces, 4);
    sample->tgt = sample_doc("ja", "news/chợ.ja.txt",
                             "今日は雨です。\nナムさんは魚を\n3匹買いました。\n"
                             "市場はにぎやかです。",
                             sample_tgt_pieces, 4);
    sample->pair = (via_pair){sample->src, sample->tgt, NULL};
    sample->beads[0] = (via_bead){0, 1, 0, 1, 0.99123, 5.25};
    sample->beads[1] = (via_bead){1, 2, 1, 3, 0.75, 2.0};
    sample->beads[2] = (via_bead){2, 3, 3, 4, 0.4, -0.5};
    sample->beads[3] = (via_bead){3, 4, 4, 4, 0.8, 0.0};
    sample->anchors[0] = (via_anchor){1, "number", 31, 32, 16, 17, 1.5};
    sample->ladder = (via_ladder){sample->beads, 4, sample->anchors, 1};
}

static inline void sample_clear(sample_pair *sample)
{
    via_doc_free(sample->src);
    via_doc_free(sample->tgt);
}

/* Checks what was appended, and empties the buffer. */
static inline void expect_bytes(via_buffer *out, const char *expected)
{
    assert_string_equal(via_buffer_text(out), expected);
    via_buffer_clear(out);
}

#endif
