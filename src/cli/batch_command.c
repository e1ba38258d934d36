/* Batch command: `vialign batch`, many documents at once. */
#include "cli/furniture_talk.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/talk.h"

struct options {
    const char *out_dir, *lang_pairs, *match, *formats, *weights, *model, *tmx_langs,
        *stats, *anchors, *add_to;
    bool is_segmented, keeps_furniture, is_per_document, is_multi, is_resumed,
        has_no_seed, is_quiet, is_verbose;
    size_t n_passes, n_workers;
    double min_confidence;
    cli_shard shard;
    cli_switch progress;
    via_input_options input;
};

static const struct options DEFAULTS = {
    .match = "name", .formats = "tmx", .input = VIA_INPUT_OPTIONS_INIT};

static const cli_option OPTIONS[] = {
    {"output", 'o', CLI_TEXT, AT(out_dir), "DIR", 0, 0, true, "folder to write to"},
    {"pairs", 0, CLI_TEXT, AT(lang_pairs), "LIST", 0, 0, false,
     "pairs of languages, such as vi-ja,en-ja; else\nVietnamese with every other "
     "language there, English\nwith the others where there is no Vietnamese, then\nthe "
     "rest"},
    {"match", 0, CLI_CHOICE, AT(match), "name|content|both", 0, 0, false,
     "what tells that documents are translations: their\nnames, what stands in them, "
     "or "
     "names, then content\nfor the rest"},
    {"format", 'f', CLI_TEXT, AT(formats), "LIST", 0, 0, false,
     "tmx, tsv, beads, ladder, spans, jsonl, moses,\nbetween commas; with .gz "
     "compressed, "
     "as tmx in\nmemories of many documents always is"},
    {SHARED_SEGMENTED},
    {SHARED_KEEP_BOILERPLATE},
    {"per-document", 0, CLI_FLAG, AT(is_per_document), NULL, 0, 0, false,
     "a file for each pair of documents,\nDIR/ID.vi-ja.FORMAT, not for each pair of\n"
     "languages"},
    {"multi", 0, CLI_FLAG, AT(is_multi), NULL, 0, 0, false,
     "also one memory of all languages, DIR/multi.tmx.gz,\nwith units of two to four "
     "of "
     "them"},
    {"add-to", 0, CLI_TEXT, AT(add_to), "FILE", 0, 0, false,
     "multi.jsonl of an earlier run: its units come out as\nthey stood, with texts of "
     "languages that they lack,\nand new ones beside them"},
    {SHARED_MIN_CONFIDENCE},
    {"anchors", 0, CLI_TEXT, AT(anchors), "DIR", 0, 0, false,
     "folder with what is decided of pairs of documents,\nID.vi-ja.beads, as for "
     "align"},
    {"passes", 0, CLI_COUNT, AT(n_passes), "N", 1, 9, false,
     "rounds of learning from the batch itself, 1 for\nnone (default: 3, or 1 with "
     "--model)"},
    {"model", 0, CLI_TEXT, AT(model), "FILE", 0, 0, false,
     "what `vialign train` learned of one of the pairs of\nlanguages; with one pass "
     "nothing is learned there"},
    {"no-seed", 0, CLI_FLAG, AT(has_no_seed), NULL, 0, 0, false,
     "leave out the lexicons that are installed"},
    {SHARED_WEIGHTS},
    {SHARED_TMX_LANG},
    {"shard", 0, CLI_SHARD, AT(shard), "I/N", 0, 0, false,
     "only the documents whose hash falls to I of N"},
    {"resume", 0, CLI_FLAG, AT(is_resumed), NULL, 0, 0, false,
     "leave alone what an earlier run has finished"},
    SHARED_INPUT_ROWS{"stats", 0, CLI_TEXT, AT(stats), "FILE", 0, 0, false,
                      "where to write figures as JSON\n(default: DIR/stats.json)"},
    {SHARED_PROGRESS},
    {SHARED_JOBS},
    {SHARED_QUIET},
    {"verbose", 'v', CLI_FLAG, AT(is_verbose), NULL, 0, 0, false,
     "say more of what was done"},
};

static void talk(const struct options *opt, const via_batch_totals *totals)
{
    if (opt->is_quiet)
        return;
    cli_say("%zu documents read, %zu failed; %zu pairs aligned, %zu units in %s",
            totals->n_docs, totals->n_failed_docs, totals->n_pairs, totals->n_units,
            opt->out_dir);
    if (!opt->is_verbose)
        return;
    cli_say("%zu segments, %zu beads, %.2f s", totals->n_segs, totals->n_beads,
            totals->wall_s);
    cli_say_furniture_of("documents", totals->n_furniture);
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    via_batch_options batch = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    cli_progress progress;
    via_error err;

    batch.inputs = words->operands;
    batch.n_inputs = words->n_operands;
    batch.out_dir = opt->out_dir;
    batch.lang_pairs = opt->lang_pairs;
    batch.match = opt->match;
    batch.formats = opt->formats;
    batch.stats_path = opt->stats;
    batch.locks_dir = opt->anchors;
    batch.tm.min_confidence = opt->min_confidence;
    batch.tm.tmx_langs = opt->tmx_langs;
    batch.align = (via_align_options){(unsigned)opt->n_passes, opt->weights, opt->model,
                                      opt->has_no_seed};
    batch.n_workers = opt->n_workers;
    batch.is_segmented = opt->is_segmented;
    batch.keeps_furniture = opt->keeps_furniture;
    batch.is_per_document = opt->is_per_document;
    batch.is_multi = opt->is_multi;
    batch.add_to = opt->add_to;
    batch.is_resumed = opt->is_resumed;
    batch.shard = opt->shard.shard;
    batch.n_shards = opt->shard.n_shards;
    batch.on_progress = cli_progress_show;
    batch.on_failure = cli_progress_fail;
    batch.data = &progress;
    batch.input = opt->input;

    cli_progress_begin(&progress, opt->progress, opt->is_quiet);
    via_status st = via_batch_run(&batch, &totals, &err);
    cli_progress_wipe(&progress);
    if (st == VIA_OK || st == VIA_E_SOME)
        talk(opt, &totals);
    return cli_failed("batch", st, &err);
}

const cli_command CLI_BATCH = {
    .name = "batch",
    .operands = "INPUT...",
    .caption = "aligns many documents at once; the main job",
    .details = "Finds documents, pairs them by name, aligns them and writes a memory "
               "for each\npair of languages, with figures in DIR/stats.json. INPUT is "
               "a folder of\nLANG/NAME.txt or NAME.LANG.txt, such a file, JSONL with a "
               "document a line (which\npair up by group, else by id), a folder of "
               "LANG/text.gz with LANG/url.gz, or a\ntable with a header line of id "
               "and languages whose cells are paths. Pages\nend in .html or "
               ".htm. All may be gzipped. \"-\" is standard input.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_min = 1,
    .n_operands_max = SIZE_MAX,
    .run = run,
};
