/* Word roles: words that begin with a capital and are no names, or join names. */
#ifndef VIA_NAME_WORD_ROLES_H
#define VIA_NAME_WORD_ROLES_H

#include "vialign.h"

enum via_word_role {
    VIA_ROLE_START = 1, /* begins sentences, and no name */
    VIA_ROLE_TITLE = 2, /* stands before names, and is no part of them */
    VIA_ROLE_INNER = 4, /* joins the parts of a name, in lower case */
    VIA_ROLE_NAME = 8   /* is a name, though it is one syllable */
};

typedef struct via_word_roles via_word_roles;

/* Loads the table `name-words.tsv`. Read-only once loaded. */
via_status via_word_roles_load(via_word_roles **out, via_error *err);
void via_word_roles_free(via_word_roles *roles);

/* Returns the roles (bits) that a word has in a language or in all; the word is in
 * lower case, with its marks. */
unsigned via_word_roles_of(const via_word_roles *roles, const char *lang,
                           const char *word, size_t n_bytes);

#endif
