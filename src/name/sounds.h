/* Sounds: the coarse classes in which names are compared across scripts. */
#ifndef VIA_NAME_SOUNDS_H
#define VIA_NAME_SOUNDS_H

#include "vialign.h"

#define VIA_SOUNDS_MAX 128

/* In a reading, a sound is its number and perhaps the mark that it may be silent. */
#define VIA_SOUND_WEAK  0x80
#define VIA_SOUND_OF(s) ((s) & (VIA_SOUND_WEAK - 1))

/* Number 0 is no sound: a border that no name crosses. */
#define VIA_SOUND_BORDER 0

/* Scores are whole hundredths of a nat, so that they are the same everywhere. */
#define VIA_CENTINAT 100

/* Nothing stands against this. */
#define VIA_SOUND_NEVER (-3000)

#define VIA_SOUND_GROUPS_MAX 7

typedef struct via_sounds {
    int16_t alike[VIA_SOUNDS_MAX][VIA_SOUNDS_MAX]; /* log odds against chance */
    int16_t most[VIA_SOUNDS_MAX]; /* what a sound gains beside its best partner */
    int16_t
        skip[2 * VIA_SOUNDS_MAX];   /* cost alone; also for those that may be silent */
    uint32_t parts[VIA_SOUNDS_MAX]; /* of an open sound: bits of the closed ones */
    uint8_t groups[VIA_SOUNDS_MAX]; /* of consonants that answer one another: bits */
    bool is_vowel[VIA_SOUNDS_MAX];
    char names[VIA_SOUNDS_MAX][16];
    size_t n_sounds, n_closed, n_groups;
} via_sounds;

/* Loads the table `sounds.tsv`. Open sounds are added by via_sounds_parse(), and
 * via_sounds_settle() then works out their scores; after that it is read-only. */
via_status via_sounds_load(via_sounds *out, via_error *err);
void via_sounds_settle(via_sounds *sounds);

/* Reads sounds between spaces, such as "t|ch r? a"; "-" is none. Returns how many, or
 * -1 if one is unknown or there are more than `n_max`. */
int via_sounds_parse(via_sounds *sounds, const char *text, uint8_t *out, size_t n_max);

#endif
