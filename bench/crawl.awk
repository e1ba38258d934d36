# Prints documents as a crawler writes them, an object of JSON a line: the beginnings of
# the articles that it reads, over and over, with other digits and a number of their own.
# Documents of one article and copy share their id.
#
#     awk -v n_docs=N -v n_lines=N -f moved.awk -f crawl.awk news/LANG/NAME.txt…
FNR == 1 {
    n_parts = split(FILENAME, part, "/")
    n++
    lang[n] = part[n_parts - 1]
    name[n] = part[n_parts]
    sub(/\.txt$/, "", name[n])
    n_kept = 0
}

$0 != "" && n_kept < n_lines {
    gsub(/\\/, "\\\\")
    gsub(/"/, "\\\"")
    text[n] = text[n] (n_kept++ ? "\\n" : "") $0
}

END {
    for (i = 1; i <= n; i++) {
        for (k = 0; k < 10; k++)
            variant[i, k] = moved(text[i], k)
    }
    for (copy = 0; n_made < n_docs; copy++) {
        for (i = 1; i <= n && n_made < n_docs; i++) {
            printf "{\"id\":\"%s-%d\",\"lang\":\"%s\",\"url\":\"https://news.example/" \
                   "%s/%s/%d\",\"text\":\"%s\\n%d.\"}\n", name[i], copy, lang[i], \
                   lang[i], name[i], copy, variant[i, copy % 10], copy
            n_made++
        }
    }
}
