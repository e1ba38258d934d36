/* Gzip: members deflated and inflated. The only door to zlib. */
#ifndef VIA_IO_GZIP_H
#define VIA_IO_GZIP_H

#include "vialign.h"

/* Inflates one gzip member after another. via_gzip_member() makes them. */
typedef struct via_inflater via_inflater;

typedef enum via_inflated {
    VIA_INFLATED_MORE,   /* the member goes on */
    VIA_INFLATED_MEMBER, /* the member is whole; the next byte starts another */
    VIA_INFLATED_STUCK,  /* nothing more without more input */
    VIA_INFLATED_BROKEN, /* this is no gzip, or damaged */
    VIA_INFLATED_MEMORY
} via_inflated;

/* Returns NULL if there is no memory. */
via_inflater *via_inflater_new(void);
void via_inflater_free(via_inflater *inflater);

/* Inflates from `in` to `out`, as far as either goes. Adds what it took to
 * `*n_taken` and what it made to `*n_made`. */
via_inflated via_inflater_step(via_inflater *inflater, const char *in, size_t n_in,
                               size_t *n_taken, char *out, size_t n_out,
                               size_t *n_made);

#endif
