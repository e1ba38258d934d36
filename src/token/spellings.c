/* Spellings: which letters a token of some documents has, by its hash. */
#include "token/spellings.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "token/tokens.h"

#include <stdlib.h>

struct via_spellings {
    via_intern *tokens; /* hashes */
    via_buffer begins;  /* by number of a token: where its text begins, size_t */
    via_buffer texts;   /* each with a NUL */
};

via_spellings *via_spellings_new(void)
{
    via_spellings *spellings = calloc(1, sizeof *spellings);

    if (spellings)
        spellings->tokens = via_intern_new();
    if (spellings && !spellings->tokens) {
        free(spellings);
        return NULL;
    }
    return spellings;
}

void via_spellings_free(via_spellings *spellings)
{
    if (!spellings)
        return;
    via_intern_free(spellings->tokens);
    via_buffer_clear(&spellings->begins);
    via_buffer_clear(&spellings->texts);
    free(spellings);
}

bool via_spellings_add_token(via_spellings *to, const char *bytes, size_t n_bytes)
{
    uint64_t hash = via_hash_bytes(bytes, n_bytes);
    size_t n_before = via_intern_count(to->tokens), begin = to->texts.n_bytes;

    if (via_intern_add(to->tokens, (const char *)&hash, sizeof hash) == VIA_INTERN_NONE)
        return false;
    if (via_intern_count(to->tokens) == n_before)
        return true;
    via_buffer_append(&to->begins, (const char *)&begin, sizeof begin);
    via_buffer_append(&to->texts, bytes, n_bytes);
    via_buffer_append_char(&to->texts, '\0');
    return !to->begins.has_failed && !to->texts.has_failed;
}

static bool collect(void *data, const char *bytes, size_t n_bytes)
{
    return via_spellings_add_token(data, bytes, n_bytes);
}

via_status via_spellings_add(via_spellings *spellings, const via_doc *doc,
                             via_error *err)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes);
    via_tokenizer *tokenizer = via_tokenizer_new(via_doc_lang(doc));
    via_status st = tokenizer ? VIA_OK : via_fail_memory(err);

    for (size_t i = 0; st == VIA_OK && i < n_segs; i++)
        st = via_tokens_find(tokenizer, text, segs[i].begin, segs[i].end, collect,
                             spellings, err);
    via_tokenizer_free(tokenizer);
    return st;
}

const char *via_spellings_of(const via_spellings *spellings, uint64_t token)
{
    uint32_t id =
        via_intern_find(spellings->tokens, (const char *)&token, sizeof token);

    if (id == VIA_INTERN_NONE)
        return NULL;
    return spellings->texts.bytes +
           ((const size_t *)(const void *)spellings->begins.bytes)[id];
}
