/* Spoken text: a Thai text as sounds, with what its spaces say of names. */
#include "name/name_tables.h"

#include "base/status.h"
#include "name/thai_letters.h"

/* Whether there is a space, or the end of what is Thai, before the sound at `at`. */
static bool has_gap(const via_sound_run *run, size_t at)
{
    if (at == 0 || at == run->n_sounds || run->sounds[at] == VIA_SOUND_BORDER ||
        run->sounds[at - 1] == VIA_SOUND_BORDER)
        return true;
    return run->letters[at].begin > run->letters[at - 1].end;
}

static bool is_silent(const via_sounds *sounds, uint8_t sound)
{
    return sound & VIA_SOUND_WEAK && sounds->groups[VIA_SOUND_OF(sound)];
}

static void find_marks(const via_sounds *sounds, via_sound_run *out)
{
    for (size_t i = 0; i <= out->n_sounds; i++) {
        bool is_gap = has_gap(out, i);

        out->begin_cost[i] = is_gap ? -VIA_GAP_BEGIN_GAIN : -VIA_NO_GAP_BEGIN_GAIN;
        out->end_cost[i] = is_gap ? -VIA_GAP_END_GAIN : -VIA_NO_GAP_END_GAIN;
        if (i < out->n_sounds)
            out->has_silence |= is_silent(sounds, out->sounds[i]);
    }
}

bool via_sound_run_is_silent(const via_sounds *sounds, const via_sound_run *run,
                             size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        if (is_silent(sounds, run->sounds[i]))
            return true;
    }
    return false;
}

via_status via_names_read_thai(const via_names *names, const char *text, size_t begin,
                               size_t end, via_arena *arena, via_sound_run *out,
                               via_error *err)
{
    size_t capacity =
        (end - begin) / VIA_THAI_LETTER_BYTES * VIA_THAI_SOUNDS_PER_LETTER + 1;

    *out = (via_sound_run){.capacity = capacity};
    out->sounds = via_arena_alloc(arena, capacity);
    out->letters = via_arena_array(arena, capacity, sizeof *out->letters);
    if (!out->sounds || !out->letters)
        return via_fail_memory(err);
    via_thai_read(names->thai, text, begin, end, out);
    out->begin_cost =
        via_arena_array(arena, out->n_sounds + 1, sizeof *out->begin_cost);
    out->end_cost = via_arena_array(arena, out->n_sounds + 1, sizeof *out->end_cost);
    if (!out->begin_cost || !out->end_cost)
        return via_fail_memory(err);
    find_marks(&names->sounds, out);
    return VIA_OK;
}
