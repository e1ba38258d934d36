# pivot.awk: Japanese and Thai that share an English word. Input: "en TAB TAB ja TAB" of
# EDICT, then "source TAB weight TAB en TAB vi TAB ja TAB th". An English word with more
# than five Japanese ones is too vague. Prints "TAB TAB ja TAB th".
BEGIN { FS = OFS = "\t"; most = 5 }

function plain(s) {
    s = tolower(s)
    sub(/^(to|the|a|an) /, "", s)
    sub(/[.!?]$/, "", s)
    return s
}

NR == FNR {
    key = plain($1)
    if (key != "" && ++count[key] <= most) words[key] = words[key] FS $3
    next
}
$6 != "" {
    key = plain($3)
    if (!(key in count) || count[key] > most) next
    n = split(substr(words[key], 2), list, FS)
    for (i = 1; i <= n; i++) {
        if ((list[i], $6) in seen) continue
        seen[list[i], $6] = 1
        print "", "", list[i], $6
    }
}
