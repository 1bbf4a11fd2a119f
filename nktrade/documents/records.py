"""Records: the texts in a JSON record and their places, whole or damaged, in one pass.

A damaged record is read as far as it goes: a quotation mark ends a text only where JSON could go
on behind it, raw line breaks are text, and what is missing at the end is missing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nktrade.core.documents import SourceMap
from nktrade.documents.markup import REPLACEMENT
from nktrade.documents.weaving import Weaver
from nktrade.errors import DocumentError

_TOKEN = re.compile(r"[{}\[\],:]|\"|[^\s\"{}\[\],:]++")
_TEXT_END = re.compile(
    r"\"(?=\s*+(?:[:}\]]|\Z|,\s*+(?:[\"{\[\d-]|true\b|false\b|null\b|\Z)))|\\.", re.DOTALL
)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[\"\\/bfnrt]"
)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Entry(NamedTuple):
    """One text or other value of a record, and the keys that lead to it."""

    path: str
    """Keys joined by full stops; places in lists are left out."""
    number: int
    """Of which record of an outermost list; 0 for the first or only one."""
    start: int
    end: int
    is_text: bool
    is_whole: bool


def entries(source: str, *, max_nesting: int, place: str) -> Iterator[Entry]:
    """The values of a JSON record in order, whatever is broken.

    Raises:
        DocumentError: it is nested deeper than the limit.
    """
    walk = _Walk(max_nesting, place)
    at = 0
    while found := _TOKEN.search(source, at):
        mark, at = found[0], found.end()
        if mark == '"':
            end, at = _text_end(source, at)
            entry = Entry("", 0, found.end(), end, is_text=True, is_whole=at > end)
        elif mark in "{}[],:":
            walk.take(mark)
            continue
        else:
            entry = Entry("", 0, found.start(), at, is_text=False, is_whole=True)
        if walk.is_key:
            walk.key = source[entry.start : entry.end]
        else:
            yield entry._replace(path=walk.path, number=walk.number)
    if walk.depth:
        yield Entry("", walk.number, len(source), len(source), is_text=False, is_whole=False)


def unescaped(source: str, start: int, end: int) -> tuple[str, SourceMap]:
    """The text between two places of a record with its escapes resolved, and the way back."""
    weaver, done = Weaver(), start
    for found in _ESCAPE.finditer(source, start, end):
        weaver.copy(source[done : found.start()], done)
        weaver.put(_meant(found[0]), found.start(), found.end())
        done = found.end()
    weaver.copy(source[done:end], done)
    return weaver.text, weaver.origin


class _Walk:
    """The containers that are open, with the key that each is at."""

    def __init__(self, max_nesting: int, place: str) -> None:
        self._max_nesting, self._place = max_nesting, place
        self._open: list[str | None] = []
        self._expects_key = False
        self.number = 0

    @property
    def depth(self) -> int:
        return len(self._open)

    @property
    def is_key(self) -> bool:
        return self._expects_key

    @property
    def path(self) -> str:
        return ".".join(key for key in self._open if key)

    @property
    def key(self) -> str:
        return self._open[-1] or ""

    @key.setter
    def key(self, key: str) -> None:
        self._open[-1] = key

    def take(self, mark: str) -> None:
        """Take a bracket, comma or colon into account; a closing one that closes nothing is not."""
        if mark in "{[":
            self._open.append("" if mark == "{" else None)
            self._check_depth()
        elif mark in "}]" and self._open:
            self._open.pop()
        elif mark == "," and self._open == [None]:
            self.number += 1
        self._expects_key = mark in "{," and bool(self._open) and self._open[-1] is not None

    def _check_depth(self) -> None:
        if len(self._open) > self._max_nesting:
            raise DocumentError(
                f"{self._place}: found JSON nested deeper than {self._max_nesting}, expected at most "
                "that; raise the limit with --max-nesting (max_nesting=)"
            )


def _text_end(source: str, start: int) -> tuple[int, int]:
    """Where a text ends and where to read on; both are the end of the source if it never ends."""
    for found in _TEXT_END.finditer(source, start):
        if found[0] == '"':
            return found.start(), found.end()
    return len(source), len(source)


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _LETTERS.get(escape[1], escape[1])
    if len(escape) > len("\\u0000"):
        return bytes.fromhex(escape[2:6] + escape[8:12]).decode("utf-16-be")
    number = int(escape[len("\\u") :], 16)
    return REPLACEMENT if 0xD800 <= number <= 0xDFFF else chr(number)  # noqa: PLR2004 - surrogates
