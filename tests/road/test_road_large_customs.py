"""Customs files too large to be read at once: the same report, read in parts."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from examples import share
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nktrade as nk
from nktrade.customs import mirror, stored
from nktrade.inputs import opened_file

HEADER = "reporter,partner,flow,code,period,value,unit\n"
LEGACY = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,"
    "Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,"
    "2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,"
    "Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),"
    "Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"
)
Row = tuple[str, str, str, str, int]


def tidy(rows: list[Row]) -> str:
    return HEADER + "".join(f"CHN,{','.join(map(str, row))},USD\n" for row in rows)


def legacy(rows: list[Row]) -> str:
    """The same in the old form of Comtrade, whose rows are each one number."""
    codes = {"WLD": 0, "PRK": 408, "MNG": 496, "JPN": 392, "VNM": 704}
    lines = [
        f"H5,{when},{when},{when},4,0,{2 if flow == 'X' else 1},,156,China,CHN,{codes[area]},,{area},,,,,,,,"
        f"{code},,1,No Quantity,0,,,,,,{value},,,0\n"
        for area, flow, code, when, value in rows
    ]
    return LEGACY + "".join(lines)


areas = st.sampled_from(["WLD", "PRK", "MNG", "JPN", "VNM"])
files = st.lists(
    st.tuples(
        areas,
        st.sampled_from(["X", "M"]),
        st.sampled_from(["TOTAL", "27", "2701", "2710"]),
        st.sampled_from(["2017", "2018"]),
        st.integers(1, 5_000),
    ),
    max_size=25,
)


def both(path: Path) -> tuple[nk.Report, nk.Report]:
    """The report of a file read whole, and of one read in a stream."""
    return nk.check(path, against="none"), nk.check(path, against="none", max_size=10)


def told(report: nk.Report) -> object:
    """The report without the numbers of lines that reasons of rejected rows are counted by."""
    return json.loads(report.to_json(with_text=True))["docs"]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of four rows, so that short files have several."""
    monkeypatch.setattr(stored, "PART", 4)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("form", [tidy, legacy])
@settings(parent=share(0.1), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=files)
def test_a_file_read_in_parts_is_told_as_one_read_whole(
    form: Callable[[list[Row]], str], rows: list[Row], tmp_path: Path
) -> None:
    """Sums, rows set apart, repeats across parts and notes: whatever the rows are."""
    path = tmp_path / "trade.csv"
    path.write_text(form(rows), "utf-8")
    whole, streamed = both(path) if rows else (None, None)
    if whole is not None and streamed is not None:
        assert told(streamed) == told(whole)


@pytest.mark.usefixtures("small_parts")
def test_what_the_whole_file_shows_each_part_is_told(tmp_path: Path) -> None:
    """Days that begin months in one part alone are days; a comma that parts thousands elsewhere parts them here."""
    header = HEADER.replace(",", ";")
    days = [f"2018-06-{day:02}" for day in (1, 1, 1, 1, 2, 3)]
    rows = [f"CHN;PRK;X;2701;{day};{n};USD\n" for n, day in enumerate(days, start=7)]
    marks = ["12,955", "1,955", "2,955", "3,955", "1,234,567"]
    rows += [f"CHN;JPN;X;{2701 + n};2018;{one};USD\n" for n, one in enumerate(marks)]
    path = tmp_path / "trade.csv"
    path.write_text(header + "".join(rows), "utf-8")
    whole, streamed = both(path)
    assert told(streamed) == told(whole)
    table = streamed.checked[0].table
    assert table is not None
    assert (table.kept, table.rejected) == (5, 6)


@pytest.mark.parametrize("dress", ["gzip", "zip", "parquet"])
def test_archives_and_parquet_are_read_in_a_stream(dress: str, tmp_path: Path) -> None:
    """A large file may be packed, or no text at all."""
    import duckdb  # noqa: PLC0415 - writes Parquet here alone

    text = tidy([("PRK", "X", "27", "2018", 4_711), ("WLD", "X", "27", "2018", 4_171)]).encode()
    path = tmp_path / "trade"
    if dress == "gzip":
        path.write_bytes(gzip.compress(text))
    elif dress == "zip":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("trade.csv", text)
        path.write_bytes(packed.getvalue())
    else:
        (tmp_path / "trade.csv").write_bytes(text)
        duckdb.sql(f"copy '{tmp_path}/trade.csv' to '{path}' (format parquet)")
    whole, streamed = both(path)
    assert told(streamed) == told(whole)
    assert streamed.exit_status() == 1


def test_a_large_file_is_not_held_in_memory(tmp_path: Path) -> None:
    """What is opened is the path; a large file of another kind is refused with its size."""
    path = tmp_path / "trade.csv"
    path.write_text(tidy([("PRK", "X", "27", "2018", 4_711)]), "utf-8")
    found = opened_file(path, "trade", {"max_size": 10})
    assert repr(found) == "CustomsFile('trade': in a stream)"
    other = tmp_path / "text.txt"
    other.write_text("China sold goods for $24 million to Japan in June 2018.\n", "utf-8")
    with pytest.raises(nk.NktradeError, match="found 56 bytes, expected at most 10"):
        nk.check(other, max_size=10, against="none")


def test_a_mirror_of_large_files_is_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text files beyond the limit go to the engine in parts; the answer is the same."""
    from nktrade.customs import engines  # noqa: PLC0415 - its limit is lowered here

    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(tidy([("KOR", "X", "TOTAL", "2018", 108_000_001)]), "utf-8")
    theirs.write_text(f"{HEADER}KOR,CHN,M,TOTAL,2018,112000000,USD\n", "utf-8")
    whole = mirror(ours, theirs)
    monkeypatch.setattr(engines, "MAX_SIZE", 10)
    assert mirror(ours, theirs).equals(whole)


def test_a_bundle_of_a_large_file_replays(tmp_path: Path) -> None:
    """The report of a stream is made again byte for byte from the bytes that were kept."""
    from nktrade.replaying import replay  # noqa: PLC0415 - only this test needs it

    path = tmp_path / "trade.csv"
    path.write_text(
        tidy([("PRK", "X", "27", "2018", 4_711), ("WLD", "X", "27", "2018", 4_171)]), "utf-8"
    )
    nk.check(path, against="none", max_size=10).bundle(tmp_path / "bundle")
    assert replay(tmp_path / "bundle").is_same
