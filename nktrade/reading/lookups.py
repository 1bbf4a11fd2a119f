"""Look-ups: the spellings and time templates that begin with one word, compiled when first met."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

from nktrade.reading.longest import Longest
from nktrade.reading.openings import Filler, goes_on, openings
from nktrade.reading.patterns import template

_OPTION = re.compile(r"\[[^\[\]]*\]")
_PIECE = re.compile(r"\(([^()]*)\)|\{(\w+?)\d?\}|([^(){} ]+)")
"""A choice, a slot, or a literal word of a form without options."""
_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+?)\d?\}")


class Entry(NamedTuple):
    """One spelling of a word, with what it is to the engine."""

    surface: str
    role: str
    value: str


class Template:
    """One time template; its pattern is compiled when the first text needs it."""

    def __init__(
        self,
        form: str,
        means: str,
        fillers: Mapping[str, Filler],
        blank: str,
        *,
        spaced: bool = True,
    ) -> None:
        self.form, self.means = form, means
        self._fillers, self._blank, self._spaced = fillers, blank, spaced

    @cached_property
    def _needed(self) -> tuple[tuple[int, Callable[[str], object]], ...]:
        """What must stand within so many letters for the template to begin at a place."""
        needed: list[tuple[int, Callable[[str], object]]] = []
        slots = Counter[str]()
        for piece in _PIECE.finditer(_OPTION.sub(lambda one: " " * len(one[0]), self.form)):
            choice, slot, word = piece.groups()
            slots[slot] += 1
            pattern = slot and self._fillers[slot].pattern
            test = _times(pattern, slots[slot]) if pattern else _any_of(choice or word)
            if test is not None:
                needed.append((self._reach(self.form[: piece.end()]), test))
        return tuple(needed)

    def _reach(self, form: str) -> int:
        """No text is longer that fits the beginning of the form."""
        plain = _SLOT.sub(lambda slot: "-" * self._fillers[slot[1]].width, form)
        return len(_CHOICE.sub(lambda choice: max(choice[1].split("|"), key=len), plain))

    def at(self, text: str, start: int) -> "re.Match[str] | None":
        """The template where it stands; nothing is compiled where a needed word is not near."""
        compiled: re.Pattern[str] | None = self.__dict__.get("match")  # once there, it is cheaper
        if compiled is not None:
            return compiled.match(text, start)
        for reach, needed in self._needed:
            if not needed(text[start : start + reach]):
                return None
        return self.match.match(text, start)

    def openings(self, word: str) -> frozenset[str] | None:
        """The words with which it may go on behind its first one; None where any may."""
        return openings(self.form, word, self._fillers)

    @cached_property
    def match(self) -> "re.Pattern[str]":
        """The compiled pattern."""
        fillers = {slot: one.pattern for slot, one in self._fillers.items()}
        return template(self.form, fillers, self._blank, spaced=self._spaced)


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
    """All that can begin with one word; with a digit, where the word is empty."""

    def __init__(
        self, word: str, entries: Mapping[str, Entry], templates: Iterable[Template]
    ) -> None:
        self.entries = entries
        self.templates = tuple(templates)
        self.word = word

    @cached_property
    def _longest(self) -> Longest:
        return Longest(self.entries)

    @cached_property
    def _opening(self) -> Mapping[str, Sequence[Template]]:
        """The templates by the word with which they go on; those that go on with any word by ""."""
        known = [(one, one.openings(self.word)) for one in self.templates]
        words = {"", *(word for _, begins in known for word in begins or ())}
        return {
            word: [one for one, begins in known if begins is None or word in begins]
            for word in words
        }

    def templates_at(self, text: str, start: int) -> Sequence[Template]:
        """The templates that may go on as the text does behind the first word."""
        known = self._opening
        return known.get(goes_on(text, self.word, start)) or known[""]

    def at(self, text: str, start: int) -> Entry | None:
        """The longest spelling that stands there and ends where a Latin word ends."""
        found = self._longest.match(text, start)
        return self.entries[found[0]] if found else None

    def within(self, roles: frozenset[str]) -> "Lookup | None":
        """The look-up of the entries of some roles alone, without templates."""
        kept = {surface: one for surface, one in self.entries.items() if one.role in roles}
        return Lookup(self.word, kept, ()) if kept else None
