/* Quote: the segments of a document that hold a string.
 *
 * White space and control characters are left out on both sides, so that a string may
 * come from a memory, where lines are joined and spaces folded. */
#include "align/quote.h"

#include "base/status.h"
#include "text/chars.h"
#include "text/normal.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct via_quoted {
    via_buffer text; /* segments without space, one behind the other */
    size_t *begins;  /* of each segment in `text`, and of the end */
    size_t n_segs;
};

static void append_tight(const char *bytes, size_t begin, size_t end, via_buffer *out)
{
    for (size_t at = begin; at < end;) {
        size_t from = at;

        if (via_char_class_of(via_utf8_next(bytes, &at)) != VIA_CHAR_SPACE)
            via_buffer_append(out, bytes + from, at - from);
    }
}

void via_quoted_free(via_quoted *quoted)
{
    if (!quoted)
        return;
    via_buffer_clear(&quoted->text);
    free(quoted->begins);
    free(quoted);
}

via_status via_quoted_new(const via_doc *doc, via_quoted **out, via_error *err)
{
    via_quoted *quoted = calloc(1, sizeof *quoted);
    size_t n_bytes, n_segs;
    const char *text = via_doc_text(doc, &n_bytes);
    const via_segment *segs = via_doc_segments(doc, &n_segs);

    *out = NULL;
    if (!quoted)
        return via_fail_memory(err);
    quoted->n_segs = n_segs;
    quoted->begins = calloc(n_segs + 1, sizeof *quoted->begins);
    for (size_t i = 0; quoted->begins && i < n_segs; i++) {
        append_tight(text, segs[i].begin, segs[i].end, &quoted->text);
        quoted->begins[i + 1] = quoted->text.n_bytes;
    }
    if (!quoted->begins || !via_buffer_text(&quoted->text)) {
        via_quoted_free(quoted);
        return via_fail_memory(err);
    }
    *out = quoted;
    return VIA_OK;
}

via_status via_quote_prepare(const char *bytes, size_t n_bytes, via_buffer *out,
                             via_error *err)
{
    via_buffer normal = VIA_BUFFER_INIT, points = VIA_BUFFER_INIT;
    via_status st = via_normalise(bytes, n_bytes, &normal, &points, err);

    if (st == VIA_OK)
        append_tight(normal.bytes, 0, normal.n_bytes, out);
    if (st == VIA_OK && (normal.has_failed || !via_buffer_text(out)))
        st = via_fail_memory(err);
    via_buffer_clear(&normal);
    via_buffer_clear(&points);
    return st;
}

/* The segment that holds a byte of the text: the last that begins at or before it. */
static size_t segment_of(const via_quoted *quoted, size_t byte)
{
    size_t low = 0, high = quoted->n_segs;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (quoted->begins[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    return low;
}

via_quote via_quote_find(const via_quoted *quoted, const char *string, size_t *begin,
                         size_t *end)
{
    const char *text = quoted->text.bytes, *at = strstr(text, string);
    size_t n_bytes = strlen(string);

    *begin = *end = 0;
    if (!at)
        return VIA_QUOTE_MISSING;
    *begin = segment_of(quoted, (size_t)(at - text));
    *end = segment_of(quoted, (size_t)(at - text) + n_bytes - 1) + 1;
    while ((at = strstr(at + 1, string)) != NULL) {
        if (segment_of(quoted, (size_t)(at - text)) != *begin ||
            segment_of(quoted, (size_t)(at - text) + n_bytes - 1) + 1 != *end)
            return VIA_QUOTE_AMBIGUOUS;
    }
    return VIA_QUOTE_FOUND;
}
