/* Sieve: where in long runs of sounds names may stand, by their consonants.
 *
 *     text      n  t  k  m  s  ch s  t  s  n
 *     m         .  .  . +7  .  .  .  .  .  .        what each place says for the sound,
 *     s,  1 on  .  .  . +7 +7 +7 +7 +7  .  .        in quarters of a nat; behind the
 *     ch, 2 on  .  .  . +7 +7 +7  .  .  .  .        first consonant also one place off
 *     s,  3 on  .  . +7 +7 +7 +7 +7  .  .  .
 *
 * The rows of a name's consonants, each moved by the place of its consonant, are added
 * up, sixty-four places at a time. Where the sum, with the spaces and silent letters
 * around, could be enough, the name is compared properly. */
#ifndef VIA_EVIDENCE_SIEVE_H
#define VIA_EVIDENCE_SIEVE_H

#include "evidence/names.h"

typedef struct via_sieve via_sieve;

/* Is told that the name may stand in the sounds [begin, end). */
typedef void via_sieve_fn(void *data, uint32_t name, size_t begin, size_t end);

/* Makes a sieve for names and their parts. Lives in `arena`, read-only. */
via_status via_sieve_new(const via_names *names, const via_name *all, size_t n_names,
                         via_arena *arena, via_sieve **out, via_error *err);

/* Runs sounds through the sieve. Tells of each place where a name may score as much as
 * `score_min`, in no order. */
void via_sieve_run(const via_sieve *sieve, const via_sound_run *run, int score_min,
                   via_sieve_fn *fn, void *data);

#endif
