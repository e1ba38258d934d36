/* Shared options: rows that mean the same in the tables of several commands. */
#ifndef VIA_CLI_SHARED_OPTIONS_H
#define VIA_CLI_SHARED_OPTIONS_H

#include "cli/command.h"

/* Where a member stands in the `struct options` of the command that includes this. */
#define AT(member) offsetof(struct options, member)

#define SHARED_SEGMENTED                                                               \
    "segmented", 0, CLI_FLAG, AT(is_segmented), NULL, 0, 0, false,                     \
        "one segment a line, every line counts"
#define SHARED_KEEP_BOILERPLATE                                                        \
    "keep-boilerplate", 0, CLI_FLAG, AT(keeps_furniture), NULL, 0, 0, false,           \
        "keep all text of pages (HTML), not the article\nalone"
#define SHARED_ENCODING                                                                \
    "encoding", 0, CLI_TEXT, AT(encoding), "NAME", 0, 0, false,                        \
        "of texts without a byte order mark, such as TCVN3\n(default: UTF-8)"
/* How documents are read: SHARED_INPUT_ROWS is all of these, for a member `input`. */
#define SHARED_INPUT_ENCODING                                                          \
    "encoding", 0, CLI_TEXT, AT(input.encoding), "NAME", 0, 0, false,                  \
        "of texts without a byte order mark: TCVN3,\nVISCII, windows-1258, TIS-620, "  \
        "Shift_JIS, EUC-JP,\nUTF-16LE, or any other name that ICU knows\n(default: "   \
        "UTF-8)"
#define SHARED_TRUST_LANGUAGE                                                          \
    "trust-language", 0, CLI_FLAG, AT(input.is_lang_trusted), NULL, 0, 0, false,       \
        "take every document for what it is said to be in;\nelse one that is clearly " \
        "in another language fails"
#define SHARED_TEXT_FIELD                                                              \
    "text-field", 0, CLI_TEXT, AT(input.fields.text), "NAMES", 0, 0, false,            \
        "field of JSONL that holds the text; of several\nbetween commas the first "    \
        "that is there, and of\n\"a.b\" the b in a"
#define SHARED_HTML_FIELD                                                              \
    "html-field", 0, CLI_TEXT, AT(input.fields.html), "NAMES", 0, 0, false,            \
        "the page, where there is no text"
#define SHARED_LANG_FIELD                                                              \
    "lang-field", 0, CLI_TEXT, AT(input.fields.lang), "NAMES", 0, 0, false,            \
        "the code of the\nlanguage"
#define SHARED_GROUP_FIELD                                                             \
    "group-field", 0, CLI_TEXT, AT(input.fields.group), "NAMES", 0, 0, false,          \
        "what documents of one article share"
#define SHARED_ID_FIELD                                                                \
    "id-field", 0, CLI_TEXT, AT(input.fields.id), "NAMES", 0, 0, false,                \
        "the same, where there is no group"
#define SHARED_URL_FIELD                                                               \
    "url-field", 0, CLI_TEXT, AT(input.fields.url), "NAMES", 0, 0, false, "the URL"
#define SHARED_TITLE_FIELD                                                             \
    "title-field", 0, CLI_TEXT, AT(input.fields.title), "NAMES", 0, 0, false,          \
        "the title"
#define SHARED_DATE_FIELD                                                              \
    "date-field", 0, CLI_TEXT, AT(input.fields.date), "NAMES", 0, 0, false, "the date"
#define SHARED_INPUT_ROWS                                                              \
    {SHARED_INPUT_ENCODING}, {SHARED_TRUST_LANGUAGE}, {SHARED_TEXT_FIELD},             \
        {SHARED_HTML_FIELD}, {SHARED_LANG_FIELD}, {SHARED_GROUP_FIELD},                \
        {SHARED_ID_FIELD}, {SHARED_URL_FIELD}, {SHARED_TITLE_FIELD},                   \
        {SHARED_DATE_FIELD},
#define SHARED_NO_SEED                                                                 \
    "no-seed", 0, CLI_FLAG, AT(has_no_seed), NULL, 0, 0, false,                        \
        "leave out the lexicon that is installed"
#define SHARED_WEIGHTS                                                                 \
    "weights", 0, CLI_TEXT, AT(weights), "FILE", 0, 0, false,                          \
        "weights to score with, instead of those installed"
#define SHARED_MIN_CONFIDENCE                                                          \
    "min-confidence", 0, CLI_NUMBER, AT(min_confidence), "P", 0, 1, false,             \
        "leave out what is less likely to be right\n(not of beads and ladder)"
#define SHARED_TMX_LANG                                                                \
    "tmx-lang", 0, CLI_TEXT, AT(tmx_langs), "LIST", 0, 0, false,                       \
        "codes to write in TMX, such as vi=vi-VN,ja=ja-JP"
#define SHARED_PROGRESS                                                                \
    "progress", 0, CLI_SWITCH, AT(progress), NULL, 0, 0, false,                        \
        "show how far it is (default: on a terminal)"
#define SHARED_JOBS                                                                    \
    "jobs", 'j', CLI_COUNT, AT(n_workers), "N", 1, 4096, false,                        \
        "threads (default: OMP_NUM_THREADS, else all cores)"
#define SHARED_QUIET                                                                   \
    "quiet", 'q', CLI_FLAG, AT(is_quiet), NULL, 0, 0, false, "say nothing but failures"

#endif
