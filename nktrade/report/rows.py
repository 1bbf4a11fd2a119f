"""Findings, claims, relations and baseline as flat rows: what CSV and frames are made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nktrade.core.findings import Relation
from nktrade.report.casebook import casebooks
from nktrade.report.finding import findings_of
from nktrade.report.json_form import (
    claim_entries,
    implied_entry,
    relation_entry,
    witness_entry,
)
from nktrade.report.visible import visible

if TYPE_CHECKING:
    from nktrade.report.finding import Finding
    from nktrade.report.report import Report

Cell = str | int | float | bool | None
Row = dict[str, Cell]
_INTERVALS = ("left", "right", "gap")
_ENDS = tuple(f"{name}_{end}" for name in _INTERVALS for end in ("low", "high"))
_JUDGED = ("holds", "verdict", "severity")

CLAIM_COLUMNS = (
    *("document", "id", "surface", "occurrence", "start", "end"),
    *("value", "unit", "low", "high", "approx", "kind", "flow", "reporter", "partner"),
    *("commodity", "period_start", "period_end", "base", "sign", "source", "channel"),
    *("standing", "valuation", "scope", "rate", "share_of", "lexical", "hypothetical"),
    *("dup_of", "restates", "line", "source_start", "source_end"),
    *("inferred", "missing", "confidence"),
)
RELATION_COLUMNS = (
    *("document", "id", "check", "type", "args"),
    *_ENDS,
    *_JUDGED,
    *("suspect", "likely_value", "explanation"),
)
BASELINE_COLUMNS = (
    *("document", "claim", "against", "low", "high", "as_of", "origins", "origin_names"),
    "compiler",
    *_JUDGED,
    *("likely_value", "explanation", "source"),
)
IMPLIED_COLUMNS = ("document", "cell", "low", "high", "claims", "assumptions")
FINDING_COLUMNS = (
    *("document", "id", "severity", "verdict", "check", "type", "line", "surface", "claims"),
    *("gap_low", "gap_high", "suspect", "likely_value", "probability", "explanation"),
)


def claim_rows(report: "Report") -> Iterator[Row]:
    """One row per claim; ``confidence`` is that of the field the reader is least sure of."""
    for checked in report.checked:
        for entry in claim_entries(checked.document, checked.reading.claims):
            sure = min(entry["confidence"].values(), default=None)
            yield _row(CLAIM_COLUMNS, {**entry, "confidence": sure}, checked.document.id)


def relation_rows(report: "Report") -> Iterator[Row]:
    """One row per relation, held or not."""
    for book in casebooks(report):
        for one in book.checked.relations:
            entry = relation_entry(book, one)
            yield _row(RELATION_COLUMNS, {**entry, **_split(entry)}, book.checked.document.id)


def baseline_rows(report: "Report") -> Iterator[Row]:
    """One row per baseline row held against a claim."""
    for checked in report.checked:
        for one in checked.witnesses:
            yield _row(BASELINE_COLUMNS, witness_entry(one), checked.document.id)


def implied_rows(report: "Report") -> Iterator[Row]:
    """One row per value that follows from the figures of a document."""
    for checked in report.checked:
        for one in checked.implied:
            told = {**implied_entry(one), "assumptions": "; ".join(one.assumptions)}
            yield _row(IMPLIED_COLUMNS, told, checked.document.id)


def finding_rows(report: "Report") -> Iterator[Row]:
    """One row per finding, in the order of ``report.explain``."""
    for finding in findings_of(report):
        yield _row(FINDING_COLUMNS, _finding(finding), finding.book.checked.document.id)


def _finding(finding: "Finding") -> Mapping[str, Any]:
    entry, document = finding.entry, finding.book.checked.document
    own = relation_entry(finding.book, entry) if isinstance(entry, Relation) else {}
    judged = own or witness_entry(entry)  # type: ignore[arg-type] # no relation, so a witness
    best = next(iter(entry.repairs), None) if isinstance(entry, Relation) else None
    start, end = finding.place
    return {
        **judged,
        **(_split(own) if own else {}),
        "id": finding.id,
        "check": finding.check,
        "type": own.get("type", "baseline"),
        "line": document.line(start),
        "surface": document.text[start:end],
        "claims": [one.id for one in finding.claims],
        "suspect": [one.id for one in finding.suspects],
        "probability": best.probability if best else None,
    }


def _split(entry: Mapping[str, Any]) -> Row:
    """The interval pairs of a relation as one column for each end, open ends missing."""
    return {
        f"{name}_{end}": ends[place] if (ends := entry[name]) else None
        for name in _INTERVALS
        for place, end in enumerate(("low", "high"))
    }


def _row(columns: Iterable[str], entry: Mapping[str, Any], document: str) -> Row:
    return {name: document if name == "document" else _cell(entry.get(name)) for name in columns}


def _cell(value: Any) -> Cell:  # noqa: ANN401 - a value of JSON
    """A JSON value as one cell: lists by blanks, roles as role=c1 c2, text made visible."""
    if isinstance(value, Mapping):
        return "; ".join(f"{role}={_cell(one)}" for role, one in value.items())
    if isinstance(value, list):
        return " ".join(str(_cell(one)) for one in value)
    return visible(str(value)) if isinstance(value, str) else value  # an enum's member as its text
