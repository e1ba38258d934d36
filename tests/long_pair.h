/* Long pair: two long documents, written by dice, whose true path is known. */
#ifndef VIA_TESTS_LONG_PAIR_H
#define VIA_TESTS_LONG_PAIR_H

#include <stdlib.h>

#include "dice.h"
#include "line_pair.h"

#include "base/buffer.h"

/* What is to be written: `n_lines` lines, of which each side lacks a chapter. */
typedef struct long_shape {
    size_t n_lines;
    size_t src_from, src_to; /* the source lacks these lines, half-open */
    size_t tgt_from, tgt_to;
    size_t key_every; /* each so manieth line holds a number; 0: none does */
    size_t words_max; /* in a line */
} long_shape;

/* Corners of the true path: behind line `n`, `src[n]` and `tgt[n]` segments. */
typedef struct long_pair {
    line_pair pair;
    uint32_t *src, *tgt;
    size_t n_lines;
} long_pair;

static inline void long_line(dice *d, const long_shape *shape, size_t line,
                             via_buffer *src, via_buffer *tgt)
{
    static const char *const words[][2] = {{"gạo", "rice"},   {"con sông", "river"},
                                           {"mưa", "rain"},   {"ruộng", "field"},
                                           {"chợ", "market"}, {"ngôi nhà", "house"},
                                           {"đường", "road"}, {"thuyền", "boat"}};
    size_t n_words = 2 + dice_below(d, shape->words_max);

    for (size_t w = 0; w < n_words; w++) {
        size_t word = dice_below(d, sizeof words / sizeof *words);

        if (src)
            via_buffer_format(src, "%s ", words[word][0]);
        if (tgt)
            via_buffer_format(tgt, "%s ", words[word][1]);
    }
    bool has_key = shape->key_every && line % shape->key_every == 0;
    for (int side = 0; side < 2; side++) {
        via_buffer *text = side ? tgt : src;

        if (text && has_key)
            via_buffer_format(text, "%zu", 1000 + 7 * line);
        if (text)
            via_buffer_append_text(text, ".\n");
    }
}

static inline void long_pair_init(long_pair *out, const long_shape *shape)
{
    dice d = {shape->n_lines};
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;

    out->n_lines = shape->n_lines;
    out->src = calloc(shape->n_lines + 1, sizeof *out->src);
    out->tgt = calloc(shape->n_lines + 1, sizeof *out->tgt);
    assert_true(out->src && out->tgt);
    for (size_t i = 0; i < shape->n_lines; i++) {
        bool has_src = i < shape->src_from || i >= shape->src_to;
        bool has_tgt = i < shape->tgt_from || i >= shape->tgt_to;

        long_line(&d, shape, i, has_src ? &src : NULL, has_tgt ? &tgt : NULL);
        out->src[i + 1] = out->src[i] + has_src;
        out->tgt[i + 1] = out->tgt[i] + has_tgt;
    }
    line_pair_init(&out->pair, "vi", via_buffer_text(&src), "en",
                   via_buffer_text(&tgt));
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

static inline void long_pair_clear(long_pair *pair)
{
    line_pair_clear(&pair->pair);
    free(pair->src);
    free(pair->tgt);
}

#endif
