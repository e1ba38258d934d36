/* Sounds: the coarse classes in which names are compared across scripts. */
#include "name/sounds.h"

#include "base/buffer.h"
#include "base/status.h"
#include "io/table.h"

#include <math.h>
#include <string.h>

/* An open sound fits more by chance: each further part costs this. Chosen, not
 * tuned. */
#define OPEN_COST (VIA_CENTINAT / 8)

/* A sound that may be silent costs next to nothing where it has no partner. */
#define WEAK_SKIP (VIA_CENTINAT / 20)

/* Bits of closed sounds stand in 32 bits; number 0 is the border. */
#define CLOSED_MAX 32

static int find_sound(const via_sounds *sounds, const char *name, size_t n_bytes)
{
    for (size_t s = 1; s < sounds->n_sounds; s++) {
        if (strlen(sounds->names[s]) == n_bytes &&
            memcmp(sounds->names[s], name, n_bytes) == 0)
            return (int)s;
    }
    return -1;
}

static int add_sound(via_sounds *sounds, const char *name, size_t n_bytes)
{
    if (sounds->n_sounds == VIA_SOUNDS_MAX || n_bytes >= sizeof sounds->names[0])
        return -1;
    memcpy(sounds->names[sounds->n_sounds], name, n_bytes);
    return (int)sounds->n_sounds++;
}

/* Adds a sound of these parts, named by them in the order of the table. */
static int put_open_sound(via_sounds *sounds, uint32_t parts)
{
    via_buffer name = VIA_BUFFER_INIT;
    int sound = -1;

    for (size_t i = 1; i < sounds->n_closed; i++) {
        if (parts >> i & 1)
            via_buffer_format(&name, "%s%s", name.n_bytes ? "|" : "", sounds->names[i]);
    }
    if (via_buffer_text(&name))
        sound = add_sound(sounds, name.bytes, name.n_bytes);
    if (sound >= 0)
        sounds->parts[sound] = parts;
    via_buffer_clear(&name);
    return sound;
}

static int add_open_sound(via_sounds *sounds, const char *name, size_t n_bytes)
{
    uint32_t parts = 0;

    for (size_t at = 0; at <= n_bytes;) {
        const char *bar = memchr(name + at, '|', n_bytes - at);
        size_t end = bar ? (size_t)(bar - name) : n_bytes;
        int part = find_sound(sounds, name + at, end - at);

        if (part < 0 || (size_t)part >= sounds->n_closed)
            return -1;
        parts |= UINT32_C(1) << part;
        at = end + 1;
    }
    for (size_t s = sounds->n_closed; s < sounds->n_sounds; s++) {
        if (sounds->parts[s] == parts)
            return (int)s;
    }
    return put_open_sound(sounds, parts);
}

int via_sounds_parse(via_sounds *sounds, const char *text, uint8_t *out, size_t n_max)
{
    size_t n_out = 0;

    if (strcmp(text, "-") == 0)
        return 0;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t n_bytes = strcspn(text, " ");
        bool is_weak = text[n_bytes - 1] == '?';
        int sound = find_sound(sounds, text, n_bytes - is_weak);

        if (sound < 0)
            sound = add_open_sound(sounds, text, n_bytes - is_weak);
        if (sound < 0 || n_out == n_max)
            return -1;
        out[n_out++] = (uint8_t)(sound | (is_weak ? VIA_SOUND_WEAK : 0));
        text += n_bytes;
    }
    return (int)n_out;
}

static void set_alike(via_sounds *sounds, int a, int b, int16_t score)
{
    sounds->alike[a][b] = score;
    sounds->alike[b][a] = score;
}

/* The best of the parts that either may be. */
static int16_t open_alike(const via_sounds *sounds, size_t a, size_t b)
{
    int best = VIA_SOUND_NEVER;
    int cost = -2 * OPEN_COST;

    for (size_t i = 1; i < sounds->n_closed; i++) {
        cost += OPEN_COST *
                (int)((sounds->parts[a] >> i & 1) + (sounds->parts[b] >> i & 1));
        for (size_t j = 1; sounds->parts[a] >> i & 1 && j < sounds->n_closed; j++) {
            if (sounds->parts[b] >> j & 1 && sounds->alike[i][j] > best)
                best = sounds->alike[i][j];
        }
    }
    return (int16_t)(best > 0 ? best - cost : best);
}

void via_sounds_settle(via_sounds *sounds)
{
    for (size_t a = sounds->n_closed; a < sounds->n_sounds; a++) {
        int16_t skip = INT16_MAX;

        for (size_t i = 1; i < sounds->n_closed; i++) {
            if (!(sounds->parts[a] >> i & 1))
                continue;
            skip = sounds->skip[i] < skip ? sounds->skip[i] : skip;
            sounds->groups[a] |= sounds->groups[i];
            sounds->is_vowel[a] = sounds->is_vowel[i];
        }
        sounds->skip[a] = skip;
        sounds->skip[a | VIA_SOUND_WEAK] = WEAK_SKIP;
        for (size_t b = 1; b <= a; b++)
            set_alike(sounds, (int)a, (int)b, open_alike(sounds, a, b));
    }
    for (size_t a = 1; a < sounds->n_sounds; a++) {
        for (size_t b = 1; b < sounds->n_sounds; b++) {
            if (sounds->alike[a][b] > sounds->most[a])
                sounds->most[a] = sounds->alike[a][b];
        }
    }
}

/* Whether `field` is a number of nats; sets it in hundredths. */
static bool parse_nats(const char *field, int16_t *out)
{
    double nats;

    if (!via_parse_number(field, &nats) || fabs(nats) > 20.0)
        return false;
    *out = (int16_t)lround(nats * VIA_CENTINAT);
    return true;
}

static bool take_sound(via_sounds *sounds, const via_row *row)
{
    size_t n_bytes = strlen(row->fields[1]);
    int16_t gain, skip;

    if (row->n_fields < 4 || sounds->n_sounds == CLOSED_MAX ||
        find_sound(sounds, row->fields[1], n_bytes) >= 0)
        return false;
    if (!parse_nats(row->fields[2], &gain) || !parse_nats(row->fields[3], &skip))
        return false;
    int sound = add_sound(sounds, row->fields[1], n_bytes);
    if (sound < 0 || !n_bytes)
        return false;
    sounds->is_vowel[sound] = strcmp(row->fields[0], "vowel") == 0;
    sounds->alike[sound][sound] = gain;
    sounds->skip[sound] = skip;
    sounds->skip[sound | VIA_SOUND_WEAK] = WEAK_SKIP;
    sounds->parts[sound] = UINT32_C(1) << sound;
    sounds->n_closed = sounds->n_sounds;
    return true;
}

static bool take_unlike(via_sounds *sounds, const via_row *row)
{
    bool is_vowel = strcmp(row->fields[1], "vowel") == 0;
    int16_t score;

    if (!parse_nats(row->fields[2], &score))
        return false;
    for (size_t a = 1; a < sounds->n_closed; a++) {
        for (size_t b = 1; b < a; b++) {
            if (sounds->is_vowel[a] == is_vowel && sounds->is_vowel[b] == is_vowel)
                set_alike(sounds, (int)a, (int)b, score);
        }
    }
    return true;
}

static bool take_alike(via_sounds *sounds, const via_row *row)
{
    uint8_t two[2];
    size_t n_closed = sounds->n_sounds;
    int16_t score;

    if (via_sounds_parse(sounds, row->fields[1], two, 2) != 2 ||
        sounds->n_sounds != n_closed || !parse_nats(row->fields[2], &score))
        return false;
    set_alike(sounds, VIA_SOUND_OF(two[0]), VIA_SOUND_OF(two[1]), score);
    return true;
}

static bool take_group(via_sounds *sounds, const via_row *row)
{
    uint8_t members[CLOSED_MAX];
    size_t n_sounds = sounds->n_sounds;
    int n_members = via_sounds_parse(sounds, row->fields[2], members, CLOSED_MAX);

    if (n_members < 1 || sounds->n_sounds != n_sounds ||
        sounds->n_groups == VIA_SOUND_GROUPS_MAX)
        return false;
    for (int i = 0; i < n_members; i++)
        sounds->groups[VIA_SOUND_OF(members[i])] |= (uint8_t)(1u << sounds->n_groups);
    sounds->n_groups++;
    return true;
}

static bool take_row(via_sounds *sounds, const via_row *row)
{
    const char *kind = row->fields[0];

    if (strcmp(kind, "vowel") == 0 || strcmp(kind, "consonant") == 0)
        return take_sound(sounds, row);
    if (strcmp(kind, "unlike") == 0)
        return take_unlike(sounds, row);
    if (strcmp(kind, "group") == 0)
        return take_group(sounds, row);
    return strcmp(kind, "alike") == 0 && take_alike(sounds, row);
}

static void clear_scores(via_sounds *sounds)
{
    memset(sounds, 0, sizeof *sounds);
    sounds->n_sounds = sounds->n_closed = 1;
    sounds->skip[VIA_SOUND_BORDER] = -VIA_SOUND_NEVER;
    for (size_t a = 0; a < VIA_SOUNDS_MAX; a++) {
        for (size_t b = 0; b < VIA_SOUNDS_MAX; b++)
            sounds->alike[a][b] = VIA_SOUND_NEVER;
    }
}

via_status via_sounds_load(via_sounds *out, via_error *err)
{
    via_table *table = NULL;
    via_status st = via_table_load("sounds.tsv", 3, &table, err);

    clear_scores(out);
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);

        if (!take_row(out, row))
            st = via_fail(err, VIA_E_FORMAT,
                          "%s:%zu: expected a sound with gain and skip, two known "
                          "sounds and how alike they are, or a group of sounds",
                          via_table_path(table), row->line);
    }
    via_table_free(table);
    return st;
}
