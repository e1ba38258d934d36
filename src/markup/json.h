/* JSON: objects put together value by value. The only door to json-c. */
#ifndef VIA_MARKUP_JSON_H
#define VIA_MARKUP_JSON_H

#include "base/buffer.h"
#include "vialign.h"

/* One object on its way to the output. Keys keep the order in which they come. Where
 * an array is open, `key` is NULL.
 *
 * After a failure to get memory, adding does nothing and via_json_append() fails, so
 * that one check at the end is enough. Belongs to one thread. */
typedef struct via_json via_json;

/* Returns an object that is open and empty, or NULL if there is no memory. */
via_json *via_json_new(void);
void via_json_free(via_json *json);

/* Opens an object or array within what is open; via_json_end() closes it. No deeper
 * than VIA_JSON_DEPTH_MAX, the outermost counted. */
#define VIA_JSON_DEPTH_MAX 16
void via_json_begin_object(via_json *json, const char *key);
void via_json_begin_array(via_json *json, const char *key);
void via_json_end(via_json *json);

/* Adds a value. Text is UTF-8; what is not is replaced by U+FFFD. A decimal that is
 * not finite becomes null. */
void via_json_text(via_json *json, const char *key, const char *bytes, size_t n_bytes);
void via_json_integer(via_json *json, const char *key, int64_t value);
void via_json_decimal(via_json *json, const char *key, double value,
                      unsigned n_decimals);
void via_json_bool(via_json *json, const char *key, bool value);

typedef enum via_json_layout {
    VIA_JSON_LINE,  /* all on one line, no spaces */
    VIA_JSON_PRETTY /* a value a line, indented by two spaces */
} via_json_layout;

/* Appends the object and a line feed, and leaves it open and empty for the next.
 * Everything within it must be closed. */
via_status via_json_append(via_json *json, via_json_layout layout, via_buffer *out,
                           via_error *err);

#endif
