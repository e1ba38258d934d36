"""Help pages: the pages of LibreOffice's help as pages that nobody has seen, and gold.

    help_pages.py HELP PAGES

HELP holds en-US/text, vi/text and ja/text, in which a page has the same path and a
paragraph the same id in all languages. Writes PAGES/LANG/NAME.html and PAGES/gold.json.

Hidden in what is written, since it would tell which page or paragraph is which:
- paths: a page has a random name, another one in every language;
- ids, names, sources and titles of elements, and where links lead: of attributes only
  those that style a page are kept, and of ids only those that all pages share;
- keywords, scripts, links and the address of the source in the footer, which no reader
  sees.

gold.json is by language and name: the path of the page, and its paragraphs in order as
[id, text]. A paragraph without an id has "" for it. Letters that a page hides until a
script has found out the system of the reader are in no paragraph.
"""
import html
import json
import os
import random
import re
import sys
import unicodedata

LANGS = {"en": "en-US", "vi": "vi", "ja": "ja"}
KEPT_ATTRIBUTES = {"class", "dir", "lang", "hidden", "rowspan", "colspan", "border",
                   "type", "http-equiv", "content"}
SHARED_IDS = {"TopLeftHeader", "modules", "modules-nav", "accordion-1", "Contents",
              "Index", "Bookmarks", "search-bar", "DisplayArea", "SearchFrame",
              "DonationFrame"}
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre", "div", "tr",
          "table", "ul", "ol", "aside", "header", "footer", "title", "body"}
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "td", "th", "li"}

TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*)>')
ATTRIBUTE = re.compile(r'([a-zA-Z-]+)(?:="([^"]*)")?')
UNSEEN = re.compile(r"<script.*?</script>|<noscript.*?</noscript>|<(?:link|base)[^>]*>|"
                    r'<meta (?!http-equiv="Content-Type")[^>]*>|'
                    r'<div id="DEBUG".*?</div>', re.S)


def hide(page):
    """The page without what tells where it is from."""
    def strip(match):
        slash, tag, rest = match.groups()
        kept = []
        for name, value in ATTRIBUTE.findall(rest):
            if name == "href":
                kept.append(' href="#"')
            elif name in KEPT_ATTRIBUTES or (name == "id" and value in SHARED_IDS):
                kept.append(f' {name}="{value}"')
        return f"<{slash}{tag}{''.join(kept)}>"
    return TAG.sub(strip, UNSEEN.sub("", page))


def letters(text):
    """What of a text stays the same however it is laid out."""
    text = unicodedata.normalize("NFC", html.unescape(text))
    return "".join(c for c in text if not c.isspace() and
                   unicodedata.category(c) != "Cf")


class Paragraphs:
    """The paragraphs of a page in order, as [id, letters]."""

    def __init__(self, page):
        self.found = []
        self.id = self.text = ""
        self.n_hidden = 0
        at = page.index("<body")
        page = UNSEEN.sub("", page[at:])
        at = 0
        for match in TAG.finditer(page):
            self.add(page[at:match.start()])
            self.see(*match.groups())
            at = match.end()
        self.end("")

    def add(self, text):
        if not self.n_hidden:
            self.text += text

    def see(self, slash, tag, rest):
        attributes = dict(ATTRIBUTE.findall(rest))
        if tag == "span" and self.n_hidden:
            self.n_hidden += -1 if slash else 1
        elif tag == "span" and "hidden" in attributes:
            self.n_hidden = 1
        elif tag in BLOCKS:
            is_named = not slash and tag in PARAGRAPHS
            self.end(attributes.get("id", "") if is_named else "")

    def end(self, next_id):
        text = letters(self.text)
        if text:
            self.found.append([self.id, text])
            self.id = ""
        self.text = ""
        self.id = next_id or (self.id if not text else "")


def find_pages(folder):
    for root, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".html"):
                path = os.path.join(root, name)
                yield os.path.relpath(path, folder), path


def main(help_folder, out):
    gold = {}
    for lang, folder in LANGS.items():
        pages = sorted(find_pages(os.path.join(help_folder, folder, "text")))
        numbers = random.Random(lang).sample(range(100000, 1000000), len(pages))
        gold[lang] = {}
        os.makedirs(os.path.join(out, lang), exist_ok=True)
        for (path, file), number in zip(pages, numbers):
            name = f"{number}.html"
            with open(file, encoding="utf-8") as f:
                page = f.read()
            with open(os.path.join(out, lang, name), "w", encoding="utf-8") as f:
                f.write(hide(page))
            gold[lang][name] = {"path": path, "paragraphs": Paragraphs(page).found}
    with open(os.path.join(out, "gold.json"), "w", encoding="utf-8") as f:
        json.dump(gold, f, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
