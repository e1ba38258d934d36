/* Line pair: two documents of one segment a line, and what an aligner sees in them. */
#ifndef VIA_TESTS_LINE_PAIR_H
#define VIA_TESTS_LINE_PAIR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "align/aligner.h"
#include "text/doc.h"

typedef struct line_pair {
    via_doc *src_doc, *tgt_doc;
    via_aligner *aligner; /* has learned from this pair alone */
    via_arena *arena;     /* holds what follows */
    const via_side *src, *tgt;
    via_evidence *ev;
} line_pair;

static inline via_doc *line_doc(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = lang, .is_segmented = true};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    return doc;
}

/* Learns in `n_passes`, as via_align_options has it, and looks at both sides. */
static inline void line_pair_learn(line_pair *pair, unsigned n_passes)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_pair docs = {pair->src_doc, pair->tgt_doc, NULL};

    opt.n_passes = n_passes;
    assert_int_equal(via_aligner_new(pair->src_doc->lang, pair->tgt_doc->lang, &opt,
                                     &pair->aligner, NULL),
                     VIA_OK);
    assert_int_equal(via_aligner_learn(pair->aligner, &docs, 1, 1, NULL), VIA_OK);
    const via_knowledge *know = &pair->aligner->know;
    pair->arena = via_arena_new();
    assert_non_null(pair->arena);
    assert_int_equal(
        via_side_new(pair->src_doc, know->src_finder, pair->arena, &pair->src, NULL),
        VIA_OK);
    assert_int_equal(
        via_side_new(pair->tgt_doc, know->tgt_finder, pair->arena, &pair->tgt, NULL),
        VIA_OK);
    assert_int_equal(via_evidence_new(know, pair->src, pair->tgt, NULL, pair->arena,
                                      &pair->ev, NULL),
                     VIA_OK);
}

static inline void line_pair_init(line_pair *pair, const char *src_lang,
                                  const char *src_text, const char *tgt_lang,
                                  const char *tgt_text)
{
    pair->src_doc = line_doc(src_lang, src_text);
    pair->tgt_doc = line_doc(tgt_lang, tgt_text);
    line_pair_learn(pair, 1);
}

static inline void line_pair_clear(line_pair *pair)
{
    via_arena_free(pair->arena);
    via_aligner_free(pair->aligner);
    via_doc_free(pair->src_doc);
    via_doc_free(pair->tgt_doc);
}

#endif
