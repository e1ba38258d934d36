/* Borders: how likely a sentence ends where a piece of fine cutting ends.
 *
 * The score of a border is the sum of the weights of all cues that are there:
 *
 *     … piece before          border          piece after …
 *     ^        ^     ^                        ^     ^
 *     |        |     +- before (last word),   |     +- length
 *     |        +- length      scripts         +- after (first word), signs
 *     +- start (first word, if the piece is short)
 *
 * Words are the longest ones of the table that the piece begins or ends with, since
 * the language writes no spaces between words. */
#include "segment/borders.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"
#include "text/chars.h"
#include "text/utf8.h"

/* A piece whose first word tells of the border behind it has fewer code points. */
#define SHORT_PIECE_CPS 12

#define N_STEPS_MAX 16

/* Words of one kind of cue. */
struct words {
    via_intern *table;
    float *weights; /* by the number of the word */
    size_t capacity, n_bytes_max;
};

enum { BEFORE, AFTER, START, BEFORE_TWO, AFTER_TWO, START_TWO, N_WORD_KINDS };

static const char *const word_kinds[N_WORD_KINDS] = {
    "before", "after", "start", "before-two", "after-two", "start-two"};

/* Cues that are there or not. */
enum {
    EVERY_BORDER,
    PARAGRAPH_END,
    LEFT_HAS_NO_THAI,
    RIGHT_HAS_NO_THAI,
    OPENING_QUOTE_AFTER,
    CLOSING_QUOTE_BEFORE,
    INSIDE_QUOTE,
    N_SIGNS
};

static const char *const sign_names[N_SIGNS] = {
    "every-border",      "paragraph-end",       "left-has-no-thai",
    "right-has-no-thai", "opening-quote-after", "closing-quote-before",
    "inside-quote"};

enum { THAI, LATIN, DIGIT, MARK, N_SCRIPTS };

static const char *const script_names[N_SCRIPTS] = {"thai", "latin", "digit", "mark"};

/* Weights by length: the last step that is not longer than the piece counts. */
struct steps {
    size_t len_min_cps[N_STEPS_MAX];
    float weights[N_STEPS_MAX];
    size_t n_steps;
};

struct via_borders {
    struct words words[N_WORD_KINDS];
    float signs[N_SIGNS];
    float scripts[N_SCRIPTS][N_SCRIPTS]; /* before, after */
    struct steps left, right;
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

static bool add_scripts(via_borders *borders, const char *field, float weight)
{
    size_t n_first = strcspn(field, " ");
    const char *second = field + n_first + strspn(field + n_first, " ");
    int before = find_name(field, n_first, script_names, N_SCRIPTS);
    int after = find_name(second, strlen(second), script_names, N_SCRIPTS);

    if (before < 0 || after < 0)
        return false;
    borders->scripts[before][after] = weight;
    return true;
}

/* Takes one cue; false if it is none that we know. */
static bool add_cue(via_borders *borders, const char *kind, const char *value,
                    float weight)
{
    int i = find_name(kind, strlen(kind), word_kinds, N_WORD_KINDS);

    if (i >= 0)
        return add_words(&borders->words[i], value, weight);
    if (!strcmp(kind, "left-length"))
        return add_step(&borders->left, value, weight);
    if (!strcmp(kind, "right-length"))
        return add_step(&borders->right, value, weight);
    if (!strcmp(kind, "scripts"))
        return add_scripts(borders, value, weight);

    i = strcmp(kind, "sign") ? -1
                             : find_name(value, strlen(value), sign_names, N_SIGNS);
    if (i >= 0)
        borders->signs[i] = weight;
    return i >= 0;
}

static via_status add_rows(via_borders *borders, const via_table *table, via_error *err)
{
    for (size_t i = 0; i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        double weight = 0;

        if (!via_parse_number(row->fields[2], &weight) ||
            !add_cue(borders, row->fields[0], row->fields[1], (float)weight))
            return via_fail(err, VIA_E_FORMAT,
                            "%s:%zu: expected a cue, its value and its weight",
                            via_table_path(table), row->line);
    }
    return VIA_OK;
}

via_status via_borders_load(const char *name, via_borders **out, via_error *err)
{
    via_borders *borders = calloc(1, sizeof *borders);
    via_table *table = NULL;
    via_status st = VIA_OK;

    *out = NULL;
    if (!borders)
        return via_fail_memory(err);
    for (int i = 0; i < N_WORD_KINDS; i++) {
        borders->words[i].table = via_intern_new();
        if (!borders->words[i].table)
            st = via_fail_memory(err);
    }
    if (st == VIA_OK)
        st = via_table_load(name, 3, &table, err);
    if (st == VIA_OK)
        st = add_rows(borders, table, err);
    via_table_free(table);
    if (st != VIA_OK) {
        via_borders_free(borders);
        return st;
    }
    *out = borders;
    return VIA_OK;
}

void via_borders_free(via_borders *borders)
{
    if (!borders)
        return;
    for (int i = 0; i < N_WORD_KINDS; i++) {
        via_intern_free(borders->words[i].table);
        free(borders->words[i].weights);
    }
    free(borders);
}

/* ---- Pieces -------------------------------------------------------------- */

struct piece {
    const char *bytes;
    size_t n_bytes, n_cps;
    int32_t first, last; /* code points */
    bool has_thai;
    bool is_quote_open; /* where it ends, a quote is open */
};

static bool is_quote(int32_t cp)
{
    return cp == '"' || cp == 0x201c || cp == 0x201d;
}

/* `is_open` tells whether a quote is open where the piece begins. */
static struct piece look_at(const via_doc *doc, const via_segment *seg, bool is_open)
{
    struct piece piece = {.bytes = doc->text + seg->begin,
                          .n_bytes = seg->end - seg->begin,
                          .is_quote_open = is_open};

    for (size_t at = 0; at < piece.n_bytes;) {
        int32_t cp = via_utf8_next(piece.bytes, &at);

        if (!piece.n_cps++)
            piece.first = cp;
        piece.last = cp;
        if (via_char_class_of(cp) == VIA_CHAR_THAI)
            piece.has_thai = true;
        if (is_quote(cp))
            piece.is_quote_open = cp == '"' ? !piece.is_quote_open : cp == 0x201c;
    }
    return piece;
}

static int script_of(int32_t cp)
{
    switch (via_char_class_of(cp)) {
    case VIA_CHAR_THAI:
        return THAI;
    case VIA_CHAR_DIGIT:
        return DIGIT;
    case VIA_CHAR_MARK:
    case VIA_CHAR_SPACE:
        return MARK;
    default:
        return LATIN;
    }
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* The weight of the longest word that the piece begins with. */
static float prefix_weight(const struct words *words, const struct piece *piece)
{
    size_t n =
        piece->n_bytes < words->n_bytes_max ? piece->n_bytes : words->n_bytes_max;

    for (; n > 0; n--) {
        if (n < piece->n_bytes && is_tail(piece->bytes[n]))
            continue;
        uint32_t id = via_intern_find(words->table, piece->bytes, n);
        if (id != VIA_INTERN_NONE)
            return words->weights[id];
    }
    return 0;
}

/* The weight of the longest word that the piece ends with. */
static float suffix_weight(const struct words *words, const struct piece *piece)
{
    size_t n =
        piece->n_bytes < words->n_bytes_max ? piece->n_bytes : words->n_bytes_max;
    const char *end = piece->bytes + piece->n_bytes;

    for (; n > 0; n--) {
        if (is_tail(end[-(ptrdiff_t)n]))
            continue;
        uint32_t id = via_intern_find(words->table, end - n, n);
        if (id != VIA_INTERN_NONE)
            return words->weights[id];
    }
    return 0;
}

static float step_weight(const struct steps *steps, size_t n_cps)
{
    float weight = 0;

    for (size_t i = 0; i < steps->n_steps && n_cps >= steps->len_min_cps[i]; i++)
        weight = steps->weights[i];
    return weight;
}

/* ---- Scoring ------------------------------------------------------------- */

static float left_score(const via_borders *borders, const struct piece *left)
{
    float score = step_weight(&borders->left, left->n_cps);

    score += suffix_weight(&borders->words[BEFORE], left);
    score += suffix_weight(&borders->words[BEFORE_TWO], left);
    if (left->n_cps < SHORT_PIECE_CPS) {
        score += prefix_weight(&borders->words[START], left);
        score += prefix_weight(&borders->words[START_TWO], left);
    }
    if (!left->has_thai)
        score += borders->signs[LEFT_HAS_NO_THAI];
    if (is_quote(left->last) && !left->is_quote_open)
        score += borders->signs[CLOSING_QUOTE_BEFORE];
    if (left->is_quote_open)
        score += borders->signs[INSIDE_QUOTE];
    return score;
}

static float right_score(const via_borders *borders, const struct piece *left,
                         const struct piece *right)
{
    float score = step_weight(&borders->right, right->n_cps);

    score += prefix_weight(&borders->words[AFTER], right);
    score += prefix_weight(&borders->words[AFTER_TWO], right);
    if (!right->has_thai)
        score += borders->signs[RIGHT_HAS_NO_THAI];
    if (right->first == 0x201c || (right->first == '"' && !left->is_quote_open))
        score += borders->signs[OPENING_QUOTE_AFTER];
    return score;
}

void via_borders_score(const via_borders *borders, const via_doc *doc,
                       via_segment *segs, size_t n_segs)
{
    struct piece left = {0};

    for (size_t i = 0; i < n_segs; i++) {
        if (i == 0)
            left = look_at(doc, &segs[0], false);

        float score = borders->signs[EVERY_BORDER] + left_score(borders, &left);
        if (segs[i].ends_block)
            score += borders->signs[PARAGRAPH_END];
        if (i + 1 < n_segs) {
            bool is_open = left.is_quote_open && !segs[i].ends_block;
            struct piece right = look_at(doc, &segs[i + 1], is_open);
            score += right_score(borders, &left, &right);
            score += borders->scripts[script_of(left.last)][script_of(right.first)];
            left = right;
        }
        segs[i].border_score = score;
    }
}
