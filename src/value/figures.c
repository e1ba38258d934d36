/* Figures: numbers in digits, with the grouping and decimal marks of a language.
 *
 * Digits are cut at their marks into parts: 1.506,14 has three. The shape of the parts
 * says what the marks mean; only one mark with three digits behind it leaves a choice.
 */
#include "value/figures.h"

#include "text/utf8.h"

#define N_PARTS_MAX 16

struct part {
    int32_t mark; /* before it; ' ' for any fixed space */
    unsigned n_figures;
    int64_t value; /* -1: too great */
    bool has_zero; /* first */
    size_t end;
};

bool via_figures_read_run(const via_scope *scope, size_t at, via_figures *out)
{
    int64_t value = 0;
    bool is_spoilt = false;
    int digit;

    *out = (via_figures){{0, 0, false}, 0, at};
    for (; (digit = via_scope_digit(via_scope_next(scope, out->end))) >= 0;) {
        is_spoilt |= value > INT64_C(99999999999999999);
        value = is_spoilt ? 0 : value * 10 + digit;
        out->n_figures++;
        out->end = via_scope_after(scope, out->end);
    }
    out->value = via_decimal_of(value, 0);
    out->value.is_spoilt |= is_spoilt;
    return out->n_figures > 0;
}

static bool read_part(const via_scope *scope, size_t at, struct part *part)
{
    via_figures run;

    if (!via_figures_read_run(scope, at, &run))
        return false;
    part->n_figures = run.n_figures;
    if (!via_decimal_whole(run.value, &part->value))
        part->value = -1;
    part->has_zero = via_scope_digit(via_scope_next(scope, at)) == 0;
    part->end = run.end;
    return true;
}

static int32_t mark_at(const via_scope *scope, size_t at)
{
    int32_t cp = via_scope_next(scope, at);

    if (cp == 0xa0 || cp == 0x202f || cp == 0x2009)
        return ' ';
    return cp == '.' || cp == ',' ? cp : 0;
}

static size_t read_parts(const via_scope *scope, size_t at, struct part *parts)
{
    size_t n_parts = 0;

    parts[0].mark = 0;
    while (read_part(scope, at, &parts[n_parts])) {
        at = parts[n_parts++].end;
        int32_t mark = mark_at(scope, at);
        if (n_parts == N_PARTS_MAX || !mark)
            break;
        parts[n_parts].mark = mark;
        at = via_scope_after(scope, at);
    }
    return n_parts;
}

/* Whether the parts are a whole number in groups of three, with one mark. */
static bool is_grouped(const struct part *parts, size_t n_parts)
{
    if (parts[0].n_figures > 3 || parts[0].has_zero)
        return false;
    for (size_t i = 1; i < n_parts; i++) {
        if (parts[i].n_figures != 3 || parts[i].mark != parts[1].mark)
            return false;
    }
    return true;
}

/* Whether one mark before three digits groups them. Nobody writes a decimal with two
 * zeros at its end after a comma: 1,500 is a slip for 1.500. */
static bool one_mark_groups(const struct part *parts, via_marks marks)
{
    int32_t mark = parts[1].mark;

    if (mark == marks.group || mark == ' ' || !marks.group)
        return true;
    return mark == ',' && parts[1].value % 100 == 0;
}

enum shape { WHOLE, WITH_DECIMALS, IRREGULAR };

static enum shape shape_of(const struct part *parts, size_t n_parts, via_marks marks)
{
    if (n_parts == 1)
        return WHOLE;
    if (n_parts == 2 && is_grouped(parts, 2) && one_mark_groups(parts, marks))
        return WHOLE;
    if (n_parts == 2)
        return parts[1].mark == ' ' ? IRREGULAR : WITH_DECIMALS;
    if (is_grouped(parts, n_parts))
        return WHOLE;

    int32_t mark = parts[n_parts - 1].mark;
    bool is_last = mark != ' ' && mark != parts[1].mark;
    return is_last && is_grouped(parts, n_parts - 1) ? WITH_DECIMALS : IRREGULAR;
}

static void join_parts(const struct part *parts, size_t n_parts, enum shape shape,
                       via_figures *out)
{
    via_decimal value = via_decimal_of(0, 0);

    out->n_figures = 0;
    for (size_t i = 0; i < n_parts; i++) {
        bool is_decimal = i && i + 1 == n_parts && shape == WITH_DECIMALS;
        int n_figures = (int)parts[i].n_figures;

        value.is_spoilt |= parts[i].value < 0 || n_figures > 18;
        if (is_decimal) {
            value = via_decimal_add(value, via_decimal_of(parts[i].value, -n_figures));
            continue;
        }
        value = via_decimal_add(via_decimal_shift(value, n_figures),
                                via_decimal_of(parts[i].value, 0));
        out->n_figures += parts[i].n_figures;
    }
    out->value = value;
    out->end = parts[n_parts - 1].end;
}

/* The parts before the first comma or space: 1,2,3 is three numbers. */
static size_t count_before_comma(const struct part *parts, size_t n_parts)
{
    size_t n = 1;

    while (n < n_parts && parts[n].mark == '.')
        n++;
    return n;
}

bool via_figures_read(const via_scope *scope, size_t at, via_marks marks,
                      via_figures *out)
{
    struct part parts[N_PARTS_MAX];
    size_t n_parts = read_parts(scope, at, parts);

    if (n_parts == 0)
        return false;
    enum shape shape = shape_of(parts, n_parts, marks);
    if (shape == IRREGULAR) {
        n_parts = count_before_comma(parts, n_parts);
        shape = shape_of(parts, n_parts, marks);
    }
    join_parts(parts, n_parts, shape, out);
    out->value.is_spoilt |= shape == IRREGULAR;
    return true;
}
