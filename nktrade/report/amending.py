"""Amending a report: the change is written down, and the same road is walked again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nktrade.core.amount import Amount
from nktrade.core.claims import Figure
from nktrade.core.documents import Document
from nktrade.errors import nearest
from nktrade.report.amendments import Amendment, AmendmentError, written

if TYPE_CHECKING:
    from nktrade.report.report import Checked, Report


def change(
    report: "Report",
    action: str,
    claim: str,
    *,
    because: str,
    document: str | None,
    fields: Mapping[str, object],
) -> "Report":
    """The report after one claim was amended or dropped."""
    where = _document(report, document)
    known = [one.id for one in where.reading.claims]
    if claim not in known:
        raise AmendmentError(
            f"claim {claim!r}: found none of that name in {where.document.id}; {nearest(claim, known)}"
        )
    one = Amendment(
        document=where.document.id,
        action=action,
        claim=claim,
        because=_reason(because),
        fields=written(fields),
    )
    return again(report, (*report.amendments, one))


def add(
    report: "Report",
    surface: str,
    *,
    occurrence: int,
    because: str,
    document: str | None,
    fields: Mapping[str, object],
) -> "Report":
    """The report with one claim more."""
    where = _document(report, document)
    values = {str(name): value for name, value in fields.items()}
    amount = Amount(digits=str(values.pop("digits", "")) or _lacking("digits"))
    unit = values.pop("unit", None)
    start = _place(where.document, surface, occurrence)
    figure = Figure(
        document=where.document.id,
        start=start,
        end=start + len(surface),
        surface=surface,
        amount=amount,
        unit=None if unit is None else str(unit),
    )
    added = sum(one.action == "add" for one in report.amendments)
    one = Amendment(
        document=where.document.id,
        action="add",
        claim=f"a{added + 1}",
        because=_reason(because),
        fields=written(values),
        figure=figure,
    )
    return again(report, (*report.amendments, one))


def again(report: "Report", amendments: tuple[Amendment, ...]) -> "Report":
    """The same road with these amendments and no others."""
    if report.rerun is None:
        raise AmendmentError(
            "report: found one that no road made, expected one of nktrade.check; check the text first"
        )
    return report.rerun(amendments)


def _document(report: "Report", name: str | None) -> "Checked":
    known = {one.document.id: one for one in report.checked}
    if name is None and len(known) == 1:
        name = next(iter(known))
    if name is None or name not in known:
        raise AmendmentError(
            f"document {name!r}: found {len(known)} documents, expected the name of one (document=); "
            f"{nearest(name or '', known)}"
        )
    if known[name].table:
        raise AmendmentError(
            f"document {name!r}: found a customs file, expected a text; mend its rows in the file and check "
            "it again"
        )
    return known[name]


def _place(document: Document, surface: str, occurrence: int) -> int:
    place = -1
    for _ in range(occurrence):
        place = document.text.find(surface, place + 1)
    if place < 0 or not surface:
        raise AmendmentError(
            f"{document.id}: found no {surface!r} number {occurrence}, expected words of the text; "
            "copy them as they stand"
        )
    return place


def _reason(because: str) -> str:
    if not because.strip():
        raise AmendmentError("amendment: found no reason, expected one; say why in because=")
    return because


def _lacking(name: str) -> str:
    raise AmendmentError(f"added claim: found no {name}, expected the printed number; give {name}=")
