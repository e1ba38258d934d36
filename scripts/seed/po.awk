# po.awk: messages of a catalogue, as msgunfmt prints it. -v lang=L. Prints
# "id TAB en TAB id" and "id TAB lang TAB text"; a line break is "\n", as in the PO file.
function flush(   key) {
    if (id != "" && text != "") {
        key = context "|" id
        print key "\ten\t" id
        print key "\t" lang "\t" text
    }
    context = id = text = many = ""
}
function quoted(line) {
    sub(/^[^"]*"/, "", line)
    sub(/"[ \t\r]*$/, "", line)
    gsub(/\\"/, "\"", line)
    gsub(/\\t/, " ", line)
    return line
}
/^msgctxt / || (/^msgid / && at != "context") { flush() }
/^msgctxt / { at = "context"; context = quoted($0); next }
/^msgid / { at = "id"; id = quoted($0); next }
/^msgid_plural / { at = "many"; many = quoted($0); id = many; next }
/^msgstr(\[0\])? / { at = "text"; text = quoted($0); next }
/^msgstr\[/ { at = ""; next }
/^"/ && at == "context" { context = context quoted($0); next }
/^"/ && (at == "id" || at == "many") { id = id quoted($0); next }
/^"/ && at == "text" { text = text quoted($0); next }
END { flush() }
