/* Weights: what each piece of evidence counts for, in nats per unit. */
#include "evidence/weights.h"

#include "base/status.h"
#include "io/table.h"

#include <string.h>

static const char *const NAMES[VIA_N_FEATURES] = {
#define X(id, name) [VIA_W_##id] = name,
    VIA_FEATURES(X)
#undef X
};

const char *via_feature_name(enum via_feature feature)
{
    return NAMES[feature];
}

static int find_feature(const char *name)
{
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        if (strcmp(NAMES[f], name) == 0)
            return f;
    }
    return -1;
}

static via_status take_row(const via_table *table, const via_row *row, bool *is_set,
                           via_weights *out, via_error *err)
{
    const char *path = via_table_path(table);
    int feature = find_feature(row->fields[0]);

    if (feature < 0)
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: no feature is called '%s'", path,
                        row->line, row->fields[0]);
    if (is_set[feature])
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: '%s' is there twice", path,
                        row->line, row->fields[0]);
    for (int cut = 0; cut < VIA_N_CUTS; cut++) {
        const char *field = row->fields[1 + cut];

        if (!via_parse_number(field, &out->w[cut][feature]))
            return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a number, not '%s'",
                            path, row->line, field);
    }
    is_set[feature] = true;
    return VIA_OK;
}

via_status via_weights_load(const char *path, via_weights *out, via_error *err)
{
    via_table *table = NULL;
    bool is_set[VIA_N_FEATURES] = {false};
    via_status st = via_table_load(path, 1 + VIA_N_CUTS, &table, err);

    *out = (via_weights){{{0}}};
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++)
        st = take_row(table, via_table_row(table, i), is_set, out, err);
    for (int f = 0; st == VIA_OK && f < VIA_N_FEATURES; f++) {
        if (!is_set[f])
            st = via_fail(err, VIA_E_FORMAT, "%s: expected a weight for '%s'",
                          via_table_path(table), NAMES[f]);
    }
    via_table_free(table);
    return st;
}

void via_weights_print(const via_weights *weights, via_buffer *out)
{
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        via_buffer_append_text(out, NAMES[f]);
        for (int cut = 0; cut < VIA_N_CUTS; cut++)
            via_buffer_format(out, "\t%.3f", weights->w[cut][f]);
        via_buffer_append_char(out, '\n');
    }
}
