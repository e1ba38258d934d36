/* Borders: how likely a sentence ends where a piece of fine cutting ends.
 *
 * The score of a border is the sum of the weights of all cues that are there:
 *
 *     … piece before          border          piece after …
 *     ^        ^     ^                        ^     ^
 *     |        |     +- before (last word),   |     +- length
 *     |        +- length      scripts         +- after (first word), signs
 *     +- start (first word, if the piece is short)
 *
 * Words are the longest ones of the table that the piece begins or ends with, since
 * the language writes no spaces between words. */
#include "segment/borders.h"

#include "text/chars.h"
#include "text/utf8.h"

/* A piece whose first word tells of the border behind it has fewer code points. */
#define SHORT_PIECE_CPS 12

#define LEFT_QUOTE  0x201c
#define RIGHT_QUOTE 0x201d

/* The same on both sides of a border. */
struct piece {
    const char *bytes;
    size_t n_bytes, n_cps;
    int32_t first, last; /* code points */
    bool has_thai;
    bool is_quote_open; /* where it ends, a quote is open */
};

static bool is_quote(int32_t cp)
{
    return cp == '"' || cp == LEFT_QUOTE || cp == RIGHT_QUOTE;
}

/* `is_open` tells whether a quote is open where the piece begins. */
static struct piece look_at(const via_doc *doc, const via_segment *seg, bool is_open)
{
    struct piece piece = {.bytes = doc->text + seg->begin,
                          .n_bytes = seg->end - seg->begin,
                          .is_quote_open = is_open};

    for (size_t at = 0; at < piece.n_bytes;) {
        int32_t cp = via_utf8_next(piece.bytes, &at);

        if (!piece.n_cps++)
            piece.first = cp;
        piece.last = cp;
        if (via_char_class_of(cp) == VIA_CHAR_THAI)
            piece.has_thai = true;
        if (is_quote(cp))
            piece.is_quote_open = cp == '"' ? !piece.is_quote_open : cp == LEFT_QUOTE;
    }
    return piece;
}

static int script_of(int32_t cp)
{
    switch (via_char_class_of(cp)) {
    case VIA_CHAR_THAI:
        return VIA_CUE_THAI;
    case VIA_CHAR_DIGIT:
        return VIA_CUE_DIGIT;
    case VIA_CHAR_MARK:
    case VIA_CHAR_SPACE:
        return VIA_CUE_MARK;
    default:
        return VIA_CUE_LATIN;
    }
}

/* ---- Scoring ------------------------------------------------------------- */

static float left_score(const via_cues *cues, const struct piece *left)
{
    float score = via_cues_length(cues, VIA_CUE_LEFT, left->n_cps);

    score += via_cues_suffix(cues, VIA_CUE_BEFORE, left->bytes, left->n_bytes);
    score += via_cues_suffix(cues, VIA_CUE_BEFORE_TWO, left->bytes, left->n_bytes);
    if (left->n_cps < SHORT_PIECE_CPS) {
        score += via_cues_prefix(cues, VIA_CUE_START, left->bytes, left->n_bytes);
        score += via_cues_prefix(cues, VIA_CUE_START_TWO, left->bytes, left->n_bytes);
    }
    if (!left->has_thai)
        score += via_cues_sign(cues, VIA_CUE_LEFT_HAS_NO_THAI);
    if (left->is_quote_open)
        score += via_cues_sign(cues, VIA_CUE_INSIDE_QUOTE);
    else if (is_quote(left->last))
        score += via_cues_sign(cues, VIA_CUE_CLOSING_QUOTE_BEFORE);
    return score;
}

static float right_score(const via_cues *cues, const struct piece *left,
                         const struct piece *right)
{
    float score = via_cues_length(cues, VIA_CUE_RIGHT, right->n_cps);
    bool is_opening =
        right->first == LEFT_QUOTE || (right->first == '"' && !left->is_quote_open);

    score += via_cues_prefix(cues, VIA_CUE_AFTER, right->bytes, right->n_bytes);
    score += via_cues_prefix(cues, VIA_CUE_AFTER_TWO, right->bytes, right->n_bytes);
    score += via_cues_scripts(cues, script_of(left->last), script_of(right->first));
    if (!right->has_thai)
        score += via_cues_sign(cues, VIA_CUE_RIGHT_HAS_NO_THAI);
    if (is_opening)
        score += via_cues_sign(cues, VIA_CUE_OPENING_QUOTE_AFTER);
    return score;
}

void via_score_borders(const via_cues *cues, const via_doc *doc, via_segment *segs,
                       size_t n_segs)
{
    struct piece left = {0}, right = {0};

    if (n_segs)
        left = look_at(doc, &segs[0], false);
    for (size_t i = 0; i < n_segs; i++, left = right) {
        float score = via_cues_sign(cues, VIA_CUE_EVERY_BORDER);

        score += left_score(cues, &left);
        if (segs[i].ends_block)
            score += via_cues_sign(cues, VIA_CUE_PARAGRAPH_END);
        if (i + 1 < n_segs) {
            bool is_open = left.is_quote_open && !segs[i].ends_block;
            right = look_at(doc, &segs[i + 1], is_open);
            score += right_score(cues, &left, &right);
        }
        segs[i].border_score = score;
    }
}
