/* Line: a block as code points, while it is being cut. */
#include "segment/line.h"

#include <stdlib.h>
#include <string.h>

#include "text/chars.h"
#include "text/utf8.h"

/* Brackets nest no deeper in any text that means something. Chosen, not tuned. */
#define DEPTH_MAX 32

static bool grow(via_line *line, size_t n_cps)
{
    if (n_cps <= line->capacity)
        return true;

    size_t capacity = n_cps + n_cps / 2;
    int32_t *cps = malloc(capacity * sizeof *cps);
    size_t *bytes = malloc((capacity + 1) * sizeof *bytes);
    size_t *mates = malloc(capacity * sizeof *mates);
    bool *cuts = malloc(capacity * sizeof *cuts);

    via_line_clear(line);
    *line = (via_line){NULL, cps, bytes, mates, cuts, 0, capacity};
    if (cps && bytes && mates && cuts)
        return true;
    via_line_clear(line);
    return false;
}

bool via_line_set(via_line *line, const via_doc *doc, const via_block *block)
{
    size_t at = block->begin;

    if (!grow(line, block->end - block->begin))
        return false;
    line->text = doc->text;
    line->n_cps = 0;
    while (at < block->end) {
        line->bytes[line->n_cps] = at;
        line->cps[line->n_cps++] = via_utf8_next(doc->text, &at);
    }
    line->bytes[line->n_cps] = at;
    memset(line->cuts, 0, line->n_cps * sizeof *line->cuts);
    return true;
}

void via_line_clear(via_line *line)
{
    free(line->cps);
    free(line->bytes);
    free(line->mates);
    free(line->cuts);
    *line = (via_line){0};
}

/* ---- Brackets and quotes ------------------------------------------------- */

/* Returns the closing partner of an opening bracket or quote, or 0. The single quote
 * is left out: it is mostly an apostrophe. */
static int32_t partner_of(int32_t cp)
{
    switch (cp) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case 0xab: /* « */
        return 0xbb;
    case 0x201c: /* “ */
        return 0x201d;
    case 0x201e: /* „ */
        return 0x201c;
    case 0xff08: /* （ */
        return 0xff09;
    case 0xff3b: /* ［ */
        return 0xff3d;
    case 0xff62: /* ｢ */
        return 0xff63;
    default:
        /* 〈〉《》「」『』【】 and 〔〕〖〗〘〙〚〛 */
        if ((cp >= 0x3008 && cp <= 0x3010) || (cp >= 0x3014 && cp <= 0x301a))
            return cp % 2 == 0 ? cp + 1 : 0;
        return 0;
    }
}

static bool is_opening(int32_t cp)
{
    return cp == 0x2018 || partner_of(cp);
}

static bool is_closing(int32_t cp)
{
    switch (cp) {
    case ')':
    case ']':
    case '}':
    case 0xbb:
    case 0x2019:
    case 0x201d:
    case 0xff09:
    case 0xff3d:
    case 0xff63:
        return true;
    default:
        return ((cp >= 0x3009 && cp <= 0x3011) || (cp >= 0x3015 && cp <= 0x301b)) &&
               cp % 2 == 1;
    }
}

static bool is_space_or_edge(const via_line *line, size_t i)
{
    return i >= line->n_cps || via_char_class_of(line->cps[i]) == VIA_CHAR_SPACE;
}

/* A straight quote with space before it only cannot close, with space behind it only
 * cannot open. */
static bool looks_opening(const via_line *line, size_t i)
{
    return is_space_or_edge(line, i - 1) && !is_space_or_edge(line, i + 1);
}

static bool looks_closing(const via_line *line, size_t i)
{
    return !is_space_or_edge(line, i - 1) && is_space_or_edge(line, i + 1);
}

bool via_line_opens(const via_line *line, size_t i)
{
    int32_t cp = via_line_cp(line, i);

    if (!is_opening(cp) && cp != '"')
        return false;
    if (line->mates[i] != VIA_LINE_NONE)
        return line->mates[i] > i;
    return cp != '"' || looks_opening(line, i);
}

bool via_line_closes(const via_line *line, size_t i)
{
    int32_t cp = via_line_cp(line, i);

    if (cp && line->mates[i] != VIA_LINE_NONE)
        return line->mates[i] < i;
    return cp == '"' ? looks_closing(line, i) : is_closing(cp);
}

/* The brackets that are open at some place. */
struct open {
    size_t places[DEPTH_MAX];
    size_t depth;
};

static void push(struct open *open, size_t i)
{
    if (open->depth < DEPTH_MAX)
        open->places[open->depth++] = i;
}

/* Closes the innermost open bracket whose partner is `cps[i]`; those inside it stay
 * alone. */
static bool close_bracket(via_line *line, struct open *open, size_t i)
{
    for (size_t depth = open->depth; depth-- > 0;) {
        size_t place = open->places[depth];
        int32_t wanted = line->cps[place] == '"' ? '"' : partner_of(line->cps[place]);

        if (wanted != line->cps[i])
            continue;
        line->mates[place] = i;
        line->mates[i] = place;
        open->depth = depth;
        return true;
    }
    return false;
}

/* A straight quote closes the one before if it can, else it opens if it can. */
static void match_straight(via_line *line, struct open *open, size_t i)
{
    if (!looks_opening(line, i) && close_bracket(line, open, i))
        return;
    if (!looks_closing(line, i))
        push(open, i);
}

/* “ closes in German („…“) and opens elsewhere, so closing is tried first. */
void via_line_match(via_line *line)
{
    struct open open = {.depth = 0};

    for (size_t i = 0; i < line->n_cps; i++) {
        int32_t cp = line->cps[i];
        int32_t partner = partner_of(cp);

        line->mates[i] = VIA_LINE_NONE;
        if (cp == '"')
            match_straight(line, &open, i);
        else if (!(partner || is_closing(cp)) || close_bracket(line, &open, i))
            continue;
        else if (partner)
            push(&open, i);
    }
}
