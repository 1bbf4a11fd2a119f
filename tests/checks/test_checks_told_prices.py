"""Changes of prices, what a year's rate is, and what can stand for what a figure is held to."""

import pytest
from told import errors

import nktrade as nk


def held(text: str) -> dict[str, bool | None]:
    """The checks that were made, and whether they hold."""
    return {one.check: one.holds for one in nk.check(text, against="none").checked[0].relations}


PRICES = [
    ("2025年前7个月,越南出口大米547万吨,每吨均价为510美元,较去年同期的632美元下降{}%。", "19.3", "13.9"),
    ("2024년 베트남의 대중 쌀 수출 단가는 t당 505달러로 전년의 601달러보다 {}% 떨어졌다.", "16.0", "61.0"),
    ("2025年3月のベトナムのコーヒー輸出の1トン当たりの平均価格は5743ドルと、前年同月の3455ドルから{}%上がった。", "66.2", "56.2"),
    ("2025年3月のベトナムのコーヒー輸出は14万8千トンで、平均単価は1トン5743ドルと、前年同月の3455ドルから{}%上がった。", "66.2", "26.6"),
    ("2025年3月,中国自蒙古进口煤炭700万吨,均价每吨80.5美元,比上年同期的115.2美元低{}%。", "30.1", "31.0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "percent", "slip"), PRICES)
def test_a_price_changes_as_is_told(text: str, percent: str, slip: str) -> None:
    """The two prices and the change stand in a row, the old price and the change in one clause."""
    assert held(text.format(percent))["price change"] is True
    assert errors(text.format(slip)) == ["price change"]


@pytest.mark.parametrize(
    "text",
    [
        "2025年前7个月,越南出口大米547万吨,每吨均价为510美元,2024年同期为632美元,出口额下降16.9%。",
        "2024년 베트남의 쌀 수출은 900만t으로 11.7% 늘었고, t당 단가는 505달러로 전년의 601달러보다 낮았다.",
        "2025年3月のベトナムのコーヒー輸出は14万8千トンと21.7%減り、単価は1トン5743ドルで前年同月は3455ドルだった。",
    ],
)
def test_a_change_of_something_else_is_none_of_the_price(text: str) -> None:
    """The value fell, the tons rose."""
    assert "price change" not in errors(text)


PANELS = "북한이 2024년 중국에서 들여온 태양전지판은 1천980만 달러어치였다. 2023년의 495만 달러에서 한 해 만에 {}배로 뛰었다."


def test_what_was_traded_in_a_year_is_no_other_number_a_year() -> None:
    """4.95 million in the year 2023 is the level of 2023."""
    assert held(PANELS.format("4"))["multiple"] is True
    assert held(PANELS.format("3"))["multiple"] is not True


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("북한의 2023년 대중 수출은 연간 495만 달러였다.", None),
        ("2023年の北朝鮮の対中輸出は年間495万ドルだった。", None),
        ("북한은 매년 중국에 495만 달러어치를 수출한다.", "per_year"),
        ("2023年1～6月の北朝鮮の対中輸出は年間495万ドルのペースだった。", "per_year"),
    ],
)
def test_a_rate_of_the_time_told_is_its_level(text: str, rate: str | None) -> None:
    """Of half a year, or of no time that is told, it stays a rate."""
    (claim,) = nk.read_claims(nk.load(text.encode()))
    assert claim.rate == rate


COFFEE = (
    "ベトナムのコーヒー輸出は2025年3月、14万8千トンで、前年同月の18万9千トンから21.7%減った。主な輸出先はドイツの2万2千トン"
    "（輸出量の{}%）、イタリアの1万5千トン（同10.1%）、日本の1万2千トン（同8.1%）。"
)


def test_a_sum_is_no_share_of_another_year() -> None:
    """22 and 15 thousand tons are 19.4 percent of 189 thousand by chance alone."""
    assert errors(COFFEE.format("14.9")) == []
    assert errors(COFFEE.format("19.4")) == ["share"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "北朝鮮が2021年2月から5月までに中国・寧波沖へ運んだ石炭は36万4千トン。航海は41回で、1回当たり約8900トンの計算になる。"
            "前年同期の160万トンに比べ、23%の水準にとどまった。"
        ),
        "2021年2至5月,朝鲜运往中国宁波附近海域的煤炭为36.4万吨,共41航次,每航次约8900吨,仅为去年同期160万吨的23%。",
    ],
)
def test_a_multiple_that_is_true_of_an_amount_before_it_accuses_nobody(text: str) -> None:
    """364,000 tons are 23 percent of 1.6 million; the load of one voyage is not meant."""
    assert errors(text) == []


def test_an_undated_text_is_not_measured_from_a_year_that_nobody_names() -> None:
    """Nobody says which year the same time of last year was of."""
    text = "2025年前7个月,越南出口大米547万吨,增长3%,去年同期为632万吨。"
    bases = [one.base for one in nk.read_claims(nk.load(text.encode()))]
    assert not any(base and base.startswith("since") for base in bases)


@pytest.mark.parametrize(
    "text",
    [
        "2024年1至2月中国向朝鲜供应成品油0.61万桶。俄罗斯供应4.63万桶,是2023年同期5.2万桶的七成。",
        "2022年前10个月,中国向朝鲜提供成品油1.97万吨。2022年10月为8500吨,是2022年9月2900吨的两倍。",
    ],
)
def test_a_multiple_is_no_better_for_what_others_or_other_months_were(text: str) -> None:
    """Some amount of another seller or month is twice some other by chance."""
    assert held(text)["multiple"] is False
