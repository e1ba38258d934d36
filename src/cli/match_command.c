/* Match command: `vialign match`, which documents are translations of each other. */
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/talk.h"

struct options {
    const char *out_path, *lang_pairs;
    bool are_many, is_segmented, keeps_furniture, is_quiet;
    size_t n_workers;
    double min_confidence;
    cli_switch progress;
    via_input_options input;
};

static const struct options DEFAULTS = {
    .out_path = "-", .min_confidence = 0.5, .input = VIA_INPUT_OPTIONS_INIT};

static const cli_option OPTIONS[] = {
    {"output", 'o', CLI_TEXT, AT(out_path), "FILE", 0, 0, false,
     "table to write; - is stdout"},
    {"pairs", 0, CLI_TEXT, AT(lang_pairs), "LIST", 0, 0, false,
     "pairs of languages, such as vi-ja,en-ja; else\nVietnamese with every other "
     "language there, English\nwith the others for what has no Vietnamese, then\nthe "
     "rest"},
    {"min-confidence", 0, CLI_NUMBER, AT(min_confidence), "P", 0, 1, false,
     "leave out pairs that are less likely to be\nright"},
    {"many", 0, CLI_FLAG, AT(are_many), NULL, 0, 0, false,
     "a document may have several partners in a language,\nas where an article was "
     "printed twice"},
    {SHARED_SEGMENTED},
    {SHARED_KEEP_BOILERPLATE},
    SHARED_INPUT_ROWS{SHARED_PROGRESS},
    {SHARED_JOBS},
    {SHARED_QUIET},
};

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    via_match_options match = VIA_MATCH_OPTIONS_INIT;
    via_match_totals totals;
    cli_progress progress;
    via_error err;

    match.inputs = words->operands;
    match.n_inputs = words->n_operands;
    match.lang_pairs = opt->lang_pairs;
    match.out_path = opt->out_path;
    match.min_confidence = opt->min_confidence;
    match.are_many = opt->are_many;
    match.is_segmented = opt->is_segmented;
    match.keeps_furniture = opt->keeps_furniture;
    match.input = opt->input;
    match.n_workers = opt->n_workers;
    match.on_progress = cli_progress_show;
    match.on_failure = cli_progress_fail;
    match.data = &progress;

    cli_progress_begin(&progress, opt->progress, opt->is_quiet);
    via_status st = via_match_run(&match, &totals, &err);
    cli_progress_wipe(&progress);
    if ((st == VIA_OK || st == VIA_E_SOME) && !opt->is_quiet)
        cli_say("%zu documents read, %zu failed; %zu pairs matched", totals.n_docs,
                totals.n_failed_docs, totals.n_pairs);
    return cli_failed("match", st, &err);
}

const cli_command CLI_MATCH = {
    .name = "match",
    .operands = "INPUT...",
    .caption = "finds which documents are translations of each other",
    .details = "Reads documents and pairs them by what stands in them, whatever their "
               "names are.\nPrints a line for each pair: both documents, their "
               "languages, such as vi-ja, and\nhow likely it is that they are "
               "translations, between tabs. A document without a\npartner stands in "
               "no line. INPUT is as for batch.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_min = 1,
    .n_operands_max = SIZE_MAX,
    .run = run,
};
