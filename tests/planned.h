/* Planned folder: the texts of a folder in vi-en, found and planned as for a batch. */
#ifndef VIA_TESTS_PLANNED_H
#define VIA_TESTS_PLANNED_H

#include "scratch.h"

#include "batch/plan.h"

typedef struct planned {
    via_corpus *corpus;
    via_plan plan;
} planned;

static inline void planned_init(planned *p, const char *folder)
{
    via_corpus_options found = {.inputs = &folder, .n_inputs = 1};
    via_batch_options batch = VIA_BATCH_OPTIONS_INIT;

    batch.lang_pairs = "vi-en";
    assert_int_equal(via_corpus_find(&found, &p->corpus, NULL), VIA_OK);
    assert_int_equal(via_plan_init(&p->plan, p->corpus, &batch, NULL), VIA_OK);
}

static inline void planned_clear(planned *p)
{
    via_plan_clear(&p->plan);
    via_corpus_free(p->corpus);
}

#endif
