/* Stats of a pair: what came out of aligning two documents, as JSON. */
#ifndef VIA_CLI_ALIGN_STATS_H
#define VIA_CLI_ALIGN_STATS_H

#include "vialign.h"

typedef struct cli_align_stats {
    via_pair pair;
    const via_ladder *ladder;
    double min_confidence; /* beads below are no units */
    double wall_s;
} cli_align_stats;

/* Writes one JSON object to `path`; "-" is standard output. */
via_status cli_align_stats_write(const char *path, const cli_align_stats *stats,
                                 via_error *err);

#endif
