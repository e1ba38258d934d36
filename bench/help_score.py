"""Help score: what vialign found among pages without names, against what ids told.

    help_score.py PAGES PAIR MATCHES UNITS [--errors]

PAGES is what help_pages.py made, PAIR such as vi-ja, MATCHES what `vialign match`
wrote, also of pairs that it is not sure of, UNITS what `vialign batch -f jsonl` did.
Prints the cells of a row of a table, and rows of how far confidences can be believed.

A paragraph counts as translated if its text differs from the English one with the same
id, so that the many which nobody has translated yet count for nothing; nor do those of
which no translation is known: with figures in both languages, but none in common (the
English text has changed since), or where a link was not found when the help was built.
Counted are pages with ten translated paragraphs or more, and what was found of these
pages:

- a match is right if both pages have the same path;
- a unit ties every paragraph of which it holds some text to every one of the other
  side. A tie is right if both are the same paragraph of the same page; it is passed
  over if neither of the two is translated, or if they are the same and not translated
  on both sides. Whatever else is tied to a translated paragraph is wrong, even in a
  unit that ties the right ones as well. All translated paragraphs of the pages that
  are counted are to be found, also where the pages were not matched.

Some pages sort their sections by title, so that paragraphs stand in another order in
each language, and no aligner that keeps the order can find more than a few. Ties are
scored on all pages, and once more without those where one translated paragraph in
twenty or more stands out of order.
"""
import bisect
import collections
import json
import os
import re
import sys

from help_pages import letters

MIN_TRANSLATED = 10
MAX_OUT_OF_ORDER = 0.05
MIN_CONFIDENCE = 0.5  # of what vialign matches unless it is told otherwise
BINS = 0.05, 0.2, 0.5, 0.7, 0.9, 0.99, 1.01


def number_ids(paragraphs):
    """[id, text] as ((id, n), text): an id may stand on a page more than once."""
    n_seen = collections.Counter()
    for id, text in paragraphs:
        n_seen[id] += 1
        yield (id, n_seen[id]), text


class Page:
    def __init__(self, path, paragraphs, english, is_english):
        self.path = path
        self.keys, self.begins = [], []
        self.text = ""
        self.texts = dict(number_ids(paragraphs))
        self.at = 0
        for key, text in number_ids(paragraphs):
            self.keys.append(key)
            self.begins.append(len(self.text))
            self.text += text
        self.translated = {
            key for key, text in self.texts.items()
            if key[0] and key in english and "notfound]" not in text and
            (is_english or english[key] != text)}

    def locate(self, text):
        """The paragraphs that hold the next stretch of text that reads like this."""
        begin = self.text.find(text, self.at)
        if begin < 0:
            begin = self.text.find(text)
        if begin < 0 or not text:
            return set()
        end = self.at = begin + len(text)
        return {key for i, key in enumerate(self.keys) if self.begins[i] < end and
                (i + 1 == len(self.keys) or self.begins[i + 1] > begin)}


def read_pages(folder, lang):
    with open(os.path.join(folder, "gold.json"), encoding="utf-8") as f:
        gold = json.load(f)
    english = {page["path"]: dict(number_ids(page["paragraphs"]))
               for page in gold["en"].values()}
    pages = {}
    for name, page in gold[lang].items():
        known = english.get(page["path"], {})
        pages[name] = Page(page["path"], page["paragraphs"], known, lang == "en")
    return pages


def f1(n_right, n_found, n_gold):
    precision = n_right / n_found if n_found else 0.0
    recall = n_right / n_gold if n_gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def have_same_figures(a, b):
    """Whether some figure stands in both texts, or one has none."""
    figures = [set(re.findall(r"\d+", text)) for text in (a, b)]
    return not all(figures) or bool(figures[0] & figures[1])


def is_in_order(src, tgt, translated):
    """Whether nearly all paragraphs are in a longest run of both pages in order."""
    places = {key: i for i, key in enumerate(tgt.keys)}
    run = []
    for key in src.keys:
        if key in translated:
            at = bisect.bisect_left(run, places[key])
            run[at:at + 1] = [places[key]]
    return len(run) > (1 - MAX_OUT_OF_ORDER) * len(translated)


class Gold:
    def __init__(self, folder, pair):
        self.sides = [read_pages(folder, lang) for lang in pair.split("-")]
        by_path = [{page.path: page for page in side.values()} for side in self.sides]
        self.translated = {}
        for path, src in by_path[0].items():
            if path in by_path[1]:
                tgt = by_path[1][path]
                self.translated[path] = {
                    key for key in src.translated & tgt.translated
                    if have_same_figures(src.texts[key], tgt.texts[key])}
        self.counted = {path for path, both in self.translated.items()
                        if len(both) >= MIN_TRANSLATED}
        self.in_order = {path for path in self.counted if is_in_order(
            by_path[0][path], by_path[1][path], self.translated[path])}

    def page(self, side, file):
        return self.sides[side][os.path.basename(file)]


def score_matches(gold, file):
    """Returns (confidence, is right) of what was found of pages that count."""
    sure = []
    for line in open(file, encoding="utf-8"):
        src, tgt, _, confidence = line.rstrip("\n").split("\t")
        src, tgt = gold.page(0, src), gold.page(1, tgt)
        if src.path in gold.counted or tgt.path in gold.counted:
            sure.append((float(confidence), src.path == tgt.path))
    return sure


def score_ties(gold, file):
    """Returns the ties that are right and those that are wrong, as (path, …)."""
    right, wrong = set(), set()
    for line in open(file, encoding="utf-8"):
        unit = json.loads(line)
        src = gold.page(0, unit["src_doc"])
        tgt = gold.page(1, unit["tgt_doc"])
        if src.path not in gold.counted and tgt.path not in gold.counted:
            continue
        for a in src.locate(letters(unit["src"])):
            for b in tgt.locate(letters(unit["tgt"])):
                a_is_gold = a in gold.translated.get(src.path, ())
                b_is_gold = b in gold.translated.get(tgt.path, ())
                tie = (src.path, a, tgt.path, b)
                if src.path == tgt.path and a == b:
                    if a_is_gold:
                        right.add(tie)
                elif a_is_gold or b_is_gold:
                    wrong.add(tie)
    return right, wrong


def cells_of_ties(gold, right, wrong, paths):
    n_right = sum(tie[0] in paths for tie in right)
    n_wrong = sum(tie[0] in paths or tie[2] in paths for tie in wrong)
    n_gold = sum(len(gold.translated[path]) for path in paths)
    return [str(n_gold)] + [f"{x:.3f}" for x in f1(n_right, n_right + n_wrong, n_gold)]


def main(folder, pair, matches, units):
    gold = Gold(folder, pair)
    matched = score_matches(gold, matches)
    sure = [is_right for confidence, is_right in matched if confidence >= MIN_CONFIDENCE]
    right, wrong = score_ties(gold, units)
    cells = [pair, str(len(gold.counted))]
    cells += [f"{x:.3f}" for x in f1(sum(sure), len(sure), len(gold.counted))]
    cells += cells_of_ties(gold, right, wrong, gold.counted)
    cells += cells_of_ties(gold, right, wrong, gold.in_order)
    print("| " + " | ".join(cells) + " |")
    for low, high in zip(BINS, BINS[1:]):
        here = [is_right for confidence, is_right in matched if low <= confidence < high]
        share = f"{sum(here) / len(here):.3f}" if here else ""
        print(f"| {pair} | {low:.2f} | {len(here)} | {share} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
