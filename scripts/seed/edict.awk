# edict.awk: words of EDICT (in UTF-8) that are marked as common, each with its first
# meanings. Prints "TAB TAB ja TAB" rows with English: "en TAB TAB ja TAB".
BEGIN { FS = "/"; OFS = "\t" }
!/\/\(P\)\// { next }
{
    word = $1
    sub(/ \[.*| *$/, "", word)
    kana = $1 ~ /\[/ ? "" : word
    n = 0
    for (i = 2; i < NF && n < 4; i++) {
        gloss = $i
        if (gloss == "" || gloss == "(P)" || gloss ~ /^EntL/) continue
        # Out go "(n,vs)", "(1)", "(esp. of water)"; "to eat" is "eat".
        while (gsub(/\([^()]*\)/, "", gloss)) continue
        gsub(/[{][^{}]*[}]/, "", gloss)
        gsub(/ +/, " ", gloss)
        gsub(/^ | $/, "", gloss)
        sub(/^(to be|to|a|an|the) /, "", gloss)
        if (gloss == "" || gloss ~ /[^ -~]/ || split(gloss, words, " ") > 4) continue
        n++
        print gloss, "", word, ""
    }
}
