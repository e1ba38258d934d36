/* Term trie: names of terms, found letter by letter. */
#ifndef VIA_TERM_TERM_TRIE_H
#define VIA_TERM_TERM_TRIE_H

#include "term/term_name.h"

typedef struct via_term_trie via_term_trie;

/* A stretch of a name that has been read. 0 is none. */
typedef uint32_t via_term_node;

/* Sorts `names` into a trie, which refers to them and to their strings: both must
 * outlive it. Of names with the same letters in any case, those of CLDR give way to
 * ours, and to the first of their own. Read-only once made. */
via_status via_term_trie_new(via_term_name *names, size_t n_names, via_term_trie **out,
                             via_error *err);
void via_term_trie_free(via_term_trie *trie);

/* Returns the node of a first letter, in any case; 0: no name begins with it. */
via_term_node via_term_trie_first(const via_term_trie *trie, int32_t cp);

/* Returns the node that the next letter leads to; 0: no name goes on like this. */
via_term_node via_term_trie_next(const via_term_trie *trie, via_term_node node,
                                 int32_t cp);

/* Returns the names that end at a node, those that demand capitals first, else in the
 * order of the tables. */
const via_term_name *via_term_trie_names(const via_term_trie *trie, via_term_node node,
                                         size_t *n_names);

#endif
