/* vialign: sentence alignment for Vietnamese, Japanese, Thai, English and others.
 *
 * The whole public interface, in the order in which data flows: documents are
 * loaded and cut into segments, an aligner learns what it can from many pairs of
 * documents, pairs become ladders of beads, ladders become files. A batch does
 * all of this for folders of documents, on all cores.
 *
 * Text is UTF-8 throughout. Spans are half-open. Whatever can fail returns a
 * via_status and tells the reason through the last parameter, a via_error that
 * may be NULL. Out parameters are NULL or zero before anything can go wrong.
 */
#ifndef VIALIGN_H
#define VIALIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define VIA_API __attribute__((visibility("default")))

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Outcome ------------------------------------------------------------- */

typedef enum via_status {
    VIA_OK = 0,
    VIA_E_MEMORY,   /* no memory left */
    VIA_E_IO,       /* a file could not be read or written */
    VIA_E_FORMAT,   /* a file is not what it should be */
    VIA_E_ENCODING, /* text is not valid in its encoding */
    VIA_E_ARGUMENT, /* the caller asked for something that cannot be */
    VIA_E_SOME,     /* finished, but some documents failed */
    VIA_E_LANGUAGE  /* text is not in the language that it is said to be in */
} via_status;

typedef struct via_error {
    via_status status;
    char message[480]; /* one line: the place, then what was expected there */
} via_error;

/* Returns the version of the library as "MAJOR.MINOR.PATCH". */
VIA_API const char *via_version(void);

/* Returns how many workers to use when nobody says: OMP_NUM_THREADS, else all
 * cores. */
VIA_API size_t via_default_workers(void);

/* ---- Furniture ----------------------------------------------------------- */

/* Why a line is no part of an article. */
typedef enum via_furniture {
    VIA_FURNITURE_NONE,       /* it is */
    VIA_FURNITURE_NAVIGATION, /* menus and the way to the page */
    VIA_FURNITURE_LINKS,      /* lists of links */
    VIA_FURNITURE_RELATED,    /* other articles */
    VIA_FURNITURE_SHARE,      /* share bars */
    VIA_FURNITURE_COMMENTS,   /* comments and their counters */
    VIA_FURNITURE_TAGS,
    VIA_FURNITURE_AD,
    VIA_FURNITURE_LEGAL,   /* footers and copyright */
    VIA_FURNITURE_CONTROL, /* buttons, forms, dialogs */
    VIA_FURNITURE_OUTSIDE, /* far from the article, of no other kind */
    VIA_FURNITURE_HIDDEN,  /* there, and not shown */
    VIA_FURNITURE_FILE,    /* the name of a picture file */
    VIA_FURNITURE_N
} via_furniture;

/* Returns the word for a reason, "navigation"; a constant. */
VIA_API const char *via_furniture_name(via_furniture reason);

/* The names of elements and the words of lines that are furniture; read-only, shared
 * by any number of threads. */
typedef struct via_furniture_rules via_furniture_rules;

/* Loads the rules from the data file furniture.tsv; freed with via_furniture_free(). */
VIA_API via_status via_furniture_load(via_furniture_rules **out, via_error *err);
VIA_API void via_furniture_free(via_furniture_rules *rules);

/* ---- Documents ----------------------------------------------------------- */

/* The longest language code, with its final NUL. */
#define VIA_LANG_BYTES 16

/* One sentence, or one clause of a language that does not mark sentences. */
typedef struct via_segment {
    size_t begin, end;         /* bytes of the normalised text, no space at ends */
    size_t src_begin, src_end; /* code points of the file as given, BOM not counted */
    float border_score;        /* log odds that a sentence ends here; 0 where the
                                  segments are sentences */
    bool ends_block;           /* the last of its line */
    bool ends_paragraph;       /* an empty line or the end of the text follows */
} via_segment;

typedef struct via_doc via_doc;

/* What somebody has decided of a pair; see below. */
typedef struct via_locks via_locks;

/* A document and its translation, all borrowed. */
typedef struct via_pair {
    const via_doc *src, *tgt;
    const via_locks *locks; /* what must come out, or NULL */
} via_pair;

typedef struct via_doc_options {
    const char *lang;     /* BCP 47 code, such as "vi" */
    const char *name;     /* for messages and output; NULL: the path */
    bool is_segmented;    /* one segment a line, every line counts */
    bool keeps_furniture; /* all text of a page, not the article alone */
    const via_furniture_rules *furniture; /* NULL: loaded for this document alone */
    const char *encoding; /* of a file without a byte order mark, by a name that ICU
                             knows, TCVN3 or VISCII; NULL: UTF-8; not of pages */
} via_doc_options;

/* Returns whether `code` looks like a BCP 47 language code that vialign takes. */
VIA_API bool via_lang_is_valid(const char *code);

/* Loads a text file or a page, plain or gzipped. "-" is standard input.
 *
 * Text is UTF-8 with or without BOM, UTF-16 with BOM, or in an encoding that is
 * named; it is checked strictly and
 * normalised to NFC. A page is told by its name, .html or .htm, or by how it begins if
 * its name does not end in .txt. It is read in the encoding that it declares, and its
 * text is that of the article on it: a line for each heading, paragraph, item, caption
 * and cell. What a segment tells of the file as given is then told of this text.
 *
 * On success `*out` is the caller's, freed with via_doc_free(). A segmented file
 * has its segments at once; any other gets them from via_segment_doc(). On
 * failure `err` names the file and the place. A document is read by any number of
 * threads, changed by one.
 */
VIA_API via_status via_doc_load(const char *path, const via_doc_options *opt,
                                via_doc **out, via_error *err);

/* Returns whether an encoding of this name can be read; else `err` says so. */
VIA_API via_status via_encoding_check(const char *name, via_error *err);

/* Makes a document of `n_bytes` bytes of text, which are copied. Otherwise
 * as via_doc_load(). */
VIA_API via_status via_doc_parse(const char *bytes, size_t n_bytes,
                                 const via_doc_options *opt, via_doc **out,
                                 via_error *err);

VIA_API void via_doc_free(via_doc *doc);
VIA_API const char *via_doc_name(const via_doc *doc);
VIA_API const char *via_doc_lang(const via_doc *doc);
/* Returns the normalised text, NUL-terminated; borrowed from the document. */
VIA_API const char *via_doc_text(const via_doc *doc, size_t *n_bytes);
VIA_API const via_segment *via_doc_segments(const via_doc *doc, size_t *n_segs);
/* Returns how many lines are furniture for a reason. Those of pages are left out,
 * unless the options keep them. In texts only names of pictures, comment counters and
 * share bars are counted, and they stay. */
VIA_API size_t via_doc_n_furniture(const via_doc *doc, via_furniture reason);
/* Returns whether segments are clauses, which the aligner joins freely. */
VIA_API bool via_doc_is_fine(const via_doc *doc);

/* ---- Segments ------------------------------------------------------------ */

/* Cuts the text of one language. Belongs to one worker at a time. */
typedef struct via_segmenter via_segmenter;

VIA_API via_status via_segmenter_new(const char *lang, via_segmenter **out,
                                     via_error *err);
VIA_API void via_segmenter_free(via_segmenter *segmenter);

/* Cuts `doc` into segments. Does nothing to a document that has them. */
VIA_API via_status via_segment_doc(via_segmenter *segmenter, via_doc *doc,
                                   via_error *err);

/* ---- Anchors -------------------------------------------------------------- */

/* A number, date, name or term that a text mentions. */
typedef struct via_mentioned {
    size_t begin, end;   /* code points of the file as given, half-open */
    const char *kind;    /* "number" "percent" "ordinal" "date" "time" "term" "name"
                            "copy"; a constant */
    const char *value;   /* "1506140000", "2024-07-18", "region/KR"; the surface of a
                            name; a copied string folded */
    const char *surface; /* the text itself */
} via_mentioned;

/* The same thing mentioned on both sides of a pair. */
typedef struct via_matched {
    via_mentioned src, tgt;
    double score; /* how rare it is, in nats; less for names that sound less alike */
} via_matched;

/* Are told of each, in text order (of the source); strings live until they return,
 * false stops. */
typedef bool via_mentioned_fn(void *data, const via_mentioned *mentioned);
typedef bool via_matched_fn(void *data, const via_matched *matched);

/* Finds what a document mentions, line by line, nothing inside another. */
VIA_API via_status via_anchors_find(const via_doc *doc, via_mentioned_fn *fn,
                                    void *data, via_error *err);

/* Finds what both documents of a pair mention, without aligning them: the first place
 * on one side with the first on the other, and so on. Both have their segments. */
VIA_API via_status via_anchors_match(via_pair pair, via_matched_fn *fn, void *data,
                                     via_error *err);

/* ---- Locks --------------------------------------------------------------- */

/* Loads decisions on a pair of documents that have their segments, one a line:
 *
 *     [3]:[4, 5]         this very bead, or with an empty side, segments that stand
 *                        alone; what stands behind a second colon does not count
 *     12 TAB 14          these two segments stand in one bead
 *     string TAB string  so do the segments that hold these strings
 *
 * A line without a tab is a bead; one whose first two fields are digits only names
 * segments, from 0; any other line with a tab holds strings, which are looked for
 * without regard to white space. Fields behind the second do not count, nor do empty
 * lines and those without a tab that begin with #. The same may be said twice.
 *
 * On success `*out` is the caller's, freed with via_locks_free(), read-only, and good
 * for documents cut in the same way. On failure `err` names the file and the line: a
 * string that is missing or stands in several places, a segment that is not there,
 * decisions that contradict or cross each other. `pair.locks` is not used.
 */
VIA_API via_status via_locks_load(const char *path, via_pair pair, via_locks **out,
                                  via_error *err);
VIA_API void via_locks_free(via_locks *locks);

/* ---- Alignment ----------------------------------------------------------- */

/* Some neighbouring segments of the source that are translated by some of the
 * target. One side of a null bead is empty. A line may stand in the midst of others
 * that it has no part in, such as a caption: it is skipped. */
typedef struct via_bead {
    size_t src_begin, src_end; /* segment numbers */
    size_t tgt_begin, tgt_end;
    double confidence;         /* posterior probability that this bead is right */
    double score;              /* log odds against leaving both sides alone */
    size_t src_skip, tgt_skip; /* the segment inside that is no part of it; 0: none */
} via_bead;

/* The same number, name or string on both sides of a bead. Spans are code points of
 * the files as given. */
typedef struct via_anchor {
    size_t bead;      /* its number in the ladder */
    const char *kind; /* "number", "copy", …; a constant */
    size_t src_begin, src_end, tgt_begin, tgt_end;
    double score; /* how rare it is, in nats */
} via_anchor;

/* Beads in order; every segment of both sides stands in exactly one. What a bead skips
 * comes behind it, as a null bead. */
typedef struct via_ladder {
    via_bead *beads;
    size_t n_beads;
    via_anchor *anchors; /* ordered by bead, then by place in the source */
    size_t n_anchors;
} via_ladder;

typedef struct via_align_options {
    /* Rounds of learning from the pairs; 1: none; 0: 3, or 1 with a model. */
    unsigned n_passes;
    const char *weights_path; /* a weights file, or NULL for the one installed */
    const char *model_path;   /* what via_train_run() learned, or NULL */
    bool has_no_seed;         /* the lexicon that is installed is left out */
} via_align_options;

#define VIA_ALIGN_OPTIONS_INIT                                                         \
    {                                                                                  \
        0, NULL, NULL, false                                                           \
    }

/* What is known of a pair of languages: weights, lengths, how rare a number is.
 * Once it has learned, it is read-only and shared by any number of threads. */
typedef struct via_aligner via_aligner;

VIA_API via_status via_aligner_new(const char *src_lang, const char *tgt_lang,
                                   const via_align_options *opt, via_aligner **out,
                                   via_error *err);
VIA_API void via_aligner_free(via_aligner *aligner);

/* Learns from the pairs that will be aligned, or from a fair sample of them:
 * lengths, marks, words, how rare a number is. Must be called once before via_align().
 * With a model and one pass nothing is learned, and `pairs` are not looked at.
 * The outcome does not depend on `n_workers`. */
VIA_API via_status via_aligner_learn(via_aligner *aligner, const via_pair *pairs,
                                     size_t n_pairs, size_t n_workers, via_error *err);

/* Aligns one pair of documents. Beads that are locked have the confidence 1. `*out` is
 * the caller's, freed with via_ladder_free(). */
VIA_API via_status via_align(const via_aligner *aligner, via_pair pair,
                             via_ladder **out, via_error *err);
VIA_API void via_ladder_free(via_ladder *ladder);

/* ---- Translation memories ------------------------------------------------ */

typedef enum via_format {
    VIA_FORMAT_TMX,
    VIA_FORMAT_TSV,
    VIA_FORMAT_BEADS,
    VIA_FORMAT_LADDER,
    VIA_FORMAT_SPANS,
    VIA_FORMAT_JSONL,
    VIA_FORMAT_MOSES
} via_format;

typedef struct via_tm_options {
    via_format format;
    bool is_gzipped;
    double min_confidence; /* beads below are left out of tmx tsv jsonl moses spans */
    const char *tmx_langs; /* "vi=vi-VN,ja=ja-JP", or NULL */
} via_tm_options;

#define VIA_TM_OPTIONS_INIT                                                            \
    {                                                                                  \
        VIA_FORMAT_TSV, false, 0.0, NULL                                               \
    }

/* Finds the format that `name` ("tmx", "tsv.gz") or the ending of a path names.
 * Sets `format` and `is_gzipped`; returns false where there is none. */
VIA_API bool via_format_find(const char *name, via_tm_options *opt);

/* Returns how many beads belong in a memory: with text on both sides, at least so
 * likely to be right, and not furniture on both, such as two counters of comments.
 * Beads, ladder and spans tell of furniture as well. */
VIA_API size_t via_tm_count_units(via_pair pair, const via_ladder *ladder,
                                  double min_confidence);

/* Writes one aligned pair to `path`, whole or not at all; "-" is standard output.
 * For moses, `path` is a stem: `path.SRC` and `path.TGT` are written. */
VIA_API via_status via_tm_write(const char *path, const via_tm_options *opt,
                                via_pair pair, const via_ladder *ladder,
                                via_error *err);

/* ---- Batch --------------------------------------------------------------- */

/* Which fields of a JSON line say what: names between commas, of which the first that
 * is there and not null counts. A name with dots is a way into objects. */
typedef struct via_field_names {
    const char *text, *html, *lang, *url, *id, *title, *date, *group;
} via_field_names;

#define VIA_FIELD_NAMES_INIT                                                           \
    {                                                                                  \
        "text,p", "html", "lang,l,language,document_lang", "url,u,source", "id",       \
            "title", "date,ts", "group"                                                \
    }

/* How what the user hands us is read. */
typedef struct via_input_options {
    via_field_names fields;
    const char *encoding; /* of text files, as in via_doc_options */
    bool is_lang_trusted; /* a text is in the language that it is said to be in */
} via_input_options;

#define VIA_INPUT_OPTIONS_INIT                                                         \
    {                                                                                  \
        VIA_FIELD_NAMES_INIT, NULL, false                                              \
    }

typedef struct via_batch_options {
    const char *const *inputs; /* folders, JSONL or manifests */
    size_t n_inputs;
    const char *out_dir;
    const char *lang_pairs; /* "vi-ja,en-ja", or NULL for the default */
    const char *match;      /* "name", "content" or "both"; NULL: by name */
    const char *formats;    /* "tmx,tsv" */
    const char *stats_path; /* or NULL for DIR/stats.json */
    const char
        *locks_dir;    /* locks of a pair are in ID.vi-ja.beads, if there; or NULL */
    via_tm_options tm; /* format and is_gzipped are not used */
    via_align_options align;
    size_t n_workers; /* 0: as many as via_default_workers() says */
    bool is_segmented;
    bool is_per_document;
    bool is_resumed;          /* keep per-document files that are there */
    unsigned shard, n_shards; /* shard in 1..n_shards; 0 of 0: all */
    /* Told of work done, on the calling thread; may be NULL. */
    void (*on_progress)(void *data, size_t n_done, size_t n_all);
    /* Told, in a fixed order, of each document that failed; may be NULL. */
    void (*on_failure)(void *data, const via_error *err);
    void *data;
    via_input_options input;
    bool keeps_furniture; /* all text of pages, not the article alone */
    bool is_multi;        /* also one memory of all languages, DIR/multi.FORMAT */
    /* The JSONL of an earlier one, whose units stand, and are added to; or NULL. */
    const char *add_to;
} via_batch_options;

#define VIA_BATCH_OPTIONS_INIT                                                         \
    {                                                                                  \
        NULL, 0, NULL, NULL, NULL, "tmx", NULL, NULL, VIA_TM_OPTIONS_INIT,             \
            VIA_ALIGN_OPTIONS_INIT, 0, false, false, false, 0, 0, NULL, NULL, NULL,    \
            VIA_INPUT_OPTIONS_INIT, false, false, NULL                                 \
    }

typedef struct via_batch_totals {
    size_t n_docs, n_failed_docs, n_pairs, n_segs, n_beads, n_units;
    size_t n_furniture[VIA_FURNITURE_N]; /* lines, by reason */
    double wall_s;
} via_batch_totals;

/* Does the main job: finds documents and their partners, cuts, aligns and writes
 * memories. Output appears whole or not at all. Returns VIA_E_SOME if it finished
 * but some documents failed. */
VIA_API via_status via_batch_run(const via_batch_options *opt, via_batch_totals *totals,
                                 via_error *err);

/* ---- Training ------------------------------------------------------------ */

typedef struct via_train_options {
    const char *const *inputs; /* as of a batch, with the languages below */
    size_t n_inputs;
    const char *src_lang, *tgt_lang;
    const char *out_path; /* gzipped if it ends in .gz */
    via_align_options align;
    bool is_segmented;
    bool is_aligned;      /* line by line: each line is translated by its like */
    bool is_lexicon;      /* only the lexicon is written, as of an installed seed */
    size_t n_entries_max; /* of the lexicon: the pairs of words that tell most */
    size_t n_workers;     /* 0: as many as via_default_workers() says */
    via_input_options input;
} via_train_options;

#define VIA_TRAIN_OPTIONS_INIT                                                         \
    {                                                                                  \
        NULL, 0, NULL, NULL, NULL, VIA_ALIGN_OPTIONS_INIT, false, false, false,        \
            200000, 0, VIA_INPUT_OPTIONS_INIT                                          \
    }

typedef struct via_train_totals {
    size_t n_pairs; /* of documents that it learned from */
} via_train_totals;

/* Learns a model of a pair of languages: lengths, marks, how rare numbers and names
 * are, and a lexicon, on top of the seed and the model in `align`. All documents are
 * in memory at once. A document that cannot be read is a failure. */
VIA_API via_status via_train_run(const via_train_options *opt, via_train_totals *totals,
                                 via_error *err);

typedef struct via_fit_options {
    /* Folders of texts with answers beside them: ID.vi-ja.gold, with one segment a
     * line in the texts, or ID.vi-ja.spans.tsv. Each is a batch of its own. */
    const char *const *inputs;
    size_t n_inputs;
    const char *lang_pairs; /* only these, or NULL for all that have answers */
    const char *out_path;
    via_align_options align; /* its weights are where the fit starts */
    unsigned fold, n_folds;  /* documents whose hash falls to this fold, from 1, are
                                left out; 0 of 0: none */
    double freedom;          /* how far a weight may move: a standard deviation */
    unsigned n_rounds_max;
    size_t n_workers; /* 0: as many as via_default_workers() says */
    via_input_options input;
} via_fit_options;

#define VIA_FIT_OPTIONS_INIT                                                           \
    {                                                                                  \
        NULL, 0, NULL, NULL, VIA_ALIGN_OPTIONS_INIT, 0, 0, 1.0, 200, 0,                \
            VIA_INPUT_OPTIONS_INIT                                                     \
    }

typedef struct via_fit_totals {
    size_t n_lessons;               /* pairs of documents with an answer */
    double loss_before, loss_after; /* nats: how unlikely the answers are */
    unsigned n_rounds;
} via_fit_totals;

/* Fits the weights of the evidence so that known answers are likeliest, and writes
 * them as the `weights_path` of via_align_options. */
VIA_API via_status via_fit_run(const via_fit_options *opt, via_fit_totals *totals,
                               via_error *err);

/* ---- Matching ------------------------------------------------------------ */

typedef struct via_match_options {
    const char *const *inputs; /* folders, documents or manifests */
    size_t n_inputs;
    const char *lang_pairs; /* "vi-ja,en-ja", or NULL for the default */
    const char *out_path;   /* the table; NULL or "-": standard output */
    double min_confidence;  /* less likely pairs are left out */
    bool are_many;          /* a document may have any number of partners */
    size_t n_workers;       /* 0: as many as via_default_workers() says */
    /* Told of documents read, on the calling thread; may be NULL. */
    void (*on_progress)(void *data, size_t n_done, size_t n_all);
    /* Told, in a fixed order, of each document that failed; may be NULL. */
    void (*on_failure)(void *data, const via_error *err);
    void *data;
    via_input_options input;
    bool is_segmented;
    bool keeps_furniture; /* all text of pages, not the article alone */
} via_match_options;

#define VIA_MATCH_OPTIONS_INIT                                                         \
    {                                                                                  \
        NULL, 0, NULL, NULL, 0.5, false, 0, NULL, NULL, NULL, VIA_INPUT_OPTIONS_INIT,  \
            false, false                                                               \
    }

typedef struct via_match_totals {
    size_t n_docs, n_failed_docs, n_pairs;
} via_match_totals;

/* Finds which documents are translations of each other, by what stands in them, and
 * writes a line for each pair: source and target as given, the languages, and the
 * probability that it is one, between tabs. A document has one partner in a language at
 * most, unless `are_many`. Returns VIA_E_SOME if it finished but some documents
 * failed. */
VIA_API via_status via_match_run(const via_match_options *opt, via_match_totals *totals,
                                 via_error *err);

/* ---- Evaluation ---------------------------------------------------------- */

typedef enum via_track { VIA_TRACK_SENT, VIA_TRACK_RAW } via_track;

typedef struct via_eval_options {
    const char *gold_dir, *hyp_dir;
    via_track track;
    const char *lang_pair; /* only this one, or NULL */
} via_eval_options;

typedef struct via_prf {
    double precision, recall, f1;
} via_prf;

/* Bins of confidence, and shares of the beads that are looked at. */
#define VIA_EVAL_BINS      10
#define VIA_EVAL_COVERAGES 7

/* The most confident share of the beads. Of beads that are equally confident none
 * comes first: where only some are wanted, each counts as that part of a bead. */
typedef struct via_eval_coverage {
    double share; /* 0.5 0.7 0.8 0.85 0.9 0.95 1 */
    double precision;
    double min_confidence; /* of the least confident of them */
} via_eval_coverage;

/* Figures of one pair of languages, micro-averaged over documents. The raw track
 * uses `bead`, `bead_lax`, `cut` and `chars`; the sent track the others. */
typedef struct via_eval_figures {
    char lang_pair[2 * VIA_LANG_BYTES];
    size_t n_docs;
    via_prf strict, lax;                   /* null beads left out */
    via_prf vecalign_strict, vecalign_lax; /* as in vecalign's own scorer */
    via_prf bead, bead_lax, cut, chars;
    size_t n_units;
    double mean_unit_cps;
    /* Of non-null beads that carry a confidence. A bead is right as it is for
     * `strict`, or for `bead`. */
    size_t n_rated;
    double calibration_error;        /* expected, over the bins */
    size_t bin_beads[VIA_EVAL_BINS]; /* by confidence, from 0.0-0.1 up */
    double bin_confidence[VIA_EVAL_BINS], bin_precision[VIA_EVAL_BINS];
    via_eval_coverage coverages[VIA_EVAL_COVERAGES];
} via_eval_figures;

/* Scores a folder of answers against a folder of gold. `*out` is an array of
 * `*n_out` figures, ordered by pair, freed with free(). */
VIA_API via_status via_eval_run(const via_eval_options *opt, via_eval_figures **out,
                                size_t *n_out, via_error *err);

#ifdef __cplusplus
}
#endif

#endif
