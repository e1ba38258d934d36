# readings.awk: words of two or three Chinese characters whose Vietnamese reading is a
# word of the same meaning. Input, in this order: kVietnamese readings of Unihan; "en TAB
# TAB ja TAB" of EDICT; "word TAB word in old characters"; "source TAB weight TAB en TAB vi
# TAB ja TAB th". A reading is taken if the English beside it, in at least a fifth of the
# lines that have it, holds a word of the meaning. Prints "TAB vi TAB ja TAB".
BEGIN {
    FS = OFS = "\t"
    for (i = 0; i < 16; i++) digit[substr("0123456789ABCDEF", i + 1, 1)] = i
}
FNR == 1 { file++ }

function utf8_of(name,   i, code) {
    code = 0
    for (i = 3; i <= length(name); i++) code = code * 16 + digit[substr(name, i, 1)]
    if (code < 4096 || code > 65535) return ""
    return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64,
        128 + code % 64)
}

# The first five letters of each word that is no mere particle.
function stems_of(text, stems,   i, n, words) {
    n = split(tolower(text), words, /[^a-z]+/)
    for (i = 1; i <= n; i++)
        if (length(words[i]) > 2) stems[substr(words[i], 1, 5)] = 1
}

# Puts the readings of `old` from character `at` on into candidates of `word`.
function spell(word, old, at, reading,   i, n, list) {
    if (at > length(old)) {
        candidates[reading] = candidates[reading] FS word
        return
    }
    n = split(readings[substr(old, at, 3)], list, " ")
    for (i = 1; i <= n; i++)
        spell(word, old, at + 3, reading (at > 1 ? " " : "") list[i])
}

function weigh(phrase, english,   i, n, list, stem, stems, hit) {
    stems_of(english, stems)
    n = split(substr(candidates[phrase], 2), list, FS)
    for (i = 1; i <= n; i++) {
        hit = 0
        for (stem in stems)
            if ((list[i], stem) in meaning) hit = 1
        seen[phrase, list[i]]++
        hits[phrase, list[i]] += hit
    }
}

file == 1 { readings[utf8_of($1)] = $3; next }
file == 2 {
    split("", stems)
    stems_of($1, stems)
    for (stem in stems) meaning[$3, stem] = 1
    next
}
file == 3 {
    if (length($1) == length($2) && (length($1) == 6 || length($1) == 9)) spell($1, $2, 1, "")
    next
}
$3 != "" && $4 != "" {
    text = tolower($4)
    gsub(/\304\220/, "\304\221", text) # the only common capital beyond ASCII
    n = split(text, words, /[ ,.;:!?()"]+/)
    for (i = 1; i < n; i++) {
        phrase = words[i] " " words[i + 1]
        if (phrase in candidates) weigh(phrase, $3)
        phrase = phrase " " words[i + 2]
        if (phrase in candidates) weigh(phrase, $3)
    }
}
END {
    for (key in seen) {
        if (hits[key] * 5 < seen[key]) continue
        split(key, cell, SUBSEP)
        print "", cell[1], cell[2], "" | "sort"
    }
}
