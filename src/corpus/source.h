/* Source: where one document stands, and what is known of it. */
#ifndef VIA_CORPUS_SOURCE_H
#define VIA_CORPUS_SOURCE_H

#include "base/buffer.h"
#include "vialign.h"

typedef enum via_source_kind {
    VIA_SOURCE_FILE,  /* the whole file */
    VIA_SOURCE_JSON,  /* an object on a line of its own */
    VIA_SOURCE_BASE64 /* a line of base64 */
} via_source_kind;

/* Strings live as long as the corpus, and are NULL where nobody knows. */
typedef struct via_source {
    const char *path; /* of the file */
    const char *id, *group, *url, *title, *date;
    size_t line; /* in the file, from 1; 0: the whole file */
    uint64_t begin;
    size_t n_bytes; /* of the line, in the file or in the spool; 0 of a whole file */
    via_source_kind kind;
    bool is_spooled;
    bool is_page; /* the line holds HTML and no text */
} via_source;

/* Appends where the document stands: PATH or PATH:LINE. */
void via_source_place(const via_source *source, via_buffer *out);

/* Appends what the document is called in what we write: its URL or id, else its
 * place. */
void via_source_name(const via_source *source, via_buffer *out);

/* Returns how many bytes the text has, roughly; 0 of a file that cannot be read, which
 * is found out when it is. */
uint64_t via_source_size(const via_source *source);

#endif
