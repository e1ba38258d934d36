/* Value rules: the shapes of numbers, dates and times in a language, as data. */
#include "value/value_rules.h"

#include "base/status.h"
#include "value/daytime.h"

#include <stdlib.h>
#include <string.h>

#define WORD_BYTES_MAX 64

static const char *const slot_names[VIA_SLOT_N] = {
    "number",         "words", "integer", "day",     "figure-day", "month",
    "figure-month",   "year",  "recent",  "past",    "buddhist",   "short-year",
    "short-buddhist", "hour",  "minute",  "minutes", "second",     "roman"};

struct element {
    enum via_element element;
    int argument;
};

/* A rule as it is read, with choices made so far. */
struct reading {
    via_rule_reader *reader;
    const via_row *row;
    struct element elements[VIA_RULE_ELEMENTS_MAX];
    size_t n_elements;
    via_error *err;
};

static int find_name(const char *const *names, size_t n_names, const char *name,
                     size_t n_bytes)
{
    for (size_t i = 0; i < n_names; i++) {
        if (strlen(names[i]) == n_bytes && memcmp(names[i], name, n_bytes) == 0)
            return (int)i;
    }
    return -1;
}

static int kind_of(const char *name)
{
    for (int kind = VIA_MENTION_NUMBER; kind <= VIA_MENTION_TIME; kind++) {
        if (strcmp(via_mention_kind_name(kind), name) == 0)
            return kind;
    }
    return strcmp(name, "trap") == 0 ? VIA_RULE_TRAP : -1;
}

bool via_value_rules_is_kind(const char *name)
{
    return kind_of(name) >= 0;
}

/* ---- The tree ------------------------------------------------------------ */

bool via_value_rules_init(via_value_rules *rules)
{
    *rules = (via_value_rules){.node_capacity = 256};
    rules->rule_of = calloc(rules->node_capacity, sizeof *rules->rule_of);
    rules->elements = calloc(rules->node_capacity, sizeof *rules->elements);
    return rules->rule_of && rules->elements && via_edges_init(&rules->edges);
}

void via_value_rules_clear(via_value_rules *rules)
{
    via_edges_clear(&rules->edges);
    free(rules->rule_of);
    free(rules->elements);
    free(rules->rules);
}

bool via_value_rules_has(const via_value_rules *rules, int class_id)
{
    int32_t word = via_rule_label(VIA_ELEMENT_WORD, class_id);

    for (size_t i = 0; i < rules->n_rules; i++) {
        if (rules->rules[i].behind == class_id)
            return true;
    }
    for (size_t i = 0; i < rules->edges.n_places; i++) {
        if (rules->edges.places[i].label == word)
            return true;
    }
    return false;
}

bool via_value_rules_begin(const via_value_rules *rules, int class_id)
{
    const via_edges *edges = &rules->edges;
    int32_t word = via_rule_label(VIA_ELEMENT_WORD, class_id);
    uint32_t open = via_edges_find(edges, 0, via_rule_label(VIA_ELEMENT_OPEN, 0));

    if (via_edges_find(edges, 0, word) != VIA_EDGE_NONE)
        return true;
    return open != VIA_EDGE_NONE && via_edges_find(edges, open, word) != VIA_EDGE_NONE;
}

static bool double_nodes(uint32_t **array, size_t capacity)
{
    uint32_t *grown = realloc(*array, capacity * 2 * sizeof *grown);

    if (!grown)
        return false;
    memset(grown + capacity, 0, capacity * sizeof *grown);
    *array = grown;
    return true;
}

static uint32_t grow(via_value_rules *rules, uint32_t node, struct element element)
{
    if (rules->edges.n_nodes == rules->node_capacity) {
        if (!double_nodes(&rules->rule_of, rules->node_capacity) ||
            !double_nodes(&rules->elements, rules->node_capacity))
            return VIA_EDGE_NONE;
        rules->node_capacity *= 2;
    }
    rules->elements[node] |= UINT32_C(1) << element.element;
    return via_edges_grow(&rules->edges, node,
                          via_rule_label(element.element, element.argument));
}

static via_status fail(struct reading *reading, const char *what)
{
    return via_fail(reading->err, VIA_E_FORMAT, "%s:%zu: %s", reading->reader->path,
                    reading->row->line, what);
}

/* Whether angle brackets stand in one pair or two, or there are none. */
static bool has_pairs(const struct reading *reading)
{
    size_t n_brackets = 0;

    for (size_t i = 0; i < reading->n_elements; i++) {
        enum via_element element = reading->elements[i].element;

        if (element != VIA_ELEMENT_OPEN && element != VIA_ELEMENT_CLOSE)
            continue;
        if ((element == VIA_ELEMENT_OPEN) != (n_brackets % 2 == 0))
            return false;
        n_brackets++;
    }
    return n_brackets % 2 == 0 && n_brackets <= 2 * VIA_RULE_VALUES_MAX;
}

/* Adds a rule to those of its shape, if none of them stands behind the same word. */
static void add_to_chain(via_value_rules *rules, uint32_t *chain, uint32_t number)
{
    while (*chain) {
        via_value_rule *rule = &rules->rules[*chain - 1];

        if (rule->behind == rules->rules[number - 1].behind)
            return;
        chain = &rule->next;
    }
    *chain = number;
}

/* Hangs the rule of the row into the tree. */
static via_status hang(struct reading *reading)
{
    via_value_rules *rules = reading->reader->rules;
    uint32_t node = 0;

    if (!has_pairs(reading))
        return fail(reading, "expected \"<\" and \">\" in pairs, two at most");
    for (size_t i = 0; i < reading->n_elements; i++) {
        node = grow(rules, node, reading->elements[i]);
        if (node == VIA_EDGE_NONE)
            return via_fail_memory(reading->err);
    }
    add_to_chain(rules, &rules->rule_of[node], (uint32_t)rules->n_rules);
    return VIA_OK;
}

/* ---- Reading ------------------------------------------------------------- */

static via_status push(struct reading *reading, enum via_element element, int argument)
{
    if (reading->n_elements == VIA_RULE_ELEMENTS_MAX)
        return fail(reading, "expected a shorter rule");
    reading->elements[reading->n_elements++] = (struct element){element, argument};
    return VIA_OK;
}

static via_status push_word(struct reading *reading, const char *text, size_t n_bytes)
{
    via_rule_reader *reader = reading->reader;
    size_t n_classes = via_intern_count(reader->classes);
    char name[WORD_BYTES_MAX + 2] = "=";

    if (n_bytes > WORD_BYTES_MAX)
        return fail(reading, "expected shorter words");
    memcpy(name + 1, text, n_bytes);
    name[n_bytes + 1] = '\0';
    uint32_t id = via_intern_add(reader->classes, name, n_bytes + 1);
    if (id == VIA_INTERN_NONE || id > UINT16_MAX)
        return via_fail_memory(reading->err);

    via_word word = {(uint16_t)id, VIA_WORD_PLAIN, 0, 0};
    if (id == n_classes && !via_value_words_add(reader->words, name + 1, &word))
        return via_fail_memory(reading->err);
    return push(reading, VIA_ELEMENT_WORD, (int)id);
}

static via_status push_name(struct reading *reading, const char *name, size_t n_bytes)
{
    int slot = find_name(slot_names, VIA_SLOT_N, name, n_bytes);

    if (slot >= 0)
        return push(reading, (enum via_element)slot, 0);
    uint32_t id = via_intern_find(reading->reader->classes, name, n_bytes);
    if (id == VIA_INTERN_NONE)
        return fail(reading, "expected the name of a slot or of a class of words");
    return push(reading, VIA_ELEMENT_WORD, (int)id);
}

static via_status read_on(struct reading *reading, const char *rest);

/* {<class}: what must stand before the rule. */
static via_status read_behind(struct reading *reading, const char *name)
{
    via_value_rules *rules = reading->reader->rules;
    size_t n_bytes = strcspn(name, "}");
    uint32_t id = via_intern_find(reading->reader->classes, name, n_bytes);

    if (!name[n_bytes] || id == VIA_INTERN_NONE || reading->n_elements > 0)
        return fail(reading, "expected {<class} at the beginning of the rule");
    rules->rules[rules->n_rules - 1].behind = (int)id;
    name += n_bytes + 1;
    return read_on(reading, name + strspn(name, " "));
}

/* {one|another}: reads on with each choice. */
static via_status read_choice(struct reading *reading, const char *rest)
{
    size_t n_bytes = strcspn(rest, "}");
    size_t n_elements = reading->n_elements;
    via_status st = VIA_OK;

    if (!rest[n_bytes])
        return fail(reading, "expected \"}\"");
    if (rest[0] == '<')
        return read_behind(reading, rest + 1);
    for (size_t at = 0; st == VIA_OK && at <= n_bytes;) {
        size_t n_name = strcspn(rest + at, "|}");

        reading->n_elements = n_elements;
        st = push_name(reading, rest + at, n_name);
        if (st == VIA_OK)
            st = read_on(reading, rest + n_bytes + 1);
        at += n_name + 1;
    }
    return st;
}

/* The bracket that closes the option whose inside begins at `rest`, or NULL. */
static const char *find_close(const char *rest)
{
    int depth = 1;

    for (; *rest; rest++) {
        depth += (*rest == '[') - (*rest == ']');
        if (!depth)
            return rest;
    }
    return NULL;
}

/* [what may be missing]: reads on with it and without. */
static via_status read_option(struct reading *reading, const char *rest)
{
    const char *close = find_close(rest);
    size_t n_elements = reading->n_elements;

    if (!close)
        return fail(reading, "expected \"]\"");
    via_status st = read_on(reading, rest);
    reading->n_elements = n_elements;
    return st == VIA_OK ? read_on(reading, close + 1) : st;
}

static via_status read_element(struct reading *reading, const char **rest)
{
    size_t n_bytes = strcspn(*rest, " {[]<>^");

    if (n_bytes) {
        via_status st = push_word(reading, *rest, n_bytes);
        *rest += n_bytes;
        return st;
    }
    switch (*(*rest)++) {
    case ' ':
        return push(reading, VIA_ELEMENT_SPACE, 0);
    case '<':
        return push(reading, VIA_ELEMENT_OPEN, 0);
    case '>':
        return push(reading, VIA_ELEMENT_CLOSE, 0);
    case '^':
        return push(reading, VIA_ELEMENT_RESUME, 0);
    default: /* the end of an option that is taken */
        return VIA_OK;
    }
}

static via_status read_on(struct reading *reading, const char *rest)
{
    while (*rest) {
        if (*rest == '{')
            return read_choice(reading, rest + 1);
        if (*rest == '[')
            return read_option(reading, rest + 1);
        via_status st = read_element(reading, &rest);
        if (st != VIA_OK)
            return st;
    }
    return hang(reading);
}

/* The third field: "=value", a factor, or a part of the day. */
static bool read_parameter(const char *text, via_value_rule *rule)
{
    char *end;

    if (text[0] == '=' && strlen(text) < sizeof rule->constant) {
        strcpy(rule->constant, text + 1);
        return true;
    }
    if (via_daypart_of(text) >= 0) {
        rule->daypart = via_daypart_of(text);
        return true;
    }
    rule->factor = (int)strtol(text, &end, 10);
    return *text && !*end && rule->factor != 0;
}

static bool reserve_rule(via_value_rules *rules)
{
    if (rules->n_rules < rules->rule_capacity)
        return true;

    size_t capacity = rules->rule_capacity ? rules->rule_capacity * 2 : 64;
    via_value_rule *grown = realloc(rules->rules, capacity * sizeof *grown);
    if (!grown)
        return false;
    rules->rules = grown;
    rules->rule_capacity = capacity;
    return true;
}

via_status via_value_rules_add(via_rule_reader *reader, const via_row *row,
                               via_error *err)
{
    struct reading reading = {.reader = reader, .row = row, .err = err};
    via_value_rule rule = {.kind = kind_of(row->fields[0]), .factor = 1};

    if (row->n_fields > 2 && !read_parameter(row->fields[2], &rule))
        return fail(&reading, "expected =VALUE, a factor or a part of the day");
    if (!reserve_rule(reader->rules))
        return via_fail_memory(err);
    reader->rules->rules[reader->rules->n_rules++] = rule;
    return read_on(&reading, row->fields[1]);
}
