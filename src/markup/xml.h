/* XML writer: elements, attributes and text, appended to a buffer. */
#ifndef VIA_MARKUP_XML_H
#define VIA_MARKUP_XML_H

#include "base/buffer.h"

/* Where the writer is. Begin with {out, depth}, where `depth` is how many elements
 * are open already: a document may be written in pieces, by several writers. Each
 * element stands on lines of its own, indented by two spaces; one that holds text
 * holds nothing else. A declaration is the caller's. */
typedef struct via_xml {
    via_buffer *out; /* also tells of a lack of memory */
    unsigned depth;
    bool is_in_tag, is_in_text;
} via_xml;

void via_xml_open(via_xml *xml, const char *name);

/* Adds an attribute to the element just opened. */
void via_xml_attribute(via_xml *xml, const char *name, const char *value);

/* Adds text to the element just opened. Characters that XML 1.0 forbids are dropped,
 * bytes that are not UTF-8 become U+FFFD. */
void via_xml_text(via_xml *xml, const char *bytes, size_t n_bytes);

/* Closes the innermost open element, which is called `name`. */
void via_xml_close(via_xml *xml, const char *name);

#endif
