/* Syllables: Vietnamese spelling as sounds. */
#include "name/syllable.h"

#include <string.h>

/* What is read here is a name, whose letters nobody asks for. */
static const via_stretch NOWHERE = {0, 0};

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c);
}

/* An initial, a vowel and a final of a syllable; NULL where there is none. */
struct syllable {
    const via_rule *initial, *vowel, *final;
};

/* Reads what is behind an initial of `n_initial` bytes. */
static bool read_rhyme(const via_spelling *vietnamese, const char *letters,
                       size_t n_bytes, size_t n_initial, struct syllable *out)
{
    size_t end = n_initial;

    while (end < n_bytes && is_vowel(letters[end]))
        end++;
    out->vowel = via_spelling_exact(vietnamese, VIA_RULE_VOWEL, letters + n_initial,
                                    end - n_initial);
    out->final =
        via_spelling_exact(vietnamese, VIA_RULE_FINAL, letters + end, n_bytes - end);
    return out->vowel && (out->final || end == n_bytes);
}

static const via_rule *find_initial(const via_spelling *vietnamese, const char *letters,
                                    size_t n_bytes, bool is_plain)
{
    const via_rule *rule = NULL;

    if (is_plain)
        rule = via_spelling_exact(vietnamese, VIA_RULE_PLAIN, letters, n_bytes);
    return rule ? rule
                : via_spelling_exact(vietnamese, VIA_RULE_INITIAL, letters, n_bytes);
}

/* The longest initial that leaves a rhyme: gi-ang, but g-i; qu-ang. */
bool via_syllable_read(const via_spelling *vietnamese, const char *letters,
                       size_t n_bytes, bool is_plain, via_sound_run *run)
{
    struct syllable syllable;

    /* Counts down to no initial at all, and then below it. */
    for (size_t n = n_bytes < 4 ? n_bytes : 4; n <= n_bytes; n--) {
        syllable.initial = find_initial(vietnamese, letters, n, is_plain);
        if ((n && !syllable.initial) ||
            !read_rhyme(vietnamese, letters, n_bytes, n, &syllable))
            continue;
        if (syllable.initial)
            via_sound_run_add_rule(run, syllable.initial, 0, NOWHERE);
        via_sound_run_add_rule(run, syllable.vowel, 0, NOWHERE);
        if (syllable.final)
            via_sound_run_add_rule(run, syllable.final, 0, NOWHERE);
        return true;
    }
    return false;
}
