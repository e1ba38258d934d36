/* Links: which source segments a set of beads ties to which target segments.
 *
 * An index from source segments to the beads that hold them, in two arrays:
 *
 *     firsts   [0, 1, 1, 3 …]   beads of segment i are holders[firsts[i], firsts[i+1])
 *     holders  [0, 1, 2 …]
 *
 * A question marks the targets of its bead in `marks`, then walks the beads that hold
 * its sources, each once. The cost is what it reads, never a product of sizes. */
#include "eval/links.h"

#include <stdlib.h>

struct via_links {
    const via_bead_set *set;
    size_t n_srcs, n_tgts;
    uint32_t *firsts, *holders;
    /* Scratch: a target or a bead is marked if it holds the number of the question. */
    uint32_t *marks, *visits;
    uint32_t question;
};

static void measure(via_links *links)
{
    for (size_t b = 0; b < via_bead_set_count(links->set); b++) {
        via_set_bead bead = via_bead_set_get(links->set, b);

        for (size_t i = 0; i < bead.n_src; i++) {
            if (bead.src[i] >= links->n_srcs)
                links->n_srcs = (size_t)bead.src[i] + 1;
        }
        for (size_t i = 0; i < bead.n_tgt; i++) {
            if (bead.tgt[i] >= links->n_tgts)
                links->n_tgts = (size_t)bead.tgt[i] + 1;
        }
    }
}

/* Counts, sums up and places from the last to the first. */
static bool index_sources(via_links *links)
{
    size_t n_beads = via_bead_set_count(links->set), n_held = 0;

    for (size_t b = 0; b < n_beads; b++) {
        via_set_bead bead = via_bead_set_get(links->set, b);

        for (size_t i = 0; i < bead.n_src; i++)
            links->firsts[bead.src[i]]++;
        n_held += bead.n_src;
    }
    links->holders = calloc(n_held + 1, sizeof *links->holders);
    if (!links->holders)
        return false;
    for (size_t i = 1; i <= links->n_srcs; i++)
        links->firsts[i] += links->firsts[i - 1];
    for (size_t b = n_beads; b-- > 0;) {
        via_set_bead bead = via_bead_set_get(links->set, b);

        for (size_t i = 0; i < bead.n_src; i++)
            links->holders[--links->firsts[bead.src[i]]] = (uint32_t)b;
    }
    return true;
}

via_links *via_links_new(const via_bead_set *set)
{
    via_links *links = calloc(1, sizeof *links);

    if (!links)
        return NULL;
    links->set = set;
    measure(links);
    links->firsts = calloc(links->n_srcs + 1, sizeof *links->firsts);
    links->marks = calloc(links->n_tgts + 1, sizeof *links->marks);
    links->visits = calloc(via_bead_set_count(set) + 1, sizeof *links->visits);
    if (!links->firsts || !links->marks || !links->visits || !index_sources(links)) {
        via_links_free(links);
        return NULL;
    }
    return links;
}

void via_links_free(via_links *links)
{
    if (!links)
        return;
    free(links->firsts);
    free(links->holders);
    free(links->marks);
    free(links->visits);
    free(links);
}

static bool holds_marked(const via_links *links, uint32_t holder)
{
    via_set_bead bead = via_bead_set_get(links->set, holder);

    for (size_t j = 0; j < bead.n_tgt; j++) {
        if (links->marks[bead.tgt[j]] == links->question)
            return true;
    }
    return false;
}

static bool is_tied(via_links *links, uint32_t src)
{
    for (size_t h = links->firsts[src]; h < links->firsts[src + 1]; h++) {
        uint32_t holder = links->holders[h];

        if (links->visits[holder] == links->question)
            continue;
        links->visits[holder] = links->question;
        if (holds_marked(links, holder))
            return true;
    }
    return false;
}

bool via_links_touch(via_links *links, const via_set_bead *bead)
{
    links->question++;
    for (size_t j = 0; j < bead->n_tgt; j++) {
        if (bead->tgt[j] < links->n_tgts)
            links->marks[bead->tgt[j]] = links->question;
    }
    for (size_t i = 0; i < bead->n_src; i++) {
        if (bead->src[i] < links->n_srcs && is_tied(links, bead->src[i]))
            return true;
    }
    return false;
}
