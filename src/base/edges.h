/* Edges: a tree whose branches are found by number. */
#ifndef VIA_BASE_EDGES_H
#define VIA_BASE_EDGES_H

#include "vialign.h"

#define VIA_EDGE_NONE UINT32_MAX

typedef struct via_edge {
    uint32_t from, to;
    int32_t label; /* 0: a free place of the table */
} via_edge;

/* Open addressing; nodes are numbered as they come, and 0 is the root. */
typedef struct via_edges {
    via_edge *places;
    size_t n_edges, n_places, n_nodes;
} via_edges;

/* Returns false if there is no memory. */
bool via_edges_init(via_edges *edges);
void via_edges_clear(via_edges *edges);

/* Returns the node behind the branch `label` (not 0) of a node, a new one if there was
 * none; VIA_EDGE_NONE if there is no memory. */
uint32_t via_edges_grow(via_edges *edges, uint32_t from, int32_t label);

/* The place of the branch, or the free one where it would stand. */
static inline size_t via_edges_place(const via_edges *edges, uint32_t from,
                                     int32_t label)
{
    uint32_t hash =
        (from * UINT32_C(0x9e3779b1)) ^ ((uint32_t)label * UINT32_C(0x85ebca6b));
    size_t mask = edges->n_places - 1;
    size_t i = (hash ^ hash >> 15) & mask;

    while (edges->places[i].label &&
           (edges->places[i].from != from || edges->places[i].label != label))
        i = (i + 1) & mask;
    return i;
}

/* Returns the node behind the branch, or VIA_EDGE_NONE. */
static inline uint32_t via_edges_find(const via_edges *edges, uint32_t from,
                                      int32_t label)
{
    const via_edge *edge = &edges->places[via_edges_place(edges, from, label)];

    return edge->label ? edge->to : VIA_EDGE_NONE;
}

#endif
