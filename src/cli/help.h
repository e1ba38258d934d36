/* Help: what the tables of commands and options say, for people. */
#ifndef VIA_CLI_HELP_H
#define VIA_CLI_HELP_H

#include "cli/command.h"

/* Prints the commands to stdout. */
void cli_help_all(void);

/* Prints one command with its options to stdout. */
void cli_help_command(const cli_command *command);

#endif
