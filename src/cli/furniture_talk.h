/* Talk of furniture: how many lines are no part of an article, and why. */
#ifndef VIA_CLI_FURNITURE_TALK_H
#define VIA_CLI_FURNITURE_TALK_H

#include "vialign.h"

/* Says what was found in `where`, by reason; nothing if there was nothing. */
void cli_say_furniture_of(const char *where, const size_t n_furniture[VIA_FURNITURE_N]);

/* The same of one document. */
void cli_say_furniture(const via_doc *doc);

#endif
