# Completion: what bash offers behind "vialign"; a test holds it against the tables of
# options.
_vialign_options() # COMMAND
{
    case $1 in
    align)
        echo "--source --target --output --format --segmented --keep-boilerplate" \
            "--min-confidence --anchors --passes --model --no-seed --weights" \
            "--tmx-lang --encoding --stats --jobs --quiet --verbose --help"
        ;;
    batch)
        echo "--output --pairs --match --format --segmented --keep-boilerplate" \
            "--per-document --multi --add-to --min-confidence --anchors --passes --model --no-seed --weights" \
            "--tmx-lang --shard --resume --text-field --html-field --lang-field" \
            "--group-field --id-field --url-field --title-field --date-field" \
            "--encoding --trust-language --stats --progress --no-progress --jobs" \
            "--quiet --verbose --help"
        ;;
    match)
        echo "--output --pairs --min-confidence --many --segmented --keep-boilerplate" \
            "--encoding --trust-language --text-field --html-field --lang-field" \
            "--group-field --id-field --url-field --title-field --date-field" \
            "--progress --no-progress --jobs --quiet --help"
        ;;
    segment)
        echo "--lang --encoding --spans --keep-boilerplate --verbose --help"
        ;;
    anchors)
        echo "--lang --source --target --help"
        ;;
    train)
        echo "--source --target --output --segmented --aligned --model --no-seed --entries" \
            "--lexicon --passes --gold --pairs --weights --freedom --rounds --fold" \
            "--encoding --trust-language --text-field --html-field --lang-field" \
            "--group-field --id-field --url-field --title-field --date-field" \
            "--jobs --quiet --help"
        ;;
    eval)
        echo "--gold --hyp --track --pair --tsv --help"
        ;;
    esac
}

_vialign()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="align batch match segment anchors train eval help"
    local offered=

    if [ "$COMP_CWORD" -eq 1 ]; then
        offered="$commands --help --version"
    elif [ "${COMP_WORDS[1]}" = help ]; then
        offered=$commands
    else
        case $before in
        -s | -t | -l | --source | --target | --lang)
            offered="vi ja th en"
            ;;
        -f | --format)
            offered="tmx tsv beads ladder spans jsonl moses"
            ;;
        --match)
            offered="name content both"
            ;;
        --track)
            offered="sent raw"
            ;;
        *)
            [ "${word#-}" = "$word" ] || offered=$(_vialign_options "${COMP_WORDS[1]}")
            ;;
        esac
    fi
    COMPREPLY=()
    [ -z "$offered" ] || mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$word")
}

complete -o default -F _vialign vialign
