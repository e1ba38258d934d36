/* Language code: what somebody calls a language, as the code that we use. */
#include "text/lang_code.h"

#include <stdio.h>
#include <string.h>

#include <unicode/uloc.h>

/* A code with all that may stand in it. */
#define SAID_BYTES ((size_t)48)

/* Other words for a language that nobody has told. */
static bool is_unknown(const char *said)
{
    static const char *const WORDS[] = {"", "und", "unk", "unknown", "mul", "zxx"};

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(said, WORDS[i]) == 0)
            return true;
    }
    return false;
}

static bool is_code_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
}

/* Returns whether a language is written in this script when nobody says so. */
static bool is_likely_script(const char *lang, const char *script)
{
    char full[ULOC_FULLNAME_CAPACITY], likely[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    uloc_addLikelySubtags(lang, full, sizeof full, &status);
    uloc_getScript(full, likely, sizeof likely, &status);
    return U_SUCCESS(status) && strcmp(likely, script) == 0;
}

bool via_lang_read(const char *said, size_t n_bytes, char lang[VIA_LANG_BYTES])
{
    char copy[SAID_BYTES], base[ULOC_LANG_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;

    lang[0] = '\0';
    if (n_bytes >= sizeof copy)
        return false;
    for (size_t i = 0; i < n_bytes; i++) {
        if (!is_code_char(said[i]))
            return false;
    }
    memcpy(copy, said, n_bytes);
    copy[n_bytes] = '\0';
    if (is_unknown(copy))
        return true;
    uloc_getLanguage(copy, base, sizeof base, &status);
    uloc_getScript(copy, script, sizeof script, &status);
    if (U_FAILURE(status) || strlen(base) < 2 || strlen(base) > 3)
        return false;
    snprintf(lang, VIA_LANG_BYTES, "%s%s%s", base,
             *script && !is_likely_script(base, script) ? "-" : "",
             *script && !is_likely_script(base, script) ? script : "");
    return via_lang_is_valid(lang);
}

bool via_lang_is_known(const char *lang)
{
    return *uloc_getISO3Language(lang) != '\0';
}
