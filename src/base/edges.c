/* Edges: a tree whose branches are found by number. */
#include "base/edges.h"

#include <stdlib.h>

/* A power of two, as always. */
#define N_PLACES_FIRST 1024

bool via_edges_init(via_edges *edges)
{
    *edges =
        (via_edges){calloc(N_PLACES_FIRST, sizeof(via_edge)), 0, N_PLACES_FIRST, 1};
    return edges->places != NULL;
}

void via_edges_clear(via_edges *edges)
{
    free(edges->places);
    *edges = (via_edges){NULL, 0, 0, 0};
}

static bool widen(via_edges *edges)
{
    via_edges wide = *edges;

    wide.n_places = edges->n_places * 2;
    wide.places = calloc(wide.n_places, sizeof *wide.places);
    if (!wide.places)
        return false;
    for (size_t i = 0; i < edges->n_places; i++) {
        const via_edge *edge = &edges->places[i];
        if (edge->label)
            wide.places[via_edges_place(&wide, edge->from, edge->label)] = *edge;
    }
    free(edges->places);
    *edges = wide;
    return true;
}

uint32_t via_edges_grow(via_edges *edges, uint32_t from, int32_t label)
{
    uint32_t to = via_edges_find(edges, from, label);

    if (to != VIA_EDGE_NONE)
        return to;
    if ((edges->n_edges + 1) * 3 > edges->n_places && !widen(edges))
        return VIA_EDGE_NONE;
    to = (uint32_t)edges->n_nodes++;
    edges->places[via_edges_place(edges, from, label)] = (via_edge){from, to, label};
    edges->n_edges++;
    return to;
}
