/* Loading: a document from a file. */
#include "io/reader.h"
#include "page/page.h"
#include "page/plain.h"

static via_status parse_text(const via_buffer *bytes, const via_doc_options *opt,
                             via_doc **out, via_error *err)
{
    via_status st = via_doc_parse(bytes->bytes, bytes->n_bytes, opt, out, err);

    if (st == VIA_OK)
        st = via_plain_count(*out, opt->furniture, err);
    if (st != VIA_OK) {
        via_doc_free(*out);
        *out = NULL;
    }
    return st;
}

via_status via_doc_load(const char *path, const via_doc_options *opt, via_doc **out,
                        via_error *err)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    via_doc_options named = *opt;
    via_status st = via_read_file(path, &bytes, err);

    *out = NULL;
    if (!named.name)
        named.name = path;
    if (st == VIA_OK && via_page_is_told(path, bytes.bytes, bytes.n_bytes))
        st = via_page_parse(bytes.bytes, bytes.n_bytes, &named, out, err);
    else if (st == VIA_OK)
        st = parse_text(&bytes, &named, out, err);
    via_buffer_clear(&bytes);
    return st;
}
