/* Talk: what is said on stderr, and the exit code that it comes to. */
#ifndef VIA_CLI_TALK_H
#define VIA_CLI_TALK_H

#include "vialign.h"

typedef enum cli_exit {
    CLI_WELL = 0,
    CLI_FAILED = 1,
    CLI_USAGE = 2,
    CLI_SOME = 3 /* finished, but some documents failed */
} cli_exit;

/* Says one line on stderr, behind the name of the tool. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says what is wrong with the command line and where help is; `command` may be NULL.
 * Returns CLI_USAGE. */
int cli_usage(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says why something failed and returns the exit code for it; nothing is said of
 * VIA_OK and VIA_E_SOME. */
int cli_failed(const char *command, via_status status, const via_error *err);

/* Closes standard output; a failure to write it is told, unless the run has failed
 * anyway, and turns `code` into CLI_FAILED. */
int cli_finish(int code);

#endif
