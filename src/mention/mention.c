/* Mention: a number, date, name or term that a text speaks of, as a value. */
#include "mention/mention.h"

const char *via_mention_kind_name(enum via_mention_kind kind)
{
    static const char *const names[VIA_MENTION_N_KINDS] = {
        "number", "percent", "ordinal", "date", "time", "term", "name", "copy"};

    return names[kind];
}
