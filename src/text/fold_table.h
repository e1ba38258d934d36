/* Fold table: Latin letters without their marks, in lower case. */
#ifndef VIA_TEXT_FOLD_TABLE_H
#define VIA_TEXT_FOLD_TABLE_H

/* Latin-1, Latin Extended-A and B, half open. */
#define VIA_FOLD_LATIN_BEGIN 0xc0
#define VIA_FOLD_LATIN_END   0x250

/* Latin Extended Additional, where the Vietnamese letters live. */
#define VIA_FOLD_VIET_BEGIN 0x1e00
#define VIA_FOLD_VIET_END   0x1f00

/* The folded letter, or '.' where there is none. */
extern const char via_fold_latin[VIA_FOLD_LATIN_END - VIA_FOLD_LATIN_BEGIN + 1];
extern const char via_fold_viet[VIA_FOLD_VIET_END - VIA_FOLD_VIET_BEGIN + 1];

#endif
