# Prints a part of tests/gold/scores.tsv as the table in README.md: F1 by text and pair.
function title(set, words)
{
    order[++n_sets] = set
    words_of[set] = words
}

BEGIN {
    FS = "\t"
    n_pairs = split("vi-ja vi-th vi-en en-ja en-th ja-th", pairs, " ")
    title("articles", "our own articles, sentences given")
    title("raw-articles", "our own articles, running text")
    title("ntrex-clean", "news, sentences given: clean")
    title("ntrex-medium", "… disturbed")
    title("ntrex-hard", "… disturbed badly")
    title("ntrex-web", "… among menus, captions, headlines")
    title("raw-ntrex-medium", "news, running text: disturbed")
    title("raw-ntrex-web", "… among menus, captions, headlines")
}

!/^#/ { f1[$1, $2] = $5 < 1 ? substr($5, 2) : $5 }

END {
    printf "| text |"
    for (i = 1; i <= n_pairs; i++)
        printf " %s |", pairs[i]
    printf "\n| --- |"
    for (i = 1; i <= n_pairs; i++)
        printf " ---: |"
    for (k = 1; k <= n_sets; k++) {
        printf "\n| %s |", words_of[order[k]]
        for (i = 1; i <= n_pairs; i++)
            printf " %s |", f1[order[k], pairs[i]]
    }
    printf "\n"
}
