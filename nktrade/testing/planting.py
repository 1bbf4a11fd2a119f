"""Planting: where in a report a kind of fault has a place, and what it makes of the claims there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.claims import Citation, Claim
from nktrade.core.codes import Flow, Kind
from nktrade.core.period import Period
from nktrade.testing.amounts import Form, digits_of, rounded
from nktrade.testing.choice import Choice
from nktrade.testing.edits import Edit
from nktrade.testing.languages import language
from nktrade.testing.pieces import Cited, Printed, Turn
from nktrade.testing.resolutions import RESOLUTIONS
from nktrade.testing.slips import DIGIT_SLIPS, slips
from nktrade.testing.worlds import Fact
from nktrade.testing.writing import WrittenReport

_OTHER_UNITS = {"USD": ("CNY",), "CNY": ("USD",), "t": ("kg", "bbl"), "bbl": ("t",)}
_PERCENTS = frozenset({Kind.CHANGE_PCT, Kind.SHARE_PCT})


@dataclass(frozen=True, slots=True)
class Planted:
    """What a slip writes, and the claims or citations as they then stand, places not yet moved."""

    edits: tuple[Edit, ...]
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()


Planter = Callable[[WrittenReport, Choice], Planted | None]


def _digits(kind: str) -> Planter:
    """Wrong digits in a level, a difference or a price."""

    def planter(report: WrittenReport, choice: Choice) -> Planted | None:
        return _slipped([one for one in report.printed if not _is_percent(one)], kind, choice)

    return planter


def _percentage(report: WrittenReport, choice: Choice) -> Planted | None:
    """Wrong digits in a change or a share."""
    return _slipped(
        [one for one in report.printed if _is_percent(one)], choice.one(DIGIT_SLIPS), choice
    )


def _slipped(places: Sequence[Printed], kind: str, choice: Choice) -> Planted | None:
    found = [(one, digits) for one in places if (digits := _possible(one, kind))]
    if not found:
        return None
    one, digits = choice.one(found)
    return _reprinted(one, replace(one.claim.amount, digits=choice.one(digits)))


def _possible(one: Printed, kind: str) -> tuple[str, ...]:
    """The slips that can be printed: numerals with big words have no decimals."""
    found = slips(one.claim.amount.digits, kind)
    is_whole = one.form.notation in {"myriad", "worded"}
    return tuple(slip for slip in found if not (is_whole and "." in slip))


def _scale(report: WrittenReport, choice: Choice) -> Planted | None:
    """Million for billion, or three or four zeros too many."""
    places = [one for one in report.printed if one.claim.kind is Kind.LEVEL]
    found = [(one, amount) for one in places for amount in _rescaled(one)]
    return _reprinted(*choice.one(found)) if found else None


def _rescaled(one: Printed) -> list[Amount]:
    amount, form = one.claim.amount, one.form
    if amount.scale != 1 and form.notation != "cell":
        powers = [power for power in form.scales if power and 10**power != amount.scale]
        return [replace(amount, scale=Fraction(10**power)) for power in powers]
    if form.notation == "cell" or "." in amount.digits:
        return []
    step = 4 if form.language.big_words else 3
    return [replace(amount, digits=amount.digits + "0" * step)]


def _swap(report: WrittenReport, choice: Choice) -> Planted | None:
    """Two figures of one unit, each in the place of the other."""
    found = [
        (one, other)
        for place, one in enumerate(report.printed)
        for other in report.printed[place + 1 :]
        if one.claim.kind is other.claim.kind
        and one.claim.figure.unit == other.claim.figure.unit
        and one.claim.value != other.claim.value
    ]
    if not found:
        return None
    one, other = choice.one(found)
    first, second = _with_print(one, other), _with_print(other, one)
    return Planted((*first.edits, *second.edits), (*first.claims, *second.claims))


def _with_print(one: Printed, other: Printed) -> Planted:
    """The claim of one with the amount of the other, hedged as it was."""
    mine = one.claim.amount
    amount = replace(other.claim.amount, approx=mine.approx, slack=mine.slack)
    return _printed_as(one, amount, other.claim.figure.surface)


def _unit(*units: str) -> Planter:
    """Another unit behind the same number."""

    def planter(report: WrittenReport, choice: Choice) -> Planted | None:
        places = [one for one in report.printed if one.claim.figure.unit in units]
        found = [(one, form) for one in places for form in _other_forms(one)]
        if not found:
            return None
        one, form = choice.one(found)
        planted = _printed_as(one, one.claim.amount, form.surface(one.claim.amount))
        claim = planted.claims[0]
        return replace(
            planted, claims=(replace(claim, figure=replace(claim.figure, unit=form.unit)),)
        )

    return planter


def _other_forms(one: Printed) -> list[Form]:
    words = one.form.language.units
    return [
        form
        for unit in _OTHER_UNITS[one.form.unit]
        for pattern in getattr(words[unit], one.form.notation)[:1]
        if (form := replace(one.form, unit=unit, pattern=pattern)).can_print(one.claim.amount)
        and one.form.notation != "cell"
    ]


def _turned(kind: str) -> Planter:
    """Words that say the opposite direction, or another period."""

    def planter(report: WrittenReport, choice: Choice) -> Planted | None:
        found = [
            (turn, claims)
            for turn in report.turns
            if turn.kind == kind and (claims := _under(turn, report.claims))
        ]
        if not found:
            return None
        turn, claims = choice.one(found)
        return Planted((Edit(turn.start, turn.end, turn.false),), claims)

    return planter


def _under(turn: Turn, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that a turn makes false, as they then stand."""
    if turn.kind == "period":
        dated = _dated_by(turn, claims)
        return tuple(
            replace(one, period=one.period.shifted(turn.shift)) for one in dated if one.period
        )
    return tuple(
        replace(one, sign="-" if one.sign == "+" else "+")
        for one in claims
        if one.sentence == turn.sentence
        and one.sign
        and one.flow is turn.flow
        and one.base == turn.base
    )


def _dated_by(turn: Turn, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of its sentence, and of those behind it that go on without a period of their own."""
    for one in claims:
        if one.sentence > turn.sentence and "period" not in one.inferred:
            return
        if one.sentence >= turn.sentence:
            yield one


def _sum(flow: Flow) -> Planter:
    """A total or balance reckoned wrongly: subtracted for added, or last year's figures taken."""

    def planter(report: WrittenReport, choice: Choice) -> Planted | None:
        places = [
            one for one in report.printed if one.claim.flow is flow and one.claim.kind is Kind.LEVEL
        ]
        found = [(one, amount) for one in places for amount in _misreckoned(one, report)]
        return _reprinted(*choice.one(found)) if found else None

    return planter


def _misreckoned(one: Printed, report: WrittenReport) -> list[Amount]:
    """The print with other values in it, at the digits it has; the sign stays."""
    claim = one.claim
    if claim.period is None or claim.flow is None:
        return []
    other = Flow.BALANCE if claim.flow is Flow.TOTAL else Flow.TOTAL
    periods = ((other, claim.period), (claim.flow, _year_before(claim.period, report)))
    truths = [
        report.world.truth(
            Fact(kind=Kind.LEVEL, flow=flow, period=period, unit=claim.figure.unit or "USD")
        )
        for flow, period in periods
    ]
    amounts = [_at_digits(abs(truth), claim.amount) for truth in truths]
    return [amount for amount in amounts if amount and amount.digits != claim.amount.digits]


def _year_before(period: Period, report: WrittenReport) -> Period:
    earlier = period.shifted(-12)
    return earlier if earlier.first >= report.world.first else period


def _at_digits(value: Fraction, amount: Amount) -> Amount | None:
    """The value with the decimals, or the zeros at the end, of another print."""
    steps = rounded(value / amount.place, "half_up")
    whole, _, decimals = amount.digits.partition(".")
    places = len(decimals) or len(whole.rstrip("0")) - len(whole)
    return replace(amount, digits=digits_of(steps, places)) if steps else None


def _citation_number(report: WrittenReport, choice: Choice) -> Planted | None:
    """The number of another resolution, or one with digits exchanged or one of them wrong."""
    if not report.cited:
        return None
    one = choice.one(report.cited).citation
    others = [other.number for other in RESOLUTIONS if other.number != one.number]
    near = [*slips(str(one.number), "transposition"), *slips(str(one.number), "substitution")]
    number = int(choice.one(choice.one((near, [str(other) for other in others]))))
    words = one.surface.replace(str(one.number), str(number))
    return Planted((Edit(one.start, one.end, words),), citations=(replace(one, number=number),))


def _citation_date(report: WrittenReport, choice: Choice) -> Planted | None:
    """A resolution of another year, or of the month before."""
    if not report.cited:
        return None
    one = choice.one(report.cited)
    return _redated(one, choice.one(_other_days(one)), report)


def _other_days(one: Cited) -> list[date]:
    assert one.citation.adopted is not None  # noqa: S101 - the writer dates every citation
    period = one.citation.adopted
    return [period.shifted(months).first for months in (-12, 12, -1)]


def _redated(one: Cited, day: date, report: WrittenReport) -> Planted:
    words = language(report.lang).spoken(day, one.date_form)
    citation = replace(one.citation, adopted=Period(day, day))
    return Planted((Edit(one.date_start, one.date_end, words),), citations=(citation,))


def _reprinted(one: Printed, amount: Amount) -> Planted:
    return _printed_as(one, amount, one.form.surface(amount))


def _printed_as(one: Printed, amount: Amount, surface: str) -> Planted:
    figure = one.claim.figure
    claim = replace(one.claim, figure=replace(figure, amount=amount, surface=surface))
    return Planted((Edit(figure.start, figure.end, surface),), (claim,))


def _is_percent(one: Printed) -> bool:
    return one.claim.kind in _PERCENTS


PLANTERS: dict[str, Planter] = {
    **{kind: _digits(kind) for kind in DIGIT_SLIPS},
    "scale": _scale,
    "swap": _swap,
    "direction": _turned("direction"),
    "percentage": _percentage,
    "period": _turned("period"),
    "currency": _unit("USD", "CNY"),
    "unit": _unit("t", "bbl"),
    "total": _sum(Flow.TOTAL),
    "balance": _sum(Flow.BALANCE),
    "citation number": _citation_number,
    "citation date": _citation_date,
}
