# Makes texts and gold from one file of units, in bytes (run it under LC_ALL=C):
#
#     awk -f articles.awk -v name=NAME -v out=DIR NAME.units
#
#     DIR/news/LANG/NAME.txt       running text: a block is a line, then an empty line
#     DIR/sent/NAME.LANG           a sentence a line
#     DIR/sent/NAME.A-B.gold       beads, "[0]:[0, 1]"
#     DIR/raw/NAME.LANG.txt        the running text again
#     DIR/raw/NAME.A-B.spans.tsv   beads as spans of code points, null beads left out
#
# Units stand between empty lines; "#" starts a comment. "@ KIND" as the first line of
# a unit starts a block; "LANG TAB sentence" lines follow, in any number; "A-B TAB
# [0]:[0,1] [1]:[2]" lines part the unit further for one pair. Folders must be there.
function die(message)
{
    print FILENAME ":" FNR ": " message >"/dev/stderr"
    has_failed = 1
    exit 1
}

# The length in code points: bytes that continue one do not count.
function n_cps(text)
{
    gsub(/[\200-\277]/, "", text)
    return length(text)
}

function add_sentence(lang, text)
{
    if (!(lang in is_lang))
        die("expected one of vi ja th en, not \"" lang "\"")
    if (text == "" || text ~ /^ | $|\t/)
        die("expected a sentence without tabs and without spaces at its ends")
    if (starts_block[lang]) {
        if (n_sents[lang])
            body[lang] = body[lang] "\n\n"
        starts_block[lang] = 0
    } else if (n_sents[lang] && lang != "ja") {
        body[lang] = body[lang] " "
    }
    begin[lang, n_sents[lang]] = n_cps(body[lang])
    body[lang] = body[lang] text
    end[lang, n_sents[lang]] = n_cps(body[lang])
    sent[lang, n_sents[lang]++] = text
    n_here[lang]++
}

function start_unit(    lang)
{
    is_open = 1
    for (lang in is_lang)
        n_here[lang] = 0
    for (lang in parts)
        delete parts[lang]
}

# Reads "0,1" into numbers[1…], all below `n_max` and each the next of the one before.
function read_numbers(text, n_max,    n, i)
{
    n = split(text, numbers, /, */)
    for (i = 1; i <= n; i++) {
        if (numbers[i] !~ /^[0-9]+$/ || numbers[i] >= n_max ||
            (i > 1 && numbers[i] != numbers[i - 1] + 1))
            die("expected neighbouring sentences of the unit, not \"" text "\"")
    }
    return n
}

# Writes one side of a bead, and its span to side_begin and side_end.
function side(pair, lang, text,    n, i, first, line)
{
    first = n_sents[lang] - n_here[lang]
    n = read_numbers(text, n_here[lang])
    for (i = 1; i <= n; i++) {
        if ((pair, lang, first + numbers[i]) in is_held)
            die("sentence " numbers[i] " of " lang " stands in two beads of " pair)
        is_held[pair, lang, first + numbers[i]] = 1
        line = line (i > 1 ? ", " : "") (first + numbers[i])
    }
    side_begin = begin[lang, first + numbers[1]]
    side_end = end[lang, first + numbers[n]]
    return line
}

function add_bead(pair, src, tgt, src_text, tgt_text,    line, src_begin, src_end)
{
    line = "[" side(pair, src, src_text) "]:["
    src_begin = side_begin
    src_end = side_end
    gold[pair] = gold[pair] line side(pair, tgt, tgt_text) "]\n"
    spans[pair] = spans[pair] src_begin "\t" src_end "\t" side_begin "\t" side_end "\n"
}

function range(n,    i, text)
{
    for (i = 0; i < n; i++)
        text = text (i ? "," : "") i
    return text
}

function add_nulls(pair, src, tgt,    i)
{
    for (i = n_sents[src] - n_here[src]; i < n_sents[src]; i++) {
        if (!((pair, src, i) in is_held))
            gold[pair] = gold[pair] "[" i "]:[]\n"
    }
    for (i = n_sents[tgt] - n_here[tgt]; i < n_sents[tgt]; i++) {
        if (!((pair, tgt, i) in is_held))
            gold[pair] = gold[pair] "[]:[" i "]\n"
    }
}

function finish_pair(pair,    src, tgt, n, beads, i, sides)
{
    src = substr(pair, 1, 2)
    tgt = substr(pair, 4, 2)
    if (pair in parts) {
        n = split(parts[pair], beads, / +/)
        for (i = 1; i <= n; i++) {
            if (beads[i] !~ /^\[[0-9,]+\]:\[[0-9,]+\]$/)
                die("expected beads such as [0]:[0,1] [1]:[2]")
            split(substr(beads[i], 2, length(beads[i]) - 2), sides, /\]:\[/)
            add_bead(pair, src, tgt, sides[1], sides[2])
        }
    } else if (n_here[src] && n_here[tgt]) {
        add_bead(pair, src, tgt, range(n_here[src]), range(n_here[tgt]))
    }
    add_nulls(pair, src, tgt)
}

function finish_unit(    i)
{
    if (!is_open)
        return
    is_open = 0
    for (i = 1; i <= n_pairs; i++)
        finish_pair(pairs[i])
}

BEGIN {
    FS = "\t"
    n_langs = split("vi ja th en", langs, " ")
    n_pairs = split("vi-ja vi-th vi-en en-ja en-th ja-th", pairs, " ")
    for (i = 1; i <= n_langs; i++) {
        is_lang[langs[i]] = 1
        n_sents[langs[i]] = 0
    }
    for (i = 1; i <= n_pairs; i++)
        is_pair[pairs[i]] = 1
}

/^#/ { next }

/^$/ {
    finish_unit()
    next
}

!is_open { start_unit() }

/^@ (heading|text|list|caption|menu)$/ {
    for (lang in is_lang)
        starts_block[lang] = 1
    next
}

NF == 2 && $1 in is_pair {
    parts[$1] = $2
    next
}

NF == 2 {
    add_sentence($1, $2)
    next
}

{ die("expected \"@ KIND\", \"LANG TAB sentence\" or \"A-B TAB beads\"") }

END {
    if (has_failed)
        exit 1
    finish_unit()
    for (i = 1; i <= n_langs; i++) {
        lang = langs[i]
        if (!n_sents[lang])
            continue
        printf "%s\n", body[lang] >(out "/news/" lang "/" name ".txt")
        printf "%s\n", body[lang] >(out "/raw/" name "." lang ".txt")
        for (k = 0; k < n_sents[lang]; k++)
            print sent[lang, k] >(out "/sent/" name "." lang)
    }
    for (i = 1; i <= n_pairs; i++) {
        if (!n_sents[substr(pairs[i], 1, 2)] || !n_sents[substr(pairs[i], 4, 2)])
            continue
        printf "%s", gold[pairs[i]] >(out "/sent/" name "." pairs[i] ".gold")
        printf "%s", spans[pairs[i]] >(out "/raw/" name "." pairs[i] ".spans.tsv")
    }
}
