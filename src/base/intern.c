/* Intern table: strings to small integers, in the order of first sight. The only
 * door to xxHash.
 *
 * Open addressing with linear probing over a power of two of slots, at most half
 * full; a slot holds an id, the hashes stand beside the strings. */
#include "base/intern.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#define SLOTS_MIN ((size_t)64)

struct entry {
    const char *bytes;
    size_t n_bytes;
    uint64_t hash;
};

struct via_intern {
    via_arena *arena;
    struct entry *entries;
    size_t n_entries, entry_capacity;
    uint32_t *slots;
    size_t n_slots;
};

uint64_t via_hash_bytes(const char *bytes, size_t n_bytes)
{
    return XXH3_64bits(bytes, n_bytes);
}

via_intern *via_intern_new(void)
{
    via_intern *table = calloc(1, sizeof *table);

    if (table)
        table->arena = via_arena_new();
    if (!table || !table->arena) {
        free(table);
        return NULL;
    }
    return table;
}

void via_intern_free(via_intern *table)
{
    if (!table)
        return;
    via_arena_free(table->arena);
    free(table->entries);
    free(table->slots);
    free(table);
}

/* The slot that holds the string, or the empty one where it belongs. */
static size_t find_slot(const via_intern *table, const char *bytes, size_t n_bytes,
                        uint64_t hash)
{
    size_t mask = table->n_slots - 1;
    size_t slot = (size_t)hash & mask;

    for (; table->slots[slot] != VIA_INTERN_NONE; slot = (slot + 1) & mask) {
        const struct entry *entry = &table->entries[table->slots[slot]];

        if (entry->hash == hash && entry->n_bytes == n_bytes &&
            memcmp(entry->bytes, bytes, n_bytes) == 0)
            break;
    }
    return slot;
}

static bool grow_slots(via_intern *table)
{
    size_t n_slots = table->n_slots ? table->n_slots * 2 : SLOTS_MIN;
    uint32_t *slots = malloc(n_slots * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xff, n_slots * sizeof *slots);
    free(table->slots);
    table->slots = slots;
    table->n_slots = n_slots;
    for (size_t i = 0; i < table->n_entries; i++) {
        const struct entry *entry = &table->entries[i];

        slots[find_slot(table, entry->bytes, entry->n_bytes, entry->hash)] =
            (uint32_t)i;
    }
    return true;
}

static bool make_room(via_intern *table)
{
    if (table->n_entries == table->entry_capacity) {
        size_t capacity = table->entry_capacity ? table->entry_capacity * 2 : SLOTS_MIN;
        struct entry *entries = realloc(table->entries, capacity * sizeof *entries);

        if (!entries)
            return false;
        table->entries = entries;
        table->entry_capacity = capacity;
    }
    if (table->n_entries >= VIA_INTERN_NONE - 1)
        return false;
    return (table->n_entries + 1) * 2 <= table->n_slots || grow_slots(table);
}

uint32_t via_intern_add(via_intern *table, const char *bytes, size_t n_bytes)
{
    uint64_t hash = via_hash_bytes(bytes, n_bytes);

    if (!make_room(table))
        return VIA_INTERN_NONE;
    size_t slot = find_slot(table, bytes, n_bytes, hash);
    if (table->slots[slot] != VIA_INTERN_NONE)
        return table->slots[slot];

    const char *copy = via_arena_copy(table->arena, bytes, n_bytes);
    if (!copy)
        return VIA_INTERN_NONE;
    table->entries[table->n_entries] = (struct entry){copy, n_bytes, hash};
    table->slots[slot] = (uint32_t)table->n_entries;
    return (uint32_t)table->n_entries++;
}

uint32_t via_intern_find(const via_intern *table, const char *bytes, size_t n_bytes)
{
    if (!table->n_slots)
        return VIA_INTERN_NONE;
    return table
        ->slots[find_slot(table, bytes, n_bytes, via_hash_bytes(bytes, n_bytes))];
}

size_t via_intern_count(const via_intern *table)
{
    return table->n_entries;
}

const char *via_intern_text(const via_intern *table, uint32_t id, size_t *n_bytes)
{
    const struct entry *entry = &table->entries[id];

    if (n_bytes)
        *n_bytes = entry->n_bytes;
    return entry->bytes;
}
