/* Eval command: `vialign eval`, answers against gold. */
#include "cli/command.h"
#include "cli/talk.h"

#include <stdlib.h>
#include <string.h>

struct options {
    const char *gold_dir, *hyp_dir, *track, *lang_pair;
    bool is_tsv;
};

static const struct options DEFAULTS = {.track = "sent"};

#define AT(member) offsetof(struct options, member)

static const cli_option OPTIONS[] = {
    {"gold", 0, CLI_TEXT, AT(gold_dir), "DIR", 0, 0, true,
     "right answers: DOC.A-B.gold, or DOC.A-B.spans.tsv\nwith the texts DOC.A.txt"},
    {"hyp", 0, CLI_TEXT, AT(hyp_dir), "DIR", 0, 0, true,
     "answers to score: DOC.A-B.beads or .ladder, or\nDOC.A-B.spans"},
    {"track", 0, CLI_CHOICE, AT(track), "sent|raw", 0, 0, false,
     "sent: segments are given, by number; raw: running\ntext, by code points"},
    {"pair", 0, CLI_TEXT, AT(lang_pair), "A-B", 0, 0, false,
     "only this pair of languages"},
    {"tsv", 0, CLI_FLAG, AT(is_tsv), NULL, 0, 0, false, "a table for other programs"},
};

static void print_prf(const char *name, via_prf prf)
{
    printf("  %-16s P %.4f  R %.4f  F1 %.4f\n", name, prf.precision, prf.recall,
           prf.f1);
}

/* Prints how often beads of each confidence were right. */
static void print_calibration(const via_eval_figures *figures)
{
    printf("  calibration error %.4f over %zu beads\n", figures->calibration_error,
           figures->n_rated);
    printf("  confidence   beads    mean   right\n");
    for (size_t i = 0; i < 10; i++) {
        if (figures->bin_beads[i])
            printf("  %.1f - %.1f %8zu  %.4f  %.4f\n", (double)i / 10,
                   (double)(i + 1) / 10, figures->bin_beads[i],
                   figures->bin_confidence[i], figures->bin_precision[i]);
    }
}

static void print_text(const via_eval_figures *figures, bool is_raw)
{
    printf("%s (%zu documents)\n", figures->lang_pair, figures->n_docs);
    if (is_raw) {
        print_prf("bead", figures->bead);
        print_prf("bead lax", figures->bead_lax);
        print_prf("cut", figures->cut);
        print_prf("char", figures->chars);
        printf("  %zu units, %.1f letters of source on average\n", figures->n_units,
               figures->mean_unit_cps);
    } else {
        print_prf("strict", figures->strict);
        print_prf("lax", figures->lax);
        print_prf("vecalign strict", figures->vecalign_strict);
        print_prf("vecalign lax", figures->vecalign_lax);
    }
    if (figures->n_rated)
        print_calibration(figures);
}

static void print_cells(via_prf prf)
{
    printf("\t%.4f\t%.4f\t%.4f", prf.precision, prf.recall, prf.f1);
}

static void print_header(bool is_raw)
{
    printf("pair\tdocs");
    if (is_raw)
        printf(
            "\tbeadP\tbeadR\tbeadF\tblaxP\tblaxR\tblaxF\tcutP\tcutR\tcutF\tcharP\tcharR"
            "\tcharF\tTUs\tmeanlen");
    else
        printf("\tvP\tvR\tvF\tvPl\tvRl\tvFl\tP\tR\tF\tPl\tRl\tFl");
    printf("\trated\tcalibration\n");
}

static void print_row(const via_eval_figures *figures, bool is_raw)
{
    printf("%s\t%zu", figures->lang_pair, figures->n_docs);
    if (is_raw) {
        print_cells(figures->bead);
        print_cells(figures->bead_lax);
        print_cells(figures->cut);
        print_cells(figures->chars);
        printf("\t%zu\t%.4f", figures->n_units, figures->mean_unit_cps);
    } else {
        print_cells(figures->vecalign_strict);
        print_cells(figures->vecalign_lax);
        print_cells(figures->strict);
        print_cells(figures->lax);
    }
    printf("\t%zu\t%.4f\n", figures->n_rated, figures->calibration_error);
}

static int run(const cli_words *words)
{
    const struct options *opt = words->options;
    bool is_raw = strcmp(opt->track, "raw") == 0;
    via_eval_options eval = {opt->gold_dir, opt->hyp_dir,
                             is_raw ? VIA_TRACK_RAW : VIA_TRACK_SENT, opt->lang_pair};
    via_eval_figures *figures = NULL;
    size_t n_figures = 0;
    via_error err;

    via_status st = via_eval_run(&eval, &figures, &n_figures, &err);
    if (opt->is_tsv && st == VIA_OK)
        print_header(is_raw);
    for (size_t i = 0; i < n_figures; i++) {
        if (opt->is_tsv)
            print_row(&figures[i], is_raw);
        else
            print_text(&figures[i], is_raw);
    }
    free(figures);
    return cli_failed("eval", st, &err);
}

const cli_command CLI_EVAL = {
    .name = "eval",
    .operands = "",
    .caption = "scores answers against gold",
    .details = "Prints precision, recall and F1 for each pair of languages, and how "
               "far\nconfidences can be believed.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .run = run,
};
