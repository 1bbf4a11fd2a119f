"""Claims and statements made by hand, for tests that need no reader; and what is said of figures."""

from fractions import Fraction
from typing import Any

import pandas as pd

import nktrade as nk
from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.core.amount import Amount
from nktrade.core.claims import Citation, Claim, Figure, Reading, Statement
from nktrade.core.codes import Flow, Kind
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger

DOCUMENT = "own"
Facts = frozenset[tuple[str, frozenset[str], bool]]


def claim(name: str, digits: str, unit: str, when: str | None = None, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """A level of exports of North Korea's coal to China, but for what is named."""
    scale = Fraction(known.pop("scale", 1))
    shown = known.pop("surface", f"{digits} {unit}")
    start = known.pop("start", 10 * int(name.lstrip("abcdefghijklmnopqrstuvwxyz") or 0))
    amount = known.pop("amount", None) or Amount(digits=digits, scale=scale)
    figure = Figure(
        document=known.pop("document", DOCUMENT),
        start=start,
        end=start + len(shown),
        surface=shown,
        amount=amount,
        unit=unit,
        lexical=known.pop("lexical", False),
    )
    usual = {
        "kind": Kind.LEVEL,
        "flow": Flow.EXPORT,
        "reporter": "PRK",
        "partner": "CHN",
        "commodity": "coal",
        "period": Period.of(when) if when else None,
    }
    return Claim(id=name, figure=figure, **(usual | known))


def statement(name: str, says: str, when: str | None = None, **known: Any) -> Statement:  # noqa: ANN401 - fields of every type
    """A statement on exports of North Korea's coal to China, but for what is named."""
    shown = known.pop("surface", f"coal exports {says}")
    start = known.pop("start", 0)
    is_zero = says in {"ceased", "banned"}
    usual = {
        "interval": Interval.point(0) if is_zero else Interval.of(0, None),
        "flow": Flow.EXPORT,
        "reporter": "PRK",
        "partner": "CHN",
        "commodity": "coal",
        "period": Period.of(when) if when else None,
        "is_current": says == "continues",
    }
    return Statement(
        id=name,
        document=known.pop("document", DOCUMENT),
        start=start,
        end=start + len(shown),
        surface=shown,
        says=says,
        **(usual | known),
    )


def reading(*told: Claim | Statement | Citation) -> Reading:
    """All of them as read in one document."""
    return Reading(
        document=DOCUMENT,
        lang="en",
        claims=tuple(one for one in told if isinstance(one, Claim)),
        statements=tuple(one for one in told if isinstance(one, Statement)),
        citations=tuple(one for one in told if isinstance(one, Citation)),
    )


def citation(number: int) -> Citation:
    """A resolution cited by its number alone."""
    shown = f"Resolution {number}"
    return Citation(document=DOCUMENT, start=0, end=len(shown), surface=shown, number=number)


def related(frame: pd.DataFrame) -> Facts:
    """Check, claims and verdict of every relation between the rows of a ledger."""
    found = relate(frame, CHECKS)
    names = frame["claim"].to_numpy()[found.seen["row"]]
    claims: dict[int, set[str]] = {}
    for relation, *places in zip(
        found.lines.choice.tolist(),
        found.lines.cell.tolist(),
        found.lines.carrier.tolist(),
        strict=True,
    ):
        claims.setdefault(relation, set()).update(names[at] for at in places if at >= 0)
    return frozenset(
        (CHECKS[found.check[number]].name, frozenset(group), bool(found.holds[number]))
        for number, group in claims.items()
    )


def relations(*claims: Claim) -> Facts:
    """The same of claims."""
    return related(Ledger.of(claims).frame)


def failing(*claims: Claim) -> set[tuple[str, frozenset[str]]]:
    """Check and claims of every relation that fails."""
    return {(check, names) for check, names, holds in relations(*claims) if not holds}


def errors(text: str) -> list[str]:
    """The checks that accuse a figure of the text, from the text alone."""
    found = nk.check(text, against="none").findings
    return found.loc[found["severity"] == "error", "check"].tolist()
