"""Every format reads with no column shifted, and its quirks change no figure."""

from datetime import date
from pathlib import Path
from typing import Any

import customs_files as files
import pandas as pd
import pytest

from nktrade.customs import TruncationWarning, as_baseline, read_customs, recognise
from nktrade.customs.formats import formats

FILES = {
    "comtrade_plus": files.plus({}),
    "comtrade_legacy": files.legacy({}),
    "comtrade_bulk": (files.BULK_HEADER + '\n2010,699,2,156,"H3","010619",1,,2,109,4\n').encode(),
    "baci": files.BACI,
    "comtrade_areas": files.COMTRADE_AREAS,
    "baci_countries": files.BACI_COUNTRIES,
    "baci_products": b"code,description\n010121,Horses\n",
    "gacc_country": files.gacc_table("6.2018", files.GACC_ROWS),
    "gacc_query": files.GACC_QUERY,
    "korea_customs": files.KOREA_XML,
    "kstat": files.KSTAT,
    "un_1718": files.UN_1718,
    "imts": files.IMTS,
    "japan_estat": files.ESTAT,
    "comext": files.COMEXT_OLD,
    "comext_sdmx": files.COMEXT_SDMX,
    "tidy": b"reporter,partner,flow,period,unit,value\nCHN,PRK,export,2018-06,USD,1\n",
    "nktrade": files.OWN,
}


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_recognised_by_its_content(name: str, tmp_path: Path) -> None:
    """The format is told by header or title; the file's name says nothing."""
    assert recognise(files.written(tmp_path, FILES[name], "unnamed")).name == name


def test_every_format_has_a_file_here() -> None:
    """No mapping goes without a file of its form."""
    assert set(FILES) == set(formats())


@pytest.mark.parametrize(
    "name", sorted(set(FILES) - {"comtrade_areas", "baci_countries", "baci_products"})
)
def test_what_is_read_satisfies_the_schema(name: str, tmp_path: Path) -> None:
    """Frame and ledger of every format keep their promises, and nothing of the file is lost."""
    given = (
        {"flow": "import"}
        if name == "gacc_query"
        else {"code": "TOTAL"}
        if name == "tidy"
        else None
    )
    customs = read_customs(files.written(tmp_path, FILES[name]), given=given).validated()
    assert len(customs) > 0
    assert len(customs.to_ledger().validated()) >= len(customs.frame.drop_duplicates("line"))


def test_a_comma_at_the_end_of_rows_shifts_nothing(tmp_path: Path) -> None:
    """47 names over 48 cells: every cell stays under its own name, Latin-1 and CRLF read."""
    data = files.plus(
        {},
        {
            "partnerCode": "384",
            "partnerDesc": "C\xf4te d'Ivoire",
            "primaryValue": "7",
            "fobvalue": "7",
        },
    )
    customs = read_customs(files.written(tmp_path, data))
    assert rows(customs.frame, "reporter", "partner", "value", "code") == [
        ("CHN", "PRK", 900.0, "TOTAL"),
        ("CHN", "CIV", 7.0, "TOTAL"),
    ]
    assert not customs.frame["is_reported"].any()


def test_a_nameless_first_column_shifts_nothing(tmp_path: Path) -> None:
    """Results that pandas saved with their index read the same, 900.0 being 900."""
    row = files.plus_row(primaryValue="900.0", fobvalue="900.0").rstrip(",")
    data = f",{files.PLUS_HEADER}\n0,{row}\n".encode()
    frame = read_customs(files.written(tmp_path, data)).frame
    assert rows(frame, "partner", "value", "value_step", "valuation") == [
        ("PRK", 900.0, 1.0, "fob")
    ]


def test_month_52_is_the_whole_year(tmp_path: Path) -> None:
    """Annual rows have refMonth 52; a period of six digits is its month."""
    customs = read_customs(files.written(tmp_path, files.plus({}, {"period": "202206"})))
    spans = [(a.date(), b.date()) for a, b in rows(customs.frame, "period_start", "period_end")]
    assert spans == [(date(2022, 1, 1), date(2022, 12, 31)), (date(2022, 6, 1), date(2022, 6, 30))]


def test_world_and_breakdowns_are_never_added_to_their_parts(tmp_path: Path) -> None:
    """World, a second partner, a mode of transport and re-exports hold or repeat other rows."""
    data = files.plus(
        {"partnerCode": "0", "primaryValue": "1000"},
        {"primaryValue": "900"},
        {"partnerCode": "410", "primaryValue": "100"},
        {"partner2Code": "344", "primaryValue": "50"},
        {"motCode": "2100", "primaryValue": "60"},
        {"flowCode": "RX", "primaryValue": "70"},
        {"cmdCode": "27", "primaryValue": "80"},
    )
    customs = read_customs(files.written(tmp_path, data))
    assert customs.addable()["value"].tolist() == [900.0, 100.0]
    assert customs.frame["scope"].dropna().tolist() == [
        "partner2Code 344",
        "motCode 2100",
        "re-exports",
    ]
    assert any("World" in note for note in customs.notes)


def test_quantity_unit_minus_one_is_no_quantity_and_nought_no_weight(tmp_path: Path) -> None:
    """A nought for want of a figure is missing; an estimate says so; a traded nought stays a nought."""
    data = files.plus(
        {},
        {
            "period": "2021",
            "qtyUnitCode": "8",
            "qty": "2500",
            "isQtyEstimated": "true",
            "netWgt": "2500",
        },
        {"period": "2020", "primaryValue": "0", "fobvalue": "0"},
    )
    frame = read_customs(files.written(tmp_path, data)).frame
    assert frame["quantity"].isna().tolist() == [True, False, True]
    assert frame["quantity"][1] == 2.5
    assert frame["quantity_unit"][1] == "t"
    assert frame["weight"].isna().tolist() == [True, False, False]
    assert frame["quantity_estimated"].tolist() == [False, True, False]
    assert frame["value"][2] == 0


def test_an_unknown_unit_of_quantity_is_told_and_not_guessed(tmp_path: Path) -> None:
    """The row stays, its quantity is missing, and a note says why."""
    frame = read_customs(
        files.written(tmp_path, files.plus({"qtyUnitCode": "77", "qty": "5"}))
    ).frame
    assert frame["quantity"].isna().all()
    assert frame["note"][0] == "quantity unit '77' is not in the table of units"


def test_values_that_equal_one_column_are_valued_so(tmp_path: Path) -> None:
    """An import whose value is its FOB column is FOB, whatever imports usually are."""
    data = files.plus(
        {"flowCode": "M", "cifvalue": "100", "fobvalue": "90", "primaryValue": "90"},
        {"flowCode": "M", "cifvalue": "100", "fobvalue": "90", "primaryValue": "100"},
        {
            "flowCode": "M",
            "period": "2021",
            "cifvalue": "",
            "fobvalue": "",
            "primaryValue": "100",
        },
    )
    assert read_customs(files.written(tmp_path, data)).frame["valuation"].tolist() == [
        "fob",
        "cif",
        "cif",
    ]


def test_legacy_flags_mark_estimates_and_names_may_hold_commas(tmp_path: Path) -> None:
    """Flag 2 is an estimated quantity, 4 a weight, 6 both; World is 0; flows 3 and 4 are re-exports and re-imports."""
    data = files.legacy(
        {"Flag": "2", "Qty Unit Code": "5", "Qty": "37"},
        {"Flag": "4", "Netweight (kg)": "4000"},
        {"Flag": "6", "Partner Code": "0", "Partner": "World", "Trade Flow Code": "3"},
    )
    frame = read_customs(files.written(tmp_path, data)).frame
    assert rows(frame, "quantity_estimated", "weight_estimated") == [
        (True, False),
        (False, True),
        (True, True),
    ]
    assert rows(frame, "flow", "partner", "is_aggregate") == [
        ("import", "PRK", False),
        ("import", "PRK", False),
        ("export", "WLD", True),
    ]
    assert frame["weight"][1] == 4.0
    assert frame["scope"][2] == "re-exports"


def test_codes_are_texts_and_levels_never_mixed(tmp_path: Path) -> None:
    """Quoted codes keep their noughts; a code under another that is there is not added again."""
    lines = [
        '2010,699,2,156,"H3","01",1,,9,100,0',
        '2010,699,2,156,"H3","0106",1,,9,60,0',
        '2010,699,2,156,"H3","27",1,,9,5,0',
    ]
    customs = read_customs(files.written(tmp_path, "\n".join([files.BULK_HEADER, *lines]).encode()))
    assert customs.frame["code"].tolist() == ["01", "0106", "27"]
    assert customs.addable()["value"].tolist() == [100.0, 5.0]
    assert "codes of 2, 4 digits: add up one level alone" in customs.notes


def test_baci_is_thousands_of_dollars_and_its_na_is_no_namibia(tmp_path: Path) -> None:
    """V counts thousands, q tonnes with NA for missing, k lost its noughts, and 516 is Namibia."""
    frame = read_customs(files.written(tmp_path, files.BACI)).frame
    assert rows(frame, "reporter", "partner", "code", "value", "value_step") == [
        ("CHN", "PRK", "010121", 12955.0, 1.0),
        ("NAM", "TWN", "270112", 1000.0, 1.0),
    ]
    assert frame["weight"].isna().tolist() == [False, True]


def test_a_list_of_countries_gives_codes(tmp_path: Path) -> None:
    """A user's list stands over the tables; where it has no ISO code the tables answer."""
    codes = files.written(tmp_path, files.BACI_COUNTRIES.replace(b"NAM", b"ZAF"), "codes.csv")
    frame = read_customs(files.written(tmp_path, files.BACI), areas=codes).frame
    assert frame["reporter"].tolist() == ["CHN", "ZAF"]
    assert frame["partner"].tolist() == ["PRK", "TWN"]


def test_chinas_monthly_table_gives_month_and_running_total(tmp_path: Path) -> None:
    """Ten cells a row, thousands of dollars by the second line; groups hold others; a dash is no nought."""
    customs = read_customs(files.written(tmp_path, FILES["gacc_country"], "page.htm"))
    north = customs.frame[customs.frame["partner"] == "PRK"]
    assert rows(north, "flow", "value", "value_step") == [
        ("total", 217e3, 1e3),
        ("total", 600e3, 1e3),
        ("export", 205e3, 1e3),
        ("export", 550e3, 1e3),
        ("import", 12e3, 1e3),
        ("import", 50e3, 1e3),
    ]
    assert north["period_start"].dt.month.tolist() == [6, 1, 6, 1, 6, 1]
    assert set(customs.frame.loc[customs.frame["is_aggregate"], "partner"]) == {"WLD", "ASIA"}
    dash = customs.rejected["reason"].str.contains("'-' is nought or missing")
    assert dash.sum() == 1


def test_january_and_february_may_be_one_release(tmp_path: Path) -> None:
    """Where February's column is the running total throughout, the release covers both months, once."""
    joint = [
        ["TOTAL", "9", "9", "6", "6", "3", "3", "", "", ""],
        ["Mongolia", "9", "9", "6", "6", "3", "3", "", "", ""],
    ]
    frame = read_customs(files.written(tmp_path, files.gacc_table("2.2020", joint), "a.htm")).frame
    assert set(frame["period_start"].dt.month) == {1}
    assert set(frame["period_end"].dt.month) == {2}
    assert frame.groupby(["partner", "flow"]).size().tolist() == [1] * 6
    apart = [[*row[:1], "5", "9", "4", "6", "1", "3", "", "", ""] for row in joint]
    frame = read_customs(files.written(tmp_path, files.gacc_table("2.2021", apart), "b.htm")).frame
    assert sorted(set(frame["period_start"].dt.month)) == [1, 2]


def test_chinas_workbook_reads_as_its_page(tmp_path: Path) -> None:
    """The same table in a workbook gives the same figures."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    titles = [
        ["Imports and Exports by Country (Region) of Origin/Destination,6.2018"],
        ["Unit: US$1,000"],
    ]
    for row in [*titles, *files.GACC_ROWS]:
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    page = read_customs(files.written(tmp_path, FILES["gacc_country"], "page.htm")).frame
    sheet = read_customs(tmp_path / "table.xlsx").frame
    same = ["flow", "partner", "period_start", "period_end", "value"]
    assert rows(sheet, *same) == rows(page, *same)


def test_chinas_query_reads_in_its_encoding_and_adds_provinces(tmp_path: Path) -> None:
    """GB18030, thousands marks, an empty last column; rows of two provinces are parts of one number."""
    path = files.written(tmp_path, files.GACC_QUERY)
    customs = read_customs(path, given={"flow": "import"})
    assert rows(customs.frame, "partner", "code", "value", "quantity", "quantity_unit") == [
        ("PRK", "27011100", 12955.0, 1.2, "t"),
        ("PRK", "27011100", 45.0, 0.8, "t"),
    ]
    assert customs.combined()["value"].tolist() == [13000.0]
    assert customs.to_ledger().frame["value"].tolist() == [13000.0, 2.0]
    again = files.written(
        tmp_path, files.GACC_QUERY.decode("gb18030").encode("utf-8-sig"), "again.csv"
    )
    assert read_customs(again, given={"flow": "import"}).frame["value"].tolist() == [12955.0, 45.0]


def test_koreas_answer_gets_its_noughts_back_and_its_total_stays_out(tmp_path: Path) -> None:
    """106191000 is 0106191000; the row 총계 holds the others and names no country."""
    customs = read_customs(files.written(tmp_path, files.KOREA_XML, "answer.xml"))
    assert rows(customs.frame, "flow", "partner", "code", "value") == [
        ("export", "CHN", "0106191000", 300.0),
        ("import", "CHN", "0106191000", 7.0),
    ]
    assert set(customs.rejected["reason"]) == {"the file's own total: it holds the other rows"}


def test_a_month_written_as_a_decimal_may_be_october(tmp_path: Path) -> None:
    """Beside 2016.11 and without 2016.10, 2016.1 is January or October: it is set apart."""
    head = b"year,statCd,hsCd,expWgt,expDlr,impWgt,impDlr\n"
    doubtful = read_customs(
        files.written(tmp_path, head + b"2016.1,CN,27,1,2,3,4\n2016.11,CN,27,1,2,3,4\n")
    )
    assert doubtful.rejected["reason"].str.contains("January or October").sum() == 2
    plain = read_customs(
        files.written(tmp_path, head + b"2016.1,CN,27,1,2,3,4\n2016.10,CN,27,1,2,3,4\n")
    )
    assert plain.frame["period_start"].dt.month.tolist() == [1, 10, 1, 10]


def test_kstat_takes_its_period_from_the_line_above(tmp_path: Path) -> None:
    """Thousands of dollars, cp949, the month above the header."""
    customs = read_customs(files.written(tmp_path, files.KSTAT))
    china = customs.frame[customs.frame["partner"] == "CHN"]
    assert rows(china, "flow", "value", "weight") == [("export", 60e3, 0.5), ("import", 30e3, 0.2)]
    assert str(china["period_start"].iloc[0].date()) == "2018-06-01"


def test_the_1718_table_keeps_both_units(tmp_path: Path) -> None:
    """Barrels and tonnes stand side by side: the factor between them is the supplier's own."""
    customs = read_customs(files.written(tmp_path, files.UN_1718))
    assert rows(
        customs.frame,
        "reporter",
        "partner",
        "flow",
        "commodity",
        "quantity",
        "quantity_unit",
        "weight",
    ) == [("CHN", "PRK", "export", "refined petroleum", 11745.0, "bbl", 1410.0)]
    assert len(customs.rejected) == 1
    assert sorted(customs.to_ledger().frame["unit"]) == ["bbl", "t"]


def test_imts_values_are_dollars_already(tmp_path: Path) -> None:
    """SCALE 6 is not applied again; World is G001; a description may hold line ends."""
    customs = read_customs(files.written(tmp_path, files.IMTS))
    assert rows(
        customs.frame, "flow", "partner", "value", "valuation", "value_estimated", "is_aggregate"
    ) == [
        ("import", "PRK", 12965000.0, "cif", True, False),
        ("export", "WLD", 2.5e12, "fob", False, True),
    ]


def test_japans_months_to_come_are_no_noughts(tmp_path: Path) -> None:
    """Months after the last with trade are not published; a nought before it is one. Yen in thousands."""
    customs = read_customs(files.written(tmp_path, files.ESTAT))
    assert rows(customs.frame, "flow", "partner", "code", "value", "quantity")[:1] == [
        ("import", "CHN", "040412000", 40e3, 0.004)
    ]
    assert customs.frame["period_start"].dt.month.tolist() == [1, 1, 2, 2]
    assert customs.frame["value"].tolist() == [40e3, 0.0, 60e3, 50e3]
    assert customs.rejected["reason"].str.contains("not published yet").sum() == 20


def test_comext_keeps_confidential_codes_and_namibia(tmp_path: Path) -> None:
    """NA is Namibia, 99RRR100 a code, month 52 a year; procedure 4 holds the others; both editions read."""
    customs = read_customs(files.written(tmp_path, files.COMEXT_OLD))
    assert rows(customs.frame, "partner", "code", "value_unit", "is_aggregate") == [
        ("NAM", "99RRR100", "EUR", False),
        ("PRK", "01019000", "EUR", True),
    ]
    assert customs.frame["period_end"].dt.month.tolist() == [1, 12]
    new = read_customs(files.written(tmp_path, files.COMEXT_NEW)).frame
    assert rows(new, "reporter", "partner", "flow", "value", "weight") == [
        ("FRA", "PRK", "export", 90.0, 0.005)
    ]


def test_a_column_that_stands_twice_must_say_one_thing(tmp_path: Path) -> None:
    """TIME_PERIOD twice: rows where the two differ are set apart; a measure of weight is a weight."""
    customs = read_customs(files.written(tmp_path, files.COMEXT_SDMX))
    assert customs.frame["value"].fillna(-1).tolist() == [90.0, -1.0]
    assert customs.frame["weight"].fillna(-1).tolist() == [-1.0, 0.3]
    assert customs.rejected["reason"].tolist() == [
        "column TIME_PERIOD stands twice and says two things"
    ]


@pytest.mark.parametrize("count", [500, 10_000])
def test_a_download_of_exactly_the_most_rows_warns(count: int, tmp_path: Path) -> None:
    """Query services stop at 500, 10,000, 100,000 or 250,000 rows and do not say so."""
    header = "reporter,partner,flow,period,unit,value,code\n"
    data = header + "CHN,PRK,export,2018-06,USD,1,27\n" * count
    with pytest.warns(TruncationWarning, match="exactly"):
        customs = read_customs(files.written(tmp_path, data.encode()))
    assert customs.notes[0].startswith(f"{count:,} rows exactly")
    more = read_customs(
        files.written(tmp_path, (data + "CHN,PRK,export,2018-06,USD,1,27\n").encode())
    )
    assert not any("exactly" in note for note in more.notes)


def test_a_users_mapping_reads_a_users_file(tmp_path: Path) -> None:
    """A dictionary of names, or a mapping file with flows and constants of its own, is enough."""
    path = files.written(tmp_path, b"land;gegen;richtung;monat;betrag\nCHN;PRK;aus;2018-06;5\n")
    names = {
        "reporter": "land",
        "partner": "gegen",
        "flow": "richtung",
        "period": "monat",
        "value": "betrag",
    }
    mapping = {
        "columns": names,
        "flows": {"aus": "export fob"},
        "constants": {"value_unit": "EUR", "code": "TOTAL"},
    }
    frame = read_customs(path, mapping=mapping).frame
    assert rows(frame, "flow", "valuation", "value", "value_unit") == [
        ("export", "fob", 5.0, "EUR")
    ]
    toml = tmp_path / "mine.toml"
    toml.write_text(
        "[columns]\n"
        + "".join(f'{key} = ["{name}"]\n' for key, name in names.items())
        + '[flows]\naus = "export fob"\n[constants]\nvalue_unit = "EUR"\ncode = "TOTAL"\n',
        encoding="utf-8",
    )
    assert read_customs(path, mapping=toml).frame["value"].tolist() == [5.0]


def test_parquet_reads_as_csv(tmp_path: Path) -> None:
    """A tidy table is the same in either form, codes with noughts included."""
    text = "reporter,partner,flow,period,unit,value,code\nCHN,PRK,export,2018-06,USD,12955000,0101\nNAM,CHN,import,2018,USD,7.5,27\n"
    csv = files.written(tmp_path, text.encode())
    pd.read_csv(csv, dtype={"code": str}).to_parquet(tmp_path / "table.parquet")
    one, other = read_customs(csv).frame, read_customs(tmp_path / "table.parquet").frame
    same = ["reporter", "flow", "code", "period_start", "period_end", "value"]
    assert rows(one, *same) == rows(other, *same)


def test_a_customs_file_becomes_a_baseline(tmp_path: Path) -> None:
    """A value is the interval its digits leave, its compiler the witness."""
    ledger = as_baseline(files.written(tmp_path, files.BACI, "world.csv"))
    row = ledger.frame[ledger.frame["partner"] == "PRK"].iloc[0]
    assert (row["value"], row["low"], row["high"]) == (12955.0, 12954.5, 12955.5)
    assert (row["document"], row["layer"], row["compiler"]) == ("world", "baseline", "CEPII BACI")
