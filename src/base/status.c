/* Failing: how a reason travels from where it is known to who asked. */
#include "base/status.h"

#include <stdarg.h>

/* A message is one line: whatever came from a file may hold anything. */
static void keep_one_line(char *message)
{
    for (char *p = message; *p; p++) {
        if ((unsigned char)*p < 0x20)
            *p = ' ';
    }
}

via_status via_fail(via_error *err, via_status status, const char *format, ...)
{
    if (!err)
        return status;

    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    keep_one_line(err->message);
    err->status = status;
    return status;
}

via_status via_fail_memory(via_error *err)
{
    return via_fail(err, VIA_E_MEMORY, "no memory left");
}
