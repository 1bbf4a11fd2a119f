"""Odd and damaged files: the right numbers, or a row set apart with one clear reason."""

import gzip
import io
import zipfile
from pathlib import Path

import customs_files as files
import pandas as pd
import pytest
from odd_files import ASKED, HEADER, ROWS, TEXTS, read, reasons

import nktrade as nk
from nktrade.checking import LeftOutWarning
from nktrade.customs import read_customs
from nktrade.errors import DocumentError
from nktrade.testing.dresses import DRESSES


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


def test_a_year_and_its_months_are_not_added_up(tmp_path: Path) -> None:
    """The wider period stands, as the wider code does; a note says so."""
    months = [{"period": f"2022{month:02}", "primaryValue": "75"} for month in range(1, 13)]
    customs = read(tmp_path, files.plus({}, *months))
    assert customs.addable()["value"].tolist() == [900.0]
    assert "periods of 1, 12 months: add up one length alone" in customs.notes


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
    customs = read(tmp_path, files.GACC_PAGE, "page.htm")
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


@pytest.mark.parametrize("name", ["comtrade_bulk", "imts", "baci"])
def test_a_customs_file_in_place_of_a_document_is_added_up(name: str, tmp_path: Path) -> None:
    """Given in place of a document, its rows are counted: nothing found would look like nothing wrong."""
    path = files.written(tmp_path, TEXTS[name].encode())
    (checked,) = nk.check(path, against="none").checked
    assert checked.table
    assert checked.table.kept + checked.table.rejected == checked.table.read > 0


def test_a_customs_file_is_a_baseline_as_it_comes(tmp_path: Path) -> None:
    """In its publisher's form and encoding, by the one name for what figures are held against."""
    path = files.written(
        tmp_path, files.plus({"partnerDesc": "C\xf4te d'Ivoire", "partnerCode": "384"})
    )
    found = nk.baseline(path)
    assert (len(found), found.frame.loc[0, "partner"], found.frame.loc[0, "value"]) == (
        1,
        "CIV",
        900,
    )


def test_a_customs_file_is_checked_in_the_encoding_of_its_format(tmp_path: Path) -> None:
    """Latin-1 and GB18030 need no word of the user's: the format says them."""
    for data in (
        files.plus({"partnerDesc": "C\xf4te d'Ivoire", "partnerCode": "384"}),
        files.KSTAT,
    ):
        path = files.written(tmp_path, data)
        (checked,) = nk.check(path, against="none").checked
        assert checked.table
        assert checked.table.kept > 0


def test_a_list_of_codes_is_no_document(tmp_path: Path) -> None:
    """A list of countries says what it is good for."""
    path = files.written(
        tmp_path, b"country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n"
    )
    with pytest.raises(DocumentError, match="name the file of figures, and this one as areas="):
        nk.check(path)


@pytest.mark.parametrize("lower", ["", "국가명"])
def test_a_header_of_two_rows_is_one(lower: str, tmp_path: Path) -> None:
    """What stands over several columns is the first word of each: exports over value and weight."""
    table = (
        "2018년 06월 국가별 수출입,,,,,\n국가명,수출,,수입,,수지\n"
        f"{lower},금액,중량,금액,중량,\n중국,13955,200,14001,300,-46\n"
    )
    frame = read(tmp_path, table).frame
    assert frame["flow"].tolist() == ["export", "import"]
    assert frame["value"].tolist() == [13_955_000, 14_001_000]
    assert frame["weight"].tolist() == [0.2, 0.3]


def test_an_unknown_header_of_two_rows_is_told_to_be_one(tmp_path: Path) -> None:
    """The message shows the row with most names, and what to do about the one above it."""
    with pytest.raises(DocumentError, match=r"found the columns land, usd, kg, usd, kg.* one row"):
        read(tmp_path, "my table,,,,\n,sold,,bought,\nland,usd,kg,usd,kg\nCHN,1,2,3,4\n")


@pytest.mark.parametrize("side", ["Partner", "reporter"])
def test_a_list_of_codes_is_told_to_be_one(side: str, tmp_path: Path) -> None:
    """Comtrade's lists of partners and reporters are no figures, and serve as areas=."""
    path = tmp_path / "codes.csv"
    header = f",id,text,{side}Code,{side}Desc,{side}CodeIsoAlpha2,{side}CodeIsoAlpha3,isGroup\n"
    path.write_text(f"{header}0,4,Afghanistan,4,Afghanistan,AF,AFG,False\n", "utf-8")
    with pytest.raises(nk.NktradeError, match=r"list of areas.*, expected figures.*as areas="):
        nk.check(path, against="none")
    rows = f"{HEADER}4,CHN,export,2018-06,USD,5,27\n"
    frame = read_customs(files.written(tmp_path, rows.encode()), areas=path).frame
    assert frame["reporter"].tolist() == ["AFG"]
