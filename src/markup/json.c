/* JSON: objects put together value by value. The only door to json-c. */
#include "markup/json.h"

#include "base/status.h"
#include "io/number.h"
#include "markup/valid.h"

#include <assert.h>
#include <json-c/json.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

struct via_json {
    struct json_object *open[VIA_JSON_DEPTH_MAX]; /* the outermost first; it owns */
    size_t n_open;
    bool has_failed;
};

via_json *via_json_new(void)
{
    via_json *json = calloc(1, sizeof *json);

    if (json)
        json->open[0] = json_object_new_object();
    if (!json || !json->open[0]) {
        free(json);
        return NULL;
    }
    json->n_open = 1;
    return json;
}

void via_json_free(via_json *json)
{
    if (!json)
        return;
    json_object_put(json->open[0]);
    free(json);
}

/* Adds `value`, which moves in; NULL stands for null if `is_null`, else for memory
 * that could not be had. */
static bool add(via_json *json, const char *key, struct json_object *value,
                bool is_null)
{
    struct json_object *parent = json->open[json->n_open - 1];
    int outcome;

    assert(json->has_failed ||
           (key == NULL) == json_object_is_type(parent, json_type_array));
    if (json->has_failed || (!value && !is_null))
        outcome = -1;
    else if (key)
        outcome = json_object_object_add(parent, key, value);
    else
        outcome = json_object_array_add(parent, value);
    if (outcome != 0) {
        json_object_put(value);
        json->has_failed = true;
    }
    return outcome == 0;
}

static void open_within(via_json *json, const char *key, struct json_object *value)
{
    assert(json->has_failed || json->n_open < VIA_JSON_DEPTH_MAX);
    if (add(json, key, value, false))
        json->open[json->n_open++] = value;
}

void via_json_begin_object(via_json *json, const char *key)
{
    open_within(json, key, json_object_new_object());
}

void via_json_begin_array(via_json *json, const char *key)
{
    open_within(json, key, json_object_new_array());
}

void via_json_end(via_json *json)
{
    assert(json->has_failed || json->n_open > 1);
    if (!json->has_failed)
        json->n_open--;
}

void via_json_text(via_json *json, const char *key, const char *bytes, size_t n_bytes)
{
    via_buffer valid = VIA_BUFFER_INIT;
    struct json_object *value = NULL;

    via_append_valid(&valid, bytes, n_bytes);
    if (via_buffer_text(&valid) && valid.n_bytes <= INT_MAX)
        value = json_object_new_string_len(valid.bytes, (int)valid.n_bytes);
    add(json, key, value, false);
    via_buffer_clear(&valid);
}

void via_json_integer(via_json *json, const char *key, int64_t value)
{
    add(json, key, json_object_new_int64(value), false);
}

void via_json_decimal(via_json *json, const char *key, double value,
                      unsigned n_decimals)
{
    via_buffer figures = VIA_BUFFER_INIT;

    if (!isfinite(value)) {
        add(json, key, NULL, true);
        return;
    }
    via_append_decimal(&figures, value, n_decimals);
    const char *text = via_buffer_text(&figures);
    add(json, key, text ? json_object_new_double_s(value, text) : NULL, false);
    via_buffer_clear(&figures);
}

void via_json_bool(via_json *json, const char *key, bool value)
{
    add(json, key, json_object_new_boolean(value), false);
}

static bool start_again(via_json *json)
{
    struct json_object *empty = json_object_new_object();

    if (!empty)
        return false;
    json_object_put(json->open[0]);
    json->open[0] = empty;
    return true;
}

via_status via_json_append(via_json *json, via_json_layout layout, via_buffer *out,
                           via_error *err)
{
    int flags = JSON_C_TO_STRING_NOSLASHESCAPE;
    size_t n_bytes;

    assert(json->has_failed || json->n_open == 1);
    if (layout == VIA_JSON_PRETTY)
        flags |= JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED;
    const char *text =
        json->has_failed
            ? NULL
            : json_object_to_json_string_length(json->open[0], flags, &n_bytes);
    if (!text)
        return via_fail_memory(err);
    via_buffer_append(out, text, n_bytes);
    via_buffer_append_char(out, '\n');
    if (out->has_failed || !start_again(json))
        return via_fail_memory(err);
    return VIA_OK;
}
