/* Keys: what a segment holds that is the same in every language, as small hashes.
 *
 * Numbers, percents, ordinals and years share one space of values: languages say
 * "14th", "lần thứ 14", "ปี 2566" and "2023" in each other's place. A date gives a key
 * for each part that may stand alone on the other side. */
#include "evidence/keys.h"

#include "base/intern.h"
#include "evidence/copies.h"

#include <stdio.h>
#include <string.h>

struct telling {
    via_key_fn *fn;
    via_mention_fn *name_fn;
    void *data;
};

static bool tell(const struct telling *to, const via_mention *mention,
                 enum via_key_kind kind, char space, const char *value, size_t n_bytes)
{
    char key[VIA_MENTION_VALUE_BYTES + 1];

    key[0] = space;
    memcpy(key + 1, value, n_bytes);
    return to->fn(to->data, &(via_key){via_hash_bytes(key, n_bytes + 1),
                                       (uint32_t)mention->begin, (uint32_t)mention->end,
                                       (uint8_t)kind, (uint8_t)mention->kind});
}

static bool tell_number(const struct telling *to, const via_mention *mention,
                        const char *value, size_t n_bytes)
{
    bool is_small = n_bytes == 1 || (n_bytes == 2 && memcmp(value, "10", 2) == 0);

    return tell(to, mention, is_small ? VIA_KEY_SMALL : VIA_KEY_NUMBER, 'n', value,
                n_bytes);
}

/* "2024-07-18", "2024-07", "2024", "--07-18", "--07". */
static bool tell_date(const struct telling *to, const via_mention *mention)
{
    const char *value = mention->value;
    size_t n_bytes = strlen(value);
    bool has_year = value[0] != '-' && n_bytes >= 4;
    const char *rest = value + (has_year ? 4 : 1); /* "-07-18", "-07" or "" */
    size_t n_rest = n_bytes - (size_t)(rest - value);

    if (has_year && !tell_number(to, mention, value, 4))
        return false;
    if (n_rest >= 3 && !tell(to, mention, VIA_KEY_SMALL, 'm', rest + 1, 2))
        return false;
    return n_rest < 6 || tell(to, mention, VIA_KEY_NUMBER, 'd', rest + 1, 5);
}

/* "month/7" is the month of a date. */
static bool tell_term(const struct telling *to, const via_mention *mention)
{
    const char *value = mention->value;
    char month[3] = "00";

    if (strncmp(value, "month/", 6) != 0)
        return tell(to, mention, VIA_KEY_TERM, 'T', value, strlen(value));
    size_t n_digits = strlen(value + 6);
    if (n_digits < 1 || n_digits > 2)
        return true;
    memcpy(month + 2 - n_digits, value + 6, n_digits);
    return tell(to, mention, VIA_KEY_SMALL, 'm', month, 2);
}

static bool take_mention(void *data, const via_mention *mention)
{
    const struct telling *to = data;
    size_t n_bytes = strlen(mention->value);

    switch (mention->kind) {
    case VIA_MENTION_NUMBER:
    case VIA_MENTION_PERCENT:
    case VIA_MENTION_ORDINAL:
        return tell_number(to, mention, mention->value, n_bytes);
    case VIA_MENTION_DATE:
        return tell_date(to, mention);
    case VIA_MENTION_TIME:
        return tell(to, mention, VIA_KEY_NUMBER, 't', mention->value, n_bytes);
    case VIA_MENTION_TERM:
        return tell_term(to, mention);
    case VIA_MENTION_NAME:
        return to->name_fn(to->data, mention);
    default:
        return tell(to, mention, VIA_KEY_COPY, 'c', mention->value, n_bytes);
    }
}

static bool take_prefix(void *data, const via_mention *mention)
{
    return tell(data, mention, VIA_KEY_PREFIX, 'p', mention->value,
                strlen(mention->value));
}

bool via_keys_find(const via_finder *finder, const char *text, size_t begin, size_t end,
                   via_key_fn *fn, via_mention_fn *name_fn, void *data)
{
    struct telling to = {fn, name_fn, data};

    return via_finder_find(finder, text, begin, end, take_mention, &to) &&
           via_stems_find(text, begin, end, take_prefix, &to);
}
