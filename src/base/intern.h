/* Intern table: strings to small integers, in the order of first sight. The only
 * door to xxHash. */
#ifndef VIA_BASE_INTERN_H
#define VIA_BASE_INTERN_H

#include "vialign.h"

#define VIA_INTERN_NONE UINT32_MAX

typedef struct via_intern via_intern;

/* Returns NULL if there is no memory. A table is filled by one thread; a table
 * that no longer changes may be read by any number. */
via_intern *via_intern_new(void);
void via_intern_free(via_intern *table);

/* Returns the number of the string, a new one if it was not there;
 * VIA_INTERN_NONE if there is no memory. */
uint32_t via_intern_add(via_intern *table, const char *bytes, size_t n_bytes);

/* Returns the number of the string, or VIA_INTERN_NONE. */
uint32_t via_intern_find(const via_intern *table, const char *bytes, size_t n_bytes);

size_t via_intern_count(const via_intern *table);

/* Returns the string of a number; borrowed from the table. */
const char *via_intern_text(const via_intern *table, uint32_t id, size_t *n_bytes);

/* Returns a hash of bytes that is the same on every machine and in every run. */
uint64_t via_hash_bytes(const char *bytes, size_t n_bytes);

#endif
