/* Align command: `vialign align`, one pair of documents. */
#include "cli/align_stats.h"
#include "cli/clock.h"
#include "cli/furniture_talk.h"
#include "cli/shared_options.h"
#include "cli/talk.h"

#include <string.h>

struct options {
    const char *src_lang, *tgt_lang, *output, *format, *weights, *model, *tmx_langs,
        *stats, *anchors, *encoding;
    bool is_segmented, keeps_furniture, has_no_seed, is_quiet, is_verbose;
    size_t n_passes, n_workers;
    double min_confidence;
};

static const struct options DEFAULTS = {.output = "-"};

static const cli_option OPTIONS[] = {
    {"source", 's', CLI_LANG, AT(src_lang), "LANG", 0, 0, true,
     "language of SOURCE: vi, ja, th, en or any other\nBCP 47 code"},
    {"target", 't', CLI_LANG, AT(tgt_lang), "LANG", 0, 0, true, "language of TARGET"},
    {"output", 'o', CLI_TEXT, AT(output), "OUT", 0, 0, false,
     "where to write; - is standard output; a name\nending in .gz is compressed"},
    {"format", 'f', CLI_TEXT, AT(format), "FORMAT", 0, 0, false,
     "tmx, tsv, beads, ladder, spans, jsonl or moses\n(which writes OUT.SOURCE and "
     "OUT.TARGET), each\nwith .gz or without; else by the ending of OUT,\nelse tsv"},
    {SHARED_SEGMENTED},
    {SHARED_KEEP_BOILERPLATE},
    {SHARED_MIN_CONFIDENCE},
    {"anchors", 0, CLI_TEXT, AT(anchors), "FILE", 0, 0, false,
     "what is decided, one a line: [3]:[4, 5], a bead\nthat must come out; two segment "
     "numbers or two\nstrings with a tab between, for one bead"},
    {"passes", 0, CLI_COUNT, AT(n_passes), "N", 1, 9, false,
     "rounds of learning from the pair itself, 1 for none\n(default: 3, or 1 with "
     "--model)"},
    {"model", 0, CLI_TEXT, AT(model), "FILE", 0, 0, false,
     "what `vialign train` learned; with one pass nothing\nelse is learned"},
    {SHARED_NO_SEED},
    {SHARED_WEIGHTS},
    {SHARED_TMX_LANG},
    {SHARED_ENCODING},
    {"stats", 0, CLI_TEXT, AT(stats), "FILE", 0, 0, false,
     "write figures as JSON; - is standard output"},
    {SHARED_JOBS},
    {SHARED_QUIET},
    {"verbose", 'v', CLI_FLAG, AT(is_verbose), NULL, 0, 0, false, "say what was found"},
};

static bool has_ending(const char *path, const char *ending)
{
    size_t n_path = strlen(path), n_ending = strlen(ending);

    return n_path > n_ending && strcmp(path + n_path - n_ending, ending) == 0;
}

/* Finds out how to write; says what is wrong with the words. */
static bool choose_format(const struct options *opt, via_tm_options *tm)
{
    via_tm_options by_ending = VIA_TM_OPTIONS_INIT;
    bool is_stdout = strcmp(opt->output, "-") == 0;
    bool is_named = !is_stdout && via_format_find(opt->output, &by_ending);

    *tm = (via_tm_options)VIA_TM_OPTIONS_INIT;
    if (opt->format) {
        if (!via_format_find(opt->format, tm))
            return cli_usage("align", "%s: no such format", opt->format), false;
    } else if (is_named) {
        *tm = by_ending;
    }
    tm->is_gzipped = tm->is_gzipped || has_ending(opt->output, ".gz");
    if (tm->format == VIA_FORMAT_MOSES && is_stdout)
        return cli_usage("align", "moses: expected -o OUT, since it is two files"),
               false;
    tm->min_confidence = opt->min_confidence;
    tm->tmx_langs = opt->tmx_langs;
    return true;
}

/* Loads a document and cuts it. */
static via_status load(const char *path, const char *lang, const struct options *opt,
                       via_doc **out, via_error *err)
{
    via_doc_options doc_opt = {.lang = lang,
                               .is_segmented = opt->is_segmented,
                               .keeps_furniture = opt->keeps_furniture,
                               .encoding = opt->encoding};
    via_segmenter *segmenter = NULL;
    via_status st = via_doc_load(path, &doc_opt, out, err);

    if (st == VIA_OK && !opt->is_segmented)
        st = via_segmenter_new(lang, &segmenter, err);
    if (st == VIA_OK && !opt->is_segmented)
        st = via_segment_doc(segmenter, *out, err);
    via_segmenter_free(segmenter);
    return st;
}

/* Aligns, and keeps to what is decided. */
static via_status align(const struct options *opt, via_pair pair, via_ladder **out,
                        via_error *err)
{
    via_align_options align_opt = {(unsigned)opt->n_passes, opt->weights, opt->model,
                                   opt->has_no_seed};
    size_t n_workers = opt->n_workers ? opt->n_workers : via_default_workers();
    via_aligner *aligner = NULL;
    via_locks *locks = NULL;
    via_status st =
        via_aligner_new(opt->src_lang, opt->tgt_lang, &align_opt, &aligner, err);

    if (st == VIA_OK && opt->anchors)
        st = via_locks_load(opt->anchors, pair, &locks, err);
    pair.locks = locks;
    if (st == VIA_OK)
        st = via_aligner_learn(aligner, &pair, 1, n_workers, err);
    if (st == VIA_OK)
        st = via_align(aligner, pair, out, err);
    via_aligner_free(aligner);
    via_locks_free(locks);
    return st;
}

static void talk(const struct options *opt, const via_doc *doc)
{
    size_t n_segs;

    via_doc_segments(doc, &n_segs);
    if (opt->is_verbose)
        cli_say("%s: %zu segments", via_doc_name(doc), n_segs);
    else if (!n_segs && !opt->is_quiet)
        cli_say("%s: holds no text", via_doc_name(doc));
    if (opt->is_verbose)
        cli_say_furniture(doc);
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    const char *const *paths = words->operands;
    double start_s = cli_now_s();
    via_doc *src = NULL, *tgt = NULL;
    via_ladder *ladder = NULL;
    via_tm_options tm;
    via_error err;

    if (strcmp(paths[0], "-") == 0 && strcmp(paths[1], "-") == 0)
        return cli_usage("align", "-: expected for SOURCE or TARGET, not for both");
    if (opt->anchors && strcmp(opt->anchors, "-") == 0)
        return cli_usage("align", "--anchors: expected a file, not standard input");
    if (!choose_format(opt, &tm))
        return CLI_USAGE;

    via_status st = load(paths[0], opt->src_lang, opt, &src, &err);
    if (st == VIA_OK)
        st = load(paths[1], opt->tgt_lang, opt, &tgt, &err);
    if (st != VIA_OK)
        goto done;
    talk(opt, src);
    talk(opt, tgt);
    st = align(opt, (via_pair){src, tgt, NULL}, &ladder, &err);
    if (st == VIA_OK && opt->is_verbose)
        cli_say("%zu beads in %.2f s", ladder->n_beads, cli_now_s() - start_s);
    if (st == VIA_OK)
        st = via_tm_write(opt->output, &tm, (via_pair){src, tgt, NULL}, ladder, &err);
    if (st == VIA_OK && opt->stats) {
        cli_align_stats stats = {(via_pair){src, tgt, NULL}, ladder, tm.min_confidence,
                                 cli_now_s() - start_s};
        st = cli_align_stats_write(opt->stats, &stats, &err);
    }
done:
    via_ladder_free(ladder);
    via_doc_free(src);
    via_doc_free(tgt);
    return cli_failed("align", st, &err);
}

const cli_command CLI_ALIGN = {
    .name = "align",
    .operands = "SOURCE TARGET",
    .caption = "aligns one pair of documents",
    .details = "Aligns the text files SOURCE and TARGET, plain or gzipped; one of them "
               "may be -,\nstandard input. What there is to learn, it learns from the "
               "pair itself.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .n_operands_min = 2,
    .n_operands_max = 2,
    .run = run,
};
