"""Published files as their publishers export them: every row accounted for, totals equal to their parts."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from nktrade.customs import headings, partners, read_customs
from nktrade.reference import area

PLUS = "comtrade_plus/TradeData_china_total_partners.csv"
FILES = {
    PLUS: (1352, 0),
    "comtrade_plus/TradeData_services.csv": (120, 0),
    "comtrade_plus/api_to_csv_annual_6801_2020.csv": (30, 0),
    "comtrade_plus/api_to_csv_monthly_6801_2020.csv": (166, 0),
    "comtrade_legacy/bicycles_871200_2017.csv": (1302, 0),
    "comtrade_legacy/bicycles_871200_from_490.csv": (606, 0),
    "comtrade_legacy/bulk_h3_china_india_2010.csv": (8739, 0),
    "comtrade/old/comtrade0307_partner_PRK.csv": (1217, 0),
    "comtrade/old/comtrade0812_partner_PRK.csv": (1214, 0),
    "comtrade/old/comtrade1317_partner_PRK.csv": (989, 0),
    "comtrade/old/comtrade17chn.csv": (148, 0),
    "comtrade/old/comtrade9397.csv": (50, 0),
    "comtrade/old/comtrade9802.csv": (53, 0),
    "comtrade/old/trade_cal_hs871200_first40.csv": (39, 0),
    "comtrade/new/thailand_hs8542_first60.csv": (59, 0),
    "comtrade/new/china_usa_germany_2022_TOTAL_header_first40_plus_PRK.csv": (43, 0),
}


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("comtrade_reference/partner.csv", "PartnerCode"),
        ("comtrade_reference/reporter.csv", "reporterCode"),
        ("baci/country_codes_V202201.csv", "country_code"),
    ],
)
def test_every_published_code_is_an_area(name: str, column: str, shared: Path) -> None:
    """No reporter or partner of UN Comtrade's and BACI's own lists is unknown, former ones included."""
    codes = [row[column] for row in rows_of(shared / "samples" / name)]
    assert len(codes) > 200
    assert all(area(code).code for code in codes)


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_published_file_is_kept(name: str, shared: Path) -> None:
    """Rows kept and rejected, of files with shifted columns, Latin-1 and old codes of areas."""
    customs = read_customs(shared / "samples" / name).validated()
    assert (len(customs.frame), len(customs.rejected)) == FILES[name]


def test_chinas_exports_to_world_are_the_sum_over_partners(shared: Path) -> None:
    """UN Comtrade, China 2022: 3,593,601,435,602 dollars; with the DPRK 133,677,748 in and 894,039,906 out."""
    customs = read_customs(shared / "samples" / PLUS)
    china = customs.frame[customs.frame["reporter"] == "CHN"]
    exports = china[china["flow"] == "export"]
    assert exports.loc[exports["partner"] == "WLD", "value"].tolist() == [3_593_601_435_602]
    assert exports.loc[~exports["is_aggregate"], "value"].sum() == 3_593_601_435_602
    north = china[china["partner"] == "PRK"].set_index("flow")["value"]
    assert north.to_dict() == {"import": 133_677_748, "export": 894_039_906}
    assert set(partners(customs)["verdict"]) == {"holds"}


def test_a_ledger_of_the_file_states_the_same(shared: Path) -> None:
    """China's trade with the DPRK as a baseline row, exact to the dollar."""
    ledger = read_customs(shared / "samples" / PLUS).to_ledger()
    row = ledger.frame[
        (ledger.frame["partner"] == "PRK") & (ledger.frame["flow"] == "export")
    ].iloc[0]
    assert (row["digits"], row["low"], row["high"]) == ("894039906", 894_039_905.5, 894_039_906.5)


def test_subheadings_of_indias_trade_with_china_add_up_but_for_three_chapters(shared: Path) -> None:
    """UN Comtrade, India and China 2010: of 2,170 sums all hold but those of chapters 38, 92 and 99."""
    found = headings(read_customs(shared / "samples/comtrade_legacy/bulk_h3_china_india_2010.csv"))
    odd = found[found["verdict"] != "holds"]
    assert len(found) == 2170
    assert set(odd["code"]) == {"38", "92", "99"}


def test_published_files_give_the_figures_that_others_read_in_them(shared: Path) -> None:
    """UN Comtrade 1993-2017: China's and all partners' totals with the DPRK, 1,669 figures, to the dollar."""
    folder = shared / "samples/comtrade"
    files = sorted((folder / "old").glob("comtrade*.csv"))
    every = pd.concat([read_customs(file).addable() for file in files])
    totals = every[(every["partner"] == "PRK") & (every["code"] == "TOTAL")]
    years = totals["period_start"].dt.year.astype(str)
    cells = zip(years, totals["reporter"], totals["flow"], strict=True)
    read = dict(zip(cells, totals["value"], strict=True))
    china = [
        (row["period_start"][:4], "CHN", row["flow"], row["value"])
        for row in rows_of(folder / "china_prk_annual_1993_2017.csv")
    ]
    turned = {"export": "import", "import": "export"}
    partners = [
        (row["year"], row["reporter"] or "TWN", turned[row["flow"]], row["value"])
        for row in rows_of(folder / "mirror_annual.csv")
    ]
    told = [one for one in (*china, *partners) if one[0] <= "2017"]
    assert len(told) == 1669
    assert [one for one in told if read.get(one[:3]) != float(one[3])] == []


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
