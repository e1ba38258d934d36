/* Value rules: the shapes of numbers, dates and times in a language, as data.
 *
 * A rule is a line such as "ngày {day} tháng {month}[ năm {year}]": words as they are,
 * slots and classes of words in braces, what may be missing in brackets, a choice of
 * slots with a bar, and angle brackets around the value where words beside it are read
 * but do not belong to it. Two pairs of angle brackets are two values; reading goes on
 * behind the rule, or at a "^" in it. A rule may begin with "{<class}", a word that
 * must stand before: it is looked for last, where words that are common everywhere
 * would be costly to begin with. All rules of a language stand in one tree, so that
 * what begins alike is read once. */
#ifndef VIA_VALUE_VALUE_RULES_H
#define VIA_VALUE_VALUE_RULES_H

#include "base/intern.h"
#include "base/edges.h"
#include "value/lexis.h"
#include "mention/mention.h"
#include "io/table.h"

/* What a slot of a rule reads; the names are in value_rules.c. */
enum via_slot {
    VIA_SLOT_NUMBER,         /* any number that may stand alone */
    VIA_SLOT_WORDS,          /* a number in words, also one that may not */
    VIA_SLOT_INTEGER,        /* without decimals; figures without a scale */
    VIA_SLOT_DAY,            /* 1 to 31, in one or two figures or in words */
    VIA_SLOT_FIGURE_DAY,     /* in figures only */
    VIA_SLOT_MONTH,          /* 1 to 12 */
    VIA_SLOT_FIGURE_MONTH,   /* in figures only */
    VIA_SLOT_YEAR,           /* 1000 to 2399, in four figures or in words */
    VIA_SLOT_RECENT,         /* 1900 to 2100, in four figures */
    VIA_SLOT_PAST,           /* 1600 to 1899, in four figures */
    VIA_SLOT_BUDDHIST,       /* 2400 to 2699: 543 years ahead */
    VIA_SLOT_SHORT_YEAR,     /* two figures */
    VIA_SLOT_SHORT_BUDDHIST, /* of 2540 to 2599 */
    VIA_SLOT_HOUR,           /* 0 to 24 */
    VIA_SLOT_MINUTE,         /* 00 to 59 in two figures */
    VIA_SLOT_MINUTES,        /* 0 to 59 */
    VIA_SLOT_SECOND,         /* 00 to 59 in two figures */
    VIA_SLOT_ROMAN,
    VIA_SLOT_N
};

/* What a rule is made of; a word has its class as argument. */
enum via_element {
    VIA_ELEMENT_SPACE = VIA_SLOT_N,
    VIA_ELEMENT_OPEN,
    VIA_ELEMENT_CLOSE,
    VIA_ELEMENT_RESUME,
    VIA_ELEMENT_WORD,
    VIA_ELEMENT_N
};

/* What a rule is made of at most, brackets and spaces too; and its values. */
#define VIA_RULE_ELEMENTS_MAX 32
#define VIA_RULE_VALUES_MAX   2

/* Reads to nothing: words that only look like a value. */
#define VIA_RULE_TRAP VIA_MENTION_N_KINDS

typedef struct via_value_rule {
    int kind;   /* enum via_mention_kind or VIA_RULE_TRAP */
    int factor; /* of a number: 3割 is 30 % */
    int daypart;
    int behind;        /* class of the word that stands before, or 0 */
    char constant[16]; /* the value, whatever the words are; or empty */
    uint32_t next;     /* rule of the same shape + 1, or 0 */
} via_value_rule;

typedef struct via_value_rules {
    via_edges edges;    /* labels are made of an element and its argument */
    uint32_t *rule_of;  /* by node: the first rule + 1, or 0 */
    uint32_t *elements; /* by node: bits of the elements that may follow */
    size_t node_capacity;
    via_value_rule *rules;
    size_t n_rules, rule_capacity;
} via_value_rules;

/* Returns false if there is no memory. */
bool via_value_rules_init(via_value_rules *rules);
void via_value_rules_clear(via_value_rules *rules);

/* Whether rows of the name are rules: number, percent, ordinal, date, time, trap. */
bool via_value_rules_is_kind(const char *name);

/* Whether a rule has words of the class; cost is linear in their number. */
bool via_value_rules_has(const via_value_rules *rules, int class_id);

/* Whether a rule begins with a word of the class. */
bool via_value_rules_begin(const via_value_rules *rules, int class_id);

/* What a row of a table is read with: classes of words by name, words as they are with
 * "=" before them; new words are added. */
typedef struct via_rule_reader {
    via_value_rules *rules;
    via_value_words *words;
    via_intern *classes;
    const char *path;
} via_rule_reader;

/* Adds the rule of a row. Of one shape behind one word the first counts. */
via_status via_value_rules_add(via_rule_reader *reader, const via_row *row,
                               via_error *err);

static inline int32_t via_rule_label(enum via_element element, int argument)
{
    return (int32_t)((unsigned)argument << 8 | (unsigned)element) + 1;
}

#endif
