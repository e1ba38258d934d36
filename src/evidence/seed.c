/* Seed: the lexicon that is installed for a pair of languages. */
#include "evidence/seed.h"

#include "base/status.h"
#include "evidence/lexicon_file.h"
#include "io/reader.h"
#include "io/table.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static via_status take_line(via_lexicon_lines *lines, const char *line,
                            const char *path, size_t line_no, via_error *err)
{
    bool is_mine;
    via_status st = via_lexicon_lines_take(lines, line, path, line_no, &is_mine, err);

    if (st == VIA_OK && !is_mine)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s:%zu: expected a line 'all', 'target', 'source' or 'pair'",
                      path, line_no);
    return st;
}

static via_status load(const char *path, bool is_turned, via_spellings *spellings,
                       via_lexicon **out, via_error *err)
{
    via_reader *reader = NULL;
    via_lexicon_lines *lines = via_lexicon_lines_new(is_turned, spellings);
    const char *line;
    size_t n_bytes;

    via_status st = lines ? via_reader_open(path, &reader, err) : via_fail_memory(err);
    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_bytes, err)) == VIA_OK && line) {
        if (strlen(line) != n_bytes)
            st = via_fail(err, VIA_E_FORMAT, "%s:%zu: expected text, not a NUL byte",
                          path, via_reader_line(reader));
        else if (line[0] != '#' && line[0] != '\0')
            st = take_line(lines, line, path, via_reader_line(reader), err);
    }
    via_reader_close(reader);
    if (st == VIA_OK)
        return via_lexicon_lines_end(lines, out, err);
    via_lexicon_lines_free(lines);
    return st;
}

via_status via_seed_load(const char *src_lang, const char *tgt_lang,
                         via_spellings *spellings, via_lexicon **out, via_error *err)
{
    char name[2 * VIA_LANG_BYTES + 16], path[PATH_MAX];

    *out = NULL;
    for (int turn = 0; turn < 2; turn++) {
        snprintf(name, sizeof name, "seed-%s-%s.tsv.gz", turn ? tgt_lang : src_lang,
                 turn ? src_lang : tgt_lang);
        if (via_data_path(name, path, sizeof path))
            return load(path, turn, spellings, out, err);
    }
    return VIA_OK;
}
