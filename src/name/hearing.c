/* Hearing: the sounds of a name laid beside others in the best way. */
#include "name/hearing.h"

#include "name/name_tables.h"

void via_borders_find(const via_reading *name, int inside_cost, via_borders *out)
{
    for (size_t i = 0; i <= name->n_sounds; i++)
        out->begin[i] = out->end[i] = (int16_t)inside_cost;
    for (size_t p = 0; p <= name->n_parts; p++) {
        out->begin[name->part_begin[p]] = (int16_t)(p * VIA_PART_COST);
        out->end[name->part_begin[p]] = (int16_t)((name->n_parts - p) * VIA_PART_COST);
    }
}

int via_reading_most(const via_sounds *sounds, const via_reading *reading)
{
    int most = 0;

    for (size_t i = 0; i < reading->n_sounds; i++)
        most += sounds->most[VIA_SOUND_OF(reading->sounds[i])];
    return most;
}

/* A way that leads somewhere: its score, and where it began in the run and the name. */
struct way {
    int score;
    uint32_t begin, name_begin;
};

/* Ways that end with so many sounds of the name behind, where the run has been heard up
 * to one place. */
struct front {
    const via_sounds *sounds;
    const via_reading *name;
    const via_borders *borders;
    const via_audible *audible;
    struct way ways[VIA_NAME_SOUNDS_MAX + 1];
};

static struct way better_of(struct way a, struct way b)
{
    return b.score > a.score ? b : a;
}

static struct way add(struct way way, int score)
{
    way.score += score;
    return way;
}

/* The name begins only now. */
static struct way open_way(const struct front *front, size_t i, size_t at)
{
    return (struct way){-front->borders->begin[i] - front->audible->begin_cost[at],
                        (uint32_t)at, (uint32_t)i};
}

/* Moves all ways on behind the sound at `at`: it is laid beside one of the name, or
 * either has no partner. */
static void move_on(struct front *front, size_t at)
{
    uint8_t heard = front->audible->sounds[at];
    const int16_t *alike = front->sounds->alike[VIA_SOUND_OF(heard)];
    const int16_t *skip = front->sounds->skip;
    struct way *ways = front->ways, diagonal = ways[0];

    ways[0] = better_of(add(ways[0], -skip[heard]), open_way(front, 0, at + 1));
    for (size_t i = 1; i <= front->name->n_sounds; i++) {
        uint8_t sound = front->name->sounds[i - 1];
        struct way here = add(diagonal, alike[VIA_SOUND_OF(sound)]);

        diagonal = ways[i];
        here = better_of(here, add(ways[i], -skip[heard]));
        here = better_of(here, add(ways[i - 1], -skip[sound]));
        ways[i] = better_of(here, open_way(front, i, at + 1));
    }
}

via_heard via_hear(const via_sounds *sounds, const via_reading *name,
                   const via_borders *borders, const via_audible *audible, size_t begin,
                   size_t end)
{
    struct front front = {sounds, name, borders, audible, {{0}}};
    via_heard best = {begin, begin, 0, 0, VIA_IMPOSSIBLE};

    for (size_t i = 0; i <= name->n_sounds; i++)
        front.ways[i] = open_way(&front, i, begin);
    for (size_t at = begin; at < end; at++) {
        move_on(&front, at);
        for (size_t i = 1; i <= name->n_sounds; i++) {
            const struct way *way = &front.ways[i];
            int score = way->score - borders->end[i] - audible->end_cost[at + 1];

            if (score > best.score)
                best = (via_heard){way->begin, at + 1, way->name_begin, i, score};
        }
    }
    return best;
}
