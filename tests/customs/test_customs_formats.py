"""Every format reads with no column shifted, and its quirks change no figure."""

from datetime import date
from pathlib import Path

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
    "gacc_country": files.GACC_PAGE,
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
    assert files.rows(customs.frame, "reporter", "partner", "value", "code") == [
        ("CHN", "PRK", 900.0, "TOTAL"),
        ("CHN", "CIV", 7.0, "TOTAL"),
    ]
    assert not customs.frame["is_reported"].any()


def test_a_nameless_first_column_shifts_nothing(tmp_path: Path) -> None:
    """Results that pandas saved with their index read the same, 900.0 being 900."""
    row = files.plus_row(primaryValue="900.0", fobvalue="900.0").rstrip(",")
    data = f",{files.PLUS_HEADER}\n0,{row}\n".encode()
    frame = read_customs(files.written(tmp_path, data)).frame
    assert files.rows(frame, "partner", "value", "value_step", "valuation") == [
        ("PRK", 900.0, 1.0, "fob")
    ]


def test_month_52_is_the_whole_year(tmp_path: Path) -> None:
    """Annual rows have refMonth 52; a period of six digits is its month."""
    customs = read_customs(files.written(tmp_path, files.plus({}, {"period": "202206"})))
    spans = [
        (a.date(), b.date()) for a, b in files.rows(customs.frame, "period_start", "period_end")
    ]
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
    assert files.rows(frame, "quantity_estimated", "weight_estimated") == [
        (True, False),
        (False, True),
        (True, True),
    ]
    assert files.rows(frame, "flow", "partner", "is_aggregate") == [
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
    assert files.rows(frame, "reporter", "partner", "code", "value", "value_step") == [
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
    assert files.rows(frame, "flow", "valuation", "value", "value_unit") == [
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
    assert files.rows(one, *same) == files.rows(other, *same)


def test_a_customs_file_becomes_a_baseline(tmp_path: Path) -> None:
    """A value is the interval its digits leave, its compiler the witness."""
    ledger = as_baseline(files.written(tmp_path, files.BACI, "world.csv"))
    row = ledger.frame[ledger.frame["partner"] == "PRK"].iloc[0]
    assert (row["value"], row["low"], row["high"]) == (12955.0, 12954.5, 12955.5)
    assert (row["document"], row["layer"], row["compiler"]) == ("world", "baseline", "CEPII BACI")
