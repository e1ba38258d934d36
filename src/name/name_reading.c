/* Name reading: the letters of a name as sounds. */
#include "name/name_tables.h"

#include "name/syllable.h"
#include "name/thai_letters.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Of a longer word the rest is not read. */
#define WORD_BYTES_MAX 64

/* A Latin word as its spellings see it. */
struct word {
    char latin[WORD_BYTES_MAX]; /* folded, doubled consonants once */
    char viet[WORD_BYTES_MAX];  /* folded, but for đ */
    size_t n_latin, n_viet;
};

/* What the marks on the letters of a name say. */
struct marks {
    bool has_any, has_viet;
};

static via_sound_run run_of(via_reading *reading)
{
    return (via_sound_run){.sounds = reading->sounds,
                           .n_sounds = reading->n_sounds,
                           .capacity = VIA_NAME_SOUNDS_MAX};
}

/* Ends a part, unless nothing in it could be read. */
static void end_part(via_reading *reading, const via_sound_run *run)
{
    if (run->n_sounds == reading->n_sounds || reading->n_parts == VIA_NAME_PARTS_MAX)
        return;
    reading->n_sounds = (uint8_t)run->n_sounds;
    reading->part_begin[++reading->n_parts] = reading->n_sounds;
}

static void read_by_rules(const via_spelling *spelling, const char *text, size_t begin,
                          size_t end, via_sound_run *run)
{
    for (size_t at = begin; at < end;) {
        unsigned kinds = VIA_RULE_ANY | VIA_RULE_LAST;
        const via_rule *rule = via_spelling_find(
            spelling, kinds | (at == begin ? VIA_RULE_FIRST : 0u), text, at, end);

        if (rule) {
            via_sound_run_add_rule(run, rule, 0, (via_stretch){0, 0});
            at += rule->n_bytes;
        } else {
            via_utf8_next(text, &at);
        }
    }
}

static bool is_apostrophe(int32_t cp)
{
    return cp == '\'' || cp == 0x2019 || cp == 0x2bb || cp == 0x2bc;
}

static bool is_consonant(char c)
{
    return c >= 'a' && c <= 'z' && !strchr("aeiou", c);
}

static void add_letter(struct word *word, int32_t cp)
{
    int32_t folded = via_char_fold(cp);
    bool is_dj = cp == 0x110 || cp == 0x111;

    if (word->n_viet + 4 > WORD_BYTES_MAX)
        return;
    word->n_viet += via_utf8_put(is_dj ? 0x111 : folded, word->viet + word->n_viet);
    if (word->n_latin && folded == word->latin[word->n_latin - 1] &&
        is_consonant((char)folded))
        return;
    word->n_latin += via_utf8_put(folded, word->latin + word->n_latin);
}

/* Reads the next word, with the apostrophes in it. Returns false at the end. */
static bool next_word(const char *text, size_t *at, size_t end, struct word *word)
{
    word->n_latin = word->n_viet = 0;
    while (*at < end) {
        int32_t cp = via_utf8_next(text, at);

        if (via_char_class_of(cp) == VIA_CHAR_LATIN)
            add_letter(word, cp);
        else if (word->n_viet && !is_apostrophe(cp))
            return true;
    }
    return word->n_viet > 0;
}

static struct marks marks_of(const char *text, size_t begin, size_t end)
{
    struct marks marks = {false, false};

    while (begin < end) {
        int32_t cp = via_utf8_next(text, &begin);

        if (cp < 0x80 || via_char_class_of(cp) != VIA_CHAR_LATIN)
            continue;
        marks.has_any = true;
        marks.has_viet |= (cp >= 0x1e00 && cp < 0x1f00) || cp == 0x102 || cp == 0x103 ||
                          cp == 0x110 || cp == 0x111 || cp == 0x1a0 || cp == 0x1a1 ||
                          cp == 0x1af || cp == 0x1b0;
    }
    return marks;
}

/* Reads the words as Vietnamese where they are, else as Latin. Returns how many
 * were Vietnamese. */
static size_t read_vietnamese(const via_names *names, const char *text, size_t begin,
                              size_t end, bool is_plain, via_reading *out)
{
    struct word word;
    size_t n_viet = 0;

    while (next_word(text, &begin, end, &word)) {
        via_sound_run run = run_of(out);

        if (via_syllable_read(names->vietnamese, word.viet, word.n_viet, is_plain,
                              &run))
            n_viet++;
        else
            read_by_rules(names->latin, word.latin, 0, word.n_latin, &run);
        end_part(out, &run);
    }
    return n_viet;
}

bool via_names_are_syllables(const via_names *names, const char *text, size_t begin,
                             size_t end)
{
    via_reading reading = {0};
    struct word word;
    size_t n_words = 0;

    for (size_t at = begin; next_word(text, &at, end, &word);)
        n_words++;
    return n_words &&
           read_vietnamese(names, text, begin, end, false, &reading) == n_words;
}

static void read_latin(const via_names *names, const char *text, size_t begin,
                       size_t end, via_reading *out)
{
    struct word word;

    while (next_word(text, &begin, end, &word)) {
        via_sound_run run = run_of(out);

        read_by_rules(names->latin, word.latin, 0, word.n_latin, &run);
        end_part(out, &run);
    }
}

/* Both ways, unless marks or syllables leave only one. */
static void read_latin_name(const via_names *names, const char *text, size_t begin,
                            size_t end, via_name *out)
{
    struct marks marks = marks_of(text, begin, end);
    via_reading *way = &out->ways[0];

    if (read_vietnamese(names, text, begin, end, !marks.has_any, way) &&
        way->n_sounds) {
        out->n_ways = 1;
        if (marks.has_viet)
            return;
        way = &out->ways[1];
    }
    memset(way, 0, sizeof *way);
    read_latin(names, text, begin, end, way);
    if (way->n_sounds)
        out->n_ways++;
}

/* Katakana and Thai: parts are what stands between other characters. */
static void read_other_name(const via_names *names, const char *text, size_t begin,
                            size_t end, via_name *out)
{
    bool is_thai = out->script == VIA_SCRIPT_THAI;
    via_char_class class = is_thai ? VIA_CHAR_THAI : VIA_CHAR_KATAKANA;
    via_reading *way = &out->ways[0];

    while (begin < end) {
        size_t part = begin, at = begin;
        via_sound_run run = run_of(way);

        while (at < end && via_char_class_of(via_utf8_next(text, &at)) == class)
            begin = at;
        if (is_thai)
            via_thai_read(names->thai, text, part, begin, &run);
        else
            read_by_rules(names->katakana, text, part, begin, &run);
        end_part(way, &run);
        begin = at;
    }
    out->n_ways = way->n_sounds > 0;
}

static enum via_script script_of(const char *text, size_t begin, size_t end)
{
    while (begin < end) {
        switch (via_char_class_of(via_utf8_next(text, &begin))) {
        case VIA_CHAR_KATAKANA:
            return VIA_SCRIPT_KATAKANA;
        case VIA_CHAR_THAI:
            return VIA_SCRIPT_THAI;
        case VIA_CHAR_LATIN:
            return VIA_SCRIPT_LATIN;
        default:
            break;
        }
    }
    return VIA_SCRIPT_LATIN;
}

void via_name_read(const via_names *names, const char *text, size_t begin, size_t end,
                   via_name *out)
{
    memset(out, 0, sizeof *out);
    out->script = (uint8_t)script_of(text, begin, end);
    if (out->script == VIA_SCRIPT_LATIN)
        read_latin_name(names, text, begin, end, out);
    else
        read_other_name(names, text, begin, end, out);
}
