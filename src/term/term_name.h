/* Term name: one way to write a term, and what must stand around it. */
#ifndef VIA_TERM_TERM_NAME_H
#define VIA_TERM_TERM_NAME_H

#include "base/arena.h"
#include "vialign.h"

/* What a name demands, as bits. */
enum via_term_guard {
    VIA_TERM_CAPITALS = 1 << 0,      /* its capitals must be capitals */
    VIA_TERM_EXACT = 1 << 1,         /* and its small letters small: "=" */
    VIA_TERM_NOT_FIRST = 1 << 2,     /* not where a sentence begins: "~" */
    VIA_TERM_AFTER_SMALL = 1 << 3,   /* no capitalised word right before, unless it
                                        begins a sentence: "<" */
    VIA_TERM_NEVER_AFTER = 1 << 4,   /* not even then: "<<" */
    VIA_TERM_BEFORE_SMALL = 1 << 5,  /* no capitalised word right behind: ">" */
    VIA_TERM_BEFORE_IS_NOT = 1 << 6, /* `before` must not stand there: "{!" */
    VIA_TERM_AFTER_IS_NOT = 1 << 7,
    VIA_TERM_OWN = 1 << 8 /* from our tables, not from CLDR */
};

/* Strings live in the arena that the name was made in. */
typedef struct via_term_name {
    const char *id;   /* "region/KR"; "-" for what is no term but looks like one */
    const char *text; /* in NFC, with its capitals */
    const char *before, *after; /* contexts between slashes, or NULL */
    unsigned guards;            /* bits of enum via_term_guard */
} via_term_name;

/* Is told of each name; false if there is no memory. */
typedef bool via_term_name_fn(void *data, const via_term_name *name);

/* Reads one alternative of a table, such as "{nước /của }<Anh" or "U(.)S(.)", and
 * tells the names that it stands for. An alternative is, in this order:
 *
 *   {a/b}        one of these stands right before; {!a/b} none of them; # in a
 *                context is a digit
 *   =  ~  <  >   guards, see above; they may also stand before the context
 *   _            the first letter may be small
 *   the name     with groups: (a/b) is one of these or nothing, [a/b] one of these;
 *                if `fill` is not NULL, it takes the place of "*"
 *   {a/b} {!a/b} the same right behind
 *
 * Returns VIA_E_FORMAT, without a message, if it is not like this. */
via_status via_term_name_read(const char *alternative, const char *id, const char *fill,
                              via_arena *arena, via_term_name_fn *fn, void *data);

#endif
