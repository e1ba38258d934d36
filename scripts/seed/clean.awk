# clean.awk: "key TAB lang TAB text" -> "en TAB vi TAB ja TAB th", one line for each key,
# with markup, placeholders and accelerators taken out; what is no text of its language is
# left empty. Bytes are read as such (LC_ALL=C). Keys come in groups (sort -s -k1,1).
BEGIN { FS = OFS = "\t"; order = "en vi ja th"; n_langs = split(order, langs, " ") }

# Takes the "other" branch of an ICU plural or selection.
function unfold(s,   head, tail, at, deep, from, c) {
    while (match(s, /[{] *[A-Za-z0-9_]+ *, *(plural|select|selectordinal) *,/)) {
        head = substr(s, 1, RSTART - 1)
        tail = substr(s, RSTART)
        if (!match(tail, /other *[{]/)) return ""
        from = RSTART + RLENGTH
        deep = 1
        for (at = from; at <= length(tail) && deep; at++) {
            c = substr(tail, at, 1)
            deep += c == "{" ? 1 : c == "}" ? -1 : 0
        }
        s = head substr(tail, from, at - from - 1)
        while (at <= length(tail) && substr(tail, at, 1) ~ /[ }]/) at++
        s = s substr(tail, at)
        gsub(/#/, " ", s)
    }
    return s
}

function drop_marks(s, mark,   at) {
    while (match(s, mark "[A-Za-z0-9]")) {
        at = RSTART
        s = substr(s, 1, at - 1) substr(s, at + 1)
    }
    return s
}

function clean(s,   marks) {
    s = unfold(s)
    gsub(/<[^<>]*>/, " ", s)
    gsub(/&lt;[^&]*&gt;/, " ", s)
    gsub(/&quot;|&#34;|&ldquo;|&rdquo;/, "\"", s)
    gsub(/&apos;|&#39;|\\'|&rsquo;/, "'", s)
    gsub(/&nbsp;|\302\240|\343\200\200/, " ", s)
    gsub(/&amp;/, "\\&", s)
    gsub(/\342\200\213|\302\255|\342\200\216|\342\200\217|\357\273\277|\\u200[bf]/, "", s)
    gsub(/\\[nrt]|\\u000[aA]/, " ", s)
    gsub(/\$[A-Z_]+\$?|\$[0-9]+|\$[{][^{}]*[}]|\$[a-z_]+\$/, " ", s)
    gsub(/%\([A-Za-z0-9_]+\)[a-z]|%[{][^{}]*[}]|%[A-Z_]+%/, " ", s)
    gsub(/%[0-9]+\$[a-zA-Z@]|%[-+0-9.]*(ll|l|z|h)?[sdiufgxcSp@]|%[0-9]+/, " ", s)
    gsub(/[{][^{}]*[}]/, " ", s)
    gsub(/[{][^{}]*[}]/, " ", s)
    # Accelerators: (_F), (&F), (~F); &File, _File, ~File.
    gsub(/(\(|\357\274\210)[&_~][A-Za-z0-9](\)|\357\274\211)/, "", s)
    s = drop_marks(s, "&")
    gsub(/~/, "", s)
    marks = gsub(/_/, "_", s)
    if (marks == 1) sub(/_/, "", s)
    gsub(/[ \t]+/, " ", s)
    gsub(/^[ ,.:;*#|"-]+|[ ,:;*#|"-]+$/, "", s)
    sub(/(\.\.\.|\342\200\246)$/, "", s)
    gsub(/\( *%? *\)|" *"|' *'|\342\200\234 *\342\200\235|\343\200\214 *\343\200\215/, "", s)
    gsub(/ +/, " ", s)
    gsub(/^ +| +$/, "", s)
    return s
}

# Is it text at all, and of that language?
function fits(s, lang,   t, own, latin) {
    if (length(s) < 2 || length(s) > 1200) return 0
    if (s ~ /:\/\/|[\\=<>{}|$@`]|_[A-Za-z]|[A-Za-z]_|--[a-z]|\/[a-z]+\/|\.(org|com|net)|[a-z]\([^s)]*\)/) return 0
    t = s
    latin = gsub(/[A-Za-z]/, "", t)
    own = lang == "th" ? gsub(/\340[\270\271]/, "", t) : \
        lang == "ja" ? gsub(/\343[\201-\203]|[\344-\351][\200-\277]|\343[\220-\277]/, "", t) : 0
    if (lang == "th" || lang == "ja") return own >= 1 && latin < 2 * own
    if (t ~ /\340[\270\271]|\343[\200-\203]|[\344-\351][\200-\277][\200-\277]/) return 0
    if (lang == "en" && t ~ /[\303-\337]|\341/ && length(t) > latin / 2) return 0
    if (lang == "vi") latin += gsub(/[\200-\377]/, "", t)
    return latin >= 2 && latin >= length(s) / 2
}

function flush(   i, line, n) {
    line = ""
    n = 0
    # America/Lima, SkyBlue1, hectonewton.
    if (text["en"] ~ /^[A-Z][A-Za-z]+\/[A-Z]|^[A-Za-z]+[0-9]+$/ ||
        tolower(text["en"]) ~ /^(square |cubic )?(yocto|zepto|atto|femto|pico|nano|micro|deci|deca|hecto|peta|exa|zetta|yotta)[a-z]/)
        text["en"] = text["vi"] = text["ja"] = text["th"] = ""
    if (text["vi"] == text["en"]) text["vi"] = ""
    for (i = 1; i <= n_langs; i++) {
        n += text[langs[i]] != ""
        line = line (i > 1 ? OFS : "") text[langs[i]]
    }
    if (n > 1) print line
    for (i = 1; i <= n_langs; i++) text[langs[i]] = ""
}

$1 != key { flush(); key = $1 }
text[$2] == "" {
    s = clean($3)
    text[$2] = fits(s, $2) ? s : ""
}
END { flush() }
