/* Fold table: Latin letters without their marks, in lower case.
 *
 * One row holds sixteen letters; '.' is a letter that has no such form, or a sign.
 * Made from the canonical decompositions of Unicode 15; letters with a stroke or
 * without a dot, which have no decomposition (đ ø ł ħ ŧ ƀ ƶ ı ſ), added by hand. */
#include "text/fold_table.h"

const char via_fold_latin[VIA_FOLD_LATIN_END - VIA_FOLD_LATIN_BEGIN + 1] =
    "aaaaaa.ceeeeiiii" /* U+00C0 */
    ".nooooo.ouuuuy.." /* U+00D0 */
    "aaaaaa.ceeeeiiii" /* U+00E0 */
    ".nooooo.ouuuuy.y" /* U+00F0 */
    "aaaaaaccccccccdd" /* U+0100 */
    "ddeeeeeeeeeegggg" /* U+0110 */
    "gggghhhhiiiiiiii" /* U+0120 */
    "ii..jjkk.llllll." /* U+0130 */
    ".llnnnnnn...oooo" /* U+0140 */
    "oo..rrrrrrssssss" /* U+0150 */
    "ssttttttuuuuuuuu" /* U+0160 */
    "uuuuwwyyyzzzzzzs" /* U+0170 */
    "b..............." /* U+0180 */
    "................" /* U+0190 */
    "oo.............u" /* U+01A0 */
    "u....zz........." /* U+01B0 */
    ".............aai" /* U+01C0 */
    "ioouuuuuuuuuu.aa" /* U+01D0 */
    "aa....ggkkoooo.." /* U+01E0 */
    "j...gg..nnaa..oo" /* U+01F0 */
    "aaaaeeeeiiiioooo" /* U+0200 */
    "rrrruuuusstt..hh" /* U+0210 */
    "......aaeeoooooo" /* U+0220 */
    "ooyy............" /* U+0230 */
    "...b..ee........" /* U+0240 */;

const char via_fold_viet[VIA_FOLD_VIET_END - VIA_FOLD_VIET_BEGIN + 1] =
    "aabbbbbbccdddddd" /* U+1E00 */
    "ddddeeeeeeeeeeff" /* U+1E10 */
    "gghhhhhhhhhhiiii" /* U+1E20 */
    "kkkkkkllllllllmm" /* U+1E30 */
    "mmmmnnnnnnnnoooo" /* U+1E40 */
    "oooopppprrrrrrrr" /* U+1E50 */
    "sssssssssstttttt" /* U+1E60 */
    "ttuuuuuuuuuuvvvv" /* U+1E70 */
    "wwwwwwwwwwxxxxyy" /* U+1E80 */
    "zzzzzzhtwyas...." /* U+1E90 */
    "aaaaaaaaaaaaaaaa" /* U+1EA0 */
    "aaaaaaaaeeeeeeee" /* U+1EB0 */
    "eeeeeeeeiiiioooo" /* U+1EC0 */
    "oooooooooooooooo" /* U+1ED0 */
    "oooouuuuuuuuuuuu" /* U+1EE0 */
    "uuyyyyyyyy......" /* U+1EF0 */;
