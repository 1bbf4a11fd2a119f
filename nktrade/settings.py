"""Settings: what a project says of nktrade in its pyproject.toml, under ``[tool.nktrade]``.

[tool.nktrade]
baselines = ["china_customs", "ours.csv"]       # [] holds texts against themselves alone

[tool.nktrade.off]                              # checks that are not run, each with its reason
mirror = "our tables hold one side alone"

[[tool.nktrade.accepted]]                       # findings that may stand, until a day
check = "total"
figures = ["$2.4 million", "$3.1 million", "$7.9 million"]
because = "printed so in the yearbook; we quote it"
until = 2027-06-30
"""

import datetime as dt
import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nktrade.core.paths import is_file
from nktrade.errors import NktradeError, nearest
from nktrade.report.accepting import Acceptance, accepting, idle
from nktrade.report.visible import on_one_line

if TYPE_CHECKING:
    from nktrade.checks import Check
    from nktrade.report.amendments import Amendment
    from nktrade.report.report import Report

NAME = "pyproject.toml"
NONE = "none"
"""Given for a file, it says that no settings are wanted."""
_SECTION = ("baselines", "off", "accepted")
_ACCEPTED = {"check": str, "figures": list, "because": str, "until": dt.date, "document": str}
_OPTIONAL = frozenset({"document"})
_TYPES = {str: "text", list: "list of texts", dt.date: "day such as 2027-06-30, without quotes"}


class SettingsError(NktradeError):
    """The section of a project's settings is not as it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a project wants its documents checked; without a file, nothing is changed."""

    file: Path | None = None
    baselines: tuple[str, ...] | None = None
    off: tuple[tuple[str, str], ...] = ()
    """Names of checks that are not run, and why."""
    accepted: tuple[Acceptance, ...] = ()

    @property
    def checks(self) -> "tuple[Check, ...]":
        """The checks that are run."""
        from nktrade.checks import CHECKS  # noqa: PLC0415 - pandas comes with it

        off = dict(self.off)
        return tuple(one for one in CHECKS if one.name not in off)

    def options(self) -> dict[str, Any]:  # Any: what nktrade.check takes, by name
        """What the settings give to ``nktrade.check``: only what they say."""
        given: dict[str, Any] = {}
        if self.baselines is not None:
            given["against"] = [self._located(one) for one in self.baselines] or NONE
        return given | ({"checks": self.checks} if self.off else {})

    def applied(self, report: "Report", today: dt.date) -> "Report":
        """The report with accepted findings as notes, and without those of checks that are off."""
        if not self.off and not self.accepted:
            return report
        kept = accepting(_without(report, frozenset(dict(self.off))), self.accepted, today)
        told = (("settings", str(self.file or "")), ("today", today.isoformat()))
        return replace(
            kept,
            options=(*report.options, *told),
            rerun=report.rerun and partial(_again, self, today, report.rerun),
        )

    def notes(self, report: "Report") -> tuple[str, ...]:
        """What a reader of the report must know of the settings: checks off, acceptances idle."""
        spare = [
            f"{self.file}: accepted {one.check!r} of {', '.join(one.figures)} matches no finding; "
            "remove it"
            for one in idle(report, self.accepted)
        ]
        return (*self.notes_on_checks, *map(on_one_line, spare))

    @property
    def notes_on_checks(self) -> tuple[str, ...]:
        """What a reader must know of the checks that are off, whatever was found."""
        return tuple(
            on_one_line(f"{self.file}: check {name!r} is off: {reason}")
            for name, reason in self.off
        )

    def _located(self, name: str) -> str:
        """A baseline's name, or the path of a file that stands beside the settings."""
        beside = self.file.parent / name if self.file else Path(name)
        return os.path.relpath(beside) if is_file(beside) else name


def today() -> dt.date:
    """The day in UTC, or that of SOURCE_DATE_EPOCH, by which a build can be repeated.

    Source: the specification of reproducible-builds.org.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).date()
    return dt.datetime.now(tz=dt.UTC).date()


def settings_for(paths: Iterable[str | os.PathLike[str]]) -> Settings:
    """The settings of the nearest pyproject.toml with a section, at or above all the paths."""
    places = [_existing(Path(path)) for path in paths] or [Path.cwd()]
    start = Path(os.path.commonpath([str(place) for place in places]))
    for folder in (start, *start.parents):
        file = folder / NAME
        if is_file(file) and (section := _section(file)) is not None:
            return _settings(file, section)
    return Settings()


def read_settings(file: str | os.PathLike[str]) -> Settings:
    """The settings of one file; of none where it is named ``none``.

    Raises: SettingsError where the file cannot be read or its section is not as it should be.
    """
    if os.fspath(file) == NONE:
        return Settings()
    section = _section(Path(file))
    return Settings(file=Path(file)) if section is None else _settings(Path(file), section)


def _existing(path: Path) -> Path:
    """The nearest thing that exists at or above a path, from the root: patterns stand in folders."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link's own place counts, not its target's
    return next(one for one in (whole, *whole.parents) if os.path.lexists(one))


def _section(file: Path) -> Mapping[str, Any] | None:  # Any: TOML holds every type
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(
            f"{file}: found no readable TOML ({error}), expected the settings of a project; "
            "mend the file, name another with --config, or --config none"
        ) from error
    tool = told.get("tool", {})
    if not isinstance(tool, dict):
        raise _wrong(file, "tool", tool, "a table", under="")
    section = tool.get("nktrade")
    if section is not None and not isinstance(section, dict):
        raise _wrong(file, "nktrade", section, "a table", under="tool.")
    return section


def _settings(file: Path, section: Mapping[str, Any]) -> Settings:
    for name in section:
        if name not in _SECTION:
            raise SettingsError(f"{file}: tool.nktrade.{name}: {nearest(name, _SECTION)}")
    baselines = section.get("baselines")
    if baselines is not None and not _are_texts(baselines):
        raise _wrong(file, "baselines", baselines, "a list of names and files")
    return Settings(
        file=file,
        baselines=None if baselines is None else tuple(baselines),
        off=_off(file, section.get("off", {})),
        accepted=_acceptances(file, section.get("accepted", [])),
    )


def _off(file: Path, told: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - TOML of any type
    if not isinstance(told, dict):
        raise _wrong(file, "off", told, 'a table: check = "the reason"')
    from nktrade.checks import CHECKS, NOTES  # noqa: PLC0415 - pandas comes with it

    known = {*(one.name for one in CHECKS), *(one.name for one in NOTES)}
    for name, reason in told.items():
        if name not in known:
            raise SettingsError(f"{file}: tool.nktrade.off: check {name!r}: {nearest(name, known)}")
        _require_reason(file, f"off.{name}", reason)
    return tuple(told.items())


def _acceptances(file: Path, told: Any) -> tuple[Acceptance, ...]:  # noqa: ANN401 - as above
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise _wrong(file, "accepted", told, "tables, each [[tool.nktrade.accepted]]")
    return tuple(
        _acceptance(file, f"accepted[{place}]", one) for place, one in enumerate(told, start=1)
    )


def _acceptance(file: Path, place: str, told: Mapping[str, Any]) -> Acceptance:
    for name in told:
        if name not in _ACCEPTED:
            raise SettingsError(f"{file}: tool.nktrade.{place}: {nearest(name, _ACCEPTED)}")
    for name, kind in _ACCEPTED.items():
        if not isinstance(told.get(name), kind) and (name in told or name not in _OPTIONAL):
            raise _wrong(file, f"{place}.{name}", told.get(name), f"a {_TYPES[kind]}")
    if not told["figures"] or not _are_texts(told["figures"]):
        raise _wrong(file, f"{place}.figures", told["figures"], "the figures as printed, in quotes")
    _require_reason(file, f"{place}.because", told["because"])
    until = told["until"]
    return Acceptance(
        check=told["check"],
        figures=tuple(told["figures"]),
        because=told["because"],
        until=until.date() if isinstance(until, dt.datetime) else until,
        document=told.get("document"),
    )


def _require_reason(file: Path, place: str, reason: object) -> None:
    if not isinstance(reason, str) or not any(letter.isalpha() for letter in reason):
        raise _wrong(file, place, reason, "a reason in words")


def _are_texts(told: object) -> bool:
    return isinstance(told, list) and all(isinstance(one, str) for one in told)


def _wrong(
    file: Path, place: str, found: object, expected: str, under: str = "tool.nktrade."
) -> SettingsError:
    shown = "nothing" if found is None else repr(found)
    return SettingsError(f"{file}: {under}{place}: found {shown}, expected {expected}; write it so")


def _again(
    settings: Settings,
    day: dt.date,
    rerun: "Callable[[tuple[Amendment, ...]], Report]",
    amendments: "tuple[Amendment, ...]",
) -> "Report":
    return settings.applied(rerun(amendments), day)


def _without(report: "Report", off: frozenset[str]) -> "Report":
    """The report without the relations of checks that are no rows of the catalogue and are off."""
    if not off:
        return report
    return replace(
        report,
        checked=tuple(
            replace(one, relations=tuple(row for row in one.relations if row.check not in off))
            for one in report.checked
        ),
    )
