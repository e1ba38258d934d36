/* Knowledge: all that a pair of languages has learned, as the scores need it. */
#include "evidence/knowledge.h"

#include "base/status.h"
#include "evidence/model.h"
#include "evidence/seed.h"
#include "io/table.h"
#include "text/doc.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* What the counts of a seed lexicon are worth beside those of a batch: it comes from
 * other texts. Of .1, .3, .5 and 1 tried; they differ little. */
#define SEED_SCALE 0.5
/* How far translations agree in an event before anything is known of a pair of
 * languages. Chosen, not tuned. */
#define AGREE_END   0.6
#define AGREE_START 0.5
#define AGREE_BLOCK 0.8
#define AGREE_KIND  0.8
#define AGREE_MARK  0.7

static via_status load_tables(via_knowledge *know, const char *src_lang,
                              const char *tgt_lang, via_error *err)
{
    via_size_weights src, tgt;
    via_status st = via_size_weights_load(src_lang, &src, err);

    if (st == VIA_OK)
        st = via_size_weights_load(tgt_lang, &tgt, err);
    if (st == VIA_OK)
        st = via_names_new(&know->names, err);
    if (st == VIA_OK)
        st = via_finder_new(src_lang, know->names, &know->src_finder, err);
    if (st == VIA_OK)
        st = via_finder_new(tgt_lang, know->names, &know->tgt_finder, err);
    if (st == VIA_OK)
        via_lengths_start(&know->lengths, &src, &tgt, 0.0, 0.0);
    return st;
}

/* Weights of the pair itself, in either order, or those that are shared. */
static via_status load_weights(via_knowledge *know, const char *path, via_error *err)
{
    char name[2 * VIA_LANG_BYTES + 16], found[PATH_MAX];

    for (int turn = 0; !path && turn < 2; turn++) {
        snprintf(name, sizeof name, "weights-%s-%s.tsv",
                 turn ? know->tgt_lang : know->src_lang,
                 turn ? know->src_lang : know->tgt_lang);
        if (via_data_path(name, found, sizeof found))
            path = name;
    }
    return via_weights_load(path ? path : "weights.tsv", &know->weights, err);
}

static bool init_counts(via_knowledge *know)
{
    via_joint_init(&know->ends, VIA_N_ENDS);
    via_joint_init(&know->starts, VIA_N_STARTS);
    via_joint_init(&know->blocks, 2);
    via_joint_init(&know->kinds, VIA_BLOCK_N_KINDS);
    for (int mark = 0; mark < VIA_N_MARKS; mark++)
        via_joint_init(&know->marks[mark], 2);
    know->keys = via_counts_new();
    know->name_counts = via_counts_new();
    know->lines = via_counts_new();
    return know->keys && know->name_counts && know->lines;
}

via_status via_knowledge_init(via_knowledge *know, const char *src_lang,
                              const char *tgt_lang, const via_align_options *opt,
                              via_spellings *spellings, via_error *err)
{
    *know = (via_knowledge){.prior_scale = SEED_SCALE};
    snprintf(know->src_lang, sizeof know->src_lang, "%s", src_lang);
    snprintf(know->tgt_lang, sizeof know->tgt_lang, "%s", tgt_lang);
    via_status st = init_counts(know) ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = load_weights(know, opt->weights_path, err);
    if (st == VIA_OK)
        st = load_tables(know, src_lang, tgt_lang, err);
    if (st == VIA_OK && opt->model_path)
        st = via_model_load(opt->model_path, know, spellings, err);
    if (st == VIA_OK && !opt->has_no_seed && !know->prior)
        st = via_seed_load(src_lang, tgt_lang, spellings, &know->prior, err);
    if (st != VIA_OK)
        via_knowledge_clear(know);
    return st;
}

void via_knowledge_clear(via_knowledge *know)
{
    via_finder_free(know->src_finder);
    via_finder_free(know->tgt_finder);
    via_names_free(know->names);
    via_counts_free(know->keys);
    via_counts_free(know->name_counts);
    via_counts_free(know->lines);
    via_lexicon_free(know->prior);
    via_lexicon_free(know->lexicon);
    *know = (via_knowledge){0};
}

unsigned via_side_marks(const via_side *side, size_t begin, size_t end)
{
    unsigned marks = 0;

    for (size_t i = begin; i < end; i++)
        marks |= side->shapes[i].marks;
    return marks;
}

static double *outcomes_of(via_joint *joint, int which)
{
    return which ? joint->tgt : joint->src;
}

static bool count_side(via_knowledge *know, const via_side *side, int which)
{
    for (size_t i = 0; i < side->n_segs; i++) {
        const via_shape *shape = &side->shapes[i];

        if (shape->is_empty || shape->is_wordless)
            continue;
        outcomes_of(&know->ends, which)[shape->end] += 1.0;
        outcomes_of(&know->starts, which)[shape->start] += 1.0;
        outcomes_of(&know->blocks, which)[side->ends_block[i]] += 1.0;
        outcomes_of(&know->kinds, which)[side->kinds[i]] += 1.0;
        for (int mark = 0; mark < VIA_N_MARKS; mark++)
            outcomes_of(&know->marks[mark], which)[shape->marks >> mark & 1] += 1.0;
        if (!via_counts_add(know->lines, side->line_ids[i], which))
            return false;
        for (size_t k = side->key_begin[i]; k < side->key_begin[i + 1]; k++) {
            if (!via_counts_add(know->keys, side->keys[k].id, which))
                return false;
        }
    }
    for (size_t u = 0; u < side->n_name_uses; u++) {
        uint64_t id = side->name_ids[side->name_uses[u].name];

        if (!via_counts_add(know->name_counts, id, which))
            return false;
    }
    via_counts_add_total(know->keys, which, side->n_segs);
    via_counts_add_total(know->name_counts, which, side->n_segs);
    return true;
}

bool via_knowledge_count(via_knowledge *know, const via_side *src, const via_side *tgt)
{
    return count_side(know, src, 0) && count_side(know, tgt, 1);
}

void via_knowledge_trust(via_knowledge *know, const via_side *src, const via_side *tgt,
                         const via_bead *bead)
{
    size_t i = bead->src_end - 1, j = bead->tgt_end - 1;
    unsigned src_marks = via_side_marks(src, bead->src_begin, bead->src_end);
    unsigned tgt_marks = via_side_marks(tgt, bead->tgt_begin, bead->tgt_end);
    double weight = bead->confidence;

    know->ends.both[src->shapes[i].end][tgt->shapes[j].end] += weight;
    know->starts
        .both[src->shapes[bead->src_begin].start][tgt->shapes[bead->tgt_begin].start] +=
        weight;
    know->blocks.both[src->ends_block[i]][tgt->ends_block[j]] += weight;
    know->kinds.both[src->kinds[bead->src_begin]][tgt->kinds[bead->tgt_begin]] +=
        weight;
    for (int mark = 0; mark < VIA_N_MARKS; mark++)
        know->marks[mark].both[src_marks >> mark & 1][tgt_marks >> mark & 1] += weight;
}

static void forget(via_joint *joint)
{
    memset(joint->both, 0, sizeof joint->both);
}

void via_knowledge_forget_trust(via_knowledge *know)
{
    forget(&know->ends);
    forget(&know->starts);
    forget(&know->blocks);
    forget(&know->kinds);
    for (int mark = 0; mark < VIA_N_MARKS; mark++)
        forget(&know->marks[mark]);
}

void via_knowledge_settle(via_knowledge *know)
{
    via_joint_learn(&know->ends, AGREE_END);
    via_joint_learn(&know->starts, AGREE_START);
    via_joint_learn(&know->blocks, AGREE_BLOCK);
    via_joint_learn(&know->kinds, AGREE_KIND);
    for (int mark = 0; mark < VIA_N_MARKS; mark++)
        via_joint_learn(&know->marks[mark], AGREE_MARK);
}
