"""A report in parts, one for each document, and the whole from them: for work that is resumed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from nktrade.report import csv_form, json_form, sarif, text
from nktrade.report.casebook import casebooks
from nktrade.report.finding import SEVERITIES, findings_of
from nktrade.report.json_text import dumped
from nktrade.report.rows import FINDING_COLUMNS, finding_rows

if TYPE_CHECKING:
    from nktrade.report.report import Report

Part = Any
"""What a form needs of one document: a text, or a list or object of JSON."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a report is laid out from parts, byte for byte as from the whole."""

    part: Callable[["Report"], Part]
    """Of a report of one document."""
    whole: Callable[["Report", Sequence[Part]], str]
    """Of the report without its documents, and their parts in order."""


def parts_of(report: "Report", form: Form) -> list[Part]:
    """The part of each document."""
    return [form.part(replace(report, checked=(one,))) for one in report.checked]


def _json_part(report: "Report", *, with_text: bool = False) -> Part:
    return json_form.entries(report, with_text=with_text)["docs"][0]


def _json(report: "Report", parts: Sequence[Part]) -> str:
    return dumped(json_form.entries(report) | {"docs": list(parts)})


def _csv(_report: "Report", parts: Sequence[Part]) -> str:
    return csv_form.written(FINDING_COLUMNS, _joined(parts, "severity"))


def _sarif(report: "Report", parts: Sequence[Part]) -> str:
    return sarif.log(_joined(parts, "level"), report.unread)


def _text_part(report: "Report") -> Part:
    return "\n".join(text.section(casebooks(report)[0]))


def _text(report: "Report", parts: Sequence[Part]) -> str:
    return text.joined(parts, report.unread)


def _joined(parts: Sequence[Part], severity: str) -> list[Any]:
    """The findings of all parts, the most severe first, as a whole report has them."""
    found = [one for part in parts for one in part]
    return sorted(found, key=lambda one: SEVERITIES.index(one[severity]))


FORMS = {
    "text": Form(_text_part, _text),
    "json": Form(_json_part, _json),
    "json with text": Form(partial(_json_part, with_text=True), _json),
    "csv": Form(lambda report: list(finding_rows(report)), _csv),
    "sarif": Form(lambda report: sarif.results(findings_of(report)), _sarif),
}
"""By name; a page is one whole and has no parts."""
