/* Name finder: runs of capitalised words, and runs of katakana.
 *
 *     Ông Trần Lưu Quang và George W. Bush đến TP. Huế.
 *         ^------------^    ^------------^         ^-^
 *
 * The first word of a sentence has its capital anyway: it counts as a part of the run
 * behind it unless it is known to begin sentences. Words in capitals throughout are
 * initialisms, which are copied and not heard. */
#include "name/name_tables.h"

#include "text/chars.h"
#include "text/lower.h"
#include "text/utf8.h"

#include <string.h>

/* More words than this are a headline or a list. */
#define RUN_WORDS_MAX 8

/* Longer words have no role and are no syllable. */
#define WORD_BYTES_MAX 48

struct word {
    size_t begin, end, n_letters;
    bool is_capital; /* its first letter */
    bool is_upper;   /* all of them */
    bool has_digit;
    bool is_first; /* of a sentence, or of what is quoted */
};

struct finder {
    const via_names *names;
    const char *lang, *text;
    size_t at, end;
    via_mention_fn *fn;
    void *data;
    bool is_stopped;
    bool is_first; /* the next word begins a sentence */
    struct word run[RUN_WORDS_MAX];
    size_t n_run;     /* words of the name so far */
    size_t n_pending; /* small words behind them, which may join more to it */
};

static void emit(struct finder *finder, size_t begin, size_t end)
{
    via_mention mention = {VIA_MENTION_NAME, begin, end, ""};

    if (finder->is_stopped || end - begin >= sizeof mention.value)
        return;
    memcpy(mention.value, finder->text + begin, end - begin);
    finder->is_stopped = !finder->fn(finder->data, &mention);
}

/* ---- Latin words ---------------------------------------------------------- */

static int32_t peek(const struct finder *finder, size_t at)
{
    return at < finder->end ? via_utf8_next(finder->text, &at) : 0;
}

static bool is_word_char(int32_t cp)
{
    via_char_class class = via_char_class_of(cp);

    return class == VIA_CHAR_LATIN || class == VIA_CHAR_DIGIT;
}

static bool is_hyphen(int32_t cp)
{
    return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static bool is_joint(int32_t cp)
{
    return is_hyphen(cp) || cp == '\'' || cp == 0x2019;
}

/* Marks behind which a capital says nothing. */
static bool begins_sentence(int32_t cp)
{
    static const int32_t marks[] = {'.',    '!',    '?',    ':',    ';',    '"',
                                    0x2026, 0x201c, 0x201d, 0x2018, 0x2013, 0x2014,
                                    0x2022, 0x300c, 0x3002, 0xab,   0xbb,   0};

    for (const int32_t *mark = marks; *mark; mark++) {
        if (*mark == cp)
            return true;
    }
    return false;
}

/* Reads the letters at the place, with hyphens and apostrophes between them. */
static struct word read_word(struct finder *finder)
{
    struct word word = {.begin = finder->at, .is_first = finder->is_first};
    bool has_lower = false;

    word.is_capital = via_char_is_upper(peek(finder, finder->at));
    while (finder->at < finder->end) {
        int32_t cp = via_utf8_next(finder->text, &finder->at);
        via_char_class class = via_char_class_of(cp);

        if (class == VIA_CHAR_LATIN || class == VIA_CHAR_DIGIT) {
            word.n_letters++;
            has_lower = has_lower || !via_char_is_upper(cp);
            word.has_digit |= class == VIA_CHAR_DIGIT;
            word.end = finder->at;
        } else if (!is_joint(cp) || !is_word_char(peek(finder, finder->at))) {
            break;
        }
    }
    finder->at = word.end;
    word.is_upper = !has_lower && word.n_letters > 1;
    return word;
}

/* Writes the word in lower case with its marks, and returns its length; 0 if it is too
 * long to have a role. */
static size_t lower_word(const struct finder *finder, const struct word *word,
                         char *lower)
{
    size_t n_bytes = 0;

    for (size_t at = word->begin; at < word->end;) {
        if (n_bytes + 4 > WORD_BYTES_MAX)
            return 0;
        n_bytes += via_utf8_put(via_char_lower(via_utf8_next(finder->text, &at)),
                                lower + n_bytes);
    }
    return n_bytes;
}

static unsigned roles_of(const struct finder *finder, const struct word *word)
{
    char lower[WORD_BYTES_MAX];
    size_t n_bytes = lower_word(finder, word, lower);

    return via_word_roles_of(finder->names->roles, finder->lang, lower, n_bytes);
}

/* ---- Runs of Latin words --------------------------------------------------- */

static bool is_vietnamese(const struct finder *finder, const struct word *word)
{
    return strcmp(finder->lang, "vi") == 0 &&
           via_names_are_syllables(finder->names, finder->text, word->begin, word->end);
}

/* Whether the first of the words from `i` on is no part of the name. */
static bool is_lead(const struct finder *finder, size_t i)
{
    const struct word *word = &finder->run[i];
    unsigned roles = roles_of(finder, word);

    if (roles & VIA_ROLE_TITLE || (word->is_first && roles & VIA_ROLE_START))
        return true;
    if (roles & VIA_ROLE_NAME || !is_vietnamese(finder, word))
        return false;
    /* A single syllable begins an office: "Tổng thống". Before a foreign name, at the
     * beginning of a sentence, it is a word: "Tay Warren". */
    return i + 1 == finder->n_run ||
           (word->is_first && !is_vietnamese(finder, &finder->run[i + 1]));
}

/* Leaves out what follows the last apostrophe, if that is an s: "Trump's". */
static size_t end_of_name(const struct finder *finder, const struct word *word)
{
    const char *text = finder->text;
    size_t end = word->end;

    if (end - word->begin > 2 && text[end - 1] == 's' && text[end - 2] == '\'')
        return end - 2;
    if (end - word->begin > 4 && text[end - 1] == 's' &&
        memcmp(text + end - 4, "\u2019", 3) == 0)
        return end - 4;
    return end;
}

/* Tells of the run, without the words before it that are no name, and begins anew. */
static void end_run(struct finder *finder)
{
    size_t first = 0, n_run = finder->n_run;

    while (first < n_run && is_lead(finder, first))
        first++;
    /* A value has room for so much: words behind it are left out. */
    while (n_run > first + 1 && finder->run[n_run - 1].end - finder->run[first].begin >=
                                    VIA_MENTION_VALUE_BYTES)
        n_run--;
    if (first < n_run && (n_run - first > 1 || finder->run[first].n_letters > 1))
        emit(finder, finder->run[first].begin,
             end_of_name(finder, &finder->run[n_run - 1]));
    finder->n_run = finder->n_pending = 0;
}

/* Whether only a space stands before the word, or the full stop of an initial. */
static bool joins(const struct finder *finder, const struct word *word)
{
    const struct word *last = &finder->run[finder->n_run + finder->n_pending - 1];
    const char *gap = finder->text + last->end;
    size_t n_gap = word->begin - last->end;

    if (n_gap && gap[0] == '.' && last->n_letters == 1 && last->is_capital) {
        gap++;
        n_gap--;
        if (!n_gap)
            return true;
    }
    return (n_gap == 1 && gap[0] == ' ') ||
           (n_gap == 2 && memcmp(gap, "\u00a0", 2) == 0);
}

static void take_word(struct finder *finder, const struct word *word)
{
    bool is_name = word->is_capital && !word->is_upper && !word->has_digit;
    size_t n_words = finder->n_run + finder->n_pending;
    bool has_room = n_words < RUN_WORDS_MAX;

    if (n_words && (!joins(finder, word) || !has_room))
        end_run(finder);
    if (is_name) {
        finder->n_run += finder->n_pending;
        finder->n_pending = 0;
        finder->run[finder->n_run++] = *word;
    } else if (finder->n_run && !word->is_capital &&
               roles_of(finder, word) & VIA_ROLE_INNER) {
        finder->run[finder->n_run + finder->n_pending++] = *word;
    } else if (finder->n_run) {
        end_run(finder);
    }
}

/* ---- Katakana -------------------------------------------------------------- */

static bool is_katakana(int32_t cp)
{
    return via_char_class_of(cp) == VIA_CHAR_KATAKANA;
}

/* What stands between the parts of a name: ・ = ＝ － - and spaces. */
static bool is_part_mark(int32_t cp)
{
    return cp == 0x30fb || cp == 0xff65 || cp == '=' || cp == 0xff1d || cp == 0xff0d ||
           is_hyphen(cp) || cp == ' ' || cp == 0x3000;
}

static void take_katakana(struct finder *finder)
{
    size_t begin = finder->at, end = begin, n_letters = 0;

    while (finder->at < finder->end) {
        int32_t cp = via_utf8_next(finder->text, &finder->at);

        if (is_katakana(cp)) {
            n_letters++;
            end = finder->at;
        } else if (!is_part_mark(cp) || !is_katakana(peek(finder, finder->at))) {
            break;
        }
    }
    finder->at = end;
    if (n_letters > 1)
        emit(finder, begin, end);
}

/* ---- All of it -------------------------------------------------------------- */

static void take_next(struct finder *finder)
{
    int32_t cp = peek(finder, finder->at);
    via_char_class class = via_char_class_of(cp);

    if (class == VIA_CHAR_LATIN || class == VIA_CHAR_DIGIT) {
        struct word word = read_word(finder);

        take_word(finder, &word);
        finder->is_first = false;
    } else if (class == VIA_CHAR_KATAKANA) {
        end_run(finder);
        take_katakana(finder);
    } else {
        via_utf8_next(finder->text, &finder->at);
        finder->is_first |= begins_sentence(cp);
    }
}

bool via_names_find(const via_names *names, const char *lang, const char *text,
                    size_t begin, size_t end, via_mention_fn *fn, void *data)
{
    struct finder finder = {.names = names,
                            .lang = lang,
                            .text = text,
                            .at = begin,
                            .end = end,
                            .fn = fn,
                            .data = data,
                            .is_first = true};

    while (finder.at < end && !finder.is_stopped)
        take_next(&finder);
    end_run(&finder);
    return !finder.is_stopped;
}
