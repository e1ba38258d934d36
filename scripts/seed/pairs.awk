# pairs.awk: "source TAB weight TAB en TAB vi TAB ja TAB th" -> one file for each pair in
# -v out=FOLDER: OUT/A-B.tsv with "source TAB weight TAB a TAB b", the first of equals.
# Programs say the same few words again and again, and what they mean there is not what
# news mean by them. In pairs with English, a line of a source that weighs at most .5
# stays only if it has an English word that fewer than `often` lines before it had. The
# other pairs have less text, and fare better with all of it.
BEGIN {
    FS = OFS = "\t"
    column["en"] = 3; column["vi"] = 4; column["ja"] = 5; column["th"] = 6
    often = 5
    n_pairs = split("vi-ja vi-th vi-en en-ja en-th ja-th", pairs, " ")
}

# Counts the words for pair `i`, and says if one of them was rare.
function is_new(i,   k, rare) {
    rare = n_words == 0 || pairs[i] !~ /en/
    for (k = 1; k <= n_words; k++)
        if (words[k] != "" && ++count[i, words[k]] <= often) rare = 1
    return rare
}

{
    n_words = 0
    if ($2 <= .5 && $1 != "edict")
        n_words = split(tolower($3), words, /[ ,.;:!?()"'0-9\/-]+/)
    for (i = 1; i <= n_pairs; i++) {
        split(pairs[i], side, "-")
        a = $column[side[1]]
        b = $column[side[2]]
        if (a == "" || b == "" || (i, a, b) in seen) continue
        seen[i, a, b] = 1
        if (!is_new(i)) continue
        print $1, $2, a, b >(out "/" pairs[i] ".tsv")
    }
}
