/* Segment command: `vialign segment`, sentences, one a line. */
#include "cli/furniture_talk.h"
#include "cli/shared_options.h"
#include "cli/talk.h"

#include <string.h>

struct options {
    const char *lang, *encoding;
    bool has_spans, keeps_furniture, is_verbose;
};

static const struct options DEFAULTS = {.lang = NULL};

static const cli_option OPTIONS[] = {
    {"lang", 'l', CLI_LANG, AT(lang), "LANG", 0, 0, true,
     "vi, ja, th, en or any other BCP 47 code"},
    {SHARED_ENCODING},
    {"spans", 0, CLI_FLAG, AT(has_spans), NULL, 0, 0, false,
     "begin TAB end TAB text, in code points of FILE as\n"
     "given, a byte order mark not counted, or of the\ntext of a page"},
    {SHARED_KEEP_BOILERPLATE},
    {"verbose", 'v', CLI_FLAG, AT(is_verbose), NULL, 0, 0, false,
     "say how many lines are furniture, and why"},
};

/* Returns how many bytes of white space `text` begins with as one character:
 * White_Space of Unicode; 0 if it is none. `text` is NUL-terminated UTF-8. */
static size_t space_bytes(const unsigned char *text)
{
    if (*text == ' ' || (*text >= '\t' && *text <= '\r'))
        return 1;
    if (*text == 0xc2 && (text[1] == 0x85 || text[1] == 0xa0))
        return 2;
    if (*text == 0xe1 && text[1] == 0x9a && text[2] == 0x80)
        return 3;
    if (*text == 0xe2 && text[1] == 0x80 &&
        (text[2] <= 0x8a || text[2] == 0xa8 || text[2] == 0xa9 || text[2] == 0xaf))
        return 3;
    if (*text == 0xe2 && text[1] == 0x81 && text[2] == 0x9f)
        return 3;
    return *text == 0xe3 && text[1] == 0x80 && text[2] == 0x80 ? 3 : 0;
}

/* Prints text with each run of white space as one space. */
static void print_folded(const char *text, size_t begin, size_t end)
{
    bool is_space = false;

    while (begin < end) {
        size_t n_bytes = space_bytes((const unsigned char *)text + begin);

        if (n_bytes && !is_space)
            putchar(' ');
        if (!n_bytes)
            putchar(text[begin]);
        is_space = n_bytes > 0;
        begin += n_bytes ? n_bytes : 1;
    }
    putchar('\n');
}

static void print_segments(const via_doc *doc, bool has_spans)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes);

    for (size_t i = 0; i < n_segs && !ferror(stdout); i++) {
        if (has_spans)
            printf("%zu\t%zu\t", segs[i].src_begin, segs[i].src_end);
        print_folded(text, segs[i].begin, segs[i].end);
    }
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    const char *path = words->n_operands ? words->operands[0] : "-";
    via_doc_options doc_opt = {.lang = opt->lang,
                               .keeps_furniture = opt->keeps_furniture,
                               .encoding = opt->encoding};
    via_segmenter *segmenter = NULL;
    via_doc *doc = NULL;
    via_error err;

    via_status st = via_segmenter_new(opt->lang, &segmenter, &err);
    if (st == VIA_OK)
        st = via_doc_load(path, &doc_opt, &doc, &err);
    if (st == VIA_OK)
        st = via_segment_doc(segmenter, doc, &err);
    if (st == VIA_OK)
        print_segments(doc, opt->has_spans);
    if (st == VIA_OK && opt->is_verbose)
        cli_say_furniture(doc);
    via_doc_free(doc);
    via_segmenter_free(segmenter);
    return cli_failed("segment", st, &err);
}

const cli_command CLI_SEGMENT = {
    .name = "segment",
    .operands = "[FILE]",
    .caption = "cuts a text into sentences, one a line",
    .details = "Cuts FILE, or standard input, into sentences and prints them, one a "
               "line. Thai,\nwhich has no mark for the end of a sentence, is cut into "
               "clauses.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_max = 1,
    .run = run,
};
