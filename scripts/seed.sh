#!/bin/sh
# seed.sh OUT [--copyleft]: makes parallel text for the seed lexicons out of freely
# licensed Debian packages and of GOLD/train (../shared/gold if not given): for each of the
# six pairs OUT/A-B.A and OUT/A-B.B, line by line, and OUT/A-B.src with "source TAB
# weight" of each line; OUT/VERSIONS names what it was made from. With --copyleft, also
# from GPL packages. Needs apt-get, dpkg, msgunfmt, iconv, bzip2, unzip, aapt and opencc.
# What each source is, and its licence: src/evidence/data/SEED.md.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")/.."

out=$1
train=${GOLD:-../shared/gold}/train
step=scripts/seed
tab=$(printf '\t')
mkdir -p "$out/packages" "$out/root" "$out/work"
out=$(cd "$out" && pwd)
work=$out/work
: >"$out/VERSIONS"
: >"$work/all"

# Catalogues by licence; each of them says in its own copyright file what it is.
libraries='libgtk-3-common libglib2.0-data gvfs-common evolution-data-server-common
    marble-data calligra-data calligrasheets-data libkf5unitconversion-data
    libkf5kdelibs4support-data libkf5contacts-data libkf5newstuff-data libkf5xmlgui-data
    libkf5khtml-data kio kaddressbook-data'
django='python3-django python3-djangorestframework python3-django-allauth'
programs='kgeography-data kalzium-data gbrainy gourmand gnome-shell-common
    gnome-control-center-data gnome-software-common gimp-data pidgin-data
    evolution-common navit-data korganizer plasma-workspace-data plasma-desktop-data
    kdeplasma-addons-data kmail akregator synaptic apt dpkg aptitude-common
    debconf-i18n gnome-calendar tuxpaint-data cinnamon-l10n deja-dup ufoai-misc
    kstars-data kf5-messagelib-data libkf5calendarsupport-data libkeduvocdocument-data'

unpack() # PACKAGE…
{
    for package; do
        [ ! -d "$out/root/$package" ] || continue
        set -- "$out/packages/${package}"_*.deb
        if [ ! -f "$1" ]; then
            (cd "$out/packages" && apt-get -q -q -o APT::Sandbox::User=root download "$package")
            set -- "$out/packages/${package}"_*.deb
        fi
        dpkg -x "$1" "$out/root/$package.part"
        mv "$out/root/$package.part" "$out/root/$package"
    done
}

# Adds what stands on standard input, "key TAB lang TAB text", as a source.
add() # SOURCE WEIGHT PACKAGE…
{
    source=$1 weight=$2
    shift 2
    sort -s -t "$tab" -k1,1 | awk -f "$step/clean.awk" | add_rows "$source" "$weight" "$@"
}

add_rows() # SOURCE WEIGHT PACKAGE…: "en TAB vi TAB ja TAB th" on standard input
{
    awk -v source="$1" -v weight="$2" \
        'BEGIN { FS = OFS = "\t" } { print source, weight, $0 }' >>"$work/all"
    source=$1
    shift 2
    for package; do
        set -- "$out/packages/${package}"_*.deb
        printf '%s\t%s\n' "$source" "$(dpkg-deb --show "$1")" >>"$out/VERSIONS"
    done
}

catalogues() # FOLDER…
{
    for lang in vi ja th; do
        find "$@" -path "*/$lang/LC_MESSAGES/*.mo" | sort | while read -r file; do
            msgunfmt --no-wrap "$file" 2>/dev/null | awk -v lang="$lang" -f "$step/po.awk"
        done
    done
}

packed() # FOLDER ENGLISH
{
    for lang in en vi ja th; do
        file=$lang
        [ "$lang" != en ] || file=$2
        od -An -v -tu1 -w1 "$1/$file.pak" | awk -v lang="$lang" -f "$step/pak.awk"
    done
}

cldr() # -v VARIABLE=VALUE FOLDER…
{
    setting=$2
    shift 2
    for lang in en vi ja th; do
        for folder; do
            awk -v lang="$lang" -v "$setting" -f "$step/cldr.awk" \
                "$out/root/unicode-cldr-core/usr/share/unicode/cldr/common/$folder/$lang.xml"
        done
    done
}

language_packs() # PROGRAM EXTENSIONS
{
    for lang in en vi ja th; do
        file=$lang
        [ "$lang" != en ] || file=en-GB
        package=$(echo "$1-l10n-$file" | tr GB gb)
        set -- "$1" "$2" "$work/$1/$lang"
        mkdir -p "$3"
        unzip -q -o "$out/root/$package/$2/langpack-$file@"*.xpi -d "$3"
        find "$3" -name '*.ftl' -o -name '*.properties' |
            grep -v 'devtools\|nsserrors\|/security/\|certificat\|console\|dom/' | sort |
            xargs awk -v lang="$lang" -f "$step/fluent.awk"
    done
}

# 1. News and everyday sentences.
paste "$train/alt.en-vi.vi" "$train/alt.en-vi.en" >"$work/alt.en"
paste "$train/alt.ja-vi.vi" "$train/alt.ja-vi.ja" |
    awk -v english="$work/alt.en" -f "$step/over_vietnamese.awk" | add_rows alt 1
paste "$train/tatoeba.ja-vi.vi" "$train/tatoeba.ja-vi.ja" |
    awk '{ print "\t" $0 "\t" }' | add_rows tatoeba 1

# 2. Names and general words.
unpack unicode-cldr-core unicode-data edict iso-codes libgeonames-common
cldr -v keywords=0 main annotations annotationsDerived | add cldr 1 unicode-cldr-core
cldr -v keywords=1 annotations annotationsDerived | add keywords .3 unicode-cldr-core
cldr -v keywords=0 subdivisions | add places .3 unicode-cldr-core
iconv -f EUC-JP -t UTF-8 "$out/root/edict/usr/share/edict/edict" |
    awk -f "$step/edict.awk" >"$work/edict"
add_rows edict .5 edict <"$work/edict"
# The Vietnamese of iso-codes is spelt as nobody writes today.
catalogues "$out/root/iso-codes" | awk -F "$tab" '$2 != "vi"' | add iso .3 iso-codes
# Its identifiers are codes, no English.
catalogues "$out/root/libgeonames-common" | awk -F "$tab" '$2 != "en"' |
    add geonames .3 libgeonames-common

# 3. Texts of programs.
unpack chromium-l10n libqt6webengine6-data android-framework-res
packed "$out/root/chromium-l10n/usr/lib/chromium/locales" en-GB |
    add chromium .5 chromium-l10n
packed "$out/root/libqt6webengine6-data/usr/share/qt6/translations/qtwebengine_locales" \
    en-US | add webengine .5 libqt6webengine6-data
aapt dump --values resources \
    "$out/root/android-framework-res/usr/share/android-framework-res/framework-res.apk" |
    awk -f "$step/aapt.awk" | add android .5 android-framework-res
mozilla=
office=
for lang in en-gb vi ja th; do
    mozilla="$mozilla firefox-esr-l10n-$lang thunderbird-l10n-$lang"
    [ "$lang" = en-gb ] || office="$office libreoffice-l10n-$lang"
done
# shellcheck disable=SC2086 # lists of names
unpack $mozilla $office $django $libraries
folders() # PACKAGE…
{
    for package; do
        echo "$out/root/$package"
    done
}
# shellcheck disable=SC2046,SC2086 # lists of names, here and below
catalogues $(folders $office) | add libreoffice .4 $office
# shellcheck disable=SC2046,SC2086
catalogues $(folders $django) | add django .4 $django
# shellcheck disable=SC2046,SC2086
catalogues $(folders $libraries) | add libraries .4 $libraries
{
    language_packs firefox-esr usr/lib/firefox-esr/browser/extensions
    language_packs thunderbird usr/lib/thunderbird/extensions
} >"$work/mozilla"
# shellcheck disable=SC2086
add mozilla .2 $mozilla <"$work/mozilla"
if [ "${2:-}" = --copyleft ]; then
    # shellcheck disable=SC2086
    unpack $programs
    # shellcheck disable=SC2046,SC2086
    catalogues $(folders $programs) | add programs .3 $programs
fi

# 4. Words that Japanese and Vietnamese both have from Chinese.
cut -f 3 "$work/edict" | sort -u >"$work/words"
opencc -c jp2t.json -i "$work/words" | paste "$work/words" - >"$work/old"
bzcat "$out/root/unicode-data/usr/share/unicode/Unihan_Readings.txt.bz2" |
    awk -F "$tab" '$2 == "kVietnamese"' >"$work/readings"
awk -f "$step/readings.awk" "$work/readings" "$work/edict" "$work/old" "$work/all" \
    >"$work/shared"
add_rows shared 1 edict unicode-data <"$work/shared"

# 5. Japanese and Thai over an English word.
awk -f "$step/pivot.awk" "$work/edict" "$work/all" >"$work/pivot"
add_rows pivot 1 edict <"$work/pivot"

# 6. A pair a file.
awk -v out="$work" -f "$step/pairs.awk" "$work/all"
for pair in vi-ja vi-th vi-en en-ja en-th ja-th; do
    cut -f 1,2 "$work/$pair.tsv" >"$out/$pair.src"
    cut -f 3 "$work/$pair.tsv" >"$out/$pair.${pair%-*}"
    cut -f 4 "$work/$pair.tsv" >"$out/$pair.${pair#*-}"
    cut -f 1 "$out/$pair.src" | sort | uniq -c |
        awk -v pair="$pair" '{ printf "%s\t%s\t%d\n", pair, $2, $1 }'
done
