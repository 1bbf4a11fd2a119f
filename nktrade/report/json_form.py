"""The report as JSON: what other programs may rely on, the same byte for byte each time."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from nktrade.core.claims import Claim, Figure, Statement
from nktrade.core.documents import Document
from nktrade.core.findings import Implied, Reference, Relation, Repair, TableRead, Witness
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.report.amendments import Amendment
from nktrade.report.casebook import REFERENCE, Casebook, casebooks
from nktrade.report.json_text import dumped, number, package_version
from nktrade.report.occurrence import occurrences

if TYPE_CHECKING:
    from nktrade.report.report import Report

SCHEMA_VERSION = 1
Entry = dict[str, Any]
"""One JSON object: its values are of every JSON type."""


def to_json(report: "Report", *, with_text: bool = False, claims_only: bool = False) -> str:
    """The whole report as one JSON text ending in a line break."""
    return dumped(entries(report, with_text=with_text, claims_only=claims_only))


def entries(report: "Report", *, with_text: bool = False, claims_only: bool = False) -> Entry:
    """The report as plain dictionaries, lists, strings and numbers."""
    amended = [amendment_entry(one) for one in report.amendments]
    return {
        "schema_version": SCHEMA_VERSION,
        "nktrade": package_version(),
        "baselines": [asdict(one) for one in report.baselines],
        "docs": [_document(book, with_text, claims_only) for book in casebooks(report)],
        "unread": [asdict(one) for one in report.unread],
        **({"amendments": amended} if amended else {}),
    }


def amendment_entry(one: Amendment) -> Entry:
    """What a person changed in the reading, and why; an added claim with its figure."""
    figure = one.figure
    place = (
        {}
        if figure is None
        else {
            "surface": figure.surface,
            "start": figure.start,
            "digits": figure.amount.digits,
            "unit": figure.unit,
        }
    )
    return {
        "document": one.document,
        "action": one.action,
        "claim": one.claim,
        "because": one.because,
        "fields": dict(one.fields),
        **place,
    }


def _document(book: Casebook, with_text: bool, claims_only: bool) -> Entry:  # noqa: FBT001 - private
    checked, document, reading = book.checked, book.checked.document, book.checked.reading
    entry: Entry = {
        "id": document.id,
        "file": document.file,
        "sha256": document.sha256,
        "lang": reading.lang,
        "date": _day(document.date),
        "damaged": document.damaged,
        "claims": claim_entries(document, reading.claims),
        "statements": [statement_entry(document, one) for one in reading.statements],
    }
    if not claims_only:
        entry |= {
            "relations": [relation_entry(book, one) for one in checked.relations],
            "references": [_reference(document, one) for one in checked.references],
            "baseline": [witness_entry(one) for one in checked.witnesses],
            "implied": [implied_entry(one) for one in checked.implied],
            "not_checkable": [one.id for one in reading.claims if not book.is_checked(one)],
        }
    if checked.table:
        entry["table"] = _table(checked.table)
    entry |= {
        "unread_figures": [_place(document, one) for one in reading.unread],
        "notes": list(reading.notes),
    }
    return entry | ({"text": document.text} if with_text else {})


def _table(one: TableRead) -> Entry:
    """What was read of a customs file, and what became of its sums."""
    return asdict(one) | {"sums": {sums.check: dict(sums.counts) for sums in one.sums}}


def claim_entries(document: Document, claims: Iterable[Claim]) -> list[Entry]:
    """The claims of one document, each with its place, its key and how sure the reader is."""
    every = tuple(claims)
    ranks = occurrences(document.text, [claim.figure for claim in every])
    return [_claim(document, claim, rank) for claim, rank in zip(every, ranks, strict=True)]


def _claim(document: Document, claim: Claim, occurrence: int) -> Entry:
    figure, printed = claim.figure, claim.amount.printed
    return {
        "id": claim.id,
        "surface": figure.surface,
        "occurrence": occurrence,
        "start": figure.start,
        "end": figure.end,
        "value": number(claim.value),
        "unit": figure.unit,
        "low": number(printed.low),
        "high": number(printed.high),
        "approx": claim.amount.approx,
        "kind": claim.kind,
        "flow": claim.flow,
        "reporter": claim.reporter,
        "partner": claim.partner,
        "commodity": claim.commodity,
        **_period(claim.period),
        "base": claim.base,
        "sign": claim.sign,
        "source": " citing ".join(claim.source) or None,
        "channel": claim.channel,
        "standing": claim.standing,
        "valuation": claim.valuation,
        "scope": claim.scope,
        "lexical": figure.lexical,
        "hypothetical": claim.is_hypothetical,
        **_said_besides(claim),
        **_source_place(document, figure.start, figure.end),
        "inferred": list(claim.inferred),
        "missing": list(claim.missing),
        "confidence": dict(claim.confidence),
    }


def _said_besides(claim: Claim) -> Entry:
    """The fields that stand in the entry only where the text says something of them."""
    told = {
        "when": claim.when,
        "rate": claim.rate,
        "share_of": claim.share_of,
        "dup_of": claim.repeats,
        "restates": claim.restates,
        "place": claim.place,
        "route": claim.route,
        "actor": claim.actor,
        "doubt": claim.doubt,
        "version": claim.version,
    }
    return {name: value for name, value in told.items() if value is not None}


def statement_entry(document: Document, one: Statement) -> Entry:
    """A claim without a number, with its place and the interval that it stands for."""
    return {
        "id": one.id,
        "surface": one.surface,
        "start": one.start,
        "end": one.end,
        "says": one.says,
        "commodity": one.commodity,
        "flow": one.flow,
        "reporter": one.reporter,
        "partner": one.partner,
        **_period(one.period),
        "unit": one.unit,
        "low": number(one.interval.low),
        "high": number(one.interval.high),
        "channel": one.channel,
        "standing": one.standing,
        "source": " < ".join(one.source) or None,
        "place": one.place,
        "route": one.route,
        "actor": one.actor,
        "beside": asdict(one.beside) if one.beside else None,
        "inferred": list(one.inferred),
        **_source_place(document, one.start, one.end),
    }


def relation_entry(book: Casebook, one: Relation) -> Entry:
    """One instance of a check, held or not; a wrong citation or an unreadable row names what is printed."""
    args: Entry = {role: list(claims) for role, claims in one.args}
    citation = book.citations.get(one.id)
    if one.type == REFERENCE:
        args = {"surface": one.surface, "occurrence": citation.occurrence if citation else 1}
    if one.places:
        document = book.checked.document
        lines = [document.line(start) for start, _ in one.places]
        args = {"surface": one.surface, "lines": lines}
    return {
        "id": one.id,
        "check": one.check,
        "type": one.type,
        "args": args,
        "left": _ends(one.left),
        "right": _ends(one.right),
        "gap": _ends(one.gap),
        "holds": one.holds,
        "verdict": None if one.holds else one.verdict,
        "severity": None if one.holds else one.severity,
        "suspect": list(one.suspect),
        "likely_value": number(one.likely_value),
        "explanation": one.explanation,
        "repairs": [_repair(repair) for repair in one.repairs],
    }


def witness_entry(one: Witness) -> Entry:
    """One baseline row held against a claim, with who printed it and when."""
    return {
        "claim": one.claim,
        "against": one.against,
        "low": number(one.low),
        "high": number(one.high),
        "as_of": _day(one.as_of),
        "origins": one.origins,
        "origin_names": list(one.origin_names),
        "compiler": one.compiler,
        "holds": one.holds,
        "verdict": None if one.holds else one.verdict,
        "severity": None if one.holds else one.severity,
        "likely_value": number(one.likely_value),
        "explanation": one.explanation,
        "source": one.source,
    }


def _repair(one: Repair) -> Entry:
    return {
        "values": {claim: number(value) for claim, value in one.values},
        "probability": one.probability,
        "kind": one.kind,
        "residual": number(one.residual),
        "evidence": list(one.evidence),
    }


def _reference(document: Document, one: Reference) -> Entry:
    return {
        "surface": one.surface,
        "occurrence": one.occurrence,
        "start": one.start,
        "end": one.end,
        "number": one.number,
        "number_ok": one.number_ok,
        "date_ok": one.date_ok,
        "likely_number": one.likely_number,
        "explanation": one.explanation,
        **_source_place(document, one.start, one.end),
    }


def implied_entry(one: Implied) -> Entry:
    """What follows from some claims for a cell that may not be printed."""
    return {
        "cell": one.cell,
        "low": number(one.interval.low),
        "high": number(one.interval.high),
        "claims": list(one.claims),
        "assumptions": list(one.assumptions),
    }


def _place(document: Document, one: Figure) -> Entry:
    return {
        "surface": one.surface,
        "start": one.start,
        "end": one.end,
        "flags": list(one.flags),
        **_source_place(document, one.start, one.end),
    }


def _source_place(document: Document, start: int, end: int) -> Entry:
    first, last = document.source_span(start, end)
    return {"line": document.line(start), "source_start": first, "source_end": last}


def _period(period: Period | None) -> Entry:
    return {
        "period_start": _day(period.first) if period else None,
        "period_end": _day(period.last) if period else None,
    }


def _ends(interval: Interval | None) -> list[int | float | None] | None:
    return None if interval is None else [number(interval.low), number(interval.high)]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
