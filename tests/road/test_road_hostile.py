"""Whatever the world sends, the whole road ends: in a report whose every form is sound, or in one line."""

import csv
import html.parser
import io
import json
import os
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.errors import DocumentError

SENTENCE = (
    "In 2016 North Korea exported $2.6 billion worth of goods to China and imported "
    "$2.9 billion worth from it; total trade with China was $8.5 billion."
)
TEXT = SENTENCE.encode()
SECONDS = 20
"""Of the processor, for one document: some twenty times what the slowest takes."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = f'<worksheet xmlns="{MAIN}"><sheetData>'
END = "</sheetData></worksheet>"
LAUGHS = (
    "<!DOCTYPE l ["
    + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    + '<!ENTITY l0 "ha">]>'
)


def workbook(sheet: str, *, more: str | None = None) -> bytes:
    """A workbook of one sheet, written by hand so that it can be wrong."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        if more:
            archive.writestr(more, "outside")
    return file.getvalue()


def pdf(content: bytes, *, kids: bytes = b"3 0 R", more: bytes = b"") -> bytes:
    """A PDF of one page with this content stream, inflated by its reader."""
    stream = zlib.compress(content, 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(stream), more, stream),
    )
    out, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    trailer = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


HOSTILE = {
    "workbook: a million cells of a few bytes": lambda: workbook(
        ROWS + f"<row>{'<c/>' * 10**6}</row>" + END
    ),
    "workbook: two cells a sheet apart": lambda: workbook(
        ROWS
        + '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        + END
    ),
    "workbook: entities in entities": lambda: workbook(
        LAUGHS + ROWS + '<row><c t="str"><v>&l9;</v></c></row>' + END
    ),
    "workbook: a path out of the archive": lambda: workbook(ROWS + END, more="../../outside.txt"),
    "pdf: a stream that inflates a thousandfold": lambda: pdf(bytes(90_000_000)),
    "pdf: pages in a circle": lambda: pdf(b"", kids=b"2 0 R 3 0 R"),
    "pdf: one page a hundred thousand times": lambda: pdf(b"", kids=b"3 0 R " * 100_000),
    "pdf: nested arrays": lambda: pdf(b"[" * 100_000),
    "pdf: saved states": lambda: pdf(b"q " * 100_000),
    "json: nested lists": lambda: b"[" * 500_000,
    "json: nested objects": lambda: b'{"rendered":' * 200_000,
    "json: a number without end": lambda: (
        b'{"content":{"rendered":"x"},"id":' + b"9" * 500_000 + b"}"
    ),
    "html: nested boxes": lambda: b"<html>" + b"<div>" * 100_000 + TEXT,
    "html: nested tables": lambda: b"<html>" + b"<table><tr><td>" * 5_000 + TEXT,
    "html: a cell over a billion columns": lambda: (
        b"<html><table><tr><td colspan=1000000000 rowspan=1000000000>1</td></tr></table>" + TEXT
    ),
    "html: comments that never end": lambda: b"<html>" + b"<!--" * 100_000,
    "html: characters that are none": lambda: b"<html><p>" + b"&#x110000;&#0;&#xd800;" * 20_000,
    "xml: entities in entities": lambda: LAUGHS.encode() + b"<html><p>&l9;</p>" + TEXT,
    "xml: an entity that names a file": lambda: (
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x;</p>' + TEXT
    ),
    "text: a figure of a million digits": lambda: b"Exports were $" + b"9" * 10**6 + b" million.",
    "text: a figure of a million groups": lambda: (
        b"Exports were $" + b"9,999," * 200_000 + b" million."
    ),
    "text: a million decimals": lambda: b"Exports were $0." + b"0" * 10**6 + b"1 million.",
    "text: powers of ten": lambda: b"Exports were $1e999999999 and $10^999999999 million.",
    "text: sums of five thousand digits": lambda: TEXT.replace(b"2.6 billion", b"9" * 5000),
    "text: points and digits": lambda: b"1." * 300_000,
    "text: brackets": lambda: b"(" * 300_000,
    "text: NUL": lambda: TEXT.replace(b" ", b"\0 "),
    "text: UTF-16 of halves": lambda: b"\xff\xfe" + b"\x00\xd8" * 10_000,
    "text: the other direction": ("\u202e" + SENTENCE).encode,
    "text: thousands of thousands": lambda: "천".encode() * 100_000 + "달러".encode(),
    "text: one after one": lambda: "一".encode() * 100_000,
    "text: a head of brackets": lambda: b"---\ntitle: " + b"[" * 100_000 + b"\n---\n" + TEXT,
    "ledger: quotes": lambda: b"period_start,flow,reporter,partner,unit,value\n" + b'"""' * 100_000,
    "csv: a hundred thousand columns": lambda: b"a," * 100_000 + b"\n" + b"1," * 100_000,
}


def sound(report: nk.Report) -> None:
    """Nothing, where every form of the report can be read by who reads such forms."""
    json.loads(report.to_json(with_text=True))
    json.loads(report.to_sarif())
    list(csv.reader(io.StringIO(report.to_csv()), strict=True))
    for text in (report.to_text(), report.to_html(), report.to_sarif()):
        text.encode()
        assert not {"\x00", "\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_ends_in_a_report_or_one_line(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    """No crash, no hang, no control character in what is printed; what is refused says what to do."""
    file = tmp_path / "hostile"
    file.write_bytes(make())
    begun = time.process_time()
    report = nk.check([file], against="none")
    assert time.process_time() - begun < SECONDS
    sound(report)
    for one in report.unread:
        assert len(one.reason) < 1000
        assert "; " in one.reason, "no remedy"
    assert not (tmp_path.parent / "outside.txt").exists()


def test_a_pipe_and_a_device_in_a_folder_are_named(tmp_path: Path) -> None:
    """What might never end is not opened, and the rest of the folder is read."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    (tmp_path / "brief.md").write_bytes(TEXT)
    report = nk.check(tmp_path, against="none")
    assert [one.document.id for one in report.checked] == ["brief"]
    assert {Path(one.file).name for one in report.unread} == {"pipe.md", "zero.md"}


def test_a_device_that_was_named_ends_at_the_limit() -> None:
    """Reading stops one byte past the limit, and the limit is said."""
    with pytest.raises(DocumentError, match="expected at most 1,000"):
        nk.check(Path("/dev/zero"), max_size=1000, against="none")


def test_a_circle_of_links_is_walked_once(tmp_path: Path) -> None:
    """A folder that contains itself has each of its documents once."""
    (tmp_path / "brief.md").write_bytes(TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(nk.check(tmp_path, against="none").checked) == 1


NAMES = (
    "=cmd|' /C calc'!A0",
    "+1-1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "](http://example.invalid)",
    "\u202eevil",
    "\x1b[2J",
    "%00..%2f",
    "line\nbreak",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_stays_words(name: str, tmp_path: Path) -> None:
    """Names and titles run nowhere: no formula, no script, no link, no escape of the terminal."""
    head = f"---\ntitle: {json.dumps(name)}\nsource: {json.dumps(name)}\n---\n"
    file = tmp_path / f"{name.replace('/', '|')}.md"
    file.write_bytes(head.encode() + TEXT)
    report = nk.check(file, against="none")
    assert report.checked
    sound(report)
    assert "](http" not in report.to_sarif()
    cells = [cell for row in csv.reader(io.StringIO(report.to_csv())) for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t"} and len(cell) > 1]
    page = _Page()
    page.feed(report.to_html())
    assert "alert(1)" not in page.run


class _Page(html.parser.HTMLParser):
    """What a browser would run of a page: the content of scripts and of attributes on...=."""

    def __init__(self) -> None:
        super().__init__()
        self.run, self._inside = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script"
        self.run += "".join(value or "" for name, value in attrs if name.startswith("on"))

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        self.run += data if self._inside else ""
