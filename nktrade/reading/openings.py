"""Openings: with which letters a time template may go on behind its first word."""

import re
from collections.abc import Iterator, Mapping

DIGIT = "0"
"""Stands for every digit."""
BLANKS = frozenset({" ", "-"})
"""What a blank of a form may be in print; none at all where words are written together."""
_OPTION = re.compile(r"\[([^\[\]]*)\]")
_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+?)\d?\}")


def openings(form: str, word: str, begins: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """The letters behind the first word and one blank, slots by what each begins with; None where any may stand.

    >>> sorted(openings("the (past|{n} last) years", "the", {"n": frozenset("05")}))
    ['0', '5', 'p']
    """
    found: set[str] = set()
    for one in _spelled_out(form):
        if one.startswith("{"):
            return None
        if not one.startswith(word):
            continue
        rest = one[len(word) :]
        rest = rest[1:] if rest[:1] in BLANKS else rest
        slot = _SLOT.match(rest)
        if not rest or rest[0] in BLANKS:
            return None
        found |= begins[slot[1]] if slot else {opening(rest)}
    return frozenset(found)


def opening(words: str) -> str:
    """The first letter of words, any digit as one; nothing where there are none."""
    return DIGIT if words[:1].isdecimal() else words[:1]


def _spelled_out(form: str) -> Iterator[str]:
    """The form in each of the ways that its options and choices leave open."""
    option, choice = _OPTION.search(form), _CHOICE.search(form)
    one = option or choice
    if one is None:
        yield form
        return
    for inside in ("", one[1]) if option else one[1].split("|"):
        yield from _spelled_out(form[: one.start()] + inside + form[one.end() :])
