"""Qualifiers: a part that went one way, and further on the whole that is said to have gone that way.

"2.8 of 3.7 million tonnes by transshipment", then "3.7 million tonnes by transshipment": the two
cannot both be meant. A loose second mention is common, so this is a warning and never an error.
"""

from collections.abc import Iterable, Iterator

from nktrade.checks.viewpoint import shown
from nktrade.core.claims import Claim
from nktrade.core.codes import Kind, Severity, Verdict
from nktrade.core.findings import Relation

_KEY = ("flow", "reporter", "partner", "commodity", "period")
_QUALIFIERS = ("route", "place", "actor")


def unlike_qualified(claims: Iterable[Claim]) -> tuple[Relation, ...]:
    """Each whole that is printed again under the qualifier of its own part."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for one in claims:
        is_amount = one.kind is Kind.LEVEL and one.rate is None and one.restates is None
        if is_amount and one.commodity is not None and one.period is not None:
            key = (*(getattr(one, name) for name in _KEY), one.figure.unit)
            groups.setdefault(key, []).append(one)
    return tuple(
        _relation(name, part, whole, again)
        for group in groups.values()
        for name in _QUALIFIERS
        for part, whole, again in _trios(group, name)
    )


def _trios(group: list[Claim], name: str) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A qualified part, the unqualified whole before it, and the whole again, now qualified."""
    wholes = [one for one in group if getattr(one, name) is None]
    qualified = [one for one in group if getattr(one, name) is not None]
    for again in qualified:
        for part in qualified:
            same = getattr(part, name) == getattr(again, name)
            if not same or part.figure.start >= again.figure.start or not _is_less(part, again):
                continue
            whole = next((one for one in wholes if _is_whole(one, part, again)), None)
            if whole is not None:
                yield part, whole, again


def _is_whole(whole: Claim, part: Claim, again: Claim) -> bool:
    return (
        whole.figure.start < again.figure.start
        and whole.amount.printed == again.amount.printed
        and _is_less(part, whole)
    )


def _is_less(part: Claim, whole: Claim) -> bool:
    high, low = part.amount.printed.high, whole.amount.printed.low
    return high is not None and low is not None and high < low


def _relation(name: str, part: Claim, whole: Claim, again: Claim) -> Relation:
    left, right = part.amount.printed, again.amount.printed
    way = getattr(part, name)
    return Relation(
        id="",
        document=part.figure.document,
        check="one amount under two qualifiers",
        type="equal",
        args=(("a", (part.id,)), ("b", (again.id,))),
        left=left,
        right=right,
        gap=left - right,
        holds=False,
        verdict=Verdict.TIE,
        severity=Severity.WARNING,
        explanation=f"{name} {way}: first {shown(part)} of {shown(whole)}, then all {shown(again)}",
    )
