/* Mixed folder: three articles in two languages whose names say nothing. */
#ifndef VIA_TESTS_MIXED_FOLDER_H
#define VIA_TESTS_MIXED_FOLDER_H

#include "scratch.h"

#include "batch/content.h"

/* 1.vi is 2.en, 2.vi is 3.en, 3.vi and 1.en are alone, and 4.vi is no text. */
static inline void fill_mixed_folder(scratch *s)
{
    static const char *const FILES[][2] = {
        {"1.vi.txt", "Ông Lê Văn Đức hái 45 kg chè búp, giá 320.000 đồng.\n"},
        {"2.vi.txt", "Cầu Vân Đồn dài 540 m, mỗi ngày có 6.215 xe qua.\n"},
        {"3.vi.txt", "Huyện gặt 4.217 ha lúa, bán 88 tấn.\n"},
        {"4.vi.txt", "caf\351\n"},
        {"1.en.txt", "The market received 87,500 visitors in 264 boats.\n"},
        {"2.en.txt", "Mr Le Van Duc picked 45 kg of tea buds for 320,000 dong.\n"},
        {"3.en.txt", "Van Don bridge is 540 m long; 6,215 vehicles cross it daily.\n"}};

    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++)
        scratch_file(s, FILES[i][0], FILES[i][1], strlen(FILES[i][1]));
}

#endif
