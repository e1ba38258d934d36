/* Train command: `vialign train`, what can be learned once and kept. */
#include "cli/command.h"
#include "cli/talk.h"

struct options {
    const char *lang_pairs, *out, *weights;
    double freedom;
    cli_shard fold;
    size_t n_passes, n_rounds, n_workers, n_entries;
    bool is_aligned;
};

static const struct options DEFAULTS = {.n_passes = 3, .freedom = 1.0, .n_rounds = 200, .n_entries = 100000};

#define AT(member) offsetof(struct options, member)

static const cli_option OPTIONS[] = {
    {"output", 'o', CLI_TEXT, AT(out), "FILE", 0, 0, true, "where the weights go"},
    {"pairs", 0, CLI_TEXT, AT(lang_pairs), "A-B,…", 0, 0, false, "pairs of languages"},
    {"weights", 0, CLI_TEXT, AT(weights), "FILE", 0, 0, false, "start"},
    {"freedom", 0, CLI_NUMBER, AT(freedom), "X", 0.001, 1000, false, "freedom"},
    {"fold", 0, CLI_SHARD, AT(fold), "I/N", 0, 0, false, "leave out"},
    {"aligned", 0, CLI_FLAG, AT(is_aligned), NULL, 0, 0, false, "lines are aligned"},
    {"entries", 0, CLI_COUNT, AT(n_entries), "N", 1, 10000000, false, "most pairs"},
    {"passes", 0, CLI_COUNT, AT(n_passes), "N", 1, 20, false, "passes"},
    {"rounds", 0, CLI_COUNT, AT(n_rounds), "N", 1, 1000, false, "rounds"},
    {"jobs", 'j', CLI_COUNT, AT(n_workers), "N", 1, 1024, false, "workers"},
};

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    via_train_options train = VIA_TRAIN_OPTIONS_INIT;
    via_train_totals totals;
    via_error err;

    train.inputs = words->operands;
    train.n_inputs = words->n_operands;
    train.out_path = opt->out;
    train.lang_pairs = opt->lang_pairs;
    train.align.n_passes = (unsigned)opt->n_passes;
    train.align.weights_path = opt->weights;
    train.freedom = opt->freedom;
    train.n_rounds_max = (unsigned)opt->n_rounds;
    train.fold = opt->fold.shard;
    train.n_folds = opt->fold.n_shards;
    train.is_aligned = opt->is_aligned;
    train.n_entries_max = opt->n_entries;
    train.n_workers = opt->n_workers;
    via_status st = via_train_run(&train, &totals, &err);
    if (st == VIA_OK)
        cli_say("%zu lessons: loss %.1f -> %.1f nats in %u rounds", totals.n_lessons,
                totals.loss_before, totals.loss_after, totals.n_rounds);
    return cli_failed("train", st, &err);
}

const cli_command CLI_TRAIN = {
    .name = "train",
    .operands = "INPUT…",
    .caption = "learns weights",
    .details = "",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_min = 1,
    .n_operands_max = 1000,
    .run = run,
};
