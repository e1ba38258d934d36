/* Talk of furniture: how many lines are no part of an article, and why. */
#include "cli/furniture_talk.h"

#include "cli/talk.h"

/* Room for all reasons with their figures. */
#define LINE_BYTES ((size_t)64 * VIA_FURNITURE_N)

void cli_say_furniture_of(const char *where, const size_t n_furniture[VIA_FURNITURE_N])
{
    char line[LINE_BYTES] = "";
    size_t n_all = 0, n_bytes = 0;

    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++) {
        if (!n_furniture[i])
            continue;
        n_bytes +=
            (size_t)snprintf(line + n_bytes, sizeof line - n_bytes, "%s%s %zu",
                             n_all ? ", " : "", via_furniture_name(i), n_furniture[i]);
        n_all += n_furniture[i];
    }
    if (n_all)
        cli_say("%s: %zu lines of furniture: %s", where, n_all, line);
}

void cli_say_furniture(const via_doc *doc)
{
    size_t n_furniture[VIA_FURNITURE_N];

    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++)
        n_furniture[i] = via_doc_n_furniture(doc, i);
    cli_say_furniture_of(via_doc_name(doc), n_furniture);
}
