"""HTML: the few tags Telegram knows, read as strictly as Telegram reads them.

Offsets in error texts are bytes of the UTF-8 source; offsets of entities are UTF-16
units of the text that remains.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

from bot.emulator.shapes import Json, bad_request
from bot.emulator.utf16 import length

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)\b);?")
ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]*)(?P<equals>\s*=\s*)?(?P<value>"[^"]*(?:"|$)|'[^']*(?:'|$)|[A-Za-z0-9.\-]*)"""
)
END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
START_TAG = re.compile(r"<([^\s>]*)")
USER_LINK = re.compile(r"tg://user\?id=([0-9]{1,19})$")
LAST_CODE_POINT = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int
    at: int


class Reader:
    """Reads one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.offset = 0
        self.opened: list[Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        """Return the text and its entities."""
        while self.at < len(self.source):
            here = self.source[self.at]
            if here == "&":
                self._reference()
            elif here != "<":
                self._plain()
            elif self.source.startswith("</", self.at):
                self._end()
            else:
                self._start()
        if self.opened:
            _refuse(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return "".join(self.parts), self.entities

    def _plain(self) -> None:
        stops = (self.source.find(mark, self.at) for mark in "<&")
        end = min((stop for stop in stops if stop >= 0), default=len(self.source))
        self._write(self.source[self.at : end])
        self.at = end

    def _reference(self) -> None:
        found = REFERENCE.match(self.source, self.at)
        decoded = _decode(found) if found else None
        if found is None or decoded is None:
            self._write("&")
            self.at += 1
            return
        self._write(decoded)
        self.at = found.end()

    def _start(self) -> None:
        begin = self.at
        found = START_TAG.match(self.source, begin)
        if found is None or found.end() >= len(self.source):
            self._refuse("Unclosed start tag", begin)
        tag = found.group(1).lower()
        if tag not in TAGS:
            self._refuse(f'Unsupported start tag "{tag}"', begin)
        self.at = found.end()
        argument = ""
        while True:
            name, value = self._attribute(tag, begin)
            if not name:
                break
            argument = _argument(tag, name, value) or argument
        if tag == "span" and argument != "spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(Open(tag, argument, self.offset, len(self.parts)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        """Read one attribute; an empty name means that the tag ended."""
        rest = re.match(r"\s*", self.source[self.at :])
        self.at += rest.end() if rest else 0
        if self.at >= len(self.source):
            self._refuse("Unclosed start tag", begin)
        if self.source[self.at] == ">":
            self.at += 1
            return "", ""
        found = ATTRIBUTE.match(self.source, self.at)
        name = found.group("name") if found else ""
        if found is None or not name:
            self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
        if found.group("equals") is None:
            return self._bare(tag, name, begin, found.start("value"))
        self.at = found.end()
        if self.at >= len(self.source):
            self._refuse("Unclosed start tag", begin)
        value = found.group("value")
        if value[:1] in {'"', "'"}:
            return name, REFERENCE.sub(lambda one: _decode(one) or one.group(), value[1:-1])
        if not self.source[self.at].isspace() and self.source[self.at] != ">":
            self._refuse("Unexpected end of name token", found.start("value"))
        return name, value.lower()

    def _bare(self, tag: str, name: str, begin: int, end: int) -> tuple[str, str]:
        if (tag, name) != ("blockquote", "expandable"):
            words = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            self._refuse(words, begin)
        self.at = end
        return name, "expandable"

    def _end(self) -> None:
        begin = self.at
        if not self.opened:
            self._refuse("Unexpected end tag", begin)
        found = END_TAG.match(self.source, begin)
        if found is None or not found.group(2):
            self._refuse("Unclosed end tag", begin)
        opened = self.opened.pop()
        tag = found.group(1).lower()
        if tag and tag != opened.tag:
            words = f', expected "</{opened.tag}>", found "</{tag}>"'
            self._refuse("Unmatched end tag", begin, words)
        self.at = found.end()
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: Open) -> None:
        size = self.offset - opened.offset
        entity = _entity(opened, "".join(self.parts[opened.at :]))
        if entity is None:
            return
        body: Json = {**entity, "offset": opened.offset, "length": size}
        last = self.entities[-1] if self.entities else {}
        same = (last.get("offset"), last.get("length")) == (opened.offset, size)
        if opened.tag == "pre" and same and last.get("type") == "code":
            self.entities[-1] = {**body, **_language(last)}
        else:
            self.entities.append(body)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.offset += length(text)

    def _refuse(self, words: str, at: int, more: str = "") -> NoReturn:
        offset = len(self.source[:at].encode())
        _refuse(f"{words} at byte offset {offset}{more}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Turn HTML into text and entities.

    Raises:
        Refusal: "can't parse entities: ..." with the byte offset.

    """
    text, entities = Reader(source).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def _refuse(words: str) -> NoReturn:
    raise bad_request(f"can't parse entities: {words}")


def _decode(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > LAST_CODE_POINT:
        return None
    if code in SURROGATES:
        _refuse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)


def _argument(tag: str, name: str, value: str) -> str:
    """Keep the attribute a tag is interested in."""
    wanted = {
        ("a", "href"): "",
        ("code", "class"): "language-",
        ("span", "class"): "tg-",
        ("tg-emoji", "emoji-id"): "",
        ("blockquote", "expandable"): "",
    }
    prefix = wanted.get((tag, name))
    if prefix is None or not value.startswith(prefix):
        return ""
    return value.removeprefix(prefix)


def _entity(opened: Open, inside: str) -> Json | None:
    if opened.tag == "a":
        return _link(opened.argument or inside)
    if opened.tag == "tg-emoji":
        if not opened.argument.isdigit():
            _refuse("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": opened.argument}
    if opened.tag == "blockquote" and opened.argument:
        return {"type": "expandable_blockquote"}
    language = {"language": opened.argument} if opened.tag == "code" and opened.argument else {}
    return {"type": TAGS[opened.tag], **language}


def _link(url: str) -> Json | None:
    """Make a link; an address that is none is dropped without a word, as Telegram does."""
    if found := USER_LINK.match(url):
        user = {"id": int(found.group(1)), "is_bot": False, "first_name": ""}
        return {"type": "text_mention", "user": user}
    if "://" not in url:
        url = f"http://{url}"
    host = url.partition("://")[2].partition("/")[0]
    if url.startswith("tg://") or "." in host.strip("."):
        return {"type": "text_link", "url": url}
    return None


def _language(entity: Json) -> Json:
    return {"language": entity["language"]} if entity.get("language") else {}
