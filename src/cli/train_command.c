/* Train command: `vialign train`, what can be learned once and kept. */
#include "cli/shared_options.h"
#include "cli/talk.h"

struct options {
    const char *src_lang, *tgt_lang, *out, *lang_pairs, *model, *weights;
    double freedom;
    cli_shard fold;
    size_t n_passes, n_rounds, n_entries, n_workers;
    bool is_segmented, is_aligned, is_lexicon, has_no_seed, has_gold, is_quiet;
    via_input_options input;
};

static const struct options DEFAULTS = {.freedom = 1.0,
                                        .n_rounds = 200,
                                        .n_entries = 200000,
                                        .input = VIA_INPUT_OPTIONS_INIT};

static const cli_option OPTIONS[] = {
    {"source", 's', CLI_LANG, AT(src_lang), "LANG", 0, 0, false, "source language"},
    {"target", 't', CLI_LANG, AT(tgt_lang), "LANG", 0, 0, false, "target language"},
    {"output", 'o', CLI_TEXT, AT(out), "FILE", 0, 0, true,
     "where the model goes; gzipped if it ends\nin .gz"},
    {SHARED_SEGMENTED},
    {"aligned", 0, CLI_FLAG, AT(is_aligned), NULL, 0, 0, false,
     "each line is translated by the line of the same\nnumber"},
    {"model", 0, CLI_TEXT, AT(model), "FILE", 0, 0, false,
     "go on from a model that was trained before"},
    {SHARED_NO_SEED},
    {"entries", 0, CLI_COUNT, AT(n_entries), "N", 1, 100000000, false,
     "keep so many pairs of words, those that tell\nmost"},
    {"lexicon", 0, CLI_FLAG, AT(is_lexicon), NULL, 0, 0, false,
     "write the lexicon alone, as an installed seed is"},
    {"passes", 0, CLI_COUNT, AT(n_passes), "N", 1, 9, false,
     "rounds of learning, one more than alignments\n(default: 3)"},
    {"gold", 0, CLI_FLAG, AT(has_gold), NULL, 0, 0, false,
     "fit weights instead: INPUT are folders with answers\nbeside the texts, "
     "ID.vi-ja.gold (one segment a line)\nor ID.vi-ja.spans.tsv"},
    {"pairs", 0, CLI_TEXT, AT(lang_pairs), "LIST", 0, 0, false,
     "with --gold: only these pairs of languages, such as\nvi-ja,en-ja"},
    {"weights", 0, CLI_TEXT, AT(weights), "FILE", 0, 0, false,
     "weights to score with, and to start from"},
    {"freedom", 0, CLI_NUMBER, AT(freedom), "X", 0.001, 1000, false,
     "with --gold: how far a weight may move from its\nstart, a standard deviation"},
    {"rounds", 0, CLI_COUNT, AT(n_rounds), "N", 1, 10000, false,
     "with --gold: most rounds of the fit"},
    {"fold", 0, CLI_SHARD, AT(fold), "I/N", 0, 0, false,
     "with --gold: leave out the documents whose hash\nfalls to I of N, to test on "
     "them"},
    SHARED_INPUT_ROWS{SHARED_JOBS},
    {SHARED_QUIET},
};

static via_align_options align_options(const struct options *opt)
{
    return (via_align_options){(unsigned)opt->n_passes, opt->weights, opt->model,
                               opt->has_no_seed};
}

static int fit(const cli_words *words)
{
    const struct options *opt = words->options;
    via_fit_options fit = VIA_FIT_OPTIONS_INIT;
    via_fit_totals totals;
    via_error err;

    fit.inputs = words->operands;
    fit.n_inputs = words->n_operands;
    fit.lang_pairs = opt->lang_pairs;
    fit.out_path = opt->out;
    fit.align = align_options(opt);
    fit.fold = opt->fold.shard;
    fit.n_folds = opt->fold.n_shards;
    fit.freedom = opt->freedom;
    fit.n_rounds_max = (unsigned)opt->n_rounds;
    fit.n_workers = opt->n_workers;
    fit.input = opt->input;
    via_status st = via_fit_run(&fit, &totals, &err);
    if (st == VIA_OK && !opt->is_quiet)
        cli_say("%zu pairs of documents with answers: %.1f nats, %.1f before, in %u "
                "rounds",
                totals.n_lessons, totals.loss_after, totals.loss_before,
                totals.n_rounds);
    return cli_failed("train", st, &err);
}

static int train(const cli_words *words)
{
    const struct options *opt = words->options;
    via_train_options train = VIA_TRAIN_OPTIONS_INIT;
    via_train_totals totals;
    via_error err;

    train.inputs = words->operands;
    train.n_inputs = words->n_operands;
    train.src_lang = opt->src_lang;
    train.tgt_lang = opt->tgt_lang;
    train.out_path = opt->out;
    train.align = align_options(opt);
    train.is_segmented = opt->is_segmented;
    train.is_aligned = opt->is_aligned;
    train.is_lexicon = opt->is_lexicon;
    train.n_entries_max = opt->n_entries;
    train.n_workers = opt->n_workers;
    train.input = opt->input;
    if (!train.align.n_passes)
        train.align.n_passes = 3;
    via_status st = via_train_run(&train, &totals, &err);
    if (st == VIA_OK && !opt->is_quiet)
        cli_say("learned from %zu pairs of documents: %s", totals.n_pairs, opt->out);
    return cli_failed("train", st, &err);
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;

    if (opt->has_gold)
        return opt->src_lang || opt->tgt_lang
                   ? cli_usage("train", "expected --pairs with --gold, not -s and -t")
                   : fit(words);
    return opt->src_lang && opt->tgt_lang ? train(words)
                                          : cli_usage("train", "expected -s and -t");
}

const cli_command CLI_TRAIN = {
    .name = "train",
    .operands = "INPUT...",
    .caption = "learns a model from many texts, or weights from answers",
    .details = "Learns the words, lengths and habits of a pair of languages from texts "
               "that are\nfound as by `vialign batch`, and writes a model for --model "
               "of other commands.\nWith --gold, learns what each kind of evidence "
               "counts for, and writes a file for\n--weights of other commands.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_min = 1,
    .n_operands_max = SIZE_MAX,
    .run = run,
};
