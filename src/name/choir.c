/* Choir: many names heard at once. */
#include "name/choir.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

#define N_VOICES VIA_CHOIR_VOICES

/* One way to read one name. */
struct voice {
    const via_reading *reading;
    uint32_t name;
};

struct via_choir {
    const via_sounds *sounds;
    struct voice voices[N_VOICES];
    size_t n_voices, n_sounds; /* of the longest */
    /* By sounds of the name behind: costs of beginning and ending there, and whether
     * any voice may; the cost of the sound before without a partner. */
    via_voices begin[VIA_NAME_SOUNDS_MAX + 1], end[VIA_NAME_SOUNDS_MAX + 1];
    via_voices skip[VIA_NAME_SOUNDS_MAX + 1];
    bool may_begin[VIA_NAME_SOUNDS_MAX + 1], may_end[VIA_NAME_SOUNDS_MAX + 1];
    via_voices *alike; /* by sound heard, then by sound of the name */
    via_voices *gains; /* by sound heard: the best of these, or nought */
};

/* The compiler makes one instruction of this. */
static inline via_voices max_of(via_voices a, via_voices b)
{
    via_voices max;

    for (size_t v = 0; v < N_VOICES; v++)
        max[v] = a[v] > b[v] ? a[v] : b[v];
    return max;
}

static inline via_voices all(int16_t value)
{
    return (via_voices){value, value, value, value, value, value, value, value};
}

static inline bool any(via_voices are)
{
    uint64_t halves[sizeof are / sizeof(uint64_t)];

    memcpy(halves, &are, sizeof are);
    return (halves[0] | halves[1]) != 0;
}

/* ---- Making ---------------------------------------------------------------- */

static int by_length(const void *a, const void *b)
{
    const struct voice *left = a, *right = b;

    if (left->reading->n_sounds != right->reading->n_sounds)
        return (int)left->reading->n_sounds - (int)right->reading->n_sounds;
    if (left->name != right->name)
        return left->name < right->name ? -1 : 1;
    return (left->reading > right->reading) - (left->reading < right->reading);
}

/* A lane without a sound there: nothing begins, ends or fits. */
static void clear_costs(via_choir *choir)
{
    for (size_t i = 0; i <= VIA_NAME_SOUNDS_MAX; i++) {
        for (size_t v = 0; v < N_VOICES; v++)
            choir->begin[i][v] = choir->end[i][v] = VIA_NO_BORDER_COST;
    }
    for (size_t i = 0; i < choir->sounds->n_sounds * choir->n_sounds; i++) {
        for (size_t v = 0; v < N_VOICES; v++)
            choir->alike[i][v] = VIA_SOUND_NEVER;
    }
}

static void add_voice(via_choir *choir, size_t v, int inside_cost)
{
    const via_reading *reading = choir->voices[v].reading;
    via_borders borders;

    via_borders_find(reading, inside_cost, &borders);
    for (size_t i = 0; i <= reading->n_sounds; i++) {
        choir->begin[i][v] = borders.begin[i];
        choir->end[i][v] = borders.end[i];
        choir->may_begin[i] |= borders.begin[i] < VIA_NO_BORDER_COST;
        choir->may_end[i] |= borders.end[i] < VIA_NO_BORDER_COST;
    }
    for (size_t i = 0; i < reading->n_sounds; i++) {
        uint8_t sound = reading->sounds[i];

        choir->skip[i + 1][v] = choir->sounds->skip[sound];
        for (size_t heard = 1; heard < choir->sounds->n_sounds; heard++)
            choir->alike[heard * choir->n_sounds + i][v] =
                choir->sounds->alike[heard][VIA_SOUND_OF(sound)];
    }
}

static void find_gains(via_choir *choir)
{
    const via_voices *alike = choir->alike;

    for (size_t heard = 1; heard < choir->sounds->n_sounds; heard++) {
        alike += choir->n_sounds;
        for (size_t i = 0; i < choir->n_sounds; i++)
            choir->gains[heard] = max_of(choir->gains[heard], alike[i]);
    }
}

static via_choir *make_choir(const via_sounds *sounds, const struct voice *voices,
                             size_t n_voices, int inside_cost, via_arena *arena)
{
    via_choir *choir = via_arena_alloc(arena, sizeof *choir);

    if (!choir)
        return NULL;
    choir->sounds = sounds;
    choir->n_voices = n_voices;
    choir->n_sounds = voices[n_voices - 1].reading->n_sounds;
    memcpy(choir->voices, voices, n_voices * sizeof *voices);
    choir->alike = via_arena_array(arena, sounds->n_sounds * choir->n_sounds,
                                   sizeof *choir->alike);
    choir->gains = via_arena_array(arena, sounds->n_sounds, sizeof *choir->gains);
    if (!choir->alike || !choir->gains)
        return NULL;
    clear_costs(choir);
    for (size_t v = 0; v < n_voices; v++)
        add_voice(choir, v, inside_cost);
    find_gains(choir);
    return choir;
}

static size_t list_voices(const via_sounds *sounds, const via_choir_cast *cast,
                          struct voice *voices)
{
    size_t n_voices = 0;

    for (size_t i = 0; i < cast->n_names; i++) {
        const via_name *name = &cast->names[i];

        for (size_t w = 0; w < name->n_ways; w++) {
            if (via_reading_most(sounds, &name->ways[w]) >= cast->score_min)
                voices[n_voices++] = (struct voice){&name->ways[w], (uint32_t)i};
        }
    }
    return n_voices;
}

via_status via_choirs_new(const via_sounds *sounds, const via_choir_cast *cast,
                          via_arena *arena, via_choirs *out, via_error *err)
{
    struct voice *voices = via_arena_array(arena, 2 * cast->n_names, sizeof *voices);

    *out = (via_choirs){NULL, 0};
    if (!voices)
        return via_fail_memory(err);
    size_t n_voices = list_voices(sounds, cast, voices);
    if (n_voices)
        qsort(voices, n_voices, sizeof *voices, by_length);
    out->choirs = via_arena_array(arena, n_voices / N_VOICES + 1, sizeof *out->choirs);
    if (!out->choirs)
        return via_fail_memory(err);
    for (size_t v = 0; v < n_voices; v += N_VOICES) {
        size_t n_left = n_voices - v;
        via_choir *choir =
            make_choir(sounds, voices + v, n_left < N_VOICES ? n_left : N_VOICES,
                       cast->inside_cost, arena);

        if (!choir)
            return via_fail_memory(err);
        out->choirs[out->n_choirs++] = choir;
    }
    return VIA_OK;
}

size_t via_choir_name(const via_choir *choir, size_t voice, size_t *n_sounds)
{
    *n_sounds = voice < choir->n_voices ? choir->voices[voice].reading->n_sounds : 0;
    return *n_sounds ? choir->voices[voice].name : 0;
}

/* ---- Hearing --------------------------------------------------------------- */

/* How well each voice is heard: if it ends here, and wherever it is. */
struct front {
    via_voices ended, best;
};

/* Moves all voices on behind a sound, as move_on() in hearing.c. */
static inline struct front move_on(const via_choir *choir, uint8_t heard,
                                   int16_t open_cost, via_voices *score)
{
    const via_voices *alike =
        choir->alike + (size_t)VIA_SOUND_OF(heard) * choir->n_sounds;
    via_voices skip = all(choir->sounds->skip[heard]), open = all(open_cost);
    via_voices diagonal = score[0], ended = all(VIA_IMPOSSIBLE);
    via_voices above = max_of(score[0] - skip, -choir->begin[0] - open), best = above;

    score[0] = above;
    for (size_t i = 1; i <= choir->n_sounds; i++) {
        via_voices here = max_of(diagonal + alike[i - 1], score[i] - skip);

        diagonal = score[i];
        here = max_of(here, choir->may_begin[i] ? -choir->begin[i] - open
                                                : all(VIA_IMPOSSIBLE));
        here = max_of(here, above - choir->skip[i]);
        if (choir->may_end[i])
            ended = max_of(ended, here - choir->end[i]);
        best = max_of(best, here);
        score[i] = above = here;
    }
    return (struct front){ended, best};
}

/* What the sounds gain at most, if each finds its best partner. */
static via_voices hope_of(const via_choir *choir, const via_audible *audible)
{
    via_voices hope = all(0);

    for (size_t at = 0; at < audible->n_sounds; at++)
        hope += choir->gains[VIA_SOUND_OF(audible->sounds[at])];
    return hope;
}

bool via_choir_hear(const via_choir *choir, const via_audible *audible, int score_min,
                    via_choir_scores *out)
{
    via_voices score[VIA_NAME_SOUNDS_MAX + 1], least = all((int16_t)score_min);
    via_voices hope = audible->is_name ? hope_of(choir, audible) : all(0);
    struct front front = {all(0), all(0)}; /* a name that has not begun has nought */
    size_t n_sounds = audible->n_sounds < VIA_CHOIR_SOUNDS_MAX ? audible->n_sounds
                                                               : VIA_CHOIR_SOUNDS_MAX;

    *out = (via_choir_scores){all(VIA_IMPOSSIBLE), all(0)};
    if (audible->is_name && !any(hope >= least))
        return false;
    for (size_t i = 0; i <= choir->n_sounds; i++)
        score[i] = -choir->begin[i] - all(audible->begin_cost[0]);
    for (size_t at = 0; at < n_sounds; at++) {
        uint8_t heard = audible->sounds[at];

        if (audible->is_name) {
            if (!any(max_of(front.best, all(0)) + hope >= least))
                break;
            hope -= choir->gains[VIA_SOUND_OF(heard)];
        }
        front = move_on(choir, heard, audible->begin_cost[at + 1], score);
        via_voices here = front.ended - all(audible->end_cost[at + 1]);
        via_voices is_better = here > out->score;

        out->end = (is_better & all((int16_t)(at + 1))) | (~is_better & out->end);
        out->score = max_of(out->score, here);
    }
    return any(out->score >= least);
}
