/* Daytime: hours, minutes and seconds, of twelve hours or twenty-four. */
#include "value/daytime.h"

#include <stdio.h>
#include <string.h>

int via_daypart_of(const char *name)
{
    static const char *const names[] = {"", "am", "pm", "noon", "night", "evening"};

    for (int part = VIA_DAYPART_AM; part <= VIA_DAYPART_EVENING; part++) {
        if (strcmp(names[part], name) == 0)
            return part;
    }
    return -1;
}

/* The hour of twenty-four. An hour that is told in twenty-four stays. */
static int full_hour(int hour, enum via_daypart part)
{
    switch (part) {
    case VIA_DAYPART_AM:
        return hour == 12 ? 0 : hour;
    case VIA_DAYPART_PM:
        return hour < 12 ? hour + 12 : hour;
    case VIA_DAYPART_NOON:
        return hour < 6 ? hour + 12 : hour;
    case VIA_DAYPART_NIGHT:
        if (hour == 12)
            return 0;
        return hour >= 6 && hour < 12 ? hour + 12 : hour;
    case VIA_DAYPART_EVENING:
        return hour >= 1 && hour <= 5 ? hour + 18 : -1;
    default:
        return hour;
    }
}

bool via_daytime_print(via_daytime time, char *out, size_t n_bytes)
{
    int hour = full_hour(time.hour, time.part);

    if (hour == 24 && time.minute == 0)
        hour = 0;
    if (hour < 0 || hour > 23 || time.minute > 59 || time.second > 59)
        return false;
    snprintf(out, n_bytes, "%02d:%02d", hour, time.minute < 0 ? 0 : time.minute);
    if (time.second >= 0)
        snprintf(out + 5, n_bytes - 5, ":%02d", time.second);
    return true;
}
