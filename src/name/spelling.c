/* Spelling: rules that read letters as sounds, the longest first. */
#include "name/spelling.h"

#include "base/status.h"
#include "io/table.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Rules are looked up by their first letter: 128 lists are one for each letter of
 * Latin, of Thai and of katakana. */
#define N_LISTS 128

struct via_spelling {
    via_rule *rules; /* by list, then longest first */
    size_t n_rules;
    size_t list_begin[N_LISTS + 1];
};

void via_spelling_free(via_spelling *spelling)
{
    if (!spelling)
        return;
    free(spelling->rules);
    free(spelling);
}

static size_t list_of(const char *text, size_t at)
{
    return (size_t)via_utf8_next(text, &at) % N_LISTS;
}

static unsigned find_kind(const char *name)
{
    static const char *const names[] = {"any",   "first", "last",  "initial",
                                        "plain", "vowel", "final", "frame"};

    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0)
            return 1u << i;
    }
    return 0;
}

static bool take_rule(via_rule *rule, via_sounds *sounds, const via_row *row)
{
    size_t n_bytes = strlen(row->fields[1]), bad_at;
    int n_sounds =
        via_sounds_parse(sounds, row->fields[2], rule->sounds, VIA_RULE_SOUNDS_MAX);

    rule->kind = (uint8_t)find_kind(row->fields[0]);
    if (!rule->kind || n_sounds < 0 || !n_bytes || n_bytes > sizeof rule->letters ||
        !via_utf8_check(row->fields[1], n_bytes, &bad_at))
        return false;
    memcpy(rule->letters, row->fields[1], n_bytes);
    rule->n_bytes = (uint8_t)n_bytes;
    rule->n_sounds = (uint8_t)n_sounds;
    return true;
}

static int compare_rules(const void *a, const void *b)
{
    const via_rule *left = a, *right = b;
    size_t left_list = list_of(left->letters, 0);
    size_t right_list = list_of(right->letters, 0);

    if (left_list != right_list)
        return left_list < right_list ? -1 : 1;
    if (left->n_bytes != right->n_bytes)
        return left->n_bytes > right->n_bytes ? -1 : 1;
    int order = memcmp(left->letters, right->letters, left->n_bytes);
    /* The end of a word goes before its beginning, and both before anywhere. */
    return order ? order : (right->kind > left->kind) - (right->kind < left->kind);
}

static void make_lists(via_spelling *spelling)
{
    qsort(spelling->rules, spelling->n_rules, sizeof *spelling->rules, compare_rules);
    for (size_t i = 0; i < spelling->n_rules; i++)
        spelling->list_begin[list_of(spelling->rules[i].letters, 0) + 1]++;
    for (size_t list = 0; list < N_LISTS; list++)
        spelling->list_begin[list + 1] += spelling->list_begin[list];
}

static via_status take_rows(via_spelling *spelling, const via_table *table,
                            via_sounds *sounds, via_error *err)
{
    for (size_t i = 0; i < spelling->n_rules; i++) {
        const via_row *row = via_table_row(table, i);

        if (!take_rule(&spelling->rules[i], sounds, row))
            return via_fail(err, VIA_E_FORMAT,
                            "%s:%zu: expected a kind of rule, letters and at most %d "
                            "sounds",
                            via_table_path(table), row->line, VIA_RULE_SOUNDS_MAX);
    }
    make_lists(spelling);
    return VIA_OK;
}

via_status via_spelling_load(const char *path, via_sounds *sounds, via_spelling **out,
                             via_error *err)
{
    via_table *table = NULL;
    via_spelling *spelling = NULL;

    *out = NULL;
    via_status st = via_table_load(path, 3, &table, err);
    if (st != VIA_OK)
        return st;
    spelling = calloc(1, sizeof *spelling);
    if (spelling) {
        spelling->n_rules = via_table_n_rows(table);
        spelling->rules = calloc(spelling->n_rules + 1, sizeof *spelling->rules);
    }
    st = spelling && spelling->rules ? take_rows(spelling, table, sounds, err)
                                     : via_fail_memory(err);
    via_table_free(table);
    if (st == VIA_OK)
        *out = spelling;
    else
        via_spelling_free(spelling);
    return st;
}

static bool fits(const via_rule *rule, unsigned kinds, const char *text, size_t at,
                 size_t end)
{
    if (!(rule->kind & kinds) || at + rule->n_bytes > end)
        return false;
    if (rule->kind == VIA_RULE_LAST && at + rule->n_bytes != end)
        return false;
    return memcmp(rule->letters, text + at, rule->n_bytes) == 0;
}

const via_rule *via_spelling_find(const via_spelling *spelling, unsigned kinds,
                                  const char *text, size_t at, size_t end)
{
    size_t list = list_of(text, at);

    for (size_t i = spelling->list_begin[list]; i < spelling->list_begin[list + 1];
         i++) {
        if (fits(&spelling->rules[i], kinds, text, at, end))
            return &spelling->rules[i];
    }
    return NULL;
}

const via_rule *via_spelling_exact(const via_spelling *spelling, unsigned kinds,
                                   const char *letters, size_t n_bytes)
{
    size_t list = n_bytes ? list_of(letters, 0) : 0;

    for (size_t i = spelling->list_begin[list]; i < spelling->list_begin[list + 1];
         i++) {
        const via_rule *rule = &spelling->rules[i];

        if (rule->n_bytes == n_bytes && fits(rule, kinds, letters, 0, n_bytes))
            return rule;
    }
    return NULL;
}
