/* Thai letters: Thai spelling as sounds, for names and for whole segments.
 *
 *     เ หง ี ย น          preposed vowel, its consonants, the rest of its frame
 *     ^frame^  ^single     ng, i a, n
 *
 * Thai does not say where a syllable ends, so consonants are read one by one, and what
 * cannot be decided is left open: in เพล the vowel stands before or behind the second
 * consonant, so it is written in both places and may be silent in both. */
#include "name/thai_letters.h"

#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

#define LETTER_BYTES VIA_THAI_LETTER_BYTES

/* A longer stretch without a space is read in pieces. */
#define WORD_LETTERS_MAX 256

/* A frame has at most this many letters behind its consonants. */
#define TAIL_LETTERS_MAX 3

/* A stretch of Thai letters without tone marks. */
struct word {
    const via_spelling *thai;
    char letters[WORD_LETTERS_MAX * LETTER_BYTES];
    via_stretch places[WORD_LETTERS_MAX]; /* with the marks behind them */
    uint8_t weak[WORD_LETTERS_MAX];       /* VIA_SOUND_WEAK under a mark of silence */
    size_t n_letters;
    via_sound_run *run;
};

static bool is_preposed(int32_t cp)
{
    return cp >= 0xe40 && cp <= 0xe44;
}

/* Signs that only stand on or behind a consonant. */
static bool is_sign(int32_t cp)
{
    return (cp >= 0xe30 && cp <= 0xe3a) || cp == 0xe45 || cp == 0xe47;
}

static bool is_consonant(int32_t cp)
{
    return cp >= 0xe01 && cp <= 0xe2e;
}

static int32_t letter_at(const struct word *word, size_t i)
{
    size_t at = i * LETTER_BYTES;

    return i < word->n_letters ? via_utf8_next(word->letters, &at) : 0;
}

/* Whether the letter at `i` gives the consonant before it a vowel: a sign, or อ that
 * is no consonant itself. */
static bool is_vowel(const struct word *word, size_t i)
{
    int32_t cp = letter_at(word, i);

    return is_sign(cp) || (cp == 0xe2d && !is_sign(letter_at(word, i + 1)));
}

static const via_rule *find(const struct word *word, unsigned kinds, size_t i)
{
    return via_spelling_find(word->thai, kinds, word->letters, i * LETTER_BYTES,
                             word->n_letters * LETTER_BYTES);
}

static const via_rule *find_one(const struct word *word, unsigned kinds, size_t i)
{
    return via_spelling_exact(word->thai, kinds, word->letters + i * LETTER_BYTES,
                              LETTER_BYTES);
}

/* The bytes of letters [begin, end). */
static via_stretch place_of(const struct word *word, size_t begin, size_t end)
{
    return (via_stretch){word->places[begin].begin, word->places[end - 1].end};
}

/* Adds the sounds of the letter at `i`, which belongs to what stands at `place`. */
static void add_one(struct word *word, unsigned kinds, size_t i, via_stretch place)
{
    const via_rule *rule = find_one(word, kinds, i);

    if (rule)
        via_sound_run_add_rule(word->run, rule, word->weak[i], place);
}

/* Finds the frame of the vowel at `i` whose tail stands at `tail`, the longest one;
 * `*n_tail` is its length in letters. */
static const via_rule *find_frame(const struct word *word, size_t i, size_t tail,
                                  size_t *n_tail)
{
    char frame[(1 + TAIL_LETTERS_MAX) * LETTER_BYTES + 1];
    size_t n_left = word->n_letters - tail;

    memcpy(frame, word->letters + i * LETTER_BYTES, LETTER_BYTES);
    frame[LETTER_BYTES] = '-';
    *n_tail = n_left < TAIL_LETTERS_MAX ? n_left : TAIL_LETTERS_MAX;
    for (;; --*n_tail) {
        memcpy(frame + LETTER_BYTES + 1, word->letters + tail * LETTER_BYTES,
               *n_tail * LETTER_BYTES);
        const via_rule *rule =
            via_spelling_exact(word->thai, VIA_RULE_FRAME, frame,
                               LETTER_BYTES + 1 + *n_tail * LETTER_BYTES);
        if (rule || !*n_tail)
            return rule;
    }
}

/* Reads the vowel before its consonants at `i` and returns where it ends. */
static size_t read_frame(struct word *word, size_t i)
{
    const via_rule *onset = find(word, VIA_RULE_INITIAL, i + 1);
    size_t n_onset = onset ? onset->n_bytes / LETTER_BYTES : 0, n_tail = 0;
    const via_rule *frame = find_frame(word, i, i + 1 + n_onset, &n_tail);
    size_t end = i + 1 + n_onset + n_tail;

    if (!onset || !frame)
        return i + 1;
    via_stretch place = place_of(word, i, end);
    /* A silent h before its partner leaves no doubt; other pairs do. */
    if (n_onset == 2 && !n_tail && !(onset->sounds[0] & VIA_SOUND_WEAK)) {
        add_one(word, VIA_RULE_INITIAL, i + 1, place);
        via_sound_run_add_rule(word->run, frame, VIA_SOUND_WEAK, place);
        add_one(word, VIA_RULE_INITIAL, i + 2, place);
        via_sound_run_add_rule(word->run, frame, VIA_SOUND_WEAK, place);
    } else {
        via_sound_run_add_rule(word->run, onset, 0, place);
        via_sound_run_add_rule(word->run, frame, 0, place);
    }
    return end;
}

/* A consonant: with what follows, if it is a cluster that has a vowel; else alone. */
static size_t read_consonant(struct word *word, size_t i)
{
    const via_rule *onset = find(word, VIA_RULE_INITIAL, i);
    size_t end = i + (onset ? onset->n_bytes / LETTER_BYTES : 1);

    if (end > i + 1 && !word->weak[end - 1] && is_vowel(word, end)) {
        via_sound_run_add_rule(word->run, onset, 0, place_of(word, i, end));
        return end;
    }
    bool is_final = !is_vowel(word, i + 1) && find_one(word, VIA_RULE_FINAL, i);
    add_one(word, is_final ? VIA_RULE_FINAL : VIA_RULE_INITIAL, i, word->places[i]);
    return i + 1;
}

static size_t read_letter(struct word *word, size_t i)
{
    int32_t cp = letter_at(word, i);
    const via_rule *vowel;

    if (is_preposed(cp))
        return read_frame(word, i);
    /* อ under a sign only carries it. */
    if (cp == 0xe2d && is_sign(letter_at(word, i + 1)))
        return i + 1;
    vowel = find(word, VIA_RULE_VOWEL, i);
    if (vowel) {
        size_t end = i + vowel->n_bytes / LETTER_BYTES;

        via_sound_run_add_rule(word->run, vowel, word->weak[i], place_of(word, i, end));
        return end;
    }
    return is_consonant(cp) ? read_consonant(word, i) : i + 1;
}

static void read_word(struct word *word)
{
    for (size_t i = 0; i < word->n_letters;)
        i = read_letter(word, i);
    word->n_letters = 0;
}

/* The mark of silence takes the consonant before it, and the sign on that. */
static void silence(struct word *word)
{
    for (size_t i = word->n_letters; i-- > 0;) {
        word->weak[i] = VIA_SOUND_WEAK;
        if (is_consonant(letter_at(word, i)))
            return;
    }
}

/* Adds a letter; a mark of tone or silence only makes the one before it longer. */
static void take_letter(struct word *word, int32_t cp, via_stretch place)
{
    bool is_tone = cp >= 0xe48 && cp <= 0xe4b, is_silence = cp == 0xe4c;

    if (is_silence)
        silence(word);
    if (is_tone || is_silence) {
        if (word->n_letters)
            word->places[word->n_letters - 1].end = place.end;
        return;
    }
    if (word->n_letters == WORD_LETTERS_MAX)
        read_word(word);
    word->places[word->n_letters] = place;
    word->weak[word->n_letters] = 0;
    via_utf8_put(cp, word->letters + word->n_letters * LETTER_BYTES);
    word->n_letters++;
}

static bool is_passed_over(int32_t cp)
{
    return cp == '-' || cp == 0x2011 || via_char_class_of(cp) == VIA_CHAR_SPACE;
}

void via_thai_read(const via_spelling *thai, const char *text, size_t begin, size_t end,
                   via_sound_run *run)
{
    struct word word = {.thai = thai, .n_letters = 0, .run = run};
    bool is_border = true;

    while (begin < end) {
        size_t at = begin;
        int32_t cp = via_utf8_next(text, &begin);

        if (via_char_class_of(cp) == VIA_CHAR_THAI) {
            take_letter(&word, cp, (via_stretch){(uint32_t)at, (uint32_t)begin});
            is_border = false;
            continue;
        }
        read_word(&word);
        if (!is_passed_over(cp) && !is_border) {
            via_sound_run_add(run, VIA_SOUND_BORDER,
                              (via_stretch){(uint32_t)at, (uint32_t)begin});
            is_border = true;
        }
    }
    read_word(&word);
}
