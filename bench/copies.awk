# Prints what it reads `n_copies` times. Copy k, counted from `first`, has its digits
# moved on by k, so that copies differ and those of all languages still tell the same.
#
#     awk -v first=K -v n_copies=N -f moved.awk -f copies.awk FILE…
{ line[n_lines++] = $0 }

END {
    for (k = first; k < first + n_copies; k++) {
        for (i = 0; i < n_lines; i++)
            print moved(line[i], k)
    }
}
