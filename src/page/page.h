/* Page: a web page as a document. */
#ifndef VIA_PAGE_PAGE_H
#define VIA_PAGE_PAGE_H

#include "vialign.h"

/* Makes a document of a page: the text of its article, or all text if the options keep
 * furniture, a line a block and an empty line behind a paragraph. Otherwise as
 * via_doc_parse(); `bytes` are in the encoding that the page declares. */
via_status via_page_parse(const char *bytes, size_t n_bytes, const via_doc_options *opt,
                          via_doc **out, via_error *err);

/* Returns whether the name of a file, or else its first bytes, say that it is a page. A
 * name that ends in .txt says that it is none. */
bool via_page_is_told(const char *path, const char *bytes, size_t n_bytes);

#endif
