"""The oracle: which claims of a report cannot all be true, decided the plain way.

It takes claims whose keys are known to be right, so nothing is read and nothing is guessed, and it
shares no line with the checks it judges. A pair of loops and exact fractions are enough: a report
has a dozen figures. It says whether a planted fault can be noticed at all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.interval import Interval

_ONE, _HUNDRED = Interval.point(1), Interval.point(100)
_RATES = Interval.of(5, 9)
"""Yuan to the dollar since 2005, with room; source: IMF International Financial Statistics."""
_KILOGRAM = Fraction(1, 1000)
"""In tonnes."""

_Sides = tuple[Interval, Interval]
_Role = tuple[Kind, Flow | None]
_Rule = Callable[[Sequence[Claim]], _Sides | None]


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
    return tuple(
        Identity(name, tuple(one.id for one in group), *sides)
        for name, (roles, rule) in _RULES.items()
        for group in _groups(claims, roles)
        if (sides := rule(group)) is not None
    )


def contradictions(claims: Sequence[Claim]) -> tuple[Identity, ...]:
    """The identities that cannot hold even at the widest reading of every figure."""
    return tuple(one for one in identities(claims) if not one.can_hold)


def _groups(claims: Sequence[Claim], roles: Sequence[_Role]) -> Iterator[tuple[Claim, ...]]:
    """Every way to fill the roles with different claims."""
    fitting = [
        [one for one in claims if one.kind is kind and flow in {None, one.flow}]
        for kind, flow in roles
    ]
    return (group for group in product(*fitting) if len({one.id for one in group}) == len(group))


def _wide(claim: Claim) -> Interval:
    """The signed number at its widest, in tonnes where it is a mass; falls are negative."""
    wide = -claim.amount.widest if claim.sign == "-" else claim.amount.widest
    return wide.scaled(_KILOGRAM) if claim.figure.unit == "kg" else wide


def _unit(claim: Claim) -> str | None:
    return "t" if claim.figure.unit == "kg" else claim.figure.unit


def _sides(claim: Claim) -> tuple[object, ...]:
    return claim.reporter, claim.partner


def _thing(claim: Claim) -> tuple[object, ...]:
    """What two levels must share to be of one kind: sides, commodity, unit."""
    return (*_sides(claim), claim.commodity, _unit(claim))


def _agree(group: Sequence[Claim], *keys: Callable[[Claim], object]) -> bool:
    return all(len({key(one) for one in group}) == 1 for key in keys)


def _flow(claim: Claim) -> Flow | None:
    return claim.flow


def _period(claim: Claim) -> object:
    return claim.period


def _repeat(group: Sequence[Claim]) -> _Sides | None:
    first, second = group
    same = _agree(group, _thing, _flow, _period, lambda one: one.base)
    return (_wide(first), _wide(second)) if same and first.id < second.id else None


def _restatement(group: Sequence[Claim]) -> _Sides | None:
    first, second = group
    if second.restates != first.id:
        return None
    yuan, dollars = (first, second) if _unit(first) == "CNY" else (second, first)
    return _wide(yuan), _wide(dollars) * (_ONE if _agree(group, _unit) else _RATES)


def _at_most(part: Claim, whole: Claim) -> _Sides:
    return Interval(_wide(part).low, None), Interval(None, _wide(whole).high)


def _part(group: Sequence[Claim]) -> _Sides | None:
    """What flowed in a month is no more than what flowed in a run that holds it."""
    part, whole = group
    if not _agree(group, _thing, _flow) or part.flow is Flow.BALANCE or part.period == whole.period:
        return None
    inside = part.period and whole.period and whole.period.covers(part.period)
    return _at_most(part, whole) if inside else None


def _of_all(group: Sequence[Claim]) -> _Sides | None:
    """A commodity is no more than all goods of its flow."""
    part, whole = group
    bound = part.commodity != ALL_GOODS == whole.commodity
    same = _agree(group, _sides, _flow, _period, _unit)
    return _at_most(part, whole) if bound and same else None


def _total(group: Sequence[Claim]) -> _Sides | None:
    """Exports plus imports are the total."""
    out, back, total = group
    return (_wide(out) + _wide(back), _wide(total)) if _agree(group, _thing, _period) else None


def _balance(group: Sequence[Claim]) -> _Sides | None:
    """Exports less imports are the balance."""
    out, back, balance = group
    return (_wide(out) - _wide(back), _wide(balance)) if _agree(group, _thing, _period) else None


def _is_change(now: Claim, change: Claim) -> bool:
    same = _agree((now, change), _sides, _flow, _period, lambda one: one.commodity)
    return same and now.flow is not Flow.BALANCE


def _is_before(before: Claim, change: Claim) -> bool:
    return change.base is not None and (
        change.period is not None and before.period == change.period.before(change.base)
    )


def _change(group: Sequence[Claim]) -> _Sides | None:
    """The level now is the level before, changed by so many percent."""
    now, before, change = group
    bound = _agree((now, before), _thing, _flow) and _is_change(now, change)
    if not bound or not _is_before(before, change):
        return None
    return _wide(now), _wide(before) * (_ONE + _wide(change) / _HUNDRED)


def _difference(group: Sequence[Claim]) -> _Sides | None:
    """The level now is the level before and the difference."""
    now, before, change = group
    bound = _agree((now, before), _thing, _flow) and _is_change(now, change)
    if not bound or not _is_before(before, change) or _unit(now) != _unit(change):
        return None
    return _wide(now), _wide(before) + _wide(change)


def _both_changes(group: Sequence[Claim]) -> _Sides | None:
    """A difference is so many percent of the level before, which is the level now less it."""
    now, difference, percent = group
    bound = _is_change(now, difference) and _is_change(now, percent)
    if not bound or difference.base != percent.base or _unit(now) != _unit(difference):
        return None
    return (_wide(now) - _wide(difference)) * _wide(percent) / _HUNDRED, _wide(difference)


def _growth(group: Sequence[Claim]) -> _Sides | None:
    """The growth of the total lies between the growths of its parts."""
    out, back, total = group
    if not _agree(group, _thing, _period, lambda one: one.base):
        return None
    return _wide(total), Interval.hull([_wide(out), _wide(back)])


def _share(group: Sequence[Claim]) -> _Sides | None:
    """A part is so many percent of the whole."""
    part, whole, share = group
    bound = part.commodity == share.commodity and whole.commodity == ALL_GOODS
    if not bound or not _agree(group, _sides, _flow, _period) or _unit(part) != _unit(whole):
        return None
    return _wide(part), _wide(whole) * _wide(share) / _HUNDRED


def _price(group: Sequence[Claim]) -> _Sides | None:
    """The value is the quantity times the price."""
    value, quantity, price = group
    if not _agree(group, _sides, _flow, _period, lambda one: one.commodity):
        return None
    bound = _unit(price) == f"{_unit(value)}/{_unit(quantity)}"
    return (_wide(value), _wide(quantity) * _wide(price)) if bound else None


_LEVEL: _Role = (Kind.LEVEL, None)
_PERCENT: _Role = (Kind.CHANGE_PCT, None)
_ABSOLUTE: _Role = (Kind.CHANGE_ABS, None)
_OUT: _Role = (Kind.LEVEL, Flow.EXPORT)
_BACK: _Role = (Kind.LEVEL, Flow.IMPORT)
_RULES: dict[str, tuple[tuple[_Role, ...], _Rule]] = {
    **{f"repeated {kind}": (((kind, None), (kind, None)), _repeat) for kind in Kind},
    "restatement": ((_LEVEL, _LEVEL), _restatement),
    "part": ((_LEVEL, _LEVEL), _part),
    "commodity": ((_LEVEL, _LEVEL), _of_all),
    "total": ((_OUT, _BACK, (Kind.LEVEL, Flow.TOTAL)), _total),
    "balance": ((_OUT, _BACK, (Kind.LEVEL, Flow.BALANCE)), _balance),
    "change": ((_LEVEL, _LEVEL, _PERCENT), _change),
    "difference": ((_LEVEL, _LEVEL, _ABSOLUTE), _difference),
    "difference and percent": ((_LEVEL, _ABSOLUTE, _PERCENT), _both_changes),
    "growth of total": (
        tuple((Kind.CHANGE_PCT, flow) for flow in (Flow.EXPORT, Flow.IMPORT, Flow.TOTAL)),
        _growth,
    ),
    "share": ((_LEVEL, _LEVEL, (Kind.SHARE_PCT, None)), _share),
    "price": ((_LEVEL, _LEVEL, (Kind.UNIT_PRICE, None)), _price),
}
