# fluent.awk: messages of Mozilla's .ftl and .properties files. -v lang=L. Prints
# "file|name TAB lang TAB text"; a selection stands for its default.
function flush() {
    if (name != "" && text != "") print file "|" name "\t" lang "\t" text
    name = text = ""
}
FNR == 1 { flush(); file = FILENAME; sub(/^.*\/localization\/[^\/]*\/|^.*\/locale\/[^\/]*\//, "", file); skip = 0 }
/^#/ { flush(); next }
/^[A-Za-z-][A-Za-z0-9_.-]* *=/ {
    flush()
    name = $0; sub(/ *=.*/, "", name)
    message = name
    text = $0; sub(/^[^=]*= */, "", text)
    skip = 0
    next
}
/^ +\.[A-Za-z0-9-]+ *=/ {
    flush()
    name = $0; sub(/ *=.*/, "", name); sub(/^ */, "", name)
    name = message name
    text = $0; sub(/^[^=]*= */, "", text)
    if (name ~ /\.(accesskey|key|style)$/) name = ""
    next
}
/^ +\*?\[/ {
    skip = $0 !~ /^ +\*/
    if (!skip) { line = $0; sub(/^ +\*\[[^]]*\] */, "", line); text = text line }
    next
}
/^ *}/ { skip = 0; next }
/^ +[^ ]/ { if (!skip && name != "") { line = $0; sub(/^ +/, "", line); text = text " " line } next }
/^$/ { next }
{ flush() }
END { flush() }
