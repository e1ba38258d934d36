/* CLDR: what ICU knows to call countries, languages, money, months, cities, units. */
#ifndef VIA_TEXT_CLDR_H
#define VIA_TEXT_CLDR_H

#include "vialign.h"

/* Is told of one name, in NFC; both strings live for the call only. Returns false if
 * there is no memory. */
typedef bool via_cldr_fn(void *data, const char *id, const char *name);

/* Tells all names that ICU has in a language, kind after kind, always in the same
 * order. The same id may come several times, with the same name or another:
 *
 *   region/KR    Hàn Quốc           countries, continents (142 is Asia), EU, UN
 *   lang/vi      Tiếng Việt
 *   currency/USD US$, Đô la Mỹ      a sign, or the code where there is none; names
 *   month/7      tháng 7, thg 7     wide and abbreviated; from 1
 *   weekday/1    Thứ Hai            wide; 1 is Monday, 7 is Sunday
 *   city/Tokyo   Tokyo              a city, sometimes an island, of each time zone
 *   unit/kilometer  kilômét, km     wide and short, as behind a number
 *
 * A language that ICU has no data for has no names. `lang` is a BCP 47 code.
 */
via_status via_cldr_list(const char *lang, via_cldr_fn *fn, void *data, via_error *err);

#endif
