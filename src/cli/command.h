/* Command: one thing that the tool does, with its options as a table. */
#ifndef VIA_CLI_COMMAND_H
#define VIA_CLI_COMMAND_H

#include "vialign.h"

typedef enum cli_kind {
    CLI_FLAG,   /* bool: true if given */
    CLI_SWITCH, /* cli_switch: --name or --no-name */
    CLI_TEXT,   /* const char *: anything */
    CLI_CHOICE, /* const char *: one of `value`, between bars */
    CLI_LANG,   /* const char *: a language code */
    CLI_COUNT,  /* size_t from `min` to `max` */
    CLI_NUMBER, /* double from `min` to `max` */
    CLI_SHARD   /* cli_shard: I/N with I from 1 to N */
} cli_kind;

typedef enum cli_switch { CLI_UNSAID, CLI_ON, CLI_OFF } cli_switch;

typedef struct cli_shard {
    unsigned shard, n_shards;
} cli_shard;

/* From one row come parsing, the range check, help and the printed default. */
typedef struct cli_option {
    const char *name; /* behind "--" */
    char letter;      /* behind "-"; 0 for none */
    cli_kind kind;    /* what stands at `offset` in the options of the command */
    size_t offset;
    const char *value; /* what the help calls the value; NULL if it has none */
    double min, max;   /* of counts and numbers */
    bool is_required;
    const char *help; /* lines of at most 50 columns */
} cli_option;

/* What the user said, checked. */
typedef struct cli_words {
    void *options;         /* as the `defaults` of the command */
    const char **operands; /* borrowed from main() */
    size_t n_operands;
} cli_words;

typedef struct cli_command {
    const char *name, *operands, *caption;
    const char *details; /* lines of at most 80 columns */
    const cli_option *options;
    size_t n_options;
    const void *defaults; /* the options before anything is said */
    size_t options_bytes;
    size_t n_operands_min, n_operands_max;
    int (*run)(const cli_words *words); /* returns the exit code */
} cli_command;

extern const cli_command CLI_ALIGN, CLI_BATCH, CLI_MATCH, CLI_SEGMENT, CLI_ANCHORS,
    CLI_EVAL, CLI_TRAIN, CLI_HELP;

/* Returns the table of commands, in the order of the help. */
const cli_command *const *cli_commands(size_t *n_commands);

/* Returns NULL if there is no such command. */
const cli_command *cli_command_find(const char *name);

#endif
