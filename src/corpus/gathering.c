/* Gathering: documents found so far, in any order. */
#include "corpus/gathering.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned. */
#define CAPACITY_MIN ((size_t)64)

via_status via_gathering_init(via_gathering *to, via_error *err)
{
    memset(to, 0, sizeof *to);
    to->arena = via_arena_new();
    to->langs = via_intern_new();
    return to->arena && to->langs ? VIA_OK : via_fail_memory(err);
}

void via_gathering_clear(via_gathering *to)
{
    via_arena_free(to->arena);
    via_intern_free(to->langs);
    free(to->found);
    free(to->skipped);
    memset(to, 0, sizeof *to);
}

/* Makes room for one more item; returns NULL if there is no memory. */
static void *grow(void *items, size_t n_items, size_t *capacity, size_t item_bytes)
{
    if (n_items < *capacity)
        return items;

    size_t n_wanted = *capacity ? *capacity * 2 : CAPACITY_MIN;
    void *grown = realloc(items, n_wanted * item_bytes);

    if (grown)
        *capacity = n_wanted;
    return grown;
}

via_status via_gathering_add(via_gathering *to, const char *id, const char *lang,
                             const char *path, via_error *err)
{
    via_found *found = grow(to->found, to->n_found, &to->found_capacity, sizeof *found);

    if (!found)
        return via_fail_memory(err);
    to->found = found;

    via_found one = {via_arena_copy(to->arena, id, strlen(id)),
                     via_arena_copy(to->arena, path, strlen(path)),
                     via_intern_add(to->langs, lang, strlen(lang))};

    if (!one.id || !one.path || one.lang == VIA_INTERN_NONE)
        return via_fail_memory(err);
    to->found[to->n_found++] = one;
    return VIA_OK;
}

via_status via_gathering_skip(via_gathering *to, const char *path, via_status status,
                              const char *reason, via_error *err)
{
    via_skipped *skipped =
        grow(to->skipped, to->n_skipped, &to->skipped_capacity, sizeof *skipped);

    if (!skipped)
        return via_fail_memory(err);
    to->skipped = skipped;

    via_skipped one = {via_arena_copy(to->arena, path, strlen(path)), status,
                       via_arena_copy(to->arena, reason, strlen(reason))};

    if (!one.path || !one.reason)
        return via_fail_memory(err);
    to->skipped[to->n_skipped++] = one;
    return VIA_OK;
}
