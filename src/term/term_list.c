/* Term list: all names of terms in one language, from our tables and from CLDR.
 *
 * A table begins with a row of its columns, "id" and languages. Every other row is
 * one concept: its id, then its names in each language, alternatives between bars,
 * as via_term_name_read() takes them. Some ids are special:
 *
 *   -              what is no term but looks like one (Mỹ thuật): found, not told
 *   !city/Easter   CLDR's names for this id are not wanted in any language
 *   lang/ *        (without the space) the frame that CLDR's names of this kind stand
 *                  in: "ภาษา*" takes ไทย only as ภาษาไทย; an empty field takes none
 *   also           another language whose names count in this one
 */
#include "term/term_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"
#include "text/chars.h"
#include "text/cldr.h"
#include "text/tones.h"
#include "text/utf8.h"

static const char *const TABLES[] = {"terms.tsv", "places.tsv"};

#define FRAMES_MAX 16

struct frame {
    const char *kind; /* "lang/" */
    size_t n_kind_bytes;
    const char *alternatives;
};

struct gathering {
    via_term_list *list;
    const char *lang;
    char also[VIA_LANG_BYTES]; /* "" if there is none */
    via_intern *dropped;       /* ids */
    struct frame frames[FRAMES_MAX];
    size_t n_frames;
};

static bool add_name(void *data, const via_term_name *name)
{
    via_term_list *list = data;

    if (list->n_names == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 1024;
        via_term_name *names = realloc(list->names, capacity * sizeof *names);

        if (!names)
            return false;
        list->names = names;
        list->capacity = capacity;
    }
    list->names[list->n_names++] = *name;
    return true;
}

/* Adds all alternatives of a field; `fill` takes the place of "*" in them. */
static via_status add_field(via_term_list *list, const char *id, const char *field,
                            const char *fill)
{
    via_status st = VIA_OK;

    while (*field && st == VIA_OK) {
        size_t n_bytes = strcspn(field, "|");
        char *alternative = via_arena_copy(list->arena, field, n_bytes);

        if (!alternative)
            return VIA_E_MEMORY;
        st = via_term_name_read(alternative, id, fill, list->arena, add_name, list);
        field += n_bytes;
        field += *field == '|';
    }
    return st;
}

/* ---- Tables --------------------------------------------------------------------- */

static via_status add_frame(struct gathering *gathering, const char *id,
                            const char *field)
{
    struct frame *frame = &gathering->frames[gathering->n_frames];

    if (gathering->n_frames == FRAMES_MAX)
        return VIA_E_FORMAT;
    frame->n_kind_bytes = strlen(id) - 1;
    frame->kind = via_arena_copy(gathering->list->arena, id, frame->n_kind_bytes);
    frame->alternatives = via_arena_copy(gathering->list->arena, field, strlen(field));
    gathering->n_frames++;
    return frame->kind && frame->alternatives ? VIA_OK : VIA_E_MEMORY;
}

/* Adds a row, of which `field` is in the language; NULL: the table has no column. */
static via_status add_row(struct gathering *gathering, const char *id,
                          const char *field)
{
    size_t n_bytes = strlen(id);

    if (*id == '!')
        return via_intern_add(gathering->dropped, id + 1, n_bytes - 1) ==
                       VIA_INTERN_NONE
                   ? VIA_E_MEMORY
                   : VIA_OK;
    if (!field)
        return VIA_OK;
    if (n_bytes && id[n_bytes - 1] == '*')
        return add_frame(gathering, id, field);
    if (!strcmp(id, "also")) {
        snprintf(gathering->also, sizeof gathering->also, "%s", field);
        return VIA_OK;
    }
    id = via_arena_copy(gathering->list->arena, id, n_bytes);
    return id ? add_field(gathering->list, id, field, NULL) : VIA_E_MEMORY;
}

/* Returns the column of the language, or 0. */
static size_t find_column(const via_table *table, const char *lang)
{
    const via_row *head = via_table_n_rows(table) ? via_table_row(table, 0) : NULL;

    for (size_t i = 1; head && i < head->n_fields; i++) {
        if (!strcmp(head->fields[i], lang))
            return i;
    }
    return 0;
}

static via_status add_table(struct gathering *gathering, const char *name,
                            via_error *err)
{
    via_table *table = NULL;
    via_status st = via_table_load(name, 1, &table, err);
    size_t column = st == VIA_OK ? find_column(table, gathering->lang) : 0;

    for (size_t i = 1; st == VIA_OK && i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        const char *field = column < row->n_fields ? row->fields[column] : "";

        st = add_row(gathering, row->fields[0], column ? field : NULL);
        if (st == VIA_E_FORMAT)
            via_fail(err, st, "%s:%zu: expected names of \"%s\" between bars",
                     via_table_path(table), row->line, row->fields[0]);
        else if (st != VIA_OK)
            via_fail_memory(err);
    }
    via_table_free(table);
    return st;
}

/* ---- CLDR ----------------------------------------------------------------------- */

/* Thai has no borders of words: shorter names (ปราก, Prague) are found inside others
 * (ปรากฏ, to appear). */
#define THAI_CPS_MIN 5

/* Short ones, in any script, are units only behind a number (m, in), as only a table
 * can say. */
#define UNIT_BYTES_MIN 4

/* Whether a name from CLDR can be looked for: not a code that stands for a name of
 * money (USD is in the table, ALL is not), nor a single letter (元), nor too short. */
static bool is_name(const char *id, const char *name)
{
    size_t at = 0;
    via_char_class class = via_char_class_of(via_utf8_next(name, &at));

    if (!strncmp(id, "currency/", 9) && !strcmp(id + 9, name))
        return false;
    if (!strncmp(id, "unit/", 5) && strlen(name) < UNIT_BYTES_MIN)
        return false;
    if (class == VIA_CHAR_THAI)
        return via_utf8_count(name, strlen(name)) >= THAI_CPS_MIN;
    return name[at] || class == VIA_CHAR_MARK;
}

static const char *frame_of(const struct gathering *gathering, const char *id)
{
    for (size_t i = 0; i < gathering->n_frames; i++) {
        const struct frame *frame = &gathering->frames[i];

        if (!strncmp(id, frame->kind, frame->n_kind_bytes))
            return frame->alternatives;
    }
    return "*";
}

static bool add_cldr_name(void *data, const char *id, const char *name)
{
    struct gathering *gathering = data;
    via_arena *arena = gathering->list->arena;
    size_t n_before = gathering->list->n_names;

    if (!is_name(id, name) ||
        via_intern_find(gathering->dropped, id, strlen(id)) != VIA_INTERN_NONE)
        return true;
    id = via_arena_copy(arena, id, strlen(id));
    if (!id || add_field(gathering->list, id, frame_of(gathering, id), name) != VIA_OK)
        return false;
    for (size_t i = n_before; i < gathering->list->n_names; i++)
        gathering->list->names[i].guards &= ~(unsigned)VIA_TERM_OWN;
    return true;
}

/* Adds all names of one language. */
static via_status gather(struct gathering *gathering, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t i = 0; i < sizeof TABLES / sizeof TABLES[0] && st == VIA_OK; i++)
        st = add_table(gathering, TABLES[i], err);
    if (st == VIA_OK)
        st = via_cldr_list(gathering->lang, add_cldr_name, gathering, err);
    return st;
}

/* Adds names that Vietnamese writes in another way too: Khánh Hòa, Khánh Hoà. */
static bool add_other_tones(via_term_list *list)
{
    size_t n_names = list->n_names;
    via_buffer other = VIA_BUFFER_INIT;
    bool is_well = true;

    for (size_t i = 0; is_well && i < n_names; i++) {
        via_term_name name = list->names[i];

        other.n_bytes = 0;
        if (!via_tone_other(name.text, &other))
            continue;
        name.text = other.has_failed
                        ? NULL
                        : via_arena_copy(list->arena, other.bytes, other.n_bytes);
        is_well = name.text && add_name(list, &name);
    }
    via_buffer_clear(&other);
    return is_well;
}

via_status via_term_list_init(via_term_list *list, const char *lang, via_error *err)
{
    struct gathering gathering = {.list = list, .lang = lang};
    struct gathering other = {.list = list, .lang = gathering.also};
    via_status st = VIA_OK;

    *list = (via_term_list){.arena = via_arena_new()};
    gathering.dropped = other.dropped = via_intern_new();
    if (!list->arena || !gathering.dropped)
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = gather(&gathering, err);
    if (st == VIA_OK && *gathering.also)
        st = gather(&other, err);
    if (st == VIA_OK && strcmp(lang, "vi") == 0 && !add_other_tones(list))
        st = via_fail_memory(err);
    via_intern_free(gathering.dropped);
    if (st != VIA_OK)
        via_term_list_clear(list);
    return st;
}

void via_term_list_clear(via_term_list *list)
{
    free(list->names);
    via_arena_free(list->arena);
    *list = (via_term_list){0};
}
