"""Help score: what vialign found among pages without names, against what ids told.

    help_score.py PAGES PAIR MATCHES UNITS [--errors]

PAGES is what help_pages.py made, PAIR such as vi-ja, MATCHES what `vialign match`
wrote, UNITS what `vialign batch -f jsonl` did. Prints the cells of a row of a table,
and, behind an empty line, rows of how far confidences can be believed.

A paragraph counts as translated if its text differs from the English one with the same
id, so that the many which nobody has translated yet count for nothing. Counted are
pages with ten translated paragraphs or more, and what was found of these pages:

- a match is right if both pages have the same path;
- a unit ties every paragraph of which it holds some text to every one of the other
  side. A tie is right if both are the same paragraph of the same page; it is passed
  over if neither of the two is translated, or if they are the same and not translated
  on both sides. Whatever else is tied to a translated paragraph is wrong, even in a
  unit that ties the right ones as well. All translated paragraphs of the pages that
  are counted are to be found, also where the pages were not matched.
"""
import collections
import json
import os
import sys

from help_pages import letters

MIN_TRANSLATED = 10


def number_ids(paragraphs):
    """[id, text] as ((id, n), text): an id may stand on a page more than once."""
    n_seen = collections.Counter()
    for id, text in paragraphs:
        n_seen[id] += 1
        yield (id, n_seen[id]), text


class Page:
    def __init__(self, path, paragraphs, english):
        self.path = path
        self.keys, self.begins = [], []
        self.text = ""
        self.translated = set()
        self.at = 0
        for key, text in number_ids(paragraphs):
            self.keys.append(key)
            self.begins.append(len(self.text))
            self.text += text
            if key[0] and key in english and (english[key] != text or english is self):
                self.translated.add(key)

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
        pages[name] = Page(page["path"], page["paragraphs"], known)
        if lang == "en":
            pages[name].translated = {key for key in known if key[0]}
    return pages


def f1(n_right, n_found, n_gold):
    precision = n_right / n_found if n_found else 0.0
    recall = n_right / n_gold if n_gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


class Gold:
    def __init__(self, folder, pair):
        self.sides = [read_pages(folder, lang) for lang in pair.split("-")]
        by_path = [{page.path: page for page in side.values()} for side in self.sides]
        self.translated = {}
        for path, src in by_path[0].items():
            if path in by_path[1]:
                both = src.translated & by_path[1][path].translated
                self.translated[path] = both
        self.counted = {path for path, both in self.translated.items()
                        if len(both) >= MIN_TRANSLATED}

    def page(self, side, file):
        return self.sides[side][os.path.basename(file)]


def score_matches(gold, file):
    """Returns (right, found) and a list of (confidence, is right)."""
    sure = []
    for line in open(file, encoding="utf-8"):
        src, tgt, _, confidence = line.rstrip("\n").split("\t")
        src, tgt = gold.page(0, src), gold.page(1, tgt)
        if src.path in gold.counted or tgt.path in gold.counted:
            sure.append((float(confidence), src.path == tgt.path))
        if "--errors" in sys.argv and src.path != tgt.path and sure and not sure[-1][1]:
            print("wrong match", src.path, tgt.path, confidence, file=sys.stderr)
    return sure


def score_ties(gold, file):
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


def main(folder, pair, matches, units, *_):
    gold = Gold(folder, pair)
    sure = score_matches(gold, matches)
    n_right = sum(is_right for _, is_right in sure)
    right, wrong = score_ties(gold, units)
    n_gold = sum(len(gold.translated[path]) for path in gold.counted)
    cells = [str(len(gold.counted))]
    cells += [f"{x:.3f}" for x in f1(n_right, len(sure), len(gold.counted))]
    cells += [str(n_gold)]
    cells += [f"{x:.3f}" for x in f1(len(right), len(right) + len(wrong), n_gold)]
    print(" | ".join(cells))
    print()
    for low, high in (.5, .7), (.7, .9), (.9, .99), (.99, 1.01):
        here = [is_right for confidence, is_right in sure if low <= confidence < high]
        if here:
            print(f"{low:.2f} | {len(here)} | {sum(here) / len(here):.3f}")
    if "--errors" in sys.argv:
        tell_errors(gold, right, wrong)


if __name__ == "__main__":
    main(*sys.argv[1:])
