/* Holding: which segments of an article the standing units hold. */
#include "batch/holding.h"

#include "base/status.h"
#include "batch/places.h"

#include <stdlib.h>

/* Where segments do not follow each other. */
static const via_multi_place SCATTERED = {SIZE_MAX, SIZE_MAX};

via_status via_holding_init(via_holding *holding, const char *const *langs,
                            size_t n_langs, via_error *err)
{
    *holding = (via_holding){.langs = langs,
                             .n_langs = n_langs,
                             .owners = calloc(n_langs + 1, sizeof(via_buffer))};
    return holding->owners ? VIA_OK : via_fail_memory(err);
}

void via_holding_clear(via_holding *holding)
{
    for (size_t l = 0; holding->owners && l < holding->n_langs; l++)
        via_buffer_clear(&holding->owners[l]);
    free(holding->owners);
    free(holding->places);
    *holding = (via_holding){0};
}

void via_holding_turn(via_holding *holding, const via_standing_article *article)
{
    holding->article = article;
    for (size_t l = 0; l < holding->n_langs; l++)
        holding->owners[l].n_bytes = 0;
}

static size_t *owners_of(const via_holding *holding, size_t lang, size_t *n_segs)
{
    *n_segs = holding->owners[lang].n_bytes / sizeof(size_t);
    return (size_t *)(void *)holding->owners[lang].bytes;
}

/* Enters the owner of a segment; where none was entered yet, nobody is the owner. */
static void set_owner(via_buffer *owners, size_t seg, size_t owner)
{
    static const size_t NOBODY = 0;

    while (!owners->has_failed && owners->n_bytes / sizeof owner <= seg)
        via_buffer_append(owners, (const char *)&NOBODY, sizeof NOBODY);
    if (!owners->has_failed)
        ((size_t *)(void *)owners->bytes)[seg] = owner;
}

via_status via_holding_take(via_holding *holding, const via_multi_kept *kept, int side,
                            size_t lang, via_error *err)
{
    via_buffer *owners = &holding->owners[lang];

    for (size_t u = 0; u < kept->n_units; u++) {
        const via_multi_text *text =
            via_unit_text(&holding->article->units[u], holding->langs[lang]);
        ptrdiff_t shift = via_multi_shift(kept, side, u);

        if (!text || shift == VIA_PLACE_LOST)
            continue;
        for (size_t i = 0; i < text->n_segs; i++)
            set_owner(owners, (size_t)((ptrdiff_t)text->segs[i] + shift), u + 1);
    }
    return owners->has_failed ? via_fail_memory(err) : VIA_OK;
}

via_status via_holding_settle(via_holding *holding, size_t pivot, via_error *err)
{
    size_t n_segs, n_units = holding->article ? holding->article->n_units : 0;
    const size_t *owners = owners_of(holding, pivot, &n_segs);

    free(holding->places);
    holding->pivot = pivot;
    holding->places = calloc(n_units + 1, sizeof *holding->places);
    if (!holding->places)
        return via_fail_memory(err);
    for (size_t s = 0; s < n_segs; s++) {
        via_multi_place *place = owners[s] ? &holding->places[owners[s] - 1] : NULL;

        if (place && !place->end)
            *place = (via_multi_place){s, s + 1};
        else if (place && place->end == s)
            place->end++;
        else if (place)
            *place = SCATTERED;
    }
    return VIA_OK;
}

bool via_holding_allows(const via_holding *holding, const via_multi_bead *bead)
{
    size_t n_segs;
    const size_t *owners = owners_of(holding, bead->lang, &n_segs);

    for (size_t s = bead->other_begin; s < bead->other_end && s < n_segs; s++) {
        if (owners[s])
            return false;
    }
    owners = owners_of(holding, holding->pivot, &n_segs);
    for (size_t s = bead->begin; s < bead->end && s < n_segs; s++) {
        size_t unit = owners[s] - 1;

        if (owners[s] &&
            (holding->places[unit].begin == SCATTERED.begin ||
             via_unit_text(&holding->article->units[unit], holding->langs[bead->lang])))
            return false;
    }
    return true;
}
