/* Multi reading: a unit of all languages back from its line of JSON. */
#include "tm/multi.h"

#include "base/status.h"
#include "corpus/filename.h"
#include "io/table.h"
#include "markup/json_read.h"

#include <string.h>

/* No document has so many segments; it keeps sums away from overflow. */
#define SEG_MAX ((size_t)1 << 40)

/* A line while it is read. */
struct line {
    via_json_object *object;
    via_arena *arena;
    via_buffer field; /* the name of a field, then what it says */
    via_error *err;
};

static bool has_control(const char *bytes, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++) {
        if ((unsigned char)bytes[i] < ' ' || bytes[i] == 0x7f)
            return true;
    }
    return false;
}

/* Sets `*out` to the text of the field NAME.LANG, or NAME if `lang` is NULL. Its length
 * is that of the string: control characters are none of a line. */
static via_status take(struct line *line, const char *name, const char *lang,
                       const char **out)
{
    via_buffer *field = &line->field;

    *out = NULL;
    field->n_bytes = 0;
    via_buffer_format(field, "%s%s%s", name, lang ? "." : "", lang ? lang : "");
    via_buffer_append_char(field, '\0');
    size_t begin = field->n_bytes;
    if (field->has_failed)
        return via_fail_memory(line->err);
    /* The name is copied first, since the buffer may move. */
    const char *path = via_arena_copy(line->arena, field->bytes, begin - 1);
    if (!path)
        return via_fail_memory(line->err);
    if (via_json_look(line->object, path) != VIA_JSON_TEXT ||
        !via_json_append_field(line->object, path, VIA_JSON_ONE, field) ||
        field->n_bytes == begin ||
        has_control(field->bytes + begin, field->n_bytes - begin))
        return field->has_failed
                   ? via_fail_memory(line->err)
                   : via_fail(line->err, VIA_E_FORMAT,
                              "expected a line of text in \"%.80s\"", path);
    if (!field->has_failed)
        *out =
            via_arena_copy(line->arena, field->bytes + begin, field->n_bytes - begin);
    return *out ? VIA_OK : via_fail_memory(line->err);
}

/* Reads figures up to a line feed or the end; false if they are no number. */
static bool read_seg(const char **at, size_t *seg)
{
    const char *begin = *at;

    for (*seg = 0; **at >= '0' && **at <= '9' && *seg < SEG_MAX; (*at)++)
        *seg = *seg * 10 + (size_t)(**at - '0');
    bool is_well = *at > begin && *seg < SEG_MAX && (**at == '\n' || !**at);
    *at += **at == '\n';
    return is_well;
}

/* Reads numbers of segments, which grow. */
static via_status take_segs(struct line *line, via_multi_text *text)
{
    via_buffer *field = &line->field;
    char path[VIA_LANG_BYTES + 16];
    size_t n_max = 1, *segs;

    snprintf(path, sizeof path, "segments.%s", text->lang);
    field->n_bytes = 0;
    via_json_append_field(line->object, path, VIA_JSON_ALL, field);
    if (!via_buffer_text(field))
        return via_fail_memory(line->err);
    for (size_t i = 0; i < field->n_bytes; i++)
        n_max += field->bytes[i] == '\n';
    segs = via_arena_array(line->arena, n_max, sizeof *segs);
    if (!segs)
        return via_fail_memory(line->err);
    const char *at = field->bytes;
    do {
        size_t n = text->n_segs;

        if (!read_seg(&at, &segs[n]) || (n && segs[n] <= segs[n - 1]))
            return via_fail(line->err, VIA_E_FORMAT,
                            "expected growing numbers of segments in \"%s\"", path);
        text->n_segs++;
    } while (*at);
    text->segs = segs;
    return VIA_OK;
}

static via_status take_text(struct line *line, const char *lang, via_multi_text *text)
{
    *text = (via_multi_text){.lang = lang};
    via_status st = take(line, "texts", lang, &text->text);

    if (st == VIA_OK)
        st = take(line, "documents", lang, &text->document);
    if (st == VIA_OK)
        st = take_segs(line, text);
    if (st == VIA_OK)
        text->n_bytes = strlen(text->text);
    return st;
}

/* Reads the texts, that of the pivot first. */
static via_status take_texts(struct line *line, const char *pivot, via_multi_unit *out)
{
    via_buffer names = VIA_BUFFER_INIT;
    via_status st = VIA_OK;
    size_t n_names = 0, n_others = 0;

    via_json_append_names(line->object, "texts", &names);
    for (size_t i = 0; i < names.n_bytes; i++)
        n_names += !names.bytes[i];
    const char *copy =
        via_arena_copy(line->arena, names.bytes ? names.bytes : "", names.n_bytes);
    via_multi_text *texts = via_arena_array(line->arena, n_names, sizeof *texts);
    if (names.has_failed || !copy || !texts)
        st = via_fail_memory(line->err);
    for (const char *at = copy; st == VIA_OK && at < copy + names.n_bytes;
         at += strlen(at) + 1) {
        bool is_pivot = strcmp(at, pivot) == 0;

        if (!via_filename_is_lang(at, strlen(at)) || strlen(at) >= VIA_LANG_BYTES)
            st = via_fail(line->err, VIA_E_FORMAT,
                          "\"%.40s\": expected the code of a language", at);
        else if (is_pivot || n_others + 1 < n_names)
            st = take_text(line, at, &texts[is_pivot ? 0 : ++n_others]);
    }
    via_buffer_clear(&names);
    if (st == VIA_OK && (n_names < 2 || n_others + 1 != n_names || !texts[0].lang))
        st = via_fail(line->err, VIA_E_FORMAT,
                      "expected texts in two languages, one of them the pivot");
    out->texts = texts;
    out->n_texts = n_names;
    return st;
}

static via_status take_confidence(struct line *line, double *confidence)
{
    const char *figure;
    via_status st = take(line, "confidence", NULL, &figure);

    if (st == VIA_OK &&
        (!via_parse_number(figure, confidence) || *confidence < 0 || *confidence > 1))
        st = via_fail(line->err, VIA_E_FORMAT,
                      "expected a number from 0 to 1 in \"confidence\"");
    return st;
}

via_status via_multi_parse(const char *bytes, size_t n_bytes, via_arena *arena,
                           via_multi_unit *out, via_error *err)
{
    struct line line = {.arena = arena, .err = err};
    const char *pivot;

    *out = (via_multi_unit){0};
    via_status st = via_json_read(bytes, n_bytes, &line.object, err);
    if (st == VIA_OK)
        st = take(&line, "pivot", NULL, &pivot);
    if (st == VIA_OK)
        st = take(&line, "article", NULL, &out->article);
    if (st == VIA_OK)
        st = take_confidence(&line, &out->confidence);
    if (st == VIA_OK)
        st = take_texts(&line, pivot, out);
    via_json_object_free(line.object);
    via_buffer_clear(&line.field);
    return st;
}
