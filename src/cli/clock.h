/* Clock: seconds that only grow. */
#ifndef VIA_CLI_CLOCK_H
#define VIA_CLI_CLOCK_H

#include <time.h>

static inline double cli_now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

#endif
