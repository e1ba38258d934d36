/* Term trie: names of terms, found letter by letter.
 *
 * Names are sorted by their folded letters, so that those that share a beginning are
 * neighbours and a node is a stretch of the list. The children of a node stand
 * together, ordered by letter, and are searched by halves, among letters that stand
 * close; the first letter, where most texts fail, has a table of its own.
 *
 *   … Hà Lan  Hàn Quốc  Hà Nội …          node  letters of its children
 *     └──────── hà ────────┘               hà    [ ' ' n ]
 *
 * A double array would save the search and cost its own size again. */
#include "term/term_trie.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "text/lower.h"
#include "text/utf8.h"

#define PLANE 0x10000 /* letters beyond the first plane stand in no name */

struct node {
    uint32_t child, n_children; /* children are neighbours */
    uint32_t name, n_names;     /* names that end here */
};

struct via_term_trie {
    uint16_t folded[PLANE];
    uint32_t first[PLANE]; /* by folded letter */
    struct node *nodes;    /* 0 is none, 1 is the beginning */
    uint16_t *letters;     /* by node, the one that leads there, folded */
    size_t n_nodes, capacity;
    via_term_name *names; /* borrowed, sorted */
};

#define NODE_ROOT 1

/* The same letter in all its clothes: case, width, kinds of spaces and hyphens. */
static uint16_t fold(int32_t cp)
{
    if (cp >= 0xff01 && cp <= 0xff5e)
        cp += '!' - 0xff01;
    if (cp == 0xa0 || cp == 0x3000 || cp == 0x202f)
        cp = ' ';
    if (cp >= 0x2010 && cp <= 0x2013)
        cp = '-';
    if (cp == 0x2019)
        cp = '\'';
    cp = via_char_lower(cp);
    return cp < PLANE ? (uint16_t)cp : 0;
}

/* ---- Sorting -------------------------------------------------------------------- */

/* A name and its folded letters, while the trie is built. Among names of the same
 * letters ours come first, and then those that demand capitals, so that Hòa Bình is a
 * province and hòa bình is peace. */
struct key {
    uint16_t *letters;
    size_t n_letters, order;
    via_term_name name;
};

static int compare_keys(const void *left, const void *right)
{
    const struct key *a = left, *b = right;
    size_t n_letters = a->n_letters < b->n_letters ? a->n_letters : b->n_letters;

    for (size_t i = 0; i < n_letters; i++) {
        if (a->letters[i] != b->letters[i])
            return a->letters[i] < b->letters[i] ? -1 : 1;
    }
    if (a->n_letters != b->n_letters)
        return a->n_letters < b->n_letters ? -1 : 1;
    unsigned differing = a->name.guards ^ b->name.guards;
    if (differing & VIA_TERM_OWN)
        return a->name.guards & VIA_TERM_OWN ? -1 : 1;
    if (differing & VIA_TERM_CAPITALS)
        return a->name.guards & VIA_TERM_CAPITALS ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool is_same_key(const struct key *a, const struct key *b)
{
    return a->n_letters == b->n_letters &&
           !memcmp(a->letters, b->letters, a->n_letters * sizeof *a->letters);
}

static bool make_key(const via_term_trie *trie, const via_term_name *name, size_t order,
                     via_arena *arena, struct key *key)
{
    size_t n_bytes = strlen(name->text);

    *key = (struct key){.name = *name, .order = order};
    key->letters = via_arena_array(arena, n_bytes, sizeof *key->letters);
    if (!key->letters)
        return false;
    for (size_t at = 0; at < n_bytes;) {
        int32_t cp = via_utf8_next(name->text, &at);
        key->letters[key->n_letters++] = cp < PLANE ? trie->folded[cp] : 0;
    }
    return true;
}

/* Ours stand first among equals: what follows from CLDR is dropped. Returns how many
 * are left. */
static size_t drop_shadowed(struct key *keys, size_t n_keys)
{
    size_t n_kept = 0;

    for (size_t i = 0; i < n_keys; i++) {
        bool is_own = keys[i].name.guards & VIA_TERM_OWN;

        if (is_own || !n_kept || !is_same_key(&keys[n_kept - 1], &keys[i]))
            keys[n_kept++] = keys[i];
    }
    return n_kept;
}

/* ---- Building ------------------------------------------------------------------- */

/* The keys [begin, end) share the letters that lead to `node`. */
struct stretch {
    uint32_t node;
    size_t begin, end, depth;
};

static bool add_nodes(via_term_trie *trie, size_t n_more)
{
    if (trie->n_nodes + n_more > trie->capacity) {
        size_t capacity = 2 * (trie->n_nodes + n_more);
        struct node *nodes = realloc(trie->nodes, capacity * sizeof *nodes);

        if (!nodes)
            return false;
        trie->nodes = nodes;

        uint16_t *letters = realloc(trie->letters, capacity * sizeof *letters);
        if (!letters)
            return false;
        trie->letters = letters;
        trie->capacity = capacity;
    }
    memset(trie->nodes + trie->n_nodes, 0, n_more * sizeof *trie->nodes);
    trie->n_nodes += n_more;
    return true;
}

/* Returns the end of the keys that share the letter at `depth` with the first. */
static size_t end_of_letter(const struct key *keys, const struct stretch *stretch,
                            size_t begin)
{
    uint16_t letter = keys[begin].letters[stretch->depth];

    while (begin < stretch->end && keys[begin].letters[stretch->depth] == letter)
        begin++;
    return begin;
}

/* Makes the children of a stretch, then theirs. A name has some dozens of letters, so
 * that the depth of the calls is small. */
static bool build(via_term_trie *trie, const struct key *keys, struct stretch stretch)
{
    struct node *node = &trie->nodes[stretch.node];

    node->name = (uint32_t)stretch.begin;
    while (stretch.begin < stretch.end &&
           keys[stretch.begin].n_letters == stretch.depth)
        stretch.begin++;
    node->n_names = (uint32_t)stretch.begin - node->name;
    node->child = (uint32_t)trie->n_nodes;
    for (size_t i = stretch.begin; i < stretch.end; node->n_children++)
        i = end_of_letter(keys, &stretch, i);

    uint32_t child = node->child;
    if (!add_nodes(trie, node->n_children)) /* moves the nodes */
        return false;
    for (size_t i = stretch.begin; i < stretch.end; child++) {
        size_t end = end_of_letter(keys, &stretch, i);

        trie->letters[child] = keys[i].letters[stretch.depth];
        if (!build(trie, keys, (struct stretch){child, i, end, stretch.depth + 1}))
            return false;
        i = end;
    }
    return true;
}

static bool fill(via_term_trie *trie, size_t n_names, struct key *keys,
                 via_arena *arena)
{
    for (size_t i = 0; i < n_names; i++) {
        if (!make_key(trie, &trie->names[i], i, arena, &keys[i]))
            return false;
    }
    qsort(keys, n_names, sizeof *keys, compare_keys);
    n_names = drop_shadowed(keys, n_names);
    for (size_t i = 0; i < n_names; i++)
        trie->names[i] = keys[i].name;
    if (!add_nodes(trie, NODE_ROOT + 1) ||
        !build(trie, keys, (struct stretch){NODE_ROOT, 0, n_names, 0}))
        return false;

    const struct node *root = &trie->nodes[NODE_ROOT];
    for (uint32_t i = root->child; i < root->child + root->n_children; i++)
        trie->first[trie->letters[i]] = i;
    return true;
}

via_status via_term_trie_new(via_term_name *names, size_t n_names, via_term_trie **out,
                             via_error *err)
{
    via_term_trie *trie = calloc(1, sizeof *trie);
    struct key *keys = calloc(n_names + 1, sizeof *keys);
    via_arena *arena = via_arena_new();
    bool is_well = trie && keys && arena;

    *out = NULL;
    if (is_well) {
        trie->names = names;
        for (int32_t cp = 1; cp < PLANE; cp++)
            trie->folded[cp] = fold(cp);
        is_well = fill(trie, n_names, keys, arena);
    }
    via_arena_free(arena);
    free(keys);
    if (!is_well) {
        via_term_trie_free(trie);
        return via_fail_memory(err);
    }
    *out = trie;
    return VIA_OK;
}

void via_term_trie_free(via_term_trie *trie)
{
    if (!trie)
        return;
    free(trie->letters);
    free(trie->nodes);
    free(trie);
}

/* ---- Walking -------------------------------------------------------------------- */

via_term_node via_term_trie_first(const via_term_trie *trie, int32_t cp)
{
    return cp < PLANE ? trie->first[trie->folded[cp]] : 0;
}

/* So few letters, all in one line of the cache, are compared one by one. */
#define SCAN_MAX 8

via_term_node via_term_trie_next(const via_term_trie *trie, via_term_node node,
                                 int32_t cp)
{
    uint32_t low = trie->nodes[node].child;
    uint32_t high = low + trie->nodes[node].n_children;
    uint16_t letter = cp < PLANE ? trie->folded[cp] : 0;

    while (high - low > SCAN_MAX) {
        uint32_t middle = low + (high - low) / 2;

        if (trie->letters[middle] <= letter)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; low++) {
        if (trie->letters[low] == letter)
            return low;
    }
    return 0;
}

const via_term_name *via_term_trie_names(const via_term_trie *trie, via_term_node node,
                                         size_t *n_names)
{
    *n_names = trie->nodes[node].n_names;
    return trie->names + trie->nodes[node].name;
}
