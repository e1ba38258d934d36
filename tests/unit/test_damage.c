/* Tests: whatever dice do to a file, its reader reads it or says what is wrong.
 *
 * Under the sanitizers this is the fuzzing of our readers, the same in every run. */
#include "dice.h"
#include "scratch.h"

#include "base/buffer.h"
#include "evidence/lexicon_file.h"
#include "evidence/weights.h"
#include "io/reader.h"
#include "io/writer.h"
#include "markup/json_read.h"
#include "page/page.h"
#include "tm/multi.h"

#define N_MUTANTS 300

/* Takes bytes that may be anything; a failure must have a message. */
typedef via_status read_fn(scratch *s, const char *bytes, size_t n_bytes,
                           via_error *err);

/* What is worth writing over or putting in, besides bytes at random. */
static const char *const BITS[] = {"\t",
                                   "\n",
                                   "\xff",
                                   "\xe0\xb8",
                                   "\xed\xa0\x80",
                                   "<",
                                   "<table><tr><td>",
                                   "&#x110000;",
                                   "<!--",
                                   "\\ud800",
                                   "{\"a\":[",
                                   "\"",
                                   "-1",
                                   "99999999999999999999",
                                   "nan",
                                   "1e999"};

static void damage(dice *d, via_buffer *text)
{
    size_t at = text->n_bytes ? dice_below(d, text->n_bytes) : 0, n_rest, n;
    char *copy = malloc(text->n_bytes + 1);

    assert_non_null(copy);
    memcpy(copy, text->bytes, text->n_bytes);
    n_rest = text->n_bytes - at;
    text->n_bytes = at;
    switch (dice_below(d, 5)) {
    case 0: /* cut off */
        break;
    case 1: /* a hole */
        n = dice_below(d, 40) % (n_rest + 1);
        via_buffer_append(text, copy + at + n, n_rest - n);
        break;
    case 2: /* a byte at random */
        via_buffer_append_char(text, (char)dice_below(d, 256));
        via_buffer_append(text, copy + at + (n_rest > 0), n_rest - (n_rest > 0));
        break;
    case 3: /* something put in */
        via_buffer_append_text(text, BITS[dice_below(d, sizeof BITS / sizeof *BITS)]);
        via_buffer_append(text, copy + at, n_rest);
        break;
    default: /* a piece once more */
        n = dice_below(d, 200) % (n_rest + 1);
        via_buffer_append(text, copy + at, n);
        via_buffer_append(text, copy + at, n_rest);
    }
    free(copy);
    assert_non_null(via_buffer_text(text));
}

/* Damages `text` a little and more and more. */
static void try(void **state, const char *text, size_t n_bytes, read_fn *read)
{
    dice d = {n_bytes};

    for (size_t k = 0; k < N_MUTANTS; k++) {
        via_buffer mutant = VIA_BUFFER_INIT;
        via_error err = {VIA_OK, ""};

        via_buffer_append(&mutant, text, n_bytes);
        for (size_t times = k % 4; times != SIZE_MAX; times--)
            damage(&d, &mutant);
        if (read(*state, mutant.bytes, mutant.n_bytes, &err) != VIA_OK)
            assert_true(err.status != VIA_OK && err.message[0]);
        via_buffer_clear(&mutant);
    }
}

static via_status read_text(scratch *s, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_doc_options opt = {.lang = "vi", .name = "a"};
    via_doc *doc;
    via_status st = via_doc_parse(bytes, n_bytes, &opt, &doc, err);
    (void)s;

    via_doc_free(doc);
    return st;
}

static via_status read_page(scratch *s, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_doc_options opt = {.lang = "vi", .name = "a"};
    via_doc *doc;
    via_status st = via_page_parse(bytes, n_bytes, &opt, &doc, err);
    (void)s;

    via_doc_free(doc);
    return st;
}

static via_status read_json(scratch *s, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_json_object *object;
    via_buffer text = VIA_BUFFER_INIT;
    via_status st = via_json_read(bytes, n_bytes, &object, err);
    (void)s;

    if (st == VIA_OK)
        via_json_append_field(object, "a.b", VIA_JSON_ALL, &text);
    via_buffer_clear(&text);
    via_json_object_free(object);
    return st;
}

static via_status read_unit(scratch *s, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_arena *arena = via_arena_new();
    via_multi_unit unit;
    via_status st = via_multi_parse(bytes, n_bytes, arena, &unit, err);
    (void)s;

    via_arena_free(arena);
    return st;
}

static via_status read_weights(scratch *s, const char *bytes, size_t n_bytes,
                               via_error *err)
{
    via_weights weights;

    return via_weights_load(scratch_file(s, "w.tsv", bytes, n_bytes), &weights, err);
}

static via_status read_gzip(scratch *s, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_status st = via_read_file_upto(scratch_file(s, "a.gz", bytes, n_bytes),
                                       (size_t)1 << 20, &text, err);

    via_buffer_clear(&text);
    return st;
}

static via_status read_locks(scratch *s, const char *bytes, size_t n_bytes,
                             via_error *err)
{
    via_doc_options opt = {.lang = "vi", .name = "a", .is_segmented = true};
    via_pair pair = {NULL, NULL, NULL};
    via_doc *src, *tgt;
    via_locks *locks;

    assert_int_equal(via_doc_parse("Một.\nHai.", 11, &opt, &src, NULL), VIA_OK);
    assert_int_equal(via_doc_parse("One.\nTwo.", 9, &opt, &tgt, NULL), VIA_OK);
    pair.src = src;
    pair.tgt = tgt;
    via_status st =
        via_locks_load(scratch_file(s, "l.beads", bytes, n_bytes), pair, &locks, err);
    via_locks_free(locks);
    via_doc_free(src);
    via_doc_free(tgt);
    return st;
}

/* Lines of a lexicon, as in seeds and models. */
static via_status read_lexicon(scratch *s, const char *bytes, size_t n_bytes,
                               via_error *err)
{
    via_lexicon_lines *lines = via_lexicon_lines_new(n_bytes % 2, NULL);
    via_lexicon *lexicon = NULL;
    via_reader *reader;
    const char *line;
    size_t n_line_bytes;
    bool is_mine;

    assert_non_null(lines);
    via_status st =
        via_reader_open(scratch_file(s, "l.tsv", bytes, n_bytes), &reader, err);
    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_line_bytes, err)) == VIA_OK && line)
        st = via_lexicon_lines_take(lines, line, "l.tsv", via_reader_line(reader),
                                    &is_mine, err);
    via_reader_close(reader);
    if (st == VIA_OK)
        st = via_lexicon_lines_end(lines, &lexicon, err);
    else
        via_lexicon_lines_free(lines);
    via_lexicon_free(lexicon);
    return st;
}

static void test_text(void **state)
{
    static const char TEXT[] = "\xef\xbb\xbf"
                               "Hoà bình.\r\nn\xcc\x83 ๆ ๒๕๖๖\n\n「橋」。";

    try(state, TEXT, sizeof TEXT - 1, read_text);
}

static void test_page(void **state)
{
    static const char PAGE[] =
        "<!doctype html><meta charset=windows-1258><title>Cầu</title><nav><a href=/>Nhà"
        "</a></nav><h1>Cầu</h1><p>Sáng 5/9, 126 học sinh &amp; thầy.<table><tr><td>1"
        "<td>2</table><script>x</script><div class=comments>Bình luận (3)</div>";

    try(state, PAGE, sizeof PAGE - 1, read_page);
}

static void test_json(void **state)
{
    static const char LINE[] =
        "{\"a\":{\"b\":[\"x\",null,1.5,{\"c\":\"\\u0110\"}]},\"lang\":[\"vi\"]}";

    try(state, LINE, sizeof LINE - 1, read_json);
}

static void test_unit(void **state)
{
    static const char LINE[] =
        "{\"texts\":{\"vi\":\"Mưa.\",\"en\":\"Rain.\"},\"documents\":{\"vi\":\"a\","
        "\"en\":\"b\"},\"confidence\":0.9,\"article\":\"a\",\"segments\":{\"vi\":[0],"
        "\"en\":[0,1]}}";

    try(state, LINE, sizeof LINE - 1, read_unit);
}

static void test_weights(void **state)
{
    via_weights weights = {{{0}}};
    via_buffer text = VIA_BUFFER_INIT;

    via_weights_print(&weights, &text);
    try(state, text.bytes, text.n_bytes, read_weights);
    via_buffer_clear(&text);
}

static void test_gzip(void **state)
{
    via_buffer member = VIA_BUFFER_INIT;

    assert_int_equal(via_gzip_member("Mua. Mua. Mua. Mua. Nang.", 25, &member, NULL),
                     VIA_OK);
    try(state, member.bytes, member.n_bytes, read_gzip);
    via_buffer_clear(&member);
}

static void test_locks(void **state)
{
    static const char LINES[] = "# decided\n[0]:[0]:0.9\n1\t1\nMột\tOne\n";

    try(state, LINES, sizeof LINES - 1, read_locks);
}

static void test_lexicon(void **state)
{
    static const char LINES[] = "all\t12.00\t14.00\ntarget\train\t5.00\t4.50\n"
                                "target\ttea\t2.00\t1.50\nsource\tmưa\t6.00\t5.50\n"
                                "pair\train\t3.50\t3.25\npair\ttea\t0.25\t0.00\n";

    try(state, LINES, sizeof LINES - 1, read_lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_unit),
        cmocka_unit_test_setup_teardown(test_weights, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_gzip, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_locks, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_lexicon, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
