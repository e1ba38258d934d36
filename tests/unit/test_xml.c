/* Tests of the XML writer, read back by libxml2. */
#include "scratch.h"

#include "markup/xml.h"

#include <libxml/parser.h>

static void add_text(via_xml *xml, const char *name, const char *text)
{
    via_xml_open(xml, name);
    via_xml_text(xml, text, strlen(text));
    via_xml_close(xml, name);
}

static void test_layout(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_xml xml = {&out, 0, false, false};

    via_xml_open(&xml, "a");
    via_xml_attribute(&xml, "x", "1");
    via_xml_attribute(&xml, "xml:lang", "vi");
    via_xml_open(&xml, "b");
    add_text(&xml, "c", "chợ");
    add_text(&xml, "c", "");
    via_xml_close(&xml, "b");
    via_xml_open(&xml, "d");
    via_xml_close(&xml, "d");
    via_xml_close(&xml, "a");
    assert_int_equal(xml.depth, 0);
    assert_string_equal(via_buffer_text(&out), "<a x=\"1\" xml:lang=\"vi\">\n"
                                               "  <b>\n"
                                               "    <c>chợ</c>\n"
                                               "    <c></c>\n"
                                               "  </b>\n"
                                               "  <d/>\n"
                                               "</a>\n");
    via_buffer_clear(&out);
}

static void test_pieces(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_xml middle = {&out, 2, false, false}, end = {&out, 2, false, false};

    add_text(&middle, "c", "x");
    via_xml_close(&end, "b");
    via_xml_close(&end, "a");
    assert_string_equal(via_buffer_text(&out), "    <c>x</c>\n  </b>\n</a>\n");
    via_buffer_clear(&out);
}

static void expect_text(const char *bytes, size_t n_bytes, const char *expected)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_xml xml = {&out, 0, false, false};

    via_xml_open(&xml, "a");
    via_xml_text(&xml, bytes, n_bytes);
    via_xml_close(&xml, "a");
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
}

static void test_escapes(void **state)
{
    expect_text("<a> & \"b\" ]]>", 13, "<a>&lt;a&gt; &amp; \"b\" ]]&gt;</a>\n");
    expect_text("a\tb\nc\rd", 7, "<a>a\tb\nc&#13;d</a>\n");
    expect_text("a\0b\x01\x1f\x7f"
                "c",
                7,
                "<a>ab\x7f"
                "c</a>\n");
    expect_text("a\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd\xef\xbc\xa1", 13,
                "<a>a\xef\xbf\xbd\xef\xbc\xa1</a>\n");
    expect_text("a\xff", 2, "<a>a\xef\xbf\xbd</a>\n");
}

/* Any byte comes back from a parser as it went in, or as the writer says. */
static void test_every_byte_can_be_parsed(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_xml xml = {&out, 0, false, false};
    char bytes[256];

    for (size_t i = 0; i < 255; i++)
        bytes[i] = (char)(i + 1);
    bytes[255] = '\0';
    via_xml_open(&xml, "a");
    via_xml_attribute(&xml, "x", bytes);
    via_xml_text(&xml, bytes, sizeof bytes);
    via_xml_close(&xml, "a");

    xmlDocPtr doc = xmlReadMemory(out.bytes, (int)out.n_bytes, "a", "UTF-8",
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    assert_non_null(doc);
    xmlNodePtr root = xmlDocGetRootElement(doc);
    xmlChar *attribute = xmlGetProp(root, (const xmlChar *)"x");
    xmlChar *text = xmlNodeGetContent(root);
    assert_memory_equal(text, "\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@A", 36);
    assert_string_equal((char *)text, (char *)attribute);
    xmlFree(attribute);
    xmlFree(text);
    xmlFreeDoc(doc);
    xmlCleanupParser();
    via_buffer_clear(&out);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_every_byte_can_be_parsed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
