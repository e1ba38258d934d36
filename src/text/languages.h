/* Languages: which one a text is in, as far as its letters and commonest words show. */
#ifndef VIA_TEXT_LANGUAGES_H
#define VIA_TEXT_LANGUAGES_H

#include "vialign.h"

/* What shows a language, from the data file languages.tsv. Read-only once loaded. */
typedef struct via_languages via_languages;

via_status via_languages_load(via_languages **out, via_error *err);
void via_languages_free(via_languages *languages);

/* Sets `lang` to the language of a text in UTF-8, as its beginning shows it. Returns
 * false if it does not. */
bool via_language_guess(const via_languages *languages, const char *text,
                        size_t n_bytes, char lang[VIA_LANG_BYTES]);

/* Returns whether a text is long enough to tell and clearly in another language, to
 * which `lang` is set, than in the one that it is `said` to be in. Nothing is told of
 * languages that the data file does not know. */
bool via_language_differs(const via_languages *languages, const char *text,
                          size_t n_bytes, const char *said, char lang[VIA_LANG_BYTES]);

#endif
