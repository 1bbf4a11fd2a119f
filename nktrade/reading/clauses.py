"""Clauses: a text in sentences, a sentence in segments, each with what was found in it, in order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_STOPS = re.compile(r"[,;:()\[\]—]|--| - |\t")
_LONG_LINE = 55
_WIDEST_WRAP = 100
HEADS = frozenset({"flow", "deal", "deed", "other"})
_LEFT_OUT = frozenset({"excluding", "omitted"})
_LISTED = frozenset({"area", "commodity", "flow", "period", "figure"})


class Sentence(NamedTuple):
    """A run of text, and what stands in it: mentions, figures and stops in order of place."""

    start: int
    end: int
    number: int
    paragraph: int
    items: tuple[Mention, ...] = ()

    @property
    def has_figure(self) -> bool:
        """Whether a figure stands in it."""
        return any(one.role == "figure" for one in self.items)


def sentences(text: str, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of a text: lines end them unless a paragraph is wrapped."""
    number = paragraph = 0
    start = 0
    for line_end, breaks in _lines(text):
        for end in _ends(text, start, line_end, lexicon):
            if text[start:end].strip():
                yield Sentence(start, end, number, paragraph)
                number += 1
            start = end
        if breaks:
            paragraph += 1
        start = line_end


def _lines(text: str) -> Iterator[tuple[int, bool]]:
    """Where lines that end a sentence end, and whether a paragraph ends there too."""
    start = 0
    for found in re.finditer(r"\n+", text):
        line = text[start : found.start()]
        follows = text[found.end() : found.end() + 1]
        is_wrapped = (
            found.end() - found.start() == 1
            and _LONG_LINE <= len(line) <= _WIDEST_WRAP
            and line[-1] not in ".!?:\"'”"
            and (follows.islower() or follows.isdigit() or follows == "$" or line[-1] == ",")
        )
        start = found.end()
        if not is_wrapped:
            yield found.end(), True
    yield len(text), True


def _ends(text: str, start: int, stop: int, lexicon: Lexicon) -> Iterator[int]:
    for found in lexicon.sentence.finditer(text, start, stop):
        if not _abbreviates(text, found.start(), lexicon):
            yield found.end()
    yield stop


def _abbreviates(text: str, dot: int, lexicon: Lexicon) -> bool:
    """Whether the full stop belongs to a shortened word: Nov. 19, U.S. goods."""
    if text[dot] != ".":
        return False
    word = re.search(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z", text[max(0, dot - 12) : dot])
    return bool(word and word[0] in lexicon.abbreviations)


def filled(
    text: str, lexicon: Lexicon, found: list[Mention], figures: list[Spot]
) -> list[Sentence]:
    """Every sentence with its items; a mention that lies inside a figure goes with the figure."""
    marks = [Mention(one.start, one.end, "figure", str(index)) for index, one in enumerate(figures)]
    rows = sorted([*marks, *found], key=lambda one: (one.start, one.role != "figure", one.end))
    out: list[Sentence] = []
    at = 0
    for sentence in sentences(text, lexicon):
        items: list[Mention] = []
        while at < len(rows) and rows[at].start < sentence.end:
            items.append(rows[at])
            at += 1
        out.append(sentence._replace(items=tuple(_unshadowed(items))))
    return out


def _unshadowed(items: list[Mention]) -> Iterator[Mention]:
    """Items without the words that a figure swallowed; swallowed goods stay."""
    reached = -1
    for one in items:
        if one.role == "figure":
            reached = one.end
        elif one.start < reached and one.role != "commodity":
            continue
        yield one


def segments(text: str, sentence: Sentence) -> list[list[Mention]]:
    """The sentence cut at stops and at words that open a clause; lists of like things stay whole."""
    stops = [
        Mention(found.start(), found.end(), "stop", found[0].strip() or "-")
        for found in _STOPS.finditer(text, sentence.start, sentence.end)
    ]
    items = [one for one in sentence.items if one.role != "filler"]
    if stops:
        spans = [(one.start, one.end) for one in items if one.role in {"figure", "period"}]
        stops = [one for one in stops if not any(a <= one.start < b for a, b in spans)]
        items = sorted([*items, *stops], key=lambda one: one.start)
    out: list[list[Mention]] = [[]]
    for index, one in enumerate(items):
        if one.role == "stop" or (one.role == "break" and not _joins(items, index)):
            out.append([one])
        else:
            out[-1].append(one)
    return [one for one in out if one and not any(item.value in _LEFT_OUT for item in one)]


def _joins(items: list[Mention], index: int) -> bool:
    """Whether a soft break stands between two of a kind: coal and ore, exports and imports."""
    if items[index].value != "soft" or not 0 < index < len(items) - 1:
        return False
    before, after = items[index - 1], items[index + 1]
    return before.role == after.role and before.role in _LISTED - {"figure", "period"}
