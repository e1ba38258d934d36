/* JSON read: one object of a line, and what its fields say. */
#ifndef VIA_MARKUP_JSON_READ_H
#define VIA_MARKUP_JSON_READ_H

#include "base/buffer.h"
#include "vialign.h"

/* Deeper than any record; more is a failure. Chosen, not tuned. */
#define VIA_JSON_READ_DEPTH_MAX 64

typedef struct via_json_object via_json_object;

/* Reads text (less than INT_MAX bytes) that is one JSON object and nothing else but
 * white space. On success
 * `*out` is the caller's, freed with via_json_object_free(). The message of a failure
 * says what was expected and at which byte, and names no file. */
via_status via_json_read(const char *bytes, size_t n_bytes, via_json_object **out,
                         via_error *err);
void via_json_object_free(via_json_object *object);

/* What an object says in some field. */
typedef enum via_json_state {
    VIA_JSON_ABSENT,
    VIA_JSON_NULL, /* it is there, and null or an empty list */
    VIA_JSON_TEXT, /* a string or a number, or a list that has one */
    VIA_JSON_OTHER
} via_json_state;

/* Tells of the first of the fields `names`, between commas, that is there and not null;
 * if there is none of the first that is there. A name with dots is also a way into
 * objects: "meta.url". */
via_json_state via_json_look(const via_json_object *object, const char *names);

typedef enum via_json_many {
    VIA_JSON_ONE, /* of a list its first */
    VIA_JSON_ALL  /* all of it, with line feeds between */
} via_json_many;

/* Appends the text of the field that via_json_look() tells of, strings and numbers as
 * they are. Returns false, with nothing appended, if there is none. */
bool via_json_append_field(const via_json_object *object, const char *names,
                           via_json_many many, via_buffer *out);

/* Appends the names in the object that stands in the field `name`, each with a NUL
 * behind it, in the order of the text. Returns false if there is no such object. */
bool via_json_append_names(const via_json_object *object, const char *name,
                           via_buffer *out);

#endif
