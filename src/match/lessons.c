/* Lessons: what pairs of documents that are surely translations teach of the rest. */
#include "match/lessons.h"

#include "align/aligner.h"
#include "base/parallel.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>

/* Only surer partners teach. */
#define LESSON_CONFIDENCE 0.8
/* Fewer pairs teach nothing that holds for others; more take longer than they are
 * worth, for half a thousand articles hold most words of news. Chosen, not tuned. */
#define LESSONS_MIN 6
#define LESSONS_MAX 500
/* Documents that share so many of their tokens are hardly translated: what they teach
 * is that a word stands for itself. Chosen, not tuned. */
#define COPIED_MAX 0.2
/* The ratio of sizes is taken to be 1 as firmly as if so many pairs had it. */
#define RATIO_PRIOR 5.0

struct school {
    const via_lessons *lessons;
    const via_partners *partners; /* those that teach */
    size_t n_pairs;
    via_doc **docs; /* source and target by pair; NULL if they cannot be loaded */
};

static bool teaches(const via_lessons *lessons, const via_partners *pair)
{
    const via_sketch *const *sketches = lessons->sketches;

    return pair->confidence >= LESSON_CONFIDENCE &&
           (!sketches[0] || via_sketch_overlap(&sketches[0][pair->src],
                                               &sketches[1][pair->tgt]) <= COPIED_MAX);
}

/* Copies partners that teach, evenly over all that are sure enough: the surest of all
 * are long or hardly translated, and teach little of the rest. Returns NULL if there is
 * no memory. */
static via_partners *choose_teachers(const via_lessons *lessons,
                                     const via_partners *partners, size_t n_partners,
                                     size_t *n_out)
{
    via_partners *out = malloc((n_partners + 1) * sizeof *out);
    size_t n_sure = 0;

    *n_out = 0;
    for (size_t p = 0; out && p < n_partners; p++) {
        if (teaches(lessons, &partners[p]))
            out[n_sure++] = partners[p];
    }
    if (!out)
        return NULL;
    *n_out = n_sure < LESSONS_MAX ? n_sure : LESSONS_MAX;
    for (size_t i = 0; i < *n_out; i++)
        out[i] = out[i * n_sure / *n_out];
    return out;
}

static void load_one(void *data, size_t item, size_t worker)
{
    struct school *school = data;
    const via_partners *pair = &school->partners[item / 2];
    int side = (int)(item % 2);
    const via_lessons *lessons = school->lessons;

    if (lessons->load(lessons->data, side, side ? pair->tgt : pair->src, worker,
                      &school->docs[item], NULL) != VIA_OK)
        school->docs[item] = NULL;
}

/* Lists the pairs of which both documents are there. */
static size_t list_pairs(const struct school *school, via_pair *pairs)
{
    size_t n_pairs = 0;

    for (size_t p = 0; p < school->n_pairs; p++) {
        via_pair pair = {school->docs[2 * p], school->docs[2 * p + 1], NULL};

        if (pair.src && pair.tgt)
            pairs[n_pairs++] = pair;
    }
    return n_pairs;
}

static via_status learn(const via_lessons *lessons, const via_pair *pairs,
                        size_t n_pairs, via_glosses **out, via_error *err)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_aligner *aligner = NULL;
    via_status st =
        via_aligner_new(lessons->src_lang, lessons->tgt_lang, &opt, &aligner, err);

    if (st == VIA_OK)
        st = via_aligner_learn(aligner, pairs, n_pairs, lessons->n_workers, err);
    if (st == VIA_OK && aligner->know.lexicon)
        st = via_glosses_new(aligner->know.lexicon, out, err);
    via_aligner_free(aligner);
    return st;
}

via_status via_lessons_learn(const via_lessons *lessons, const via_partners *partners,
                             size_t n_partners, via_glosses **out, via_error *err)
{
    struct school school = {.lessons = lessons};
    via_partners *teachers =
        choose_teachers(lessons, partners, n_partners, &school.n_pairs);
    via_pair *pairs = calloc(school.n_pairs + 1, sizeof *pairs);
    via_status st = VIA_OK;

    *out = NULL;
    school.partners = teachers;
    school.docs = calloc(2 * school.n_pairs + 1, sizeof(via_doc *));
    if (!teachers || !pairs || !school.docs) {
        st = via_fail_memory(err);
    } else if (school.n_pairs >= LESSONS_MIN) {
        via_parallel_for(2 * school.n_pairs, lessons->n_workers, load_one, &school);
        size_t n_pairs = list_pairs(&school, pairs);
        if (n_pairs >= LESSONS_MIN)
            st = learn(lessons, pairs, n_pairs, out, err);
    }
    for (size_t i = 0; school.docs && i < 2 * school.n_pairs; i++)
        via_doc_free(school.docs[i]);
    free(school.docs);
    free(pairs);
    free(teachers);
    return st;
}

/* ---- Sizes --------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

via_status via_lessons_ratio(const via_index *index, const via_partners *partners,
                             size_t n_partners, double *log_ratio, via_error *err)
{
    double *ratios = malloc((n_partners + 1) * sizeof *ratios);
    size_t n = 0;

    *log_ratio = 0.0;
    if (!ratios)
        return via_fail_memory(err);
    for (size_t p = 0; p < n_partners; p++) {
        double src_size = index->sides[0].sketches[partners[p].src].size + 1.0;
        double tgt_size = index->sides[1].sketches[partners[p].tgt].size + 1.0;

        if (partners[p].confidence >= LESSON_CONFIDENCE)
            ratios[n++] = log(tgt_size / src_size);
    }
    qsort(ratios, n, sizeof *ratios, compare_numbers);
    if (n)
        *log_ratio = ratios[n / 2] * (double)n / ((double)n + RATIO_PRIOR);
    free(ratios);
    return VIA_OK;
}
