/* Sound run: sounds in order, written one after the other into room that is given. */
#ifndef VIA_EVIDENCE_SOUND_RUN_H
#define VIA_EVIDENCE_SOUND_RUN_H

#include "evidence/spelling.h"

typedef struct via_sound_run {
    uint8_t *sounds;
    uint32_t *begins; /* the byte at which the letters of each begin, or NULL */
    size_t n_sounds, capacity;
} via_sound_run;

/* Adds a sound; what has no room is left out. */
static inline void via_sound_run_add(via_sound_run *run, uint8_t sound, size_t begin)
{
    if (run->n_sounds == run->capacity)
        return;
    if (run->begins)
        run->begins[run->n_sounds] = (uint32_t)begin;
    run->sounds[run->n_sounds++] = sound;
}

/* Adds the sounds of a rule; `weak` is 0 or VIA_SOUND_WEAK. */
static inline void via_sound_run_add_rule(via_sound_run *run, const via_rule *rule,
                                          uint8_t weak, size_t begin)
{
    for (size_t i = 0; i < rule->n_sounds; i++)
        via_sound_run_add(run, rule->sounds[i] | weak, begin);
}

#endif
