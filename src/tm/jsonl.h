/* JSON lines: all that is known of a unit, as one object a line. */
#ifndef VIA_TM_JSONL_H
#define VIA_TM_JSONL_H

#include "tm/unit.h"

void via_jsonl_unit(const via_unit *unit, via_buffer *out);

#endif
