/* Cues: what tells that a sentence ends, and how much each counts. */
#include "segment/cues.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"

#define N_STEPS_MAX 16

static const char *const word_kinds[VIA_CUE_N_WORDS] = {
    "before", "after", "start", "before-two", "after-two", "start-two"};

static const char *const sign_names[VIA_CUE_N_SIGNS] = {
    "every-border",      "paragraph-end",       "left-has-no-thai",
    "right-has-no-thai", "opening-quote-after", "closing-quote-before",
    "inside-quote"};

static const char *const script_names[VIA_CUE_N_SCRIPTS] = {"thai", "latin", "digit",
                                                            "mark"};

/* Words of one kind of cue. */
struct words {
    via_intern *table;
    float *weights; /* by the number of the word */
    size_t capacity, n_bytes_max;
};

/* Weights by length: the last step that is not longer than the piece counts. */
struct steps {
    size_t len_min_cps[N_STEPS_MAX];
    float weights[N_STEPS_MAX];
    size_t n_steps;
};

struct via_cues {
    struct words words[VIA_CUE_N_WORDS];
    float signs[VIA_CUE_N_SIGNS];
    float scripts[VIA_CUE_N_SCRIPTS][VIA_CUE_N_SCRIPTS]; /* before, after */
    struct steps lengths[2];                             /* left, right */
};

/* ---- Loading ------------------------------------------------------------- */

static int find_name(const char *name, size_t n_bytes, const char *const *names,
                     int n_names)
{
    for (int i = 0; i < n_names; i++) {
        if (strlen(names[i]) == n_bytes && !memcmp(names[i], name, n_bytes))
            return i;
    }
    return -1;
}

static bool add_word(struct words *words, const char *word, size_t n_bytes,
                     float weight)
{
    uint32_t id = via_intern_add(words->table, word, n_bytes);

    if (id == VIA_INTERN_NONE)
        return false;
    if (id >= words->capacity) {
        size_t capacity = words->capacity ? words->capacity * 2 : 256;
        float *weights = realloc(words->weights, capacity * sizeof *weights);

        if (!weights)
            return false;
        memset(weights + words->capacity, 0,
               (capacity - words->capacity) * sizeof *weights);
        words->weights = weights;
        words->capacity = capacity;
    }
    words->weights[id] += weight;
    if (n_bytes > words->n_bytes_max)
        words->n_bytes_max = n_bytes;
    return true;
}

/* Adds all words of a field, which stand between spaces. */
static bool add_words(struct words *words, const char *field, float weight)
{
    while (*field) {
        size_t n_bytes = strcspn(field, " ");
        if (n_bytes && !add_word(words, field, n_bytes, weight))
            return false;
        field += n_bytes;
        field += strspn(field, " ");
    }
    return true;
}

static bool add_step(struct steps *steps, const char *field, float weight)
{
    double len_cps = 0;
    size_t n = steps->n_steps;

    if (!via_parse_number(field, &len_cps) || len_cps < 0 || n == N_STEPS_MAX)
        return false;
    steps->len_min_cps[n] = (size_t)len_cps;
    steps->weights[n] = weight;
    steps->n_steps++;
    return n == 0 || steps->len_min_cps[n] > steps->len_min_cps[n - 1];
}

static bool add_scripts(via_cues *cues, const char *field, float weight)
{
    size_t n_first = strcspn(field, " ");
    const char *second = field + n_first + strspn(field + n_first, " ");
    int before = find_name(field, n_first, script_names, VIA_CUE_N_SCRIPTS);
    int after = find_name(second, strlen(second), script_names, VIA_CUE_N_SCRIPTS);

    if (before < 0 || after < 0)
        return false;
    cues->scripts[before][after] = weight;
    return true;
}

/* Takes one cue; false if it is none that we know. */
static bool add_cue(via_cues *cues, const char *kind, const char *value, float weight)
{
    int i = find_name(kind, strlen(kind), word_kinds, VIA_CUE_N_WORDS);

    if (i >= 0)
        return add_words(&cues->words[i], value, weight);
    if (!strcmp(kind, "left-length"))
        return add_step(&cues->lengths[VIA_CUE_LEFT], value, weight);
    if (!strcmp(kind, "right-length"))
        return add_step(&cues->lengths[VIA_CUE_RIGHT], value, weight);
    if (!strcmp(kind, "scripts"))
        return add_scripts(cues, value, weight);

    i = strcmp(kind, "sign")
            ? -1
            : find_name(value, strlen(value), sign_names, VIA_CUE_N_SIGNS);
    if (i >= 0)
        cues->signs[i] = weight;
    return i >= 0;
}

static via_status add_rows(via_cues *cues, const via_table *table, via_error *err)
{
    for (size_t i = 0; i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        double weight = 0;

        if (!via_parse_number(row->fields[2], &weight) ||
            !add_cue(cues, row->fields[0], row->fields[1], (float)weight))
            return via_fail(err, VIA_E_FORMAT,
                            "%s:%zu: expected a cue, its value and its weight",
                            via_table_path(table), row->line);
    }
    return VIA_OK;
}

via_status via_cues_load(const char *name, via_cues **out, via_error *err)
{
    via_cues *cues = calloc(1, sizeof *cues);
    via_table *table = NULL;
    via_status st = VIA_OK;

    *out = NULL;
    if (!cues)
        return via_fail_memory(err);
    for (int i = 0; i < VIA_CUE_N_WORDS; i++) {
        cues->words[i].table = via_intern_new();
        if (!cues->words[i].table)
            st = via_fail_memory(err);
    }
    if (st == VIA_OK)
        st = via_table_load(name, 3, &table, err);
    if (st == VIA_OK)
        st = add_rows(cues, table, err);
    via_table_free(table);
    if (st != VIA_OK) {
        via_cues_free(cues);
        return st;
    }
    *out = cues;
    return VIA_OK;
}

void via_cues_free(via_cues *cues)
{
    if (!cues)
        return;
    for (int i = 0; i < VIA_CUE_N_WORDS; i++) {
        via_intern_free(cues->words[i].table);
        free(cues->words[i].weights);
    }
    free(cues);
}

/* ---- Asking -------------------------------------------------------------- */

float via_cues_sign(const via_cues *cues, int sign)
{
    return cues->signs[sign];
}

float via_cues_scripts(const via_cues *cues, int before, int after)
{
    return cues->scripts[before][after];
}

float via_cues_length(const via_cues *cues, int side, size_t n_cps)
{
    const struct steps *steps = &cues->lengths[side];
    float weight = 0;

    for (size_t i = 0; i < steps->n_steps && n_cps >= steps->len_min_cps[i]; i++)
        weight = steps->weights[i];
    return weight;
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

float via_cues_prefix(const via_cues *cues, int kind, const char *bytes, size_t n_bytes)
{
    const struct words *words = &cues->words[kind];

    for (size_t n = smaller(n_bytes, words->n_bytes_max); n > 0; n--) {
        if (n < n_bytes && is_tail(bytes[n]))
            continue;
        uint32_t id = via_intern_find(words->table, bytes, n);
        if (id != VIA_INTERN_NONE)
            return words->weights[id];
    }
    return 0;
}

float via_cues_suffix(const via_cues *cues, int kind, const char *bytes, size_t n_bytes)
{
    const struct words *words = &cues->words[kind];
    const char *end = bytes + n_bytes;

    for (size_t n = smaller(n_bytes, words->n_bytes_max); n > 0; n--) {
        if (is_tail(*(end - n)))
            continue;
        uint32_t id = via_intern_find(words->table, end - n, n);
        if (id != VIA_INTERN_NONE)
            return words->weights[id];
    }
    return 0;
}
