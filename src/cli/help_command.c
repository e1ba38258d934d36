/* Help command: `vialign help [COMMAND]`. */
#include "cli/command.h"
#include "cli/help.h"
#include "cli/talk.h"

static int run(const cli_words *words)
{
    if (!words->n_operands) {
        cli_help_all();
        return CLI_WELL;
    }

    const cli_command *command = cli_command_find(words->operands[0]);
    if (!command)
        return cli_usage(NULL, "%s: no such command", words->operands[0]);
    cli_help_command(command);
    return CLI_WELL;
}

const cli_command CLI_HELP = {
    .name = "help",
    .operands = "[COMMAND]",
    .caption = "tells what the tool does, or one of its commands",
    .details = "Tells what the tool does, or one of its commands.",
    .defaults = "",
    .n_operands_max = 1,
    .run = run,
};
