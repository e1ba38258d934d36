/* Base64: bytes that were written as letters. */
#include "io/base64.h"

/* The value of a letter, or -1. */
static int value_of(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9')
        return letter - '0' + 52;
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

/* Cuts the padding off: at most two signs, and only those that fill a group of four. */
static size_t without_padding(const char *letters, size_t n_bytes)
{
    size_t n = n_bytes;

    while (n_bytes % 4 == 0 && n + 2 > n_bytes && n && letters[n - 1] == '=')
        n--;
    return n;
}

bool via_base64_decode(const char *letters, size_t n_bytes, via_buffer *out)
{
    size_t n_letters = without_padding(letters, n_bytes);
    unsigned bits = 0;
    int n_bits = 0;

    if (n_letters % 4 == 1 || !via_buffer_reserve(out, n_letters / 4 * 3 + 3))
        return false;
    for (size_t i = 0; i < n_letters; i++) {
        int value = value_of(letters[i]);

        if (value < 0)
            return false;
        bits = (bits << 6 | (unsigned)value) & 0xffffff;
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            out->bytes[out->n_bytes++] = (char)(bits >> n_bits & 0xff);
        }
    }
    return true;
}
