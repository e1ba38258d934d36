/* Values: the numbers, percents, ordinals, dates and times that a text tells. */
#include "value/values.h"

#include "base/status.h"
#include "value/value_match.h"
#include "value/value_tables.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct via_values {
    via_value_tables tables;
    bool is_dull[0x80]; /* ASCII that is neither word nor figure nor begins anything */
};

static bool is_word_cp(int32_t cp)
{
    return via_scope_is_letter(cp) || (cp < 0x80 && via_scope_digit(cp) >= 0);
}

via_status via_values_new(const char *lang, via_values **out, via_error *err)
{
    via_values *values = calloc(1, sizeof *values);

    *out = NULL;
    if (!values)
        return via_fail_memory(err);
    via_status st = via_value_tables_load(lang, &values->tables, err);
    if (st != VIA_OK) {
        free(values);
        return st;
    }
    for (int32_t cp = 0; cp < 0x80; cp++)
        values->is_dull[cp] = !is_word_cp(cp) && !via_value_words_begin_with(
                                                     values->tables.lexis.words, cp);
    *out = values;
    return VIA_OK;
}

void via_values_free(via_values *values)
{
    if (!values)
        return;
    via_value_tables_clear(&values->tables);
    free(values);
}

/* ---- Borders of words ---------------------------------------------------- */

/* Passes over a number of a day and a slash; 0 if they do not stand there. */
static size_t skip_date_part(const via_scope *scope, size_t at)
{
    via_figures part;
    int64_t value;

    if (!via_figures_read_run(scope, at, &part) ||
        !via_decimal_whole(part.value, &value) || value < 1 || value > 31 ||
        via_scope_next(scope, part.end) != '/')
        return 0;
    return part.end + 1;
}

/* Pages glue names and dates together, as in Báo Mới18/07/2024: a whole date is not
 * taken for the end of a word. */
static bool is_whole_date(const via_scope *scope, size_t at)
{
    via_figures year;

    at = skip_date_part(scope, at);
    if (at)
        at = skip_date_part(scope, at);
    return at && via_figures_read_run(scope, at, &year) && year.n_figures == 4;
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Passes over the rest of a word of letters and figures. */
static size_t skip_word(const via_scope *scope, size_t at)
{
    while (at < scope->end) {
        if (is_ascii_letter(scope->text[at])) {
            at++;
            continue;
        }
        size_t next = at;
        int32_t cp = via_scope_plain(via_utf8_next(scope->text, &next));

        if (!is_word_cp(cp) || (via_scope_digit(cp) >= 0 && is_whole_date(scope, at)))
            break;
        at = next;
    }
    return at;
}

/* Passes over an address, which ends with a space or with another script. */
static size_t skip_address(const via_scope *scope, size_t at)
{
    while (at < scope->end && scope->text[at] > ' ' && (signed char)scope->text[at] > 0)
        at++;
    return at;
}

static bool is_address(const via_scope *scope, size_t at)
{
    const char *text = scope->text + at;
    size_t n_bytes = scope->end - at;

    return (n_bytes > 8 && memcmp(text, "http", 4) == 0 && strchr(":s", text[4])) ||
           (n_bytes > 4 && memcmp(text, "www.", 4) == 0);
}

/* Whether figures may begin at `at`: not in A380, MH-370, .5 and v1.2. */
static bool may_begin_figures(const via_scope *scope, size_t at)
{
    int32_t last = via_scope_last(scope, at);
    int32_t before = 0;

    if (last == '-' || last == '.')
        before = via_scope_last(scope, at - 1);
    if (last == '-')
        return !via_scope_is_letter(before);
    if (last == '.')
        return before && !via_scope_is_space(before) && before != '(' &&
               via_scope_digit(before) < 0;
    return !is_word_cp(last) || (via_scope_is_letter(last) && is_whole_date(scope, at));
}

/* A hyphen is a minus only where nothing stands before that it could join. */
static bool may_begin_minus(const via_scope *scope, size_t at)
{
    int32_t last = via_scope_last(scope, at);

    if (!last || last == '(' || last == '\n')
        return true;
    if (!via_scope_is_space(last))
        return false;
    at = via_scope_before(scope, at);
    int32_t before = via_scope_last(scope, at);
    return via_scope_digit(before) < 0 && before != '%';
}

/* Thai writes some vowels before their consonant, with which a word then begins. */
static bool may_begin_thai(const via_scope *scope, size_t at)
{
    int32_t last = via_scope_last(scope, at);

    return last < 0xe40 || last > 0xe44;
}

static bool may_begin(const via_scope *scope, size_t at, int32_t cp)
{
    if (via_scope_digit(cp) >= 0)
        return may_begin_figures(scope, at);
    if (via_scope_is_letter(cp))
        return !is_word_cp(via_scope_last(scope, at));
    if (cp == '-' || cp == 0x2212)
        return may_begin_minus(scope, at);
    if (cp >= 0xe00 && cp < 0xe80)
        return may_begin_thai(scope, at);
    return true;
}

/* ---- Scanning ------------------------------------------------------------ */

/* Passes over what begins at `at` and is no value. */
static size_t skip(const via_values *values, const via_scope *scope, size_t at,
                   int32_t cp)
{
    via_figures figures;

    if (via_scope_digit(cp) >= 0 &&
        via_figures_read(scope, at, values->tables.lexis.marks, &figures))
        return skip_word(scope, figures.end);
    if (!via_scope_is_letter(cp))
        return via_scope_after(scope, at);
    return is_address(scope, at) ? skip_address(scope, at) : skip_word(scope, at);
}

/* Reads what begins at `at`. A word before a value must not hide a longer reading of
 * the value itself: "on Oct." is a month, "on Oct. 2, 1968" a day. */
static bool read_at(const via_value_tables *tables, const via_scope *scope, size_t at,
                    via_value_match *out)
{
    via_value_match inner;

    if (!via_value_match_at(&tables->lexis, &tables->rules, scope, at, out))
        return false;
    if (!out->n_mentions || out->mentions[0].begin == at)
        return true;
    if (via_value_match_at(&tables->lexis, &tables->rules, scope,
                           out->mentions[0].begin, &inner) &&
        inner.end > out->end)
        *out = inner;
    return true;
}

static bool tell(const via_value_match *match, via_mention_fn *fn, void *data)
{
    for (size_t i = 0; i < match->n_mentions; i++) {
        if (!fn(data, &match->mentions[i]))
            return false;
    }
    return true;
}

bool via_values_find(const via_values *values, const char *text, size_t begin,
                     size_t end, via_mention_fn *fn, void *data)
{
    const via_value_tables *tables = &values->tables;
    via_scope scope = {text, begin, end};
    via_value_match match;

    for (size_t at = begin; at < end;) {
        if ((unsigned char)text[at] < 0x80 &&
            values->is_dull[(unsigned char)text[at]]) {
            at++;
            continue;
        }
        int32_t cp = via_scope_next(&scope, at);
        bool is_begin = via_scope_digit(cp) >= 0 ||
                        via_value_words_begin(tables->lexis.words, &scope, at);

        if (!is_begin || !may_begin(&scope, at, cp) ||
            !read_at(tables, &scope, at, &match)) {
            at = skip(values, &scope, at, cp);
            continue;
        }
        if (!tell(&match, fn, data))
            return false;
        at = match.resume;
    }
    return true;
}
