"""Again: figures that a text tells alike in several sentences are less often wrong than those it tells once.

A slip of the pen spoils one print. What is printed again with the same digits was misprinted twice alike, or
copied from one wrong note; both are rarer (docs/decisions/135).
"""

from dataclasses import replace

from nktrade.checks.exact import Amounts
from nktrade.checks.relations import Relations
from nktrade.checks.slips import TELLING
from nktrade.diagnosis.posing import Posed

_REPEATED = "repeated"
"""Row of the priors table that says how often such a print is wrong."""


def told_again(posed: Posed, found: Relations, amounts: Amounts) -> Posed:
    """The system, its variables marked that several sentences print with the same telling digits."""
    variables = tuple(
        replace(one, kind=_REPEATED)
        if _is_told_again(posed.positions.get(one.name, ()), found, amounts)
        else one
        for one in posed.system.variables
    )
    return replace(posed, system=replace(posed.system, variables=variables))


def _is_told_again(prints: tuple[int, ...], found: Relations, amounts: Amounts) -> bool:
    """Whether the first of some prints stands with the same number in another sentence."""
    if not prints:
        return False
    seen = found.seen
    told = [amounts(int(seen["row"][at])).telling for at in prints]
    if len(told[0].digits.replace(".", "").strip("0")) < TELLING:
        return False
    same = [at for at, one in zip(prints, told, strict=True) if one.value == told[0].value]
    return len({int(seen["sentence"][at]) for at in same}) > 1
