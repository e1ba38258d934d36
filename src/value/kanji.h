/* Kanji figures: units in a row that are read by position, such as 二〇二四. */
#ifndef VIA_VALUE_KANJI_H
#define VIA_VALUE_KANJI_H

#include "value/lexis.h"

/* Reads two or more units in a row. `*is_sure` tells that they can be nothing else than
 * a number: 二三人 may also be two or three people. */
bool via_kanji_read_run(const via_lexis *lexis, const via_scope *scope, size_t at,
                        via_figures *out, bool *is_sure);

#endif
