"""Odd and damaged files: the right numbers, or a row set apart with one clear reason."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import customs_files as files
import pandas as pd
import pytest

import nktrade as nk
from nktrade.checking import LeftOutWarning
from nktrade.customs import Customs, read_customs
from nktrade.errors import DocumentError

HEADER = "reporter,partner,flow,period,unit,value,code\n"
ROWS = "CHN,PRK,export,2018-06,USD,5000,27\nCHN,KOR,export,2018-06,USD,7000,27\n"
TEXTS = {
    "comtrade_plus": files.plus({}, {"partnerCode": "410"}).decode("latin-1"),
    "comtrade_legacy": files.legacy({}, {"Partner Code": "410"}).decode(),
    "comtrade_bulk": files.BULK_HEADER + '\n2010,699,2,156,"H3","010619",1,,2,109,4\n',
    "baci": files.BACI.decode().replace("12.955", "1234.5"),
    "gacc_query": files.GACC_QUERY.decode("gb18030"),
    "kstat": files.KSTAT.decode("cp949"),
    "un_1718": files.UN_1718.decode(),
    "imts": files.IMTS.decode(),
    "japan_estat": files.ESTAT.decode(),
    "comext": files.COMEXT_OLD.decode(),
    "comext_sdmx": files.COMEXT_SDMX.decode(),
    "tidy": HEADER + ROWS,
}
ASKED = ["reporter", "partner", "flow", "code", "period_start", "period_end"]
ASKED += ["value", "value_step", "quantity", "weight", "scope", "is_aggregate"]


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def parted(text: str, mark: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark, lineterminator="\n").writerows(cells(text))
    return stream.getvalue().encode()


def zipped(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", data)
        archive.writestr("__MACOSX/._table.csv", b"\0\1")
    return stream.getvalue()


def with_columns(text: str, before: str, after: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(
        [*([before] if before is not None else []), *row, after] for row in cells(text)
    )
    return stream.getvalue().encode()


DRESSES: dict[str, Callable[[str], bytes]] = {
    "semicolons": lambda text: parted(text, ";"),
    "tabs": lambda text: parted(text, "\t"),
    "bars": lambda text: parted(text, "|"),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: parted(text, "\t").decode().encode("utf-16"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": lambda text: zipped(text.encode()),
    "empty columns": lambda text: with_columns(text, "", ""),
    "old line ends": lambda text: parted(text, ",").replace(b"\n", b"\r"),
    "blank lines": lambda text: b"\n\n" + text.encode() + b"\n\n",
    "a title": lambda text: b"what I downloaded\n\n" + text.encode(),
}


def read(folder: Path, data: bytes | str, name: str = "file.csv", **given: str) -> Customs:
    told = data.encode() if isinstance(data, str) else data
    return read_customs(files.written(folder, told, name), given=given).validated()


def reasons(customs: Customs) -> list[str]:
    return customs.rejected["reason"].tolist()


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_file_says_the_same_in_every_dress(name: str, dress: str, tmp_path: Path) -> None:
    """Other marks between cells, encodings, archives, empty columns and lines change no figure."""
    flow = {"flow": "import"} if name == "gacc_query" else {}
    plain = read(tmp_path, TEXTS[name], decimal=".", **flow)
    dressed = read(tmp_path, DRESSES[dress](TEXTS[name]), decimal=".", **flow)
    assert dressed.format == plain.format == name
    pd.testing.assert_frame_equal(dressed.frame[ASKED], plain.frame[ASKED])
    assert reasons(dressed) == reasons(plain)


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"kstat"}))
def test_a_file_put_behind_itself_says_no_more(name: str, tmp_path: Path) -> None:
    """Two downloads in one file: the second header and the rows told again are set apart, and said."""
    flow = {"flow": "import"} if name == "gacc_query" else {}
    once = read(tmp_path, TEXTS[name].rstrip() + "\n", **flow)
    twice = read(tmp_path, (TEXTS[name].rstrip() + "\n") * 2, **flow)
    pd.testing.assert_frame_equal(twice.frame[ASKED], once.frame[ASKED])
    assert "the header again" in reasons(twice)
    assert any(one.endswith("again, word for word") for one in reasons(twice))


def test_a_second_title_begins_another_table(tmp_path: Path) -> None:
    """Two months of K-stat in one file: only the title dates the rows, so the second month is set apart."""
    june = files.KSTAT.decode("cp949")
    customs = read(tmp_path, (june + june.replace("06월", "07월")).encode("cp949"))
    assert len(customs.frame) == 6
    assert reasons(customs)[-1] == "another table begins on line 7: give it as a file of its own"


def test_a_second_table_with_other_columns_is_never_read_under_the_first(tmp_path: Path) -> None:
    """The same names in another order: nothing is taken from below."""
    other = "reporter,partner,flow,unit,period,value,code\nCHN,JPN,export,USD,2018,9,27\n"
    customs = read(tmp_path, HEADER + ROWS + "\n" + other)
    assert customs.frame["partner"].tolist() == ["PRK", "KOR"]
    assert all("another table begins on line 5" in one for one in reasons(customs))


def test_two_values_of_one_number_are_both_set_apart(tmp_path: Path) -> None:
    """A publisher gives a number once: of two, nothing says which holds. The same one twice is one."""
    data = files.plus(
        {"primaryValue": "900"},
        {"primaryValue": "950", "fobvalue": "950"},
        {"partnerCode": "410"},
        {"partnerCode": "410", "partnerDesc": "Rep. of Korea"},
    )
    customs = read(tmp_path, data)
    assert customs.frame["partner"].tolist() == ["KOR"]
    unlike = "lines 2, 3 say unlike things of one number, and nothing says which holds"
    assert reasons(customs) == [unlike, unlike, "line 4 says the same"]


def test_rows_of_a_users_own_table_may_be_parts(tmp_path: Path) -> None:
    """Two unlike rows of one number stay, add up in a ledger, and are told."""
    customs = read(tmp_path, HEADER + ROWS + ROWS.replace("000,", ","))
    assert len(customs.frame) == 4
    assert any("share flow, sides, goods and period" in note for note in customs.notes)
    north = customs.to_ledger().frame.query("partner == 'PRK'")
    assert north[["low", "value", "high"]].to_numpy().round(2).tolist() == [
        [5004.0, 5005.0, 5006.0]
    ]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1 234 567", 1234567.0),
        ("1\u00a0234", 1234.0),
        ("1\u202f234", 1234.0),
        ("1'234'567", 1234567.0),
        ('"1,234,567"', 1234567.0),
        ("1e12", 1e12),
        ("+5", 5.0),
    ],
)
def test_thousands_are_marked_in_many_ways(printed: str, value: float, tmp_path: Path) -> None:
    """Blanks of every width, apostrophes and commas part thousands."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,2018-06,USD,{printed},27\n")
    assert customs.frame["value"].tolist() == [value]


def semicolons(*values: str) -> str:
    lines = [f"CHN;PRK;export;2018-{month:02};USD;{one};27" for month, one in enumerate(values, 1)]
    return "\n".join([HEADER.strip().replace(",", ";"), *lines]) + "\n"


def test_a_decimal_comma_is_told_by_the_other_numbers(tmp_path: Path) -> None:
    """12,955 beside 0,5 is a fraction; beside 1,234,567 it is thousands; a point then is the other."""
    fractions = read(tmp_path, semicolons("12,955", "0,5", "1.234"))
    assert fractions.frame["value"].tolist() == [12.955, 0.5, 1234.0]
    thousands = read(tmp_path, semicolons("12,955", "1,234,567"))
    assert thousands.frame["value"].tolist() == [12955.0, 1234567.0]


def test_a_comma_that_nothing_explains_is_not_guessed(tmp_path: Path) -> None:
    """Cells parted by semicolons and 12,955 alone: a factor of a thousand is left to the user."""
    alone = semicolons("12,955", "7")
    customs = read(tmp_path, alone)
    assert customs.frame["value"].tolist() == [7.0]
    assert "is a fraction or thousands, and nothing says which" in reasons(customs)[0]
    assert read(tmp_path, alone, decimal=",").frame["value"].tolist() == [12.955, 7.0]
    assert read(tmp_path, alone, decimal=".").frame["value"].tolist() == [12955.0, 7.0]


def test_a_spreadsheets_power_of_ten_promises_no_more_digits(tmp_path: Path) -> None:
    """3.59E+12 stands for 3,593,601,435,602 as well: a text with that figure does not contradict it."""
    customs = read(tmp_path, files.plus({"primaryValue": "3.59E+12", "fobvalue": "3.59E+12"}))
    row = customs.to_ledger().frame.iloc[0]
    assert row["low"] <= 3_593_601_435_602 <= row["high"]


def test_words_for_no_figure_are_no_figures(tmp_path: Path) -> None:
    """R writes NA, pandas NaN: the value stays, the weight is missing, and Namibia stays Namibia."""
    customs = read(tmp_path, files.plus({"netWgt": "NA", "qty": "NaN", "partner2Code": "NA"}))
    assert customs.frame["value"].tolist() == [900.0]
    assert customs.frame["weight"].isna().all()
    assert customs.frame["scope"].isna().all()
    empty = read(tmp_path, HEADER + "CHN,NA,export,2018,USD,NA,27\nCHN,NA,export,2019,USD,1,27\n")
    assert empty.frame["partner"].tolist() == ["NAM"]
    assert reasons(empty) == ["no figure: the cell says 'NA'"]


@pytest.mark.parametrize("printed", ["-5", "(5)", "5 or 6", "5*", "inf", "1e999", "\u22125", "$5"])
def test_what_is_no_amount_is_set_apart(printed: str, tmp_path: Path) -> None:
    """Negative, infinite, marked or doubtful: nothing enters, and the reason shows the cell."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,2018-06,USD,{printed},27\n")
    assert len(customs.frame) == 0
    assert repr(printed) in reasons(customs)[0]


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        (["2018-06-01", "2018-07-01"], ["2018-06", "2018-07"]),
        (["2018-06-30", "2018-07-31"], ["2018-06", "2018-07"]),
        (["2018-06-01 00:00:00"], ["2018-06"]),
        (["06/2018", "201807.0"], ["2018-06", "2018-07"]),
    ],
)
def test_months_stamped_as_days_are_months(
    printed: list[str], span: list[str], tmp_path: Path
) -> None:
    """Programmes write a month as its first or last day; every row of the file does so."""
    rows = "".join(f"CHN,PRK,export,{one},USD,5,27\n" for one in printed)
    frame = read(tmp_path, HEADER + rows).frame
    assert frame["period_start"].dt.strftime("%Y-%m").tolist() == span
    assert (frame["period_start"].dt.day == 1).all()
    assert frame["period_end"].dt.is_month_end.all()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("43252", "a spreadsheet's number of a day"),
        ("2018-01-01", "one day, which may stand for a month or a year"),
        ("2018-06-15", "one day, which may stand for a month or a year"),
        ("Jun-18", "names no months"),
    ],
)
def test_days_that_may_mean_more_are_not_guessed(printed: str, words: str, tmp_path: Path) -> None:
    """A day number, a first of January alone, a day in the middle: told, with what to write instead."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,{printed},USD,5,27\n")
    assert len(customs.frame) == 0
    assert words in reasons(customs)[0]


def test_year_and_month_in_two_columns_are_a_month(tmp_path: Path) -> None:
    """Twelve months of a year are never twelve years; quarters and names of months are read."""
    head = HEADER.replace("period", "year,{}")
    for column, cell, first in (("month", "6", 6), ("month", "June", 6), ("quarter", "Q2", 4)):
        line = f"CHN,PRK,export,2018,{cell},USD,5,27\n"
        frame = read(tmp_path, head.format(column) + line).frame
        assert frame["period_start"].dt.month.tolist() == [first]
        assert frame["period_end"].dt.month.tolist() == [6]


def test_a_year_and_its_months_are_not_added_up(tmp_path: Path) -> None:
    """The wider period stands, as the wider code does; a note says so."""
    months = [{"period": f"2022{month:02}", "primaryValue": "75"} for month in range(1, 13)]
    customs = read(tmp_path, files.plus({}, *months))
    assert customs.addable()["value"].tolist() == [900.0]
    assert "periods of 1, 12 months: add up one length alone" in customs.notes


def test_a_title_that_spans_months_is_not_its_last_month(tmp_path: Path) -> None:
    """January to June above a table of K-stat is half a year, a bare year must be given."""
    text = files.KSTAT.decode("cp949")
    half = read(tmp_path, text.replace("06월", "01월~06월").encode("cp949")).frame
    assert half["period_start"].dt.month.unique().tolist() == [1]
    assert half["period_end"].dt.month.unique().tolist() == [6]
    with pytest.raises(DocumentError, match="expected also period"):
        read(tmp_path, text.replace(" 06월", "").encode("cp949"))


def test_tonnes_and_kilograms_are_never_taken_for_each_other(tmp_path: Path) -> None:
    """A column called weight must say its unit; our own frame, written out, is in tonnes still."""
    head, line = HEADER.replace("code", "code,weight"), "CHN,PRK,export,2018,USD,5,27,3\n"
    with pytest.raises(DocumentError, match="expected also weight_unit"):
        read(tmp_path, head + line)
    assert read(tmp_path, head + line, weight_unit="kg").frame["weight"].tolist() == [0.003]


@pytest.mark.parametrize("name", TEXTS)
def test_a_frame_written_out_reads_back(name: str, tmp_path: Path) -> None:
    """As CSV and as Parquet: figures, steps, units, flags, who counted and when are the same."""
    given = {"flow": "import"} if name == "gacc_query" else {}
    frame = read(tmp_path, TEXTS[name], **given).frame
    frame.to_csv(tmp_path / "own.csv", index=False)
    frame.to_parquet(tmp_path / "own.parquet")
    same = frame.columns.drop(["line", "document"])
    for file in ("own.csv", "own.parquet"):
        back = read_customs(tmp_path / file).frame
        pd.testing.assert_frame_equal(back[same], frame[same])


def test_vintages_in_one_table_stand_side_by_side(tmp_path: Path) -> None:
    """A column as_of tells prints of one number apart: they are not added up."""
    head = HEADER.replace("code", "code,as_of")
    rows = (
        "CHN,PRK,export,2018-06,USD,5,27,2018-07-23\nCHN,PRK,export,2018-06,USD,6,27,2019-01-20\n"
    )
    ledger = read(tmp_path, head + rows).to_ledger().frame
    assert sorted(zip(ledger["as_of"].dt.year, ledger["value"], strict=True)) == [
        (2018, 5.0),
        (2019, 6.0),
    ]


def test_names_of_countries_are_read_and_korea_is_not_guessed(tmp_path: Path) -> None:
    """China and North Korea are known; Korea may be either, and is set apart."""
    rows = "China,North Korea,export,2018,USD,5,27\n156,408,export,2019,USD,5,27\nchn,Korea,export,2018,USD,5,27\n"
    customs = read(tmp_path, HEADER + rows)
    assert set(customs.frame["partner"]) == {"PRK"}
    assert reasons(customs) == ["partner 'Korea' is not in the table of areas; give it with areas="]


def test_codes_that_became_fractions_are_codes(tmp_path: Path) -> None:
    """A programme that met an empty cell writes 408 as 408.0, and 2019 as 2019.0."""
    frame = read(tmp_path, "t,i,j,k,v,q\n2019.0,156.0,408.0,10121.0,1.5,2.0\n").frame
    asked = ["reporter", "partner", "code", "value", "weight"]
    assert frame[asked].to_numpy().tolist() == [["CHN", "PRK", "010121", 1500.0, 2.0]]


def test_a_code_stands_before_the_name_beside_it(tmp_path: Path) -> None:
    """A description is not the code; without an edition the codes are harmonized ones: 2701 is coal."""
    head = HEADER.replace("code", "code,commodity")
    frame = read(tmp_path, head + "CHN,PRK,export,2018,USD,5,2701,Coal; briquettes\n").frame
    assert frame[["code", "commodity"]].to_numpy().tolist() == [["2701", "coal"]]


def test_headers_that_r_changed_are_the_same_headers(tmp_path: Path) -> None:
    """Points for blanks, an X before digits, or underscores: breakdowns are still told from wholes."""
    text = TEXTS["comtrade_legacy"]
    head, rest = text.split("\n", 1)
    dotted = ",".join(
        ("X" + one if one[0].isdigit() else one).translate(str.maketrans(" ()$", "...."))
        for one in head.split(",")
    )
    pd.testing.assert_frame_equal(
        read(tmp_path, f"{dotted}\n{rest}").frame[ASKED], read(tmp_path, text).frame[ASKED]
    )


def test_every_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    """A sheet a month: each has its own title, and none is left out."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    for month in (6, 7):
        sheet = book.create_sheet(str(month))
        title = "Imports and Exports by Country (Region) of Origin/Destination"
        for row in [[f"{title},{month}.2018"], ["Unit: US$1,000"], [], *files.GACC_ROWS]:
            sheet.append(row)
    book.save(tmp_path / "year.xlsx")
    frame = read_customs(tmp_path / "year.xlsx").validated().frame
    months = frame.query("partner == 'PRK' and flow == 'import'")["period_end"].dt.month
    assert months.tolist() == [6, 6, 7, 7]


def test_headings_of_a_page_are_no_rejected_rows(tmp_path: Path) -> None:
    """Title, unit and headings stand above the first number: what is rejected is data."""
    customs = read(tmp_path, files.gacc_table("6.2018", files.GACC_ROWS), "page.htm")
    assert reasons(customs) == ["no figure: '-' is nought or missing, and nothing says which"]


def test_a_header_alone_says_that_nothing_was_found(tmp_path: Path) -> None:
    """An empty answer is never an empty frame without a word."""
    assert read(tmp_path, HEADER).notes[0].startswith("no rows below the header")


def test_archives_and_files_that_are_no_table_are_refused(tmp_path: Path) -> None:
    """Several files, a cut archive, a picture, an answer without rows: each is said to be what it is."""
    several = io.BytesIO()
    with zipfile.ZipFile(several, "w") as archive:
        archive.writestr("a.csv", HEADER)
        archive.writestr("b.csv", HEADER)
    refused = {
        several.getvalue(): r"archive of 2 files \(a.csv, b.csv\), expected one",
        gzip.compress((HEADER + ROWS).encode())[:-9]: "cut off, damaged or locked",
        b"\x89PNG\r\n\x1a\n": "a file of kind image, expected a table",
        b"<?xml version='1.0'?><a><errMsg>SERVICE ERROR</errMsg></a>": r"without rows \(SERVICE ERROR\)",
    }
    for data, words in refused.items():
        with pytest.raises(DocumentError, match=words):
            read(tmp_path, data)


def test_rows_left_out_are_told_where_a_text_is_held_against_the_file(tmp_path: Path) -> None:
    """``nk.check`` with a customs file as baseline warns of what stands in no one's way."""
    data = files.plus({}, {"partnerCode": "Atlantis"})
    path = files.written(tmp_path, data)
    text = "China's exports to North Korea came to $900 million in 2022."
    with pytest.warns(
        LeftOutWarning, match=r"1 of 2 rows are left out, the first on line 3.*Atlantis"
    ):
        nk.check(text, against=path)


@pytest.mark.parametrize("name", ["comtrade_bulk", "baci", "imts"])
def test_a_customs_file_is_no_text_without_findings(name: str, tmp_path: Path) -> None:
    """Given in place of a document, it is said to be what it is: nothing found would look like nothing wrong."""
    path = files.written(tmp_path, TEXTS[name].encode())
    with pytest.raises(DocumentError, match=r"found a customs file \(.*hold a text against it"):
        nk.check(path, against="none")
