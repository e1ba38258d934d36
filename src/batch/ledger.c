/* Ledger: what became of each document. */
#include "batch/ledger.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* So many messages are kept for the figures; whoever listens hears of all. */
#define MESSAGES_MAX ((size_t)1000)

via_status via_ledger_init(via_ledger *ledger, const via_corpus *corpus,
                           const via_batch_options *opt, via_error *err)
{
    size_t n_fates = corpus->n_articles * corpus->n_langs + 1;

    *ledger = (via_ledger){.corpus = corpus, .opt = opt};
    ledger->fates = calloc(n_fates, sizeof *ledger->fates);
    ledger->messages = calloc(MESSAGES_MAX, sizeof *ledger->messages);
    return ledger->fates && ledger->messages ? VIA_OK : via_fail_memory(err);
}

void via_ledger_clear(via_ledger *ledger)
{
    for (size_t i = 0; i < ledger->n_messages; i++)
        free(ledger->messages[i]);
    free(ledger->messages);
    free(ledger->fates);
    *ledger = (via_ledger){0};
}

static unsigned char *find(const via_ledger *ledger, const via_article *article,
                           size_t lang)
{
    size_t number = (size_t)(article - ledger->corpus->articles);

    return &ledger->fates[number * ledger->corpus->n_langs + lang];
}

via_fate via_ledger_fate(const via_ledger *ledger, const via_article *article,
                         size_t lang)
{
    return (via_fate)*find(ledger, article, lang);
}

void via_ledger_set_read(via_ledger *ledger, const via_article *article, size_t lang,
                         bool is_empty, const size_t n_furniture[VIA_FURNITURE_N])
{
    unsigned char *fate = find(ledger, article, lang);

    for (size_t i = 0; *fate == VIA_FATE_OPEN && i < VIA_FURNITURE_N; i++)
        ledger->n_furniture[i] += n_furniture[i];
    ledger->n_read += *fate == VIA_FATE_OPEN;
    ledger->n_empty += *fate == VIA_FATE_OPEN && is_empty;
    *fate = VIA_FATE_READ;
}

void via_ledger_set_failed(via_ledger *ledger, const via_article *article, size_t lang,
                           const via_error *err)
{
    unsigned char *fate = find(ledger, article, lang);

    if (*fate == VIA_FATE_FAILED)
        return;
    ledger->n_read -= *fate == VIA_FATE_READ;
    ledger->n_failed++;
    *fate = VIA_FATE_FAILED;
    via_ledger_fail(ledger, err);
}

void via_ledger_fail(via_ledger *ledger, const via_error *err)
{
    ledger->n_failures++;
    ledger->n_by_status[err->status]++;
    if (ledger->n_messages < MESSAGES_MAX) {
        char *copy = strdup(err->message);

        ledger->messages[ledger->n_messages] = copy;
        ledger->n_messages += copy != NULL;
    }
    if (ledger->opt->on_failure)
        ledger->opt->on_failure(ledger->opt->data, err);
}

void via_ledger_failures(const via_ledger *ledger, via_json *json)
{
    static const struct {
        via_status status;
        const char *name;
    } REASONS[] = {{VIA_E_IO, "unreadable"},
                   {VIA_E_FORMAT, "malformed"},
                   {VIA_E_ENCODING, "encoding"},
                   {VIA_E_LANGUAGE, "language"},
                   {VIA_E_MEMORY, "memory"}};

    via_json_begin_object(json, "reasons");
    for (size_t i = 0; i < sizeof REASONS / sizeof *REASONS; i++)
        via_json_integer(json, REASONS[i].name,
                         (int64_t)ledger->n_by_status[REASONS[i].status]);
    via_json_end(json);
    via_json_begin_array(json, "failures");
    for (size_t i = 0; i < ledger->n_messages; i++)
        via_json_text(json, NULL, ledger->messages[i], strlen(ledger->messages[i]));
    via_json_end(json);
}
