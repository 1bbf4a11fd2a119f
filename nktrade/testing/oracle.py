"""The oracle: which claims of a report cannot all be true, decided the plain way.

It takes claims whose keys are known to be right, so nothing is read and nothing is guessed, and it
shares no line with the checks it judges. A pair of loops and exact fractions are enough: a report
has a dozen figures. It says whether a planted fault can be noticed at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations

from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.interval import Interval

_HUNDRED = Interval.point(100)
_MONEY = ("USD", "CNY")
_RATES = Interval.of(5, 9)
"""Yuan to the dollar since 2005, with room; source: IMF International Financial Statistics."""

_Sides = tuple[Interval, Interval]


@dataclass(frozen=True, slots=True)
class Identity:
    """Claims that are bound by one identity, and the two roads to one number at their widest."""

    name: str
    claims: tuple[str, ...]
    left: Interval
    right: Interval

    @property
    def can_hold(self) -> bool:
        """Whether the two roads meet."""
        return self.left.meets(self.right)


def identities(claims: Sequence[Claim]) -> tuple[Identity, ...]:
    """Every identity among the claims: repeats, sums, balances, changes, shares, prices, parts."""
    found = [
        Identity(name, tuple(one.id for one in group), *sides)
        for size, rules in _RULES.items()
        for group in permutations(claims, size)
        for name, rule in rules.items()
        if (sides := rule(group)) is not None
    ]
    return tuple(found)


def contradictions(claims: Sequence[Claim]) -> tuple[Identity, ...]:
    """The identities that cannot hold even at the widest reading of every figure."""
    return tuple(one for one in identities(claims) if not one.can_hold)


def _wide(claim: Claim) -> Interval:
    """The signed number at its widest: falls and deficits are negative."""
    return -claim.amount.widest if claim.sign == "-" else claim.amount.widest


def _cell(claim: Claim) -> tuple[object, ...]:
    """What two claims must share to speak of one thing, flow and period left out."""
    return claim.reporter, claim.partner, claim.commodity, claim.figure.unit


def _is_level(claim: Claim, flow: Flow | None = None) -> bool:
    return claim.kind is Kind.LEVEL and (flow is None or claim.flow is flow)


def _repeat(group: Sequence[Claim]) -> _Sides | None:
    first, second = group
    key = (_cell(first), first.kind, first.flow, first.period, first.base)
    if first.id >= second.id or key != (
        _cell(second),
        second.kind,
        second.flow,
        second.period,
        second.base,
    ):
        return None
    return _wide(first), _wide(second)


def _restatement(group: Sequence[Claim]) -> _Sides | None:
    yuan, dollars = group
    if dollars.restates != yuan.id:
        return None
    same = yuan.figure.unit == dollars.figure.unit
    return _wide(yuan), _wide(dollars) * (Interval.point(1) if same else _RATES)


def _part(group: Sequence[Claim]) -> _Sides | None:
    """What flowed in a month is no more than what flowed in a run that holds it."""
    part, whole = group
    bound = (
        _is_level(part)
        and _is_level(whole)
        and part.flow is whole.flow
        and part.flow is not Flow.BALANCE
        and _cell(part) == _cell(whole)
        and part.period != whole.period
        and part.period is not None
        and whole.period is not None
        and whole.period.covers(part.period)
    )
    return (Interval(_wide(part).low, None), Interval(None, _wide(whole).high)) if bound else None


def _of_all(group: Sequence[Claim]) -> _Sides | None:
    """A commodity is no more than all goods of its flow."""
    part, whole = group
    bound = (
        _is_level(part)
        and _is_level(whole, part.flow)
        and part.commodity != ALL_GOODS == whole.commodity
        and part.figure.unit == whole.figure.unit
        and part.period == whole.period
    )
    return (Interval(_wide(part).low, None), Interval(None, _wide(whole).high)) if bound else None


def _of_flows(result: Flow) -> Callable[[Sequence[Claim]], _Sides | None]:
    """Exports plus imports are the total, exports less imports the balance."""

    def rule(group: Sequence[Claim]) -> _Sides | None:
        out, back, combined = group
        flows = (Flow.EXPORT, Flow.IMPORT, result)
        bound = (
            all(_is_level(one, flow) for one, flow in zip(group, flows, strict=True))
            and _cell(out) == _cell(back) == _cell(combined)
            and out.period == back.period == combined.period
        )
        if not bound:
            return None
        other = _wide(back) if result is Flow.TOTAL else -_wide(back)
        return _wide(out) + other, _wide(combined)

    return rule


def _change(group: Sequence[Claim]) -> _Sides | None:
    """The level now is the level before, changed by so much."""
    now, before, change = group
    if change.base is None or change.period is None or not (_is_level(now) and _is_level(before)):
        return None
    bound = (
        now.flow is before.flow is change.flow
        and now.flow is not Flow.BALANCE
        and _cell(now) == _cell(before)
        and now.commodity == change.commodity
        and now.period == change.period
        and before.period == change.period.before(change.base)
    )
    if not bound:
        return None
    if change.kind is Kind.CHANGE_ABS:
        same = change.figure.unit == now.figure.unit
        return (_wide(now), _wide(before) + _wide(change)) if same else None
    return _wide(now), _wide(before) * (Interval.point(1) + _wide(change) / _HUNDRED)


def _changes(group: Sequence[Claim]) -> _Sides | None:
    """The growth of the total lies between the growths of its parts."""
    out, back, total = group
    flows = (Flow.EXPORT, Flow.IMPORT, Flow.TOTAL)
    bound = (
        all(
            one.kind is Kind.CHANGE_PCT and one.flow is flow
            for one, flow in zip(group, flows, strict=True)
        )
        and len({(one.period, one.base, one.commodity) for one in group}) == 1
    )
    return (_wide(total), Interval.hull([_wide(out), _wide(back)])) if bound else None


def _percent_and_points(group: Sequence[Claim]) -> _Sides | None:
    """A change in dollars is so many percent of the level before, which is the level now less it."""
    now, absolute, percent = group
    bound = (
        _is_level(now)
        and absolute.kind is Kind.CHANGE_ABS
        and percent.kind is Kind.CHANGE_PCT
        and now.flow is absolute.flow is percent.flow
        and now.flow is not Flow.BALANCE
        and now.period == absolute.period == percent.period
        and absolute.base == percent.base
        and now.commodity == absolute.commodity == percent.commodity
        and now.figure.unit == absolute.figure.unit
    )
    if not bound:
        return None
    return (_wide(now) - _wide(absolute)) * _wide(percent) / _HUNDRED, _wide(absolute)


def _share(group: Sequence[Claim]) -> _Sides | None:
    part, whole, share = group
    bound = (
        share.kind is Kind.SHARE_PCT
        and _is_level(part)
        and _is_level(whole)
        and part.flow is whole.flow is share.flow
        and part.commodity == share.commodity
        and whole.commodity == ALL_GOODS
        and part.figure.unit == whole.figure.unit
        and part.period == whole.period == share.period
    )
    return (_wide(part), _wide(whole) * _wide(share) / _HUNDRED) if bound else None


def _price(group: Sequence[Claim]) -> _Sides | None:
    value, quantity, price = group
    bound = (
        price.kind is Kind.UNIT_PRICE
        and _is_level(value)
        and _is_level(quantity)
        and price.figure.unit == f"{value.figure.unit}/{quantity.figure.unit}"
        and value.commodity == quantity.commodity == price.commodity
        and value.period == quantity.period == price.period
    )
    return (_wide(value), _wide(quantity) * _wide(price)) if bound else None


_RULES: dict[int, dict[str, Callable[[Sequence[Claim]], _Sides | None]]] = {
    2: {"repeat": _repeat, "restatement": _restatement, "part": _part, "commodity": _of_all},
    3: {
        "total": _of_flows(Flow.TOTAL),
        "balance": _of_flows(Flow.BALANCE),
        "change": _change,
        "growth of total": _changes,
        "difference": _percent_and_points,
        "share": _share,
        "price": _price,
    },
}
