/* JSON lines: documents that stand in a file an object a line, as crawlers write them.
 *
 *     line -> object -> what is known of it, and its place -> gathering
 *
 * The text stays where it is: when its turn comes the line is read again, from the file
 * or, where that cannot be done, from the spool. */
#include "corpus/gathering.h"

#include "base/status.h"
#include "markup/json_read.h"
#include "text/lang_code.h"
#include "text/utf8.h"

#include <string.h>

/* No article is so long; also what keeps memory bounded. Chosen, not tuned. */
#define LINE_MAX_BYTES ((size_t)64 << 20)

/* What is remembered of a field: a small record a document, whatever a crawler wrote
 * into it. Chosen, not tuned. */
#define FIELD_MAX_BYTES ((size_t)2000)

/* A file name has 255 bytes, and an ending. */
#define ID_MAX_BYTES ((size_t)200)

struct lines {
    via_gathering *to;
    const char *path; /* in the arena of the gathering */
    const char *lang; /* of the file; "": unknown */
    via_reader *in;
    via_buffer value; /* of a field */
    via_error *err;
};

static via_status skip_line(struct lines *lines, via_status status, const char *reason)
{
    return via_gathering_skip(lines->to, lines->path, via_reader_line(lines->in),
                              status, reason, lines->err);
}

/* Reads a field into `value`; returns NULL, and empties it, if there is none. */
static const char *read_field(struct lines *lines, const via_json_object *object,
                              const char *names)
{
    lines->value.n_bytes = 0;
    if (!via_json_append_field(object, names, VIA_JSON_ONE, &lines->value))
        lines->value.n_bytes = 0;
    return lines->value.n_bytes ? via_buffer_text(&lines->value) : NULL;
}

/* Keeps a field in the arena, cut to what is remembered. A NUL, at which a string would
 * end, becomes another control character. */
static const char *keep_field(struct lines *lines, const via_json_object *object,
                              const char *names)
{
    const char *value = read_field(lines, object, names);
    size_t n_bytes = lines->value.n_bytes;

    if (!value)
        return NULL;
    if (n_bytes > FIELD_MAX_BYTES)
        n_bytes = via_utf8_floor(value, FIELD_MAX_BYTES);

    char *copy = via_arena_copy(lines->to->arena, value, n_bytes);
    for (size_t i = 0; copy && i < n_bytes; i++)
        copy[i] = copy[i] ? copy[i] : '\x1f';
    return copy;
}

static bool is_id(const char *id)
{
    for (const char *at = id; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7f)
            return false;
    }
    return strlen(id) <= ID_MAX_BYTES;
}

/* Sets `lang` to what the text itself shows. */
static bool guess_lang(struct lines *lines, const via_json_object *object,
                       char lang[VIA_LANG_BYTES])
{
    lines->value.n_bytes = 0;
    return via_json_append_field(object, lines->to->input->fields.text, VIA_JSON_ALL,
                                 &lines->value) &&
           !lines->value.has_failed &&
           via_language_guess(lines->to->languages, lines->value.bytes,
                              lines->value.n_bytes, lang);
}

/* Sets `lang` to the language that the object says it is in, else to that of the file.
 * Returns false, with the line skipped, if there is none. */
static bool read_lang(struct lines *lines, const via_json_object *object,
                      char lang[VIA_LANG_BYTES], via_status *st)
{
    const char *said = read_field(lines, object, lines->to->input->fields.lang);
    char reason[160];

    if (!said || !via_lang_read(said, lines->value.n_bytes, lang)) {
        lang[0] = '\0';
        if (said) {
            snprintf(reason, sizeof reason,
                     "expected a language code such as vi or vie_Latn, not \"%.40s\"",
                     said);
            *st = skip_line(lines, VIA_E_FORMAT, reason);
            return false;
        }
    }
    if (!*lang)
        memcpy(lang, lines->lang, strlen(lines->lang) + 1);
    if (*lang || guess_lang(lines, object, lang))
        return true;
    *st = skip_line(lines, VIA_E_LANGUAGE,
                    "expected a field that names the language, which the text does not "
                    "show");
    return false;
}

/* Sets what is known of the document and where it is. */
static via_status read_source(struct lines *lines, const via_json_object *object,
                              const via_record *record, via_source *source)
{
    const via_field_names *fields = &lines->to->input->fields;

    *source = (via_source){.path = lines->path,
                           .id = keep_field(lines, object, fields->id),
                           .group = keep_field(lines, object, fields->group),
                           .url = keep_field(lines, object, fields->url),
                           .title = keep_field(lines, object, fields->title),
                           .date = keep_field(lines, object, fields->date),
                           .line = via_reader_line(lines->in),
                           .begin = record->begin,
                           .n_bytes = record->n_bytes,
                           .kind = VIA_SOURCE_JSON};
    return lines->value.has_failed ? via_fail_memory(lines->err) : VIA_OK;
}

/* Adds a document that has a text, or nothing but a page. */
static via_status add_document(struct lines *lines, const via_json_object *object,
                               const via_record *record, bool is_page)
{
    char lang[VIA_LANG_BYTES];
    via_source source;
    via_status st = VIA_OK;

    if (!read_lang(lines, object, lang, &st))
        return st;
    st = read_source(lines, object, record, &source);
    source.is_page = is_page;
    if (st != VIA_OK)
        return st;

    const char *id = source.group ? source.group : source.id;
    if (id && !is_id(id))
        return skip_line(lines, VIA_E_FORMAT,
                         "expected an id or group of at most 200 bytes, without "
                         "control characters");
    if (!via_reader_is_plain(lines->in))
        st = via_gathering_spool(lines->to, record->bytes, record->n_bytes, &source,
                                 lines->err);
    return st == VIA_OK
               ? via_gathering_add_line(lines->to, id, lang, &source, lines->err)
               : st;
}

/* Adds what an object holds. A text that is null is a page that gave nothing; one that
 * is not there is a mistake. */
static via_status add_object(struct lines *lines, const via_json_object *object,
                             const via_record *record)
{
    const via_field_names *fields = &lines->to->input->fields;
    via_json_state text = via_json_look(object, fields->text);
    via_json_state html = via_json_look(object, fields->html);
    char reason[160];

    if (text == VIA_JSON_TEXT || html == VIA_JSON_TEXT)
        return add_document(lines, object, record, text != VIA_JSON_TEXT);
    if (text == VIA_JSON_NULL || html == VIA_JSON_NULL) {
        lines->to->n_void++;
        return VIA_OK;
    }
    snprintf(reason, sizeof reason, "expected a text in one of the fields %.40s,%.40s",
             fields->text, fields->html);
    return skip_line(lines, VIA_E_FORMAT, reason);
}

static bool holds_nothing(const via_record *record)
{
    return strspn(record->bytes, " \t\r") == record->n_bytes;
}

static via_status read_line(struct lines *lines, const via_record *record)
{
    static const char MARK[] = "\xef\xbb\xbf";
    bool has_mark = via_reader_line(lines->in) == 1 && record->n_bytes >= 3 &&
                    memcmp(record->bytes, MARK, 3) == 0;
    via_record line = *record;
    via_json_object *object;
    via_error why;

    if (has_mark) {
        line.bytes += 3;
        line.begin += 3;
        line.n_bytes -= 3;
    }
    if (record->is_too_long)
        return skip_line(lines, VIA_E_FORMAT, "expected a line of at most 64 MiB");
    if (holds_nothing(&line))
        return VIA_OK;
    if (via_json_read(line.bytes, line.n_bytes, &object, &why) != VIA_OK)
        return via_gathering_skip_told(lines->to, lines->path,
                                       via_reader_line(lines->in), &why, lines->err);

    via_status st = add_object(lines, object, &line);
    via_json_object_free(object);
    return st;
}

via_status via_gather_jsonl(via_gathering *to, const char *path, const char *lang,
                            via_reader *in, via_error *err)
{
    struct lines lines = {.to = to, .lang = lang, .in = in, .err = err};
    via_status st = VIA_OK;

    lines.path = via_arena_copy(to->arena, path, strlen(path));
    if (!lines.path)
        return via_fail_memory(err);
    while (st == VIA_OK) {
        via_record record;
        via_error why;

        if (via_reader_record(in, LINE_MAX_BYTES, &record, &why) != VIA_OK) {
            st = via_gathering_skip_told(to, path, 0, &why, err);
            break;
        }
        if (!record.bytes)
            break;
        st = read_line(&lines, &record);
    }
    via_buffer_clear(&lines.value);
    return st;
}
