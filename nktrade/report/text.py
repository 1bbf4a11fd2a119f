"""The report for people at a terminal: findings first, then citations, notes and coverage."""

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Implied
from nktrade.core.interval import Interval
from nktrade.report import quantities, words
from nktrade.report.casebook import Casebook, casebooks
from nktrade.report.explanation import PLAIN, Paint, explained, label_lines
from nktrade.report.finding import findings_in
from nktrade.report.telling import told_once
from nktrade.report.visible import clipped, columns, on_one_line, padded

if TYPE_CHECKING:
    from nktrade.core.documents import Unread
    from nktrade.report.report import Report

WIDTH = 96
"""Columns of a report that is not printed on a terminal."""
_SHOWN = 8
"""Implied values and statements told; JSON has all."""
_NAMED = 20
"""Figures named in the coverage; JSON names all."""


def to_text(report: "Report", *, width: int = WIDTH, paint: Paint = PLAIN) -> str:
    """The whole report, one section per document, ending in a line break."""
    sections = ["\n".join(section(book, width, paint)) for book in casebooks(report)]
    return joined(sections, report.unread)


def joined(sections: Iterable[str], unread: Iterable["Unread"]) -> str:
    """The sections of the documents and the files that could not be read, as one text."""
    lines = unread_lines(unread)
    return "\n\n".join([*sections, *(["\n".join(lines)] if lines[1:] else [])]) + "\n"


def claims_text(report: "Report") -> str:
    """The claims of every document as a table, ending in a line break."""
    sections = [
        [
            _title(book),
            "",
            *_claims(book),
            *_section("notes", list(book.checked.reading.notes), WIDTH),
        ]
        for book in casebooks(report)
    ]
    return joined(map("\n".join, sections), report.unread)


def unread_lines(unread: Iterable["Unread"]) -> list[str]:
    """The files that could not be read, each with the reason."""
    return ["not read:", *(f"  {on_one_line(one.reason)}" for one in unread)]


def table(rows: list[list[str]], *, numbers: frozenset[int] = frozenset()) -> list[str]:
    """Rows of cells in aligned columns; the columns of these numbers stand to the right."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            padded(cell, width, to_the_right=place in numbers)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def section(book: Casebook, width: int = WIDTH, paint: Paint = PLAIN) -> list[str]:
    """The lines of one document: findings, citations, notes and coverage."""
    findings = findings_in(book)
    title = clipped(_title(book), width)
    printed = [paint("title", title), paint("title", "=" * min(columns(title), width)), ""]
    printed += _wrapped(summary(book), width)
    for tale in told_once(findings):
        printed += ["", *explained(tale, width=width, paint=paint)]
    printed += _section("citations", citations(book), width)
    printed += _section("notes", [on_one_line(note) for note in book.checked.reading.notes], width)
    printed += _section("follows", follows(book), width)
    return printed + _section("coverage", coverage(book), width)


def _title(book: Casebook) -> str:
    document = book.checked.document
    parts = [
        document.file or document.id,
        document.date.isoformat() if document.date else "no date",
        book.checked.reading.lang,
        document.publisher or "",
        document.title or "",
    ]
    return " · ".join(on_one_line(part) for part in parts if part)


def summary(book: Casebook) -> str:
    """How much is told below, in one sentence, and whether the file was whole."""
    counts = dict.fromkeys(Severity, 0)
    for tale in told_once(findings_in(book)):
        counts[tale.finding.severity] += 1
    said = [words.counted(count, one.value) for one, count in counts.items() if count]
    damaged = book.checked.document.damaged
    whole = f" The file is damaged: {on_one_line(damaged)}." if damaged else ""
    if not said:
        return "Nothing was found that cannot be true." + whole
    return f"Found: {', '.join(said)}." + whole


def citations(book: Casebook) -> list[str]:
    """Every resolution that the text cites, and what the register says of it, told once."""
    told = {one: f"see {name}" for name, one in book.citations.items()}
    return [
        f"line {book.checked.document.line(one.start)}: {on_one_line(one.surface)}: "
        + (
            told.get(one)
            or on_one_line(one.explanation)
            or _cited(one.number_ok, one.date_ok, one.likely_number)
        )
        for one in book.checked.references
    ]


def _cited(number_ok: bool | None, date_ok: bool | None, likely: int | None) -> str:  # noqa: FBT001 - two answers of one register
    if number_ok is False:
        return f"likely {likely}" if likely else "does not fit what the register holds"
    if date_ok is False:
        return "the date does not fit the register"
    return "agrees with the register" if number_ok else "not decided"


def follows(book: Casebook) -> list[str]:
    """What the figures imply, each with its claims and assumptions; JSON and frames have all."""
    implied = book.checked.implied
    said = [words.spoken(_implied(one), book.claims) for one in implied[:_SHOWN]]
    rest = len(implied) - len(said)
    return [*said, f"and {rest:,} more"] if rest else said


def _implied(one: Implied) -> str:
    cell, _, unit = one.cell.rpartition(" ")
    low, high = one.interval.low, one.interval.high
    # Nothing is less than nothing: an end of zero says only that the other one bounds it.
    amount = quantities.about(Interval(None, high) if low == 0 != high else one.interval, unit)
    grounds = "; ".join(one.assumptions)
    return f"{' and '.join(one.claims)}: {words.cell(cell)}: {amount} ({grounds})"


def coverage(book: Casebook) -> list[str]:
    """How many figures were read, how many stand beside another, and which do not; of a customs file, its rows."""
    if table := book.checked.table:
        counts = f"{table.read:,} rows read, {table.kept:,} kept, {table.rejected:,} rejected"
        counts += f", {table.unreadable:,} of them unreadable" if table.unreadable else ""
        return [counts, *map(str, table.sums), *([] if table.sums else ["no sums in it"])]
    claims = book.checked.reading.claims
    unchecked = [one for one in claims if not book.is_checked(one)]
    read, held = words.counted(len(claims), "figure"), len(claims) - len(unchecked)
    beside = "held against another figure or a baseline"
    said = [f"{read} read, {held} {beside}, {len(unchecked)} not checkable"] if claims else []
    said = said or ["no figure of trade was read"]
    if unchecked:
        shown = [f"{on_one_line(one.figure.surface)} ({one.id})" for one in unchecked[:_NAMED]]
        said.append(f"not checkable: {_some(shown, len(unchecked))}")
    said += _statements(book)
    if unread := book.checked.reading.unread:
        shown = [on_one_line(one.surface) for one in unread[:_NAMED]]
        count = words.counted(len(unread), "figure")
        said.append(f"{count} without a reading: {_some(shown, len(unread))}")
    return said


def _statements(book: Casebook) -> list[str]:
    """How many statements without a number were read, and which no monthly figure speaks of."""
    read = book.checked.reading.statements
    if not read:
        return []
    open_ = [one for one in book.checked.relations if one.verdict is Verdict.NOT_CHECKABLE]
    count = words.counted(len(read), "statement")
    said = [f"{count} without a number read, {len(open_)} not checkable against months"]
    reasons: dict[str, dict[str, list[str]]] = {}
    for one in open_:
        spoken, _, why = on_one_line(one.explanation).partition(" is not checkable: ")
        name, _, printed = spoken.partition(" ")
        reasons.setdefault(why, {}).setdefault(printed, []).append(name)
    told = {
        why: [f"{', '.join(ids)} {printed}" for printed, ids in those.items()]
        for why, those in reasons.items()
    }
    return said + [
        f"not checkable, as {why}: {_some(those[:_SHOWN], len(those))}"
        for why, those in told.items()
    ]


def _some(shown: list[str], count: int) -> str:
    rest = count - len(shown)
    return "; ".join(shown) + (f"; and {rest:,} more" if rest else "")


def _claims(book: Casebook) -> list[str]:
    claims = book.checked.reading.claims
    if not claims:
        return ["no claim was read"]
    head = ["id", "line", "as printed", "kind", "about", "sure"]
    rows = [
        [
            one.id,
            str(book.checked.document.line(one.figure.start)),
            on_one_line(one.figure.surface),
            one.kind.value,
            words.subject(one),
            _surety(one.confidence),
        ]
        for one in claims
    ]
    return table([head, *rows], numbers=frozenset({1, 5}))


def _surety(confidence: tuple[tuple[str, float], ...]) -> str:
    return f"{min(value for _, value in confidence):.2f}" if confidence else ""


def _section(title: str, said: list[str], width: int) -> list[str]:
    return ["", *label_lines(title, said, width)] if said else []


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
