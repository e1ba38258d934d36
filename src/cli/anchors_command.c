/* Anchors command: `vialign anchors`, the numbers, dates and names of a text. */
#include "cli/command.h"
#include "cli/talk.h"

#include <string.h>

struct options {
    const char *lang, *src_lang, *tgt_lang;
};

static const struct options DEFAULTS = {NULL, NULL, NULL};

#define AT(member) offsetof(struct options, member)

static const cli_option OPTIONS[] = {
    {"lang", 'l', CLI_LANG, AT(lang), "LANG", 0, 0, false,
     "the language of FILE: vi, ja, th, en or any other"},
    {"source", 's', CLI_LANG, AT(src_lang), "LANG", 0, 0, false,
     "the language of SOURCE"},
    {"target", 't', CLI_LANG, AT(tgt_lang), "LANG", 0, 0, false,
     "the language of TARGET"},
};

/* A tab or line end in a text would break the table. */
static void print_field(const char *text, char end)
{
    for (; *text; text++)
        putchar((unsigned char)*text < ' ' ? ' ' : *text);
    putchar(end);
}

static bool print_mentioned(void *data, const via_mentioned *at)
{
    (void)data;
    printf("%zu\t%zu\t%s\t", at->begin, at->end, at->kind);
    print_field(at->value, '\t');
    print_field(at->surface, '\n');
    return !ferror(stdout);
}

static bool print_matched(void *data, const via_matched *at)
{
    (void)data;
    printf("%zu\t%zu\t%zu\t%zu\t%s\t", at->src.begin, at->src.end, at->tgt.begin,
           at->tgt.end, at->src.kind);
    print_field(at->src.value, '\t');
    printf("%.4f\t", at->score);
    print_field(at->src.surface, '\t');
    print_field(at->tgt.surface, '\n');
    return !ferror(stdout);
}

static via_status load(const char *path, const char *lang, bool is_cut, via_doc **out,
                       via_error *err)
{
    via_doc_options opt = {.lang = lang};
    via_segmenter *segmenter = NULL;
    via_status st = via_doc_load(path, &opt, out, err);

    if (st == VIA_OK && is_cut)
        st = via_segmenter_new(lang, &segmenter, err);
    if (st == VIA_OK && is_cut)
        st = via_segment_doc(segmenter, *out, err);
    via_segmenter_free(segmenter);
    return st;
}

static int run_one(const struct options *opt, const char *path)
{
    via_doc *doc = NULL;
    via_error err;
    via_status st = load(path, opt->lang, false, &doc, &err);

    if (st == VIA_OK)
        st = via_anchors_find(doc, print_mentioned, NULL, &err);
    via_doc_free(doc);
    return cli_failed("anchors", st, &err);
}

static int run_pair(const struct options *opt, const char *const *paths)
{
    via_doc *src = NULL, *tgt = NULL;
    via_error err;
    via_status st = load(paths[0], opt->src_lang, true, &src, &err);

    if (st == VIA_OK)
        st = load(paths[1], opt->tgt_lang, true, &tgt, &err);
    if (st == VIA_OK)
        st = via_anchors_match((via_pair){src, tgt, NULL}, print_matched, NULL, &err);
    via_doc_free(src);
    via_doc_free(tgt);
    return cli_failed("anchors", st, &err);
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;

    if (opt->src_lang && opt->tgt_lang && !opt->lang) {
        if (words->n_operands != 2)
            return cli_usage("anchors", "expected SOURCE and TARGET");
        if (strcmp(words->operands[0], "-") == 0 &&
            strcmp(words->operands[1], "-") == 0)
            return cli_usage("anchors", "only one of SOURCE and TARGET can be '-'");
        return run_pair(opt, words->operands);
    }
    if (!opt->lang || opt->src_lang || opt->tgt_lang)
        return cli_usage("anchors", "expected -l for one text, or -s and -t for two");
    if (words->n_operands > 1)
        return cli_usage("anchors", "expected one FILE");
    return run_one(opt, words->n_operands ? words->operands[0] : "-");
}

const cli_command CLI_ANCHORS = {
    .name = "anchors",
    .operands = "[FILE | SOURCE TARGET]",
    .caption = "shows numbers, dates, names and terms, or what two texts share",
    .details =
        "With -l, prints what FILE, or standard input, mentions, one a line: begin, "
        "end,\nkind, value and the text itself, between tabs. With -s and -t, prints "
        "what\nSOURCE and TARGET both mention, without aligning them: begin and end in "
        "each,\nkind, value, score and both texts. Places are code points of the files "
        "as given.\nKinds are number, percent, ordinal, date, time, term, name and "
        "copy.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_max = 2,
    .run = run,
};
