# aapt.awk: strings of an Android resource table, as `aapt dump --values resources`
# prints it. Prints "name TAB lang TAB text" of the plain languages.
/^ *config / {
    lang = $2
    sub(/:$/, "", lang)
    lang = lang == "(default)" ? "en" : lang ~ /^(vi|ja|th)$/ ? lang : ""
    next
}
/^ *resource / {
    name = ""
    if (lang != "" && $3 ~ /:(string|plurals|array)\//) {
        name = $3
        sub(/:$/, "", name)
        item = 0
    }
    next
}
name != "" && /\(string8\) "/ {
    text = $0
    which = text ~ /#0x/ ? text : "#" item++
    sub(/ = .*/, "", which)
    sub(/^[ \t]*/, "", which)
    sub(/^.*\(string8\) "/, "", text)
    open = text !~ /"$/
    if (!open) { sub(/"$/, "", text); print name which "\t" lang "\t" text }
    next
}
open {
    text = text "\\n" $0
    if ($0 ~ /"$/) { open = 0; sub(/"$/, "", text); print name which "\t" lang "\t" text }
}
