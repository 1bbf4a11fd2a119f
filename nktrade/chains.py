"""Source chains: who first printed a figure, who repeats it, and how many really counted.

Ten papers that quote one office are one witness. A figure that several documents print is traced to
its first print, and where it is likely wrong, those that carry it on are marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import WORLD, Channel, Severity
from nktrade.core.documents import Document
from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.ledger.ledger import CHAIN
from nktrade.reference.compilers import compiler, witness
from nktrade.reference.units import unit
from nktrade.report.report import Checked, Report
from nktrade.road import check

if TYPE_CHECKING:
    from nktrade.road import Against, Sources

COLUMNS = (
    *("document", "date", "claim", "surface", "value", "unit"),
    *("kind", "flow", "reporter", "partner", "commodity", "period_start", "period_end"),
    *("chain", "root", "figure", "first_document", "first_claim", "documents", "witnesses"),
    *("is_copied", "is_likely_wrong", "is_copied_error"),
)
"""The columns of ``lineage``, in reading order."""
_SAME = ("kind", "commodity", "period", "base", "rate", "scope", "share_of")


@dataclass(frozen=True, slots=True)
class _Print:
    """A figure as one document prints it."""

    claim: Claim
    document: Document
    place: int
    """The order in which the documents were given."""
    is_suspect: bool

    @property
    def order(self) -> tuple[date, int, int]:
        """Dated documents first, by date; then as given."""
        return self.document.date or date.max, self.place, self.claim.figure.start

    @property
    def interval(self) -> Interval:
        """The printed interval in the canonical unit."""
        return self.claim.amount.printed.scaled(_unit(self.claim)[1])

    @property
    def chain(self) -> tuple[str, ...]:
        """Who prints it, and whom they cite, nearest first."""
        printed = (self.document.publisher,) if self.document.publisher else ()
        return tuple(dict.fromkeys((*printed, *self.claim.source)))

    @property
    def root(self) -> str | None:
        """Who counted: the far end of the chain, a reprint as its original; None where not told."""
        if not self.chain:
            return None
        known = compiler(self.chain[-1])
        return witness(known.name if known else self.chain[-1])


def lineage(documents: "Sources | Report", *, against: "Against" = None) -> pd.DataFrame:
    """Every figure of some documents traced to its first print among them.

    Two prints are one figure where key and unit agree and their printed digits can be one number.
    ``witnesses`` counts distinct roots, never documents. A figure is likely wrong where an error in
    some document names it alone as the suspect; those who print it later are marked as copies.

    Shape: one row per figure of each document, by figure and date; ``COLUMNS``.
    Missing: the root where neither source nor publisher is told; the first print where no document
        that prints it is dated.
    """
    report = documents if isinstance(documents, Report) else check(documents, against=against)
    prints = sorted(
        (one for place, checked in enumerate(report.checked) for one in _prints(checked, place)),
        key=lambda one: one.order,
    )
    figures = _figures(prints)
    rows = [row for number, group in enumerate(figures, start=1) for row in _rows(number, group)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _prints(checked: Checked, place: int) -> list[_Print]:
    suspects = {
        claim
        for one in checked.relations
        if one.severity is Severity.ERROR and len(one.suspect) == 1
        for claim in one.suspect
    }
    suspects |= {one.claim for one in checked.witnesses if one.severity is Severity.ERROR}
    return [
        _Print(claim, checked.document, place, claim.id in suspects)
        for claim in checked.reading.claims
        if claim.repeats is None
    ]


def _figures(prints: Sequence[_Print]) -> list[list[_Print]]:
    """The prints of one figure together, the earliest first; figures in the order of their first."""
    by_key: dict[tuple[object, ...], list[list[_Print]]] = {}
    figures: list[list[_Print]] = []
    for one in prints:
        groups = by_key.setdefault(_key(one.claim), [])
        own = next((group for group in groups if group[0].interval.meets(one.interval)), None)
        if own is None:
            own = []
            groups.append(own)
            figures.append(own)
        own.append(one)
    return figures


def _rows(number: int, group: Sequence[_Print]) -> list[dict[str, Any]]:  # Any: cells of every type
    first = group[0]
    is_dated = first.document.date is not None
    roots = {one.root for one in group} - {None}
    is_wrong = any(one.is_suspect for one in group)
    rows = []
    for one in group:
        claim, when = one.claim, one.claim.period
        is_copied = one.document.id != first.document.id
        rows.append(
            {
                **{name: getattr(claim, name) for name in COLUMNS if hasattr(claim, name)},
                "document": one.document.id,
                "date": one.document.date,
                "claim": claim.id,
                "surface": claim.figure.surface,
                "value": float(claim.value),
                "unit": claim.figure.unit,
                "period_start": when.first if when else None,
                "period_end": when.last if when else None,
                "chain": CHAIN.join(one.chain) or None,
                "root": one.root,
                "figure": number,
                "first_document": first.document.id if is_dated else None,
                "first_claim": first.claim.id if is_dated else None,
                "documents": len({each.document.id for each in group}),
                "witnesses": len(roots),
                "is_copied": is_copied,
                "is_likely_wrong": is_wrong,
                "is_copied_error": is_copied and is_wrong,
            }
        )
    return rows


def _key(claim: Claim) -> tuple[object, ...]:
    """What makes two prints speak of one number, from whichever side they see it."""
    sides = (claim.reporter or "", claim.partner or "")
    is_turned = sides[1] < sides[0] and WORLD not in sides and "" not in sides
    flow = claim.flow.mirrored if is_turned and claim.flow else claim.flow
    known = (getattr(claim, name) for name in _SAME)
    hidden = claim.channel is Channel.UNRECORDED
    # A figure of which neither side nor time is known is nobody else's.
    own = () if claim.period and claim.flow else (claim.figure.document, claim.id)
    return (tuple(sorted(sides)), flow, _unit(claim)[0], claim.sign, hidden, *known, *own)


def _unit(claim: Claim) -> tuple[str | None, Any]:  # Any: an exact factor
    """The canonical unit and what one printed unit is worth in it."""
    try:
        known = unit(claim.figure.unit or "")
    except UnitError:
        return claim.figure.unit, 1
    return known.canonical, known.factor
