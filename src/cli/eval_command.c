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

/* A precision or confidence of 1. */
#define BAR_COLUMNS 25

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

/* ---- For people ---------------------------------------------------------- */

static void print_prf(const char *name, via_prf prf)
{
    printf("  %-16s %9.4f %8.4f %8.4f\n", name, prf.precision, prf.recall, prf.f1);
}

/* Draws precision as a bar, with a stroke where the confidence is. */
static void print_bar(double precision, double confidence)
{
    char bar[BAR_COLUMNS + 2];
    int n_columns = (int)(precision * BAR_COLUMNS + 0.5);
    int stroke = (int)(confidence * BAR_COLUMNS + 0.5);
    int n = n_columns > stroke + 1 ? n_columns : stroke + 1;

    for (int i = 0; i < n; i++)
        bar[i] = i == stroke ? '|' : i < n_columns ? '=' : ' ';
    bar[n] = '\0';
    printf("  %s\n", bar);
}

/* Prints how often beads of each confidence were right. */
static void print_reliability(const via_eval_figures *figures)
{
    printf("\n  confidence     beads     mean    right  calibration error %.4f\n",
           figures->calibration_error);
    for (size_t i = 0; i < VIA_EVAL_BINS; i++) {
        printf("  %.1f to %.1f %10zu", (double)i / VIA_EVAL_BINS,
               (double)(i + 1) / VIA_EVAL_BINS, figures->bin_beads[i]);
        if (!figures->bin_beads[i]) {
            printf(" %8s %8s\n", "-", "-");
            continue;
        }
        printf(" %8.4f %8.4f", figures->bin_confidence[i], figures->bin_precision[i]);
        print_bar(figures->bin_precision[i], figures->bin_confidence[i]);
    }
}

/* Prints what is right of the most confident beads. */
static void print_coverage(const via_eval_figures *figures)
{
    printf("\n  most confident    beads    right   confidence from\n");
    for (size_t i = 0; i < VIA_EVAL_COVERAGES; i++) {
        const via_eval_coverage *coverage = &figures->coverages[i];

        printf("  %12.0f %% %8.0f %8.4f %17.4f\n", 100 * coverage->share,
               coverage->share * (double)figures->n_rated, coverage->precision,
               coverage->min_confidence);
    }
}

static void print_text(const via_eval_figures *figures, bool is_raw)
{
    printf("%s, %zu document%s\n\n", figures->lang_pair, figures->n_docs,
           figures->n_docs == 1 ? "" : "s");
    printf("  %-16s %9s %8s %8s\n", "", "precision", "recall", "F1");
    if (is_raw) {
        print_prf("bead", figures->bead);
        print_prf("bead lax", figures->bead_lax);
        print_prf("cut", figures->cut);
        print_prf("char", figures->chars);
        printf("\n  %zu units, %.1f letters of source on average\n", figures->n_units,
               figures->mean_unit_cps);
    } else {
        print_prf("strict", figures->strict);
        print_prf("lax", figures->lax);
        print_prf("vecalign strict", figures->vecalign_strict);
        print_prf("vecalign lax", figures->vecalign_lax);
    }
    if (!figures->n_rated)
        return;
    print_reliability(figures);
    print_coverage(figures);
}

/* ---- For other programs -------------------------------------------------- */

static void print_cells(via_prf prf)
{
    printf("\t%.4f\t%.4f\t%.4f", prf.precision, prf.recall, prf.f1);
}

/* The columns of score.py keep its names and their order. */
static void print_header(const via_eval_figures *figures, bool is_raw)
{
    printf("pair\tdocs");
    if (is_raw)
        printf(
            "\tbeadP\tbeadR\tbeadF\tblaxP\tblaxR\tblaxF\tcutP\tcutR\tcutF\tcharP\tcharR"
            "\tcharF\tTUs\tmeanlen");
    else
        printf("\tvP\tvR\tvF\tvPl\tvRl\tvFl\tP\tR\tF\tPl\tRl\tFl");
    printf("\trated\tcalibration");
    for (size_t i = 0; i < VIA_EVAL_COVERAGES; i++)
        printf("\tP@%.0f", 100 * figures->coverages[i].share);
    for (size_t i = 0; i < VIA_EVAL_BINS; i++)
        printf("\tbeads%zu\tmean%zu\tright%zu", i, i, i);
    printf("\n");
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
    printf("\t%zu\t%.4f", figures->n_rated, figures->calibration_error);
    for (size_t i = 0; i < VIA_EVAL_COVERAGES; i++)
        printf("\t%.4f", figures->coverages[i].precision);
    for (size_t i = 0; i < VIA_EVAL_BINS; i++)
        printf("\t%zu\t%.4f\t%.4f", figures->bin_beads[i], figures->bin_confidence[i],
               figures->bin_precision[i]);
    printf("\n");
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
    if (opt->is_tsv && n_figures)
        print_header(figures, is_raw);
    for (size_t i = 0; i < n_figures; i++) {
        if (opt->is_tsv)
            print_row(&figures[i], is_raw);
        else
            print_text(&figures[i], is_raw);
        if (!opt->is_tsv && i + 1 < n_figures)
            printf("\n");
    }
    free(figures);
    return cli_failed("eval", st, &err);
}

const cli_command CLI_EVAL = {
    .name = "eval",
    .operands = "",
    .caption = "scores answers against gold",
    .details =
        "Prints precision, recall and F1 for each pair of languages; where beads "
        "carry a\nconfidence, also how often beads of each confidence are right, "
        "and how\nprecise the most confident ones are.",
    .options = OPTIONS,
    .n_options = sizeof OPTIONS / sizeof *OPTIONS,
    .defaults = &DEFAULTS,
    .options_bytes = sizeof DEFAULTS,
    .run = run,
};
