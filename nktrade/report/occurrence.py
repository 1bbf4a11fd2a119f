"""Occurrences: which of the places where a surface stands on its own a claim is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from nktrade.core.claims import Figure

_NO_DIGIT_AFTER = re.compile(r"(?![0-9]|[.,][0-9])")
_NO_LETTER_AFTER = re.compile(r"(?![A-Za-z])")
_KEY = 3
"""Characters by which a place in the text is judged worth a closer look."""


def occurrences(text: str, figures: Iterable[Figure]) -> list[int]:
    """For each figure, which of the standalone places of its surface it is, counted from 1.

    A surface that begins or ends with a digit does not stand inside a longer number, one with a
    letter not inside a longer Latin word. All surfaces are sought in one pass over the text, so
    the time grows with the text and not with the text times the figures.
    """
    every = list(figures)
    places = _places(text, {figure.surface for figure in every})
    return [_rank(places.get(figure.surface, ()), figure.start) for figure in every]


def _rank(places: "list[int] | tuple[()]", start: int) -> int:
    return bisect_left(places, start) + 1


def _places(text: str, surfaces: set[str]) -> Mapping[str, list[int]]:
    """Where each surface stands on its own, never overlapping itself, in the order of the text."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for surface in surfaces - {""}:
        lengths[surface[:_KEY]].add(len(surface))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in _starts({key[0] for key in lengths}).finditer(text):
        start = match.start()
        for size in range(1, _KEY + 1):
            for length in lengths.get(text[start : start + size], ()):
                _take(text, start, length, surfaces, found)
    return found


def _take(
    text: str, start: int, length: int, surfaces: set[str], found: defaultdict[str, list[int]]
) -> None:
    surface = text[start : start + length]
    if surface not in surfaces or not _ends_well(text, start + length, surface[-1]):
        return
    if not found[surface] or found[surface][-1] + length <= start:
        found[surface].append(start)


def _starts(firsts: set[str]) -> re.Pattern[str]:
    """Every place where a surface with one of these first characters may begin."""
    digits = "".join(one for one in firsts if one.isdigit())
    letters = "".join(one for one in firsts if one.isalpha())
    others = "".join(firsts.difference(digits, letters))
    classes = (
        (digits, r"(?<![0-9])(?<![0-9][.,])"),
        (letters, r"(?<![A-Za-z])"),
        (others, ""),
    )
    return re.compile(
        "|".join(f"{guard}(?=[{re.escape(some)}])" for some, guard in classes if some) or r"(?!)"
    )


def _ends_well(text: str, end: int, last: str) -> bool:
    if last.isdigit():
        return _NO_DIGIT_AFTER.match(text, end) is not None
    return not last.isalpha() or _NO_LETTER_AFTER.match(text, end) is not None
