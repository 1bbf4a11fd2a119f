"""Look-ups: the spellings and time templates that begin with one word, compiled when first met."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from nktrade.reading.patterns import alternation, template

_OPEN = re.compile(r"\[[^\[\]()]*\]|\([^\[\]()]*\)|\{\w+\}")
"""An innermost option, choice or slot of a form."""
_REACH = 200
"""Longer than any time template in print."""


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
    def needed(self) -> tuple[str, ...]:
        """Words without which the template cannot stand: what is neither optional nor a choice."""
        form, before = self.form, ""
        while form != before:
            form, before = _OPEN.sub(" ", form), form
        return tuple(form.split())

    def at(self, text: str, start: int) -> "re.Match[str] | None":
        """The template where it stands; nothing is compiled where a needed word is not near."""
        window = text[start : start + _REACH]
        if all(word in window for word in self.needed):
            return self.match.match(text, start)
        return None

    @cached_property
    def match(self) -> "re.Pattern[str]":
        """The compiled pattern."""
        return template(self.form, self._fillers, self._blank, spaced=self._spaced)


class Lookup:
    """All that can begin with one word."""

    def __init__(self, entries: Iterable[Entry], templates: Iterable[Template]) -> None:
        self.entries = {one.surface: one for one in reversed(list(entries))}
        self.templates = tuple(templates)

    @cached_property
    def pattern(self) -> "re.Pattern[str] | None":
        """The longest spelling that ends where a word ends; None where there is no spelling."""
        body = alternation(self.entries)
        return re.compile(f"(?:{body})(?![A-Za-z])") if self.entries else None

    def within(self, roles: frozenset[str]) -> "Lookup | None":
        """The look-up of the entries of some roles alone, without templates."""
        kept = [one for one in self.entries.values() if one.role in roles]
        return Lookup(kept, ()) if kept else None
