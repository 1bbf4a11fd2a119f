"""Whose trade is told where a text goes from partner to partner, below its headline, and by which office."""

from datetime import date

import pytest
from cjk_claims import claims_in

from nktrade.core.claims import Claim

DAY = date(2025, 10, 22)


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Partner, commodity and period of each claim."""
    return [
        (one.partner, one.commodity, str(one.period) if one.period else None)
        for one in claims_in(text, DAY)
    ]


def sides(one: Claim) -> tuple[str | None, str | None, str | None]:
    return (one.flow, one.reporter, one.partner)


@pytest.mark.parametrize(
    "headline",
    [
        "貿易収支、3カ月連続の赤字 9月、対米輸出減響く",
        "日本の貿易赤字が拡大 中国からの輸入増で",
        "무역수지 석 달째 적자… 대미 수출 감소",
        "贸易收支转为逆差 对美出口下降",
    ],
)
def test_a_headline_names_first_what_the_text_is_about(headline: str) -> None:
    body = {"무": "9월 수출은 583억 달러였다.", "贸": "9月出口3218亿美元。"}.get(
        headline[0], "9月の輸出額は9兆4137億円だった。"
    )
    (claim,) = claims_in(f"{headline}\n{body}", DAY)
    assert claim.partner == "WLD"


def test_the_one_partner_of_a_headline_holds() -> None:
    (claim,) = claims_in("日本の対中輸出、2カ月連続で増加\n9月は1兆6563億円だった。", DAY)
    assert sides(claim) == ("export", "JPN", "CHN")


def test_the_next_partner_is_told_of_what_the_first_was() -> None:
    text = (
        "日本の9月の輸出額は9兆円だった。米国向け輸出は13.3%減の1兆5651億円。自動車が24.2%減った。"
        "アジア向けは9.2%増の5兆1892億円だった。"
    )
    assert [one[:2] for one in told(text)] == [
        ("WLD", "all"), ("USA", "all"), ("USA", "all"), ("USA", "cars"), ("ASIA", "all"), ("ASIA", "all"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            "韓国の9月の半導体輸出は150億ドルだった。中国向けは50億ドルだった。米国向けは12億ドルだった。",
            "semiconductors",
        ),
        (
            "韓国の9月の輸出は600億ドルだった。半導体の輸出は150億ドルで、中国向けは50億ドルだった。",
            "semiconductors",
        ),
        (
            "日本の対米輸出は1兆円だった。中国向けの自動車は5%減った。アジア向けは9%増えた。",
            "cars",
        ),
    ],
)
def test_goods_told_partner_by_partner_go_on(text: str, goods: str) -> None:
    assert claims_in(text, DAY)[-1].commodity == goods


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("日本の9月の輸出額は9兆円だった。対米輸出は13%減った。自動車が24%減った。", "USA"),
        ("9월 한국의 수출은 583억 달러였다. 대미 수출은 10% 줄었다. 자동차가 20% 감소했다.", "USA"),
        ("日本の9月の輸出額は9兆円だった。対米輸出は13%減った。自動車は5%増えた。", "WLD"),
        ("日本の9月の輸出額は9兆円だった。対米輸出は13%減った。\n自動車が5%増えた。", "WLD"),
        (
            "日本の9月の輸出額は9兆円だった。対米輸出は13%減った。品目別では自動車が5%増えた。",
            "WLD",
        ),
        ("日本の9月の輸出額は9兆円で、5%増えた。自動車が5%増えた。", "WLD"),
    ],
)
def test_goods_that_say_why_are_of_the_partner_just_told(text: str, partner: str) -> None:
    """A topic of its own, a new paragraph or a list of goods is of all trade again."""
    assert claims_in(text, DAY)[-1].partner == partner


@pytest.mark.parametrize(
    "text",
    [
        "日本の8月の米国向け輸出は1兆6000億円で、中国向けの1兆5000億円を上回った。",
        "日本の8月の対米輸出は1兆6000億円と、対中輸出の1兆5000億円より多い。",
        "8월 일본의 대미 수출은 1조6천억 엔으로 대중 수출 1조5천억 엔보다 많았다.",
        "8月日本对美国出口1.6万亿日元,高于对中国出口的1.5万亿日元。",
    ],
)
def test_what_is_held_against_another_partner_is_of_the_same_time(text: str) -> None:
    assert told(text) == [("USA", "all", "2025-08"), ("CHN", "all", "2025-08")]


def test_what_is_held_against_another_time_is_not() -> None:
    found = told("日本の8月の対米輸出は1兆6000億円で、前年同月の1兆5000億円を上回った。")
    assert [one[2] for one in found] == ["2025-08", "2024-08"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年8月に北朝鮮の石炭2万6000トンが韓国に陸揚げされた。", ("import", "KOR", "PRK")),
        ("ロシアが北朝鮮に搬入した石油は3万トンだった。", ("import", "PRK", "RUS")),
        ("北朝鮮は中国からコメ3万トンを搬入した。", ("import", "PRK", "CHN")),
    ],
)
def test_what_comes_into_a_country_comes_from_whose_it_was(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert sides(claims_in(text, DAY)[0]) == expected


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("米商務省が発表した5月の貿易赤字は715億ドルだった。国別では日本が57億ドルだった。", "USA"),
        ("産業通商資源省が発表した5月の輸出額は572億ドルだった。", "KOR"),
        ("台湾財政部が発表した5月の輸出額は517億ドルだった。", "TWN"),
        ("ベトナム統計総局によると、5月の輸出額は395億ドルだった。", "VNM"),
        ("미국 상무부가 발표한 5월 수출액은 2790억 달러였다.", "USA"),
        ("일본 재무성이 19일 내놓은 6월 수출은 8조7천440억 엔이었다.", "JPN"),
        ("美国商务部公布,5月出口2790亿美元。", "USA"),
        ("中国商务部公布,5月出口3160亿美元。", "CHN"),
    ],
)
def test_an_office_counts_the_trade_of_its_country(text: str, home: str) -> None:
    assert claims_in(text, DAY)[0].reporter == home


@pytest.mark.parametrize(
    "text",
    [
        "ロシア税関によると、2024年の北朝鮮との貿易額は3400万ドルだった。輸出は3270万ドル、輸入は130万ドルだった。",
        "ロシア連邦税関庁のまとめでは、2024年の露朝貿易額は3400万ドルで、輸出は3270万ドル、輸入は130万ドルだった。",
        "俄罗斯海关数据显示,2024年俄朝贸易额3400万美元,出口3270万美元,进口130万美元。",
    ],
)
def test_what_russian_customs_count_is_seen_from_russia(text: str) -> None:
    assert [(one.reporter, one.partner) for one in claims_in(text, DAY)] == [("RUS", "PRK")] * 3


@pytest.mark.parametrize(
    "said", ["日本円にしておよそ340億円", "日本円でおよそ340億円", "韓国ウォンにして3100億ウォン"]
)
def test_the_name_of_a_currency_is_no_partner(said: str) -> None:
    text = f"4月の中朝貿易額は2億2950万ドル、{said}で、前月を5%上回った。"
    assert {one.partner for one in claims_in(text, DAY)} == {"CHN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "米国の高関税政策の影響で、日本の対米輸出は1兆3855億円に減った。",
            ("export", "JPN", "USA"),
        ),
        (
            "米国の関税引き上げを受け、8月の対米輸出は1兆3855億円となった。",
            ("export", "JPN", "USA"),
        ),
        ("日本税関によると、米国の対日輸出は1兆円だった。", ("export", "USA", "JPN")),
    ],
)
def test_whose_policy_moved_trade_is_not_who_trades(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert sides(claims_in(text, DAY)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮に石油精製品152万バレルが運び込まれた。うち中国からの分として報告されたのは9万8000バレル、ロシアからは19万5000バレルだった。",
        "中国から北朝鮮への石油精製品の輸出は9万8000バレル、ロシアからは19万5000バレルだった。",
    ],
)
def test_who_is_told_of_next_sells_to_the_north_too(text: str) -> None:
    assert [sides(one) for one in claims_in(text, DAY)][-2:] == [
        ("export", "CHN", "PRK"),
        ("export", "RUS", "PRK"),
    ]


def test_farm_forest_and_sea_goods_are_one_name() -> None:
    text = "日本の農林水産物・食品の輸出額は1兆5073億円だった。アルコール飲料は1337億円だった。"
    assert [one.commodity for one in claims_in(text, DAY)] == [
        "agricultural, forestry and fishery products",
        "alcoholic beverages",
    ]
