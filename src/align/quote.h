/* Quote: the segments of a document that hold a string. */
#ifndef VIA_ALIGN_QUOTE_H
#define VIA_ALIGN_QUOTE_H

#include "base/buffer.h"
#include "vialign.h"

typedef struct via_quoted via_quoted;

typedef enum via_quote {
    VIA_QUOTE_MISSING,
    VIA_QUOTE_FOUND,
    VIA_QUOTE_AMBIGUOUS /* in several places, not all in the same segments */
} via_quote;

/* Prepares a document with its segments, which may go away then. Freed with
 * via_quoted_free(). */
via_status via_quoted_new(const via_doc *doc, via_quoted **out, via_error *err);
void via_quoted_free(via_quoted *quoted);

/* Appends valid UTF-8 in the form in which it is looked for. */
via_status via_quote_prepare(const char *bytes, size_t n_bytes, via_buffer *out,
                             via_error *err);

/* Finds the segments [begin, end) that hold a prepared string of at least one byte,
 * whole or over their borders. */
via_quote via_quote_find(const via_quoted *quoted, const char *string, size_t *begin,
                         size_t *end);

#endif
