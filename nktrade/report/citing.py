"""Citing: the prints behind a finding as one sentence, and those behind a report as BibTeX."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from nktrade.core.findings import Print, Relation, Witness
from nktrade.reference.compilers import compiler
from nktrade.report import words
from nktrade.report.finding import Finding, findings_of
from nktrade.report.json_text import package_version
from nktrade.report.latex import escaped
from nktrade.report.visible import on_one_line

if TYPE_CHECKING:
    from nktrade.report.report import BaselineUsed, Report

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHOWN = 12
"""Digits of a hash in a sentence; JSON, BibTeX and a bundle have all."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UNSAFE = re.compile(r"[^a-z0-9]+")
_Article = tuple[str, str, date | None, str]
"""What a reader looks up: the baseline, who printed it, when and where."""


def sentence(finding: Finding, report: "Report") -> str:
    """What to write beneath a finding: the text and the line, the check, and who printed what it met."""
    document = finding.book.checked.document
    place = f"{finding.location}{_hashed(document.sha256)}"
    check = f'check "{finding.check}" of ' if isinstance(finding.entry, Relation) else ""
    told = f"{place}, {check}nktrade {package_version()}"
    used = {one.name: one for one in report.baselines}
    beside = [
        f"{_origins(rows)} (baseline {_baseline(name, used.get(name))})"
        for name, rows in _by_baseline(finding.witnesses).items()
    ]
    return on_one_line("; ".join([told, *beside]) + ".")


def bibtex(report: "Report") -> str:
    """An entry for nktrade and one for every article, table or file that a baseline row was read in.

    Rows are named in ``note``, with the baseline's vintage and hash.
    """
    witnesses = [row for one in findings_of(report) for row in one.witnesses]
    witnesses += [row for one in report.checked for row in one.witnesses]
    articles: dict[_Article, list[Print]] = {}
    for name, prints in _by_baseline(witnesses).items():
        for one in prints:
            articles.setdefault((name, _name(one), one.as_of, one.url), []).append(one)
    used = {one.name: one for one in report.baselines}
    keys = _keys(articles)
    entries = [
        _entry(keys[article], article, prints, used.get(article[0]))
        for article, prints in sorted(articles.items(), key=lambda pair: keys[pair[0]])
    ]
    return "\n".join([_software(), *entries])


def _by_baseline(witnesses: Iterable[Witness]) -> dict[str, list[Print]]:
    """Every print once, by the baseline that it stands in."""
    found: dict[str, dict[Print, None]] = {}
    for one in witnesses:
        found.setdefault(one.against, {}).update(dict.fromkeys(one.prints))
    return {name: list(prints) for name, prints in found.items() if prints}


def _origins(prints: Iterable[Print]) -> str:
    """'China customs, as printed by Reuters (23 July 2018)', for each who counted and who printed."""
    days: dict[str, dict[str, None]] = {}
    for one in sorted(prints, key=lambda one: (one.as_of or date.max, one.row)):
        is_own = one.origin in {one.compiler, ""}
        who = one.compiler if is_own else f"{one.compiler}, as printed by {_name(one)}"
        days.setdefault(who, {}).update({words.day(one.as_of): None} if one.as_of else {})
    return "; ".join(f"{who} ({words.listed(when)})" if when else who for who, when in days.items())


def _baseline(name: str, used: "BaselineUsed | None") -> str:
    vintage = f" of {used.vintage}" if used and used.vintage else ""
    return f"{name}{vintage}{_hashed(used.sha256 if used else '')}"


def _hashed(sha256: str) -> str:
    return f" [SHA-256 {sha256[:_SHOWN]}]" if sha256 else ""


def _name(one: Print) -> str:
    """Who printed the row, by its canonical name where the table knows it."""
    known = compiler(one.origin)
    return known.name if known else one.origin or one.compiler


def _keys(articles: Iterable[_Article]) -> dict[_Article, str]:
    """A key for each article that a writer can type: who and when, and a letter among equals."""
    groups: dict[str, list[_Article]] = {}
    for article in articles:
        name, origin, day, _ = article
        plain = _UNSAFE.sub("-", origin.casefold()).strip("-") or _UNSAFE.sub("-", name.casefold())
        groups.setdefault(f"{plain}-{day}" if day else plain, []).append(article)
    return {
        article: key if len(group) == 1 else f"{key}{_letter(place)}"
        for key, group in groups.items()
        for place, article in enumerate(sorted(group, key=lambda one: (one[0], one[3])))
    }


def _letter(place: int) -> str:
    """One letter of twenty-six, then two: a, z, aa."""
    more, last = divmod(place, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[last]


def _entry(key: str, article: _Article, prints: list[Print], used: "BaselineUsed | None") -> str:
    name, origin, day, url = article
    counted = words.listed(sorted({one.compiler for one in prints}))
    rows = words.listed(sorted({one.row for one in prints}))
    vintage = f", vintage {used.vintage}" if used and used.vintage else ""
    sha256 = f", SHA-256 {used.sha256}" if used else ""
    fields = {
        "author": f"{{{escaped(origin)}}}",
        "title": f"{{{escaped(f'Trade figures of {counted}')}}}",
        "year": str(day.year) if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "url": quote(url, safe=":/?&=#%+,;@~!()*'$-._"),
        "note": escaped(f"rows {rows} of the baseline {name}{vintage}{sha256}"),
    }
    return _written(key, fields)


def _software() -> str:
    return _written(
        "nktrade",
        {
            "author": "{The nktrade developers}",
            "title": "{nktrade: statcheck for trade statistics}",
            "note": f"version {package_version()}",
        },
    )


def _written(key: str, fields: dict[str, str]) -> str:
    """One entry; months stand without braces, for they are BibTeX's own words."""
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])
