"""What each command of the shell does: an answer in the form asked for, and an exit status."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nktrade.errors import DocumentError
from nktrade.report.delivery import deliver

if TYPE_CHECKING:
    import pandas as pd

    from nktrade.core.documents import Unread
    from nktrade.inputs import Input
    from nktrade.report.report import Report
    from nktrade.settings import Settings

_NARROWEST, _WIDEST = 60, 120
_LOADING = ("date", "lang", "encoding", "given", "max_size", "max_nesting")
"""Options by which a document or a customs file is loaded."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say."""

    text: str
    status: int = 0
    unread: "tuple[Unread, ...]" = ()
    """Files to be named on standard error, where the text does not name them."""
    notes: tuple[str, ...] = ()
    """What else is to be said there."""


def run(options: Namespace) -> int:
    """The exit status of one parsed command line, its answer delivered."""
    from nktrade.deadline import MAX_SECONDS, within  # noqa: PLC0415 - help needs no threads

    given = vars(options)
    seconds = given.get("max_seconds") or MAX_SECONDS
    with within(seconds) if given.get("resume") is None else nullcontext():
        answer = _COMMANDS[options.command](options)
    deliver(answer.text, options.output)
    if not options.quiet:
        for one in answer.unread:
            sys.stderr.write(f"nktrade: not read: {' '.join(one.reason.split())}\n")
        for note in answer.notes:
            sys.stderr.write(f"nktrade: {note}\n")
    return answer.status


def check(options: Namespace) -> Answer:
    """The findings of every document, held against the baselines."""
    from nktrade import road, settings  # noqa: PLC0415 - only this command needs the whole road

    wanted = (
        settings.settings_for(path for path in options.paths if path != "-")
        if options.config is None
        else settings.read_settings(options.config)
    )
    against = {} if options.against is None else {"against": options.against}
    if options.resume is not None:
        return _resumed(options, wanted, against)
    report = _report(road.check, options, **wanted.options() | against)
    report = wanted.applied(report, settings.today())
    if options.bundle is not None:
        report.bundle(options.bundle)
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: report.to_text(width=_width(options), colour=_is_coloured(options)),
        "json": lambda: report.to_json(with_text=options.with_text),
        "csv": report.to_csv,
        "html": report.to_html,
        "sarif": report.to_sarif,
    }
    answer = _answer(report, options, forms[options.format](), report.exit_status(options.fail_on))
    return replace(answer, notes=wanted.notes(report))


def _resumed(options: Namespace, wanted: "Settings", against: dict[str, Any]) -> Answer:
    """The findings of a folder whose journal says what is done already."""
    from nktrade import folders  # noqa: PLC0415 - processes come with it
    from nktrade.deadline import MAX_SECONDS  # noqa: PLC0415 - as above
    from nktrade.report.parts import FORMS  # noqa: PLC0415 - as above

    is_whole = options.format == "json" and options.with_text
    form = "json with text" if is_whole else options.format
    if form not in FORMS or "-" in options.paths or options.bundle is not None:
        raise DocumentError(
            "--resume: found standard input, a page or a bundle, which are one whole; expected files and "
            "--format text, json, csv or sarif; name files and such a form, or leave --resume away"
        )
    told = folders.check_folder(
        options.paths,
        options.resume,
        form=form,
        workers=options.workers,
        max_seconds=options.max_seconds or MAX_SECONDS,
        options=_given(options, *_LOADING, "context") | against,
        settings=wanted,
    )
    if not told.documents:
        from nktrade.road import nothing_read  # noqa: PLC0415 - as above

        raise nothing_read(told.unread)
    unread = () if _is_told(options) else told.unread
    return Answer(told.text, told.exit_status(options.fail_on), unread, wanted.notes_on_checks)


def claims(options: Namespace) -> Answer:
    """The claims of every document, nothing judged and no frame built."""
    from nktrade import road  # noqa: PLC0415 - other commands read no documents
    from nktrade.report import csv_form, json_form, text  # noqa: PLC0415 - as above

    report = _report(road.read, options)
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: text.claims_text(report),
        "json": lambda: json_form.to_json(report, with_text=options.with_text, claims_only=True),
        "csv": lambda: csv_form.claims_csv(report),
    }
    return _answer(report, options, forms[options.format](), 0)


def baseline(options: Namespace) -> Answer:
    """The list of baselines, or the rows of one."""
    from nktrade.report import tables  # noqa: PLC0415 - pandas comes with it

    return Answer(tables.FORMS[options.format](_rows_of(options.name) if options.name else _list()))


def _rows_of(name: str) -> "pd.DataFrame":
    from nktrade.bases import baseline  # noqa: PLC0415 - pandas comes with it

    return baseline(name).frame


def _list() -> "pd.DataFrame":
    """One row per embedded baseline: its name, size, span of publication and what it is."""
    import pandas as pd  # noqa: PLC0415 - only this list needs it here

    from nktrade.ledger.baselines import baseline_names, source  # noqa: PLC0415 - as above

    frames = {name: _rows_of(name) for name in baseline_names()}
    return pd.DataFrame(
        {
            "name": list(frames),
            "rows": [len(frame) for frame in frames.values()],
            "printed_from": [frame["as_of"].min() for frame in frames.values()],
            "printed_to": [frame["as_of"].max() for frame in frames.values()],
            "title": [source(name).title for name in frames],
        }
    )


def mirror(options: Namespace) -> Answer:
    """Mirror statistics of two customs files, sorted: engines promise no order of rows."""
    from nktrade.customs.mirror import mirror as mirrored  # noqa: PLC0415 - engines come with it
    from nktrade.report import tables  # noqa: PLC0415 - pandas comes with it

    found = mirrored(options.exports, options.imports)
    keys = [name for name, kind in found.dtypes.items() if kind.kind != "f"]
    ordered = found.sort_values(keys, kind="stable", ignore_index=True)
    return Answer(tables.FORMS[options.format](ordered))


def caps(options: Namespace) -> Answer:
    """The use of the UN's caps by year, supplier and month, with what a user's files add."""
    from nktrade.bases import baseline as printed  # noqa: PLC0415 - as above
    from nktrade.cap_use import caps as tracked  # noqa: PLC0415 - pandas comes with it
    from nktrade.ledger.ledger import Ledger  # noqa: PLC0415 - as above
    from nktrade.report import tables  # noqa: PLC0415 - as above

    added = Ledger.joined(printed(Path(file)) for file in options.add or ())
    return Answer(tables.FORMS[options.format](tracked(options.year, options.supplier, added)))


def checks(options: Namespace) -> Answer:
    """The catalogue of checks."""
    from nktrade.checks import CHECKS, NOTES  # noqa: PLC0415 - pandas comes with it
    from nktrade.report import catalogue  # noqa: PLC0415 - as above

    return Answer(catalogue.FORMS[options.format]((*CHECKS, *NOTES)))


def diagnose(options: Namespace) -> Answer:
    """The diagnosis of a system of figures; status 1 where it is inconsistent."""
    from nktrade import diagnosis  # noqa: PLC0415 - scipy comes with it
    from nktrade.report import system_form  # noqa: PLC0415 - as above

    system = system_form.read_system(_bytes(options.file), options.file)
    answer = diagnosis.diagnose(system).to_json()
    return Answer(
        system_form.FORMS[options.format](answer, system),
        int(answer["verdict"] != "consistent"),
    )


def replay(options: Namespace) -> Answer:
    """What is unlike in the report of a bundle made again; status 1 where anything is."""
    from nktrade.replaying import replay as replayed  # noqa: PLC0415 - only this command needs it
    from nktrade.report import replay_form  # noqa: PLC0415 - as above

    found = replayed(options.folder)
    told = replay_form.FORMS[options.format](options.folder, found.report, found.differences)
    return Answer(told, int(not found.is_same))


_COMMANDS: dict[str, Callable[[Namespace], Answer]] = {
    "check": check,
    "claims": claims,
    "baseline": baseline,
    "mirror": mirror,
    "caps": caps,
    "checks": checks,
    "diagnose": diagnose,
    "replay": replay,
}


def _report(
    walk: "Callable[..., Report]",
    options: Namespace,
    **more: Any,  # noqa: ANN401 - what only one of the roads takes
) -> "Report":
    """What the road finds, the bar drawn on a terminal alone.

    Raises: DocumentError where not one document could be read.
    """
    report = walk(
        [_source(path, options) for path in options.paths],
        progress=sys.stderr.isatty() and not options.quiet,
        **_given(options, *_LOADING, "context"),
        **more,
    )
    if not report.checked:
        from nktrade.road import nothing_read  # noqa: PLC0415 - walked already

        raise nothing_read(report.unread)
    return report


def _source(path: str, options: Namespace) -> "Path | Input":
    if path != "-":
        return Path(path)
    from nktrade.inputs import opened  # noqa: PLC0415 - only standard input is opened here

    room = -1 if options.max_size is None else options.max_size + 1
    return opened(sys.stdin.buffer.read(room), "stdin", "", _given(options, *_LOADING))


def _given(options: Namespace, *names: str) -> dict[str, Any]:  # Any: options of every type
    """The options of these names that were given."""
    every = vars(options)
    found = {name: every[name] for name in names if every.get(name) is not None}
    return found | ({"given": dict(found["given"])} if "given" in found else {})


def _bytes(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{path}: found no readable file ({error.strerror}), expected a system of figures as "
            "JSON; check the path"
        ) from error


def _answer(report: "Report", options: Namespace, text: str, status: int) -> Answer:
    return Answer(text, status, () if _is_told(options) else report.unread)


def _is_told(options: Namespace) -> bool:
    """Whether the answer itself names on the terminal what could not be read."""
    return options.format == "text" and options.output is None


def _width(options: Namespace) -> int:
    from nktrade.report.text import WIDTH  # noqa: PLC0415 - other commands print no text

    if options.output is not None or not sys.stdout.isatty():
        return WIDTH
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def _is_coloured(options: Namespace) -> bool:
    """Colour stands on a terminal alone, and not where the reader declines it (no-color.org)."""
    is_shown = options.output is None and sys.stdout.isatty()
    return is_shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
