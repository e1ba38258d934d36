/* General rules: sentences of languages that end them with a mark and a space.
 *
 * ICU knows the marks of all scripts. Where the mark is one of ours, . ! ? …, we look
 * at both sides ourselves, since ICU takes every "U.S. Senate" for an end and misses
 * "… năm 2023. 15 người …":
 *
 *     He said "I left.")  Then …
 *                    ^ ^  ^
 *             mark --+ |  +-- at, and next: the first letter or digit from there
 *     end, behind the closers
 */
#include "segment/general.h"

#include "segment/stops.h"
#include "text/chars.h"

/* Brackets and quotes that are longer do not hold their sentences together: speeches
 * of several sentences are translated sentence by sentence. Chosen, not tuned. */
#define BRACKETED_MAX_CPS 400
#define QUOTED_MAX_CPS    80

/* A sentence shows a letter within so many code points, or is none. It also keeps
 * lines of nothing but marks cheap. Chosen, not tuned. */
#define LOOK_MAX_CPS 64

static bool is_space(int32_t cp)
{
    return via_char_class_of(cp) == VIA_CHAR_SPACE;
}

static bool is_word(int32_t cp)
{
    return cp && via_char_class_of(cp) >= VIA_CHAR_DIGIT;
}

static bool is_mark(int32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0x203c ||
           (cp >= 0x2047 && cp <= 0x2049);
}

static bool is_opening_quote(const via_line *line, size_t i)
{
    int32_t cp = via_line_cp(line, i);

    return via_line_opens(line, i) && (cp == '"' || cp == 0xab || cp > 0xff);
}

/* "Goes on" and "iphone", but not "iPhone". */
static bool is_lower(const via_line *line, size_t i)
{
    return via_char_is_lower(via_line_cp(line, i)) &&
           !via_char_is_upper(via_line_cp(line, i + 1));
}

/* Returns the end of the line if no word is near. */
static size_t skip_to_word(const via_line *line, size_t at)
{
    for (size_t i = at; i < line->n_cps && i - at < LOOK_MAX_CPS; i++) {
        if (is_word(line->cps[i]))
            return i;
    }
    return line->n_cps;
}

static size_t skip_spaces(const via_line *line, size_t at)
{
    while (at < line->n_cps && is_space(line->cps[at]))
        at++;
    return at;
}

/* ---- Around a mark ------------------------------------------------------- */

/* Passes over a note such as "[12]". */
static size_t skip_note(const via_line *line, size_t at)
{
    size_t end = at + 1;

    if (via_line_cp(line, at) != '[')
        return at;
    while (via_char_digit(via_line_cp(line, end)) >= 0)
        end++;
    return end > at + 1 && via_line_cp(line, end) == ']' ? end + 1 : at;
}

/* Passes over closing quotes and brackets, and over one that stands alone between
 * spaces. */
static size_t skip_closers(const via_line *line, size_t at)
{
    for (size_t before = at + 1; before != at;) {
        before = at;
        at = skip_note(line, at);
        if (via_line_closes(line, at) || via_line_cp(line, at) == '\'')
            at++;
    }

    size_t lone = skip_spaces(line, at);
    if (lone > at && via_line_closes(line, lone) &&
        skip_spaces(line, lone + 1) > lone + 1)
        return lone + 1;
    return at;
}

static via_place look_around(const via_line *line, size_t begin, size_t mark)
{
    via_place place = {.begin = begin, .mark = mark};

    place.end = skip_closers(line, mark + 1);
    place.at = skip_spaces(line, place.end);
    place.next = skip_to_word(line, place.at);
    return place;
}

/* ---- Judging a mark ------------------------------------------------------ */

/* Whether the letters from `begin` to `end` are all small, or digits. */
static bool is_plain(const via_line *line, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if (!via_char_is_lower(line->cps[i]) && via_char_digit(line->cps[i]) < 0)
            return false;
    }
    return end > begin;
}

/* Whether a capitalised word stands alone at `begin`: not "Net/" or "HCM". */
static bool is_capitalised(const via_line *line, size_t begin)
{
    size_t end = via_word_end(line, begin);
    int32_t cp = via_line_cp(line, end);

    return via_char_is_upper(via_line_cp(line, begin)) &&
           (end == begin + 1 || via_char_is_lower(line->cps[begin + 1])) &&
           (cp == ',' || is_space(cp));
}

/* Where a space is missing, a sentence ends before a quote that opens, or where both
 * sides look like it: "năm 2023.Theo ông", not "Booking.Com", "tp.Huế", "TP.HCM". */
static bool ends_without_space(const via_exceptions *exceptions, const via_line *line,
                               const via_place *place)
{
    if (is_opening_quote(line, place->at))
        return true;
    if (place->at != place->next || !is_capitalised(line, place->next))
        return false;
    if (place->end > place->mark + 1)
        return true;

    size_t begin = via_word_begin(line, place->mark, place->begin);
    bool is_alone = begin == place->begin || is_space(line->cps[begin - 1]) ||
                    via_line_opens(line, begin - 1);
    return is_alone && (is_plain(line, begin, place->mark) ||
                        via_is_starter(exceptions, line, place->next));
}

static bool ends_sentence(const via_exceptions *exceptions, const via_line *line,
                          const via_place *place)
{
    bool is_ellipsis = via_line_cp(line, place->mark - 1) == '.';

    if (place->next == line->n_cps || is_lower(line, place->next))
        return false;
    if (place->end == place->at && !ends_without_space(exceptions, line, place))
        return false;
    return line->cps[place->mark] != '.' || is_ellipsis ||
           !via_stop_is_inner(exceptions, line, place);
}

/* ---- A line -------------------------------------------------------------- */

/* Whether what opens at `i` holds its sentences together: brackets do, and quotes if
 * the sentence goes on behind them: "Stop! Wait!" he said. */
static bool holds_together(const via_line *line, size_t i)
{
    size_t close = line->mates[i];
    int32_t cp = line->cps[i];

    if (close == VIA_LINE_NONE || close < i)
        return false;
    if (cp == '(' || cp == '[' || cp == '{')
        return close - i <= BRACKETED_MAX_CPS;
    return close - i <= QUOTED_MAX_CPS && is_lower(line, skip_to_word(line, close + 1));
}

/* Whether one of our marks stands before `i`, with no word between. */
static bool follows_mark(const via_line *line, size_t i)
{
    for (size_t n = 0; i > 0 && n < LOOK_MAX_CPS; i--, n++) {
        if (is_word(line->cps[i - 1]))
            return false;
        if (is_mark(line->cps[i - 1]))
            return true;
    }
    return false;
}

/* Cuts where ICU does behind marks that are not ours. */
static via_status cut_other_marks(via_breaker *breaker, via_line *line, via_error *err)
{
    const char *text = line->text + line->bytes[0];
    size_t n_bytes = line->bytes[line->n_cps] - line->bytes[0], i = 0;
    via_status st = via_breaker_start(breaker, text, n_bytes, err);

    if (st != VIA_OK)
        return st;
    for (size_t at; (at = via_breaker_next(breaker)) != VIA_BREAKER_END;) {
        while (i < line->n_cps && line->bytes[i] - line->bytes[0] < at)
            i++;
        if (i < line->n_cps && !follows_mark(line, i))
            line->cuts[i] = true;
    }
    return VIA_OK;
}

/* Passes from a bracket that holds together to the last code point inside it. */
static size_t pass_enclosed(via_line *line, size_t i)
{
    size_t close = line->mates[i];

    for (size_t inner = i + 1; inner <= close; inner++)
        line->cuts[inner] = false;
    return close - 1 > i ? close - 1 : close;
}

via_status via_cut_general(const via_general *general, via_line *line, via_error *err)
{
    size_t begin = 0;
    via_status st = cut_other_marks(general->breaker, line, err);

    if (st != VIA_OK)
        return st;
    for (size_t i = 0; i < line->n_cps; i++) {
        if (line->cuts[i])
            begin = i;
        if (holds_together(line, i))
            i = pass_enclosed(line, i);
        if (!is_mark(line->cps[i]) || is_mark(via_line_cp(line, i + 1)))
            continue;

        via_place place = look_around(line, begin, i);
        if (ends_sentence(general->exceptions, line, &place)) {
            line->cuts[place.at] = true;
            begin = place.at;
        }
    }
    return VIA_OK;
}
