/* Talk: what is said on stderr, and the exit code that it comes to. */
#include "cli/talk.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

static void say(const char *format, va_list args)
{
    fputs("vialign: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void cli_say(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say(format, args);
    va_end(args);
}

static int point_to_help(const char *command)
{
    if (command)
        cli_say("see \"vialign help %s\"", command);
    else
        cli_say("see \"vialign help\"");
    return CLI_USAGE;
}

int cli_usage(const char *command, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    say(format, args);
    va_end(args);
    return point_to_help(command);
}

int cli_failed(const char *command, via_status status, const via_error *err)
{
    if (status == VIA_OK)
        return CLI_WELL;
    if (status == VIA_E_SOME)
        return CLI_SOME;
    cli_say("%s", err->message);
    return status == VIA_E_ARGUMENT ? point_to_help(command) : CLI_FAILED;
}

int cli_finish(int code)
{
    bool is_written = !ferror(stdout);

    errno = 0;
    is_written = fclose(stdout) == 0 && is_written;
    if (is_written || code == CLI_FAILED)
        return code;
    cli_say("standard output: %s", errno ? strerror(errno) : "could not be written");
    return CLI_FAILED;
}
