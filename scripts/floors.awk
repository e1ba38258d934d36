# Reads src/floors.txt, the map drawn anew (captions.awk's "file TAB caption" lines in
# the file `captions`), src/README.md, then all sources; prints what is wrong as
# FILE:LINE: message, and fails if anything was.
function complain(line, message)
{
    print FILENAME ":" line ": " message
    n_wrong++
}

# Whether a file of `room` may include one of `other`.
function may_see(room, other)
{
    if (room == other)
        return 1
    if (floor[other] >= floor[room] || wing[room] == "outside")
        return 0
    return wing[other] == "ground" || wing[other] == wing[room] || wing[room] == "roof"
}

# The length in characters: bytes that continue a character do not count.
function n_columns(text)
{
    gsub(/[\200-\277]/, "", text)
    return length(text)
}

function check_include(target,    other)
{
    if (target == "vialign.h")
        return
    other = target
    if (!sub(/\/.*$/, "", other)) {
        complain(FNR, "\"" target "\" must be written \"ROOM/" target "\"")
    } else if (!(other in floor)) {
        complain(FNR, "no room \"" other "\" in src/floors.txt")
    } else if (!may_see(room, other)) {
        complain(FNR, room " (floor " floor[room] ", " wing[room] ") may not include " \
                 other " (floor " floor[other] ", " wing[other] ")")
    }
}

function check_doors(    i)
{
    for (i = 1; i <= n_doors; i++) {
        if ($0 ~ door[i] && room != keeper[i] && name != keeper[i])
            complain(FNR, "only " keeper[i] " may hold a line like this: " $0)
    }
}

# A function's body opens with a brace in the first column; its head starts after the
# last line that was empty, closed something or was a directive.
function measure_function()
{
    if ($0 ~ /^\{/) {
        opened = head ? head : FNR
    } else if ($0 ~ /^\}/) {
        if (opened && FNR - opened + 1 > limit["function_lines"])
            complain(opened, "a function of " FNR - opened + 1 " lines; at most " \
                     limit["function_lines"])
        opened = head = 0
    } else if (!opened) {
        if ($0 == "" || $0 ~ /^[#\/ ]/ || $0 ~ /;$/)
            head = 0 + ($0 ~ /^ / ? head : 0)
        else if (!head)
            head = FNR
    }
}

FILENAME == "src/floors.txt" {
    if ($1 == "room") {
        floor[$2] = $3
        wing[$2] = $4
    } else if ($1 == "door") {
        keeper[++n_doors] = $NF
        door[n_doors] = $0
        sub(/^door +/, "", door[n_doors])
        sub(/ +[^ ]+$/, "", door[n_doors])
    } else if ($1 == "limit") {
        limit[$2] = $3
    }
    next
}

FILENAME == captions {
    split($0, part, "\t")
    caption[part[1]] = part[2]
    next
}

FNR == 1 {
    name = FILENAME
    sub(/^src\//, "", name)
    room = name
    sub(/\/.*$/, "", room)
    opened = head = 0
    if (!(room in floor))
        complain(1, "no room \"" room "\" in src/floors.txt")
    if (caption[name] == "")
        complain(1, "expected a caption, as \"Noun: what it is.\"")
    twin = name
    sub(/\.c$/, ".h", twin)
    if (twin != name && twin in caption && caption[twin] != caption[name])
        complain(1, "the caption is not that of src/" twin)
}

name ~ /\.[ch]$/ {
    if ($0 ~ /^#include "/) {
        split($0, part, "\"")
        check_include(part[2])
    }
    check_doors()
    measure_function()
    if (n_columns($0) > limit["line_columns"])
        complain(FNR, n_columns($0) " columns; at most " limit["line_columns"])
    if (FNR == limit["file_lines"] + 1)
        complain(FNR, "more than " limit["file_lines"] " lines")
}

END { exit n_wrong > 0 }
