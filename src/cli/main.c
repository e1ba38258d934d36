/* The tool: finds the command and lets it run. */
#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/talk.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>

static const cli_command *const COMMANDS[] = {
    &CLI_ALIGN,   &CLI_BATCH, &CLI_MATCH, &CLI_SEGMENT,
    &CLI_ANCHORS, &CLI_TRAIN, &CLI_EVAL,  &CLI_HELP,
};

const cli_command *const *cli_commands(size_t *n_commands)
{
    *n_commands = sizeof COMMANDS / sizeof *COMMANDS;
    return COMMANDS;
}

const cli_command *cli_command_find(const char *name)
{
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) {
        if (strcmp(COMMANDS[i]->name, name) == 0)
            return COMMANDS[i];
    }
    return NULL;
}

/* Reads the words behind the name of the command, and runs it. */
static int run(const cli_command *command, char *const *args, size_t n_args)
{
    cli_words words = {malloc(command->options_bytes + 1),
                       malloc((n_args + 1) * sizeof *words.operands), 0};
    bool is_help = false;
    int code = CLI_USAGE;

    if (!words.options || !words.operands) {
        cli_say("no memory left");
        code = CLI_FAILED;
    } else {
        memcpy(words.options, command->defaults, command->options_bytes);
        if (cli_options_read(command, args, n_args, &words, &is_help) && !is_help)
            code = command->run(&words);
    }
    if (is_help) {
        cli_help_command(command);
        code = CLI_WELL;
    }
    free(words.options);
    free(words.operands);
    return code;
}

/* Keeps memory that was freed for the next pair. To give it back and ask for it again
 * costs a fifteenth of the time of a batch. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

int main(int argc, char **argv)
{
    keep_memory();
    const cli_command *command = argc > 1 ? cli_command_find(argv[1]) : NULL;

    if (argc < 2)
        return cli_usage(NULL, "expected a command");
    if (command)
        return cli_finish(run(command, argv + 2, (size_t)argc - 2));
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        cli_help_all();
        return cli_finish(CLI_WELL);
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("vialign %s\n", via_version());
        return cli_finish(CLI_WELL);
    }
    return cli_usage(NULL, "%s: no such %s", argv[1],
                     argv[1][0] == '-' ? "option" : "command");
}
