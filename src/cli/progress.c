/* Progress: how far a long run is, on one line of a terminal. */
#include "cli/progress.h"

#include "cli/clock.h"
#include "cli/talk.h"

#include <unistd.h>

#define INTERVAL_S 0.1

void cli_progress_begin(cli_progress *progress, cli_switch wanted, bool is_quiet)
{
    bool is_wanted =
        wanted == CLI_ON || (wanted == CLI_UNSAID && isatty(STDERR_FILENO));

    *progress = (cli_progress){.is_shown = is_wanted && !is_quiet};
}

void cli_progress_wipe(cli_progress *progress)
{
    if (progress->n_columns)
        fprintf(stderr, "\r%*s\r", progress->n_columns, "");
    progress->n_columns = 0;
}

void cli_progress_fail(void *data, const via_error *err)
{
    cli_progress_wipe(data);
    cli_say("%s", err->message);
}

void cli_progress_show(void *data, size_t n_done, size_t n_all)
{
    cli_progress *progress = data;
    double now_s = cli_now_s();

    if (!progress->is_shown)
        return;
    if (progress->start_s == 0) {
        progress->start_s = now_s;
        progress->n_first = n_done;
    } else if (n_done == progress->n_last ||
               (now_s - progress->last_s < INTERVAL_S && n_done < n_all)) {
        return;
    }
    progress->last_s = now_s;
    progress->n_last = n_done;

    double passed_s = now_s - progress->start_s;
    double n_ours = (double)(n_done - progress->n_first);
    double rate = passed_s > 0 ? n_ours / passed_s : 0;
    unsigned long left_s =
        rate > 0 ? (unsigned long)((double)(n_all - n_done) / rate) : 0;
    int n_columns =
        fprintf(stderr, "\r%zu of %zu pairs  %.0f %%  %.1f/s  ETA %lu:%02lu:%02lu",
                n_done, n_all, n_all ? 100.0 * (double)n_done / (double)n_all : 100,
                rate, left_s / 3600, left_s / 60 % 60, left_s % 60);

    if (n_columns > 0 && n_columns < progress->n_columns)
        fprintf(stderr, "%*s", progress->n_columns - n_columns, "");
    if (n_columns > progress->n_columns)
        progress->n_columns = n_columns;
    fflush(stderr);
}
