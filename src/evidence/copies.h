/* Copies: Latin words that a translation may take over as they are. */
#ifndef VIA_EVIDENCE_COPIES_H
#define VIA_EVIDENCE_COPIES_H

#include "mention/mention.h"

/* Tells each word of Latin (or other alphabetic) letters with a capital or a digit in
 * it: VSIP, Tran, A380. The value is the word folded: no marks, no capitals. Returns
 * false if `fn` did. */
bool via_copies_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                     void *data);

/* The same for the first letters of every long word, which related languages share. */
bool via_stems_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                    void *data);

#endif
