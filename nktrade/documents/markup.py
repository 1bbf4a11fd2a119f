"""Markup: HTML cut into tags and text with their places, in linear time on any input.

Why not a ready parser: docs/decisions/030-own-markup-tokenizer.md.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from nktrade.documents.weaving import Weaver

_START = re.compile(r"<(?=[A-Za-z!?/])")
_TAG_START = re.compile(r"</?[A-Za-z]")
# A quotation mark opens a value only after an equals sign, as in the HTML standard; possessive
# repeats keep each try to one pass.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:[^=>]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>"
)
_LOOSE_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]*+)(?P<rest>[^<>]*+)>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/>\"']++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"']*+)))?"
)
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
_REFERENCE = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_LONGEST_CODE = 7
_LAST_CODE = 0x10FFFF
_BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"
# What numbers 128 to 159 mean in pages: the HTML standard reads them as Windows-1252.
_WINDOWS = {number: bytes([number]).decode("cp1252", "replace") for number in range(128, 160)}


class Token(NamedTuple):
    """A tag, or a run of text where ``name`` is empty."""

    start: int
    end: int
    name: str = ""
    is_closing: bool = False
    rest: str = ""
    """What stands in the tag after its name; of raw text elements, see ``raw_end``."""
    raw_end: int = 0
    """Where the raw text after a script, style or title tag ends; 0 for other tags."""

    @property
    def attributes(self) -> dict[str, str]:
        """Names in lower case with their decoded values; the first of a repeated name counts."""
        found: dict[str, str] = {}
        for one in _ATTRIBUTE.finditer(self.rest):
            value = one["double"] or one["single"] or one["bare"] or ""
            found.setdefault(one["name"].lower(), decoded(value))
        return found


def tokens(source: str) -> Iterator[Token]:
    """Tags and runs of text in order; comments, declarations and scripts are left out."""
    tag, last_comment_end, last_close = _TAG, source.rfind("-->"), source.rfind(">")
    place = text_start = int(source.startswith(_BYTE_ORDER_MARK))
    while (start := _START.search(source, place)) and start.start() < last_close:
        place = start.start()
        found = tag.match(source, place)
        if found is None and tag is _TAG and _TAG_START.match(source, place):
            # A tag that never ends: from here on quotation marks no longer hide angle brackets,
            # so that no later tag is tried to the end of the source again.
            tag = _LOOSE_TAG
            continue
        end = found.end() if found else _declaration_end(source, place, last_comment_end)
        if end <= place:
            place += 1
            continue
        if text_start < place:
            yield Token(text_start, place)
        if found:
            token = _tag_token(source, found)
            yield token
            end = max(end, token.raw_end)
        place = text_start = end
    if text_start < len(source):
        yield Token(text_start, len(source))


def decoded(text: str) -> str:
    """The text with its character references resolved.

    >>> decoded("R&amp;D &#8364;5")
    'R&D €5'
    """
    if "&" not in text:
        return text
    weaver = Weaver()
    weave_text(weaver, text, 0)
    return weaver.text


def weave_text(weaver: Weaver, text: str, source_start: int) -> None:
    """Add a run of text whose character references are still escaped."""
    done = 0
    if "&" in text:
        for found in _REFERENCE.finditer(text):
            character, length = _resolved(found[0])
            if character:
                weaver.copy(text[done : found.start()], source_start + done)
                done = found.start() + length
                weaver.put(character, source_start + found.start(), source_start + done)
    weaver.copy(text[done:], source_start + done)


def _tag_token(source: str, found: re.Match[str]) -> Token:
    name, is_closing = found["name"].lower(), bool(found["slash"])
    raw_end = 0
    if name in _RAW and not is_closing:
        # The element's text runs to its own end tag, or where there is none to the end.
        close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, found.end())
        raw_end = close.start() if close else len(source)
    return Token(found.start(), found.end(), name, is_closing, found["rest"], raw_end)


def _declaration_end(source: str, place: int, last_comment_end: int) -> int:
    """The end of the comment or declaration that begins here; -1 where it has none."""
    if source.startswith("<!--", place) and last_comment_end >= place + 2:
        return source.find("-->", place + 2) + 3
    if _TAG_START.match(source, place):
        return -1
    return source.find(">", place) + 1 or -1


def _resolved(reference: str) -> tuple[str, int]:
    """The character meant by a reference and how many characters of it were used."""
    if reference[1] == "#":
        return _numbered(reference), len(reference)
    name = reference[1:]
    for length in range(len(name), 1, -1):
        if character := html5.get(name[:length]):
            return character, length + 1
    return "", 0


def _numbered(reference: str) -> str:
    digits, base = reference[2:].rstrip(";"), 10
    if digits[0] in "xX":
        digits, base = digits[1:], 16
    digits = digits.lstrip("0")
    number = int(digits, base) if 0 < len(digits) <= _LONGEST_CODE else 0
    if number in _WINDOWS:
        return _WINDOWS[number]
    is_character = 0 < number <= _LAST_CODE and not 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 - surrogates
    return chr(number) if is_character else REPLACEMENT
