/* Loaded names: the installed tables of names, for a group of tests. */
#ifndef VIA_TESTS_LOADED_NAMES_H
#define VIA_TESTS_LOADED_NAMES_H

#include "scratch.h"

#include "name/name_tables.h"

static via_names *names;

static inline int names_setup(void **state)
{
    (void)state;
    return via_names_new(&names, NULL) == VIA_OK ? 0 : -1;
}

static inline int names_teardown(void **state)
{
    (void)state;
    via_names_free(names);
    return 0;
}

static inline via_name name_of(const char *text)
{
    via_name name;

    via_name_read(names, text, 0, strlen(text), &name);
    return name;
}

/* Writes sounds as the tables do: "t|ch r? a n". */
static inline const char *spell(const uint8_t *sounds, size_t n_sounds)
{
    static char text[1024];

    text[0] = '\0';
    for (size_t i = 0; i < n_sounds; i++) {
        size_t n_bytes = strlen(text);

        snprintf(text + n_bytes, sizeof text - n_bytes, "%s%s%s", i ? " " : "",
                 names->sounds.names[VIA_SOUND_OF(sounds[i])],
                 sounds[i] & VIA_SOUND_WEAK ? "?" : "");
    }
    return text;
}

#endif
