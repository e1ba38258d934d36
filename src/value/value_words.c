/* Value words: the words of a language that numbers, dates and times are made of. */
#include "value/value_words.h"

#include "base/edges.h"
#include "text/lower.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A power of two; the tables have some thousand beginnings. */
#define N_BEGINS   65536
#define N_SIFT_CPS 3

struct meaning {
    via_word word;
    char *exact;   /* the word as written if it has a capital, else NULL */
    uint32_t next; /* of the same text, or VIA_EDGE_NONE */
};

/* The branches of a node stand together, by label. */
struct branch {
    int32_t label;
    uint32_t to;
};

struct via_value_words {
    via_edges edges;        /* while words are added; labels are code points */
    uint32_t *first_branch; /* by node, and one more; from then on */
    struct branch *branches;
    uint32_t *meanings_of; /* by node */
    size_t node_capacity;
    struct meaning *meanings;
    size_t n_meanings, meaning_capacity;
    /* Bits of the hashes of the first three code points of words that begin a reading,
     * also of one and two, and of whole words of less: most places of a text are done
     * with by these. */
    uint64_t begins[N_BEGINS / 64];
};

/* Most text is ASCII, or has letters without case, small ones of Latin-1, or those of
 * Vietnamese, which stand in pairs; only the rest is looked up. */
static int32_t lower(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
    if (cp >= 0x1ea0 && cp < 0x1f00)
        return cp | 1;
    if (cp >= 0xdf && cp < 0x100)
        return cp;
    return via_scope_is_letter(cp) ? via_char_lower(cp) : cp;
}

/* ---- Making -------------------------------------------------------------- */

via_value_words *via_value_words_new(void)
{
    via_value_words *words = calloc(1, sizeof *words);

    if (!words)
        return NULL;
    words->node_capacity = 1024;
    words->meanings_of = malloc(words->node_capacity * sizeof *words->meanings_of);
    if (!words->meanings_of || !via_edges_init(&words->edges)) {
        via_value_words_free(words);
        return NULL;
    }
    words->meanings_of[0] = VIA_EDGE_NONE;
    return words;
}

void via_value_words_free(via_value_words *words)
{
    if (!words)
        return;
    for (size_t i = 0; i < words->n_meanings; i++)
        free(words->meanings[i].exact);
    via_edges_clear(&words->edges);
    free(words->first_branch);
    free(words->branches);
    free(words->meanings_of);
    free(words->meanings);
    free(words);
}

static bool reserve_node(via_value_words *words)
{
    if (words->edges.n_nodes < words->node_capacity)
        return true;

    size_t capacity = words->node_capacity * 2;
    uint32_t *grown = realloc(words->meanings_of, capacity * sizeof *grown);
    if (!grown)
        return false;
    words->meanings_of = grown;
    words->node_capacity = capacity;
    return true;
}

static uint32_t grow(via_value_words *words, uint32_t node, int32_t cp)
{
    size_t n_nodes = words->edges.n_nodes;

    if (!reserve_node(words))
        return VIA_EDGE_NONE;
    node = via_edges_grow(&words->edges, node, cp);
    if (node == n_nodes)
        words->meanings_of[node] = VIA_EDGE_NONE;
    return node;
}

static bool reserve_meaning(via_value_words *words)
{
    if (words->n_meanings < words->meaning_capacity)
        return true;

    size_t capacity = words->meaning_capacity ? words->meaning_capacity * 2 : 256;
    struct meaning *grown = realloc(words->meanings, capacity * sizeof *grown);
    if (!grown)
        return false;
    words->meanings = grown;
    words->meaning_capacity = capacity;
    return true;
}

static bool add_meaning(via_value_words *words, uint32_t node, const via_word *word,
                        const char *exact)
{
    char *copy = NULL;

    if (!reserve_meaning(words))
        return false;
    if (exact) {
        copy = malloc(strlen(exact) + 1);
        if (!copy)
            return false;
        strcpy(copy, exact);
    }
    words->meanings[words->n_meanings] =
        (struct meaning){*word, copy, words->meanings_of[node]};
    words->meanings_of[node] = (uint32_t)words->n_meanings++;
    return true;
}

bool via_value_words_add(via_value_words *words, const char *text, const via_word *word)
{
    bool is_exact_only = text[0] == '=' && text[1];
    bool has_capital = is_exact_only;
    uint32_t node = 0;

    text += is_exact_only;
    size_t n_bytes = strlen(text);
    for (size_t at = 0; at < n_bytes && node != VIA_EDGE_NONE;) {
        int32_t cp = via_scope_plain(via_utf8_next(text, &at));
        int32_t low = lower(cp);

        has_capital |= low != cp;
        node = grow(words, node, low);
    }
    return node != VIA_EDGE_NONE &&
           add_meaning(words, node, word, has_capital ? text : NULL);
}

/* The place of a beginning, or of a whole word, among the bits. */
static uint32_t mix(uint32_t hash, int32_t cp)
{
    hash = (hash ^ (uint32_t)cp) * UINT32_C(0x9e3779b1);
    return hash ^ hash >> 15;
}

#define WORD_END (-1)

static void set_bit(via_value_words *words, uint32_t hash)
{
    words->begins[hash % N_BEGINS / 64] |= UINT64_C(1) << hash % 64;
}

static bool has_bit(const via_value_words *words, uint32_t hash)
{
    return words->begins[hash % N_BEGINS / 64] >> hash % 64 & 1;
}

void via_value_words_let_begin(via_value_words *words, const char *text)
{
    uint32_t hash = 0;
    size_t n_cps = 0;

    text += text[0] == '=' && text[1];
    size_t n_bytes = strlen(text);
    for (size_t at = 0; at < n_bytes && n_cps < N_SIFT_CPS; n_cps++) {
        hash = mix(hash, lower(via_scope_plain(via_utf8_next(text, &at))));
        set_bit(words, hash);
    }
    if (n_cps < N_SIFT_CPS)
        set_bit(words, mix(hash, WORD_END));
}

/* Fills in where the branches of each node begin, and copies them there. */
static void copy_branches(const via_edges *edges, uint32_t *first,
                          struct branch *branches)
{
    for (size_t i = 0; i < edges->n_places; i++) {
        if (edges->places[i].label)
            first[edges->places[i].from + 2]++;
    }
    for (size_t node = 2; node <= edges->n_nodes; node++)
        first[node] += first[node - 1];
    /* first[node + 1] is where the next branch of the node goes, and in the end the
     * beginning of the next node. */
    for (size_t i = 0; i < edges->n_places; i++) {
        const via_edge *edge = &edges->places[i];

        if (edge->label)
            branches[first[edge->from + 1]++] = (struct branch){edge->label, edge->to};
    }
}

static int compare_branches(const void *a, const void *b)
{
    const struct branch *left = a, *right = b;

    return (left->label > right->label) - (left->label < right->label);
}

/* A table of edges is spread over more memory than a walk should touch. */
bool via_value_words_settle(via_value_words *words)
{
    const via_edges *edges = &words->edges;
    size_t n_nodes = edges->n_nodes;
    uint32_t *first = calloc(n_nodes + 2, sizeof *first);
    struct branch *branches = malloc((edges->n_edges + 1) * sizeof *branches);

    words->first_branch = first;
    words->branches = branches;
    if (!first || !branches)
        return false;
    copy_branches(edges, first, branches);
    for (size_t node = 0; node < n_nodes; node++)
        qsort(branches + first[node], first[node + 1] - first[node], sizeof *branches,
              compare_branches);
    via_edges_clear(&words->edges);
    return true;
}

/* ---- Finding ------------------------------------------------------------- */

bool via_value_words_begin(const via_value_words *words, const via_scope *scope,
                           size_t at)
{
    uint32_t hash = 0;

    for (size_t n_cps = 1; at < scope->end; n_cps++) {
        int32_t cp = via_scope_plain(via_utf8_next(scope->text, &at));

        hash = mix(hash, via_scope_is_space(cp) ? ' ' : lower(cp));
        if (!has_bit(words, hash))
            return false;
        if (n_cps == N_SIFT_CPS || has_bit(words, mix(hash, WORD_END)))
            return true;
    }
    return false;
}

bool via_value_words_begin_with(const via_value_words *words, int32_t cp)
{
    return has_bit(words, mix(0, lower(via_scope_plain(cp))));
}

static uint32_t find_branch(const via_value_words *words, uint32_t node, int32_t label)
{
    const struct branch *low = words->branches + words->first_branch[node];
    const struct branch *high = words->branches + words->first_branch[node + 1];

    while (high - low > 4) {
        const struct branch *middle = low + (high - low) / 2;
        if (middle->label <= label)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; low++) {
        if (low->label == label)
            return low->to;
    }
    return VIA_EDGE_NONE;
}

static bool is_all_lower(const char *text)
{
    size_t n_bytes = strlen(text);

    for (size_t at = 0; at < n_bytes;) {
        int32_t cp = via_utf8_next(text, &at);
        if (lower(cp) != cp)
            return false;
    }
    return true;
}

/* Whether a word with a capital stands in `[at, end)` as written, or in capitals, which
 * are too few to tell in a word of two letters. */
static bool is_exact(const via_scope *scope, size_t at, size_t end, const char *exact)
{
    size_t n_letters = 0;

    if (strlen(exact) == end - at && memcmp(scope->text + at, exact, end - at) == 0)
        return true;
    while (at < end) {
        int32_t cp = via_scope_plain(via_utf8_next(scope->text, &at));
        if (via_scope_is_letter(cp) && lower(cp) == cp)
            return false;
        n_letters += via_scope_is_letter(cp);
    }
    return n_letters > 2 && !is_all_lower(exact);
}

static size_t take_meanings(const via_value_words *words, const via_scope *scope,
                            uint32_t node, size_t at, size_t end, via_word *out,
                            size_t n_max)
{
    size_t n_out = 0;
    uint32_t i = words->meanings_of[node];

    for (; i != VIA_EDGE_NONE && n_out < n_max; i = words->meanings[i].next) {
        const struct meaning *meaning = &words->meanings[i];

        if (meaning->exact && !is_exact(scope, at, end, meaning->exact))
            continue;
        out[n_out] = meaning->word;
        out[n_out++].end = end;
    }
    return n_out;
}

size_t via_value_words_find(const via_value_words *words, const via_scope *scope,
                            size_t at, via_word out[VIA_WORDS_MAX])
{
    size_t n_out = 0, end = at;
    uint32_t node = 0;

    while (end < scope->end) {
        size_t next = end;
        int32_t cp = via_scope_plain(via_utf8_next(scope->text, &next));

        if (via_scope_is_space(cp)) {
            cp = ' ';
            next = via_scope_skip_spaces(scope, next);
        }
        node = find_branch(words, node, lower(cp));
        if (node == VIA_EDGE_NONE)
            break;
        end = next;
        if (words->meanings_of[node] != VIA_EDGE_NONE &&
            via_scope_ends_word(scope, end, cp))
            n_out += take_meanings(words, scope, node, at, end, out + n_out,
                                   VIA_WORDS_MAX - n_out);
    }
    return n_out;
}
