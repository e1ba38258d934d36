/* Name seek: the best place of one name in a Thai text. */
#include "name/hearing.h"
#include "name/name_tables.h"

/* Finds the place of one way to read the name. Too little of what is taken for heard
 * makes it impossible. */
static via_heard seek_way(const via_sounds *sounds, const via_reading *way,
                          const via_sound_run *run, size_t begin, size_t end)
{
    via_audible audible = {run->sounds, run->begin_cost, run->end_cost, run->n_sounds};
    via_borders borders;

    via_borders_find(way, VIA_NO_BORDER_COST, &borders);
    via_heard heard = via_hear(sounds, way, &borders, &audible, begin, end);
    int weight = via_reading_weight(sounds, way, heard.name_begin, heard.name_end);
    int alone = heard.score + run->begin_cost[heard.begin] + run->end_cost[heard.end];

    if (100 * alone < VIA_HEARD_PERCENT * weight)
        heard.score = VIA_IMPOSSIBLE;
    else
        heard.score += via_sound_run_is_silent(sounds, run, heard.begin, heard.end)
                           ? VIA_SILENCE_GAIN
                           : VIA_NO_SILENCE_GAIN;
    return heard;
}

via_heard via_name_seek(const via_names *names, const via_name *name,
                        const via_sound_run *run, size_t begin, size_t end)
{
    via_heard best = {begin, begin, 0, 0, VIA_IMPOSSIBLE};

    for (size_t w = 0; w < name->n_ways; w++) {
        via_heard heard = seek_way(&names->sounds, &name->ways[w], run, begin, end);

        if (heard.score > best.score)
            best = heard;
    }
    return best;
}
