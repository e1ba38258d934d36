/* Loading: a document from where it stands. */
#include "corpus/corpus.h"

#include "base/status.h"
#include "io/base64.h"
#include "io/reader.h"
#include "markup/json_read.h"
#include "page/page.h"
#include "page/plain.h"
#include "text/doc.h"

#include <string.h>

/* No article is so long; what is, is none, or a trap. Chosen, not tuned. */
#define TEXT_MAX_BYTES ((size_t)64 << 20)

static via_status parse_text(const via_buffer *bytes, const via_doc_options *opt,
                             via_doc **out, via_error *err)
{
    via_status st = via_doc_parse(bytes->bytes, bytes->n_bytes, opt, out, err);

    if (st == VIA_OK)
        st = via_plain_mark(*out, opt->furniture, opt->keeps_furniture, err);
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
    via_status st = via_read_file_upto(path, TEXT_MAX_BYTES, &bytes, err);

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

/* Takes the text or the page out of the line of JSON. That it is there was seen before.
 */
static via_status take_json(const char *names, const char *place,
                            const via_buffer *line, via_buffer *text, via_error *err)
{
    via_json_object *object;
    via_error why;
    via_status st = via_json_read(line->bytes, line->n_bytes, &object, &why);

    if (st != VIA_OK)
        return via_fail(err, st, "%s: %s", place, why.message);
    if (!via_json_append_field(object, names, VIA_JSON_ALL, text))
        st = via_fail(err, VIA_E_FORMAT, "%s: expected the text that was there before",
                      place);
    via_json_object_free(object);
    return st == VIA_OK && text->has_failed ? via_fail_memory(err) : st;
}

static via_status take_text(const via_corpus *corpus, const via_source *source,
                            const char *place, via_buffer *text, via_error *err)
{
    const via_field_names *fields = &corpus->input->fields;
    via_buffer line = VIA_BUFFER_INIT;
    via_status st = source->is_spooled ? via_spool_read(corpus->spool, source->begin,
                                                        source->n_bytes, &line, err)
                                       : via_read_stretch(source->path, source->begin,
                                                          source->n_bytes, &line, err);

    if (st == VIA_OK && source->kind == VIA_SOURCE_JSON)
        st = take_json(source->is_page ? fields->html : fields->text, place, &line,
                       text, err);
    else if (st == VIA_OK && !via_base64_decode(line.bytes, line.n_bytes, text))
        st = text->has_failed
                 ? via_fail_memory(err)
                 : via_fail(err, VIA_E_FORMAT, "%s: expected base64", place);
    via_buffer_clear(&line);
    return st;
}

/* Gives the document the name by which we write of it. */
static via_status set_name(via_doc *doc, const via_source *source, via_buffer *name,
                           via_error *err)
{
    name->n_bytes = 0;
    via_source_name(source, name);
    if (via_buffer_text(name))
        doc->name = via_arena_copy(doc->arena, name->bytes, name->n_bytes);
    return name->has_failed || !doc->name ? via_fail_memory(err) : VIA_OK;
}

static via_status check_lang(const via_corpus *corpus, const char *place,
                             const via_doc *doc, via_error *err)
{
    char lang[VIA_LANG_BYTES];

    if (corpus->input->is_lang_trusted ||
        !via_language_differs(corpus->languages, doc->text, doc->n_bytes, doc->lang,
                              lang))
        return VIA_OK;
    return via_fail(err, VIA_E_LANGUAGE, "%s: expected text in %s, but it is in %s",
                    place, doc->lang, lang);
}

static via_status load_line(const via_corpus *corpus, const via_source *source,
                            const via_doc_options *opt, via_doc **out, via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_doc_options utf8 = *opt;
    via_status st = take_text(corpus, source, opt->name, &text, err);

    utf8.encoding = NULL;
    if (st == VIA_OK && source->is_page)
        st = via_page_parse(text.bytes, text.n_bytes, &utf8, out, err);
    else if (st == VIA_OK)
        st = parse_text(&text, &utf8, out, err);
    via_buffer_clear(&text);
    return st;
}

via_status via_corpus_load(const via_corpus *corpus, const via_source *source,
                           const via_doc_options *opt, via_doc **out, via_error *err)
{
    via_buffer name = VIA_BUFFER_INIT;
    via_doc_options named = *opt;
    via_status st;

    *out = NULL;
    via_source_place(source, &name);
    named.name = via_buffer_text(&name);
    if (!named.name)
        st = via_fail_memory(err);
    else if (source->kind == VIA_SOURCE_FILE)
        st = via_doc_load(source->path, &named, out, err);
    else
        st = load_line(corpus, source, &named, out, err);
    if (st == VIA_OK)
        st = check_lang(corpus, named.name, *out, err);
    if (st == VIA_OK && source->line)
        st = set_name(*out, source, &name, err);
    if (st != VIA_OK) {
        via_doc_free(*out);
        *out = NULL;
    }
    via_buffer_clear(&name);
    return st;
}
