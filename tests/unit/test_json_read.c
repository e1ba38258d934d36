/* Tests: one object of a line, and what its fields say. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "markup/json_read.h"

static via_json_object *object_of(const char *text)
{
    via_json_object *object;
    via_error err = {VIA_OK, ""};

    via_json_read(text, strlen(text), &object, &err);
    assert_string_equal(err.message, "");
    assert_non_null(object);
    return object;
}

/* Returns the text of a field, or "no", until the next call. */
static const char *field(const char *text, const char *names, via_json_many many)
{
    static char said[128];
    via_json_object *object = object_of(text);
    via_buffer out = VIA_BUFFER_INIT;
    bool is_there = via_json_append_field(object, names, many, &out);

    memset(said, 0, sizeof said);
    if (is_there)
        memcpy(said, out.bytes, out.n_bytes);
    via_buffer_clear(&out);
    via_json_object_free(object);
    return is_there ? said : "no";
}

static via_json_state state_of(const char *text, const char *names)
{
    via_json_object *object = object_of(text);
    via_json_state state = via_json_look(object, names);

    via_json_object_free(object);
    return state;
}

static void test_fields(void **state)
{
    const char *text =
        " {\"a\":\"m\\u1ed9t\",\"n\":null,\"i\":12,\"d\":1.50,\"b\":true,"
        "\"l\":[null,\"x\",\"y\"],\"o\":{\"p\":{\"q\":\"deep\"}},"
        "\"dot.ted\":\"as it is\"} ";

    assert_string_equal(field(text, "a", VIA_JSON_ONE), "m\xe1\xbb\x99t");
    assert_string_equal(field(text, "none,n,i,a", VIA_JSON_ONE), "12");
    assert_string_equal(field(text, "d", VIA_JSON_ONE), "1.50");
    assert_string_equal(field(text, "b", VIA_JSON_ONE), "no");
    assert_string_equal(field(text, "n", VIA_JSON_ONE), "no");
    assert_string_equal(field(text, "l", VIA_JSON_ONE), "x");
    assert_string_equal(field(text, "l", VIA_JSON_ALL), "x\ny");
    assert_string_equal(field(text, "o.p.q", VIA_JSON_ONE), "deep");
    assert_string_equal(field(text, "o.q,o.p.r", VIA_JSON_ONE), "no");
    assert_string_equal(field(text, "dot.ted", VIA_JSON_ONE), "as it is");
}

static void test_states(void **state)
{
    const char *text = "{\"n\":null,\"t\":\"\",\"l\":[],\"o\":{},\"m\":[{}]}";

    assert_int_equal(state_of(text, "x"), VIA_JSON_ABSENT);
    assert_int_equal(state_of(text, "x,n"), VIA_JSON_NULL);
    assert_int_equal(state_of(text, "n,t"), VIA_JSON_TEXT);
    assert_int_equal(state_of(text, "l"), VIA_JSON_NULL);
    assert_int_equal(state_of(text, "o"), VIA_JSON_OTHER);
    assert_int_equal(state_of(text, "m"), VIA_JSON_OTHER);
    assert_int_equal(state_of(text, ""), VIA_JSON_ABSENT);
}

/* Expects a failure with a message that begins like this. */
static void expect_failure(const char *text, via_status status, const char *beginning)
{
    via_json_object *object;
    via_error err;

    if (via_json_read(text, strlen(text), &object, &err) != status)
        fail_msg("\"%s\" has another status", text);
    assert_null(object);
    if (strncmp(err.message, beginning, strlen(beginning)) != 0)
        fail_msg("\"%s\" does not begin \"%s\"", err.message, beginning);
}

static void test_what_is_no_object(void **state)
{
    char deep[400];

    expect_failure("", VIA_E_FORMAT, "expected JSON, which ends too early");
    expect_failure("{\"a\":\"b", VIA_E_FORMAT, "expected JSON, which ends too early");
    expect_failure("{\"a\":1} x", VIA_E_FORMAT, "expected JSON, at byte 8");
    expect_failure("{\"a\":1}{}", VIA_E_FORMAT, "expected JSON, at byte 7");
    expect_failure("{a:1}", VIA_E_FORMAT, "expected JSON, at byte 1");
    expect_failure("[1]", VIA_E_FORMAT, "expected a JSON object");
    expect_failure("null ", VIA_E_FORMAT, "expected a JSON object");
    expect_failure("{\"a\":\"\xff\"}", VIA_E_ENCODING, "expected JSON in UTF-8");

    memset(deep, '[', sizeof deep);
    memcpy(deep, "{\"a\":", 5);
    deep[sizeof deep - 1] = '\0';
    expect_failure(deep, VIA_E_FORMAT, "expected JSON of at most 64 values");
    via_json_object_free(NULL);
}

static void test_names(void **state)
{
    via_json_object *object = object_of("{\"a\":{\"vi\":1,\"ja\":[]},\"b\":1}");
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    assert_true(via_json_append_names(object, "a", &out));
    assert_int_equal(out.n_bytes, 6);
    assert_memory_equal(out.bytes, "vi\0ja", 6);
    assert_false(via_json_append_names(object, "b", &out));
    assert_false(via_json_append_names(object, "c", &out));
    via_buffer_clear(&out);
    via_json_object_free(object);
}

static void test_zero_inside_text_is_kept(void **state)
{
    via_json_object *object = object_of("{\"a\":\"x\\u0000y\"}");
    via_buffer out = VIA_BUFFER_INIT;

    assert_true(via_json_append_field(object, "a", VIA_JSON_ONE, &out));
    assert_int_equal(out.n_bytes, 3);
    assert_memory_equal(out.bytes, "x\0y", 3);
    via_buffer_clear(&out);
    via_json_object_free(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_what_is_no_object),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_zero_inside_text_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
