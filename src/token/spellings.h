/* Spellings: which letters a token of some documents has, by its hash. */
#ifndef VIA_TOKEN_SPELLINGS_H
#define VIA_TOKEN_SPELLINGS_H

#include "vialign.h"

typedef struct via_spellings via_spellings;

/* Returns NULL if there is no memory. */
via_spellings *via_spellings_new(void);
void via_spellings_free(via_spellings *spellings);

/* Adds a token by its spelling; false if there is no memory. */
bool via_spellings_add_token(via_spellings *spellings, const char *bytes,
                             size_t n_bytes);

/* Adds the tokens of a document that has its segments. */
via_status via_spellings_add(via_spellings *spellings, const via_doc *doc,
                             via_error *err);

/* Returns the spelling of a token, or NULL if no document had it; lives as long as
 * the spellings do not grow. */
const char *via_spellings_of(const via_spellings *spellings, uint64_t token);

#endif
