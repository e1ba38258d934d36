/* TMX 1.4: the exchange format of translation memories. */
#ifndef VIA_TM_TMX_H
#define VIA_TM_TMX_H

#include "tm/format.h"
#include "tm/unit.h"

/* Appends what stands before and after all units. The date of creation is that of
 * SOURCE_DATE_EPOCH, and left out without it: the same input gives the same bytes. */
void via_tmx_head(const via_tm_spec *spec, via_buffer *out);
void via_tmx_tail(via_buffer *out);

void via_tmx_unit(const via_tm_spec *spec, const via_unit *unit, via_buffer *out);

#endif
