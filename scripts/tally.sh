# Sourced by the scripts that test: counts what passed, failed and was skipped.
n_passed=0 n_failed=0 n_skipped=0

pass()
{
    n_passed=$((n_passed + 1))
}

fail() # NAME [FILE]: a file is shown, indented
{
    n_failed=$((n_failed + 1))
    echo "FAILED: $1"
    [ $# -lt 2 ] || sed 's/^/    /' "$2"
}

skip() # NAME REASON
{
    n_skipped=$((n_skipped + 1))
    echo "skipped: $1 ($2)"
}

# Prints the totals, which every test ends with, and fails if anything did.
tally()
{
    echo "$n_passed passed, $n_failed failed, $n_skipped skipped"
    [ "$n_failed" -eq 0 ]
}
