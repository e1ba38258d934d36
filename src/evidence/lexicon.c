/* Lexicon: which tokens translate each other, as expected counts of both directions. */
#include "evidence/lexicon.h"

#include <stdlib.h>

void via_lexicon_free(via_lexicon *lexicon)
{
    if (!lexicon)
        return;
    for (int side = 0; side < 2; side++) {
        via_intern_free(lexicon->ids[side]);
        free(lexicon->tokens[side]);
    }
    free(lexicon->row_begin);
    free(lexicon->rows);
    free(lexicon->lessons);
    free(lexicon->beads);
    free(lexicon);
}

uint32_t via_lexicon_find(const via_lexicon *lexicon, int side, uint64_t token)
{
    return via_intern_find(lexicon->ids[side], (const char *)&token, sizeof token);
}

const via_lexicon_lesson *via_lexicon_lesson_of(const via_lexicon *lexicon,
                                                uint64_t pair_id)
{
    size_t low = 0, high = lexicon->n_lessons;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (lexicon->lessons[middle].pair_id < pair_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < lexicon->n_lessons && lexicon->lessons[low].pair_id == pair_id
               ? &lexicon->lessons[low]
               : NULL;
}

void via_lexicon_rate(via_lexicon *lexicon)
{
    for (size_t s = 0; s < via_intern_count(lexicon->ids[0]); s++) {
        const via_lexicon_token *src = &lexicon->tokens[0][s];

        for (size_t k = lexicon->row_begin[s]; k < lexicon->row_begin[s + 1]; k++) {
            via_lexicon_entry *entry = &lexicon->rows[k];
            const via_lexicon_token *tgt = &lexicon->tokens[1][entry->tgt];

            entry->ratios[0] =
                (float)via_lexicon_ratio(entry->counts[0], src->known, tgt->share);
            entry->ratios[1] =
                (float)via_lexicon_ratio(entry->counts[1], tgt->known, src->share);
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t t = 0; t < via_intern_count(lexicon->ids[side]); t++) {
            via_lexicon_token *token = &lexicon->tokens[side][t];

            token->base = (float)via_lexicon_base(token->known, token->kept);
        }
    }
}
