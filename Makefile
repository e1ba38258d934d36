# vialign. `make help` lists what there is to make.
VERSION   := 0.1.0
SOVERSION := 0
PREFIX    ?= /usr/local
MODE      ?= release
OUT       := build/$(MODE)
CC        ?= cc
PACKAGES  := icu-uc icu-i18n zlib libxml-2.0 json-c libxxhash

CFLAGS_release := -O2 -g
CFLAGS_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS_tsan    := -O1 -g -fsanitize=thread

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wpointer-arith -Wvla -Wwrite-strings -Wno-unused-parameter
FLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -fPIC -fopenmp \
         -fvisibility=hidden -MMD -MP $(WARNINGS) $(CFLAGS_$(MODE)) \
         -DVIA_VERSION='"$(VERSION)"' -DVIA_DATA_DIR='"$(PREFIX)/share/vialign"' \
         $(shell pkg-config --cflags $(PACKAGES))
LIBS := $(shell pkg-config --libs $(PACKAGES)) -lm

# The rooms, floor by floor; a new file is a word here and a line in src/README.md.
base     := arena buffer intern parallel status version
io       := folder gzip number reader stream table writer
text     := chars decode doc fold_table normal utf8
markup   :=
segment  :=
corpus   :=
evidence :=
align    :=
eval     :=
tm       :=
batch    :=
cli      :=
LIB_ROOMS := base io text markup segment corpus evidence align eval tm batch

# What a linguist may change: data files of the rooms, installed under share.
DATA :=

LIB_SRC := $(foreach room,$(LIB_ROOMS),$(patsubst %,src/$(room)/%.c,$($(room))))
CLI_SRC := $(patsubst %,src/cli/%.c,$(cli))
LIB_OBJ := $(LIB_SRC:src/%.c=$(OUT)/obj/%.o)
CLI_OBJ := $(CLI_SRC:src/%.c=$(OUT)/obj/%.o)
UNIT    := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard tests/unit/test_*.c))

LIB_A   := $(OUT)/lib/libvialign.a
TOOL    := $(OUT)/bin/vialign
SHARE   := $(patsubst %,$(OUT)/share/vialign/%,$(notdir $(DATA)))

.PHONY: all clean
all: $(LIB_A) $(TOOL) $(SHARE)

$(OUT)/obj/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -c $< -o $@

$(LIB_A): $(LIB_OBJ)
	@mkdir -p $(@D)
	@rm -f $@
	ar rcs $@ $^

$(TOOL): $(CLI_OBJ) $(LIB_A)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $^ $(LIBS) -o $@

vpath %.tsv $(sort $(dir $(DATA)))
vpath %.txt $(sort $(dir $(DATA)))
$(OUT)/share/vialign/%: %
	@mkdir -p $(@D)
	cp $< $@

$(OUT)/unit/%: tests/unit/%.c $(LIB_A) $(SHARE)
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -Itests $< $(LIB_A) $(LIBS) -lcmocka -o $@

clean:
	rm -rf build

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d)
