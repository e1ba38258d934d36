# vialign. `make help` lists what there is to make.
VERSION   := 0.1.0
SOVERSION := 0
PREFIX    ?= /usr/local
LIBDIR    ?= $(PREFIX)/lib
MODE      ?= release
OUT       := build/$(MODE)

# Races are looked for with clang, whose OpenMP tells ThreadSanitizer what it does.
ifeq ($(origin CC),default)
CC  := $(if $(filter tsan,$(MODE)),clang,cc)
endif
ifeq ($(origin CXX),default)
CXX := c++
endif

CFLAGS_release := -O3 -g
# Sanitized libraries get part of what they need from the program.
LDFLAGS_release := -Wl,-z,defs
CFLAGS_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS_tsan    := -O1 -g -fsanitize=thread

# Libraries by their pkg-config names, and the Debian packages that bring them.
PACKAGES := icu-uc icu-i18n zlib libxml-2.0 json-c libxxhash
deb_icu-uc     := libicu-dev
deb_icu-i18n   := libicu-dev
deb_zlib       := zlib1g-dev
deb_libxml-2.0 := libxml2-dev
deb_json-c     := libjson-c-dev
deb_libxxhash  := libxxhash-dev

# What needs no compiler must work without libraries as well.
ifneq ($(filter-out help clean floors map news format uninstall,$(or $(MAKECMDGOALS),all)),)
ifeq ($(shell command -v pkg-config),)
$(error pkg-config is missing; on Debian: apt-get install pkg-config)
endif
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
ifeq ($(PACKAGE_LIBS),)
missing := $(foreach p,$(PACKAGES),$(if $(shell pkg-config --exists $p || echo no),$p))
$(error libraries are missing: $(missing); on Debian: apt-get install \
  $(sort $(foreach p,$(missing),$(deb_$p))))
endif
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES))
endif

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wpointer-arith -Wvla -Wwrite-strings -Wno-unused-parameter -Wno-missing-field-initializers
FLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -fPIC -fopenmp \
         -fvisibility=hidden $(WARNINGS) $(CFLAGS_$(MODE)) $(CFLAGS) \
         -DVIA_VERSION='"$(VERSION)"' -DVIA_DATA_DIR='"$(PREFIX)/share/vialign"' \
         $(PACKAGE_CFLAGS)
LIBS := $(LDFLAGS) $(PACKAGE_LIBS) -lm

# The rooms, floor by floor; a new file is a word here and a line in src/README.md.
base     := arena buffer edges ending intern parallel status version
io       := base64 folder gzip number reader stream stretch table writer
text     := breaker chars class_table cldr decode doc encoding fold_table lang_code languages letters lower normal tones utf8
markup   := html html_charset html_tags json json_read valid xml
segment  := borders cues exceptions general japanese line prefixes segmenter stops thai
page     := article bulk furniture headline page plain
corpus   := columns corpus filename folders gathering json_lines load manifest source
token    := japanese_runs spellings stem syllables thai_words token_sets tokens words
mention  := mention
value    := dates daytime decimal figures kanji numerals roman scope value_compose value_match value_rules value_slots value_tables value_words values
name     := choir hearing likeness name_finder name_pairs name_places name_reading name_seek names sounds spelling spoken syllable thai_letters word_roles
term     := term_guard term_list term_name term_trie terms
evidence := bead_score cooccur copies counts evidence finder ibm1 joint keys knowledge leave_out lengths lexicon lexicon_file lexicon_learn lexicon_merge lexicon_pair lexicon_rating listing matches meetings model name_keys parallel_text seams seed shape side sizes weights
align    := aligner anchors band bead_line candidates coarse kept_sides lattice learn lock_file locks path quote scout skips trail
match    := couples glosses index lessons match partners resemblance rivalry skeleton sketch
train    := chart fit terms
eval     := beadset eval golds links ratings raw sent spans tiling
tm       := format jsonl lines multi multi_read render tmx unit write
batch    := answers chunk content desk figures fitting holding job langs ledger loaded match_run matching memories multi multi_beads multi_compose multi_files multi_store outputs places plan regroup run sample standing tally training
cli      := align_command anchors_command align_stats batch_command eval_command furniture_talk help help_command main match_command options progress segment_command talk train_command
LIB_ROOMS := base io text markup segment page corpus mention token value name term evidence align match train eval tm batch

# What a linguist may change: data files of the rooms, installed under share.
DATA := $(addprefix src/text/data/,languages.tsv tcvn3.tsv viscii.tsv)
DATA += src/term/data/places.tsv src/term/data/terms.tsv
DATA += src/page/data/furniture.tsv
DATA += src/evidence/data/sizes.tsv src/evidence/data/weights.tsv src/evidence/data/SEED.md
DATA += $(addprefix src/evidence/data/seed-,vi-ja.tsv.gz vi-th.tsv.gz vi-en.tsv.gz \
          en-ja.tsv.gz en-th.tsv.gz ja-th.tsv.gz)
DATA += src/match/data/traits.tsv
DATA += $(addprefix src/value/data/values-,any.tsv en.tsv ja.tsv th.tsv vi.tsv)
DATA += $(addprefix src/name/data/,name-words.tsv reading-katakana.tsv \
          reading-latin.tsv reading-thai.tsv reading-vi.tsv sounds.tsv)
DATA += $(addprefix src/segment/data/,any-abbreviations.txt de-abbreviations.txt \
          de-starters.txt en-abbreviations.txt en-starters.txt fr-abbreviations.txt \
          fr-starters.txt ja-followers.tsv th-borders.tsv th-units.tsv \
          vi-abbreviations.txt vi-starters.txt)

LIB_SRC := $(foreach room,$(LIB_ROOMS),$(patsubst %,src/$(room)/%.c,$($(room))))
CLI_SRC := $(patsubst %,src/cli/%.c,$(cli))
LIB_OBJ := $(LIB_SRC:src/%.c=$(OUT)/obj/%.o)
CLI_OBJ := $(CLI_SRC:src/%.c=$(OUT)/obj/%.o)
UNIT    := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard tests/unit/test_*.c))

LIB_A   := $(OUT)/lib/libvialign.a
SONAME  := libvialign.so.$(SOVERSION)
LIB_SO  := $(OUT)/lib/libvialign.so.$(VERSION)
TOOL    := $(OUT)/bin/vialign
SHARE   := $(patsubst %,$(OUT)/share/vialign/%,$(notdir $(DATA)))
HEADER  := include/vialign.h
MAN     := $(wildcard src/cli/vialign.1)
COMPLETION := $(wildcard src/cli/completion.bash)

.PHONY: all check gold ablation asan tsan bench bench-help floors map news headers format install uninstall \
        clean help units FORCE
.DELETE_ON_ERROR:

all: $(LIB_A) $(LIB_SO) $(TOOL) $(SHARE) ## the library, the tool and its data, in build/

check: all units ## every test: rooms, header, units, tool, README, threads
	@scripts/check.sh $(OUT)

gold: all ## scores on texts with known answers, against tests/gold/scores.tsv (UPDATE=1 rewrites it)
	@scripts/gold.sh $(TOOL) $(if $(UPDATE),--update)

ablation: all ## what each kind of evidence is worth (UPDATE=1 rewrites tests/gold/ablation.tsv)
	@scripts/ablation.sh $(TOOL) $(if $(UPDATE),--update)

asan: ## units and tool under AddressSanitizer and UBSan
	@$(MAKE) --no-print-directory MODE=asan all units
	@scripts/check.sh build/asan unit cli

tsan: ## units and a batch with many workers under ThreadSanitizer (clang)
	@command -v clang >/dev/null || \
	  { echo "clang is missing; on Debian: apt-get install clang libomp-dev" >&2; exit 1; }
	@$(MAKE) --no-print-directory MODE=tsan all units
	@scripts/check.sh build/tsan unit threads

bench: all $(OUT)/bench/measure $(OUT)/bench/extract ## wall time of one worker against two, memory of long pairs
	@bench/bench.sh $(OUT) $(if $(UPDATE),--update)

bench-help: all $(OUT)/bench/measure ## matching on pages that nobody has paired (WORK=folder to fetch them into)
	@bench/help.sh $(OUT) $(or $(WORK),$(OUT)/help) $(if $(UPDATE),--update)

floors: ## who may include whom, the map, the size of files and functions
	@scripts/floors.sh

map: ## writes the lines of src/README.md from the captions of the files
	@scripts/map.sh

news: ## writes tests/articles/news, the running texts, from the units
	@scripts/news.sh

headers: ## the public header alone, in C11 and C++17
	@CC='$(CC)' CXX='$(CXX)' scripts/headers.sh $(HEADER)

format: ## lets clang-format decide
	clang-format -i $(wildcard include/*.h src/*/*.[ch] tests/*.h tests/*/*.c bench/*.c)

units: $(UNIT)

# ---- How things are made --------------------------------------------------------

# V=1 shows whole commands.
Q    := $(if $(V),,@)
say   = @$(if $(V),:,echo "  $1  $2")

# Changes when compiler or flags do, so that a new PREFIX is compiled in.
$(OUT)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(call quote,$(CC) $(FLAGS) $(LIBS)) | cmp -s - $@ || \
	  printf '%s\n' $(call quote,$(CC) $(FLAGS) $(LIBS)) >$@
# Changes when a file comes or goes.
$(OUT)/files: FORCE
	@mkdir -p $(@D)
	@echo '$(LIB_OBJ)' | cmp -s - $@ || echo '$(LIB_OBJ)' >$@

quote = '$(subst ','\'',$1)'

$(OUT)/obj/%.o: src/%.c $(OUT)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(FLAGS) -MMD -MP -c $< -o $@

$(LIB_A): $(LIB_OBJ) $(OUT)/files
	@mkdir -p $(@D)
	$(call say,AR,$@)
	$(Q)rm -f $@.new && ar rcs $@.new $(LIB_OBJ) && mv $@.new $@

$(LIB_SO): $(LIB_OBJ) $(OUT)/files
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) -shared $(LDFLAGS_$(MODE)) -Wl,-soname,$(SONAME) $(LIB_OBJ) $(LIBS) -o $@
	@ln -sf $(@F) $(@D)/$(SONAME)
	@ln -sf $(SONAME) $(@D)/libvialign.so

$(TOOL): $(CLI_OBJ) $(LIB_A)
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CLI_OBJ) $(LIB_A) $(LIBS) -o $@

define share_rule
$(OUT)/share/vialign/$(notdir $1): $1
	@mkdir -p $$(@D)
	$$(call say,CP,$$<)
	$$(Q)cp $$< $$@
endef
$(foreach file,$(DATA),$(eval $(call share_rule,$(file))))

$(OUT)/unit/%: tests/unit/%.c $(LIB_A) $(SHARE) $(OUT)/flags
	@pkg-config --exists cmocka || \
	  { echo "cmocka is missing; on Debian: apt-get install libcmocka-dev" >&2; exit 1; }
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) -MMD -MP -MF $@.d -MT $@ -Itests $< $(LIB_A) $(LIBS) -lcmocka -o $@

$(OUT)/bench/%: bench/%.c $(LIB_A) $(OUT)/flags
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $< $(LIB_A) $(LIBS) -o $@

# ---- Where things go ------------------------------------------------------------

SHARE_DIR := $(DESTDIR)$(PREFIX)/share

install: all ## into $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include
	install -m 755 $(TOOL) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(HEADER) $(DESTDIR)$(PREFIX)/include
	install -d $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 $(LIB_A) $(LIB_SO) $(DESTDIR)$(LIBDIR)
	ln -sf $(notdir $(LIB_SO)) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libvialign.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@VERSION@|$(VERSION)|' \
	  -e 's|@PACKAGES@|$(PACKAGES)|' scripts/vialign.pc.in \
	  >$(DESTDIR)$(LIBDIR)/pkgconfig/vialign.pc
	install -d $(SHARE_DIR)/vialign
	$(if $(SHARE),install -m 644 $(SHARE) $(SHARE_DIR)/vialign)
	$(if $(MAN),install -d $(SHARE_DIR)/man/man1)
	$(if $(MAN),install -m 644 $(MAN) $(SHARE_DIR)/man/man1/vialign.1)
	$(if $(COMPLETION),install -d $(SHARE_DIR)/bash-completion/completions)
	$(if $(COMPLETION),install -m 644 $(COMPLETION) \
	  $(SHARE_DIR)/bash-completion/completions/vialign)

uninstall: ## what install brought
	rm -f $(DESTDIR)$(PREFIX)/bin/vialign $(DESTDIR)$(PREFIX)/include/vialign.h
	rm -f $(DESTDIR)$(LIBDIR)/libvialign.a $(DESTDIR)$(LIBDIR)/libvialign.so*
	rm -f $(DESTDIR)$(LIBDIR)/pkgconfig/vialign.pc $(SHARE_DIR)/man/man1/vialign.1
	rm -f $(SHARE_DIR)/bash-completion/completions/vialign
	rm -rf $(SHARE_DIR)/vialign

clean: ## everything that was made
	rm -rf build

help: ## this list
	@echo 'make [MODE=release|asan|tsan] [PREFIX=$(PREFIX)] [DESTDIR=…] TARGET'
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' Makefile | \
	  awk -F '\t' '{ printf "  %-10s %s\n", $$1, $$2 }'

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNIT:=.d)
