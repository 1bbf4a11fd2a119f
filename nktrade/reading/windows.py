"""Windows: the sentences of a text that can hold a claim, and those just before them."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nktrade.reading.clauses import Sentence, line_ends, sentences_of
from nktrade.reading.figures import counted_at
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import numeral_in_words
from nktrade.reading.places import placed_gates
from nktrade.reading.words import Mention

_BEFORE = 2
"""How many sentences before a figure may name what it leaves out."""
_NOTED = re.compile(r"\s*\([^()]*\)\s*")
_TITLES = 2
"""How many lines at the head of a page may say what all of it is about: the office, and of what month."""
_FAR = 8
"""How many lines, or sentences of the line before, are looked through for one that names a country."""
_NAMED = 3
"""How many sentences that name a country may say what is left out further down."""
_TAIL = 500
"""So many letters before a figure hold those sentences, in most texts."""
_STATES = frozenset({"resolution", "statement", "vague", "moved", "compared"})
_COUNTS = frozenset({"multiple", "fraction"})
_NAMES = frozenset({"area", "source"})
_LOOK_BACK = 12
_Span = tuple[int, int]


class _Gates(NamedTuple):
    """Places in order: of figures, of all that may hold a claim, and of names."""

    figures: Sequence[int]
    all: Sequence[int]
    names: Sequence[int]


def sentences(
    text: str, lexicon: Lexicon, found: Sequence[Mention], tables: Iterable[int] = ()
) -> Iterator[Sentence]:
    """The sentences that can hold a claim or a statement, each after those that lead up to it, as to a table."""
    printed = placed_gates if lexicon.places else _figures
    figures = sorted({*printed(text, lexicon), *_counts(text, lexicon, found), *tables})
    gates = _Gates(
        figures,
        sorted({*figures, *(one.start for one in found if one.role in _STATES)}),
        [one.start for one in found if one.role in _NAMES],
    )
    titles: list[_Span] = []
    passed: list[_Span] = []
    number = start = 0
    for end in line_ends(text):
        if _within(gates.all, start, end):
            context, most = _passed_over(text, passed, gates.names, lexicon), _BEFORE
            if number == 0 and passed and _is_heading(text, passed[-1], lexicon):
                context = list(dict.fromkeys([*titles[:_TITLES], *context[-1:]]))
                most = max(_BEFORE, len(context))
            spans = sentences_of(text, start, end, lexicon)
            for span in _chosen(context, spans, gates, most):
                yield Sentence(*span, number)
                number += 1
            passed = []
        elif text[start:end].strip():
            passed.append((start, end))
            titles.append((start, end))
        start = end


def _within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, in order, is there."""
    at = bisect.bisect_left(places, start)
    return at < len(places) and places[at] < end


def _is_heading(text: str, line: _Span, lexicon: Lexicon) -> bool:
    """Whether a line is no sentence, or a note in brackets, so that what it heads is about what the page is."""
    is_noted = _NOTED.fullmatch(text, *line) is not None
    return lexicon.places and (is_noted or lexicon.sentence.search(text, *line) is None)


def _passed_over(
    text: str, passed: Sequence[_Span], names: Sequence[int], lexicon: Lexicon
) -> list[_Span]:
    """Of what was passed over, the last sentences, and before them those that name a country."""
    if not passed:
        return []
    last = _last_of(text, *passed[-1], lexicon)
    told = [span for span in passed[-_FAR:] if _within(names, *span)]
    cut = [one for span in told for one in sentences_of(text, *span, lexicon)]
    return [*(one for one in cut if _within(names, *one) and one[1] <= last[0][0]), *last]


def _last_of(text: str, start: int, end: int, lexicon: Lexicon) -> list[_Span]:
    """The last sentences of a line; where its end holds more of them, its beginning is not cut up."""
    tail = sentences_of(text, max(start, end - _TAIL), end, lexicon)
    whole = tail if len(tail) > _BEFORE else sentences_of(text, start, end, lexicon)
    return whole[-_BEFORE:]


def _chosen(
    context: Sequence[_Span], spans: Sequence[_Span], gates: _Gates, most: int
) -> Iterator[_Span]:
    """The sentences with a gate, and before each figure those that lead up to it and have not been given."""
    waiting = list(context)
    for span in spans:
        if _within(gates.figures, *span):
            yield from _leading(waiting, gates.names, most)
        elif not _within(gates.all, *span):
            waiting.append(span)
            continue
        yield span
        waiting = []


def _leading(waiting: Sequence[_Span], names: Sequence[int], most: int) -> list[_Span]:
    """The last sentences that have not been given, and before them the last that name a country."""
    named = [span for span in waiting[:-most] if _within(names, *span)]
    return [*named[-_NAMED:], *waiting[-most:]]


def _figures(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where digits stand beside a currency or a unit."""
    for found in lexicon.digits.finditer(text):
        start, end = found.span()
        prefixed = lexicon.money_before.search(text[max(0, start - _LOOK_BACK) : start])
        if prefixed or is_measured(text, end, lexicon):
            yield start


def is_measured(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a scale, a unit, a spoken point or a counted noun stands behind a number."""
    place = end + (text[end : end + 1] in {" ", "-"})
    if lexicon.unit.match(text, place) or lexicon.scale.match(text, place):
        return True
    if lexicon.point and lexicon.point.match(text, end):
        return True
    return counted_at(text, end, lexicon) is not None


def _counts(text: str, lexicon: Lexicon, found: Sequence[Mention]) -> Iterator[int]:
    """Where words count something without digits."""
    for one in found:
        if one.role in _COUNTS:
            yield one.start
        elif one.role == "number":
            numeral = numeral_in_words(text, one.start, lexicon)
            if numeral and (numeral.scaled or is_measured(text, numeral.end, lexicon)):
                yield one.start
