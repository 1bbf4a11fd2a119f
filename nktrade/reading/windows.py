"""Windows: the sentences of a text that can hold a claim, and those just before them."""

import bisect
from collections.abc import Iterator, Sequence

from nktrade.reading.clauses import Sentence, line_ends, sentences_of
from nktrade.reading.figures import counted_at
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import numeral_in_words
from nktrade.reading.words import Mention

_BEFORE = 2
"""How many sentences before a figure may name what it leaves out."""
_HOLDS = frozenset({"resolution", "statement", "vague", "multiple", "fraction"})
_LOOK_BACK = 12


def sentences(text: str, lexicon: Lexicon, found: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences that can hold a claim or a statement, each after those that lead up to it."""
    gates = sorted({*_figures(text, lexicon), *_words(text, lexicon, found)})
    before: tuple[int, int] | None = None
    number = start = 0
    for end in line_ends(text):
        low = bisect.bisect_left(gates, start)
        here = gates[low : bisect.bisect_left(gates, end, low)]
        if here:
            context = sentences_of(text, *before, lexicon) if before else []
            spans = sentences_of(text, start, end, lexicon)
            for span in _chosen(context[-_BEFORE:], spans, here):
                yield Sentence(*span, number)
                number += 1
            before = (spans[-1][1], end) if spans else None
        elif text[start:end].strip():
            before = (start, end)
        start = end


def _chosen(
    context: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]], gates: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The sentences with a gate, and up to two before each that has not been given."""
    waiting = list(context)
    at = 0
    for span in spans:
        waiting.append(span)
        if at < len(gates) and gates[at] < span[1]:
            yield from waiting[-1 - _BEFORE :]
            waiting = []
            at = bisect.bisect_left(gates, span[1], at)


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


def _words(text: str, lexicon: Lexicon, found: Sequence[Mention]) -> Iterator[int]:
    """Where words state something, or count something."""
    for one in found:
        if one.role in _HOLDS:
            yield one.start
        elif one.role == "number":
            numeral = numeral_in_words(text, one.start, lexicon)
            if numeral and (numeral.scaled or is_measured(text, numeral.end, lexicon)):
                yield one.start
