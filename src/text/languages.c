/* Languages: which one a text is in, as far as its letters and commonest words show.
 *
 * No statistics of letters, as a tool would use that tells two hundred languages apart:
 * crawlers have done that. What is found here are documents that lie in the wrong
 * folder, and those that nobody has labelled. */
#include "text/languages.h"

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"
#include "text/letters.h"
#include "text/lower.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uscript.h>

/* Chosen, not tuned. */
#define ROWS_MAX         ((size_t)32)
#define SAMPLE_BYTES     ((size_t)20000)
#define WORD_BYTES_MAX   ((size_t)64)
#define LETTERS_MIN      ((size_t)20)
#define LETTERS_MIN_SURE ((size_t)200)

/* A text is clearly in a language if there is this much more than enough of what shows
 * it, and clearly not if there is less than this. Chosen, not tuned. */
#define CLEARLY     1.5
#define CLEARLY_NOT 0.25

enum kind { KIND_SCRIPT, KIND_LETTERS, KIND_WORDS };

struct row {
    enum kind kind;
    char lang[VIA_LANG_BYTES];
    double enough;
};

struct via_languages {
    struct row rows[ROWS_MAX];
    size_t n_rows;
    via_intern *texts;   /* letters and words */
    uint32_t *row_masks; /* by their number: the rows that have them */
    size_t n_masks;
    uint32_t script_masks[USCRIPT_CODE_LIMIT];
};

/* ---- Loading ------------------------------------------------------------- */

static bool add_text(via_languages *languages, const char *text, size_t n_bytes)
{
    uint32_t id = via_intern_add(languages->texts, text, n_bytes);

    if (id == VIA_INTERN_NONE)
        return false;
    if (id >= languages->n_masks) {
        size_t n_masks = languages->n_masks * 2 + 256;
        uint32_t *masks = realloc(languages->row_masks, n_masks * sizeof *masks);

        if (!masks)
            return false;
        memset(masks + languages->n_masks, 0,
               (n_masks - languages->n_masks) * sizeof *masks);
        languages->row_masks = masks;
        languages->n_masks = n_masks;
    }
    languages->row_masks[id] |= UINT32_C(1) << languages->n_rows;
    return true;
}

static bool add_script(via_languages *languages, const char *name, size_t n_bytes)
{
    char copy[8];
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code;

    if (n_bytes >= sizeof copy)
        return false;
    memcpy(copy, name, n_bytes);
    copy[n_bytes] = '\0';
    if (uscript_getCode(copy, &code, 1, &status) != 1 || U_FAILURE(status) ||
        code < 0 || code >= USCRIPT_CODE_LIMIT)
        return false;
    languages->script_masks[code] |= UINT32_C(1) << languages->n_rows;
    return true;
}

static bool read_kind(const char *name, enum kind *out)
{
    static const char *const NAMES[] = {"script", "letters", "words"};

    for (size_t i = 0; i < 3; i++) {
        if (strcmp(name, NAMES[i]) == 0) {
            *out = (enum kind)i;
            return true;
        }
    }
    return false;
}

/* Reads one row; false if it is not like one, or there is no memory. */
static bool read_row(via_languages *languages, const via_row *line)
{
    struct row *row = &languages->rows[languages->n_rows];
    const char *what = line->fields[3];

    if (languages->n_rows == ROWS_MAX || !read_kind(line->fields[0], &row->kind) ||
        !via_lang_is_valid(line->fields[1]) ||
        !via_parse_number(line->fields[2], &row->enough) || row->enough <= 0)
        return false;
    snprintf(row->lang, sizeof row->lang, "%s", line->fields[1]);
    while (*what) {
        size_t n_bytes = strcspn(what, " ");

        if (n_bytes && !(row->kind == KIND_SCRIPT ? add_script(languages, what, n_bytes)
                                                  : add_text(languages, what, n_bytes)))
            return false;
        what += n_bytes + (what[n_bytes] == ' ');
    }
    languages->n_rows++;
    return true;
}

via_status via_languages_load(via_languages **out, via_error *err)
{
    via_languages *languages = calloc(1, sizeof *languages);
    via_table *table = NULL;
    via_status st = VIA_OK;

    *out = NULL;
    if (languages)
        languages->texts = via_intern_new();
    if (!languages || !languages->texts)
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = via_table_load("languages.tsv", 4, &table, err);
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++) {
        const via_row *line = via_table_row(table, i);

        if (!read_row(languages, line))
            st = via_fail(err, VIA_E_FORMAT,
                          "%s:%zu: expected a kind, a language, a share and what it is "
                          "of, in at most %zu lines",
                          via_table_path(table), line->line, ROWS_MAX);
    }
    via_table_free(table);
    if (st != VIA_OK) {
        via_languages_free(languages);
        return st;
    }
    *out = languages;
    return VIA_OK;
}

void via_languages_free(via_languages *languages)
{
    if (!languages)
        return;
    via_intern_free(languages->texts);
    free(languages->row_masks);
    free(languages);
}

/* ---- Counting ------------------------------------------------------------ */

/* What a text holds of each row, and of all. */
struct counts {
    const via_languages *languages;
    size_t n_letters, n_in_words, n_words;
    size_t n_by_script[USCRIPT_CODE_LIMIT];
    size_t n_by_row[ROWS_MAX];
    char word[WORD_BYTES_MAX]; /* of which we are in the middle */
    size_t n_word_bytes, n_word_letters;
};

static void add_mask(struct counts *counts, uint32_t mask, enum kind kind, size_t n)
{
    for (size_t i = 0; mask; i++, mask >>= 1) {
        if ((mask & 1) && counts->languages->rows[i].kind == kind)
            counts->n_by_row[i] += n;
    }
}

static void add_known(struct counts *counts, const char *text, size_t n_bytes,
                      enum kind kind)
{
    uint32_t id = via_intern_find(counts->languages->texts, text, n_bytes);

    if (id != VIA_INTERN_NONE)
        add_mask(counts, counts->languages->row_masks[id], kind, 1);
}

static void end_word(struct counts *counts)
{
    if (counts->n_word_letters) {
        counts->n_words++;
        counts->n_in_words += counts->n_word_letters;
        if (counts->n_word_bytes < WORD_BYTES_MAX)
            add_known(counts, counts->word, counts->n_word_bytes, KIND_WORDS);
    }
    counts->n_word_bytes = counts->n_word_letters = 0;
}

/* Words are counted in Latin script only. */
static void add_letter(struct counts *counts, int32_t cp)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(cp, &status);
    char letter[4];
    size_t n_bytes = via_utf8_put(via_char_lower(cp), letter);

    counts->n_letters++;
    if (script >= 0 && script < USCRIPT_CODE_LIMIT)
        counts->n_by_script[script]++;
    if (script != USCRIPT_LATIN) {
        end_word(counts);
        return;
    }
    if (cp >= 0x80)
        add_known(counts, letter, n_bytes, KIND_LETTERS);
    counts->n_word_letters++;
    if (counts->n_word_bytes + n_bytes < WORD_BYTES_MAX) {
        memcpy(counts->word + counts->n_word_bytes, letter, n_bytes);
        counts->n_word_bytes += n_bytes;
    } else {
        counts->n_word_bytes = WORD_BYTES_MAX;
    }
}

static void count(struct counts *counts, const char *text, size_t n_bytes)
{
    size_t end = n_bytes;

    if (end > SAMPLE_BYTES)
        end = via_utf8_floor(text, SAMPLE_BYTES);
    for (size_t at = 0; at < end;) {
        int32_t cp = via_utf8_next(text, &at);

        if (via_char_is_letter(cp) && !(cp >= '0' && cp <= '9'))
            add_letter(counts, cp);
        else
            end_word(counts);
    }
    end_word(counts);
    for (size_t script = 0; script < USCRIPT_CODE_LIMIT; script++)
        add_mask(counts, counts->languages->script_masks[script], KIND_SCRIPT,
                 counts->n_by_script[script]);
}

/* How much there is of what shows a row, where 1 is enough. */
static double strength(const struct counts *counts, size_t i)
{
    const struct row *row = &counts->languages->rows[i];
    double share = (double)counts->n_by_row[i] / (double)counts->n_letters;

    if (row->kind == KIND_WORDS)
        share = counts->n_words
                    ? (double)counts->n_by_row[i] / (double)counts->n_words *
                          (double)counts->n_in_words / (double)counts->n_letters
                    : 0;
    return share / row->enough;
}

/* Returns the row of which there is most. */
static size_t find_best(const struct counts *counts)
{
    size_t best = 0;

    for (size_t i = 1; i < counts->languages->n_rows; i++)
        best = strength(counts, i) > strength(counts, best) ? i : best;
    return best;
}

bool via_language_guess(const via_languages *languages, const char *text,
                        size_t n_bytes, char lang[VIA_LANG_BYTES])
{
    struct counts counts = {.languages = languages};

    lang[0] = '\0';
    count(&counts, text, n_bytes);
    if (counts.n_letters < LETTERS_MIN || !languages->n_rows)
        return false;

    size_t best = find_best(&counts);
    if (strength(&counts, best) < 1)
        return false;
    memcpy(lang, languages->rows[best].lang, VIA_LANG_BYTES);
    return true;
}

/* Compares without script and country: zh-Hant is zh. */
static bool is_same(const char *lang, const char *said)
{
    return strcspn(lang, "-") == strcspn(said, "-") &&
           strncmp(lang, said, strcspn(lang, "-")) == 0;
}

bool via_language_differs(const via_languages *languages, const char *text,
                          size_t n_bytes, const char *said, char lang[VIA_LANG_BYTES])
{
    struct counts counts = {.languages = languages};
    bool is_known = false;

    lang[0] = '\0';
    count(&counts, text, n_bytes);
    if (counts.n_letters < LETTERS_MIN_SURE || !languages->n_rows)
        return false;

    size_t best = find_best(&counts);
    for (size_t i = 0; i < languages->n_rows; i++) {
        if (!is_same(languages->rows[i].lang, said))
            continue;
        is_known = true;
        if (strength(&counts, i) >= CLEARLY_NOT)
            return false;
    }
    if (!is_known || strength(&counts, best) < CLEARLY)
        return false;
    memcpy(lang, languages->rows[best].lang, VIA_LANG_BYTES);
    return true;
}
