/* Keys: what survives translation as it is - digits, copied strings. */
#include "evidence/keys.h"

#include "base/intern.h"
#include "text/chars.h"
#include "text/utf8.h"

/* Words as long as this share their beginning between related languages; shorter
 * ones collide by chance (design, "any language"). */
#define PREFIX_LETTERS 5
/* A longer string is no number or name that anyone would repeat; the rest is cut. */
#define KEY_BYTES_MAX 64

struct scan {
    const char *text;
    size_t at, end;
    via_key_fn *fn;
    void *data;
};

const char *via_key_kind_name(enum via_key_kind kind)
{
    static const char *const names[VIA_KEY_N_KINDS] = {"number", "number", "copy",
                                                       "prefix"};

    return names[kind];
}

static bool emit(const struct scan *scan, enum via_key_kind kind, char *key,
                 size_t n_bytes, size_t begin, size_t end)
{
    key[0] = (char)('0' + kind);
    return scan->fn(scan->data, &(via_key){via_hash_bytes(key, n_bytes),
                                           (uint32_t)begin, (uint32_t)end,
                                           (uint8_t)kind});
}

/* Whether a grouping or decimal mark at `at` stands between two digits; moves
 * behind it. */
static bool skip_inner_mark(struct scan *scan)
{
    size_t at = scan->at;

    if (at + 1 >= scan->end || (scan->text[at] != '.' && scan->text[at] != ','))
        return false;
    at++;
    size_t next = at;
    if (via_char_digit(via_utf8_next(scan->text, &next)) < 0)
        return false;
    scan->at = at;
    return true;
}

/* Marks are dropped and so are leading zeros: 1.506,14 and 1,506.14 and 05 and 5. */
static bool scan_number(struct scan *scan, size_t begin)
{
    char key[KEY_BYTES_MAX];
    size_t n_bytes = 1;

    scan->at = begin;
    while (scan->at < scan->end) {
        size_t next = scan->at;
        int digit = via_char_digit(via_utf8_next(scan->text, &next));

        if (digit < 0 && !skip_inner_mark(scan))
            break;
        if (digit < 0)
            continue;
        scan->at = next;
        if (n_bytes < sizeof key && (digit || n_bytes > 1))
            key[n_bytes++] = (char)('0' + digit);
    }
    bool is_small = n_bytes <= 2 || (n_bytes == 3 && key[1] == '1' && key[2] == '0');
    return emit(scan, is_small ? VIA_KEY_SMALL : VIA_KEY_NUMBER, key, n_bytes, begin,
                scan->at);
}

static bool scan_word(struct scan *scan, size_t begin)
{
    char key[KEY_BYTES_MAX];
    size_t n_bytes = 1, n_letters = 0, prefix_bytes = 0;
    bool has_upper = false, has_digit = false;

    for (scan->at = begin; scan->at < scan->end; n_letters++) {
        size_t next = scan->at;
        int32_t cp = via_utf8_next(scan->text, &next);
        via_char_class class = via_char_class_of(cp);

        if (class != VIA_CHAR_LATIN && class != VIA_CHAR_DIGIT &&
            class != VIA_CHAR_OTHER)
            break;
        has_upper |= via_char_is_upper(cp);
        has_digit |= class == VIA_CHAR_DIGIT;
        if (n_bytes + 4 <= sizeof key)
            n_bytes += via_utf8_put(via_char_fold(cp), key + n_bytes);
        if (n_letters + 1 == PREFIX_LETTERS)
            prefix_bytes = n_bytes;
        scan->at = next;
    }
    bool is_copy = (has_upper || has_digit) && n_letters > 1;
    if (is_copy && !emit(scan, VIA_KEY_COPY, key, n_bytes, begin, scan->at))
        return false;
    return !prefix_bytes ||
           emit(scan, VIA_KEY_PREFIX, key, prefix_bytes, begin, scan->at);
}

bool via_keys_find(const char *text, size_t begin, size_t end, via_key_fn *fn,
                   void *data)
{
    struct scan scan = {text, begin, end, fn, data};

    while (scan.at < end) {
        size_t from = scan.at;
        via_char_class class = via_char_class_of(via_utf8_next(text, &scan.at));
        bool goes_on = true;

        if (class == VIA_CHAR_DIGIT)
            goes_on = scan_number(&scan, from);
        else if (class == VIA_CHAR_LATIN || class == VIA_CHAR_OTHER)
            goes_on = scan_word(&scan, from);
        if (!goes_on)
            return false;
    }
    return true;
}
