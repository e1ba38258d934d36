/* Dates: days, months and years of any calendar, as ISO 8601. */
#ifndef VIA_VALUE_DATES_H
#define VIA_VALUE_DATES_H

#include "vialign.h"

/* Of the Gregorian calendar; 0 is not told. */
typedef struct via_date {
    int year, month, day;
} via_date;

/* Returns the year of a Buddhist one, and of one of two figures. */
int via_year_of_buddhist(int year);
int via_year_of_short(int year);
int via_year_of_short_buddhist(int year);

/* Writes "2024-07-18", "2024-07", "2024", "--07-18" or "--07"; false if there is no
 * such date, or only a day. */
bool via_date_print(via_date date, char *out, size_t n_bytes);

#endif
