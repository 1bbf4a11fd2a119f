"""The report as HTML: one file that needs no other, and a short form for a notebook cell."""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from nktrade.report import words as wording
from nktrade.report.casebook import MARK_WORDS, Casebook, casebooks
from nktrade.report.claim_tables import claim_tables, relation_table
from nktrade.report.excerpt import Spot, windows
from nktrade.report.explanation import headline, told
from nktrade.report.finding import Finding, findings_in
from nktrade.report.marked_text import MarkedText
from nktrade.report.markup import NOTHING, Child, Html, element, isolated, together
from nktrade.report.telling import Telling, told_once
from nktrade.report.text import citations, coverage, follows, summary

if TYPE_CHECKING:
    from nktrade.core.documents import Unread
    from nktrade.report.report import Report

_LONG_TEXT = 6000
"""Characters beyond which the text of a document is folded."""
_MANY = 12
"""Findings, or documents in a cell, beyond which the rest is folded or counted."""
_IN_A_CELL = 3
_ROWS_IN_A_CELL = 40
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page may load nothing from anywhere, whatever its text says."""


def to_html(report: "Report") -> str:
    """The whole report as one self-contained page."""
    books = casebooks(report)
    name = books[0].checked.document.id if len(books) == 1 else f"{len(books)} documents"
    title = f"nktrade: {name}"
    body = element(
        "div",
        element("a", "Skip to the findings", class_="skip", href="#main"),
        element("header", element("h1", title), *_origin(report), _legend()),
        element(
            "main",
            *(_document(MarkedText(book, f"d{place}-")) for place, book in enumerate(books, 1)),
            _unread(report.unread),
            id="main",
        ),
        class_="page",
    )
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("title", title),
            _style(),
        ),
        element("body", body, class_="nktrade"),
        lang="en",
    )
    return f"<!doctype html>\n{page.markup}\n"


def to_cell(report: "Report") -> str:
    """The report in a notebook cell: the first documents, folded where long."""
    books = casebooks(report)
    content = "\n".join(
        f"{book.checked.document.id} {book.checked.document.text}" for book in books
    )
    prefix = hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    shown = [
        _in_a_cell(MarkedText(book, f"n{prefix}-{place}-"))
        for place, book in enumerate(books[:_IN_A_CELL], 1)
    ]
    rest = len(books) - len(shown)
    more = f"and {wording.counted(rest, 'more document')}: see report.findings" if rest > 0 else ""
    return element(
        "div", _style(), *shown, element("p", more, class_="soft"), class_="nktrade"
    ).markup


def _style() -> Html:
    sheet = files("nktrade.report").joinpath("report.css").read_text(encoding="utf-8")
    return Html(f"<style>{sheet}</style>")


def _origin(report: "Report") -> Iterable[Html]:
    held = ", ".join(f"{one.name} (to {one.vintage})" for one in report.baselines)
    against = f"Held against {held}." if held else "Held against no baseline."
    yield element("p", f"Read by nktrade. {against}", class_="soft")


def _legend() -> Html:
    return element(
        "ul",
        *(
            element(
                "li",
                element("span", element("mark", "figure"), class_=f"figure {mark}"),
                f" {said}",
            )
            for mark, said in MARK_WORDS.items()
        ),
        class_="legend",
        aria_label="How figures are marked",
    )


def _document(text: MarkedText) -> Html:
    book, prefix = text.book, text.prefix
    document = book.checked.document
    findings = findings_in(book)
    return element(
        "article",
        element("h2", isolated(document.title or document.id), id=f"{prefix}title"),
        _about(book),
        element("p", summary(book)),
        _findings(findings, text),
        element("h3", "Text"),
        _text(text),
        element("h3", "Claims"),
        claim_tables(book, prefix),
        _folded("Relations, held or not", relation_table(book, prefix)),
        _list("Citations", citations(book)),
        _list("Notes", book.checked.reading.notes),
        _list("What follows from the figures", follows(book)),
        _list("Coverage", coverage(book)),
        aria_labelledby=f"{prefix}title",
    )


def _in_a_cell(text: MarkedText) -> Html:
    book, prefix = text.book, text.prefix
    tales = told_once(findings_in(book))
    rest = len(tales) - _IN_A_CELL
    more = f"and {wording.counted(rest, 'more finding')}: see report.findings" if rest > 0 else ""
    return element(
        "article",
        element("h4", isolated(book.checked.document.title or book.checked.document.id)),
        _about(book),
        element("p", summary(book)),
        *(
            _finding_folded(one, text, is_open=place == 0)
            for place, one in enumerate(tales[:_IN_A_CELL])
        ),
        element("p", more, class_="soft") if more else NOTHING,
        _folded("Text with marked figures", _words(text, _LONG_TEXT)),
        _folded(
            wording.counted(len(book.claims), "claim"),
            claim_tables(book, prefix, most=_ROWS_IN_A_CELL),
        ),
        _folded("Coverage", _list("", coverage(book))),
    )


def _about(book: Casebook) -> Html:
    document = book.checked.document
    said = [
        document.file,
        document.publisher,
        document.date.isoformat() if document.date else "no date",
        document.lang or book.checked.reading.lang,
    ]
    shown: list[Child] = []
    for one in filter(None, said):
        shown += [" · ", isolated(one)]
    return element("p", *shown[1:], class_="soft")


def _findings(findings: Sequence[Finding], text: MarkedText) -> Html:
    if not findings:
        return NOTHING
    shown = [_finding(one, text) for one in told_once(findings)]
    rest = shown[_MANY:]
    more = _folded(wording.counted(len(rest), "more finding"), *rest) if rest else NOTHING
    return together([element("h3", "Findings"), *shown[:_MANY], more])


def _finding(tale: Telling, text: MarkedText) -> Html:
    severity = tale.finding.severity
    head = element("h4", *_headline(tale.finding))
    return element("section", head, *_inside(tale, text), class_=f"finding {severity}")


def _finding_folded(tale: Telling, text: MarkedText, *, is_open: bool) -> Html:
    return element(
        "details",
        element("summary", *_headline(tale.finding)),
        *_inside(tale, text),
        class_=f"finding {tale.finding.severity}",
        open="" if is_open else None,
    )


def _headline(finding: Finding) -> tuple[Child, ...]:
    said = headline(finding)
    is_name = any(one.isdigit() for one in said.partition(" ")[0])  # c8
    opened = said if is_name else said[:1].upper() + said[1:]
    return element("span", finding.severity, class_="badge"), opened


def _inside(tale: Telling, text: MarkedText) -> Iterable[Html]:
    """Place, excerpt, and what is said of a finding."""
    finding = tale.finding
    place = text.link(finding.place[0], finding.location)
    yield element("p", f"{finding.id} at ", place, class_="soft")
    yield from (_quote(text, *window[:2]) for window in _windows(finding))
    yield element(
        "dl",
        *(
            part
            for label, said in told(tale)
            for part in (element("dt", label), element("dd", *map(_line, said)))
        ),
    )


def _windows(finding: Finding) -> Iterable[tuple[int, int, list[Spot]]]:
    return windows(finding.book.checked.document.text, finding.spots)


def _quote(text: MarkedText, start: int, end: int) -> Html:
    """A run of the text with its marks, and an ellipsis where the text goes on."""
    whole = text.book.checked.document.text
    before = "" if start == 0 or whole[start - 1] == "\n" else "… "
    after = "" if whole[end : end + 1] in {"", "\n"} else " …"
    return element("blockquote", before, text.between(start, end), after)


def _line(said: str) -> Html:
    is_evidence = said.startswith("- ")
    return element("p", said.removeprefix("- "), class_="evidence" if is_evidence else None)


def _text(text: MarkedText) -> Html:
    length = len(text.book.checked.document.text)
    shown = _words(text)
    return _folded(f"{length:,} characters", shown) if length > _LONG_TEXT else shown


def _words(text: MarkedText, most: int | None = None) -> Html:
    """The marked text, or its beginning and how much of it is left out."""
    document = text.book.checked.document
    length = len(document.text)
    shown = length if most is None else min(length, most)
    rest = f" … {length - shown:,} more characters" if shown < length else ""
    return element(
        "div",
        text.between(0, shown, anchors=True),
        rest,
        class_="text",
        lang=document.lang or text.book.checked.reading.lang,
        dir="auto",
    )


def _list(title: str, said: Iterable[str]) -> Html:
    lines = [element("li", one) for one in said]
    if not lines:
        return NOTHING
    return together([element("h3", title) if title else NOTHING, element("ul", *lines)])


def _unread(unread: "Sequence[Unread]") -> Html:
    return _list("Not read", [one.reason for one in unread])


def _folded(title: str, *inside: Html) -> Html:
    return element("details", element("summary", title), *inside)
