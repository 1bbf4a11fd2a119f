"""Document text with every figure marked in place, as HTML."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nktrade.core.claims import Claim, Statement
from nktrade.report import quantities
from nktrade.report import words as wording
from nktrade.report.casebook import MARK_WORDS, Casebook, Mark
from nktrade.report.equation import signed
from nktrade.report.finding import Finding, findings_in
from nktrade.report.markup import Html, element, isolated, together, words
from nktrade.report.visible import on_one_line


@dataclass(frozen=True, slots=True)
class _Spot:
    """A run of text to be marked: how it stands, what it links to, and what is said of it."""

    start: int
    end: int
    mark: Mark
    anchor: str
    """Its id in the text, without the prefix."""
    target: str
    """The id of what it links to."""
    tip: str


class MarkedText:
    """The clean text of one document with all that is to be marked in it."""

    def __init__(self, book: Casebook, prefix: str) -> None:
        self.book = book
        self.prefix = prefix
        self._spots = _spots(book)
        self._starts = [spot.start for spot in self._spots]

    def between(self, start: int, end: int, *, anchors: bool = False) -> Html:
        """The text from start to end, each figure and doubtful citation a mark with a link."""
        text, here = self.book.checked.document.text, start
        parts: list[Html] = []
        inside = self._spots[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        for group in _groups(inside, end):
            first, last = group[0].start, max(spot.end for spot in group)
            surface = text[first:last]
            parts += [words(text[here:first]), _figure(surface, group, self.prefix, anchors)]
            here = last
        return together([*parts, words(text[here:end])])

    def link(self, start: int, said: str) -> Html:
        """The words as a link to the mark that covers this place of the text, where one does."""
        until = len(self.book.checked.document.text)
        for group in _groups(self._spots, until):
            if group[0].start <= start < max(one.end for one in group):
                return element("a", isolated(said), href=f"#{self.prefix}figure-{group[0].anchor}")
        return isolated(said)


def tip(book: Casebook, claim: Claim) -> str:
    """What is said of a figure where it stands: how it was read and how it stands."""
    mark = book.mark(claim)
    return (
        f"{claim.id}: {wording.subject(claim)}: {signed(claim)} "
        f"({quantities.span(claim.amount.printed, claim.figure.unit)}); {MARK_WORDS[mark]}"
    )


def _spots(book: Casebook) -> list[_Spot]:
    """What there is to mark, in the order of the text."""
    figures = [
        _Spot(one.figure.start, one.figure.end, book.mark(one), one.id, one.id, tip(book, one))
        for one in book.checked.reading.claims
    ]
    citations = [
        _Spot(
            one.start,
            one.end,
            Mark.WRONG,
            relation.id,
            relation.id,
            relation.explanation or relation.check,
        )
        for relation in book.checked.relations
        if relation.severity is not None and (one := book.citations.get(relation.id))
    ]
    return sorted((*figures, *citations, *_statements(book)), key=lambda one: (one.start, one.end))


def _statements(book: Casebook) -> list[_Spot]:
    """The statements without a number that a finding names, each with the first that does."""
    found: dict[str, _Spot] = {}
    for finding in findings_in(book):
        for one in finding.statements:
            found.setdefault(one.id, _stated(one, finding))
    return list(found.values())


def _stated(one: Statement, finding: Finding) -> _Spot:
    said = f"{one.id}: {finding.check}; {MARK_WORDS[Mark.NOTED]}"
    return _Spot(one.start, one.end, Mark.NOTED, one.id, finding.id, said)


def _figure(
    surface: str,
    group: Sequence[_Spot],
    prefix: str,
    anchors: bool,  # noqa: FBT001 - private
) -> Html:
    tips = "\n".join(one.tip for one in group)
    worst = min((one.mark for one in group), key=list(Mark).index)
    return element(
        "a",
        element("mark", surface),
        class_=f"figure {worst}",
        href=f"#{prefix}{group[0].target}",
        id=f"{prefix}figure-{group[0].anchor}" if anchors else None,
        data_tip=tips,
        aria_label=f"{on_one_line(surface)}, {tips}",
    )


def _groups(spots: Iterable[_Spot], end: int) -> Iterator[list[_Spot]]:
    """The spots that end in time; those that overlap are marked as one."""
    group: list[_Spot] = []
    reach = 0
    for spot in spots:
        if not spot.start < spot.end <= end:
            continue
        if group and spot.start >= reach:
            yield group
            group = []
        group.append(spot)
        reach = max(reach, spot.end)
    if group:
        yield group
