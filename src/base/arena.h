/* Arena: memory of one document or one pair, many allocations and one free. */
#ifndef VIA_BASE_ARENA_H
#define VIA_BASE_ARENA_H

#include <stddef.h>

typedef struct via_arena via_arena;

/* Returns NULL if there is no memory. */
via_arena *via_arena_new(void);
void via_arena_free(via_arena *arena);

/* Returns `n_bytes` zeroed bytes, aligned for any type, that live as long as the
 * arena; NULL if there is no memory. A size of 0 gives a pointer that is not NULL. */
void *via_arena_alloc(via_arena *arena, size_t n_bytes);

/* The same for `n_items` items of `item_bytes`, with the product checked. */
void *via_arena_array(via_arena *arena, size_t n_items, size_t item_bytes);

/* Copies `n_bytes` bytes and adds a NUL. */
char *via_arena_copy(via_arena *arena, const char *bytes, size_t n_bytes);

#endif
