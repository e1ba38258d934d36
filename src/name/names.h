/* Names: found in a text, read as sounds, and compared across scripts.
 *
 *     Trần Lưu Quang          t|ch r? a n . l u . k w a ng
 *     トラン・ルー・クアン    t o? r|l a n|m|ng . r|l u? . k u? a n|m|ng
 *     เจิ่น ลือ กวาง            ch|j o|e n l u k|g w a ng
 *
 * How much two readings are alike is a log-odds score against chance, the best over
 * all ways to lay one beside the other; sounds that languages lose cost little. */
#ifndef VIA_NAME_NAMES_H
#define VIA_NAME_NAMES_H

#include "base/arena.h"
#include "mention/mention.h"
#include "name/sound_run.h"

/* Longer names are compared by their beginning. */
#define VIA_NAME_SOUNDS_MAX 48
#define VIA_NAME_PARTS_MAX  8

/* One way to read a name. Part i has the sounds [part_begin[i], part_begin[i + 1]). */
typedef struct via_reading {
    uint8_t n_sounds, n_parts;
    uint8_t sounds[VIA_NAME_SOUNDS_MAX];
    uint8_t part_begin[VIA_NAME_PARTS_MAX + 1];
} via_reading;

enum via_script { VIA_SCRIPT_LATIN, VIA_SCRIPT_KATAKANA, VIA_SCRIPT_THAI };

/* A name as it sounds: by the rules of its script, and as Vietnamese if its parts are
 * Vietnamese syllables. No way at all if nothing in it can be read. */
typedef struct via_name {
    via_reading ways[2];
    uint8_t n_ways;
    uint8_t script; /* enum via_script */
} via_name;

/* By so much, in hundredths of a nat, the better of two names takes a partner. */
#define VIA_RIVAL_LEAD VIA_CENTINAT

/* Where a name was heard in a run of sounds, and how well. */
typedef struct via_heard {
    size_t begin, end;           /* in the run */
    size_t name_begin, name_end; /* in the name: what of it was heard */
    int score; /* hundredths of a nat; log odds against chance in this one place */
} via_heard;

/* The tables of readings and how alike sounds are. Read-only, for any number of
 * threads. */
typedef struct via_names via_names;

via_status via_names_new(via_names **out, via_error *err);
void via_names_free(via_names *names);

/* Finds what may be a name in `text[begin, end)`, a segment of valid UTF-8: runs of
 * capitalised words in Latin letters, runs of katakana in Japanese. Names in Thai
 * letters are sought, not found (see name/name_places.h). The value of a mention
 * is its surface. Returns false if `fn` did. */
bool via_names_find(const via_names *names, const char *lang, const char *text,
                    size_t begin, size_t end, via_mention_fn *fn, void *data);

/* Reads `text[begin, end)` as a name. */
void via_name_read(const via_names *names, const char *text, size_t begin, size_t end,
                   via_name *out);

/* Reads a Thai text. Letters and costs of the run are set; all lives in `arena`. */
via_status via_names_read_thai(const via_names *names, const char *text, size_t begin,
                               size_t end, via_arena *arena, via_sound_run *out,
                               via_error *err);

/* Returns the log odds against chance, in hundredths of a nat, that two names are the
 * same, or that one is a part of the other (its family name, say). */
int via_name_score(const via_names *names, const via_name *a, const via_name *b);

/* Returns the same as a likeness from 0 (chance) to 1 (sure). */
double via_name_likeness(const via_names *names, const via_name *a, const via_name *b);

/* Returns the log odds of a name against itself: how much there is to hear. */
int via_name_weight(const via_names *names, const via_name *name);

/* Returns whether two names of one script are the same, or one is a part of the other:
 * they have about all of the shorter one in common. */
bool via_names_are_kin(const via_names *names, const via_name *a, const via_name *b);

/* Finds the best place of a name in the sounds [begin, end) of a text. */
via_heard via_name_seek(const via_names *names, const via_name *name,
                        const via_sound_run *run, size_t begin, size_t end);

/* Returns the likeness that a score means where the name was compared with `n_places`
 * others, or sought in so many places. */
double via_name_likeness_of(int score, size_t n_places);

/* Returns the score that a likeness needs; the way back. */
int via_name_score_for(double likeness, size_t n_places);

#endif
