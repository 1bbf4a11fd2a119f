"""Replaying: a bundle walked again from its own files, and compared byte for byte."""

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nktrade.core.documents import CustomsFile, Document, Unread
from nktrade.inputs import customs_file, unwritten
from nktrade.ledger.baselines import baseline_names, source
from nktrade.report.amendments import read_amendment
from nktrade.report.bundle import MANIFEST, SETTINGS, BundleError, Input, outcome, sha256
from nktrade.report.json_text import package_version

if TYPE_CHECKING:
    from nktrade.checks import Check
    from nktrade.report.report import Report

_SCHEMA_VERSION = 1
_PARTS = (
    *("schema_version", "nktrade", "options", "inputs", "unread", "baselines", "amendments"),
    "files",
)
_SHOWN = 3
"""Lines that differ are told up to so many."""
_BEFORE, _WIDE = 20, 80
"""How much of a line stands before the first unlike letter, and how much is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A report made again, and how it differs from the one that was bundled."""

    report: "Report"
    differences: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether every file of the bundle came out again, byte for byte."""
        return not self.differences


def replay(folder: str | os.PathLike[str]) -> Replay:
    """The report of a bundle made again from its inputs, and every difference from what lies there.

    Raises: BundleError where the folder is no bundle, or was made with checks that are not known.
    """
    place = Path(folder)
    manifest = _manifest(place)
    files = {name: _read(place / name) for name in manifest["files"]}
    report = _walked(place, manifest, files)
    return Replay(
        report=report,
        differences=(*_changed(manifest, files), *_unlike(files, outcome(report))),
    )


def _manifest(place: Path) -> dict[str, Any]:  # Any: values of JSON
    data = _read(place / MANIFEST)
    try:
        told = json.loads(data)
        version = {name: told[name] for name in _PARTS}["schema_version"]
    except (ValueError, TypeError, KeyError) as error:
        raise BundleError(
            f"{place / MANIFEST}: found no manifest that can be read ({error}), expected that of a bundle; "
            "name the folder that report.bundle wrote"
        ) from error
    if version != _SCHEMA_VERSION:
        raise BundleError(
            f"{place / MANIFEST}: found schema version {version}, expected {_SCHEMA_VERSION}; "
            f"replay it with nktrade {told.get('nktrade')}"
        )
    return dict(told)


def _walked(place: Path, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> "Report":
    """The road walked again with the options and amendments of the bundle."""
    from nktrade.checking import Walk  # noqa: PLC0415 - pandas comes with it

    options = dict(manifest["options"])
    own = {one["name"]: place / one["kept"] for one in manifest["baselines"]}
    walk = Walk.of(
        [*_documents(manifest, files), *(Unread(**one) for one in manifest["unread"])],
        [one["name"] for one in manifest["baselines"]],
        context=options.get("context"),
        checks=_checks(place, options),
        kept=own,
    )
    report = walk.report(tuple(map(read_amendment, manifest["amendments"])))
    if "settings" not in options:
        return report
    from nktrade.settings import read_settings  # noqa: PLC0415 - few bundles have any

    return read_settings(place / SETTINGS).applied(report, dt.date.fromisoformat(options["today"]))


def _documents(
    manifest: Mapping[str, Any], files: Mapping[str, bytes]
) -> Iterator[Document | CustomsFile]:
    for one in manifest["inputs"]:
        told = Input(**one)
        data = files[told.kept]
        given = unwritten(manifest["options"].get("given"))
        yield customs_file(data, told.id, told.file, told.encoding, given) or told.document(data)


def _checks(place: Path, options: Mapping[str, str]) -> "tuple[Check, ...] | None":
    """The checks of the bundle, where they are not all of the catalogue."""
    from nktrade.checking import BETWEEN, CHOSEN  # noqa: PLC0415 - pandas comes with it
    from nktrade.checks import CHECKS  # noqa: PLC0415 - as above

    if CHOSEN not in options:
        return None
    known = {one.name: one for one in CHECKS}
    names = [name for name in options[CHOSEN].split(BETWEEN) if name]
    strange = [name for name in names if name not in known]
    if strange:
        raise BundleError(
            f"{place}: found the check {strange[0]!r}, expected one of the catalogue; "
            "a check of one's own cannot be replayed"
        )
    return tuple(known[name] for name in names)


def _changed(manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[str]:
    """What is not as it was when the bundle was made."""
    if manifest["nktrade"] != package_version():
        yield (
            f"nktrade: found version {package_version()}, expected {manifest['nktrade']}; install that"
        )
    for name, known in manifest["files"].items():
        if sha256(files[name]) != known:
            yield f"{name}: found another content than was bundled; the file was changed"
    for one in manifest["baselines"]:
        name = one["name"]
        if name in baseline_names() and sha256(source(name).file.read_bytes()) != one["sha256"]:
            yield (
                f"baseline {name}: found another vintage in this nktrade, expected {one['vintage']}; "
                f"install nktrade {manifest['nktrade']}"
            )


def _unlike(files: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[str]:
    """The first lines in which what came of the inputs now is not what came of them then."""
    for name, data in made.items():
        if files[name] == data:
            continue
        then, now = files[name].decode().splitlines(), data.decode().splitlines()
        pairs = [
            (number, was, one)
            for number, (was, one) in enumerate(zip(then, now, strict=False), start=1)
            if was != one
        ]
        for number, was, one in pairs[:_SHOWN]:
            shown = _window(was, one)
            yield f"{name}:{number}: found {one[shown]!r}, expected {was[shown]!r}"
        if len(then) != len(now) or not pairs:
            yield f"{name}: found {len(now)} lines, expected {len(then)}"


def _window(one: str, other: str) -> slice:
    """The part of two lines that shows where they come apart."""
    pairs = zip(one, other, strict=False)
    apart = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = max(apart - _BEFORE, 0)
    return slice(start, start + _WIDE)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BundleError(
            f"{file}: found no readable file ({error.strerror}), expected a file of a bundle; "
            "name the folder that report.bundle wrote, whole"
        ) from error
