/* Options: the words of the command line, read by the table of a command. */
#ifndef VIA_CLI_OPTIONS_H
#define VIA_CLI_OPTIONS_H

#include "cli/command.h"

/* Reads the words behind the name of the command. Options and operands may be mixed;
 * "--" ends options. `words->options` holds the defaults, `words->operands` has room
 * for all words. Sets `*is_help` if help is asked for, which ends the reading. What
 * is wrong is told on stderr, and the result is false. */
bool cli_options_read(const cli_command *command, char *const *args, size_t n_args,
                      cli_words *words, bool *is_help);

#endif
