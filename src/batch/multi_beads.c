/* Multi beads: what is kept of a pair of documents until all languages are aligned.
 *
 * They are kept as bytes:
 *
 *     head, two names | shifts of units, two sides | record, two texts | record, ... */
#include "batch/multi_beads.h"

#include "batch/places.h"
#include "tm/unit.h"

#include <stdlib.h>
#include <string.h>

struct head {
    size_t n_bytes[2]; /* of the names, with a NUL each */
    size_t n_units;    /* that have shifts */
};

struct record {
    size_t begin[2], end[2]; /* segments */
    size_t n_bytes[2];       /* of the texts */
    double confidence;
};

static void keep_bead(const via_unit *unit, via_buffer *out)
{
    struct record record = {{unit->bead->src_begin, unit->bead->tgt_begin},
                            {unit->bead->src_end, unit->bead->tgt_end},
                            {0, 0},
                            unit->bead->confidence};
    size_t at = out->n_bytes;

    via_buffer_append(out, (const char *)&record, sizeof record);
    size_t begin = out->n_bytes;
    via_side_text(&unit->src, out);
    record.n_bytes[0] = out->n_bytes - begin;
    begin = out->n_bytes;
    via_side_text(&unit->tgt, out);
    record.n_bytes[1] = out->n_bytes - begin;
    if (!out->has_failed)
        memcpy(out->bytes + at, &record, sizeof record);
}

static void keep_shifts(const via_standing_article *standing, const via_doc *doc,
                        via_buffer *out)
{
    ptrdiff_t *shifts = calloc(standing->n_units + 1, sizeof *shifts);

    if (!shifts || via_places_find(standing->units, standing->n_units, doc, shifts,
                                   NULL) != VIA_OK)
        out->has_failed = true;
    else
        via_buffer_append(out, (const char *)shifts,
                          standing->n_units * sizeof *shifts);
    free(shifts);
}

void via_multi_keep(via_pair pair, const via_ladder *ladder, double min_confidence,
                    const via_standing_article *standing, via_buffer *out)
{
    const char *src = via_doc_name(pair.src), *tgt = via_doc_name(pair.tgt);
    struct head head = {{strlen(src) + 1, strlen(tgt) + 1},
                        standing ? standing->n_units : 0};

    via_buffer_append(out, (const char *)&head, sizeof head);
    via_buffer_append(out, src, head.n_bytes[0]);
    via_buffer_append(out, tgt, head.n_bytes[1]);
    if (standing) {
        keep_shifts(standing, pair.src, out);
        keep_shifts(standing, pair.tgt, out);
    }
    for (size_t b = 0; b < ladder->n_beads; b++) {
        via_unit unit = via_unit_of(pair, ladder, b);

        if (via_unit_is_kept(&unit, min_confidence) && !unit.src.skip && !unit.tgt.skip)
            keep_bead(&unit, out);
    }
}

via_multi_kept via_multi_look(const via_buffer *kept)
{
    const char *at = kept->bytes;
    struct head head;
    via_multi_kept out;

    memcpy(&head, at, sizeof head);
    out.names[0] = at + sizeof head;
    out.names[1] = out.names[0] + head.n_bytes[0];
    out.shifts[0] = out.names[1] + head.n_bytes[1];
    out.shifts[1] = out.shifts[0] + head.n_units * sizeof(ptrdiff_t);
    out.beads = out.shifts[1] + head.n_units * sizeof(ptrdiff_t);
    out.n_units = head.n_units;
    return out;
}

ptrdiff_t via_multi_shift(const via_multi_kept *kept, int side, size_t unit)
{
    ptrdiff_t shift;

    memcpy(&shift, kept->shifts[side] + unit * sizeof shift, sizeof shift);
    return shift;
}

void via_multi_read(const via_buffer *kept, int p, size_t lang, via_buffer *out)
{
    const char *at = via_multi_look(kept).beads, *end = kept->bytes + kept->n_bytes;

    while (at < end) {
        struct record record;

        memcpy(&record, at, sizeof record);
        at += sizeof record;
        const char *texts[2] = {at, at + record.n_bytes[0]};
        via_multi_bead bead = {.lang = lang,
                               .begin = record.begin[p],
                               .end = record.end[p],
                               .other_begin = record.begin[1 - p],
                               .other_end = record.end[1 - p],
                               .confidence = record.confidence,
                               .texts = {texts[p], texts[1 - p]},
                               .n_bytes = {record.n_bytes[p], record.n_bytes[1 - p]}};

        via_buffer_append(out, (const char *)&bead, sizeof bead);
        at += record.n_bytes[0] + record.n_bytes[1];
    }
}
