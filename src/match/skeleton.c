/* Skeleton: the consonants of a name, coarsely, as a key that scripts share.
 *
 *     Lukashenko      l u k a sh e n k o       tongue back hiss nose back
 *     ルカシェンコ    l|r u k u? sh e n k o    tongue back hiss nose back
 *
 * An index needs equal keys, so sounds are cut down to the groups of sounds.tsv, and
 * vowels and what may be silent are left out. Names that are written too differently
 * for that miss each other here; other keys of the document have to do then. */
#include "match/skeleton.h"

#include "base/intern.h"
#include "name/name_tables.h"

/* With fewer consonants too many names have the same. */
#define CONSONANTS_MIN 3

/* The group of a sound as a number from 1, 0 if it has none or may be silent. Of a
 * sound that is left open the last group counts: n of m and n, g of ng and g. */
static char group_of(const via_sounds *sounds, uint8_t sound)
{
    unsigned groups = sounds->groups[VIA_SOUND_OF(sound)];
    char number = 0;

    if (sound & VIA_SOUND_WEAK)
        return 0;
    for (; groups; groups >>= 1)
        number++;
    return number;
}

/* Adds the key of the sounds [begin, end), unless it is there or too short. */
static size_t add(const via_sounds *sounds, const via_reading *reading, size_t begin,
                  size_t end, uint64_t *out, size_t n_out)
{
    char groups[VIA_NAME_SOUNDS_MAX + 1] = {'s'};
    size_t n = 1;

    for (size_t i = begin; i < end; i++) {
        char group = group_of(sounds, reading->sounds[i]);

        if (group)
            groups[n++] = group;
    }
    if (n < CONSONANTS_MIN + 1)
        return n_out;
    uint64_t id = via_hash_bytes(groups, n);
    for (size_t i = 0; i < n_out; i++) {
        if (out[i] == id)
            return n_out;
    }
    out[n_out] = id;
    return n_out + 1;
}

size_t via_skeletons_of(const via_names *names, const char *text, size_t begin,
                        size_t end, uint64_t *out)
{
    via_name name;
    size_t n_out = 0;

    via_name_read(names, text, begin, end, &name);
    for (size_t w = 0; w < name.n_ways; w++) {
        const via_reading *way = &name.ways[w];

        n_out = add(&names->sounds, way, 0, way->n_sounds, out, n_out);
        for (size_t p = 0; p < way->n_parts; p++)
            n_out = add(&names->sounds, way, way->part_begin[p], way->part_begin[p + 1],
                        out, n_out);
    }
    return n_out;
}
