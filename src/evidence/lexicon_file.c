/* Lexicon file: a lexicon as lines of text that a person can read. */
#include "evidence/lexicon_file.h"

#include "base/status.h"
#include "io/number.h"
#include "io/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Counts are expectations; a hundredth of a token is noise. */
#define N_DECIMALS 2
/* Larger counts are a broken file. */
#define NUMBER_MAX 1e12
/* A token counts as seen so often at least. */
#define SEEN_MIN 0.01

/* ---- Writing ------------------------------------------------------------- */

/* An entry on its way out. */
struct choice {
    const char *src, *tgt; /* spellings */
    uint32_t src_id;
    const via_lexicon_entry *entry;
    double worth; /* nats that it explains */
};

static const char *spell(const via_lexicon *lexicon, const via_spellings *spellings,
                         int side, uint32_t id)
{
    size_t n_bytes;
    uint64_t hash;

    memcpy(&hash, via_intern_text(lexicon->ids[side], id, &n_bytes), sizeof hash);
    return via_spellings_of(spellings, hash);
}

static int compare_worth(const void *a, const void *b)
{
    const struct choice *left = a, *right = b;
    int order;

    if (left->worth != right->worth)
        return left->worth > right->worth ? -1 : 1;
    order = strcmp(left->src, right->src);
    return order ? order : strcmp(left->tgt, right->tgt);
}

static int compare_spelling(const void *a, const void *b)
{
    const struct choice *left = a, *right = b;
    int order = strcmp(left->src, right->src);

    return order ? order : strcmp(left->tgt, right->tgt);
}

static double worth_of(const via_lexicon_entry *entry)
{
    double worth = 0.0;

    for (int from = 0; from < 2; from++) {
        if (entry->ratios[from] > 1.0f)
            worth += entry->counts[from] * log(entry->ratios[from]);
    }
    return worth;
}

/* Lists the entries that are worth anything, the best first, then by spelling. */
static struct choice *choose(const via_lexicon *lexicon, const via_spellings *spellings,
                             size_t n_max, size_t *n_chosen)
{
    size_t n_src = via_intern_count(lexicon->ids[0]), n = 0;
    struct choice *list = malloc((lexicon->row_begin[n_src] + 1) * sizeof *list);

    for (uint32_t s = 0; list && s < n_src; s++) {
        const char *src = spell(lexicon, spellings, 0, s);

        for (size_t k = lexicon->row_begin[s]; src && k < lexicon->row_begin[s + 1];
             k++) {
            const via_lexicon_entry *entry = &lexicon->rows[k];
            const char *tgt = spell(lexicon, spellings, 1, entry->tgt);
            double worth = worth_of(entry);

            if (tgt && worth > 0.0 && !via_lexicon_is_weak(lexicon, s, entry))
                list[n++] = (struct choice){src, tgt, s, entry, worth};
        }
    }
    if (list && n)
        qsort(list, n, sizeof *list, compare_worth);
    n = n < n_max ? n : n_max;
    if (list && n)
        qsort(list, n, sizeof *list, compare_spelling);
    *n_chosen = n;
    return list;
}

static void append_numbers(via_buffer *out, double a, double b)
{
    via_append_decimal(out, a, N_DECIMALS);
    via_buffer_append_char(out, '\t');
    via_append_decimal(out, b, N_DECIMALS);
    via_buffer_append_char(out, '\n');
}

static void print_token(const char *kind, const char *token,
                        const via_lexicon_token *of, double n_all, via_buffer *out)
{
    via_buffer_format(out, "%s\t%s\t", kind, token);
    append_numbers(out, of->share * n_all, of->known);
}

static void print_targets(const via_lexicon *lexicon, const via_spellings *spellings,
                          const struct choice *list, size_t n, bool *is_used,
                          via_buffer *out)
{
    for (size_t k = 0; k < n; k++)
        is_used[list[k].entry->tgt] = true;
    for (uint32_t t = 0; t < via_intern_count(lexicon->ids[1]); t++) {
        if (is_used[t])
            print_token("target", spell(lexicon, spellings, 1, t),
                        &lexicon->tokens[1][t], lexicon->n_all[1], out);
    }
}

via_status via_lexicon_print(const via_lexicon *lexicon, const via_spellings *spellings,
                             size_t n_pairs_max, via_buffer *out, via_error *err)
{
    size_t n;
    struct choice *list = choose(lexicon, spellings, n_pairs_max, &n);
    bool *is_used = calloc(via_intern_count(lexicon->ids[1]) + 1, sizeof *is_used);

    if (list && is_used) {
        via_buffer_append_text(out, "all\t");
        append_numbers(out, lexicon->n_all[0], lexicon->n_all[1]);
        print_targets(lexicon, spellings, list, n, is_used, out);
    }
    for (size_t k = 0; list && is_used && k < n; k++) {
        if (k == 0 || list[k].src_id != list[k - 1].src_id)
            print_token("source", list[k].src, &lexicon->tokens[0][list[k].src_id],
                        lexicon->n_all[0], out);
        via_buffer_format(out, "pair\t%s\t", list[k].tgt);
        append_numbers(out, list[k].entry->counts[0], list[k].entry->counts[1]);
    }
    bool is_well = list && is_used && !out->has_failed;
    free(list);
    free(is_used);
    return is_well ? VIA_OK : via_fail_memory(err);
}

/* ---- Reading ------------------------------------------------------------- */

struct pair_read {
    uint32_t ids[2];
    float counts[2];
};

struct via_lexicon_lines {
    bool is_turned;
    via_spellings *spellings;
    via_intern *ids[2];   /* of the file: its source, its target */
    via_buffer tokens[2]; /* via_lexicon_token; share is a number of tokens */
    via_buffer paired;    /* by target: how many sources there were at its last pair */
    via_buffer pairs;     /* struct pair_read */
    double n_all[2];
    bool has_any;
};

via_lexicon_lines *via_lexicon_lines_new(bool is_turned, via_spellings *spellings)
{
    via_lexicon_lines *lines = calloc(1, sizeof *lines);

    for (int side = 0; lines && side < 2; side++)
        lines->ids[side] = via_intern_new();
    if (lines && (!lines->ids[0] || !lines->ids[1])) {
        via_lexicon_lines_free(lines);
        return NULL;
    }
    if (lines) {
        lines->is_turned = is_turned;
        lines->spellings = spellings;
    }
    return lines;
}

void via_lexicon_lines_free(via_lexicon_lines *lines)
{
    if (!lines)
        return;
    for (int side = 0; side < 2; side++) {
        via_intern_free(lines->ids[side]);
        via_buffer_clear(&lines->tokens[side]);
    }
    via_buffer_clear(&lines->paired);
    via_buffer_clear(&lines->pairs);
    free(lines);
}

/* A token and two numbers of at least 0. */
struct fields {
    const char *token;
    size_t n_token_bytes;
    double numbers[2];
};

/* Powers of ten that a double holds exactly, as it does whole numbers of so many
 * digits: their quotient is rounded once, and so what strtod() says. */
#define EXACT_DIGITS 15

/* Reads "12.34" and the like; false if a number is written in any other way, which says
 * nothing of whether it is one. */
static bool read_plain(const char *at, size_t n_bytes, double *out)
{
    static const double powers[EXACT_DIGITS + 1] = {1e0,  1e1,  1e2,  1e3, 1e4,  1e5,
                                                    1e6,  1e7,  1e8,  1e9, 1e10, 1e11,
                                                    1e12, 1e13, 1e14, 1e15};
    uint64_t digits = 0;
    size_t n_digits = 0, n_decimals = 0;
    bool has_point = false;

    for (size_t k = 0; k < n_bytes; k++) {
        if (at[k] == '.' && !has_point && n_digits > 0) {
            has_point = true;
            continue;
        }
        if (at[k] < '0' || at[k] > '9' || ++n_digits > EXACT_DIGITS)
            return false;
        digits = 10 * digits + (uint64_t)(at[k] - '0');
        n_decimals += has_point;
    }
    *out = (double)digits / powers[n_decimals];
    return n_digits > 0 && (!has_point || n_decimals > 0);
}

static bool read_number(const char *at, size_t n_bytes, double *out)
{
    char field[32];

    if (read_plain(at, n_bytes, out))
        return true;
    if (n_bytes >= sizeof field)
        return false;
    memcpy(field, at, n_bytes);
    field[n_bytes] = '\0';
    return via_parse_number(field, out);
}

/* Reads `n_fields` numbers between tabs. */
static bool read_numbers(const char *at, double *out, size_t n_fields)
{
    for (size_t k = 0; k < n_fields; k++) {
        size_t n_bytes = strcspn(at, "\t");

        if (n_bytes == 0 || at[n_bytes] != "\t"[k + 1 == n_fields] ||
            !read_number(at, n_bytes, &out[k]) || out[k] < 0.0 || out[k] > NUMBER_MAX)
            return false;
        at += n_bytes + 1;
    }
    return true;
}

static bool read_fields(const char *rest, struct fields *out)
{
    out->token = rest;
    out->n_token_bytes = strcspn(rest, "\t");
    return out->n_token_bytes && rest[out->n_token_bytes] &&
           read_numbers(rest + out->n_token_bytes + 1, out->numbers, 2);
}

static bool add_token(via_lexicon_lines *lines, int side, const struct fields *fields)
{
    uint64_t hash = via_hash_bytes(fields->token, fields->n_token_bytes);
    via_lexicon_token token = {.known = (float)fields->numbers[1],
                               .share = (float)fields->numbers[0]};
    size_t n_before = via_intern_count(lines->ids[side]), never = 0;

    if (lines->n_all[0] == 0.0 ||
        via_intern_add(lines->ids[side], (const char *)&hash, sizeof hash) != n_before)
        return false;
    if (lines->spellings && !via_spellings_add_token(lines->spellings, fields->token,
                                                     fields->n_token_bytes))
        return false;
    via_buffer_append(&lines->tokens[side], (const char *)&token, sizeof token);
    if (side == 1)
        via_buffer_append(&lines->paired, (const char *)&never, sizeof never);
    return !lines->tokens[side].has_failed && !lines->paired.has_failed;
}

static bool add_pair(via_lexicon_lines *lines, const struct fields *fields)
{
    uint64_t hash = via_hash_bytes(fields->token, fields->n_token_bytes);
    size_t n_src = via_intern_count(lines->ids[0]);
    struct pair_read pair = {
        {(uint32_t)n_src - 1,
         via_intern_find(lines->ids[1], (const char *)&hash, sizeof hash)},
        {(float)fields->numbers[0], (float)fields->numbers[1]}};

    if (pair.ids[1] == VIA_INTERN_NONE || n_src == 0)
        return false;
    size_t *last = (size_t *)(void *)lines->paired.bytes + pair.ids[1];
    if (*last == n_src)
        return false;
    *last = n_src;
    via_buffer_append(&lines->pairs, (const char *)&pair, sizeof pair);
    return !lines->pairs.has_failed;
}

static bool take(via_lexicon_lines *lines, const char *line, bool *is_mine)
{
    struct fields fields;

    if (strncmp(line, "pair\t", 5) == 0)
        return read_fields(line + 5, &fields) && add_pair(lines, &fields);
    if (strncmp(line, "source\t", 7) == 0)
        return read_fields(line + 7, &fields) && add_token(lines, 0, &fields);
    if (strncmp(line, "target\t", 7) == 0)
        return read_fields(line + 7, &fields) && add_token(lines, 1, &fields);
    if (strncmp(line, "all\t", 4) == 0)
        return lines->n_all[0] == 0.0 && read_numbers(line + 4, lines->n_all, 2) &&
               lines->n_all[0] > 0.0 && lines->n_all[1] > 0.0;
    *is_mine = false;
    return true;
}

via_status via_lexicon_lines_take(via_lexicon_lines *lines, const char *line,
                                  const char *path, size_t line_no, bool *is_mine,
                                  via_error *err)
{
    *is_mine = true;
    if (!take(lines, line, is_mine))
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected 'all', then new tokens, or a target token "
                        "that was there, and two numbers",
                        path, line_no);
    lines->has_any |= *is_mine;
    return VIA_OK;
}

/* Orders pairs by their tokens of a side, numbered below `n_tokens`, by counting; equal
 * ones stay in order. */
static bool order_by(int side, size_t n_tokens, const struct pair_read *pairs,
                     size_t n_pairs, struct pair_read *out)
{
    size_t *next = calloc(n_tokens + 1, sizeof *next);

    if (!next)
        return false;
    for (size_t k = 0; k < n_pairs; k++)
        next[pairs[k].ids[side] + 1]++;
    for (size_t t = 0; t < n_tokens; t++)
        next[t + 1] += next[t];
    for (size_t k = 0; k < n_pairs; k++)
        out[next[pairs[k].ids[side]]++] = pairs[k];
    free(next);
    return true;
}

/* Orders pairs by source token, then target token. */
static bool order_pairs(const via_lexicon *lexicon, struct pair_read *pairs,
                        size_t n_pairs)
{
    struct pair_read *by_tgt = malloc((n_pairs + 1) * sizeof *by_tgt);
    bool is_well =
        by_tgt &&
        order_by(1, via_intern_count(lexicon->ids[1]), pairs, n_pairs, by_tgt) &&
        order_by(0, via_intern_count(lexicon->ids[0]), by_tgt, n_pairs, pairs);

    free(by_tgt);
    return is_well;
}

static bool fill_rows(via_lexicon *lexicon, const struct pair_read *pairs,
                      size_t n_pairs)
{
    size_t n_src = via_intern_count(lexicon->ids[0]), n = 0;

    lexicon->row_begin = calloc(n_src + 1, sizeof *lexicon->row_begin);
    lexicon->rows = calloc(n_pairs + 1, sizeof *lexicon->rows);
    if (!lexicon->row_begin || !lexicon->rows)
        return false;
    for (uint32_t s = 0; s < n_src; s++) {
        lexicon->row_begin[s] = n;
        for (; n < n_pairs && pairs[n].ids[0] == s; n++)
            lexicon->rows[n] = (via_lexicon_entry){
                pairs[n].ids[1], {pairs[n].counts[0], pairs[n].counts[1]}, {0, 0}};
    }
    lexicon->row_begin[n_src] = n;
    return true;
}

/* Works out shares, what is kept in rows, and ratios. */
static void settle(via_lexicon *lexicon)
{
    size_t n_src = via_intern_count(lexicon->ids[0]);

    for (int side = 0; side < 2; side++) {
        for (size_t t = 0; t < via_intern_count(lexicon->ids[side]); t++) {
            via_lexicon_token *token = &lexicon->tokens[side][t];

            token->share = (float)(fmax(token->share, SEEN_MIN) / lexicon->n_all[side]);
        }
    }
    for (size_t s = 0; s < n_src; s++) {
        for (size_t k = lexicon->row_begin[s]; k < lexicon->row_begin[s + 1]; k++) {
            lexicon->tokens[0][s].kept += lexicon->rows[k].counts[0];
            lexicon->tokens[1][lexicon->rows[k].tgt].kept += lexicon->rows[k].counts[1];
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t t = 0; t < via_intern_count(lexicon->ids[side]); t++) {
            via_lexicon_token *token = &lexicon->tokens[side][t];

            token->known = fmaxf(token->known, token->kept);
        }
    }
    via_lexicon_rate(lexicon);
}

/* Moves what was read to a lexicon; the sides change places if it is turned. */
static bool move_to(via_lexicon_lines *lines, via_lexicon *lexicon)
{
    struct pair_read *pairs = (struct pair_read *)(void *)lines->pairs.bytes;
    size_t n_pairs = lines->pairs.n_bytes / sizeof *pairs;

    for (int side = 0; side < 2; side++) {
        int to = lines->is_turned ? 1 - side : side;
        size_t n_tokens = via_intern_count(lines->ids[side]);

        lexicon->ids[to] = lines->ids[side];
        lines->ids[side] = NULL;
        lexicon->n_all[to] = lines->n_all[side];
        lexicon->tokens[to] = calloc(n_tokens + 1, sizeof(via_lexicon_token));
        if (!lexicon->tokens[to])
            return false;
        if (n_tokens)
            memcpy(lexicon->tokens[to], lines->tokens[side].bytes,
                   n_tokens * sizeof(via_lexicon_token));
    }
    for (size_t k = 0; lines->is_turned && k < n_pairs; k++)
        pairs[k] = (struct pair_read){{pairs[k].ids[1], pairs[k].ids[0]},
                                      {pairs[k].counts[1], pairs[k].counts[0]}};
    return order_pairs(lexicon, pairs, n_pairs) && fill_rows(lexicon, pairs, n_pairs);
}

via_status via_lexicon_lines_end(via_lexicon_lines *lines, via_lexicon **out,
                                 via_error *err)
{
    via_lexicon *lexicon = calloc(1, sizeof *lexicon);
    bool is_well = lexicon != NULL;

    *out = NULL;
    if (is_well && lines->has_any && lines->n_all[0] > 0.0) {
        is_well = move_to(lines, lexicon);
        if (is_well) {
            settle(lexicon);
            *out = lexicon;
        }
    }
    if (!*out)
        via_lexicon_free(lexicon);
    via_lexicon_lines_free(lines);
    return is_well ? VIA_OK : via_fail_memory(err);
}
