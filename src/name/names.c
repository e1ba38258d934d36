/* Names: found in a text, read as sounds, and compared across scripts. */
#include "name/name_tables.h"

#include "base/status.h"

#include <stdlib.h>

void via_names_free(via_names *names)
{
    if (!names)
        return;
    via_spelling_free(names->vietnamese);
    via_spelling_free(names->latin);
    via_spelling_free(names->katakana);
    via_spelling_free(names->thai);
    via_word_roles_free(names->roles);
    free(names);
}

static via_status load(via_names *names, via_error *err)
{
    struct {
        const char *path;
        via_spelling **out;
    } tables[] = {{"reading-vi.tsv", &names->vietnamese},
                  {"reading-latin.tsv", &names->latin},
                  {"reading-katakana.tsv", &names->katakana},
                  {"reading-thai.tsv", &names->thai}};
    via_status st = via_sounds_load(&names->sounds, err);

    for (size_t i = 0; st == VIA_OK && i < sizeof tables / sizeof *tables; i++)
        st = via_spelling_load(tables[i].path, &names->sounds, tables[i].out, err);
    via_sounds_settle(&names->sounds);
    return st == VIA_OK ? via_word_roles_load(&names->roles, err) : st;
}

via_status via_names_new(via_names **out, via_error *err)
{
    via_names *names = calloc(1, sizeof *names);

    *out = NULL;
    if (!names)
        return via_fail_memory(err);

    via_status st = load(names, err);
    if (st == VIA_OK)
        *out = names;
    else
        via_names_free(names);
    return st;
}
