/* Talk of furniture: how many lines of pages are no part of an article, and why. */
#include "cli/furniture_talk.h"

#include "cli/talk.h"

/* Room for all reasons with their figures. */
#define LINE_BYTES ((size_t)64 * VIA_FURNITURE_N)

void cli_say_furniture_of(const char *where, const size_t n_furniture[VIA_FURNITURE_N],
                          bool is_kept)
{
    char line[LINE_BYTES] = "";
    size_t n_all = 0, n_bytes = 0;

    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++) {
        if (!n_furniture[i])
            continue;
        n_bytes += (size_t)snprintf(line + n_bytes, sizeof line - n_bytes, "%s%s %zu",
                                    n_all ? ", " : "", via_furniture_name(i),
                                    n_furniture[i]);
        n_all += n_furniture[i];
    }
    if (n_all)
        cli_say("%s: %zu lines %s: %s", where, n_all,
                is_kept ? "kept that are no article" : "left out", line);
}

void cli_say_furniture(const via_doc *doc, bool is_kept)
{
    size_t n_furniture[VIA_FURNITURE_N];

    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++)
        n_furniture[i] = via_doc_n_furniture(doc, i);
    cli_say_furniture_of(via_doc_name(doc), n_furniture, is_kept);
}
