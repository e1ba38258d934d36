/* Failing: how a reason travels from where it is known to who asked. */
#ifndef VIA_BASE_STATUS_H
#define VIA_BASE_STATUS_H

#include "vialign.h"

/* Fills `err`, unless NULL, with a message of one line and returns `status`. */
via_status via_fail(via_error *err, via_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for memory that could not be had. */
via_status via_fail_memory(via_error *err);

#endif
