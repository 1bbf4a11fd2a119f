"""The longest of some words at a place of a text, without a pattern until one is worth its compiling."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from string import ascii_letters
from typing import NamedTuple

from nktrade.reading.patterns import alternation, bounded

_LETTERS = frozenset(ascii_letters + "$")
_FEW = 4
"""So many lengths of words are always tried one by one."""
_OFTEN = 500
"""After so many places a pattern has won back what its compiling costs: one text asks less."""


class Standing(NamedTuple):
    """A word where it stands: as much of a pattern's match as is asked of it."""

    surface: str
    stop: int

    def end(self) -> int:
        """Where it ends."""
        return self.stop


Found = Standing | re.Match[str]


class Longest:
    """Words to be found at a place: the longest that stands there.

    >>> Longest(["ton", "tons"]).match("two tons", 4)
    Standing(surface='tons', stop=8)
    """

    match: Callable[[str, int], Found | None]
    """The longest word that begins at a place, and is not cut out of a longer Latin word."""

    def __init__(self, words: Collection[str], *, is_bounded: bool = True) -> None:
        self._words, self._is_bounded, self._left = words, is_bounded, _OFTEN
        self._lengths = sorted({len(word) for word in words}, reverse=True)
        self.match = self._counted if len(self._lengths) > _FEW else self._tried

    def finditer(self, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Every word of a stretch of text."""
        return self._pattern.finditer(text, start, stop)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        if self._is_bounded:
            return bounded(self._words)
        return re.compile(alternation(self._words) or r"(?!)")

    def _counted(self, text: str, start: int) -> Found | None:
        self._left -= 1
        if not self._left:
            self.match = self._pattern.match
        return self._tried(text, start)

    def _tried(self, text: str, start: int) -> Standing | None:
        for length in self._lengths:
            word = text[start : start + length]
            if word in self._words:
                stop = start + len(word)
                if not self._is_bounded or text[stop : stop + 1] not in _LETTERS:
                    return Standing(word, stop)
        return None
