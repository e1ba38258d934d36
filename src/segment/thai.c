/* Thai rules: pieces between spaces, cut fine, for the aligner to join.
 *
 * Thai has no sentence mark. A sentence ends at a space or at the end of its line, and
 * about one space in ten is such an end; which one, the other language tells. So every
 * space cuts, except those that almost never end a sentence. */
#include "segment/thai.h"

#include "text/chars.h"

#define PAIYANNOI        0x0e2f /* ฯ, an abbreviation, written behind its word */
#define ZERO_WIDTH_SPACE 0x200b /* stands between words */
#define PO_PLA           0x0e1b /* ป, with */
#define SARA_II          0x0e35 /* ◌ี the word ปี, year */
#define MAIYAMOK         0x0e46 /* ๆ, says the word before it again */

/* The numbers of names in data/th-units.tsv. */
enum { UNIT, MONTH, ERA };

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

/* Whether a year ends at `left`, ปี 2024. What follows does not belong to it. */
static bool ends_year(const via_line *line, size_t left)
{
    size_t at = left;

    while (left - at < 4 && via_char_digit(via_line_cp(line, at)) >= 0)
        at--;
    if (left - at != 4 || via_char_digit(via_line_cp(line, at)) >= 0)
        return false;
    if (via_char_class_of(via_line_cp(line, at)) == VIA_CHAR_SPACE)
        at--;
    return via_line_cp(line, at) == SARA_II && via_line_cp(line, at - 1) == PO_PLA;
}

/* Whether a number with a colon stands at `right`, the head of a list item: 2005: */
static bool is_item_head(const via_line *line, size_t right)
{
    size_t at = right;

    while (via_char_digit(via_line_cp(line, at)) >= 0)
        at++;
    return via_line_cp(line, at) == ':' &&
           via_char_class_of(via_line_cp(line, at + 1)) == VIA_CHAR_SPACE;
}

/* Whether an abbreviation such as พ.ศ. ends in the full stop at `i`. */
static bool ends_in_thai(const via_line *line, size_t i)
{
    return via_char_class_of(via_line_cp(line, i - 1)) == VIA_CHAR_THAI;
}

/* Whether what stands on both sides of a space belongs together; `left` is the last
 * code point before it, `right` the first behind it. */
static bool belongs_together(const via_prefixes *units, const via_line *line,
                             size_t left, size_t right)
{
    int32_t before = line->cps[left], after = line->cps[right];
    via_char_class class_before = via_char_class_of(before);
    via_char_class class_after = via_char_class_of(after);
    int unit = via_prefixes_find(units, line, right);

    if (after == '(' || after == PAIYANNOI || after == MAIYAMOK || before == ',' ||
        unit == ERA)
        return true;
    if (class_before == VIA_CHAR_THAI || (before == '.' && ends_in_thai(line, left)))
        return class_after == VIA_CHAR_DIGIT && !is_item_head(line, right);
    if (class_before != VIA_CHAR_DIGIT || ends_year(line, left) ||
        via_line_opens(line, right) || after == 0x2018)
        return false;
    return class_after == VIA_CHAR_DIGIT || class_after == VIA_CHAR_LATIN ||
           class_after == VIA_CHAR_MARK || unit >= 0;
}

void via_cut_thai(const via_prefixes *units, via_line *line)
{
    size_t left = 0;
    bool is_apart = false; /* whether a space stands behind `left` */

    for (size_t i = 0; i < line->n_cps; i++) {
        size_t close = line->mates[i];

        if (via_char_class_of(line->cps[i]) == VIA_CHAR_SPACE) {
            is_apart = is_apart || line->cps[i] != ZERO_WIDTH_SPACE;
            continue;
        }
        line->cuts[i] = is_apart && !belongs_together(units, line, left, i);
        if (line->cps[i] == '(' && close != VIA_LINE_NONE &&
            close - i <= ENCLOSED_MAX_CPS)
            i = close;
        left = i;
        is_apart = false;
    }
}
