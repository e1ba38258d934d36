# pairs.awk: "source TAB weight TAB en TAB vi TAB ja TAB th" -> one file for each pair in
# -v out=FOLDER: OUT/A-B.tsv with "source TAB weight TAB a TAB b", the first of equals.
BEGIN {
    FS = OFS = "\t"
    column["en"] = 3; column["vi"] = 4; column["ja"] = 5; column["th"] = 6
    n_pairs = split("vi-ja vi-th vi-en en-ja en-th ja-th", pairs, " ")
}
{
    for (i = 1; i <= n_pairs; i++) {
        split(pairs[i], side, "-")
        a = $column[side[1]]
        b = $column[side[2]]
        if (a == "" || b == "" || (i, a, b) in seen) continue
        seen[i, a, b] = 1
        print $1, $2, a, b >(out "/" pairs[i] ".tsv")
    }
}
