# The digits of a text moved on by k: for scripts that print texts over and over, with
# copies that differ and those of all languages still telling the same.
function moved(text, k,    out, i, c)
{
    if (k % 10 == 0)
        return text
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        out = out (c ~ /[0-9]/ ? (c + k) % 10 : c)
    }
    return out
}
