/* Furniture: what gives away that an element or a line is no part of an article.
 *
 * The words are data. Lines are compared by their keys: "Bình luận (12)" and
 * "BÌNH LUẬN: 3" are both "bình luận #". */
#include "page/furniture.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"
#include "text/chars.h"
#include "text/lower.h"
#include "text/utf8.h"

/* The longest run of words that a name is looked up by. */
#define NAME_WORDS_MAX 3

/* A line that begins like furniture and is longer is text. Chosen, not tuned. */
#define START_LINE_BYTES ((size_t)240)

#define COPYRIGHT  0xa9
#define WIDE_COLON 0xff1a

enum what { NAME, LINE, START, LABEL, SECTION, SHARE, N_WHATS };

static const char *const WHATS[] = {"name",  "line",    "start",
                                    "label", "section", "share"};

/* "article" is no reason, and stands behind them. */
#define ARTICLE VIA_FURNITURE_N

static const char *const REASONS[] = {
    "none", "navigation", "links",   "related", "share",  "comments", "tags",
    "ad",   "legal",      "control", "outside", "hidden", "file",     "article",
};

struct via_furniture_rules {
    via_intern *texts[N_WHATS];
    unsigned char *reasons[N_WHATS]; /* by the number of the text */
    size_t start_bytes_max;
};

const char *via_furniture_name(via_furniture reason)
{
    return REASONS[reason];
}

/* ---- Keys ---------------------------------------------------------------- */

void via_line_key(const char *text, size_t n_bytes, via_buffer *key)
{
    size_t begin = key->n_bytes;
    bool is_gap = false, is_number = false;

    for (size_t at = 0; at < n_bytes;) {
        int32_t cp = via_utf8_next(text, &at);
        via_char_class class = via_char_class_of(cp);
        bool is_digit = class == VIA_CHAR_DIGIT || cp == '#';
        bool is_sign = cp == COPYRIGHT;

        if (class == VIA_CHAR_SPACE ||
            (class == VIA_CHAR_MARK && !is_digit && !is_sign)) {
            is_gap = true;
            continue;
        }
        if (is_digit && is_number && key->n_bytes > begin) {
            is_gap = false;
            continue;
        }
        if (is_gap || is_digit != is_number) {
            if (key->n_bytes > begin)
                via_buffer_append_char(key, ' ');
        }
        is_gap = is_sign;
        is_number = is_digit;
        if (is_digit)
            via_buffer_append_char(key, '#');
        else if (via_buffer_reserve(key, 4))
            key->n_bytes += via_utf8_put(via_char_lower(cp), key->bytes + key->n_bytes);
    }
}

/* ---- Loading ------------------------------------------------------------- */

static int find_word(const char *word, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++) {
        if (strcmp(word, words[i]) == 0)
            return (int)i;
    }
    return -1;
}

static via_status add_text(via_furniture_rules *rules, enum what what, const char *text,
                           int reason, via_error *err)
{
    via_buffer key = VIA_BUFFER_INIT;
    uint32_t id = VIA_INTERN_NONE;

    if (what == NAME)
        via_buffer_append_text(&key, text);
    else
        via_line_key(text, strlen(text), &key);
    if (via_buffer_text(&key))
        id = via_intern_add(rules->texts[what], key.bytes, key.n_bytes);
    if (what == START && key.n_bytes > rules->start_bytes_max)
        rules->start_bytes_max = key.n_bytes;
    via_buffer_clear(&key);
    if (id == VIA_INTERN_NONE)
        return via_fail_memory(err);
    rules->reasons[what][id] = (unsigned char)reason;
    return VIA_OK;
}

static via_status add_row(via_furniture_rules *rules, const via_table *table,
                          const via_row *row, via_error *err)
{
    int what = find_word(row->fields[0], WHATS, N_WHATS);
    int reason = VIA_FURNITURE_SHARE;

    if (what < 0)
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected name, line, start, label, section or share",
                        via_table_path(table), row->line);
    if (what != SHARE)
        reason = row->n_fields > 2 ? find_word(row->fields[2], REASONS,
                                               sizeof REASONS / sizeof *REASONS)
                                   : -1;
    if (reason <= VIA_FURNITURE_NONE || (reason == ARTICLE && what != NAME))
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a reason",
                        via_table_path(table), row->line);
    return add_text(rules, (enum what)what, row->fields[1], reason, err);
}

static via_status fill(via_furniture_rules *rules, const via_table *table,
                       via_error *err)
{
    size_t n_rows = via_table_n_rows(table);
    via_status st = VIA_OK;

    for (size_t i = 0; i < N_WHATS; i++) {
        rules->texts[i] = via_intern_new();
        rules->reasons[i] = calloc(n_rows + 1, 1);
        if (!rules->texts[i] || !rules->reasons[i])
            return via_fail_memory(err);
    }
    for (size_t i = 0; st == VIA_OK && i < n_rows; i++)
        st = add_row(rules, table, via_table_row(table, i), err);
    return st;
}

via_status via_furniture_load(via_furniture_rules **out, via_error *err)
{
    via_furniture_rules *rules = calloc(1, sizeof *rules);
    via_table *table = NULL;
    via_status st;

    *out = NULL;
    if (!rules)
        return via_fail_memory(err);
    st = via_table_load("furniture.tsv", 2, &table, err);
    if (st == VIA_OK)
        st = fill(rules, table, err);
    via_table_free(table);
    if (st != VIA_OK) {
        via_furniture_free(rules);
        return st;
    }
    *out = rules;
    return VIA_OK;
}

void via_furniture_free(via_furniture_rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < N_WHATS; i++) {
        via_intern_free(rules->texts[i]);
        free(rules->reasons[i]);
    }
    free(rules);
}

/* ---- Asking -------------------------------------------------------------- */

/* Returns the reason that a text stands for, or VIA_FURNITURE_NONE. */
static int look_up(const via_furniture_rules *rules, enum what what, const char *text,
                   size_t n_bytes)
{
    uint32_t id = via_intern_find(rules->texts[what], text, n_bytes);

    return id == VIA_INTERN_NONE ? VIA_FURNITURE_NONE : rules->reasons[what][id];
}

via_giveaway via_furniture_of_names(const via_furniture_rules *rules, const char *words)
{
    via_giveaway found = {VIA_FURNITURE_NONE, false, false};

    for (const char *begin = words; begin; begin = strchr(begin, ' ')) {
        const char *end = begin += *begin == ' ';

        for (int n = 0; n < NAME_WORDS_MAX && *end != '.'; n++) {
            end += strcspn(end, " ");
            int reason = look_up(rules, NAME, begin, (size_t)(end - begin));

            if (reason == ARTICLE)
                found.is_article = true;
            else if (reason != VIA_FURNITURE_NONE)
                found.reason = (via_furniture)reason;
            if (!*end)
                break;
            end++;
        }
    }
    return found;
}

/* Whether there are several words, and each is one of share bars. */
static bool is_share_bar(const via_furniture_rules *rules, const char *key)
{
    const char *word = key;
    size_t n_words = 0;

    for (; *word; n_words++) {
        size_t n_bytes = strcspn(word, " ");

        if (look_up(rules, SHARE, word, n_bytes) == VIA_FURNITURE_NONE)
            return false;
        word += n_bytes;
        word += *word == ' ';
    }
    return n_words > 1;
}

/* Looks for the longest beginning, up to the end of a word, that the rules know. */
static int look_up_start(const via_furniture_rules *rules, const char *key,
                         size_t n_bytes)
{
    size_t at = n_bytes < rules->start_bytes_max ? n_bytes : rules->start_bytes_max;

    for (; at > 0; at--) {
        bool is_end = at == n_bytes || key[at] == ' ';
        int reason = is_end ? look_up(rules, START, key, at) : VIA_FURNITURE_NONE;

        if (reason != VIA_FURNITURE_NONE)
            return reason;
    }
    return VIA_FURNITURE_NONE;
}

/* Looks for what stands before the first colon. */
static int look_up_label(const via_furniture_rules *rules, const char *text,
                         size_t n_bytes)
{
    via_buffer key = VIA_BUFFER_INIT;
    int reason = VIA_FURNITURE_NONE;

    for (size_t at = 0; at < n_bytes;) {
        size_t end = at;
        int32_t cp = via_utf8_next(text, &at);

        if (cp != ':' && cp != WIDE_COLON)
            continue;
        via_line_key(text, end, &key);
        if (via_buffer_text(&key))
            reason = look_up(rules, LABEL, key.bytes, key.n_bytes);
        break;
    }
    via_buffer_clear(&key);
    return reason;
}

via_giveaway via_furniture_of_line(const via_furniture_rules *rules, const char *text,
                                   size_t n_bytes)
{
    via_giveaway found = {VIA_FURNITURE_NONE, false, false};
    via_buffer key = VIA_BUFFER_INIT;

    if (n_bytes > START_LINE_BYTES)
        return found;
    via_line_key(text, n_bytes, &key);
    if (via_buffer_text(&key)) {
        found.reason = (via_furniture)look_up(rules, SECTION, key.bytes, key.n_bytes);
        found.is_section = found.reason != VIA_FURNITURE_NONE;
        if (!found.is_section)
            found.reason = (via_furniture)look_up(rules, LINE, key.bytes, key.n_bytes);
        if (!found.reason && is_share_bar(rules, key.bytes))
            found.reason = VIA_FURNITURE_SHARE;
        if (!found.reason)
            found.reason = (via_furniture)look_up_start(rules, key.bytes, key.n_bytes);
        if (!found.reason)
            found.reason = (via_furniture)look_up_label(rules, text, n_bytes);
    }
    via_buffer_clear(&key);
    return found;
}
