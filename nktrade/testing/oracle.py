"""The oracle: which claims of a report cannot all be true, decided the plain way.

It takes claims whose keys are known to be right, so nothing is read and nothing is guessed, and it
shares no line with the checks it judges. A pair of loops and exact fractions are enough: a report
has a dozen figures. It says whether a planted fault can be noticed at all.
"""

from collections import defaultdict
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
_Key = Callable[[Claim], object]
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
        for name, (roles, shared, rule) in _RULES.items()
        for group in _groups(claims, roles, shared)
        if (sides := rule(group)) is not None
    )


def contradictions(claims: Sequence[Claim]) -> tuple[Identity, ...]:
    """The identities that cannot hold even at the widest reading of every figure."""
    return tuple(one for one in identities(claims) if not one.can_hold)


def _groups(
    claims: Sequence[Claim], roles: Sequence[_Role], shared: _Key
) -> Iterator[tuple[Claim, ...]]:
    """Every way to fill the roles with different claims that share a key."""
    kinds = {kind for kind, _ in roles}
    buckets: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in kinds:
            buckets[shared(claim)].append(claim)
    for bucket in buckets.values():
        fitting = [
            [one for one in bucket if one.kind is kind and flow in {None, one.flow}]
            for kind, flow in roles
        ]
        yield from (
            group for group in product(*fitting) if len({one.id for one in group}) == len(group)
        )


def _wide(claim: Claim) -> Interval:
    """The signed number at its widest, in tonnes where it is a mass; falls are negative."""
    wide = -claim.amount.widest if claim.sign == "-" else claim.amount.widest
    return wide.scaled(_KILOGRAM) if claim.figure.unit == "kg" else wide


def _unit(claim: Claim) -> str | None:
    return "t" if claim.figure.unit == "kg" else claim.figure.unit


def _thing(claim: Claim) -> tuple[object, ...]:
    """Sides and commodity: what a change and its levels share, whatever the unit."""
    return claim.reporter, claim.partner, claim.commodity


def _measured(claim: Claim) -> tuple[object, ...]:
    """A thing in its unit."""
    return (*_thing(claim), _unit(claim))


def _repeat(group: Sequence[Claim]) -> _Sides | None:
    first, second = group
    return (_wide(first), _wide(second)) if first.id < second.id else None


def _restatement(group: Sequence[Claim]) -> _Sides | None:
    first, second = group
    if second.restates != first.id:
        return None
    yuan, dollars = (first, second) if _unit(first) == "CNY" else (second, first)
    return _wide(yuan), _wide(dollars) * (_ONE if _unit(yuan) == _unit(dollars) else _RATES)


def _at_most(part: Claim, whole: Claim) -> _Sides:
    return Interval(_wide(part).low, None), Interval(None, _wide(whole).high)


def _part(group: Sequence[Claim]) -> _Sides | None:
    """What flowed in a month is no more than what flowed in a run that holds it."""
    part, whole = group
    if part.flow is Flow.BALANCE or part.period == whole.period:
        return None
    inside = part.period and whole.period and whole.period.covers(part.period)
    return _at_most(part, whole) if inside else None


def _of_all(group: Sequence[Claim]) -> _Sides | None:
    """A commodity is no more than all goods of its flow."""
    part, whole = group
    return _at_most(part, whole) if part.commodity != ALL_GOODS == whole.commodity else None


def _total(group: Sequence[Claim]) -> _Sides | None:
    """Exports plus imports are the total."""
    out, back, total = group
    return _wide(out) + _wide(back), _wide(total)


def _balance(group: Sequence[Claim]) -> _Sides | None:
    """Exports less imports are the balance."""
    out, back, balance = group
    return _wide(out) - _wide(back), _wide(balance)


def _leads(before: Claim, now: Claim, change: Claim) -> bool:
    """Whether the change is the one from the level before to the level now."""
    return (
        change.base is not None
        and change.period is not None
        and change.flow is not Flow.BALANCE
        and now.period == change.period
        and before.period == change.period.before(change.base)
        and _unit(before) == _unit(now)
    )


def _change(group: Sequence[Claim]) -> _Sides | None:
    """The level now is the level before, changed by so many percent."""
    change, now, before = group
    if not _leads(before, now, change):
        return None
    return _wide(now), _wide(before) * (_ONE + _wide(change) / _HUNDRED)


def _difference(group: Sequence[Claim]) -> _Sides | None:
    """The level now is the level before and the difference."""
    change, now, before = group
    if not _leads(before, now, change) or _unit(now) != _unit(change):
        return None
    return _wide(now), _wide(before) + _wide(change)


def _both_changes(group: Sequence[Claim]) -> _Sides | None:
    """A difference is so many percent of the level before, which is the level now less it."""
    now, difference, percent = group
    bases = {difference.base, percent.base}
    if now.flow is Flow.BALANCE or len(bases) > 1 or _unit(now) != _unit(difference):
        return None
    return (_wide(now) - _wide(difference)) * _wide(percent) / _HUNDRED, _wide(difference)


def _growth(group: Sequence[Claim]) -> _Sides | None:
    """The growth of the total lies between the growths of its parts."""
    out, back, total = group
    return _wide(total), Interval.hull([_wide(out), _wide(back)])


def _share(group: Sequence[Claim]) -> _Sides | None:
    """A part is so many percent of the whole."""
    part, whole, share = group
    bound = part.commodity == share.commodity and whole.commodity == ALL_GOODS
    if not bound or _unit(part) != _unit(whole):
        return None
    return _wide(part), _wide(whole) * _wide(share) / _HUNDRED


def _price(group: Sequence[Claim]) -> _Sides | None:
    """The value is the quantity times the price."""
    value, quantity, price = group
    bound = _unit(price) == f"{_unit(value)}/{_unit(quantity)}"
    return (_wide(value), _wide(quantity) * _wide(price)) if bound else None


def _roles(*kinds: Kind) -> tuple[_Role, ...]:
    return tuple((kind, None) for kind in kinds)


def _parts_and(kind: Kind, combined: Flow) -> tuple[_Role, ...]:
    return tuple((kind, flow) for flow in (Flow.EXPORT, Flow.IMPORT, combined))


_RULES: dict[str, tuple[tuple[_Role, ...], _Key, _Rule]] = {
    **{
        f"repeated {kind}": (
            _roles(kind, kind),
            lambda one: (*_measured(one), one.flow, one.period, one.base),
            _repeat,
        )
        for kind in Kind
    },
    "restatement": (_roles(Kind.LEVEL, Kind.LEVEL), lambda one: one.sentence, _restatement),
    "part": (
        _roles(Kind.LEVEL, Kind.LEVEL),
        lambda one: (*_measured(one), one.flow),
        _part,
    ),
    "commodity": (
        _roles(Kind.LEVEL, Kind.LEVEL),
        lambda one: (one.reporter, one.partner, one.flow, one.period, _unit(one)),
        _of_all,
    ),
    "total": (
        _parts_and(Kind.LEVEL, Flow.TOTAL),
        lambda one: (*_measured(one), one.period),
        _total,
    ),
    "balance": (
        _parts_and(Kind.LEVEL, Flow.BALANCE),
        lambda one: (*_measured(one), one.period),
        _balance,
    ),
    "change": (
        _roles(Kind.CHANGE_PCT, Kind.LEVEL, Kind.LEVEL),
        lambda one: (*_thing(one), one.flow),
        _change,
    ),
    "difference": (
        _roles(Kind.CHANGE_ABS, Kind.LEVEL, Kind.LEVEL),
        lambda one: (*_thing(one), one.flow),
        _difference,
    ),
    "difference and percent": (
        _roles(Kind.LEVEL, Kind.CHANGE_ABS, Kind.CHANGE_PCT),
        lambda one: (*_thing(one), one.flow, one.period),
        _both_changes,
    ),
    "growth of total": (
        _parts_and(Kind.CHANGE_PCT, Flow.TOTAL),
        lambda one: (*_thing(one), one.period, one.base),
        _growth,
    ),
    "share": (
        _roles(Kind.LEVEL, Kind.LEVEL, Kind.SHARE_PCT),
        lambda one: (one.reporter, one.partner, one.flow, one.period),
        _share,
    ),
    "price": (
        _roles(Kind.LEVEL, Kind.LEVEL, Kind.UNIT_PRICE),
        lambda one: (*_thing(one), one.flow, one.period),
        _price,
    ),
}
