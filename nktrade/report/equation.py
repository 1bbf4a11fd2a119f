"""What a relation says, in the numbers that were printed."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.report import quantities, words

Side = tuple[tuple[str, str], ...]
"""Roles in the order of the equation, each with the words that lead to it."""

_PRODUCT: tuple[Side, Side] = ((("", "value"),), (("", "quantity"), (" at ", "price")))
_INSIDE: tuple[Side, Side] = ((("", "part"),), (("", "whole"),))
_WEIGHTED = "weighted_change"
_PAIR: tuple[Side, Side] = ((("", "a"),), (("", "b"),))
_SIDES: Mapping[str, tuple[Side, Side]] = {
    "sum": ((("", "parts"),), (("", "total"),)),
    "diff": ((("", "a"), (" less ", "b")), (("", "result"),)),
    "product": _PRODUCT,
    "unit_price": _PRODUCT,
    "change_pct": ((("", "new"),), (("", "old"), (" changed by ", "pct"))),
    "change_abs": ((("", "new"), (" less ", "old")), (("", "change"),)),
    "ratio": ((("", "new"),), (("", "old"), (" times ", "x"))),
    "share": ((("", "part"),), (("", "pct"), (" of ", "whole"))),
    "greater": _INSIDE,
    "text": _INSIDE,
    "equal": _PAIR,
    "conversion": _PAIR,
    _WEIGHTED: ((("before the changes: ", "parts"),), (("", "total"),)),
}
_SHOWN = 8
"""Terms of a sum that are spelled out."""
_INCLUSIONS = {"greater", "text"}
_RATES = {Kind.CHANGE_PCT, Kind.SHARE_PCT, Kind.RATIO, Kind.UNIT_PRICE}


def equation(relation: Relation, claims: Mapping[str, Claim]) -> str:
    """Both sides with their numbers and how far they miss each other; empty without claims.

    The words before a number say only what tells it apart from the others of the relation.
    """
    args = _arguments(relation, claims)
    taking_part = _every(args)
    if not taking_part:
        return ""
    unit = next((one.figure.unit for one in taking_part if one.kind not in _RATES), None)
    sides = _plain_sides(relation, args)
    if sides is None:
        terms = ", ".join(_term(claim, taking_part) for claim in taking_part)
        return terms + _both(relation, unit)
    left, right = (_side(side, args, relation) for side in sides)
    left += _computed(sides[0], args, relation, relation.left, unit)
    right += _computed(sides[1], args, relation, relation.right, unit)
    return f"{left} {_comparison(relation)} {right}{miss(relation, unit)}"


def side_words(relation: Relation, claims: Mapping[str, Claim]) -> tuple[str, str]:
    """What stands on each side, in printed numbers; where figures stand on one alone, that it does."""
    args = _arguments(relation, claims)
    sides = _plain_sides(relation, args)
    if sides is None:
        printed = " and ".join(signed(claim) for claim in _every(args))
        return f"the text: {printed}" if printed else "the text", "what it was held against"
    left, right = (_side(side, args, relation) for side in sides)
    return left, right


def _arguments(relation: Relation, claims: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    return {role: [claims[one] for one in group if one in claims] for role, group in relation.args}


def _every(args: Mapping[str, list[Claim]]) -> list[Claim]:
    return [claim for group in args.values() for claim in group]


def _plain_sides(relation: Relation, args: Mapping[str, list[Claim]]) -> tuple[Side, Side] | None:
    """The sides of an equation of this type; None where it has no plain form or a role is empty."""
    sides = _SIDES.get(relation.type)
    is_whole = sides is not None and all(args.get(role) for side in sides for _, role in side)
    return sides if is_whole else None


def miss(relation: Relation, unit: str | None) -> str:
    """By how much the left side is too much or too little, led by a colon; empty where it holds."""
    gap = relation.gap
    if relation.holds is not False or gap is None:
        return ""
    if gap.low is not None and gap.low > 0:
        return f": {quantities.about(gap, unit)} too much"
    if gap.high is not None and gap.high < 0:
        return f": {quantities.about(-gap, unit)} too little"
    return ""


def _both(relation: Relation, unit: str | None) -> str:
    """What each road makes, where the equation has no plain form."""
    if relation.left is None or relation.right is None:
        return ""
    left, right = (quantities.about(side, unit) for side in (relation.left, relation.right))
    return f": one road makes {left}, the other {right}{miss(relation, unit)}"


def _comparison(relation: Relation) -> str:
    if relation.type in _INCLUSIONS:
        return "is more than" if relation.holds is False else "is within"
    return "is not" if relation.holds is False else "="


def _side(side: Side, args: Mapping[str, list[Claim]], relation: Relation) -> str:
    among = _every(args)
    changes = args["pct"] if relation.type == _WEIGHTED else []
    return "".join(
        lead + _added([_term(claim, among, changes) for claim in args[role]]) for lead, role in side
    )


def _added(terms: list[str]) -> str:
    """The terms between plus signs; of many, the first and how many more."""
    rest = len(terms) - _SHOWN
    return " + ".join([*terms[:_SHOWN], f"{rest} more"] if rest > 1 else terms)


def _computed(
    side: Side,
    args: Mapping[str, list[Claim]],
    relation: Relation,
    interval: Interval | None,
    unit: str | None,
) -> str:
    """What a side of several figures makes; nothing for one that is a figure itself."""
    is_figure = relation.type != _WEIGHTED and sum(len(args[role]) for _, role in side) == 1
    return "" if interval is None or is_figure else f" = {quantities.about(interval, unit)}"


def _term(claim: Claim, among: list[Claim], changes: Iterable[Claim] = ()) -> str:
    """A figure with what tells it apart and, where it is weighed by it, its own printed change."""
    own = next((one for one in changes if all(tell(one) == tell(claim) for tell in _TOLD)), None)
    changed = f" ({signed(own)})" if own else ""
    return f"{label(claim, among)} {signed(claim)}{changed}".strip()


def signed(claim: Claim) -> str:
    """The claim's number with unit, a fall with its minus."""
    falls = claim.sign == "-" and claim.kind in {Kind.CHANGE_PCT, Kind.CHANGE_ABS}
    value = claim.value * (-1 if falls else 1)
    return quantities.quantity(Fraction(value), claim.figure.unit)


def label(claim: Claim, among: list[Claim]) -> str:
    """What tells a level apart from the other levels: its goods, flow, partner or period."""
    if claim.kind in _RATES:
        return ""
    levels = [one for one in among if one.kind not in _RATES]
    return " ".join(tell(claim) for tell in _TOLD if len(set(map(tell, levels))) > 1)


_TOLD: tuple[Callable[[Claim], str], ...] = (
    lambda one: one.commodity or "",
    words.flow,
    lambda one: words.area_name(one.partner or "?"),
    lambda one: words.period(one.period) if one.period else "undated",
)
"""What may tell levels apart, in the order in which it is said."""
