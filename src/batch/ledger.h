/* Ledger: what became of each document. */
#ifndef VIA_BATCH_LEDGER_H
#define VIA_BATCH_LEDGER_H

#include "corpus/corpus.h"
#include "markup/json.h"

typedef enum via_fate {
    VIA_FATE_OPEN, /* nobody has read it yet */
    VIA_FATE_READ,
    VIA_FATE_FAILED
} via_fate;

/* Read by workers, changed by the calling thread between loops. */
typedef struct via_ledger {
    const via_corpus *corpus;
    const via_batch_options *opt;        /* whom to tell */
    unsigned char *fates;                /* by article and language */
    size_t n_read, n_empty, n_failed;    /* documents; the empty were read */
    size_t n_furniture[VIA_FURNITURE_N]; /* lines of them, by reason */
    size_t n_failures;                   /* all that was told, pairs as well */
    size_t n_by_status[VIA_E_LANGUAGE + 1];
    char **messages; /* the first of them */
    size_t n_messages;
} via_ledger;

via_status via_ledger_init(via_ledger *ledger, const via_corpus *corpus,
                           const via_batch_options *opt, via_error *err);
void via_ledger_clear(via_ledger *ledger);

via_fate via_ledger_fate(const via_ledger *ledger, const via_article *article,
                         size_t lang);
/* Enters a document that was read, with its lines of furniture. */
void via_ledger_set_read(via_ledger *ledger, const via_article *article, size_t lang,
                         bool is_empty, const size_t n_furniture[VIA_FURNITURE_N]);

/* Tells of a document that failed, the first time. */
void via_ledger_set_failed(via_ledger *ledger, const via_article *article, size_t lang,
                           const via_error *err);

/* Tells of anything else that failed. */
void via_ledger_fail(via_ledger *ledger, const via_error *err);

/* Adds the object "reasons", which says how many failed why, and the array
 * "failures". */
void via_ledger_failures(const via_ledger *ledger, via_json *json);

#endif
