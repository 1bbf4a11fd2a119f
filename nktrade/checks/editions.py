"""Editions: one report in several languages prints one number for one cell.

Two documents are editions of one report where they are written in different languages, come out within days,
and share their figures. Editions repeat one source: they are one witness, and where they differ one of them
slipped. Which one did cannot be told from the two alone, so none is named; the first print is, where dates tell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from nktrade.checks.notes import AGREE
from nktrade.checks.viewpoint import in_unit
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import WORLD, Channel, Flow, Kind, Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval

_KINDS = frozenset({Kind.LEVEL, Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.UNIT_PRICE})
_CHANGES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS})
_KEYED = ("flow", "reporter", "partner", "commodity", "period")
_DAYS = timedelta(days=7)
"""How long after the first print other editions follow: a week, for weeklies translate dailies."""
_SHARED = Fraction(1, 2)
"""The least part of the shorter one's figures that two editions share."""
_SLIPS = tuple(Fraction(10) ** power for power in (1, 2, 3, 4, 6, 8))
"""Factors between the number words of the four languages: 10^4, 10^8, thousand, million, billion."""
_MASS = {"kg": "t"}

Key = tuple[object, ...]


class _Print(NamedTuple):
    """One figure of a document, as a reader of any edition would line it up."""

    claim: Claim
    printed: Interval
    widest: Interval


class _Edition(NamedTuple):
    """A document with its figures by cell."""

    document: Document
    language: str
    prints: Mapping[Key, Sequence[_Print]]

    @property
    def name(self) -> str:
        """The document's name, its language and its day."""
        day = f", {self.document.date}" if self.document.date else ""
        return f"{self.document.id} ({self.language}{day})"


def editions_agree(
    texts: Iterable[tuple[Document, Reading]],
) -> dict[str, tuple[Relation, ...]]:
    """By document, each figure that it shares with an earlier edition, held against that one's print."""
    # A ledger is written in no language: it is no edition of anything.
    every = [_edition(document, reading) for document, reading in texts if reading.lang]
    found: dict[str, list[Relation]] = {}
    for one, other in _pairs(every):
        first, later = _in_order(one, other)
        own = found.setdefault(later.document.id, [])
        own += [_relation(first, later, key, f"e{n}") for n, key in _numbered(first, later, own)]
    return {document: tuple(relations) for document, relations in found.items()}


def _edition(document: Document, reading: Reading) -> _Edition:
    prints: dict[Key, list[_Print]] = {}
    for claim in reading.claims:
        if (key := _key(claim)) is not None and (told := _print(claim)) is not None:
            prints.setdefault(key, []).append(told)
    return _Edition(document, reading.lang, prints)


def _key(claim: Claim) -> Key | None:
    """The cell from the side whose code comes first; None where a part of it is open."""
    is_counted = claim.kind in _KINDS and claim.repeats is None and not claim.is_hypothetical
    if not is_counted or any(getattr(claim, name) is None for name in _KEYED):
        return None
    reporter, partner, flow = claim.reporter, claim.partner, claim.flow
    if _is_turned(claim) and flow is not None:
        reporter, partner, flow = partner, reporter, flow.mirrored
    unit = claim.figure.unit or ""
    is_smuggled = claim.channel is Channel.UNRECORDED
    told = (claim.rate, claim.scope, claim.base if claim.kind in _CHANGES else None, is_smuggled)
    cell = (claim.kind, reporter, partner, flow, claim.commodity, claim.period)
    return (*cell, _MASS.get(unit, unit), *told)


def _is_turned(claim: Claim) -> bool:
    sides = {claim.reporter, claim.partner}
    return WORLD not in sides and (claim.partner or "") < (claim.reporter or "")


def _print(claim: Claim) -> _Print | None:
    """The figure in the unit of its cell, with the sign of its words seen from the side of the cell."""
    is_mass = claim.figure.unit in _MASS and claim.kind is Kind.LEVEL
    printed = in_unit(claim, "t") if is_mass else claim.amount.printed
    widest = in_unit(claim, "t", widest=True) if is_mass else claim.amount.widest
    if printed is None or widest is None:
        return None
    is_balance = claim.flow is Flow.BALANCE and claim.kind is not Kind.CHANGE_PCT
    minus = (claim.sign == "-") and (is_balance or claim.kind in _CHANGES)
    if minus != (is_balance and _is_turned(claim)):
        printed, widest = -printed, -widest
    return _Print(claim, printed, widest)


def _pairs(every: Sequence[_Edition]) -> Iterator[tuple[_Edition, _Edition]]:
    """Documents that are editions of one report; only those that share a cell are looked at."""
    by_cell: dict[Key, list[int]] = {}
    for number, one in enumerate(every):
        for key in one.prints:
            by_cell.setdefault(key, []).append(number)
    met = {pair for numbers in by_cell.values() for pair in combinations(numbers, 2)}
    for first, second in sorted(met):
        if _are_editions(every[first], every[second]):
            yield every[first], every[second]


def _are_editions(one: _Edition, other: _Edition) -> bool:
    days = [edition.document.date for edition in (one, other)]
    houses = {edition.document.publisher for edition in (one, other)} - {None}
    is_near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= _DAYS
    if one.language == other.language or not is_near or len(houses) > 1:
        return False
    shared = [key for key in one.prints if key in other.prints]
    is_most = len(shared) >= _SHARED * min(len(one.prints), len(other.prints))
    agreed = any(_meeting(one.prints[key], other.prints[key]) for key in shared)
    slipped = all(_slip(one.prints[key][0], other.prints[key][0]) for key in shared)
    quoted = all(_offices(one.prints[key]) & _offices(other.prints[key]) for key in shared)
    return bool(shared) and is_most and (agreed or slipped or quoted)


def _in_order(one: _Edition, other: _Edition) -> tuple[_Edition, _Edition]:
    days = one.document.date, other.document.date
    is_later = days[0] is not None and days[1] is not None and days[1] < days[0]
    return (other, one) if is_later else (one, other)


def _numbered(
    first: _Edition, later: _Edition, before: Sequence[Relation]
) -> Iterator[tuple[int, Key]]:
    shared = (
        key
        for key in later.prints
        if key in first.prints and not _count_apart(first.prints[key], later.prints[key])
    )
    return enumerate(shared, start=len(before) + 1)


def _count_apart(one: Sequence[_Print], other: Sequence[_Print]) -> bool:
    """Whether the two name different offices that counted."""
    offices = _offices(one), _offices(other)
    return all(offices) and not offices[0] & offices[1]


def _offices(prints: Sequence[_Print]) -> set[str]:
    return {told.claim.source[-1] for told in prints if told.claim.source}


def _meeting(one: Sequence[_Print], other: Sequence[_Print]) -> tuple[_Print, _Print] | None:
    """Two prints of a cell that can be one number: several in one text are alternatives."""
    met = ((a, b) for a in one for b in other if a.printed.meets(b.printed))
    return next(met, None)


def _relation(first: _Edition, later: _Edition, key: Key, name: str) -> Relation:
    theirs, ours = first.prints[key], later.prints[key]
    agreed = _meeting(theirs, ours)
    before, own = agreed or (theirs[0], ours[0])
    relation = Relation(
        id=name,
        document=later.document.id,
        check=AGREE.name,
        type=AGREE.type,
        args=(("a", (own.claim.id,)),),
        left=own.printed,
        right=before.printed,
        gap=own.printed - before.printed,
        holds=agreed is not None,
    )
    return relation if agreed else _broken(relation, before, own, (first, later))


def _broken(
    relation: Relation, before: _Print, own: _Print, pair: tuple[_Edition, _Edition]
) -> Relation:
    """The relation with what is told of it: never more than a warning where a key was inferred."""
    guessed = sorted({name for told in (before, own) for name in told.claim.inferred} & {*_KEYED})
    is_rounding = before.widest.meets(own.widest)
    verdict = Verdict.ROUNDING if is_rounding else Verdict.MISREADING if guessed else Verdict.TIE
    return replace(
        relation,
        holds=False,
        verdict=verdict,
        severity=Severity.ERROR if verdict is Verdict.TIE else Severity.WARNING,
        explanation=_told(before, own, pair, guessed),
    )


def _told(
    before: _Print, own: _Print, pair: tuple[_Edition, _Edition], guessed: Sequence[str]
) -> str:
    first, later = pair
    days = first.document.date, later.document.date
    is_told = days[0] is not None and days[1] is not None and days[0] < days[1]
    shown = [
        f"{one.name} prints {told.claim.figure.surface!r}"
        for one, told in zip(pair, (before, own), strict=True)
    ]
    words = [f"{', '.join(shown)}: cannot all be true"]
    words.append(
        f"the first print is that of {first.document.id}"
        if is_told
        else "dates tell no first print"
    )
    if (factor := _slip(before, own)) is not None:
        words.append(f"they differ by a factor of {factor}, likely a slip of a number word")
    if guessed:
        words.append(f"but the {', '.join(guessed)} of one stands not in its own words")
    return "; ".join(words)


def _slip(one: _Print, other: _Print) -> Fraction | None:
    """The power of ten that makes the two one number; None where none does, or an end is open."""
    if None in {one.printed.low, one.printed.high, other.printed.low, other.printed.high}:
        return None
    for factor in _SLIPS:
        for small, large in ((one, other), (other, one)):
            if small.printed.scaled(factor).meets(large.printed):
                return factor
    return None
