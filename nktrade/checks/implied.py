"""What follows from the figures of a text without being printed, each with its assumptions.

Unit values, amounts a month, loads a day, balances and totals, levels before a printed change,
what a multiple of a cap amounts to.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nktrade.checks.choices import NEAR
from nktrade.checks.limits import allowances, multiple, set_at
from nktrade.checks.unit_values import price_rows_for, quotients
from nktrade.checks.viewpoint import direction
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.findings import Implied
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.reference.units import currencies

_KEY = ("reporter", "partner", "commodity", "period", "channel", "scope", "valuation")
_ARROWS = {Flow.EXPORT: ">", Flow.IMPORT: "<"}
_HUNDRED = Interval.point(100)
_SUPPOSED = "supposed by the text, not reported"


def implied(reading: Reading, suspects: frozenset[str] = frozenset()) -> tuple[Implied, ...]:
    """What follows from every figure that no error names as a suspect."""
    claims = [
        one
        for one in reading.claims
        if one.id not in suspects and one.repeats is None and one.flow is not None
    ]
    levels = [one for one in claims if one.kind is Kind.LEVEL and one.restates is None]
    return (
        *_prices(claims),
        *(found for one in levels for found in _rates(one)),
        *_sums(levels),
        *_bases(claims, levels),
        *_multiples(claims),
    )


def _prices(claims: Sequence[Claim]) -> Iterator[Implied]:
    for pair in quotients(claims):
        rows = price_rows_for(pair)
        beside = f"beside {len(rows)} sourced prices" if rows else "no other sourced price is held"
        told = ("value and quantity are of one flow", beside)
        yield _implied(pair.value, pair.price(), pair.unit, (pair.value, pair.quantity), told)


def _rates(claim: Claim) -> Iterator[Implied]:
    """Tonnes and barrels a month, counted things a day; money follows no such habit.

    Where a yearly cap holds, its use is told, and no month of it.
    """
    when, unit = claim.period, claim.figure.unit
    if when is None or claim.rate is not None or unit is None or unit in currencies():
        return
    if _is_capped(claim, when):
        return
    told = (_SUPPOSED,) if claim.is_hypothetical else ()
    printed = claim.amount.printed
    if unit == "count":
        days = (when.last - when.first).days + 1
        if days > 1:
            shared = printed.scaled(Fraction(1, days))
            yield _implied(claim, shared, "count/d", (claim,), ("as many on every day", *told))
    elif when.is_whole_months and when.month_count > 1:
        shared = printed.scaled(Fraction(1, when.month_count))
        yield _implied(claim, shared, f"{unit}/month", (claim,), ("as much in every month", *told))


def _is_capped(claim: Claim, when: Period) -> bool:
    flow = direction(claim)
    return flow is not None and any(allowances(claim.commodity or ALL_GOODS, flow, when))


def _sums(levels: Sequence[Claim]) -> Iterator[Implied]:
    """Total and balance of exports and imports of one key, where the text prints none."""
    groups: dict[tuple[object, ...], dict[Flow, list[Claim]]] = {}
    for one in levels:
        is_plain = one.period is not None and one.rate is None and not one.is_hypothetical
        if is_plain and one.figure.unit in currencies():
            key = (*(getattr(one, name) for name in _KEY), one.figure.unit)
            groups.setdefault(key, {}).setdefault(one.flow or Flow.TOTAL, []).append(one)
    for group in groups.values():
        exports, imports = group.get(Flow.EXPORT, []), group.get(Flow.IMPORT, [])
        if len(exports) != 1 or len(imports) != 1:
            continue
        sold, bought = exports[0].amount.printed, imports[0].amount.printed
        told = ("both figures as printed", "both valued alike")
        for flow, interval in ((Flow.TOTAL, sold + bought), (Flow.BALANCE, sold - bought)):
            if flow not in group:
                yield _implied(
                    exports[0],
                    interval,
                    exports[0].figure.unit,
                    (*exports, *imports),
                    told,
                    flow=flow,
                )


def _bases(claims: Sequence[Claim], levels: Sequence[Claim]) -> Iterator[Implied]:
    """The level before a printed change, where the text does not print it."""
    for change in claims:
        if change.kind is not Kind.CHANGE_PCT or change.base is None or change.period is None:
            continue
        base = change.period.before(change.base)
        own = [one for one in levels if _is_level_of(one, change)]
        beside = [one for one in own if one.sentence == change.sentence] or own
        if base is None or len(beside) != 1 or _is_printed(beside[0], base, levels):
            continue
        growth = change.amount.printed.scaled(-1 if change.sign == "-" else 1)
        before = beside[0].amount.printed * _HUNDRED / (growth + _HUNDRED)
        if before.low is not None or before.high is not None:
            told = ("the change is against the same office's figure",)
            unit = beside[0].figure.unit
            yield _implied(beside[0], before, unit, (beside[0], change), told, period=base)


def _multiples(claims: Sequence[Claim]) -> Iterator[Implied]:
    """What a multiple of a cap amounts to."""
    for one in claims:
        if one.kind is not Kind.RATIO:
            continue
        for cap in claims:
            near = abs(cap.sentence - one.sentence) <= NEAR
            if cap.kind is Kind.CAP and cap.commodity == one.commodity and near:
                told = ("the multiple is of the cap beside it",)
                amount = set_at(cap) * multiple(one)
                yield _implied(one, amount, cap.figure.unit, (one, cap), told)


def _is_level_of(level: Claim, change: Claim) -> bool:
    same = all(getattr(level, name) == getattr(change, name) for name in (*_KEY, "flow"))
    return same and level.rate is None and level.is_hypothetical == change.is_hypothetical


def _is_printed(level: Claim, base: Period, levels: Sequence[Claim]) -> bool:
    key = ("flow", "reporter", "partner", "commodity")
    return any(
        one.period == base and all(getattr(one, name) == getattr(level, name) for name in key)
        for one in levels
    )


def _implied(
    about: Claim,
    interval: Interval,
    unit: str | None,
    claims: tuple[Claim, ...],
    told: tuple[str, ...],
    *,
    flow: Flow | None = None,
    period: Period | None = None,
) -> Implied:
    """The record, its cell readable: 'import CHN < PRK all 2018-06 USD'."""
    seen = flow or about.flow or Flow.TOTAL
    parts = (
        seen,
        about.reporter or "?",
        _ARROWS.get(seen, "and"),
        about.partner or "?",
        about.commodity or "?",
        period or about.period or "undated",
        unit or "?",
    )
    return Implied(
        document=about.figure.document,
        cell=" ".join(map(str, parts)),
        interval=interval,
        claims=tuple(one.id for one in claims),
        assumptions=told,
    )
