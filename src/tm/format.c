/* Formats: their names, files and languages. */
#include "tm/format.h"

#include "base/ending.h"
#include "base/status.h"

#include <assert.h>
#include <string.h>

/* In the order of via_format. */
static const char *const names[] = {"tmx",   "tsv",   "beads", "ladder",
                                    "spans", "jsonl", "moses"};

#define N_FORMATS (sizeof names / sizeof *names)

bool via_format_find(const char *name, via_tm_options *opt)
{
    const char *slash = strrchr(name, '/');
    const char *begin = slash ? slash + 1 : name;
    bool is_gzipped = via_ending_is(begin, strlen(begin), ".gz");
    const char *end = begin + via_ending_cut(begin, strlen(begin), ".gz");

    for (const char *p = begin; p < end; p++) {
        if (*p == '.')
            begin = p + 1;
    }
    for (size_t i = 0; i < N_FORMATS; i++) {
        if (strlen(names[i]) != (size_t)(end - begin) ||
            strncmp(names[i], begin, (size_t)(end - begin)) != 0)
            continue;
        opt->format = (via_format)i;
        opt->is_gzipped = is_gzipped;
        return true;
    }
    return false;
}

const char *via_format_name(via_format format)
{
    assert((size_t)format < N_FORMATS);
    return names[format];
}

size_t via_tm_n_files(via_format format)
{
    return format == VIA_FORMAT_MOSES ? 2 : 1;
}

void via_tm_file_name(const via_tm_spec *spec, const char *stem, size_t part,
                      via_buffer *out)
{
    const char *ending = via_format_name(spec->opt->format);

    if (spec->opt->format == VIA_FORMAT_MOSES)
        ending = part == 0 ? spec->src_lang : spec->tgt_lang;
    via_buffer_format(out, "%s.%s%s", stem, ending, spec->opt->is_gzipped ? ".gz" : "");
}

/* ---- Language codes ------------------------------------------------------ */

/* Copies [begin, end) if it can be a language code. */
static bool copy_code(const char *begin, const char *end, char code[VIA_LANG_BYTES])
{
    size_t n_bytes = (size_t)(end - begin);

    if (n_bytes >= VIA_LANG_BYTES)
        return false;
    memcpy(code, begin, n_bytes);
    code[n_bytes] = '\0';
    return via_lang_is_valid(code);
}

/* Takes "vi=vi-VN" and the comma behind it off the front of `*list`. */
static bool next_rename(const char **list, char from[VIA_LANG_BYTES],
                        char to[VIA_LANG_BYTES])
{
    const char *end = *list + strcspn(*list, ",");
    const char *equals = memchr(*list, '=', (size_t)(end - *list));
    bool is_good =
        equals && copy_code(*list, equals, from) && copy_code(equals + 1, end, to);

    *list = *end ? end + 1 : end;
    return is_good;
}

via_status via_tm_check(const via_tm_spec *spec, via_error *err)
{
    char from[VIA_LANG_BYTES], to[VIA_LANG_BYTES];
    const char *list = spec->opt->tmx_langs;

    while (list && *list) {
        if (!next_rename(&list, from, to))
            return via_fail(err, VIA_E_ARGUMENT,
                            "\"%s\": expected codes such as vi=vi-VN,ja=ja-JP",
                            spec->opt->tmx_langs);
    }
    if (spec->opt->format == VIA_FORMAT_MOSES &&
        strcmp(spec->src_lang, spec->tgt_lang) == 0)
        return via_fail(err, VIA_E_ARGUMENT,
                        "moses files are told apart by their languages, both are %s",
                        spec->src_lang);
    return VIA_OK;
}

void via_tm_lang(const via_tm_options *opt, const char *lang, char code[VIA_LANG_BYTES])
{
    char from[VIA_LANG_BYTES], to[VIA_LANG_BYTES];
    const char *list = opt->tmx_langs;

    copy_code(lang, lang + strlen(lang), code);
    while (list && *list) {
        if (next_rename(&list, from, to) && strcmp(from, lang) == 0)
            strcpy(code, to);
    }
}
