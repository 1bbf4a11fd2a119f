"""Windows: the sentences of a text that can hold a claim, and those just before them."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

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
_TAIL = 500
"""So many letters before a figure hold those sentences, in most texts."""
_STATES = frozenset({"resolution", "statement", "vague", "moved", "compared"})
_COUNTS = frozenset({"multiple", "fraction"})
_LOOK_BACK = 12


def sentences(
    text: str, lexicon: Lexicon, found: Sequence[Mention], tables: Iterable[int] = ()
) -> Iterator[Sentence]:
    """The sentences that can hold a claim or a statement, each after those that lead up to it, as to a table."""
    printed = placed_gates if lexicon.places else _figures
    figures = sorted({*printed(text, lexicon), *_counts(text, lexicon, found), *tables})
    gates = sorted({*figures, *(one.start for one in found if one.role in _STATES)})
    titles: list[tuple[int, int]] = []
    before: tuple[int, int] | None = None
    number = start = 0
    for end in line_ends(text):
        low = bisect.bisect_left(gates, start)
        here = gates[low : bisect.bisect_left(gates, end, low)]
        if here:
            context = _last_of(text, *before, lexicon) if before else []
            if number == 0 and before and _is_heading(text, before, lexicon):
                context = list(dict.fromkeys([*titles[:_TITLES], *context[-1:]]))
            spans = sentences_of(text, start, end, lexicon)
            low = bisect.bisect_left(figures, start)
            counted = figures[low : bisect.bisect_left(figures, end, low)]
            for span in _chosen(context, spans, here, counted):
                yield Sentence(*span, number)
                number += 1
            before = (spans[-1][1], end) if spans else None
        elif text[start:end].strip():
            before = (start, end)
            titles.append(before)
        start = end


def _is_heading(text: str, line: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a line is no sentence, or a note in brackets, so that what it heads is about what the page is."""
    is_noted = _NOTED.fullmatch(text, *line) is not None
    return lexicon.places and (is_noted or lexicon.sentence.search(text, *line) is None)


def _last_of(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The last sentences of a line; where its end holds more of them, its beginning is not cut up."""
    tail = sentences_of(text, max(start, end - _TAIL), end, lexicon)
    whole = tail if len(tail) > _BEFORE else sentences_of(text, start, end, lexicon)
    return whole[-_BEFORE:]


def _chosen(
    context: Sequence[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    gates: Sequence[int],
    figures: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """The sentences with a gate, and up to two before each figure that have not been given."""
    waiting, most = list(context), max(_BEFORE, len(context))
    for start, end in spans:
        if bisect.bisect_left(figures, start) < bisect.bisect_left(figures, end):
            yield from waiting[-most:]
        elif bisect.bisect_left(gates, start) == bisect.bisect_left(gates, end):
            waiting.append((start, end))
            continue
        yield start, end
        waiting = []


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
