"""Korean reports leave to their layout what a sentence would say: whole, month, rank, line above, heads of columns."""

import datetime as dt

import pytest

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read


def _told(text: str, day: str = "2024-05-21") -> list[Claim]:
    """The claims of a text, in order."""
    page = load(text.encode(), date=dt.date.fromisoformat(day), lang="ko", name="own")
    return list(read(page).claims)


def _dates(claims: list[Claim]) -> list[str]:
    return [str(one.period) for one in claims]


@pytest.mark.parametrize("said", ["연간 누계로는", "(연간누계)", "올해 누적"])
def test_so_far_this_year_ends_with_the_day_spoken_of(said: str) -> None:
    """And what follows is again of the days spoken of."""
    told = _told(f"5월 1일~20일 수출 327억 달러.\n{said} 수출 2,529억 달러.\n수입 331억 달러.")
    month, so_far = "2024-05-01/2024-05-20", "2024-01-01/2024-05-20"
    assert _dates(told) == [month, so_far, month]


def test_a_sum_since_january_ends_with_the_day_named() -> None:
    """This month's twentieth is of the date line."""
    told = _told("올해 들어 이달 20일까지 무역수지는 35억 달러 흑자였다.", "2024-10-21")
    assert _dates(told) == ["2024-01-01/2024-10-20"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "올해 북한의 대중 수출은 2억 달러였다. 12월만 보면 수입이 3억 달러였다. 같은 달 수출은 2천만 달러였다.",
            "2018-12",
        ),
        (
            "8월 한국 수출은 579억 달러였다. 1~8월 수출은 4,502억 달러였다. 같은 기간 수입은 4,200억 달러였다.",
            "2018-01/2018-08",
        ),
        (
            "1분기 북중 교역액은 4억 달러였다. 월별로는 1월 1억 달러, 2월 1억 달러, 3월 2억 달러. 같은 기간 수출은 1억 달러였다.",
            "2018-01/2018-03",
        ),
    ],
)
def test_the_same_month_or_period_is_the_one_told_last(text: str, last: str) -> None:
    """A sum just told, or the whole of what was told month by month."""
    assert _dates(_told(text, "2018-12-31"))[-1] == last


def test_a_level_compared_with_leaves_the_month_spoken_of() -> None:
    """The change behind it is of that month, and so is the next sentence."""
    text = (
        "러시아는 지난 3월 북한에 정제유 6천 배럴을 공급했다. 2월 공급량 5천 배럴보다 20% 많은 양이다. "
        "중국도 같은 달 1만 배럴을 보냈다."
    )
    assert _dates(_told(text)) == ["2024-03", "2024-02", "2024-03", "2024-03"]


def test_a_percentage_in_brackets_behind_partners_is_their_share() -> None:
    """Ranked partners go on with trade, not with the imports told between."""
    text = (
        "2017년 북한의 대외무역은 55억 달러였다. 최대 교역국인 중국과의 교역은 52억 달러였다. "
        "대중 수출은 16억 달러, 수입은 36억 달러였다. 2위 러시아는 7천만 달러(1.4%)였다."
    )
    amount, share = _told(text)[-2:]
    assert all({one.reporter, one.partner} == {"PRK", "RUS"} for one in (amount, share))
    assert {str(one.flow) for one in (amount, share)} == {"total"}
    assert share.kind.value == "share_pct"


def test_a_share_that_names_its_whole_alone_is_of_the_partner_before() -> None:
    """So is the share of the year before, in brackets."""
    text = (
        "2020년 북한의 대외교역은 8억 달러였다. 대중 교역은 7억 달러였다. "
        "전체 교역의 88%를 차지했지만 전년(95%)보다 낮았다."
    )
    now, before = _told(text, "2021-07-16")[-2:]
    assert [(one.partner, str(one.period)) for one in (now, before)] == [
        ("CHN", "2020"),
        ("CHN", "2019"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("전년 동기 대비 한국 수출은 1.5%(4.9억 달러) 증가했다.", "change_abs"),
        ("한국의 반도체 수출은 60억 달러로 두 배 넘게(116.4%) 급증했다.", "change_pct"),
        ("9월 북한의 쌀 수입은 3천 톤이다. 8월보다 500톤이 많습니다.", "change_abs"),
        ("지난해 북한의 석탄 수출은 전년 12억 달러의 3분의 1 수준으로 급감했다.", "ratio"),
    ],
)
def test_what_a_figure_comes_to_takes_its_sort_from_the_verb(text: str, kind: str) -> None:
    """Brackets, particles and heights between figure and verb do not part them."""
    assert _told(text)[-1].kind.value == kind


def test_of_two_limits_of_which_the_lower_holds_both_are_limits() -> None:
    """None of them is what was sold."""
    text = "결의 2321호는 북한의 석탄 수출을 연간 4억 달러 또는 750만 톤 중 적은 쪽으로 제한했다."
    assert {one.kind.value for one in _told(text)} == {"cap"}


@pytest.mark.parametrize("owner", ["KOR", "CHN"])
def test_all_trade_of_another_country_is_with_everybody(owner: str) -> None:
    """In a text on the North too, where it is what the North is held against."""
    name = {"KOR": "남한", "CHN": "중국"}[owner]
    told = _told(f"작년 북한의 대외무역은 73억 달러였다. {name}의 무역총액은 1조 달러였다.")
    assert [(one.reporter, one.partner) for one in told] == [("PRK", "WLD"), (owner, "WLD")]


def test_exports_told_market_by_market_go_to_the_country_named() -> None:
    """No particle says so: 베트남 수출."""
    told = _told("4월 한국의 대중 수출은 105억 달러였다. 베트남 수출은 48억 달러였다.")
    assert [(one.reporter, one.partner) for one in told] == [("KOR", "CHN"), ("KOR", "VNM")]


def test_money_received_came_in_for_goods_that_went_out() -> None:
    """A sum of the size of a price is none where words say that it is a sum."""
    text = "소식통은 지난달 북한에서 구리 3톤이 중국으로 넘어갔다며 톤당 3만3천 위안씩 모두 9만9천 위안을 받았다고 했다."
    told = _told(text)
    assert [(one.kind.value, str(one.flow), one.reporter) for one in told] == [
        ("level", "export", "PRK"),
        ("unit_price", "export", "PRK"),
        ("level", "export", "PRK"),
    ]


def test_a_dashed_line_is_of_the_country_above_it() -> None:
    """The line above says with whom; trade with all was what the text began with."""
    text = "2021년 북한의 대외무역은 7억 달러.\n○ 대중 무역은 6억8천만 달러.\n  - 수출 5천만 달러, 수입 6억 달러."
    assert [one.partner for one in _told(text)] == ["WLD", "CHN", "CHN", "CHN"]


def test_a_table_is_told_by_rank_year_and_what_stands_left_of_a_column() -> None:
    """The second cell of words names the row; a change has flow and time of the amounts before it."""
    text = (
        "북한의 대외무역 (단위: 백만 달러, %)\n\n"
        "| 순위 | 국가 | 2012 | 2013 | 증감률 |\n|---|---|---|---|---|\n"
        "| 1 | 중국 | 6,013 | 6,545 | 8.8 |\n| 2 | 러시아 | 76 | 104 | 36.8 |\n"
    )
    told = _told(text, "2014-12-23")
    assert [(one.partner, str(one.period), one.kind.value) for one in told] == [
        (partner, year, kind)
        for partner in ("CHN", "RUS")
        for year, kind in (("2012", "level"), ("2013", "level"), ("2013", "change_pct"))
    ]


def test_the_sum_of_both_ways_and_its_change_are_trade() -> None:
    """The change is not of the exports before."""
    text = (
        "남북교역 (단위: 백만 달러)\n\n| 연도 | 반입 | 반출 | 합계 | 증감률 |\n|---|---|---|---|---|\n"
        "| 2016 | 186 | 147 | 333 | △87.7 |\n| 2018 | 11 | 21 | 31 | 3,333.3 |\n"
    )
    assert [str(one.flow) for one in _told(text)] == ["import", "export", "total", "total"] * 2


def test_units_above_a_table_without_a_header_name_its_columns() -> None:
    """The second column is of changes."""
    text = "4월 한국의 주요 품목별 수출(백만 달러, 전년 동월 대비 %)\n반도체   5,312   △23.5\n승용차   3,604   110.1\n"
    told = _told(text)
    assert [one.kind.value for one in told] == ["level", "change_pct"] * 2
    assert [one.sign for one in told[1::2]] == ["-", "+"]
