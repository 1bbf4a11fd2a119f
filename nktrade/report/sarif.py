"""Findings as SARIF 2.1.0, so that each stands on its line in a pull request."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from nktrade.checks.notes import UNREADABLE
from nktrade.core.codes import Severity
from nktrade.core.documents import Document, Unread
from nktrade.core.findings import Witness
from nktrade.report.casebook import REFERENCE
from nktrade.report.explanation import explanation, headline
from nktrade.report.finding import Finding, findings_of
from nktrade.report.json_text import dumped, package_version
from nktrade.report.visible import visible

if TYPE_CHECKING:
    from nktrade.report.report import Report

Entry = dict[str, Any]
"""One JSON object: its values are of every JSON type."""
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def to_sarif(report: "Report") -> str:
    """All findings of a report as one SARIF log with one run."""
    return log(results(findings_of(report)), report.unread)


def log(found: Iterable[Entry], unread: Iterable[Unread]) -> str:
    """One SARIF log with one run of these results, as ``results`` gives them."""
    every = list(found)
    rules = sorted({one["ruleId"] for one in every})
    places = {rule: place for place, rule in enumerate(rules)}
    return dumped(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(rules)},
                    "columnKind": "unicodeCodePoints",
                    "results": [
                        {"ruleId": one["ruleId"], "ruleIndex": places[one["ruleId"]], **one}
                        for one in every
                    ],
                    "invocations": [_invocation(unread)],
                }
            ],
        }
    )


def results(findings: Iterable[Finding]) -> list[Entry]:
    """The findings as results of a log that knows its rules."""
    return [_result(one) for one in findings]


def _driver(rules: list[str]) -> Entry:
    return {
        "name": "nktrade",
        "semanticVersion": package_version(),
        "rules": [{"id": rule, "shortDescription": {"text": _says(rule)}} for rule in rules],
    }


def _invocation(unread: Iterable[Unread]) -> Entry:
    """Whether every file was read; those that were not are named."""
    told = [{"level": "error", "message": _message(visible(one.reason))} for one in unread]
    return {"executionSuccessful": True, "toolExecutionNotifications": told}


def _result(finding: Finding) -> Entry:
    document = finding.book.checked.document
    return {
        "ruleId": _rule(finding),
        "level": _LEVELS[finding.severity],
        "message": _message(f"{headline(finding)}\n\n{explanation(finding)}"),
        "locations": [_location(document, *finding.place)],
        "relatedLocations": [
            {"id": number, **_location(document, *place), "message": _message(visible(said))}
            for number, (place, said) in enumerate(_beside(finding), 1)
        ],
        "partialFingerprints": {"nktrade/v1": _fingerprint(finding)},
        "suppressions": _suppressions(finding),
    }


def _beside(finding: Finding) -> Iterator[tuple[tuple[int, int], str]]:
    """What else a finding speaks of than the place that it stands at: other figures, or other cells that cannot be read."""
    for one in finding.claims:
        if (place := (one.figure.start, one.figure.end)) != finding.place:
            yield place, str(one)
    text = finding.book.checked.document.text
    for start, end in finding.cells[1:]:
        yield (start, end), text[start:end]


def _suppressions(finding: Finding) -> list[Entry]:
    """Who asked for silence, by SARIF 2.1.0, 3.27.23 on every result or on none: here in the settings."""
    because = finding.entry.accepted
    return [] if because is None else [{"kind": "external", "justification": visible(because)}]


def _message(text: str) -> Entry:
    """A text as SARIF has it, in which a document's brackets make no link."""
    return {"text": text.replace("](", "] (")}


def _location(document: Document, start: int, end: int) -> Entry:
    first, last = document.source_span(start, end)
    line, last_line = document.line(start), document.line(max(end - 1, start))
    starts = document.line_starts
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document.file or document.id)},
            "region": {
                "startLine": line,
                "startColumn": first - starts[line - 1] + 1,
                "endLine": last_line,
                "endColumn": last - starts[last_line - 1] + 1,
                "charOffset": first,
                "charLength": last - first,
            },
        }
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    text = file.encode("utf-8", "backslashreplace").decode()
    return path.as_uri() if path.is_absolute() else quote(PurePath(text).as_posix())


def _rule(finding: Finding) -> str:
    """The check that speaks; one rule for all baselines, and one for citations."""
    if finding.citation is not None:
        return REFERENCE
    return "baseline" if isinstance(finding.entry, Witness) else finding.check


def _says(rule: str) -> str:
    told = {
        REFERENCE: "A cited resolution does not fit the register.",
        "baseline": "A figure and a baseline cannot both be true.",
        UNREADABLE.name: "A row of figures cannot be read, so that its figure is lost.",
    }
    return told.get(rule, f"Figures joined by the check {rule!r} cannot all be true.")


def _fingerprint(finding: Finding) -> str:
    """What stays the same when the finding moves to another line."""
    printed = [one.figure.surface for one in finding.claims]
    start, end = finding.place
    printed.append(finding.book.checked.document.text[start:end])
    content = json.dumps([_rule(finding), finding.book.checked.document.id, printed])
    return hashlib.sha256(content.encode()).hexdigest()[:32]
