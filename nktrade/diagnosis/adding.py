"""Adding: sums that fail, and which of their figures is likely wrong.

Sums that share a figure are diagnosed together. A figure that sums vouch for, for they hold with it, would
not be wrong alone: it weighs as much as two.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.codes import Verdict
from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.system import NON_NEGATIVE, Constraint, Options, System, Variable
from nktrade.diagnosis.webs import diagnosed

MOST_FIGURES = 400
"""Among more figures than these, one slip of digits fits some of them by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Wholes and parts by the names of their figures."""

    name: str
    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    is_complete: bool
    """Whether the parts are all of the whole; else they may fall short."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure of both sides."""
        return (*self.wholes, *self.parts)


def sides(one: Sum, amounts: Mapping[str, Amount], *, widest: bool) -> tuple[Interval, Interval]:
    """What the parts and what the whole come to, exactly."""
    return _added(one.parts, amounts, widest=widest), _added(one.wholes, amounts, widest=widest)


def webs(sums: Sequence[Sum]) -> list[list[Sum]]:
    """The sums, those that share a figure together."""
    found: list[list[Sum]] = []
    for one in sums:
        own = set(one.figures)
        touching = [web for web in found if any(own & set(other.figures) for other in web)]
        found = [web for web in found if web not in touching]
        found.append([*(other for web in touching for other in web), one])
    return found


def diagnose_sums(
    sums: Sequence[Sum], amounts: Mapping[str, Amount], vouched: Collection[str]
) -> Diagnosis:
    """Which figures of failing sums are likely wrong, and what they were."""
    names = dict.fromkeys(name for one in sums for name in one.figures)
    if len(names) > MOST_FIGURES:
        return Diagnosis(
            verdict="inconsistent",
            diagnosis=Verdict.CANNOT_LOCALISE,
            explanation=f"a sum over {len(names):,} figures: too many to single one out",
        )
    system = System(
        variables=tuple(_variable(one, amounts[one], is_vouched=one in vouched) for one in names),
        constraints=tuple(map(_constraint, sums)),
        options=Options(adjusts=False),
    )
    return diagnosed(system, len(sums))


def _added(names: Iterable[str], amounts: Mapping[str, Amount], *, widest: bool) -> Interval:
    found = Interval(ZERO, ZERO)
    for name in names:
        found += amounts[name].widest if widest else amounts[name].printed
    return found


def _variable(name: str, amount: Amount, *, is_vouched: bool) -> Variable:
    return Variable(
        name=name,
        value=amount.value,
        digits=amount.digits,
        is_print=True,
        scale=amount.scale,
        box=amount.printed,
        widest=amount.widest,
        domain=NON_NEGATIVE,
        weight=Fraction(2 if is_vouched else 1),
    )


def _constraint(one: Sum) -> Constraint:
    terms = [(name, Fraction(1)) for name in one.parts]
    terms += [(name, Fraction(-1)) for name in one.wholes]
    return Constraint(id=one.name, terms=tuple(terms), op="==" if one.is_complete else "<=")
