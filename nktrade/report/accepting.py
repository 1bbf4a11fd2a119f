"""Accepting: findings that a person has judged and lets stand, each with its reason and its last day.

A finding is recognised by content: its check, the figures as printed, and the document where one
is named. It stays in the report as a note; once a figure changes, or the day is past, it counts again.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from nktrade.core.codes import Severity
from nktrade.core.findings import Relation, Witness
from nktrade.report.casebook import Casebook, casebooks
from nktrade.report.finding import Finding, findings_in

if TYPE_CHECKING:
    from nktrade.report.report import Checked, Report

Entry = TypeVar("Entry", Relation, Witness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that may stand until a day, and why."""

    check: str
    figures: tuple[str, ...]
    """As printed, in any order."""
    because: str
    until: dt.date
    """The last day on which it holds."""
    document: str | None = None
    """The id of the document; None for any."""

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is the one that was accepted."""
        return (
            self.check == finding.check
            and sorted(map(_plain, self.figures)) == sorted(_printed(finding))
            and self.document in {None, finding.book.checked.document.id}
        )


def accepting(report: "Report", acceptances: Sequence[Acceptance], today: dt.date) -> "Report":
    """The report in which accepted findings are notes that say who let them stand, and until when.

    An acceptance whose day is past changes no severity; the finding says that it has run out.
    """
    if not acceptances:
        return report
    checked = tuple(_settled(book, acceptances, today) for book in casebooks(report))
    return replace(report, checked=checked)


def idle(report: "Report", acceptances: Sequence[Acceptance]) -> tuple[Acceptance, ...]:
    """The acceptances of documents in the report that cover no finding: they can be removed."""
    books = casebooks(report)
    found = [one for book in books for one in findings_in(book)]
    here = {None, *(book.checked.document.id for book in books)}
    return tuple(
        one for one in acceptances if one.document in here and not any(map(one.covers, found))
    )


def entry(finding: Finding) -> str:
    """The finding as an entry of pyproject.toml, its reason and its day left to be written.

    It is TOML as it stands, so that one who pastes and forgets is told what is missing, and where.
    """
    figures = ", ".join(map(_toml, _printed(finding)))
    return "\n".join(
        (
            "[[tool.nktrade.accepted]]",
            f"check = {_toml(finding.check)}",
            f"figures = [{figures}]",
            f"document = {_toml(finding.book.checked.document.id)}",
            'because = ""        # why it may stand',
            'until = ""          # the last day, as 2027-06-30, without quotes',
        )
    )


def _settled(book: Casebook, acceptances: Sequence[Acceptance], today: dt.date) -> "Checked":
    """The document with what was accepted in it written into its findings."""

    def told(entry: Entry) -> Entry:
        finding = Finding(book, entry)
        covers = [one for one in acceptances if entry.severity and one.covers(finding)]
        if not covers:
            return entry
        last = max(covers, key=lambda one: one.until)
        holds = today <= last.until
        said = f"{'accepted' if holds else 'no longer accepted: was so'} until {last.until}: {last.because}"
        return replace(
            entry,
            severity=Severity.NOTE if holds else entry.severity,
            accepted=last.because if holds else None,
            explanation="; ".join(filter(None, (said, entry.explanation))),
        )

    return replace(
        book.checked,
        relations=tuple(map(told, book.checked.relations)),
        witnesses=tuple(map(told, book.checked.witnesses)),
    )


def _printed(finding: Finding) -> list[str]:
    """The words that the finding is about: the cited resolution, the unreadable cells, or the figures."""
    surface = finding.entry.surface if isinstance(finding.entry, Relation) else None
    printed = [one.figure.surface for one in finding.claims] if surface is None else [surface]
    return [_plain(one) for one in printed]


def _plain(printed: str) -> str:
    return " ".join(printed.split())


def _toml(text: str) -> str:
    """The text as a basic string of TOML, whose escapes are those of JSON but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
