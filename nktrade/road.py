"""The whole road in one call: a path, a text or a Document in, a Report out."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from nktrade.core.documents import CustomsFile, Document, Unread
from nktrade.documents import load
from nktrade.documents.dates import given_day
from nktrade.documents.loading import is_path
from nktrade.documents.sources import MAX_NESTING, MAX_SIZE
from nktrade.errors import CheckError, DocumentError, nearest
from nktrade.inputs import Input, Loading, inputs, shown, written
from nktrade.report.report import Checked, Report

if TYPE_CHECKING:
    from nktrade.checks import Check
    from nktrade.ledger.ledger import Ledger

Source = str | os.PathLike[str] | Document | CustomsFile
Sources = Source | Iterable[Source]
Against = str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None


def check(
    source: Sources,
    *,
    against: Against = None,
    checks: "Iterable[Check] | None" = None,
    date: dt.date | str | None = None,
    lang: str | None = None,
    encoding: str | None = None,
    given: Mapping[str, str] | None = None,
    context: str | None = None,
    max_size: int = MAX_SIZE,
    max_nesting: int = MAX_NESTING,
    progress: bool = False,
) -> Report:
    """What cannot all be true in one document or many, and what most likely was meant.

    ``against`` names baselines (default: every embedded one; "none": the text alone).
    ``checks`` are those to run (default: ``nktrade.CHECKS``; citations and limits stay on).
    ``given`` says what a customs file leaves out: ``{"flow": "import"}``. ``context="none"`` leaves
    sides that the text does not name unknown. What cannot be read is named in ``report.unread``.

    >>> brief = "China's exports to Japan were $24 million, its imports $31 million; the total was $79 million."
    >>> check(brief, against="none").findings.loc[0, "severity"]
    'error'

    Raises: DocumentError where nothing of one source can be read; CheckError on an unknown language.
    """
    from nktrade.checking import Walk  # noqa: PLC0415 - pandas comes with it

    told = {"lang": lang, "encoding": encoding, "given": given}
    limits = {"max_size": max_size, "max_nesting": max_nesting}
    walk = Walk.of(
        _told_apart(_gathered(source, date, {**told, **limits})),
        _names(against),
        context=_inferred_from(context),
        progress=progress,
        options=_options(date=date, **told, context=context),
        checks=_chosen(checks),
    )
    return _of(source, walk.report())


def reconcile(ledger: "Ledger") -> Report:
    """What cannot all be true in a ledger: its text rows among themselves, and against its baselines.

    The rows of each document are one text; baseline rows are held against all of them.
    """
    from nktrade.checking import reconciled  # noqa: PLC0415 - pandas comes with it

    return Report(checked=reconciled(ledger))


def read(
    source: Sources,
    *,
    date: dt.date | str | None = None,
    lang: str | None = None,
    encoding: str | None = None,
    context: str | None = None,
    max_size: int = MAX_SIZE,
    max_nesting: int = MAX_NESTING,
    progress: bool = False,
) -> Report:
    """The claims of one document or many, nothing judged and no frame built.

    Raises: DocumentError where nothing of a single source can be read.
    """
    from nktrade import reading  # noqa: PLC0415 - lexicons load with it

    priors = _inferred_from(context) is None
    limits = {"max_size": max_size, "max_nesting": max_nesting}
    loading = {"lang": lang, "encoding": encoding, **limits}
    documents = _told_apart(
        _untold(one) if isinstance(one, CustomsFile) else one
        for one in _gathered(source, date, loading)
    )
    read_ones = (one for one in shown(documents, progress=progress) if isinstance(one, Document))
    report = Report(
        checked=tuple(
            Checked(document=one, reading=reading.read(one, priors=priors)) for one in read_ones
        ),
        unread=tuple(one for one in documents if isinstance(one, Unread)),
        options=_options(date=date, lang=lang, encoding=encoding, context=context),
    )
    return _of(source, report)


def nothing_read(unread: tuple[Unread, ...]) -> DocumentError:
    """What stops a run of which not one document could be read: the first reason, and how many more."""
    if not unread:
        return DocumentError(
            "found no document, expected at least one; name a file, a folder or a glob"
        )
    more = f" (and {len(unread) - 1} more that could not be read)" if unread[1:] else ""
    return DocumentError(unread[0].reason + more)


def _untold(one: CustomsFile) -> Unread:
    """Why a customs file has no claims to be listed: its rows are."""
    return Unread(
        file=one.name,
        reason=f"{one.name}: found a customs file, expected a document; add it up with nktrade check "
        "(nktrade.check), or take its rows from nktrade.customs.read_customs",
    )


def _of(source: Sources, report: Report) -> Report:
    """The report, where there is something in it: a mistyped path is no report without findings."""
    if isinstance(source, str | os.PathLike | Input) and not report.checked:
        raise nothing_read(report.unread)
    return report


def _several(source: Sources) -> tuple[Source, ...]:
    """The sources one by one, each of a kind that can be read."""
    if isinstance(source, str | bytes | os.PathLike | Input) or not isinstance(source, Iterable):
        source = (source,)
    sources = []
    for one in source:
        if not isinstance(one, str | os.PathLike | Input):
            raise DocumentError(
                f"source: found {type(one).__name__}, expected a path, a text, a Document or several of "
                "them; give one of these, and bytes to nktrade.load first"
            )
        sources.append(one)
    return tuple(sources)


def _spoken(lang: str | None) -> str | None:
    """The language, where it can be read."""
    from nktrade.reading.lexicon import languages  # noqa: PLC0415 - lexicons load with it

    if lang is not None and not lang.endswith(".toml") and lang not in languages():
        raise CheckError(f"lang: found {lang!r}, expected a language; {nearest(lang, languages())}")
    return lang


def _inferred_from(context: str | None) -> str | None:
    if context not in {None, "none"}:
        raise CheckError(
            f'context: found {context!r}, expected "none" (nothing is inferred for sides that the text '
            "does not name) or nothing"
        )
    return context


def _chosen(checks: "Iterable[Check] | None") -> "tuple[Check, ...] | None":
    from nktrade.checks import Check  # noqa: PLC0415 - pandas comes with it

    chosen = None if checks is None else tuple(checks)
    for one in chosen or ():
        if not isinstance(one, Check):
            raise CheckError(
                f"checks: found {one!r}, expected checks, such as those in nktrade.CHECKS"
            )
    return chosen


def _gathered(
    source: Sources, date: dt.date | str | None, loading: Loading
) -> Iterator[Input | Unread]:
    """Everything that the sources lead to, each file's failure in its place."""
    told = {**loading, "date": given_day(date), "lang": _spoken(loading["lang"])}
    as_text = {name: one for name, one in told.items() if name not in {"encoding", "given"}}
    paths: list[str | os.PathLike[str]] = []
    for one in _several(source):
        if isinstance(one, Input):
            yield one
        elif isinstance(one, str) and not is_path(one):
            yield load(one, **as_text)
        else:
            paths.append(one)
    yield from inputs(paths, told)


def _told_apart(documents: Iterable[Input | Unread]) -> tuple[Input | Unread, ...]:
    """The documents, each with an id of its own: texts given as such are all called "text"."""
    seen: Counter[str] = Counter()
    found: list[Input | Unread] = []
    for one in documents:
        if isinstance(one, Input):
            seen[one.id] += 1
            again = seen[one.id]
            found.append(replace(one, id=f"{one.id}-{again}") if again > 1 else one)
        else:
            found.append(one)
    return tuple(found)


def _names(against: Against) -> tuple[str, ...] | None:
    """The baselines asked for; None for every embedded one, empty for the text alone."""
    if against is None:
        return None
    asked = [against] if isinstance(against, str | os.PathLike) else list(against)
    return tuple(str(name) for name in asked if str(name) != "none")


def _options(**told: object) -> tuple[tuple[str, str], ...]:
    """The options as texts, to be kept with the report."""
    texts = (
        (name, written(one) if isinstance(one, Mapping) else one) for name, one in told.items()
    )
    return tuple((name, str(one)) for name, one in texts if one is not None)
