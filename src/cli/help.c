/* Help: what the tables of commands and options say, for people. */
#include "cli/help.h"

#include "cli/talk.h"

#include <string.h>

/* Where the second column begins. */
#define COLUMN 28

void cli_help_all(void)
{
    size_t n_commands;
    const cli_command *const *commands = cli_commands(&n_commands);

    puts("usage: vialign COMMAND [OPTION]... [OPERAND]...\n"
         "\n"
         "Sentence alignment for Vietnamese, Japanese, Thai, English and others.\n");
    for (size_t i = 0; i < n_commands; i++)
        printf("  %-10s%s\n", commands[i]->name, commands[i]->caption);
    puts(
        "\n"
        "\"vialign help COMMAND\" tells more of one; \"vialign --version\" prints the\n"
        "version. Exit codes: 0 well, 1 failed, 2 wrong usage, 3 finished, but some\n"
        "documents failed.");
}

/* Prints the default of an option, if there is one to speak of. */
static void print_default(const cli_option *option, const void *defaults)
{
    const void *place = (const char *)defaults + option->offset;

    switch (option->kind) {
    case CLI_COUNT:
        if (*(const size_t *)place)
            printf(" (default: %zu)", *(const size_t *)place);
        break;
    case CLI_NUMBER:
        printf(" (default: %g)", *(const double *)place);
        break;
    case CLI_TEXT:
    case CLI_CHOICE:
    case CLI_LANG:
        if (*(const char *const *)place)
            printf(" (default: %s)", *(const char *const *)place);
        break;
    case CLI_FLAG:
    case CLI_SWITCH:
    case CLI_SHARD:
        break;
    }
}

/* Prints lines, each but the first behind the first column. */
static void print_lines(const char *text)
{
    for (; *text; text++) {
        putchar(*text);
        if (*text == '\n')
            printf("%*s", COLUMN, "");
    }
}

static void print_option(const cli_option *option, const void *defaults)
{
    char left[COLUMN * 2];
    int n_chars = option->letter
                      ? snprintf(left, sizeof left, "  -%c, ", option->letter)
                      : snprintf(left, sizeof left, "      ");

    n_chars += snprintf(left + n_chars, sizeof left - (size_t)n_chars, "--%s%s%s%s",
                        option->kind == CLI_SWITCH ? "[no-]" : "", option->name,
                        option->value ? " " : "", option->value ? option->value : "");
    printf("%-*s", COLUMN, left);
    if (n_chars >= COLUMN)
        printf("\n%*s", COLUMN, "");
    print_lines(option->help);
    if (option->is_required)
        fputs(" (required)", stdout);
    print_default(option, defaults);
    putchar('\n');
}

void cli_help_command(const cli_command *command)
{
    printf("usage: vialign %s%s%s%s\n\n%s\n", command->name,
           command->n_options ? " [OPTION]..." : "", *command->operands ? " " : "",
           command->operands, command->details);
    if (command->n_options)
        putchar('\n');
    for (size_t i = 0; i < command->n_options; i++)
        print_option(&command->options[i], command->defaults);
}
