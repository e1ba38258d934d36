/* Tests of segmentation by cases: three lines each, command, input and segments. */
#include "scratch.h"

#include <errno.h>

#include "base/buffer.h"
#include "vialign.h"

#define CASE_FOLDER    "tests/segment"
#define LINE_MAX_BYTES 4096

/* Where we are in a case file. */
struct cases {
    FILE *file;
    char path[256];
    size_t line, n_cases, n_failed;
};

/* Reads a line without its end; false at the end of the file. */
static bool read_line(struct cases *cases, char *line)
{
    if (!fgets(line, LINE_MAX_BYTES, cases->file))
        return false;
    cases->line++;
    line[strcspn(line, "\n")] = '\0';
    return true;
}

static bool fail_case(struct cases *cases, const char *what, const char *detail)
{
    print_error("%s:%zu: %s%s\n", cases->path, cases->line, what, detail);
    cases->n_failed++;
    return false;
}

/* Writes \n, \t and \\ as what they mean. */
static size_t unescape(const char *in, char *out)
{
    size_t n_bytes = 0;

    for (; *in; in++) {
        if (in[0] == '\\' && in[1] == 'n')
            out[n_bytes++] = '\n';
        else if (in[0] == '\\' && in[1] == 't')
            out[n_bytes++] = '\t';
        else
            out[n_bytes++] = *in;
        in += in[0] == '\\' && in[1];
    }
    return n_bytes;
}

static void join_segments(const via_doc *doc, via_buffer *joined)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes);

    for (size_t i = 0; i < n_segs; i++) {
        if (i)
            via_buffer_append_text(joined, " | ");
        via_buffer_append(joined, text + segs[i].begin, segs[i].end - segs[i].begin);
    }
}

/* Cuts `input` by the rules of `lang`; false with a message in `err`. */
static bool cut(const char *lang, const char *input, via_buffer *joined, via_error *err)
{
    char text[LINE_MAX_BYTES];
    via_doc_options opt = {.lang = lang, .name = "case"};
    via_segmenter *segmenter = NULL;
    via_doc *doc = NULL;

    via_status st = via_segmenter_new(lang, &segmenter, err);
    if (st == VIA_OK)
        st = via_doc_parse(text, unescape(input, text), &opt, &doc, err);
    if (st == VIA_OK)
        st = via_segment_doc(segmenter, doc, err);
    if (st == VIA_OK)
        join_segments(doc, joined);
    via_doc_free(doc);
    via_segmenter_free(segmenter);
    return st == VIA_OK;
}

static bool check_case(struct cases *cases, const char *command)
{
    char input[LINE_MAX_BYTES], expected[LINE_MAX_BYTES], lang[VIA_LANG_BYTES];
    via_buffer joined = VIA_BUFFER_INIT;
    via_error err = {VIA_OK, ""};

    if (sscanf(command, "segment -l %15s", lang) != 1)
        return fail_case(cases, "no such command: ", command);
    if (!read_line(cases, input) || !read_line(cases, expected))
        return fail_case(cases, "expected three lines", "");

    bool is_cut = cut(lang, input, &joined, &err);
    const char *found = via_buffer_text(&joined);
    if (!is_cut)
        fail_case(cases, "", err.message);
    else if (strcmp(found, expected) != 0)
        fail_case(cases, "got ", found);
    via_buffer_clear(&joined);
    return true;
}

static void check_file(struct cases *cases)
{
    char line[LINE_MAX_BYTES];

    cases->line = 0;
    while (read_line(cases, line)) {
        if (!*line || *line == '#')
            continue;
        cases->n_cases++;
        check_case(cases, line);
    }
}

static void test_cases(void **state)
{
    struct cases cases = {NULL, "", 0, 0, 0};
    DIR *folder = opendir(CASE_FOLDER);

    if (!folder)
        fail_msg("%s: %s; run from the root of the project", CASE_FOLDER,
                 strerror(errno));
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strstr(entry->d_name, ".case"))
            continue;
        snprintf(cases.path, sizeof cases.path, "%s/%.200s", CASE_FOLDER,
                 entry->d_name);
        cases.file = fopen(cases.path, "r");
        assert_non_null(cases.file);
        check_file(&cases);
        fclose(cases.file);
    }
    closedir(folder);

    print_message("%zu cases, %zu failed\n", cases.n_cases, cases.n_failed);
    assert_in_range(cases.n_cases, 100, 100000);
    assert_int_equal(cases.n_failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
