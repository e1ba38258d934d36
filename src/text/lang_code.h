/* Language code: what somebody calls a language, as the code that we use. */
#ifndef VIA_TEXT_LANG_CODE_H
#define VIA_TEXT_LANG_CODE_H

#include "vialign.h"

/* Reads a code in any of the usual spellings: "vi", "VIE", "vie_Latn", "vi-VN". A
 * country says nothing of how a text reads and is left out, as is the script that the
 * language is mostly written in: "zh_Hant" is zh-Hant. Returns false if it is no
 * code; "und", "unknown" and the like give an empty `lang`. */
bool via_lang_read(const char *said, size_t n_bytes, char lang[VIA_LANG_BYTES]);

/* Returns whether a code, as via_lang_read() gives it, stands for a language that many
 * people write. Many a folder has a name that looks like a code: tmp, old, raw. */
bool via_lang_is_known(const char *lang);

#endif
