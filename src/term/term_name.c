/* Term name: one way to write a term, and what must stand around it. */
#include "term/term_name.h"

#include <string.h>

#include "base/buffer.h"
#include "text/chars.h"
#include "text/lower.h"
#include "text/utf8.h"

/* Groups multiply the names of an alternative; more than these are a mistake. */
#define NAMES_MAX 64

struct reading {
    via_term_name name; /* all but its text */
    via_arena *arena;
    via_term_name_fn *fn;
    void *data;
    const char *fill;
    bool is_first_small;
};

static unsigned read_guards(const char **at, bool *is_first_small)
{
    unsigned guards = 0;

    for (;; ++*at) {
        if (**at == '=')
            guards |= VIA_TERM_EXACT | VIA_TERM_CAPITALS;
        else if (**at == '~')
            guards |= VIA_TERM_NOT_FIRST;
        else if (**at == '<')
            guards |= guards & VIA_TERM_AFTER_SMALL ? VIA_TERM_NEVER_AFTER
                                                    : VIA_TERM_AFTER_SMALL;
        else if (**at == '>')
            guards |= VIA_TERM_BEFORE_SMALL;
        else if (**at == '_')
            *is_first_small = true;
        else
            return guards;
    }
}

/* Reads "{…}" at `*at`, if it is there, and moves behind it. */
static via_status read_context(const char **at, via_arena *arena, const char **context,
                               bool *is_not)
{
    if (**at != '{')
        return VIA_OK;

    const char *begin = *at + 1, *end = strchr(begin, '}');
    *is_not = *begin == '!';
    begin += *is_not;
    if (!end || end == begin)
        return VIA_E_FORMAT;
    *context = via_arena_copy(arena, begin, (size_t)(end - begin));
    *at = end + 1;
    return *context ? VIA_OK : VIA_E_MEMORY;
}

static void append_small(via_buffer *out, const char *text, size_t n_bytes)
{
    char small[4];
    size_t at = 0;

    if (!n_bytes)
        return;
    via_buffer_append(out, small,
                      via_utf8_put(via_char_lower(via_utf8_next(text, &at)), small));
    via_buffer_append(out, text + at, n_bytes - at);
}

/* Whether a letter of `text` is a capital. */
static bool has_capital(const char *text)
{
    for (size_t at = 0, n_bytes = strlen(text); at < n_bytes;) {
        if (via_char_is_upper(via_utf8_next(text, &at)))
            return true;
    }
    return false;
}

static via_status tell(struct reading *reading, const char *text, size_t n_bytes)
{
    via_buffer whole = VIA_BUFFER_INIT;
    via_term_name name = reading->name;

    if (reading->is_first_small)
        append_small(&whole, text, n_bytes);
    else
        via_buffer_append(&whole, text, n_bytes);
    if (via_buffer_text(&whole))
        name.text = via_arena_copy(reading->arena, whole.bytes, whole.n_bytes);
    via_buffer_clear(&whole);
    if (!name.text)
        return VIA_E_MEMORY;
    if (!*name.text || *name.text == ' ' || name.text[strlen(name.text) - 1] == ' ')
        return VIA_E_FORMAT; /* brackets left out too much */
    if (has_capital(name.text))
        name.guards |= VIA_TERM_CAPITALS;
    return reading->fn(reading->data, &name) ? VIA_OK : VIA_E_MEMORY;
}

/* Returns how many ways a group has, "(a/b)" three and "[a/b]" two, and sets `*end`
 * behind it. 0: it is not well formed. */
static size_t count_ways(const char *group, const char *text_end, const char **end)
{
    char closing = *group == '(' ? ')' : ']';
    size_t n_ways = *group == '(' ? 2 : 1;

    for (const char *at = group + 1; at < text_end; at++) {
        if (*at == closing) {
            *end = at + 1;
            return n_ways;
        }
        if (strchr("([)]", *at))
            return 0;
        n_ways += *at == '/';
    }
    return 0;
}

/* Appends one way of a group: the last one of "(a/b)" is nothing. */
static void append_way(const char *group, size_t way, via_buffer *out)
{
    const char *at = group + 1;
    size_t n_bytes = strcspn(at, "/)]");

    for (; way > 0 && at[n_bytes] == '/'; way--) {
        at += n_bytes + 1;
        n_bytes = strcspn(at, "/)]");
    }
    if (way == 0)
        via_buffer_append(out, at, n_bytes);
}

/* Writes one of the names of an alternative: `choice` is a number whose digits are the
 * ways of its groups. Returns how many names there are, 0 if it is not well formed. */
static size_t write_choice(const struct reading *reading, const char *text,
                           const char *text_end, size_t choice, via_buffer *out)
{
    size_t n_names = 1;

    while (text < text_end) {
        if (*text == '(' || *text == '[') {
            const char *group = text;
            size_t n_ways = count_ways(group, text_end, &text);

            if (!n_ways)
                return 0;
            append_way(group, choice / n_names % n_ways, out);
            n_names *= n_ways;
            continue;
        }
        if (*text == ')' || *text == ']')
            return 0;
        if (*text == '*' && reading->fill)
            via_buffer_append_text(out, reading->fill);
        else
            via_buffer_append_char(out, *text);
        text++;
    }
    return n_names;
}

static via_status tell_choices(struct reading *reading, const char *text,
                               size_t n_bytes)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_status st = VIA_OK;
    size_t n_names = 1;

    for (size_t choice = 0; choice < n_names && st == VIA_OK; choice++) {
        out.n_bytes = 0;
        n_names = write_choice(reading, text, text + n_bytes, choice, &out);
        if (!n_names || n_names > NAMES_MAX)
            st = VIA_E_FORMAT;
        else if (!via_buffer_text(&out))
            st = VIA_E_MEMORY;
        else
            st = tell(reading, out.bytes, out.n_bytes);
    }
    via_buffer_clear(&out);
    return st;
}

via_status via_term_name_read(const char *alternative, const char *id, const char *fill,
                              via_arena *arena, via_term_name_fn *fn, void *data)
{
    struct reading reading = {.arena = arena, .fn = fn, .data = data, .fill = fill};
    const char *at = alternative;
    bool is_not = false;

    reading.name.id = id;
    reading.name.guards = VIA_TERM_OWN | read_guards(&at, &reading.is_first_small);
    via_status st = read_context(&at, arena, &reading.name.before, &is_not);
    reading.name.guards |= read_guards(&at, &reading.is_first_small);
    if (is_not)
        reading.name.guards |= VIA_TERM_BEFORE_IS_NOT;
    is_not = false;

    size_t n_bytes = strcspn(at, "{}");
    const char *text = at;
    at += n_bytes;
    if (st == VIA_OK)
        st = read_context(&at, arena, &reading.name.after, &is_not);
    if (is_not)
        reading.name.guards |= VIA_TERM_AFTER_IS_NOT;
    if (st == VIA_OK && (*at || !n_bytes))
        st = VIA_E_FORMAT;
    return st == VIA_OK ? tell_choices(&reading, text, n_bytes) : st;
}
