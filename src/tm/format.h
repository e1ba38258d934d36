/* Formats: their names, files and languages. */
#ifndef VIA_TM_FORMAT_H
#define VIA_TM_FORMAT_H

#include "base/buffer.h"
#include "vialign.h"

/* What all files of one memory share. */
typedef struct via_tm_spec {
    const via_tm_options *opt;
    const char *src_lang, *tgt_lang;
} via_tm_spec;

/* Returns "tmx", "tsv" and so on; a constant. */
const char *via_format_name(via_format format);

/* Returns how many files a memory has, 2 for moses; their numbers are `part`. */
size_t via_tm_n_files(via_format format);

/* Appends the name of a file: "tm/vi-ja" gives tm/vi-ja.tmx.gz, and for moses
 * tm/vi-ja.vi.gz or tm/vi-ja.ja.gz. */
void via_tm_file_name(const via_tm_spec *spec, const char *stem, size_t part,
                      via_buffer *out);

/* Fails with VIA_E_ARGUMENT if `tmx_langs` is not what it should be, or moses files
 * would have one name. Call it once before rendering. */
via_status via_tm_check(const via_tm_spec *spec, via_error *err);

/* Writes the code of a language as TMX is to have it. */
void via_tm_lang(const via_tm_options *opt, const char *lang,
                 char code[VIA_LANG_BYTES]);

#endif
