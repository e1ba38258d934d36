/* Dates: days, months and years of any calendar, as ISO 8601. */
#include "value/dates.h"

#include <stdio.h>

/* The Buddhist era began in 543 BC. */
#define BUDDHIST_YEARS 543

/* Two figures up to this are years of this century. Chosen, not tuned. */
#define SHORT_YEAR_MAX 49

int via_year_of_buddhist(int year)
{
    return year - BUDDHIST_YEARS;
}

int via_year_of_short(int year)
{
    return year <= SHORT_YEAR_MAX ? 2000 + year : 1900 + year;
}

int via_year_of_short_buddhist(int year)
{
    return via_year_of_buddhist(2500 + year);
}

static int days_of(int month, int year)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    if (month == 2 && year && !is_leap)
        return 28;
    return days[month - 1];
}

bool via_date_print(via_date date, char *out, size_t n_bytes)
{
    if (date.month < 0 || date.month > 12 || date.year < 0 || date.year > 9999)
        return false;
    if (date.day && (!date.month || date.day > days_of(date.month, date.year)))
        return false;
    if (date.year && date.day)
        snprintf(out, n_bytes, "%04d-%02d-%02d", date.year, date.month, date.day);
    else if (date.year && date.month)
        snprintf(out, n_bytes, "%04d-%02d", date.year, date.month);
    else if (date.year)
        snprintf(out, n_bytes, "%04d", date.year);
    else if (date.day)
        snprintf(out, n_bytes, "--%02d-%02d", date.month, date.day);
    else if (date.month)
        snprintf(out, n_bytes, "--%02d", date.month);
    return date.year || date.month;
}
