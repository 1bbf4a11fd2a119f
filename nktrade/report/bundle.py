"""A bundle: a report and all that it follows from in one folder, so that others can make it again.

``bundle.json`` says what lies there: inputs and baselines with their hashes, vintages, options and
amendments. ``report.json`` and ``citations.bib`` are what came of them. Nothing in it tells of the
day or the machine, so the same report is the same bundle, byte for byte.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nktrade.core.documents import Document
from nktrade.core.paths import is_folder, is_there
from nktrade.documents import load
from nktrade.documents.sources import MAX_SIZE
from nktrade.errors import NktradeError
from nktrade.ledger.baselines import baseline_names, source
from nktrade.report.delivery import deliver_bytes
from nktrade.report.json_form import amendment_entry
from nktrade.report.json_text import dumped, package_version

if TYPE_CHECKING:
    from nktrade.report.report import Checked, Report

MANIFEST, SETTINGS = "bundle.json", "settings.toml"
_SCHEMA_VERSION = 1
_TEXT = "utf-8"
"""How a text is kept that came from no file."""


class BundleError(NktradeError):
    """A report that cannot be bundled, or a folder that is no bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """How one document is made again from the bytes that were kept."""

    id: str
    file: str
    sha256: str
    kept: str
    """Its place in the bundle."""
    date: str | None
    lang: str | None
    encoding: str | None

    def document(self, data: bytes) -> Document:
        """The document of these bytes."""
        found = load(
            data,
            name=Path(self.kept).name,
            date=None if self.date is None else date.fromisoformat(self.date),
            lang=self.lang,
            encoding=self.encoding,
            max_size=max(MAX_SIZE, len(data)),
        )
        return replace(found, id=self.id, file=self.file)


def write_bundle(report: "Report", folder: "str | os.PathLike[str]") -> None:
    """A new folder with the report, its inputs, baselines, options and amendments.

    Raises: BundleError where the report was not made by ``nktrade.check``, its files have changed
    since, or the folder holds something.
    """
    if report.rerun is None:
        raise BundleError(
            "report: found one that no road made, expected one of nktrade.check; check the files first"
        )
    place = Path(folder)
    if is_there(place) and (not is_folder(place) or any(place.iterdir())):
        raise BundleError(f"{place}: found something there, expected a new folder; name another")
    manifest, files = _gathered(report)
    for name, data in (files | outcome(report)).items():
        _make_folder((place / name).parent)
        deliver_bytes(data, place / name)
    deliver_bytes(dumped(manifest).encode(), place / MANIFEST)


def _make_folder(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BundleError(
            f"{place}: found no way to make this folder ({error.strerror}), expected one that may be "
            "written; name another"
        ) from error


def outcome(report: "Report") -> dict[str, bytes]:
    """What came of the inputs, by its place in the bundle."""
    return {
        "report.json": report.to_json(with_text=True).encode(),
        "citations.bib": report.to_bibtex().encode(),
    }


def sha256(data: bytes) -> str:
    """The hash by which a bundle knows its files."""
    return hashlib.sha256(data).hexdigest()


def _gathered(report: "Report") -> tuple[dict[str, Any], dict[str, bytes]]:  # Any: values of JSON
    """What the manifest says, and the files that it names."""
    options = dict(report.options)
    files: dict[str, bytes] = {}
    inputs, baselines = [], []
    for number, one in enumerate(report.checked, start=1):
        made, data = _input(one, number, options.get("encoding"))
        inputs.append(asdict(made))
        files[made.kept] = data
    for number, used in enumerate(report.baselines, start=1):
        kept, file = _baseline(used.name, number)
        files[kept] = _unchanged(file, used.sha256)
        baselines.append({**asdict(used), "kept": kept})
    if "settings" in options:
        files[SETTINGS] = _bytes(Path(options["settings"]))
    manifest = {
        "schema_version": _SCHEMA_VERSION,
        "nktrade": package_version(),
        "options": options,
        "inputs": inputs,
        "unread": [asdict(one) for one in report.unread],
        "baselines": baselines,
        "amendments": [amendment_entry(one) for one in report.amendments],
        "files": {name: sha256(data) for name, data in sorted(_with_outcome(files, report))},
    }
    return manifest, files


def _with_outcome(files: Mapping[str, bytes], report: "Report") -> Iterator[tuple[str, bytes]]:
    yield from files.items()
    yield from outcome(report).items()


def _input(checked: "Checked", number: int, encoding: str | None) -> tuple[Input, bytes]:
    """A document's source as it was read; a customs file's text is an excerpt of it.

    Raises: BundleError where it is not at hand any more, or does not make the document again.
    """
    document = checked.document
    is_file = bool(document.file)
    if checked.table and not is_file:
        raise BundleError(
            f"{document.id}: found a customs file that came from no file, expected one that can be kept; "
            "name the file"
        )
    data = (
        _unchanged(Path(document.file), document.sha256) if is_file else document.text.encode(_TEXT)
    )
    name = Path(document.file).name if is_file else f"{Path(document.id).name}.txt"
    told = Input(
        id=document.id,
        file=document.file,
        sha256=sha256(data),
        kept=f"inputs/{number:04}/{name}",
        date=document.date.isoformat() if document.date else None,
        lang=document.lang,
        encoding=encoding if is_file else _TEXT,
    )
    if not checked.table and told.document(data) != document:
        raise BundleError(
            f"{document.file or document.id}: found a document that its source does not make again, "
            "expected one read from a file; save the text as a file and check that"
        )
    return told, data


def _baseline(name: str, number: int) -> tuple[str, Path]:
    """Where a baseline is kept, a user's own under its name, and where it lies."""
    if name in baseline_names():
        return f"baselines/{name}.csv", source(name).file
    return f"baselines/{number:04}/{Path(name).name}", Path(name)


def _unchanged(file: Path, known: str) -> bytes:
    data = _bytes(file)
    if sha256(data) != known:
        raise BundleError(
            f"{file}: found another content than was checked, expected the same file; check it again"
        )
    return data


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BundleError(
            f"{file}: found no readable file ({error.strerror}), expected the one that was checked; "
            "put it back or check again"
        ) from error
