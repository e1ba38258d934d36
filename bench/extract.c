/* Extraction: how fast the anchors of a text are found, on one core.
 *
 * extract LANG FILE prints "LANG TAB MB/s of all kinds TAB MB/s of values TAB of terms
 * TAB of names TAB anchors found". The text is read and normalised before the clock
 * starts, and is gone over line by line until a second has passed. */
#include "evidence/finder.h"
#include "term/terms.h"
#include "value/values.h"
#include "text/doc.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SECONDS_MIN 1.0

struct tables {
    const char *lang;
    via_names *names;
    via_finder *finder;
    via_values *values;
    via_terms *terms;
};

enum what { ALL, VALUES, TERMS, NAMES };

static bool count(void *data, const via_mention *mention)
{
    (void)mention;
    ++*(size_t *)data;
    return true;
}

static void find(const struct tables *tables, enum what what, const via_doc *doc,
                 const via_block *block, size_t *n_found)
{
    const char *text = doc->text;

    if (what == ALL)
        via_finder_find(tables->finder, text, block->begin, block->end, count, n_found);
    else if (what == VALUES)
        via_values_find(tables->values, text, block->begin, block->end, count, n_found);
    else if (what == TERMS)
        via_terms_find(tables->terms, text, block->begin, block->end, count, n_found);
    else
        via_names_find(tables->names, tables->lang, text, block->begin, block->end,
                       count, n_found);
}

static double now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Megabytes a second; `*n_found` is what one round finds. */
static double measure(const struct tables *tables, enum what what, const via_doc *doc,
                      size_t *n_found)
{
    double began = now_s(), took;
    size_t n_rounds = 0;

    do {
        *n_found = 0;
        for (size_t b = 0; b < doc->n_blocks; b++)
            find(tables, what, doc, &doc->blocks[b], n_found);
        n_rounds++;
        took = now_s() - began;
    } while (took < SECONDS_MIN);
    return (double)n_rounds * (double)doc->n_bytes / 1e6 / took;
}

static int run(struct tables *tables, const char *path)
{
    via_doc_options opt = {.lang = tables->lang};
    via_doc *doc = NULL;
    via_error err;
    size_t n_found, n_all;

    if (via_names_new(&tables->names, &err) != VIA_OK ||
        via_finder_new(tables->lang, tables->names, &tables->finder, &err) != VIA_OK ||
        via_values_new(tables->lang, &tables->values, &err) != VIA_OK ||
        via_terms_new(tables->lang, &tables->terms, &err) != VIA_OK ||
        via_doc_load(path, &opt, &doc, &err) != VIA_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    double all = measure(tables, ALL, doc, &n_all);
    printf("%s\t%.0f", tables->lang, all);
    for (enum what what = VALUES; what <= NAMES; what++)
        printf("\t%.0f", measure(tables, what, doc, &n_found));
    printf("\t%zu\n", n_all);
    via_doc_free(doc);
    return 0;
}

int main(int argc, char **argv)
{
    struct tables tables = {argc == 3 ? argv[1] : NULL, NULL, NULL, NULL, NULL};

    if (argc != 3) {
        fprintf(stderr, "usage: extract LANG FILE\n");
        return 2;
    }
    int code = run(&tables, argv[2]);
    via_values_free(tables.values);
    via_terms_free(tables.terms);
    via_finder_free(tables.finder);
    via_names_free(tables.names);
    return code;
}
