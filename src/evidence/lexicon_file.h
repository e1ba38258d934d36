/* Lexicon file: a lexicon as lines of text that a person can read.
 *
 *     all    TAB 91000 TAB 98000               tokens seen on either side
 *     target TAB token TAB seen TAB known      for each target token
 *     source TAB token TAB seen TAB known      for each source token, and behind it
 *     pair   TAB token TAB there TAB back      the target tokens in its row
 *
 * `seen` is how many tokens of its side were this one, `known` how many of the other
 * side it explains, `there` and `back` those in the pair, in both directions. */
#ifndef VIA_EVIDENCE_LEXICON_FILE_H
#define VIA_EVIDENCE_LEXICON_FILE_H

#include "base/buffer.h"
#include "evidence/lexicon.h"
#include "token/spellings.h"

/* Appends the `n_pairs_max` pairs of a lexicon that tell most, and their tokens, in
 * bytewise order. Tokens without a spelling are left out. */
via_status via_lexicon_print(const via_lexicon *lexicon, const via_spellings *spellings,
                             size_t n_pairs_max, via_buffer *out, via_error *err);

/* Reads such lines one by one. */
typedef struct via_lexicon_lines via_lexicon_lines;

/* Source and target change places if `is_turned`. The spellings of tokens are added to
 * `spellings`, unless NULL. Returns NULL if there is no memory. */
via_lexicon_lines *via_lexicon_lines_new(bool is_turned, via_spellings *spellings);
void via_lexicon_lines_free(via_lexicon_lines *lines);

/* Takes a line; sets `*is_mine` to whether it is one of a lexicon. `where` is the
 * place for messages. */
via_status via_lexicon_lines_take(via_lexicon_lines *lines, const char *line,
                                  const char *path, size_t line_no, bool *is_mine,
                                  via_error *err);

/* Makes the lexicon of the lines that were taken; NULL if there were none. Frees the
 * lines, also on failure. */
via_status via_lexicon_lines_end(via_lexicon_lines *lines, via_lexicon **out,
                                 via_error *err);

#endif
