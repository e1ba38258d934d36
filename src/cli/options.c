/* Options: the words of the command line, read by the table of a command. */
#include "cli/options.h"

#include "cli/talk.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The words that are left, and where the values go. */
struct reading {
    const cli_command *command;
    char *const *args;
    size_t n_args, at;
    cli_words *words;
    bool is_seen[64]; /* by option; more than any command has */
};

/* ---- Values -------------------------------------------------------------- */

/* Reads digits and nothing else. */
static bool read_count(const char *text, double min, double max, size_t *out)
{
    size_t n_digits = strspn(text, "0123456789");

    errno = 0;
    unsigned long long count = strtoull(text, NULL, 10);
    if (!n_digits || text[n_digits] || errno || count > SIZE_MAX)
        return false;
    *out = (size_t)count;
    return (double)count >= min && (double)count <= max;
}

/* Reads a decimal number; strtod alone would take "inf", "0x1" and " 1" as well. */
static bool read_number(const char *text, double min, double max, double *out)
{
    char *end;

    if (!*text || text[strspn(text, "0123456789.eE+-")])
        return false;
    *out = strtod(text, &end);
    return !*end && isfinite(*out) && *out >= min && *out <= max;
}

static bool read_shard(const char *text, cli_shard *out)
{
    const char *slash = strchr(text, '/');
    size_t shard, n_shards;
    char digits[16];

    if (!slash || (size_t)(slash - text) >= sizeof digits)
        return false;
    memcpy(digits, text, (size_t)(slash - text));
    digits[slash - text] = '\0';
    if (!read_count(slash + 1, 1, UINT_MAX, &n_shards) ||
        !read_count(digits, 1, (double)n_shards, &shard))
        return false;
    *out = (cli_shard){(unsigned)shard, (unsigned)n_shards};
    return true;
}

static bool is_choice(const char *choices, const char *text)
{
    size_t n_text = strlen(text);

    for (const char *at = choices; at; at = strchr(at, '|')) {
        at += *at == '|';
        if (n_text && strcspn(at, "|") == n_text && strncmp(at, text, n_text) == 0)
            return true;
    }
    return false;
}

/* Says that `text` is no value of the option. */
static bool refuse(const struct reading *in, const cli_option *option, const char *text)
{
    const char *name = in->command->name;

    switch (option->kind) {
    case CLI_COUNT:
        cli_usage(name, "--%s: expected a whole number from %.0f to %.0f, not \"%s\"",
                  option->name, option->min, option->max, text);
        break;
    case CLI_NUMBER:
        cli_usage(name, "--%s: expected a number from %g to %g, not \"%s\"",
                  option->name, option->min, option->max, text);
        break;
    case CLI_LANG:
        cli_usage(name, "--%s: expected a language code such as vi, not \"%s\"",
                  option->name, text);
        break;
    case CLI_SHARD:
        cli_usage(name, "--%s: expected I/N with I from 1 to N, not \"%s\"",
                  option->name, text);
        break;
    default:
        cli_usage(name, "--%s: expected %s, not \"%s\"", option->name, option->value,
                  text);
    }
    return false;
}

static bool set_value(const struct reading *in, const cli_option *option,
                      const char *text)
{
    void *place = (char *)in->words->options + option->offset;
    bool is_well = true;

    switch (option->kind) {
    case CLI_FLAG:
    case CLI_SWITCH:
        return cli_usage(in->command->name, "--%s: expected no value", option->name),
               false;
    case CLI_COUNT:
        is_well = read_count(text, option->min, option->max, place);
        break;
    case CLI_NUMBER:
        is_well = read_number(text, option->min, option->max, place);
        break;
    case CLI_SHARD:
        is_well = read_shard(text, place);
        break;
    case CLI_LANG:
        is_well = via_lang_is_valid(text);
        *(const char **)place = text;
        break;
    case CLI_CHOICE:
        is_well = is_choice(option->value, text);
        *(const char **)place = text;
        break;
    case CLI_TEXT:
        is_well = *text;
        *(const char **)place = text;
    }
    return is_well || refuse(in, option, text);
}

/* ---- Names --------------------------------------------------------------- */

static void mark_seen(struct reading *in, const cli_option *option)
{
    in->is_seen[option - in->command->options] = true;
}

/* Sets an option that has no value; false if it is not of that kind. */
static bool set_flag(struct reading *in, const cli_option *option, bool is_on)
{
    void *place = (char *)in->words->options + option->offset;

    if (option->kind == CLI_SWITCH)
        *(cli_switch *)place = is_on ? CLI_ON : CLI_OFF;
    else if (option->kind == CLI_FLAG && is_on)
        *(bool *)place = true;
    else
        return false;
    mark_seen(in, option);
    return true;
}

/* Sets an option to the word behind it. */
static bool set_next(struct reading *in, const cli_option *option)
{
    if (in->at == in->n_args)
        return cli_usage(in->command->name, "--%s: expected %s behind it", option->name,
                         option->value),
               false;
    mark_seen(in, option);
    return set_value(in, option, in->args[in->at++]);
}

static const cli_option *find_name(const cli_command *command, const char *name,
                                   size_t n_bytes)
{
    for (size_t i = 0; i < command->n_options; i++) {
        const char *its = command->options[i].name;

        if (strlen(its) == n_bytes && memcmp(its, name, n_bytes) == 0)
            return &command->options[i];
    }
    return NULL;
}

static const cli_option *find_letter(const cli_command *command, char letter)
{
    for (size_t i = 0; i < command->n_options; i++) {
        if (command->options[i].letter == letter)
            return &command->options[i];
    }
    return NULL;
}

/* Reads "name", "name=value" or "no-name". */
static bool read_long(struct reading *in, const char *word)
{
    size_t n_bytes = strcspn(word, "=");
    const cli_option *option = find_name(in->command, word, n_bytes);

    if (!option && strncmp(word, "no-", 3) == 0) {
        option = find_name(in->command, word + 3, n_bytes - 3);
        if (option && !word[n_bytes] && set_flag(in, option, false))
            return true;
        option = NULL;
    }
    if (!option)
        return cli_usage(in->command->name, "--%.*s: no such option", (int)n_bytes,
                         word),
               false;
    if (word[n_bytes]) {
        mark_seen(in, option);
        return set_value(in, option, word + n_bytes + 1);
    }
    return set_flag(in, option, true) || set_next(in, option);
}

/* Reads "q", "qv", "j4" or "j" with the value behind it. */
static bool read_letters(struct reading *in, const char *letters)
{
    for (; *letters; letters++) {
        const cli_option *option = find_letter(in->command, *letters);

        if (!option)
            return cli_usage(in->command->name, "-%c: no such option", *letters), false;
        if (set_flag(in, option, true))
            continue;
        if (!letters[1])
            return set_next(in, option);
        mark_seen(in, option);
        return set_value(in, option, letters + 1);
    }
    return true;
}

/* ---- The whole ----------------------------------------------------------- */

static bool is_complete(const struct reading *in)
{
    const cli_command *command = in->command;
    size_t n = in->words->n_operands;

    for (size_t i = 0; i < command->n_options; i++) {
        const cli_option *option = &command->options[i];

        if (option->is_required && !in->is_seen[i])
            return cli_usage(command->name, "--%s: expected, but not given",
                             option->name),
                   false;
    }
    if (n > command->n_operands_max)
        return cli_usage(command->name, "%s: not expected",
                         in->words->operands[command->n_operands_max]),
               false;
    if (n < command->n_operands_min)
        return cli_usage(command->name, "%s: expected %s", command->name,
                         command->operands),
               false;
    return true;
}

bool cli_options_read(const cli_command *command, char *const *args, size_t n_args,
                      cli_words *words, bool *is_help)
{
    struct reading in = {command, args, n_args, 0, words, {false}};
    bool is_ended = false;

    *is_help = false;
    while (in.at < n_args) {
        const char *word = args[in.at++];
        bool is_well = true;

        if (is_ended || word[0] != '-' || !word[1]) {
            words->operands[words->n_operands++] = word;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            *is_help = true;
            return true;
        } else if (strcmp(word, "--") == 0) {
            is_ended = true;
        } else if (word[1] == '-') {
            is_well = read_long(&in, word + 2);
        } else {
            is_well = read_letters(&in, word + 1);
        }
        if (!is_well)
            return false;
    }
    return is_complete(&in);
}
