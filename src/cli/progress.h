/* Progress: how far a long run is, on one line of a terminal. */
#ifndef VIA_CLI_PROGRESS_H
#define VIA_CLI_PROGRESS_H

#include "cli/command.h"

typedef struct cli_progress {
    bool is_shown;
    size_t n_first; /* done before we came, which says nothing of our rate */
    size_t n_last;  /* done when it was shown last */
    double start_s, last_s;
    int n_columns; /* of what stands on the line */
} cli_progress;

/* Begins; shown if wanted, or if nothing is said and stderr is a terminal. */
void cli_progress_begin(cli_progress *progress, cli_switch wanted, bool is_quiet);

/* Are told by a long run; `data` is its progress. Shows the state of things, at most
 * ten times a second; says what has failed. */
void cli_progress_show(void *data, size_t n_done, size_t n_all);
void cli_progress_fail(void *data, const via_error *err);

/* Wipes the line, so that something else can be said. */
void cli_progress_wipe(cli_progress *progress);

#endif
