/* Model: what was learned of a pair of languages, kept in a file. */
#include "evidence/model.h"

#include "base/status.h"
#include "evidence/lexicon_file.h"
#include "io/reader.h"
#include "io/table.h"

#include <stdio.h>
#include <string.h>

static via_status take_line(via_lexicon_lines *lines, const char *line, size_t n_bytes,
                            const char *path, size_t line_no, via_error *err)
{
    bool is_mine;

    if (strlen(line) != n_bytes)
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected text, not a NUL byte",
                        path, line_no);
    via_status st = via_lexicon_lines_take(lines, line, path, line_no, &is_mine, err);
    if (st == VIA_OK && !is_mine)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s:%zu: expected a line 'all', 'target', 'source' or 'pair'",
                      path, line_no);
    return st;
}

via_status via_lexicon_load(const char *path, bool is_turned, via_lexicon **out,
                            via_error *err)
{
    via_reader *reader = NULL;
    via_lexicon_lines *lines = via_lexicon_lines_new(is_turned);
    const char *line;
    size_t n_bytes, n_lines = 0;

    *out = NULL;
    via_status st = lines ? via_reader_open(path, &reader, err) : via_fail_memory(err);
    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_bytes, err)) == VIA_OK && line) {
        if (n_bytes && line[0] != '#') {
            st = take_line(lines, line, n_bytes, path, via_reader_line(reader), err);
            n_lines++;
        }
    }
    via_reader_close(reader);
    if (st != VIA_OK) {
        via_lexicon_lines_free(lines);
        return st;
    }
    st = via_lexicon_lines_end(lines, out, err);
    if (st == VIA_OK && !*out && n_lines)
        st = via_fail(err, VIA_E_FORMAT, "%s: expected a line 'all'", path);
    return st;
}

via_status via_seed_load(const char *src_lang, const char *tgt_lang, via_lexicon **out,
                         via_error *err)
{
    char name[64], path[4096];

    *out = NULL;
    for (int turn = 0; turn < 2; turn++) {
        snprintf(name, sizeof name, "seed-%s-%s.tsv.gz", turn ? tgt_lang : src_lang,
                 turn ? src_lang : tgt_lang);
        if (via_data_path(name, path, sizeof path))
            return via_lexicon_load(path, turn, out, err);
    }
    return VIA_OK;
}
