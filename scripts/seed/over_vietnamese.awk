# over_vietnamese.awk: "vi TAB ja" -> "en TAB vi TAB ja TAB"; the English comes from the
# "vi TAB en" of -v english=FILE over equal Vietnamese lines. Equal lines once.
BEGIN {
    FS = OFS = "\t"
    while ((getline line <english) > 0) {
        split(line, cell, FS)
        english_of[cell[1]] = cell[2]
    }
}
!seen[$0]++ {
    print english_of[$1], $1, $2, ""
    done[$1] = 1
}
END {
    for (vi in english_of)
        if (english_of[vi] != "" && !(vi in done)) print english_of[vi], vi, "", "" | "sort"
}
