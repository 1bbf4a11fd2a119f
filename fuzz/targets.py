"""Targets: what bytes are led to, and what may come of them: an answer, or an error of nktrade."""

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr
from functools import partial
from pathlib import Path

import nktrade as nk
from nktrade.customs.recognise import recognise
from nktrade.report.system_form import FORMS, read_system
from nktrade.settings import read_settings
from nktrade.tidy import is_tidy, read_tidy

Target = Callable[[bytes], None]
_TRIED = 50
HEADER = b"period_start,flow,reporter,partner,unit,value\n"


def loader(data: bytes) -> None:
    """A character of a document leads back to a run of its source, and every cell is its text."""
    document = nk.load(data, name="fuzz", max_size=10**6)
    for start in range(0, len(document.text), len(document.text) // _TRIED + 1):
        low, high = document.source_span(start, start + 1)
        assert 0 <= low <= high
    for cell in (cell for table in document.tables for row in table.rows for cell in row):
        assert document.text[cell.start : cell.end] == cell.text


def reader(data: bytes) -> None:
    """Every claim's words stand where it says."""
    document = nk.load(data.decode("utf-8", "replace").replace("\0", ""), name="fuzz")
    for claim in nk.read_claims(document):
        figure = claim.figure
        assert document.text[figure.start : figure.end] == figure.surface


def road(data: bytes) -> None:
    """Every form of a report can be read again."""
    report = nk.check(nk.load(data, name="fuzz", max_size=10**6), against="none")
    json.loads(report.to_json())
    json.loads(report.to_sarif())
    for form in (report.to_text, report.to_html, report.to_csv):
        form().encode()


def ledger(data: bytes) -> None:
    """A tidy ledger is read or refused."""
    document = nk.load(HEADER + data, name="fuzz", max_size=10**6)
    if is_tidy(document):
        read_tidy(document)


def system(data: bytes) -> None:
    """A system of figures is answered or refused."""
    posed = read_system(data, "fuzz")
    answer = nk.diagnose(posed).to_json()
    for form in FORMS.values():
        form(answer, posed)


def from_file(read: Callable[[Path], object], data: bytes) -> None:
    """What reads files, led to a file of these bytes."""
    with tempfile.TemporaryDirectory() as folder, redirect_stderr(io.StringIO()):
        file = Path(folder, "fuzz")
        file.write_bytes(data)
        read(file)


TARGETS: dict[str, Target] = {
    "text": loader,
    "html": loader,
    "wordpress": loader,
    "pdf": loader,
    "excel": loader,
    "reader": reader,
    "road": road,
    "ledger": ledger,
    "customs": partial(from_file, recognise),
    "settings": partial(from_file, read_settings),
    "system": system,
}
"""By name; the corpus of each is the folder of that name."""
