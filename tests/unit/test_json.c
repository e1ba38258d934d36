/* Tests of putting JSON together. */
#include "scratch.h"

#include "markup/json.h"

#include <math.h>

static void add_text(via_json *json, const char *key, const char *text)
{
    via_json_text(json, key, text, strlen(text));
}

static void expect_json(via_json *json, via_json_layout layout, const char *expected)
{
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(via_json_append(json, layout, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
}

static void add_some(via_json *json)
{
    add_text(json, "z", "chợ/市場 \"x\"\t\\");
    via_json_integer(json, "a", -9007199254740993);
    via_json_decimal(json, "m", 0.98714, 4);
    via_json_decimal(json, "nan", NAN, 4);
    via_json_bool(json, "yes", true);
    via_json_begin_object(json, "in");
    via_json_begin_array(json, "list");
    via_json_integer(json, NULL, 1);
    via_json_begin_array(json, NULL);
    via_json_end(json);
    via_json_begin_object(json, NULL);
    via_json_end(json);
    via_json_end(json);
    via_json_end(json);
    add_text(json, "last", "");
}

static void test_line(void **state)
{
    via_json *json = via_json_new();

    add_some(json);
    expect_json(json, VIA_JSON_LINE,
                "{\"z\":\"chợ/市場 \\\"x\\\"\\t\\\\\",\"a\":-9007199254740993,"
                "\"m\":0.9871,\"nan\":null,\"yes\":true,"
                "\"in\":{\"list\":[1,[],{}]},\"last\":\"\"}\n");
    expect_json(json, VIA_JSON_LINE, "{}\n");
    via_json_integer(json, "again", 1);
    expect_json(json, VIA_JSON_LINE, "{\"again\":1}\n");
    via_json_free(json);
}

static void test_pretty(void **state)
{
    via_json *json = via_json_new();

    via_json_integer(json, "n_docs", 12);
    via_json_begin_array(json, "pairs");
    via_json_begin_object(json, NULL);
    add_text(json, "pair", "vi-ja");
    via_json_end(json);
    via_json_end(json);
    expect_json(json, VIA_JSON_PRETTY,
                "{\n"
                "  \"n_docs\": 12,\n"
                "  \"pairs\": [\n"
                "    {\n"
                "      \"pair\": \"vi-ja\"\n"
                "    }\n"
                "  ]\n"
                "}\n");
    via_json_free(json);
}

static void test_text_is_made_valid(void **state)
{
    via_json *json = via_json_new();

    via_json_text(json, "t", "a\0b\x01\xff", 5);
    expect_json(json, VIA_JSON_LINE, "{\"t\":\"a\\u0000b\\u0001\xef\xbf\xbd\"}\n");
    via_json_free(json);
    via_json_free(NULL);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_pretty),
        cmocka_unit_test(test_text_is_made_valid),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
