/* Anchor cases: three lines each, command, text and what is found in it, as
 * kind=value@surface between " | ", or "-" for nothing. */
#ifndef VIA_TESTS_ANCHORS_CASES_H
#define VIA_TESTS_ANCHORS_CASES_H

#include "scratch.h"

#include "base/buffer.h"
#include "mention/mention.h"

#define CASE_LINE_BYTES 4096

/* Finds the mentions of one language in a text, with whatever `finder` is. */
typedef bool anchor_find_fn(const void *finder, const char *text, size_t n_bytes,
                            via_mention_fn *fn, void *data);

typedef struct anchor_tally {
    size_t n_cases, n_asked, n_told, n_right; /* of mentions */
} anchor_tally;

struct anchor_telling {
    const char *text;
    via_buffer line;
};

static inline bool anchor_tell(void *data, const via_mention *mention)
{
    struct anchor_telling *telling = data;
    via_buffer *line = &telling->line;

    if (line->n_bytes)
        via_buffer_append_text(line, " | ");
    via_buffer_append_text(line, via_mention_kind_name(mention->kind));
    via_buffer_append_char(line, '=');
    via_buffer_append_text(line, mention->value);
    via_buffer_append_char(line, '@');
    via_buffer_append(line, telling->text + mention->begin,
                      mention->end - mention->begin);
    return true;
}

/* The next item of a line between " | "; false at its end. */
static inline bool anchor_next_item(const char **rest, char *item)
{
    const char *end = strstr(*rest, " | ");
    size_t n_bytes = end ? (size_t)(end - *rest) : strlen(*rest);

    if (!n_bytes || strcmp(*rest, "-") == 0)
        return false;
    memcpy(item, *rest, n_bytes);
    item[n_bytes] = '\0';
    *rest += n_bytes + (end ? 3 : 0);
    return true;
}

static inline size_t anchor_count(const char *line, const char *wanted)
{
    char item[CASE_LINE_BYTES];
    size_t n_items = 0;

    while (anchor_next_item(&line, item))
        n_items += !wanted || strcmp(item, wanted) == 0;
    return n_items;
}

/* Counts each item that is asked for as right as often as it is told. */
static inline void anchor_count_case(anchor_tally *tally, const char *expected,
                                     const char *found)
{
    char item[CASE_LINE_BYTES];

    tally->n_cases++;
    tally->n_asked += anchor_count(expected, NULL);
    tally->n_told += anchor_count(found, NULL);
    for (const char *rest = expected; anchor_next_item(&rest, item);) {
        size_t n_before = anchor_count(expected, item) - anchor_count(rest, item);
        tally->n_right += n_before <= anchor_count(found, item);
    }
}

/* Reads a line without its end; false at the end of the file. */
static inline bool anchor_read_line(FILE *file, char *line, size_t *line_no)
{
    if (!fgets(line, CASE_LINE_BYTES, file))
        return false;
    ++*line_no;
    line[strcspn(line, "\n")] = '\0';
    return true;
}

/* Runs the cases of a file, whose commands must all be `command`. Says which give
 * something else than they should, but fails only if the file is not well formed. */
static inline anchor_tally anchor_run_cases(const char *path, const char *command,
                                            anchor_find_fn *find, const void *finder)
{
    char line[CASE_LINE_BYTES], text[CASE_LINE_BYTES];
    anchor_tally tally = {0};
    size_t line_no = 0;
    FILE *file = fopen(path, "r");

    if (!file)
        fail_msg("%s: cannot be read; run from the root of the project", path);
    while (anchor_read_line(file, line, &line_no)) {
        struct anchor_telling telling = {text, VIA_BUFFER_INIT};

        if (!*line || *line == '#')
            continue;
        if (strcmp(line, command) != 0 || !anchor_read_line(file, text, &line_no) ||
            !anchor_read_line(file, line, &line_no))
            fail_msg("%s:%zu: expected \"%s\", a text and its anchors", path, line_no,
                     command);
        assert_true(find(finder, text, strlen(text), anchor_tell, &telling));
        const char *found = telling.line.n_bytes ? via_buffer_text(&telling.line) : "-";
        if (strcmp(found, line) != 0)
            print_error("%s:%zu: got %s\n", path, line_no, found);
        anchor_count_case(&tally, line, found);
        via_buffer_clear(&telling.line);
    }
    fclose(file);
    return tally;
}

#endif
