# Prints "ROOM/FILE TAB caption" for each file: the first paragraph of its first comment
# in C, its first sentence in data files ("# …") and man pages (.\" …).
function flush()
{
    if (path == "")
        return
    sub(/ *\*\/.*$/, "", text)
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    if (!is_c)
        sub(/\. .*$/, ".", text)
    print path "\t" text
}

FNR == 1 {
    flush()
    path = FILENAME
    sub(/^src\//, "", path)
    text = ""
    is_open = 1
    is_c = path ~ /\.[ch]$/
    if (is_c && $0 !~ /^\/\* /)
        is_open = 0
    if (!is_c && $0 !~ /^(# |\.\\" )/)
        is_open = 0
    sub(/^(\/\*|#|\.\\")/, "")
    if (is_open)
        text = $0
    if ($0 ~ /\*\//)
        is_open = 0
    next
}

is_open && (is_c ? /^ \* / : /^(#|\.\\") /) {
    line = $0
    sub(/^( \*|#|\.\\")/, "", line)
    text = text line
    if (line ~ /\*\//)
        is_open = 0
    next
}

{ is_open = 0 }

END { flush() }
