/* Listing: what a document mentions, and what a pair does, for a person to read. */
#include "base/buffer.h"
#include "base/status.h"
#include "evidence/matches.h"
#include "text/doc.h"

#include <stdlib.h>
#include <string.h>

/* Texts of one mention while it is told. */
struct surfaces {
    via_buffer src, tgt;
};

static const char *copy_text(via_buffer *buffer, const via_doc *doc, size_t begin,
                             size_t end)
{
    buffer->n_bytes = 0;
    via_buffer_append(buffer, doc->text + begin, end - begin);
    return via_buffer_text(buffer);
}

/* ---- One document --------------------------------------------------------- */

static via_status tell_all(const via_doc *doc, const via_mention *mentions,
                           const via_segment *places, size_t n, via_mentioned_fn *fn,
                           void *data, via_error *err)
{
    via_buffer surface = VIA_BUFFER_INIT;
    bool goes_on = true;

    for (size_t m = 0; m < n && goes_on; m++) {
        via_mentioned told = {
            places[m].src_begin, places[m].src_end,
            via_mention_kind_name(mentions[m].kind), mentions[m].value,
            copy_text(&surface, doc, mentions[m].begin, mentions[m].end)};

        goes_on = told.surface && fn(data, &told);
    }
    bool has_failed = surface.has_failed;
    via_buffer_clear(&surface);
    return has_failed ? via_fail_memory(err) : VIA_OK;
}

static via_status list_line(const via_finder *finder, const via_doc *doc, size_t begin,
                            size_t end, via_buffer *all, via_error *err)
{
    via_mention *mentions = NULL;
    size_t n = 0;
    via_status st = via_finder_list(finder, doc->text, begin, end, &mentions, &n, err);

    if (st == VIA_OK)
        via_buffer_append(all, (const char *)mentions, n * sizeof *mentions);
    free(mentions);
    return st;
}

static via_status list_doc(const via_finder *finder, const via_doc *doc,
                           via_mentioned_fn *fn, void *data, via_error *err)
{
    via_buffer all = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    for (size_t b = 0; st == VIA_OK && b < doc->n_blocks; b++)
        st =
            list_line(finder, doc, doc->blocks[b].begin, doc->blocks[b].end, &all, err);
    size_t n = all.n_bytes / sizeof(via_mention);
    const via_mention *mentions = (const via_mention *)(const void *)all.bytes;
    via_segment *places = calloc(n + 1, sizeof *places);
    if (st == VIA_OK && (all.has_failed || !places))
        st = via_fail_memory(err);
    if (st == VIA_OK) {
        for (size_t m = 0; m < n; m++) {
            places[m].begin = mentions[m].begin;
            places[m].end = mentions[m].end;
        }
        via_doc_place_segments(doc, places, n);
        st = tell_all(doc, mentions, places, n, fn, data, err);
    }
    free(places);
    via_buffer_clear(&all);
    return st;
}

via_status via_anchors_find(const via_doc *doc, via_mentioned_fn *fn, void *data,
                            via_error *err)
{
    via_names *names = NULL;
    via_finder *finder = NULL;
    via_status st = via_names_new(&names, err);

    if (st == VIA_OK)
        st = via_finder_new(doc->lang, names, &finder, err);
    if (st == VIA_OK)
        st = list_doc(finder, doc, fn, data, err);
    via_finder_free(finder);
    via_names_free(names);
    return st;
}

/* ---- A pair ---------------------------------------------------------------- */

/* A pair of places, the k-th of a key on one side with the k-th on the other. */
struct meeting {
    const via_shared_key *key;
    via_place src, tgt;
};

static int compare_meetings(const void *a, const void *b)
{
    const struct meeting *left = a, *right = b;

    if (left->src.begin != right->src.begin)
        return left->src.begin < right->src.begin ? -1 : 1;
    if (left->tgt.begin != right->tgt.begin)
        return left->tgt.begin < right->tgt.begin ? -1 : 1;
    return (int)left->key->kind - (int)right->key->kind;
}

static struct meeting *list_meetings(const via_matches *matches, via_arena *arena,
                                     size_t *n_out)
{
    size_t n = 0, n_most = 0;

    for (size_t k = 0; k < matches->n_shared; k++)
        n_most += matches->shared[k].src_end - matches->shared[k].src_begin;
    struct meeting *all = via_arena_array(arena, n_most, sizeof *all);
    for (size_t k = 0; all && k < matches->n_shared; k++) {
        const via_shared_key *key = &matches->shared[k];
        size_t s = key->src_begin, t = key->tgt_begin;

        if (key->kind == VIA_KEY_PREFIX)
            continue;
        for (; s < key->src_end && t < key->tgt_end; s++, t++)
            all[n++] =
                (struct meeting){key, matches->src.places[s], matches->tgt.places[t]};
    }
    if (n)
        qsort(all, n, sizeof *all, compare_meetings);
    *n_out = n;
    return all;
}

/* The mention that has its place there, for its value. */
static bool find_value(void *data, const via_mention *mention)
{
    via_mention *wanted = data;

    if (mention->begin != wanted->begin || mention->end != wanted->end ||
        mention->kind != wanted->kind)
        return true;
    *wanted = *mention;
    return false;
}

static via_mentioned mentioned_at(const via_side *side, const via_finder *finder,
                                  const via_place *place, enum via_mention_kind kind,
                                  via_mention *mention, via_buffer *surface)
{
    const via_segment *seg = &side->segs[place->seg];
    via_segment at = {.begin = place->begin, .end = place->end};

    *mention = (via_mention){kind, place->begin, place->end, ""};
    via_finder_find(finder, side->doc->text, seg->begin, seg->end, find_value, mention);
    via_doc_place_segments(side->doc, &at, 1);
    return (via_mentioned){at.src_begin, at.src_end, via_mention_kind_name(kind),
                           mention->value,
                           copy_text(surface, side->doc, place->begin, place->end)};
}

static via_status tell_meetings(const via_knowledge *know, const via_side *src,
                                const via_side *tgt, const struct meeting *all,
                                size_t n, via_matched_fn *fn, void *data,
                                via_error *err)
{
    struct surfaces texts = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};
    via_mention src_mention, tgt_mention;
    bool goes_on = true;

    for (size_t m = 0; m < n && goes_on; m++) {
        enum via_mention_kind kind = (enum via_mention_kind)all[m].key->mention;

        if (m > 0 && all[m].src.begin == all[m - 1].src.begin &&
            all[m].tgt.begin == all[m - 1].tgt.begin)
            continue; /* another key of the same date */
        via_matched told = {mentioned_at(src, know->src_finder, &all[m].src, kind,
                                         &src_mention, &texts.src),
                            mentioned_at(tgt, know->tgt_finder, &all[m].tgt, kind,
                                         &tgt_mention, &texts.tgt),
                            all[m].key->rarity};
        goes_on = told.src.surface && told.tgt.surface && fn(data, &told);
    }
    bool has_failed = texts.src.has_failed || texts.tgt.has_failed;
    via_buffer_clear(&texts.src);
    via_buffer_clear(&texts.tgt);
    return has_failed ? via_fail_memory(err) : VIA_OK;
}

static via_status match_pair(via_knowledge *know, via_pair pair, via_arena *arena,
                             via_matched_fn *fn, void *data, via_error *err)
{
    const via_side *src = NULL, *tgt = NULL;
    via_matches matches;
    size_t n = 0;
    via_status st = via_side_new(pair.src, know->src_finder, arena, &src, err);

    if (st == VIA_OK)
        st = via_side_new(pair.tgt, know->tgt_finder, arena, &tgt, err);
    if (st == VIA_OK && !via_knowledge_count(know, src, tgt))
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = via_matches_new(know, src, tgt, arena, &matches, err);
    if (st != VIA_OK)
        return st;
    struct meeting *all = list_meetings(&matches, arena, &n);
    return all ? tell_meetings(know, src, tgt, all, n, fn, data, err)
               : via_fail_memory(err);
}

via_status via_anchors_match(via_pair pair, via_matched_fn *fn, void *data,
                             via_error *err)
{
    static const via_align_options opt = {.has_no_seed = true};
    via_knowledge know;
    via_arena *arena = via_arena_new();
    via_status st = arena ? via_knowledge_init(&know, pair.src->lang, pair.tgt->lang,
                                               &opt, NULL, err)
                          : via_fail_memory(err);

    if (st == VIA_OK) {
        st = match_pair(&know, pair, arena, fn, data, err);
        via_knowledge_clear(&know);
    }
    via_arena_free(arena);
    return st;
}
