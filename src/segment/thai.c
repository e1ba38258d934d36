/* Thai rules: pieces between spaces, cut fine, for the aligner to join.
 *
 * Thai has no sentence mark. A sentence ends at a space or at the end of its line, and
 * about one space in ten is such an end; which one, the other language tells. So every
 * space cuts, except those that almost never end a sentence. */
#include "segment/thai.h"

#include "text/chars.h"

#define PAIYANNOI 0x0e2f /* ฯ, an abbreviation, written behind its word */
#define MAIYAMOK  0x0e46 /* ๆ, says the word before it again */

/* Longer parentheses are cut inside. Chosen, not tuned. */
#define ENCLOSED_MAX_CPS 400

bool via_line_is_thai(const via_line *line)
{
    for (size_t i = 0; i < line->n_cps; i++) {
        if (via_char_class_of(line->cps[i]) == VIA_CHAR_THAI)
            return true;
    }
    return false;
}

/* Whether what stands on both sides of a space belongs together; `left` is the last
 * code point before it, `right` the first behind it. */
static bool belongs_together(const via_prefixes *units, const via_line *line,
                             size_t left, size_t right)
{
    int32_t before = line->cps[left], after = line->cps[right];
    via_char_class class_before = via_char_class_of(before);
    via_char_class class_after = via_char_class_of(after);

    if (after == '(' || after == PAIYANNOI || after == MAIYAMOK || before == ',')
        return true;
    if (class_before == VIA_CHAR_THAI)
        return class_after == VIA_CHAR_DIGIT;
    if (class_before != VIA_CHAR_DIGIT)
        return false;
    return class_after == VIA_CHAR_DIGIT || class_after == VIA_CHAR_LATIN ||
           class_after == VIA_CHAR_MARK || via_prefixes_find(units, line, right) >= 0;
}

void via_cut_thai(const via_prefixes *units, via_line *line)
{
    size_t left = 0;

    for (size_t i = 0; i < line->n_cps; i++) {
        size_t close = line->mates[i];

        if (via_char_class_of(line->cps[i]) == VIA_CHAR_SPACE)
            continue;
        if (i > left + 1)
            line->cuts[i] = !belongs_together(units, line, left, i);
        if (line->cps[i] == '(' && close != VIA_LINE_NONE &&
            close - i <= ENCLOSED_MAX_CPS)
            i = close;
        left = i;
    }
}
