/* Tones: Vietnamese words that are written in two ways. */
#include "text/tones.h"

#include "text/chars.h"
#include "text/lower.h"
#include "text/utf8.h"

#include <string.h>

/* Vowels without a tone, then with each of the five in one order. */
#define N_TONES 5
typedef int32_t vowel[N_TONES + 1];

static const vowel A = {'a', 0xe0, 0xe1, 0x1ea3, 0xe3, 0x1ea1};
static const vowel E = {'e', 0xe8, 0xe9, 0x1ebb, 0x1ebd, 0x1eb9};
static const vowel O = {'o', 0xf2, 0xf3, 0x1ecf, 0xf5, 0x1ecd};
static const vowel U = {'u', 0xf9, 0xfa, 0x1ee7, 0x169, 0x1ee5};
static const vowel Y = {'y', 0x1ef3, 0xfd, 0x1ef7, 0x1ef9, 0x1ef5};

static const struct {
    const int32_t *first, *second;
} PAIRS[] = {{O, A}, {O, E}, {U, Y}};

#define N_PAIRS (sizeof PAIRS / sizeof *PAIRS)

/* Returns the number of the tone, from 1, of a letter; 0 if it is not that vowel with
 * one. */
static int tone_of(const int32_t *letters, int32_t cp)
{
    int tone = N_TONES;

    while (tone > 0 && letters[tone] != cp)
        tone--;
    return tone;
}

bool via_tone_move(int32_t *first, int32_t *second)
{
    for (size_t i = 0; i < N_PAIRS; i++) {
        int tone = *second == PAIRS[i].second[0] ? tone_of(PAIRS[i].first, *first) : 0;

        if (!tone)
            continue;
        *first = PAIRS[i].first[0];
        *second = PAIRS[i].second[tone];
        return true;
    }
    return false;
}

/* The way back. */
static bool move_back(int32_t *first, int32_t *second)
{
    for (size_t i = 0; i < N_PAIRS; i++) {
        int tone = *first == PAIRS[i].first[0] ? tone_of(PAIRS[i].second, *second) : 0;

        if (!tone)
            continue;
        *first = PAIRS[i].first[tone];
        *second = PAIRS[i].second[0];
        return true;
    }
    return false;
}

/* Capitals are left as they are: a name in capitals is looked for in small letters. */
bool via_tone_other(const char *text, via_buffer *out)
{
    size_t n_bytes = strlen(text), at = 0;
    int32_t before = 0;
    bool is_other = false;
    char bytes[8];

    while (at < n_bytes) {
        size_t next = at;
        int32_t first = via_utf8_next(text, &next), second = 0, third = 0;
        size_t end = next, after = next;

        if (next < n_bytes)
            second = via_utf8_next(text, &end);
        after = end;
        if (end < n_bytes)
            third = via_utf8_next(text, &after);

        bool ends = !third || via_char_class_of(third) != VIA_CHAR_LATIN;
        bool is_moved =
            second &&
            (via_tone_move(&first, &second) ||
             (ends && via_char_lower(before) != 'q' && move_back(&first, &second)));
        size_t n_put = via_utf8_put(first, bytes);

        if (is_moved)
            n_put += via_utf8_put(second, bytes + n_put);
        via_buffer_append(out, bytes, n_put);
        is_other = is_other || is_moved;
        before = first;
        at = is_moved ? end : next;
    }
    return is_other;
}
