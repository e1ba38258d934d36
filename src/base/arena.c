/* Arena: memory of one document or one pair, many allocations and one free.
 *
 *     newest block -> older block -> ... -> NULL
 *     [header | used ......... | free ....]
 *
 * Blocks double up to a limit; an allocation larger than a block gets one of its
 * own. Memory is zeroed by calloc, which costs nothing for fresh pages. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned. */
#define BLOCK_MIN_BYTES ((size_t)16 << 10)
#define BLOCK_MAX_BYTES ((size_t)4 << 20)
#define ALIGN_BYTES     ((size_t)16)

struct block {
    struct block *older;
    size_t n_used, n_bytes;
    _Alignas(16) char bytes[];
};

struct via_arena {
    struct block *newest;
    size_t next_bytes;
};

via_arena *via_arena_new(void)
{
    via_arena *arena = calloc(1, sizeof *arena);

    if (arena)
        arena->next_bytes = BLOCK_MIN_BYTES;
    return arena;
}

void via_arena_free(via_arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->newest, *older; block; block = older) {
        older = block->older;
        free(block);
    }
    free(arena);
}

static struct block *add_block(via_arena *arena, size_t n_wanted)
{
    size_t n_bytes = n_wanted > arena->next_bytes ? n_wanted : arena->next_bytes;
    struct block *block = calloc(1, sizeof *block + n_bytes);

    if (!block)
        return NULL;
    block->n_bytes = n_bytes;
    block->older = arena->newest;
    arena->newest = block;
    if (arena->next_bytes < BLOCK_MAX_BYTES)
        arena->next_bytes *= 2;
    return block;
}

void *via_arena_alloc(via_arena *arena, size_t n_bytes)
{
    if (n_bytes > SIZE_MAX / 2)
        return NULL;

    size_t n_wanted = (n_bytes + ALIGN_BYTES - 1) / ALIGN_BYTES * ALIGN_BYTES;
    struct block *block = arena->newest;

    if (!block || block->n_bytes - block->n_used < n_wanted)
        block = add_block(arena, n_wanted);
    if (!block)
        return NULL;

    void *bytes = block->bytes + block->n_used;
    block->n_used += n_wanted;
    return bytes;
}

void *via_arena_array(via_arena *arena, size_t n_items, size_t item_bytes)
{
    if (item_bytes && n_items > SIZE_MAX / 2 / item_bytes)
        return NULL;
    return via_arena_alloc(arena, n_items * item_bytes);
}

char *via_arena_copy(via_arena *arena, const char *bytes, size_t n_bytes)
{
    char *copy = n_bytes < SIZE_MAX ? via_arena_alloc(arena, n_bytes + 1) : NULL;

    if (copy && n_bytes)
        memcpy(copy, bytes, n_bytes);
    return copy;
}
