/* JSON read: one object of a line, and what its fields say. */
#include "markup/json_read.h"

#include "base/status.h"

#include <assert.h>
#include <json-c/json.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A name in a list, or a part of one between dots. */
struct part {
    const char *text;
    size_t n_bytes;
};

static struct json_object *of(const via_json_object *object)
{
    return (struct json_object *)(void *)(uintptr_t)object;
}

static via_status fail_at(struct json_tokener *tokener, via_error *err)
{
    enum json_tokener_error why = json_tokener_get_error(tokener);
    size_t at = json_tokener_get_parse_end(tokener);

    if (why == json_tokener_error_depth)
        return via_fail(err, VIA_E_FORMAT,
                        "expected JSON of at most %d values in one another, at byte "
                        "%zu",
                        VIA_JSON_READ_DEPTH_MAX, at);
    if (why == json_tokener_error_parse_utf8_string)
        return via_fail(err, VIA_E_ENCODING, "expected JSON in UTF-8, at byte %zu", at);
    if (why == json_tokener_continue)
        return via_fail(err, VIA_E_FORMAT, "expected JSON, which ends too early");
    return via_fail(err, VIA_E_FORMAT, "expected JSON, at byte %zu: %s", at,
                    json_tokener_error_desc(why));
}

via_status via_json_read(const char *bytes, size_t n_bytes, via_json_object **out,
                         via_error *err)
{
    struct json_tokener *tokener = json_tokener_new_ex(VIA_JSON_READ_DEPTH_MAX);
    struct json_object *object;
    via_status st = VIA_OK;

    *out = NULL;
    if (!tokener)
        return via_fail_memory(err);
    assert(n_bytes < INT_MAX);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    object = json_tokener_parse_ex(tokener, bytes, (int)n_bytes);
    if (json_tokener_get_error(tokener) != json_tokener_success)
        st = fail_at(tokener, err);
    else if (!json_object_is_type(object, json_type_object))
        st = via_fail(err, VIA_E_FORMAT, "expected a JSON object");
    json_tokener_free(tokener);
    if (st != VIA_OK) {
        json_object_put(object);
        return st;
    }
    *out = (via_json_object *)(void *)object;
    return VIA_OK;
}

void via_json_object_free(via_json_object *object)
{
    json_object_put(of(object));
}

/* Takes what stands before the next `separator` off the front of `rest`. */
static struct part take_part(struct part *rest, char separator)
{
    const char *end = memchr(rest->text, separator, rest->n_bytes);
    struct part part = {rest->text, end ? (size_t)(end - rest->text) : rest->n_bytes};
    size_t n_taken = part.n_bytes + (end != NULL);

    rest->text += n_taken;
    rest->n_bytes -= n_taken;
    return part;
}

/* Sets `*value` to the field of an object, NULL if it is null; false if there is no
 * such field. */
static bool get(struct json_object *object, struct part name,
                struct json_object **value)
{
    char key[256];

    *value = NULL;
    if (name.n_bytes >= sizeof key || !json_object_is_type(object, json_type_object))
        return false;
    memcpy(key, name.text, name.n_bytes);
    key[name.n_bytes] = '\0';
    return json_object_object_get_ex(object, key, value);
}

/* Finds a field of this name, else goes into objects by the parts of the name. */
static bool find(struct json_object *object, struct part name,
                 struct json_object **value)
{
    bool is_there = get(object, name, value);

    if (is_there || !memchr(name.text, '.', name.n_bytes))
        return is_there;
    for (*value = object, is_there = true; is_there && name.n_bytes;)
        is_there = get(*value, take_part(&name, '.'), value);
    return is_there;
}

/* Finds the first of the fields that is not null; returns whether any is there. */
static bool find_first(const via_json_object *object, const char *names,
                       struct json_object **value)
{
    struct part rest = {names, strlen(names)};
    bool is_there = false;

    *value = NULL;
    while (!*value && rest.n_bytes)
        is_there = find(of(object), take_part(&rest, ','), value) || is_there;
    return is_there;
}

static bool is_text(struct json_object *value)
{
    return json_object_is_type(value, json_type_string) ||
           json_object_is_type(value, json_type_int) ||
           json_object_is_type(value, json_type_double);
}

via_json_state via_json_look(const via_json_object *object, const char *names)
{
    struct json_object *value;

    if (!find_first(object, names, &value))
        return VIA_JSON_ABSENT;
    if (!value)
        return VIA_JSON_NULL;
    if (!json_object_is_type(value, json_type_array))
        return is_text(value) ? VIA_JSON_TEXT : VIA_JSON_OTHER;

    size_t n_items = json_object_array_length(value);
    for (size_t i = 0; i < n_items; i++) {
        if (is_text(json_object_array_get_idx(value, i)))
            return VIA_JSON_TEXT;
    }
    return n_items ? VIA_JSON_OTHER : VIA_JSON_NULL;
}

static void append_value(struct json_object *value, via_buffer *out)
{
    if (json_object_is_type(value, json_type_string))
        via_buffer_append(out, json_object_get_string(value),
                          (size_t)json_object_get_string_len(value));
    else
        via_buffer_append_text(out, json_object_get_string(value));
}

bool via_json_append_field(const via_json_object *object, const char *names,
                           via_json_many many, via_buffer *out)
{
    struct json_object *value;
    size_t n_values = 0;

    find_first(object, names, &value);
    if (is_text(value)) {
        append_value(value, out);
        return true;
    }
    if (!json_object_is_type(value, json_type_array))
        return false;
    for (size_t i = 0; i < json_object_array_length(value); i++) {
        struct json_object *item = json_object_array_get_idx(value, i);

        if (!is_text(item) || (n_values && many == VIA_JSON_ONE))
            continue;
        if (n_values++)
            via_buffer_append_char(out, '\n');
        append_value(item, out);
    }
    return n_values > 0;
}

bool via_json_append_names(const via_json_object *object, const char *name,
                           via_buffer *out)
{
    struct json_object *value;

    find(of(object), (struct part){name, strlen(name)}, &value);
    if (!json_object_is_type(value, json_type_object))
        return false;
    struct json_object_iterator at = json_object_iter_begin(value);
    struct json_object_iterator end = json_object_iter_end(value);
    for (; !json_object_iter_equal(&at, &end); json_object_iter_next(&at)) {
        via_buffer_append_text(out, json_object_iter_peek_name(&at));
        via_buffer_append_char(out, '\0');
    }
    return true;
}
