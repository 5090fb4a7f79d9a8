"""What the suite needs to know of a page: ids, addresses, words, structured data."""

import html.parser
import re

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ADDRESSES = {
    "a": ["href"], "link": ["href"], "script": ["src"], "img": ["src"], "iframe": ["src"],
    "form": ["action"], "source": ["src"], "use": ["href"], "area": ["href"],
}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.addresses, self.words, self.data, self.meta = [], [], [], [], {}
        self.title = self.h1 = ""
        self.stack = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        for name in ADDRESSES.get(tag, []):
            if attributes.get(name) is not None:
                self.addresses.append((tag, attributes.get("rel", ""), attributes[name], self.getpos()[0]))
        if tag == "meta":
            self.meta[attributes.get("name") or attributes.get("property")] = attributes.get("content")
        if tag not in VOID:
            hidden = "display:none" in attributes.get("style", "").replace(" ", "") or "hidden" in attributes
            self.stack.append((tag, attributes, hidden))

    def handle_endtag(self, tag):
        while self.stack:
            if self.stack.pop()[0] == tag:
                break

    def handle_data(self, text):
        tags = [tag for tag, _, _ in self.stack]
        if "script" in tags:
            if self.stack[-1][1].get("type") == "application/ld+json":
                self.data.append(text)
            return
        if "title" in tags and "svg" not in tags:
            self.title += text
            return
        if "style" in tags or any(hidden for _, _, hidden in self.stack):
            return
        if "h1" in tags:
            self.h1 += text
        self.words += re.findall(r"\w+", text)
