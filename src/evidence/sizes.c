/* Sizes: how long a segment is, as a weighted sum over classes of characters. */
#include "evidence/sizes.h"

#include "base/status.h"
#include "io/table.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

static const char *const CLASS_NAMES[VIA_SIZE_N_CLASSES] = {
    "word", "latin", "han", "hiragana", "katakana", "thai", "other", "digit", "mark"};

/* VIA_SIZE_N_CLASSES stands for what has no size: white space. */
static enum via_size_class size_class_of(via_char_class class)
{
    static const enum via_size_class classes[VIA_CHAR_N_CLASSES] = {
        [VIA_CHAR_SPACE] = VIA_SIZE_N_CLASSES,
        [VIA_CHAR_MARK] = VIA_SIZE_MARK,
        [VIA_CHAR_DIGIT] = VIA_SIZE_DIGIT,
        [VIA_CHAR_LATIN] = VIA_SIZE_LATIN,
        [VIA_CHAR_HAN] = VIA_SIZE_HAN,
        [VIA_CHAR_HIRAGANA] = VIA_SIZE_HIRAGANA,
        [VIA_CHAR_KATAKANA] = VIA_SIZE_KATAKANA,
        [VIA_CHAR_THAI] = VIA_SIZE_THAI,
        [VIA_CHAR_OTHER] = VIA_SIZE_OTHER};

    return classes[class];
}

via_size_counts via_size_count(const char *text, size_t begin, size_t end)
{
    via_size_counts counts = {{0}};
    bool is_in_word = false;

    while (begin < end) {
        enum via_size_class class =
            size_class_of(via_char_class_of(via_utf8_next(text, &begin)));
        bool is_letter = class == VIA_SIZE_LATIN || class == VIA_SIZE_OTHER;

        if (class < VIA_SIZE_N_CLASSES && counts.n[class] < UINT16_MAX)
            counts.n[class]++;
        if (is_letter && !is_in_word && counts.n[VIA_SIZE_WORD] < UINT16_MAX)
            counts.n[VIA_SIZE_WORD]++;
        is_in_word = is_letter;
    }
    return counts;
}

double via_size_of(const via_size_counts *counts, const via_size_weights *weights)
{
    double size = 0.0;

    for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++)
        size += counts->n[class] * weights->w[class];
    return size;
}

static int find_class(const char *name)
{
    for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++) {
        if (strcmp(CLASS_NAMES[class], name) == 0)
            return class;
    }
    return -1;
}

/* Rows are "language TAB class TAB weight"; later rows override earlier ones, so
 * that those of "*" are read first whatever their order. */
static via_status take_rows(const via_table *table, const char *lang,
                            via_size_weights *out, via_error *err)
{
    for (size_t i = 0; i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        int class = find_class(row->fields[1]);
        double weight;

        if (class < 0 || !via_parse_number(row->fields[2], &weight) || weight < 0.0)
            return via_fail(err, VIA_E_FORMAT,
                            "%s:%zu: expected a class of characters and a weight",
                            via_table_path(table), row->line);
        if (strcmp(row->fields[0], lang) == 0)
            out->w[class] = weight;
    }
    return VIA_OK;
}

via_status via_size_weights_load(const char *lang, via_size_weights *out,
                                 via_error *err)
{
    via_table *table = NULL;
    via_status st = via_table_load("sizes.tsv", 3, &table, err);

    *out = (via_size_weights){{0}};
    if (st == VIA_OK)
        st = take_rows(table, "*", out, err);
    if (st == VIA_OK)
        st = take_rows(table, lang, out, err);
    via_table_free(table);
    return st;
}
