/* Sound run: sounds in order, written one after the other into room that is given. */
#ifndef VIA_NAME_SOUND_RUN_H
#define VIA_NAME_SOUND_RUN_H

#include "name/spelling.h"

/* Bytes of a text, half-open. */
typedef struct via_stretch {
    uint32_t begin, end;
} via_stretch;

typedef struct via_sound_run {
    uint8_t *sounds;
    via_stretch *letters; /* what each was read from, or NULL */
    size_t n_sounds, capacity;
    /* Of a Thai text: what it says against a name to begin or end before each sound and
     * behind the last, in hundredths of a nat; whether any letter is silent. */
    int16_t *begin_cost, *end_cost;
    bool has_silence;
} via_sound_run;

/* Adds a sound; what has no room is left out. */
static inline void via_sound_run_add(via_sound_run *run, uint8_t sound,
                                     via_stretch letters)
{
    if (run->n_sounds == run->capacity)
        return;
    if (run->letters)
        run->letters[run->n_sounds] = letters;
    run->sounds[run->n_sounds++] = sound;
}

/* Adds the sounds of a rule; `weak` is 0 or VIA_SOUND_WEAK. */
static inline void via_sound_run_add_rule(via_sound_run *run, const via_rule *rule,
                                          uint8_t weak, via_stretch letters)
{
    for (size_t i = 0; i < rule->n_sounds; i++)
        via_sound_run_add(run, rule->sounds[i] | weak, letters);
}

#endif
