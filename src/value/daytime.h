/* Daytime: hours, minutes and seconds, of twelve hours or twenty-four. */
#ifndef VIA_VALUE_DAYTIME_H
#define VIA_VALUE_DAYTIME_H

#include "vialign.h"

/* Where in a day an hour is, if it is told. */
enum via_daypart {
    VIA_DAYPART_NONE,
    VIA_DAYPART_AM,
    VIA_DAYPART_PM,
    VIA_DAYPART_NOON,   /* eleven is before it */
    VIA_DAYPART_NIGHT,  /* ten is before midnight, two behind it */
    VIA_DAYPART_EVENING /* hours are counted from six o'clock on: 2 ทุ่ม */
};

/* -1 is not told. */
typedef struct via_daytime {
    int hour, minute, second;
    enum via_daypart part;
} via_daytime;

/* Reads the name of a part: "am", "pm", "noon", "night", "evening"; -1 for another. */
int via_daypart_of(const char *name);

/* Writes "20:30" or "20:30:15"; false if there is no such time. */
bool via_daytime_print(via_daytime time, char *out, size_t n_bytes);

#endif
