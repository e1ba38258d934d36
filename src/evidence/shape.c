/* Shapes: how a segment starts and ends, its marks, and what kind of line it is. */
#include "evidence/shape.h"

#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>
#include <strings.h>

/* Headlines and menu items are shorter than this. */
#define TITLE_CPS_MAX 90

static bool is_one_of(int32_t cp, const int32_t *set)
{
    for (; *set; set++) {
        if (*set == cp)
            return true;
    }
    return false;
}

static bool is_closing(int32_t cp)
{
    static const int32_t set[] = {'"',    '\'',   ')',    ']',    0x2019, 0x201d, 0xbb,
                                  0x300d, 0x300f, 0xff09, 0x3011, 0x300b, 0};
    return is_one_of(cp, set);
}

static bool is_quote(int32_t cp)
{
    static const int32_t set[] = {'"',    0x201c, 0x201d, 0x201e, 0xab, 0xbb,
                                  0x300c, 0x300d, 0x300e, 0x300f, 0};
    return is_one_of(cp, set);
}

static enum via_end end_of(int32_t cp)
{
    static const int32_t finals[] = {'.',    '!',    '?',    0x3002, 0xff0e,
                                     0xff01, 0xff1f, 0x2026, 0xff61, 0};
    static const int32_t commas[] = {',', 0x3001, 0xff0c, 0xff64, 0};
    static const int32_t colons[] = {':', ';', 0xff1a, 0xff1b, '-', 0x2013, 0x2014, 0};

    if (is_one_of(cp, finals))
        return VIA_END_FINAL;
    if (is_one_of(cp, commas))
        return VIA_END_COMMA;
    return is_one_of(cp, colons) ? VIA_END_COLON : VIA_END_NONE;
}

static unsigned marks_of(int32_t cp)
{
    switch (cp) {
    case '?':
    case '!':
    case 0xff1f:
    case 0xff01:
        return 1u << VIA_MARK_QUESTION;
    case '(':
    case '[':
    case 0xff08:
    case 0x3010:
        return 1u << VIA_MARK_BRACKET;
    case ':':
    case 0xff1a:
        return 1u << VIA_MARK_COLON;
    case ';':
    case 0xff1b:
        return 1u << VIA_MARK_SEMICOLON;
    case 0x2026:
        return 1u << VIA_MARK_ELLIPSIS;
    case '%':
    case 0xff05:
        return 1u << VIA_MARK_PERCENT;
    case 0x2013:
    case 0x2014:
        return 1u << VIA_MARK_DASH;
    default:
        return is_quote(cp) ? 1u << VIA_MARK_QUOTE : 0;
    }
}

static enum via_start start_of(int32_t cp)
{
    if (via_char_is_lower(cp))
        return VIA_START_LOWER;
    return is_quote(cp) || cp == '\'' || cp == 0x2018 ? VIA_START_QUOTE
                                                      : VIA_START_OTHER;
}

static bool is_file_or_address(const char *text, size_t begin, size_t end)
{
    static const char *const endings[] = {".jpg", ".jpeg", ".png", ".gif", ".webp",
                                          ".mp4", ".pdf",  ".doc", ".docx"};
    size_t n_bytes = end - begin;

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n_ending = strlen(endings[i]);

        if (n_bytes > n_ending && n_bytes < TITLE_CPS_MAX &&
            strncasecmp(text + end - n_ending, endings[i], n_ending) == 0)
            return true;
    }
    if (memchr(text + begin, ' ', n_bytes))
        return false;
    return (n_bytes > 7 && (strncmp(text + begin, "http://", 7) == 0 ||
                            strncmp(text + begin, "https:/", 7) == 0)) ||
           (n_bytes > 4 && strncmp(text + begin, "www.", 4) == 0);
}

via_shape via_shape_of(const char *text, size_t begin, size_t end)
{
    via_shape shape = {VIA_END_NONE, VIA_START_OTHER, 0, true, begin == end, false};
    size_t n_cps = 0;
    unsigned marks = 0;
    size_t n_dots = 0;
    bool is_in_tag = false, tag_has_word = false;

    for (size_t at = begin; at < end; n_cps++) {
        int32_t cp = via_utf8_next(text, &at);
        via_char_class class = via_char_class_of(cp);
        bool is_word = class != VIA_CHAR_SPACE && class != VIA_CHAR_MARK;

        if (n_cps == 0)
            shape.start = (uint8_t)start_of(cp);
        if (is_word) { /* most are, and none of them is a mark or closes anything */
            shape.end = VIA_END_NONE;
            n_dots = 0;
            tag_has_word |= is_in_tag;
            shape.is_wordless &= is_in_tag;
            continue;
        }
        if (!is_closing(cp))
            shape.end = (uint8_t)end_of(cp);
        marks |= marks_of(cp);
        n_dots = cp == '.' ? n_dots + 1 : 0;
        if (n_dots == 3)
            marks |= 1u << VIA_MARK_ELLIPSIS;
        is_in_tag = cp == '<' || (is_in_tag && cp != '>');
        tag_has_word &= is_in_tag;
    }
    shape.marks = (uint8_t)marks;
    if (tag_has_word) /* never closed: "< 5 km" */
        shape.is_wordless = false;
    shape.is_wordless |= is_file_or_address(text, begin, end);
    shape.is_unmarked = shape.end == VIA_END_NONE && n_cps < TITLE_CPS_MAX;
    return shape;
}
