/* Sieve: where in long runs of sounds names may stand, by their consonants. */
#include "evidence/sieve.h"

#include "base/status.h"
#include "evidence/name_tables.h"

#include <string.h>

/* Sums are bytes: a quarter of a nat is one, and no name has so many consonants or so
 * much to say that they overflow. */
#define QUARTER       (VIA_CENTINAT / 4)
#define GAIN_MAX      10
#define PATTERN_MAX   11
#define THRESHOLD_MAX 127

/* Places of a block that may begin a name, and those behind that it may reach. */
#define BLOCK_PLACES 64
#define ROOM_PLACES  (BLOCK_PLACES + PATTERN_MAX + 1)

/* Of vowels and what may be silent so much of the best is taken for granted. */
#define OTHERS_PERCENT 80

/* A part that could score less than this alone is sought with its name only. */
#define PART_WEIGHT_MIN (6 * VIA_CENTINAT)

/* A run of sounds may be so much longer than the name, and some vowels more. */
#define WINDOW_PERCENT 130
#define WINDOW_EXTRA   4

/* Some parts of a way to read a name. */
struct pattern {
    uint32_t name;
    int weight; /* the most that it can score */
    int others; /* what of it is not from the consonants below */
    int left_out_cost;
    uint8_t consonants[PATTERN_MAX];
    uint8_t n_consonants;
    uint8_t n_before, n_after; /* sounds before the first consonant, and from it on */
};

struct via_sieve {
    const via_sounds *sounds;
    struct pattern *patterns;
    size_t n_patterns;
    uint8_t used[VIA_SOUNDS_MAX]; /* sounds that are consonants of a pattern */
    size_t n_used;
    /* What a sound of the text says for a sound of a name, in quarters. */
    int8_t gain[VIA_SOUNDS_MAX][VIA_SOUNDS_MAX];
};

/* Rounds up, so that nothing is lost. */
static int8_t quarters_of(int score)
{
    int quarters = score > 0 ? (score + QUARTER - 1) / QUARTER : -(-score / QUARTER);

    return (int8_t)(quarters < GAIN_MAX ? quarters : GAIN_MAX);
}

/* ---- Making ---------------------------------------------------------------- */

static void take_sound(const via_sieve *sieve, struct pattern *pattern, uint8_t sound)
{
    unsigned which = VIA_SOUND_OF(sound);
    int weight = sieve->sounds->alike[which][which];
    bool is_bone = sieve->sounds->groups[which] && !(sound & VIA_SOUND_WEAK);

    if (is_bone && pattern->n_consonants < PATTERN_MAX)
        pattern->consonants[pattern->n_consonants++] = (uint8_t)which;
    else
        pattern->others += weight * OTHERS_PERCENT / 100;
    pattern->weight += weight;
}

/* Adds parts [begin_part, end_part) of a way. */
static void add_pattern(via_sieve *sieve, uint32_t name, const via_reading *way,
                        size_t begin_part, size_t end_part)
{
    size_t begin = way->part_begin[begin_part], end = way->part_begin[end_part];
    struct pattern pattern = {.name = name};
    size_t n_parts = end_part - begin_part, first = end;

    for (size_t i = begin; i < end; i++) {
        take_sound(sieve, &pattern, way->sounds[i]);
        if (pattern.n_consonants && first == end)
            first = i;
    }
    if (!pattern.n_consonants ||
        (n_parts < way->n_parts && pattern.weight < PART_WEIGHT_MIN))
        return;
    pattern.left_out_cost = (int)(way->n_parts - n_parts) * VIA_PART_COST;
    pattern.n_before = (uint8_t)(first - begin);
    pattern.n_after = (uint8_t)(end - first);
    sieve->patterns[sieve->n_patterns++] = pattern;
}

static void add_name(via_sieve *sieve, uint32_t number, const via_name *name)
{
    for (size_t w = 0; w < name->n_ways; w++) {
        const via_reading *way = &name->ways[w];

        add_pattern(sieve, number, way, 0, way->n_parts);
        for (size_t p = 0; way->n_parts > 1 && p < way->n_parts; p++)
            add_pattern(sieve, number, way, p, p + 1);
    }
}

/* At worst a sound of the name has no partner. */
static void find_gains(via_sieve *sieve)
{
    const via_sounds *sounds = sieve->sounds;

    for (size_t heard = 0; heard < sounds->n_sounds; heard++) {
        for (size_t sound = 1; sound < sounds->n_sounds; sound++) {
            int alike = heard ? sounds->alike[heard][sound] : VIA_SOUND_NEVER;

            if (alike < -sounds->skip[sound])
                alike = -sounds->skip[sound];
            sieve->gain[heard][sound] = quarters_of(alike);
        }
    }
}

static void find_used(via_sieve *sieve)
{
    bool is_used[VIA_SOUNDS_MAX] = {false};

    for (size_t p = 0; p < sieve->n_patterns; p++) {
        for (size_t i = 0; i < sieve->patterns[p].n_consonants; i++)
            is_used[sieve->patterns[p].consonants[i]] = true;
    }
    for (size_t sound = 0; sound < VIA_SOUNDS_MAX; sound++) {
        if (is_used[sound])
            sieve->used[sieve->n_used++] = (uint8_t)sound;
    }
}

via_status via_sieve_new(const via_names *names, const via_name *all, size_t n_names,
                         via_arena *arena, via_sieve **out, via_error *err)
{
    via_sieve *sieve = via_arena_alloc(arena, sizeof *sieve);
    size_t n_patterns_max = n_names * 2 * (VIA_NAME_PARTS_MAX + 1);

    *out = NULL;
    if (!sieve)
        return via_fail_memory(err);
    sieve->sounds = &names->sounds;
    sieve->patterns = via_arena_array(arena, n_patterns_max, sizeof *sieve->patterns);
    if (!sieve->patterns)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_names; i++)
        add_name(sieve, (uint32_t)i, &all[i]);
    find_used(sieve);
    find_gains(sieve);
    *out = sieve;
    return VIA_OK;
}

/* ---- Running --------------------------------------------------------------- */

/* Who is told. */
struct listener {
    via_sieve_fn *fn;
    void *data;
};

/* Consonants of a run from some place on. Behind the last one there is nothing. */
struct block {
    size_t places[ROOM_PLACES]; /* in the run */
    size_t n_places;
    uint8_t sounds[ROOM_PLACES];
    bool gap[ROOM_PLACES + 1]; /* a space before it, or before the vowels before it */
    /* What a place says for a sound, and the best of it and its neighbours. */
    int8_t gain[VIA_SOUNDS_MAX][ROOM_PLACES], near[VIA_SOUNDS_MAX][ROOM_PLACES];
    /* What gaps and silence say for a name of so many consonants. */
    int8_t marks[PATTERN_MAX + 1][BLOCK_PLACES];
};

static int8_t max_of(int8_t a, int8_t b)
{
    return a > b ? a : b;
}

static void find_rows(const via_sieve *sieve, struct block *block)
{
    for (size_t u = 0; u < sieve->n_used; u++) {
        uint8_t sound = sieve->used[u];
        int8_t *gain = block->gain[sound], *near = block->near[sound];

        for (size_t i = 0; i < ROOM_PLACES; i++)
            gain[i] = sieve->gain[VIA_SOUND_OF(block->sounds[i])][sound];
        near[0] = max_of(gain[0], gain[1]);
        for (size_t i = 1; i + 1 < ROOM_PLACES; i++)
            near[i] = max_of(max_of(gain[i - 1], gain[i]), gain[i + 1]);
        near[ROOM_PLACES - 1] = gain[ROOM_PLACES - 1];
    }
}

/* What the marks say for a name whose consonants are [begin, end), or one more or
 * less. */
static int8_t marks_of(const struct block *block, size_t begin, size_t end)
{
    size_t after = end + 1 < ROOM_PLACES ? end + 1 : ROOM_PLACES;
    bool has_gap_behind = block->gap[end - 1] || block->gap[end] || block->gap[after];
    bool is_silent = false;
    int score = block->gap[begin] ? VIA_GAP_BEGIN_GAIN : VIA_NO_GAP_BEGIN_GAIN;

    for (size_t i = begin; i <= end; i++)
        is_silent |= (block->sounds[i] & VIA_SOUND_WEAK) != 0;
    score += has_gap_behind ? VIA_GAP_END_GAIN : VIA_NO_GAP_END_GAIN;
    score += is_silent ? VIA_SILENCE_GAIN : VIA_NO_SILENCE_GAIN;
    return (int8_t)(score > 0 ? (score + QUARTER - 1) / QUARTER : -(-score / QUARTER));
}

static void find_marks(struct block *block)
{
    for (size_t n = 1; n <= PATTERN_MAX; n++) {
        for (size_t i = 0; i < BLOCK_PLACES; i++)
            block->marks[n][i] = marks_of(block, i, i + n);
    }
}

/* Fills a block from the sound at `begin` on. Returns where the next one begins. */
static size_t fill_block(const via_sieve *sieve, const via_sound_run *run, size_t begin,
                         struct block *block)
{
    bool is_behind_gap = true;
    size_t next = run->n_sounds;

    block->n_places = 0;
    memset(block->sounds, VIA_SOUND_BORDER, sizeof block->sounds);
    memset(block->gap, true, sizeof block->gap);
    for (size_t i = begin; i < run->n_sounds && block->n_places < ROOM_PLACES; i++) {
        is_behind_gap |= via_sound_run_has_gap(run, i);
        if (!sieve->sounds->groups[VIA_SOUND_OF(run->sounds[i])])
            continue;
        if (block->n_places == BLOCK_PLACES)
            next = i;
        block->gap[block->n_places] = is_behind_gap;
        block->sounds[block->n_places] = run->sounds[i];
        block->places[block->n_places++] = i;
        is_behind_gap = false;
    }
    find_rows(sieve, block);
    find_marks(block);
    return next;
}

/* What a sum must reach, alone and with the marks. */
struct thresholds {
    int8_t alone, with_marks;
};

static bool find_thresholds(const struct pattern *pattern, int score_min,
                            struct thresholds *out)
{
    int alone = (pattern->weight * VIA_HEARD_PERCENT / 100 - pattern->others) / QUARTER;
    int marked = (score_min + pattern->left_out_cost - pattern->others) / QUARTER;

    if (alone > THRESHOLD_MAX || marked > THRESHOLD_MAX)
        return false;
    out->alone = (int8_t)(alone > -THRESHOLD_MAX ? alone : -THRESHOLD_MAX);
    out->with_marks = (int8_t)(marked > -THRESHOLD_MAX ? marked : -THRESHOLD_MAX);
    return true;
}

/* Adds up what the places say for the consonants of a pattern, and sets `passes` where
 * that is enough. Returns whether it is anywhere. */
static bool add_rows(const struct pattern *pattern, const struct block *block,
                     struct thresholds thresholds, uint8_t *passes)
{
    const int8_t *marks = block->marks[pattern->n_consonants];
    int8_t sums[BLOCK_PLACES];
    uint8_t any = 0;

    memcpy(sums, block->gain[pattern->consonants[0]], BLOCK_PLACES);
    for (size_t i = 1; i < pattern->n_consonants; i++) {
        const int8_t *row = block->near[pattern->consonants[i]] + i;

        for (size_t j = 0; j < BLOCK_PLACES; j++)
            sums[j] = (int8_t)(sums[j] + row[j]);
    }
    for (size_t j = 0; j < BLOCK_PLACES; j++) {
        int8_t marked = (int8_t)(sums[j] + marks[j]);

        passes[j] = (sums[j] >= thresholds.alone) & (marked >= thresholds.with_marks);
        any |= passes[j];
    }
    return any;
}

/* Tells of the places of a pattern, but not of those that the window before holds. */
static void tell(const struct pattern *pattern, const struct block *block,
                 const uint8_t *passes, const via_sound_run *run,
                 const struct listener *listener)
{
    size_t n_before = pattern->n_before * WINDOW_PERCENT / 100u + WINDOW_EXTRA;
    size_t n_after = pattern->n_after * WINDOW_PERCENT / 100u + WINDOW_EXTRA;
    size_t free_from = 0;

    for (size_t i = 0; i < BLOCK_PLACES && i < block->n_places; i++) {
        size_t at = block->places[i], end = at + n_after;

        if (!passes[i] || at < free_from)
            continue;
        listener->fn(listener->data, pattern->name, at > n_before ? at - n_before : 0,
                     end < run->n_sounds ? end : run->n_sounds);
        free_from = at + WINDOW_EXTRA;
    }
}

static void run_block(const via_sieve *sieve, const struct block *block,
                      const via_sound_run *run, int score_min,
                      const struct listener *listener)
{
    for (size_t p = 0; p < sieve->n_patterns; p++) {
        const struct pattern *pattern = &sieve->patterns[p];
        struct thresholds thresholds;
        uint8_t passes[BLOCK_PLACES];

        if (find_thresholds(pattern, score_min, &thresholds) &&
            add_rows(pattern, block, thresholds, passes))
            tell(pattern, block, passes, run, listener);
    }
}

void via_sieve_run(const via_sieve *sieve, const via_sound_run *run, int score_min,
                   via_sieve_fn *fn, void *data)
{
    struct listener listener = {fn, data};
    struct block block;

    for (size_t at = 0; at < run->n_sounds;) {
        at = fill_block(sieve, run, at, &block);
        run_block(sieve, &block, run, score_min, &listener);
    }
}
