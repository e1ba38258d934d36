# cldr.awk: names of a CLDR file (main, annotations or subdivisions), one element a line.
# -v lang=L, and -v keywords=1 for those of the annotations alone. Prints "path TAB lang TAB text".
function tag_of(line) {
    sub(/^[ \t]*</, "", line)
    sub(/>.*/, "", line)
    gsub(/ (draft|references|count)="[^"]*"/, "", line)
    return line
}
function path_of(   i, path) {
    path = ""
    for (i = 1; i <= depth; i++) path = path "/" stack[i]
    return path
}
/^[ \t]*<[?!]/ || /\/>[ \t]*$/ { next }
/^[ \t]*<\// { depth--; next }
/^[ \t]*<[^>]*>[ \t]*$/ { stack[++depth] = tag_of($0); next }
/^[ \t]*<[^>]*>[^<]*<\// {
    text = $0
    sub(/^[ \t]*<[^>]*>/, "", text)
    sub(/<\/[^<]*$/, "", text)
    path = path_of() "/" tag_of($0)
    if (text ~ /\342\206\221/) next
    if (path ~ /alt="(short|narrow|variant)"|Narrow"|"narrow"|"abbreviated"|"short"/) next
    if (path !~ /\/(language|script|territory|variant|key|type|month|day|quarter|era|displayName|unitPattern|exemplarCity|standard|generic|daylight|characterLabel|annotation|subdivision|relative|relativeTimePattern|dayPeriod)( |$)/)
        next
    if (path ~ /pattern|unitLength type="(short|narrow)"|\/era|dateFormat|-narrow"|-short"/ && path !~ /unitPattern/) next
    if (path ~ /\360\237\217[\273-\277]/) next # the five colours of skin
    if (path ~ /\/annotation / && path !~ /type="tts"/) {
        if (!keywords) next
        gsub(/ \| /, ", ", text)
    } else if (keywords)
        next
    print path "\t" lang "\t" text
}
