"""Lists that leave nothing out add up to their whole, and shares told in a row are of one whole."""

import pytest
from told import errors

import nktrade as nk

TABLES = {
    "ja": (
        "2023年1～3月の北朝鮮の対中輸入\n\n▼品目別内訳（単位万ドル）\n繊維製品　　6,845\nプラスチック　3,120\n"
        "コメ　　　　2,938\n肥料　　　　1,577\nその他　　　{rest}\n合計　　　　46,120\n"
    ),
    "zh": (
        "2023年1至3月朝鲜自中国进口主要商品\n\n单位：万美元\n商品　金额\n纺织品　6,845\n塑料　3,120\n大米　2,938\n"
        "化肥　1,577\n其他　{rest}\n合计　46,120\n"
    ),
    "ko": (
        "2023년 1~3월 북한의 대중 수입 품목별 현황\n\n(단위: 만 달러)\n품목\t금액\n섬유제품\t6,845\n플라스틱\t3,120\n"
        "쌀\t2,938\n비료\t1,577\n기타\t{rest}\n합계\t46,120\n"
    ),
}


def held(text: str) -> set[str]:
    """The checks that were made."""
    return {one.check for one in nk.check(text, against="none").checked[0].relations}


@pytest.mark.parametrize("language", ["ja", "zh", "ko"])
def test_a_list_that_ends_with_the_rest_adds_up(language: str) -> None:
    """68.45, 31.2, 29.38, 15.77 and 316.4 million are 461.2 million."""
    text = TABLES[language].format(rest="31,640")
    assert errors(text) == []
    assert "all kinds" in held(text)
    assert errors(TABLES[language].format(rest="36,140")) == ["all kinds"]


@pytest.mark.parametrize(
    "row",
    ["未知の品目　　1,000\n", "小計　　　　14,480\n", "食料品　　　5,000\n", "コメ　　　　3,938\n"],
)
def test_a_list_with_what_may_be_counted_twice_is_not_added_up(row: str) -> None:
    """Goods that nobody knows, a subtotal, goods that hold others, goods told twice and not alike."""
    text = TABLES["ja"].format(rest="36,140").replace("その他", f"{row}その他")
    assert "all kinds" not in held(text)


def test_a_list_without_the_rest_is_not_all_there_is() -> None:
    """The goods that a table names may be the main ones."""
    text = TABLES["zh"].format(rest="36,140").replace("其他　36,140\n", "")
    assert "all kinds" not in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月,中国和俄罗斯分别向朝鲜出口成品油1.41万桶和6932桶,两国合计{}桶。",
        (
            "2023년 5월 러시아는 북한에 정제유 6,932배럴을 공급했다. 중국도 같은 달 북한에 정제유 14,100배럴을 공급해, 두 나라의 "
            "5월 공급량은 합계 {}배럴이 됐다."
        ),
        "2023年5月、ロシアは北朝鮮に石油精製品6932バレルを、中国は1万4100バレルを供給し、両国の合計は{}バレルとなった。",
    ],
)
def test_what_two_countries_sold_together_is_what_each_of_them_sold(text: str) -> None:
    """6,932 and 14,100 barrels are 21,032."""
    assert errors(text.format("21,032")) == []
    assert "members" in held(text.format("21,032"))
    assert errors(text.format("22,032")) == ["members"]


def test_more_countries_than_were_told_of_are_not_added_up() -> None:
    """What two of three sold is no more than what the three did, and may be less."""
    text = "2023年5月,中国向朝鲜出口成品油1.41万桶,俄罗斯出口6932桶。2022年同期两国合计3.2万桶。"
    assert "members" not in held(text)


POINTS = [
    "2023年,韩国对华出口占出口总额的19.5%,比上年的22.1%下降{}个百分点。",
    "북한의 2017년 대중 무역 의존도는 19.5%로 2016년의 22.1%보다 {}%포인트 하락했다.",
    "2017年の北朝鮮の貿易総額に占める中国の割合は19.5%で、前年の22.1%から{}ポイント低下した。",
]


@pytest.mark.parametrize("text", POINTS)
def test_two_shares_are_as_many_points_apart_as_is_told(text: str) -> None:
    """From 22.1 to 19.5 percent are 2.6 points."""
    assert errors(text.format("2.6")) == []
    assert "points" in held(text.format("2.6"))
    assert errors(text.format("3.6")) == ["points"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年,韩国对华出口占出口总额的19.5%,与上年的22.1%相差3.6个百分点。",
        "2023年,韩国对华出口占出口总额的19.5%,比上年的22.1%有所下降;2021年为23.1%,下降3.6个百分点。",
        "2023年,韩国对华出口占出口总额的19.5%,2022年为22.1%,2023年对美出口占比提高3.6个百分点。",
    ],
)
def test_points_of_other_shares_accuse_nobody(text: str) -> None:
    """A distance without a direction, points from another share that is told, points of another country's share."""
    assert "points" not in errors(text)


LISTED = (
    "KOTRA에 따르면 2010년 북한의 대외무역 규모는 41억7천428만 달러로 집계됐다. 수출은 15억1천314만 달러, 수입은 26억6천114만 "
    "달러였다. 대외무역을 국가별로 보면 중국이 34억6천568만 달러로 전체의 83.0%를 차지했고, 러시아 1억1천53만 달러({}), "
    "독일 6천842만 달러(1.6%) 순이었다."
)


def test_the_members_of_a_list_are_parts_of_what_its_first_share_is_of() -> None:
    """Russia's 110.53 of 4,174.28 million are 2.6 percent."""
    found = nk.check(LISTED.format("2.6%"), against="none").checked[0].relations
    assert [one.holds for one in found if one.check == "share"] == [True, True, True]
    found = nk.check(LISTED.format("7.6%"), against="none").checked[0].relations
    assert sorted(one.holds is True for one in found if one.check == "share") == [False, True, True]


SHARES = (
    "2024年朝鲜自中国进口主要商品\n\n单位：万美元、%\n序号　商品　金额　比重\n1　大豆油　9,870　{}\n2　大米　6,150　3.4\n"
    "3　化肥　5,430　3.0\n{}进口总额　183,400　100\n"
)


@pytest.mark.parametrize("row", ["", "小计　21,450　11.7\n"])
def test_the_shares_of_a_table_are_of_the_sum_that_ends_it(row: str) -> None:
    """9,870 of 183,400 are 5.4 percent; a subtotal is no whole."""
    assert errors(SHARES.format("5.4", row)) == []
    assert errors(SHARES.format("4.5", row)) == ["share"]
