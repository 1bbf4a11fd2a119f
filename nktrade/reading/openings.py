"""Openings: with which words a time template may go on behind its first one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

DIGIT = "0"
"""Stands for every digit."""
BLANKS = frozenset({" ", "-"})
"""What a blank of a form may be in print; none at all where words are written together."""
_OPEN = re.compile(r"\[(?P<option>[^\[\]]*)\]|\((?P<choice>[^()]*)\)")
_SLOT = re.compile(r"\{(\w+?)\d?\}")
_LATIN = re.compile(r"[A-Za-z]+")
_ON = re.compile(r"[ -]?([A-Za-z]+|[\s\S]?)")
_ON_BEHIND_DIGITS = re.compile(r"\d*[ -]?([A-Za-z]+|[\s\S]?)")
"""What ``behind`` and ``opening`` find, in one look: every word of a text is asked."""


class Filler(NamedTuple):
    """What may fill a slot of a time template."""

    pattern: str
    width: int
    """How long it may be, with what it looks at behind."""
    words: Mapping[str, Sequence[str]]
    """All that may stand for it by its first word; digits as 0 with what is written onto them: 0, 0th."""
    heads: frozenset[str]
    """Its first words, the names of eras included; none for digits."""
    begins: frozenset[str]
    """How it may begin, in one word or one letter of another script."""


def openings(form: str, word: str, fillers: Mapping[str, Filler]) -> frozenset[str] | None:
    r"""What may stand behind the first word, or behind digits, and one blank; None where all may.

    >>> n = Filler("\\d|two", 3, {"": ["0"], "two": ["two"]}, frozenset({"", "two"}), frozenset({"0", "two"}))
    >>> sorted(openings("the (past|{n} last) years", "the", {"n": n}))
    ['0', 'past', 'two']
    >>> sorted(openings("{n} (years|months) ago", "", {"n": n}))
    ['months', 'years']
    """
    found: set[str] = set()
    for one in _begun(form, word, fillers):
        rest = one[behind(one, word) :]
        slot, first = _SLOT.match(rest), opening(rest)
        is_cut = slot is None and rest[len(first) :].startswith("{")
        if not rest or rest[0] in BLANKS or is_cut:
            return None
        found |= fillers[slot[1]].begins if slot else {first}
    return frozenset(found) or None


def behind(text: str, word: str, start: int = 0) -> int:
    """Where a text goes on behind the word that begins there, or digits where the word is empty, and one blank."""
    place = start + len(word)
    while not word and text[place : place + 1].isdecimal():
        place += 1
    return place + (text[place : place + 1] in BLANKS)


def goes_on(text: str, word: str, start: int) -> str:
    """How a text goes on behind the word that begins there, or behind digits where the word is empty.

    >>> goes_on("in 2019", "in", 0), goes_on("2019-Q3", "", 0)
    ('0', 'Q')
    """
    found = _ON.match(text, start + len(word)) if word else _ON_BEHIND_DIGITS.match(text, start)
    first = found[1] if found else ""
    return DIGIT if first.isdecimal() else first


def _begun(form: str, word: str, fillers: Mapping[str, Filler]) -> Iterator[str]:
    """The form in each of the ways that its options, its choices and a slot at its head leave open, with that word first."""
    for one in _spelled_out(form):
        slot = _SLOT.match(one)
        if slot is None and one.startswith(word):
            yield one
        elif slot is not None:
            known = fillers[slot[1]].words.get(word, ())
            yield from (each + one[slot.end() :] for each in known)


def opening(text: str, start: int = 0) -> str:
    """The Latin word that begins there, or the one letter of another script, any digit as one; nothing at the end."""
    word = _LATIN.match(text, start)
    first = word[0] if word else text[start : start + 1]
    return DIGIT if first.isdecimal() else first


def _spelled_out(form: str) -> Iterator[str]:
    """The form in each of the ways that its options and choices leave open up to the second blank."""
    one = _OPEN.search(form)
    if one is None or form.count(" ", 0, one.start()) > 1:
        yield form
        return
    for inside in ("", one["option"]) if one["choice"] is None else one["choice"].split("|"):
        yield from _spelled_out(form[: one.start()] + inside + form[one.end() :])
