/* File name: what the path of a document says of its article and language. */
#ifndef VIA_CORPUS_FILENAME_H
#define VIA_CORPUS_FILENAME_H

#include "base/buffer.h"
#include "vialign.h"

typedef struct via_filename {
    char lang[VIA_LANG_BYTES]; /* of JSONL "" if the path does not say */
    bool is_page;              /* HTML */
    bool is_jsonl;
} via_filename;

/* Returns whether the first `n_bytes` bytes of `code` are a language code as it
 * stands in paths: "vi", "zh-Hant", "pt-BR", in exactly this spelling, so that
 * neither "vi-ja" nor "README" is taken for one. */
bool via_filename_is_lang(const char *code, size_t n_bytes);

/* Reads a relative path: `vi/a/name.txt`, `a/name.vi.txt` and `a/name.vi`, each
 * with `.gz` or without. Appends the id, `a/name`, to `id`. `root` is the name of
 * the folder that holds the path, or "". Returns false if the path is not a text by
 * its ending, or says no language, which `.jsonl` and `.ndjson` need not. */
bool via_filename_read(const char *path, const char *root, via_filename *out,
                       via_buffer *id);

#endif
