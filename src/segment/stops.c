/* Full stops: those that end no sentence. */
#include "segment/stops.h"

#include <string.h>

#include "text/chars.h"

/* The longest number or roman numeral that may count a list. Chosen, not tuned. */
#define ITEM_MAX_CPS 6

static bool is_word(int32_t cp)
{
    return cp && via_char_class_of(cp) >= VIA_CHAR_DIGIT;
}

static bool is_digit(int32_t cp)
{
    return via_char_class_of(cp) == VIA_CHAR_DIGIT;
}

static unsigned kinds_of(const via_exceptions *exceptions, const via_line *line,
                         size_t begin, size_t end)
{
    return via_exceptions_find(exceptions, line->text + line->bytes[begin],
                               line->bytes[end] - line->bytes[begin]);
}

size_t via_word_end(const via_line *line, size_t begin)
{
    size_t end = begin;

    while (is_word(via_line_cp(line, end)))
        end++;
    return end;
}

size_t via_word_begin(const via_line *line, size_t mark, size_t limit)
{
    size_t at = mark;

    while (at > limit) {
        int32_t cp = line->cps[at - 1];
        bool is_inner = cp == '.' || cp == '-' || cp == '&' || cp == 0x2019;
        if (!is_word(cp) && !(is_inner && at < mark))
            break;
        at--;
    }
    while (at < mark && !is_word(line->cps[at]))
        at++;
    return at;
}

bool via_is_starter(const via_exceptions *exceptions, const via_line *line,
                    size_t begin)
{
    size_t end = via_word_end(line, begin);

    return kinds_of(exceptions, line, begin, end) & VIA_WORD_STARTER;
}

/* ---- Numbers ------------------------------------------------------------- */

static bool is_number(const via_line *line, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if (!is_digit(line->cps[i]) && line->cps[i] != '.')
            return false;
    }
    return end > begin && end - begin <= ITEM_MAX_CPS;
}

static bool is_roman(const via_line *line, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if (line->cps[i] >= 0x80 || !strchr("IVXLC", (int)line->cps[i]))
            return false;
    }
    return end > begin && end - begin <= ITEM_MAX_CPS;
}

/* "3." "IV." "b." with nothing before it, or only a label: "Article 3." */
static bool is_list_number(const via_exceptions *exceptions, const via_line *line,
                           const via_place *place, size_t begin)
{
    size_t at = place->begin;
    bool is_item = is_number(line, begin, place->mark) ||
                   is_roman(line, begin, place->mark) || place->mark - begin == 1;

    if (!is_item)
        return false;
    while (at < begin && !is_word(line->cps[at]))
        at++;
    if (at == begin)
        return true;

    size_t end = via_word_end(line, at);
    return end + 1 == begin && line->cps[end] == ' ' &&
           (kinds_of(exceptions, line, at, end) & VIA_WORD_LABEL);
}

/* "am 3. Oktober", dates such as "3. 5. 2020", and "15. 000" with a stray space. */
static bool is_ordinal(const via_exceptions *exceptions, const via_line *line,
                       const via_place *place, size_t begin)
{
    size_t n_digits_next = 0;

    if (!is_number(line, begin, place->mark))
        return false;
    while (is_digit(via_line_cp(line, place->next + n_digits_next)))
        n_digits_next++;
    if (n_digits_next > 0 && place->mark - begin <= 2)
        return true;
    if (n_digits_next == 3 && place->mark - begin == 3)
        return true;

    size_t end = via_word_end(line, place->next);
    return kinds_of(exceptions, line, place->next, end) & VIA_WORD_ORDINAL;
}

/* ---- Abbreviations ------------------------------------------------------- */

/* "U.S" "a.m": single letters with full stops between. */
static bool is_dotted(const via_line *line, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if ((i - begin) % 2 ? line->cps[i] != '.' : !is_word(line->cps[i]))
            return false;
    }
    return end - begin >= 3 && (end - begin) % 2 == 1;
}

/* What a word is as a whole, or its last part ("TS" of "PGS.TS"), and by its form:
 * single letters may be initials, unless they are known as words. */
static unsigned abbreviation_kinds(const via_exceptions *exceptions,
                                   const via_line *line, size_t begin, size_t end)
{
    unsigned kinds = kinds_of(exceptions, line, begin, end);
    size_t last = end;

    while (last > begin && line->cps[last - 1] != '.')
        last--;
    if (kinds == 0 && last > begin)
        kinds = kinds_of(exceptions, line, last, end);
    if (kinds & VIA_WORD_PLAIN)
        return 0;
    if (is_dotted(line, begin, end) ||
        (end - last == 1 && via_char_is_upper(line->cps[last])))
        kinds |= VIA_WORD_MAYBE;
    return kinds;
}

bool via_stop_is_inner(const via_exceptions *exceptions, const via_line *line,
                       const via_place *place)
{
    size_t begin = via_word_begin(line, place->mark, place->begin);

    if (begin == place->mark)
        return false;
    if (is_list_number(exceptions, line, place, begin) ||
        is_ordinal(exceptions, line, place, begin))
        return true;

    unsigned kinds = abbreviation_kinds(exceptions, line, begin, place->mark);
    if (kinds & VIA_WORD_NEVER)
        return true;
    if ((kinds & VIA_WORD_NUMBER) && is_digit(line->cps[place->next]))
        return true;
    return (kinds & VIA_WORD_MAYBE) && !via_is_starter(exceptions, line, place->next);
}
