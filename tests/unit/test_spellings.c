/* Tests of spellings: tokens found again by their hash. */
#include "line_pair.h"

#include "base/intern.h"
#include "token/spellings.h"

static const char *spelling_of(const via_spellings *spellings, const char *token)
{
    return via_spellings_of(spellings, via_hash_bytes(token, strlen(token)));
}

static void test_documents(void **state)
{
    via_spellings *spellings = via_spellings_new();
    via_doc *vi = line_doc("vi", "Đêm và đêm,\n\nvà Ngày 12.");
    via_doc *en = line_doc("en", "Three boats and đêm.");
    (void)state;

    assert_int_equal(via_spellings_add(spellings, vi, NULL), VIA_OK);
    assert_string_equal(spelling_of(spellings, "đêm"), "đêm");
    assert_string_equal(spelling_of(spellings, "và"), "và");
    assert_string_equal(spelling_of(spellings, "ngày"), "ngày");
    assert_null(spelling_of(spellings, "Ngày")); /* tokens are in lower case */
    assert_null(spelling_of(spellings, "boat"));
    assert_int_equal(via_spellings_add(spellings, en, NULL), VIA_OK);
    assert_int_equal(via_spellings_add(spellings, vi, NULL), VIA_OK); /* again */
    assert_string_equal(spelling_of(spellings, "boat"), "boat");
    assert_string_equal(spelling_of(spellings, "thre"), "thre");
    assert_string_equal(spelling_of(spellings, "đêm"), "đêm");
    via_doc_free(vi);
    via_doc_free(en);
    assert_string_equal(spelling_of(spellings, "ngày"), "ngày"); /* a copy */
    via_spellings_free(spellings);
}

static void test_many(void **state)
{
    via_spellings *spellings = via_spellings_new();
    via_buffer text = VIA_BUFFER_INIT;
    char word[16] = "";
    (void)state;

    for (int n = 0; n < 26 * 26 * 26; n++)
        via_buffer_format(&text, "%c%c%c%s", 'a' + n / 676, 'a' + n / 26 % 26,
                          'a' + n % 26, n % 10 == 9 ? "\n" : " ");
    via_doc *doc = line_doc("vi", via_buffer_text(&text));
    assert_int_equal(via_spellings_add(spellings, doc, NULL), VIA_OK);
    for (int n = 0; n < 26 * 26 * 26; n += 7) {
        word[0] = (char)('a' + n / 676);
        word[1] = (char)('a' + n / 26 % 26);
        word[2] = (char)('a' + n % 26);
        assert_string_equal(spelling_of(spellings, word), word);
    }
    via_doc_free(doc);
    via_buffer_clear(&text);
    via_spellings_free(spellings);
}

static void test_nothing(void **state)
{
    via_spellings *spellings = via_spellings_new();
    via_doc *doc = line_doc("th", "");
    (void)state;

    assert_int_equal(via_spellings_add(spellings, doc, NULL), VIA_OK);
    assert_null(spelling_of(spellings, ""));
    assert_null(via_spellings_of(spellings, 0));
    via_doc_free(doc);
    via_spellings_free(spellings);
    via_spellings_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
