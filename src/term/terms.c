/* Terms: countries, places, money, months, offices and common words of news.
 *
 * At each place where a word may begin the longest name wins that may end where it
 * does and whose guards fit. Scripts differ in where words may begin and end:
 *
 *   Latin, katakana   not inside a run of their own letters (タイ is not in タイトル)
 *   digits            not inside a number
 *   Thai              not between a consonant and its vowels, tones or silencer
 *   all others        anywhere
 */
#include "term/terms.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "term/term_guard.h"
#include "term/term_list.h"
#include "term/term_trie.h"
#include "text/chars.h"
#include "text/utf8.h"

#define PLANE 0x10000

struct via_terms {
    via_term_list list;
    via_term_trie *trie;
    uint8_t classes[PLANE]; /* enum via_char_class, which ICU finds more slowly */
};

via_status via_terms_new(const char *lang, via_terms **out, via_error *err)
{
    via_terms *terms = calloc(1, sizeof *terms);

    *out = NULL;
    if (!terms)
        return via_fail_memory(err);

    via_status st = via_term_list_init(&terms->list, lang, err);
    if (st == VIA_OK)
        st = via_term_trie_new(terms->list.names, terms->list.n_names, &terms->trie,
                               err);
    if (st != VIA_OK) {
        via_terms_free(terms);
        return st;
    }
    for (int32_t cp = 0; cp < PLANE; cp++)
        terms->classes[cp] = (uint8_t)via_char_class_of(cp);
    *out = terms;
    return VIA_OK;
}

void via_terms_free(via_terms *terms)
{
    if (!terms)
        return;
    via_term_trie_free(terms->trie);
    via_term_list_clear(&terms->list);
    free(terms);
}

/* ---- Borders of words ----------------------------------------------------------- */

struct scan {
    const via_terms *terms;
    const char *text;
    size_t begin, end;
};

static via_char_class class_of(const via_terms *terms, int32_t cp)
{
    return cp < PLANE ? (via_char_class)terms->classes[cp] : VIA_CHAR_OTHER;
}

/* เ แ โ ใ ไ are written before the consonant that they are spoken after. */
static bool is_thai_leading(int32_t cp)
{
    return cp >= 0x0e40 && cp <= 0x0e44;
}

/* Vowels, tones and the silencer that stand behind, above or below a consonant. */
static bool is_thai_following(int32_t cp)
{
    return (cp >= 0x0e30 && cp <= 0x0e3a) || cp == 0x0e45 ||
           (cp >= 0x0e47 && cp <= 0x0e4e);
}

#define THAI_SILENCER 0x0e4c

/* Whether Thai may be cut between two letters; `next` is where the third stands. */
static bool is_thai_border(const struct scan *scan, int32_t left, int32_t right,
                           size_t next)
{
    if (is_thai_leading(left) || is_thai_following(right))
        return false;
    return next >= scan->end || via_utf8_next(scan->text, &next) != THAI_SILENCER;
}

/* Whether a word may end behind `left` and another begin with `right`; `next` is where
 * the letter behind `right` stands. */
static bool is_border(const struct scan *scan, int32_t left, int32_t right, size_t next)
{
    via_char_class class = class_of(scan->terms, left);

    if (class != class_of(scan->terms, right))
        return true;
    switch (class) {
    case VIA_CHAR_LATIN:
    case VIA_CHAR_DIGIT:
    case VIA_CHAR_KATAKANA:
    case VIA_CHAR_OTHER:
        return false;
    case VIA_CHAR_THAI:
        return is_thai_border(scan, left, right, next);
    default:
        return true;
    }
}

static bool ends_word(const struct scan *scan, int32_t left, size_t at)
{
    if (at >= scan->end)
        return true;

    int32_t right = via_utf8_next(scan->text, &at);
    return is_border(scan, left, right, at);
}

/* ---- Finding -------------------------------------------------------------------- */

/* Returns the first of the names that end at `node` whose guards fit, or NULL. */
static const via_term_name *fitting(const struct scan *scan, via_term_node node,
                                    size_t begin, size_t end)
{
    size_t n_names;
    const via_term_name *names = via_term_trie_names(scan->terms->trie, node, &n_names);

    for (size_t i = 0; i < n_names; i++) {
        const via_term_place place = {scan->text, scan->begin, scan->end, begin, end};

        if (via_term_name_fits(&names[i], &place))
            return &names[i];
    }
    return NULL;
}

/* Returns the longest name that begins with the letter `cp`, and whose second letter
 * stands at `*at`; moves behind it, `*last` being its last letter. Or returns NULL. */
static const via_term_name *longest(const struct scan *scan, size_t begin, int32_t cp,
                                    size_t *at, int32_t *last)
{
    const via_term_trie *trie = scan->terms->trie;
    const via_term_name *found = NULL;
    size_t next = *at;
    via_term_node node = via_term_trie_first(trie, cp);

    while (node) {
        const via_term_name *name = fitting(scan, node, begin, next);

        if (name && ends_word(scan, cp, next)) {
            found = name;
            *at = next;
            *last = cp;
        }
        if (next >= scan->end)
            break;
        cp = via_utf8_next(scan->text, &next);
        node = via_term_trie_next(trie, node, cp);
    }
    return found;
}

static bool tell(const via_term_name *name, size_t begin, size_t end,
                 via_mention_fn *fn, void *data)
{
    via_mention mention = {VIA_MENTION_TERM, begin, end, ""};
    size_t n_bytes = strlen(name->id);

    if (strcmp(name->id, "-") == 0)
        return true;
    if (n_bytes >= sizeof mention.value)
        n_bytes = sizeof mention.value - 1;
    memcpy(mention.value, name->id, n_bytes);
    return fn(data, &mention);
}

bool via_terms_find(const via_terms *terms, const char *text, size_t begin, size_t end,
                    via_mention_fn *fn, void *data)
{
    const struct scan scan = {terms, text, begin, end};
    int32_t left = '\n';

    for (size_t at = begin; at < end;) {
        size_t from = at;
        int32_t cp = via_utf8_next(text, &at), last = cp;

        if (is_border(&scan, left, cp, at)) {
            const via_term_name *name = longest(&scan, from, cp, &at, &last);

            if (name && !tell(name, from, at, fn, data))
                return false;
        }
        left = last;
    }
    return true;
}
