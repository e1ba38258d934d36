/* Word roles: words that begin with a capital and are no names, or join names. */
#include "name/word_roles.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"

#include <stdlib.h>
#include <string.h>

/* Longer words have no role. */
#define KEY_BYTES_MAX (VIA_LANG_BYTES + 48)

struct via_word_roles {
    via_intern *keys; /* "vi:ông" */
    via_buffer roles; /* a byte by number of the key */
};

void via_word_roles_free(via_word_roles *roles)
{
    if (!roles)
        return;
    via_intern_free(roles->keys);
    via_buffer_clear(&roles->roles);
    free(roles);
}

static char find_role(const char *name)
{
    if (strcmp(name, "start") == 0)
        return VIA_ROLE_START;
    if (strcmp(name, "title") == 0)
        return VIA_ROLE_TITLE;
    if (strcmp(name, "inner") == 0)
        return VIA_ROLE_INNER;
    return strcmp(name, "name") == 0 ? VIA_ROLE_NAME : 0;
}

/* Writes the key of a word and returns its length, 0 if it is too long. */
static size_t make_key(char *key, const char *lang, const char *word, size_t n_bytes)
{
    size_t n_lang = strlen(lang);

    if (n_lang + 1 + n_bytes > KEY_BYTES_MAX)
        return 0;
    memcpy(key, lang, n_lang);
    key[n_lang] = ':';
    memcpy(key + n_lang + 1, word, n_bytes);
    return n_lang + 1 + n_bytes;
}

static bool take_word(via_word_roles *roles, const char *lang, char role,
                      const char *word, size_t n_bytes)
{
    char key[KEY_BYTES_MAX];
    size_t n_key = make_key(key, lang, word, n_bytes);
    uint32_t id = via_intern_add(roles->keys, key, n_key);

    if (id == VIA_INTERN_NONE)
        return false;
    if (id == roles->roles.n_bytes)
        via_buffer_append_char(&roles->roles, 0);
    if (!roles->roles.has_failed)
        roles->roles.bytes[id] |= role;
    return !roles->roles.has_failed;
}

/* A row is "language TAB role TAB words between spaces". */
static via_status take_row(via_word_roles *roles, const via_table *table,
                           const via_row *row, via_error *err)
{
    char role = find_role(row->fields[1]);
    const char *word = row->fields[2];

    if (!role)
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected start, title, inner or name",
                        via_table_path(table), row->line);
    while (*word) {
        size_t n_bytes = strcspn(word, " ");

        if (n_bytes && !take_word(roles, row->fields[0], role, word, n_bytes))
            return via_fail_memory(err);
        word += n_bytes + strspn(word + n_bytes, " ");
    }
    return VIA_OK;
}

via_status via_word_roles_load(via_word_roles **out, via_error *err)
{
    via_table *table = NULL;
    via_word_roles *roles = NULL;

    *out = NULL;
    via_status st = via_table_load("name-words.tsv", 3, &table, err);
    if (st != VIA_OK)
        return st;
    roles = calloc(1, sizeof *roles);
    if (roles)
        roles->keys = via_intern_new();
    if (!roles || !roles->keys)
        st = via_fail_memory(err);
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++)
        st = take_row(roles, table, via_table_row(table, i), err);
    via_table_free(table);
    if (st == VIA_OK)
        *out = roles;
    else
        via_word_roles_free(roles);
    return st;
}

static unsigned find(const via_word_roles *roles, const char *lang, const char *word,
                     size_t n_bytes)
{
    char key[KEY_BYTES_MAX];
    size_t n_key = make_key(key, lang, word, n_bytes);
    uint32_t id = n_key ? via_intern_find(roles->keys, key, n_key) : VIA_INTERN_NONE;

    return id == VIA_INTERN_NONE ? 0 : (unsigned char)roles->roles.bytes[id];
}

unsigned via_word_roles_of(const via_word_roles *roles, const char *lang,
                           const char *word, size_t n_bytes)
{
    return find(roles, lang, word, n_bytes) | find(roles, "*", word, n_bytes);
}
