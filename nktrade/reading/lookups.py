"""Look-ups: the spellings and time templates that begin with one word, compiled when first met."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial
from typing import NamedTuple

from nktrade.reading.longest import Longest
from nktrade.reading.patterns import template

_OPTION = re.compile(r"\[[^\[\]]*\]")
_PIECE = re.compile(r"\(([^()]*)\)|\{(\w+?)\d?\}|([^(){} ]+)")
"""A choice, a slot, or a literal word of a form without options."""
_WIDEST = 24
"""No filling of a slot is longer."""


class Entry(NamedTuple):
    """One spelling of a word, with what it is to the engine."""

    surface: str
    role: str
    value: str


class Template:
    """One time template; its pattern is compiled when the first text needs it."""

    def __init__(
        self, form: str, means: str, fillers: Mapping[str, str], blank: str, *, spaced: bool = True
    ) -> None:
        self.form, self.means = form, means
        self._fillers, self._blank, self._spaced = fillers, blank, spaced

    @cached_property
    def _reach(self) -> int:
        """No match is longer."""
        return len(self.form) + _WIDEST * self.form.count("{")

    @cached_property
    def _needed(self) -> tuple[Callable[[str], object], ...]:
        """What must be said of the text near a place for the template to stand there."""
        pieces = [found.groups() for found in _PIECE.finditer(_OPTION.sub(" ", self.form))]
        words = [_any_of(choice or word) for choice, _, word in pieces if choice or word]
        slots = Counter(slot for _, slot, _ in pieces if slot)
        filled = [_times(self._fillers[slot], count) for slot, count in slots.items()]
        return (*(one for one in words if one), *filled)

    def at(self, text: str, start: int) -> "re.Match[str] | None":
        """The template where it stands; nothing is compiled where a needed word is not near."""
        compiled: re.Pattern[str] | None = self.__dict__.get("match")  # once there, it is cheaper
        if compiled is not None:
            return compiled.match(text, start)
        window = text[start : start + self._reach]
        for needed in self._needed:
            if not needed(window):
                return None
        return self.match.match(text, start)

    @cached_property
    def match(self) -> "re.Pattern[str]":
        """The compiled pattern."""
        return template(self.form, self._fillers, self._blank, spaced=self._spaced)


def _any_of(choice: str) -> Callable[[str], object] | None:
    """Whether one of the alternatives' words is there; None where one of them has no word."""
    words = [_longest_word(one) for one in choice.split("|")]
    if not all(words):
        return None
    only = words[0]
    return (lambda window: only in window) if len(words) == 1 else partial(_holds_any, words)


def _holds_any(words: Iterable[str], window: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs twice the time, for every word of a text
        if word in window:
            return True
    return False


def _longest_word(alternative: str) -> str:
    found = (piece[3] or "" for piece in _PIECE.finditer(alternative))
    return max(found, key=len, default="")


@cache
def _times(filler: str, count: int) -> Callable[[str], object]:
    """Whether a slot can be filled so often."""
    find = re.compile(filler)
    return find.search if count == 1 else (lambda window: len(find.findall(window)) >= count)


class Lookup:
    """All that can begin with one word."""

    def __init__(self, entries: Mapping[str, Entry], templates: Iterable[Template]) -> None:
        self.entries = entries
        self.templates = tuple(templates)

    @cached_property
    def _longest(self) -> Longest:
        return Longest(self.entries)

    def at(self, text: str, start: int) -> Entry | None:
        """The longest spelling that stands there and ends where a Latin word ends."""
        found = self._longest.match(text, start)
        return self.entries[found[0]] if found else None

    def within(self, roles: frozenset[str]) -> "Lookup | None":
        """The look-up of the entries of some roles alone, without templates."""
        kept = {surface: one for surface, one in self.entries.items() if one.role in roles}
        return Lookup(kept, ()) if kept else None
