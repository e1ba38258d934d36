/* Choir: many names heard at once.
 *
 * The work of finding names is nearly all in laying them beside sounds where they are
 * not. That is done for eight of them side by side, in the eight lanes of a vector, and
 * only for the score; the scores are those of via_hear(). Rejected: an index over
 * consonants. Names are so short, and are written so differently, that what it must let
 * pass is nearly everything. */
#ifndef VIA_NAME_CHOIR_H
#define VIA_NAME_CHOIR_H

#include "name/hearing.h"

#define VIA_CHOIR_VOICES 8

/* One number for each voice. */
typedef int16_t via_voices __attribute__((vector_size(2 * VIA_CHOIR_VOICES)));

typedef struct via_choir via_choir;

/* Names that are to be heard. */
typedef struct via_choir_cast {
    const via_name *names;
    size_t n_names;
    int inside_cost; /* as in via_borders_find() */
    int score_min;   /* ways to read a name that can never score so much are left out */
} via_choir_cast;

/* All ways to read some names. Lives in `arena`, read-only. */
typedef struct via_choirs {
    via_choir **choirs; /* of names of about the same length */
    size_t n_choirs;
} via_choirs;

via_status via_choirs_new(const via_sounds *sounds, const via_choir_cast *cast,
                          via_arena *arena, via_choirs *out, via_error *err);

/* Of longer runs only so much is heard. */
#define VIA_CHOIR_SOUNDS_MAX 16384

/* How well the names of a choir are heard at their best, and behind which sound they
 * end there. */
typedef struct via_choir_scores {
    via_voices score, end;
} via_choir_scores;

/* Returns whether any name scores at least `score_min`. Lower scores may come out lower
 * than they are: beside a name we stop where nothing can reach so much any more. */
bool via_choir_hear(const via_choir *choir, const via_audible *audible, int score_min,
                    via_choir_scores *out);

/* The name of a voice, and how many sounds it has; 0 for a lane without one. */
size_t via_choir_name(const via_choir *choir, size_t voice, size_t *n_sounds);

#endif
