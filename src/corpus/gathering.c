/* Gathering: documents found so far, in any order. */
#include "corpus/gathering.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned. */
#define CAPACITY_MIN ((size_t)64)

via_status via_gathering_init(via_gathering *to, const via_corpus_options *opt,
                              via_error *err)
{
    *to = (via_gathering){.except = opt->except, .input = opt->input};
    to->arena = via_arena_new();
    to->langs = via_intern_new();
    return to->arena && to->langs ? via_languages_load(&to->languages, err)
                                  : via_fail_memory(err);
}

void via_gathering_clear(via_gathering *to)
{
    via_arena_free(to->arena);
    via_spool_close(to->spool);
    via_languages_free(to->languages);
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

static via_status add(via_gathering *to, const char *id, const char *lang,
                      const via_source *source, via_error *err)
{
    via_found *found = grow(to->found, to->n_found, &to->found_capacity, sizeof *found);
    via_source *copy = via_arena_alloc(to->arena, sizeof *copy);

    if (!found || !copy || !id)
        return via_fail_memory(err);
    *copy = *source;
    to->found = found;

    uint32_t lang_number = via_intern_add(to->langs, lang, strlen(lang));
    if (lang_number == VIA_INTERN_NONE)
        return via_fail_memory(err);
    to->found[to->n_found++] = (via_found){id, copy, lang_number};
    return VIA_OK;
}

via_status via_gathering_add(via_gathering *to, const char *id, const char *lang,
                             const char *path, via_error *err)
{
    via_source source = {.path = via_arena_copy(to->arena, path, strlen(path))};

    if (!source.path)
        return via_fail_memory(err);
    return add(to, via_arena_copy(to->arena, id, strlen(id)), lang, &source, err);
}

via_status via_gathering_add_line(via_gathering *to, const char *id, const char *lang,
                                  const via_source *source, via_error *err)
{
    via_buffer place = VIA_BUFFER_INIT;

    if (!id) {
        via_source_place(source, &place);
        id = via_buffer_text(&place)
                 ? via_arena_copy(to->arena, place.bytes, place.n_bytes)
                 : NULL;
        via_buffer_clear(&place);
    }
    return add(to, id, lang, source, err);
}

via_status via_gathering_skip(via_gathering *to, const char *path, size_t line,
                              via_status status, const char *reason, via_error *err)
{
    via_skipped *skipped =
        grow(to->skipped, to->n_skipped, &to->skipped_capacity, sizeof *skipped);

    if (!skipped)
        return via_fail_memory(err);
    to->skipped = skipped;

    via_skipped one = {via_arena_copy(to->arena, path, strlen(path)), line, status,
                       via_arena_copy(to->arena, reason, strlen(reason))};

    if (!one.path || !one.reason)
        return via_fail_memory(err);
    to->skipped[to->n_skipped++] = one;
    return VIA_OK;
}

via_status via_gathering_skip_told(via_gathering *to, const char *path, size_t line,
                                   const via_error *why, via_error *err)
{
    size_t n_path = strlen(path);
    const char *reason = why->message;

    if (why->status == VIA_E_MEMORY)
        return via_fail_memory(err);
    if (strncmp(reason, path, n_path) == 0 && strncmp(reason + n_path, ": ", 2) == 0)
        reason += n_path + 2;
    return via_gathering_skip(to, path, line, why->status, reason, err);
}

via_status via_gathering_spool(via_gathering *to, const char *bytes, size_t n_bytes,
                               via_source *source, via_error *err)
{
    via_status st = to->spool ? VIA_OK : via_spool_open(&to->spool, err);

    source->is_spooled = true;
    source->n_bytes = n_bytes;
    return st == VIA_OK ? via_spool_add(to->spool, bytes, n_bytes, &source->begin, err)
                        : st;
}
