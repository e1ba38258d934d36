# pak.awk: texts of a Chromium "pak", version 5, whose bytes come in as decimals, one a
# line (od -An -v -tu1 -w1). -v lang=L. Prints "number TAB lang TAB text".
{ byte[size++] = $1 + 0 }

function short_at(at) { return byte[at] + 256 * byte[at + 1] }
function long_at(at) { return short_at(at) + 65536 * short_at(at + 2) }

function text_at(from, to,   at, text) {
    text = ""
    for (at = from; at < to; at++)
        text = text (byte[at] == 10 ? "\\n" : byte[at] < 32 ? " " : char[byte[at]])
    return text
}

END {
    if (size < 12 || long_at(0) != 5 || byte[4] != 1) {
        print "pak.awk: expected a UTF-8 pak of version 5" >"/dev/stderr"
        exit 1
    }
    for (i = 0; i < 256; i++) char[i] = sprintf("%c", i)
    count = short_at(8)
    aliases = short_at(10)
    for (i = 0; i < count; i++) {
        at = 12 + 6 * i
        print short_at(at) "\t" lang "\t" text_at(long_at(at + 2), long_at(at + 8))
    }
}
