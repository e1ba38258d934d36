/* Shared options: rows that mean the same in the tables of several commands. */
#ifndef VIA_CLI_SHARED_OPTIONS_H
#define VIA_CLI_SHARED_OPTIONS_H

#include "cli/command.h"

/* Where a member stands in the `struct options` of the command that includes this. */
#define AT(member) offsetof(struct options, member)

#define SHARED_SEGMENTED                                                               \
    "segmented", 0, CLI_FLAG, AT(is_segmented), NULL, 0, 0, false,                     \
        "one segment a line, every line counts"
#define SHARED_KEEP_BOILERPLATE                                                        \
    "keep-boilerplate", 0, CLI_FLAG, AT(keeps_furniture), NULL, 0, 0, false,           \
        "keep all text of pages (HTML), not the article\nalone"
#define SHARED_ENCODING                                                                \
    "encoding", 0, CLI_TEXT, AT(encoding), "NAME", 0, 0, false,                        \
        "of texts without a byte order mark, such as TCVN3\n(default: UTF-8)"
#define SHARED_NO_SEED                                                                 \
    "no-seed", 0, CLI_FLAG, AT(has_no_seed), NULL, 0, 0, false,                        \
        "leave out the lexicon that is installed"
#define SHARED_WEIGHTS                                                                 \
    "weights", 0, CLI_TEXT, AT(weights), "FILE", 0, 0, false,                          \
        "weights to score with, instead of those installed"
#define SHARED_MIN_CONFIDENCE                                                          \
    "min-confidence", 0, CLI_NUMBER, AT(min_confidence), "P", 0, 1, false,             \
        "leave out what is less likely to be right\n(not of beads and ladder)"
#define SHARED_TMX_LANG                                                                \
    "tmx-lang", 0, CLI_TEXT, AT(tmx_langs), "LIST", 0, 0, false,                       \
        "codes to write in TMX, such as vi=vi-VN,ja=ja-JP"
#define SHARED_PROGRESS                                                                \
    "progress", 0, CLI_SWITCH, AT(progress), NULL, 0, 0, false,                        \
        "show how far it is (default: on a terminal)"
#define SHARED_JOBS                                                                    \
    "jobs", 'j', CLI_COUNT, AT(n_workers), "N", 1, 4096, false,                        \
        "threads (default: OMP_NUM_THREADS, else all cores)"
#define SHARED_QUIET                                                                   \
    "quiet", 'q', CLI_FLAG, AT(is_quiet), NULL, 0, 0, false, "say nothing but failures"

#endif
