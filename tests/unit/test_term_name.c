/* Tests of term names: alternatives of a table, well formed and not. */
#include "scratch.h"

#include "base/buffer.h"
#include "term/term_name.h"

static via_arena *arena;

static int setup(void **state)
{
    arena = via_arena_new();
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    via_arena_free(arena);
    return 0;
}

struct reading {
    via_buffer texts; /* between bars */
    via_term_name last;
};

static bool take(void *data, const via_term_name *name)
{
    struct reading *reading = data;

    if (reading->texts.n_bytes)
        via_buffer_append_char(&reading->texts, '|');
    via_buffer_append_text(&reading->texts, name->text);
    reading->last = *name;
    return true;
}

static via_status read_name(const char *alternative, const char *fill,
                            struct reading *reading)
{
    *reading = (struct reading){VIA_BUFFER_INIT, {0}};
    return via_term_name_read(alternative, "x/1", fill, arena, take, reading);
}

static void assert_texts(const char *alternative, const char *fill, const char *texts)
{
    struct reading reading;

    assert_int_equal(read_name(alternative, fill, &reading), VIA_OK);
    assert_string_equal(via_buffer_text(&reading.texts), texts);
    assert_string_equal(reading.last.id, "x/1");
    via_buffer_clear(&reading.texts);
}

static void test_groups(void **state)
{
    assert_texts("Hà Nội", NULL, "Hà Nội");
    assert_texts("minister(s)", NULL, "ministers|minister");
    assert_texts("vot[e/es/ing]", NULL, "vote|votes|voting");
    assert_texts("al(-/ )Qaeda", NULL, "al-Qaeda|al Qaeda|alQaeda");
    assert_texts("(a)(b)c", NULL, "abc|bc|ac|c");
    assert_texts("km/h", NULL, "km/h");
}

static void test_frames(void **state)
{
    assert_texts("ภาษา*", "ไทย", "ภาษาไทย");
    assert_texts("_*", "Tiếng Việt", "tiếng Việt");
    assert_texts("*", "Myanmar (Burma)", "Myanmar (Burma)");
    assert_texts("5*", NULL, "5*");
}

static void assert_guards(const char *alternative, unsigned guards)
{
    struct reading reading;

    assert_int_equal(read_name(alternative, NULL, &reading), VIA_OK);
    assert_int_equal(reading.last.guards, VIA_TERM_OWN | guards);
    via_buffer_clear(&reading.texts);
}

static void test_guards(void **state)
{
    assert_guards("luật", 0);
    assert_guards("Mỹ", VIA_TERM_CAPITALS);
    assert_guards("=who", VIA_TERM_EXACT | VIA_TERM_CAPITALS);
    assert_guards("~<Anh",
                  VIA_TERM_CAPITALS | VIA_TERM_NOT_FIRST | VIA_TERM_AFTER_SMALL);
    assert_guards("<<>Chad", VIA_TERM_CAPITALS | VIA_TERM_AFTER_SMALL |
                                 VIA_TERM_NEVER_AFTER | VIA_TERM_BEFORE_SMALL);
    assert_guards("{#}=m", VIA_TERM_EXACT | VIA_TERM_CAPITALS);
}

static void test_contexts(void **state)
{
    struct reading reading;

    assert_int_equal(read_name("{nước /của }Anh{! em/ chị}", NULL, &reading), VIA_OK);
    assert_string_equal(reading.last.text, "Anh");
    assert_string_equal(reading.last.before, "nước /của ");
    assert_string_equal(reading.last.after, " em/ chị");
    assert_int_equal(reading.last.guards,
                     VIA_TERM_OWN | VIA_TERM_CAPITALS | VIA_TERM_AFTER_IS_NOT);
    via_buffer_clear(&reading.texts);
}

static void test_wrong(void **state)
{
    static const char *const wrong[] = {
        "",        "=",    "{}x", "{a",     "x{a", "x}",  "x{a}y", "(a",      "a)",
        "a(b(c))", "a[b)", "[]",  "(x )y ", " y",  "(x)", "(x) y", "{a}{b}x", "{!}x"};
    struct reading reading;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (read_name(wrong[i], NULL, &reading) != VIA_E_FORMAT)
            fail_msg("\"%s\" was taken", wrong[i]);
        via_buffer_clear(&reading.texts);
    }
    /* More groups than anyone can mean. */
    assert_int_equal(read_name("(a)(b)(c)(d)(e)(f)(g)h", NULL, &reading), VIA_E_FORMAT);
    via_buffer_clear(&reading.texts);
}

static bool refuse(void *data, const via_term_name *name)
{
    return false;
}

static void test_refused(void **state)
{
    assert_int_equal(via_term_name_read("x", "x/1", NULL, arena, refuse, NULL),
                     VIA_E_MEMORY);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups), cmocka_unit_test(test_frames),
        cmocka_unit_test(test_guards), cmocka_unit_test(test_contexts),
        cmocka_unit_test(test_wrong),  cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
