/* Valid text: UTF-8 whatever comes in. */
#include "markup/valid.h"

#include "text/utf8.h"

void via_append_valid(via_buffer *out, const char *bytes, size_t n_bytes)
{
    size_t n_good;

    while (!via_utf8_check(bytes, n_bytes, &n_good)) {
        via_buffer_append(out, bytes, n_good);
        via_buffer_append_text(out, "\xef\xbf\xbd");
        bytes += n_good + 1;
        n_bytes -= n_good + 1;
    }
    via_buffer_append(out, bytes, n_bytes);
}
