/* Word pair: two documents of made-up words, and the ladder between them. */
#ifndef VIA_TESTS_WORD_PAIR_H
#define VIA_TESTS_WORD_PAIR_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/intern.h"
#include "evidence/lexicon_learn.h"

/* Sides with nothing but tokens, each of them first and last in its segment. Word n of
 * the source is "sn", of the target "tn". */
typedef struct word_pair {
    via_side src, tgt;
    via_bead *beads;
    size_t n_beads;
} word_pair;

static inline uint64_t word_id(char side, unsigned n)
{
    char word[16];
    int n_bytes = snprintf(word, sizeof word, "%c%u", side, n);

    return via_hash_bytes(word, (size_t)n_bytes);
}

/* Adds a word to the last segment, in order, unless it is there. */
static inline void word_add(via_token_sets *sets, size_t seg, uint64_t id)
{
    size_t begin = sets->begin[seg], at = sets->begin[seg + 1];

    for (size_t k = begin; k < at; k++) {
        if (sets->ids[k] == id)
            return;
    }
    for (; at > begin && sets->ids[at - 1] > id; at--)
        sets->ids[at] = sets->ids[at - 1];
    sets->ids[at] = id;
    sets->begin[seg + 1]++;
}

static inline void word_side_init(via_side *side, size_t n_segs, size_t n_words,
                                  uint64_t name, via_arena *arena)
{
    *side = (via_side){.n_segs = n_segs};
    side->line_ids = via_arena_array(arena, n_segs, sizeof(uint64_t));
    side->tokens.begin = via_arena_array(arena, n_segs + 1, sizeof(size_t));
    side->tokens.ids = via_arena_array(arena, n_segs * n_words, sizeof(uint64_t));
    side->tokens.before = via_arena_array(arena, n_segs * n_words, sizeof(uint16_t));
    side->tokens.after = via_arena_array(arena, n_segs * n_words, sizeof(uint16_t));
    side->tokens.n_tokens = via_arena_array(arena, n_segs, sizeof(uint32_t));
    side->ends_block = via_arena_array(arena, n_segs, sizeof(bool));
    for (size_t i = 0; i < n_segs; i++)
        side->line_ids[i] = name + i;
}

/* Makes `n_segs` lines of `n_words` words each out of `n_all`, rolled from `seed`, and
 * their translation word by word, line by line. */
static inline word_pair word_pair_new(size_t n_segs, size_t n_words, unsigned n_all,
                                      unsigned seed, via_arena *arena)
{
    word_pair pair = {.n_beads = n_segs};
    unsigned rolled = seed * 7919u + 1u;

    word_side_init(&pair.src, n_segs, n_words, seed * 1000u, arena);
    word_side_init(&pair.tgt, n_segs, n_words, seed * 1000u + 500u, arena);
    pair.beads = via_arena_array(arena, n_segs, sizeof *pair.beads);
    for (size_t i = 0; i < n_segs; i++) {
        pair.src.tokens.begin[i + 1] = pair.src.tokens.begin[i];
        pair.tgt.tokens.begin[i + 1] = pair.tgt.tokens.begin[i];
        for (size_t w = 0; w < n_words; w++) {
            rolled = rolled * 1103515245u + 12345u;
            unsigned word = (rolled >> 16) % n_all;

            word_add(&pair.src.tokens, i, word_id('s', word));
            word_add(&pair.tgt.tokens, i, word_id('t', word));
        }
        pair.beads[i] = (via_bead){i, i + 1, i, i + 1, 1.0, 0.0};
    }
    return pair;
}

static inline via_lexicon *word_lexicon(const word_pair *pairs, size_t n_pairs,
                                        size_t n_workers)
{
    via_lexicon_text texts[64];
    via_lexicon *lexicon;

    assert_in_range(n_pairs, 0, 64);
    for (size_t p = 0; p < n_pairs; p++)
        texts[p] = (via_lexicon_text){&pairs[p].src, &pairs[p].tgt, pairs[p].beads,
                                      pairs[p].n_beads};
    assert_int_equal(
        via_lexicon_learn(texts, n_pairs, NULL, 1.0, n_workers, &lexicon, NULL),
        VIA_OK);
    return lexicon;
}

/* The entry of words `src` and `tgt`, or NULL. */
static inline const via_lexicon_entry *word_entry(const via_lexicon *lexicon,
                                                  unsigned src, unsigned tgt)
{
    uint32_t s = via_lexicon_find(lexicon, 0, word_id('s', src));
    uint32_t t = via_lexicon_find(lexicon, 1, word_id('t', tgt));

    for (size_t k = s == VIA_LEXICON_NONE ? 0 : lexicon->row_begin[s];
         s != VIA_LEXICON_NONE && k < lexicon->row_begin[s + 1]; k++) {
        if (lexicon->rows[k].tgt == t)
            return &lexicon->rows[k];
    }
    return NULL;
}

#endif
