/* CLDR: what ICU knows to call countries, languages, money, months, cities, units.
 *
 * Everything comes through ICU's public functions rather than its resource files,
 * whose layout changes between versions. Two things have no function of their own:
 * cities, which a date format writes for the pattern VVV, and units, which a number
 * format writes behind a number, which is then cut off. */
#include "text/cldr.h"

#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unumberformatter.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

#include "base/status.h"

/* The longest name in CLDR has about a hundred letters; a longer one is left out. */
#define NAME_UNITS_MAX 256
#define ID_BYTES_MAX   96

struct teller {
    const char *locale; /* as ICU spells it */
    via_cldr_fn *fn;
    void *data;
};

/* Tells one name, or nothing if ICU failed to give it: no name is no error. False: no
 * memory. */
static bool tell(const struct teller *teller, const char *kind, const char *tail,
                 const UChar *units, int32_t n_units, UErrorCode status)
{
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar normal[NAME_UNITS_MAX];
    char name[3 * NAME_UNITS_MAX + 1], id[ID_BYTES_MAX];

    if (U_FAILURE(status) || n_units <= 0)
        return true;
    n_units = unorm2_normalize(nfc, units, n_units, normal, NAME_UNITS_MAX, &status);
    u_strToUTF8(name, sizeof name, NULL, normal, n_units, &status);
    if (U_FAILURE(status))
        return true;
    snprintf(id, sizeof id, "%s/%s", kind, tail);
    return teller->fn(teller->data, id, name);
}

/* ---- Countries and languages ---------------------------------------------------- */

static bool tell_region(const struct teller *teller, const ULocaleDisplayNames *names,
                        const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[NAME_UNITS_MAX];
    int32_t n_units =
        uldn_regionDisplayName(names, code, units, NAME_UNITS_MAX, &status);

    return tell(teller, "region", code, units, n_units, status);
}

static bool tell_regions(const struct teller *teller, const ULocaleDisplayNames *names)
{
    static const URegionType types[] = {URGN_TERRITORY, URGN_CONTINENT,
                                        URGN_SUBCONTINENT, URGN_GROUPING};
    bool goes_on = true;

    for (size_t i = 0; i < sizeof types / sizeof types[0] && goes_on; i++) {
        UErrorCode status = U_ZERO_ERROR;
        UEnumeration *codes = uregion_getAvailable(types[i], &status);
        const char *code;

        while (goes_on && (code = uenum_next(codes, NULL, &status)))
            goes_on = tell_region(teller, names, code);
        uenum_close(codes);
    }
    return goes_on;
}

static bool tell_languages(const struct teller *teller,
                           const ULocaleDisplayNames *names)
{
    for (const char *const *code = uloc_getISOLanguages(); *code; code++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar units[NAME_UNITS_MAX];
        int32_t n_units =
            uldn_languageDisplayName(names, *code, units, NAME_UNITS_MAX, &status);

        if (!tell(teller, "lang", *code, units, n_units, status))
            return false;
    }
    return true;
}

static bool tell_display_names(const struct teller *teller, UDisplayContext length)
{
    UErrorCode status = U_ZERO_ERROR;
    UDisplayContext contexts[] = {length, UDISPCTX_NO_SUBSTITUTE};
    ULocaleDisplayNames *names =
        uldn_openForContext(teller->locale, contexts, 2, &status);
    bool goes_on = U_FAILURE(status) || tell_regions(teller, names);

    if (goes_on && length == UDISPCTX_LENGTH_FULL && U_SUCCESS(status))
        goes_on = tell_languages(teller, names);
    uldn_close(names);
    return goes_on;
}

static bool tell_names(const struct teller *teller)
{
    return tell_display_names(teller, UDISPCTX_LENGTH_FULL) &&
           tell_display_names(teller, UDISPCTX_LENGTH_SHORT);
}

/* ---- Money ---------------------------------------------------------------------- */

static bool tell_currency(const struct teller *teller, const char *code)
{
    static const char *const plurals[] = {"one", "other"};
    static const UCurrNameStyle styles[] = {UCURR_SYMBOL_NAME, UCURR_LONG_NAME};
    UChar units[4] = {0};
    int32_t n_units = 0;

    u_charsToUChars(code, units, 3);
    for (size_t i = 0; i < 2; i++) {
        UErrorCode status = U_ZERO_ERROR;
        const UChar *name =
            ucurr_getName(units, teller->locale, styles[i], NULL, &n_units, &status);

        if (!tell(teller, "currency", code, name, n_units, status))
            return false;
    }
    for (size_t i = 0; i < 2; i++) {
        UErrorCode status = U_ZERO_ERROR;
        const UChar *name = ucurr_getPluralName(units, teller->locale, NULL, plurals[i],
                                                &n_units, &status);

        if (!tell(teller, "currency", code, name, n_units, status))
            return false;
    }
    return true;
}

static bool tell_currencies(const struct teller *teller)
{
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *codes =
        ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    const char *code;
    int32_t n_bytes = 0;
    bool goes_on = true;

    while (goes_on && (code = uenum_next(codes, &n_bytes, &status)))
        goes_on = n_bytes != 3 || tell_currency(teller, code);
    uenum_close(codes);
    return goes_on;
}

/* ---- Months, weekdays and cities ------------------------------------------------ */

/* ICU counts months from 0, and weekdays from 1, which is Sunday. */
static int day_number(bool is_month, int32_t i)
{
    if (is_month)
        return i + 1;
    return i == UCAL_SUNDAY ? 7 : i - 1;
}

static bool tell_symbols(const struct teller *teller, const UDateFormat *format,
                         UDateFormatSymbolType type, bool is_month)
{
    int32_t n_symbols = udat_countSymbols(format, type);

    for (int32_t i = is_month ? 0 : UCAL_SUNDAY; i < n_symbols; i++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar units[NAME_UNITS_MAX];
        char tail[16];
        int32_t n_units =
            udat_getSymbols(format, type, i, units, NAME_UNITS_MAX, &status);

        snprintf(tail, sizeof tail, "%d", day_number(is_month, i));
        if (!tell(teller, is_month ? "month" : "weekday", tail, units, n_units, status))
            return false;
    }
    return true;
}

static bool tell_city(const struct teller *teller, const UDateFormat *format,
                      UCalendar *calendar, const UChar *zone)
{
    UErrorCode status = U_ZERO_ERROR;
    const UChar *tail = u_strrchr(zone, '/');
    UChar units[NAME_UNITS_MAX];
    char ascii[ID_BYTES_MAX - sizeof "city/"];

    if (!tail || (size_t)u_strlen(tail + 1) >= sizeof ascii)
        return true;
    u_UCharsToChars(tail + 1, ascii, u_strlen(tail + 1) + 1);
    ucal_setTimeZone(calendar, zone, -1, &status);
    int32_t n_units =
        udat_formatCalendar(format, calendar, units, NAME_UNITS_MAX, NULL, &status);
    return tell(teller, "city", ascii, units, n_units, status);
}

static bool tell_cities(const struct teller *teller, const UDateFormat *format)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = ucal_open(NULL, 0, teller->locale, UCAL_GREGORIAN, &status);
    UEnumeration *zones = ucal_openTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
    const UChar *zone;
    bool goes_on = true;

    while (goes_on && U_SUCCESS(status) && (zone = uenum_unext(zones, NULL, &status)))
        goes_on = tell_city(teller, format, calendar, zone);
    uenum_close(zones);
    ucal_close(calendar);
    return goes_on;
}

static bool tell_calendar(const struct teller *teller)
{
    static const UChar exemplar_city[] = u"VVV";
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, teller->locale, NULL, 0,
                                    exemplar_city, -1, &status);
    bool goes_on = U_FAILURE(status) ||
                   (tell_symbols(teller, format, UDAT_MONTHS, true) &&
                    tell_symbols(teller, format, UDAT_STANDALONE_MONTHS, true) &&
                    tell_symbols(teller, format, UDAT_SHORT_MONTHS, true) &&
                    tell_symbols(teller, format, UDAT_STANDALONE_SHORT_MONTHS, true) &&
                    tell_symbols(teller, format, UDAT_WEEKDAYS, false) &&
                    tell_cities(teller, format));

    udat_close(format);
    return goes_on;
}

/* ---- Units ---------------------------------------------------------------------- */

/* Cuts the number, and the space that joins it to the unit, off both ends. Leaves
 * nothing where the number stands inside (時速 1 キロメートル). */
static const UChar *cut_number(const UChar *units, int32_t *n_units)
{
    while (*n_units > 0 && (u_isdigit(*units) || u_isUWhiteSpace(*units))) {
        units++;
        --*n_units;
    }
    while (*n_units > 0 &&
           (u_isdigit(units[*n_units - 1]) || u_isUWhiteSpace(units[*n_units - 1])))
        --*n_units;
    for (int32_t i = 0; i < *n_units; i++) {
        if (u_isdigit(units[i]))
            *n_units = 0;
    }
    return units;
}

/* Tells a unit of CLDR, "length-kilometer", in one width, "full-name" or "short". */
static bool tell_unit(const struct teller *teller, const char *unit, const char *width,
                      int count)
{
    UErrorCode status = U_ZERO_ERROR;
    char ascii[ID_BYTES_MAX];
    UChar skeleton[ID_BYTES_MAX], units[NAME_UNITS_MAX];

    snprintf(ascii, sizeof ascii, "measure-unit/%s unit-width-%s", unit, width);
    u_charsToUChars(ascii, skeleton, (int32_t)strlen(ascii) + 1);

    UNumberFormatter *formatter =
        unumf_openForSkeletonAndLocale(skeleton, -1, teller->locale, &status);
    UFormattedNumber *number = unumf_openResult(&status);
    unumf_formatInt(formatter, count, number, &status);
    int32_t n_units = unumf_resultToString(number, units, NAME_UNITS_MAX, &status);
    unumf_closeResult(number);
    unumf_close(formatter);

    const UChar *name = cut_number(units, &n_units);
    return tell(teller, "unit", strchr(unit, '-') + 1, name, n_units, status);
}

/* Units of news: distances, areas, weights, volumes, warmth, speed, power. Lengths of
 * time are left to dates and numbers. */
static bool tell_units(const struct teller *teller)
{
    static const char *const units[] = {"length-kilometer",
                                        "length-meter",
                                        "length-centimeter",
                                        "length-millimeter",
                                        "length-mile",
                                        "length-yard",
                                        "length-foot",
                                        "length-inch",
                                        "area-square-kilometer",
                                        "area-square-meter",
                                        "area-square-mile",
                                        "area-hectare",
                                        "area-acre",
                                        "mass-kilogram",
                                        "mass-gram",
                                        "mass-milligram",
                                        "mass-tonne",
                                        "mass-ounce",
                                        "volume-liter",
                                        "volume-milliliter",
                                        "volume-cubic-meter",
                                        "volume-cubic-kilometer",
                                        "temperature-celsius",
                                        "temperature-fahrenheit",
                                        "speed-kilometer-per-hour",
                                        "speed-mile-per-hour",
                                        "speed-meter-per-second",
                                        "power-kilowatt",
                                        "power-megawatt",
                                        "power-gigawatt",
                                        "energy-kilowatt-hour",
                                        "digital-megabyte",
                                        "digital-gigabyte",
                                        "frequency-megahertz",
                                        "frequency-gigahertz"};

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        for (int count = 1; count <= 2; count++) {
            if (!tell_unit(teller, units[i], "full-name", count) ||
                !tell_unit(teller, units[i], "short", count))
                return false;
        }
    }
    return true;
}

/* ---- All ------------------------------------------------------------------------ */

/* Whether ICU has data for the language. Without, it would quietly take the names of
 * the language that the machine is set to. */
static bool is_known(const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    char lang[ULOC_LANG_CAPACITY], other[ULOC_LANG_CAPACITY];

    uloc_getLanguage(locale, lang, sizeof lang, &status);
    for (int32_t i = 0; i < uloc_countAvailable() && U_SUCCESS(status); i++) {
        uloc_getLanguage(uloc_getAvailable(i), other, sizeof other, &status);
        if (!strcmp(lang, other))
            return true;
    }
    return false;
}

via_status via_cldr_list(const char *lang, via_cldr_fn *fn, void *data, via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    char locale[ULOC_FULLNAME_CAPACITY];
    struct teller teller = {locale, fn, data};

    uloc_forLanguageTag(lang, locale, sizeof locale, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
        !is_known(locale))
        return VIA_OK;
    if (!tell_names(&teller) || !tell_currencies(&teller) || !tell_calendar(&teller) ||
        !tell_units(&teller))
        return via_fail_memory(err);
    return VIA_OK;
}
