"""Korean press sentences: numerals in words, old levels before their time, what an amount is held against."""

import datetime as dt

import pytest

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.documents import load
from nktrade.reading import read


def _told(text: str, day: str = "2024-05-10", lang: str = "ko") -> list[Claim]:
    """The claims of a text, in order."""
    page = load(text.encode(), date=dt.date.fromisoformat(day), lang=lang, name="own")
    return list(read(page).claims)


def _dates(claims: list[Claim]) -> list[str]:
    return [str(one.period) for one in claims]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("밀가루 이천오백 톤을", 2500),
        ("밀가루 천팔백 톤을", 1800),
        ("비료 만이천 톤을", 12_000),
        ("정제유 십이만 배럴을", 120_000),
        ("물품 삼억 이천만 달러어치를", 320_000_000),
        ("물품 3억 이천만 달러어치를", 320_000_000),
        ("쌀 삼백오십여 톤을", 350),
    ],
)
def test_numerals_are_read_in_words(said: str, value: int) -> None:
    """Digits beside place words, from the first letter to the last."""
    assert [one.value for one in _told(f"북한은 4월 중국에서 {said} 수입했다.")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "북한에서 온 이 배는 사천성 항구에 닿았다.",
        "중국에서 넘어온 이 톤급 트럭이 세관에 섰다.",
        "이십 톤급 배가 북한으로 들어갔다.",
        "하이천 톤이라는 별명이 북한에 들어갔다.",
        "삼십 대 남성이 중국으로 나갔다.",
    ],
)
def test_words_that_only_look_like_digits_are_none(text: str) -> None:
    """This ship, the size of a ship, a name, and an age."""
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "북한의 지난해 대중 수출은 3억 달러로, 1억 달러였던 재작년의 세 배다.",
            ["2023", "2022", "2023"],
        ),
        (
            "북한의 4월 대중 수출은 3천만 달러였다. 이는 2천만 달러였던 3월의 1.5배다.",
            ["2024-04", "2024-03", "2024-04"],
        ),
        (
            "북한의 4월 대중 수출은 3천만 달러로 2천만 달러에 불과했던 전월보다 많다.",
            ["2024-04", "2024-03"],
        ),
        (
            "북한의 4월 대중 수입은 1억 달러로 9천만 달러에 그쳤던 작년 4월을 넘었다.",
            ["2024-04", "2023-04"],
        ),
        ("북한의 4월 대중 수입은 1억 달러였던 3월과 같았다.", ["2024-03"]),
    ],
)
def test_what_it_had_been_is_of_the_time_behind_it(text: str, told: list[str]) -> None:
    """And what follows is again of the time spoken of."""
    assert _dates(_told(text)) == told


def test_what_it_was_may_be_of_the_time_before_it() -> None:
    """No time behind the verb, no older level."""
    text = "2016년 28억 달러였던 북한의 수출은 2018년 2억 달러로 줄었다."
    assert _dates(_told(text)) == ["2016", "2018"]


def test_an_amount_in_brackets_owns_the_multiple_behind_it() -> None:
    """The multiple is of the month spoken of, and so is the next sentence."""
    text = "3월 북중 교역액은 7천만 달러로 2월(2천만 달러)의 3.5배로 뛰었다. 북한의 수입은 5천만 달러다."
    assert _dates(_told(text)) == ["2024-03", "2024-02", "2024-03", "2024-03"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2022년 남한의 무역총액은 1조 달러로 북한의 900배였다. 남한의 수출은 6천억 달러다.", "ko"),
        ("2022年の韓国の貿易総額は1兆ドルで、北朝鮮の900倍だった。韓国の輸出は6千億ドルだ。", "ja"),
    ],
)
def test_whose_amount_a_multiple_counts_in_is_no_partner(text: str, lang: str) -> None:
    """It is what the multiple is measured from, and the next sentence goes on about the first country."""
    told = _told(text, lang=lang)
    assert [one.partner for one in told] == ["WLD"] * 3
    assert (told[1].base, told[2].reporter) == ("versus:PRK", "KOR")


@pytest.mark.parametrize(
    "said",
    [
        "2019년의 82% 수준을 회복했다",
        "2019년의 82%를 회복했다",
        "2019년의 82% 선까지 회복했다",
        "2019년의 82% 수준이다",
    ],
)
def test_a_level_won_back_is_a_ratio(said: str) -> None:
    """It is no change of so many percent."""
    (_, ratio) = _told(f"북한의 작년 대중 수입은 20억 달러로 {said}.")
    assert (ratio.kind, ratio.base) == (Kind.RATIO, "since:2019")


def test_a_recovery_of_its_own_is_a_change() -> None:
    """Nothing is won back but the percentage itself."""
    assert _told("북한의 4월 대중 수출은 12% 회복했다.")[0].kind is Kind.CHANGE_PCT


@pytest.mark.parametrize(
    "law",
    [
        "안보리 결의 2397호(2017년 12월)는 상한을 50만 배럴로 정했다.",
        "안보리는 2017년 12월 채택한 결의로 상한을 50만 배럴로 정했다.",
        "안보리 결의 2397호가 2017년 12월 정한 상한은 50만 배럴이다.",
    ],
)
def test_when_a_resolution_was_made_is_no_period(law: str) -> None:
    """The text goes on about its own."""
    text = (
        f"북한은 올해 1~3월 정제유 12만 배럴을 들여왔다. {law} 같은 기간 러시아는 8천t을 공급했다."
    )
    assert _dates(_told(text))[-1] == "2024-01/2024-03"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2015년 남북 교역은 27억 달러였다. 이듬해에는 3억 달러로 줄었다.", "ko"),
        ("2015년 북중 교역은 54억 달러였다. 그 이듬해 교역액은 53억 달러다.", "ko"),
        ("2015年の北朝鮮の対中輸出は26億ドルだった。翌年は17億ドルに減った。", "ja"),
        ("2015年朝鲜对华出口26亿美元,次年降至17亿美元。", "zh"),
    ],
)
def test_the_next_year_is_the_one_behind_that_spoken_of(text: str, lang: str) -> None:
    """Whatever the date line says."""
    assert _dates(_told(text, lang=lang)) == ["2015", "2016"]


def test_how_long_something_lasts_is_no_period() -> None:
    """In one month is not in January, and up to last month for twelve months is not last month."""
    text = (
        "3월 대중 수출이 25.1% 줄어 지난달까지 12개월째 감소했다. 수입은 한 달 동안 10억 달러였다."
    )
    assert _dates(_told(text)) == ["2024-03", "2024-03"]


@pytest.mark.parametrize(
    ("base", "old"),
    [
        ("재작년(3만t)보다", "2022-01/2022-09"),
        ("재작년 한 해(3만t)보다", "2022"),
        ("2022년(3만t)보다", "2022"),
    ],
)
def test_a_bare_year_compared_with_has_the_same_months(base: str, old: str) -> None:
    """A whole year is called one."""
    told = _told(f"작년 1∼9월 북한이 중국에서 수입한 쌀은 {base} 많은 16만t이다.")
    assert _dates(told)[0] == old


def test_a_share_in_a_sentence_of_points_is_a_share() -> None:
    """What moved are the points, and the time of the old share is over behind it."""
    text = "2023년 중국과의 교역은 북한 교역의 98.2%다. 2022년에는 96.7%였으니 1년 사이 1.5%포인트 높아졌다."
    told = _told(text)
    assert [one.kind for one in told] == [Kind.SHARE_PCT, Kind.SHARE_PCT, Kind.CHANGE_ABS]
    assert _dates(told) == ["2023", "2022", "2023"]


@pytest.mark.parametrize("office", ["상무부 인구조사국", "지수 산정 기관", "대외투자 연구소"])
def test_what_an_office_counts_else_governs_no_figure(office: str) -> None:
    """The words before who is cited only name who tells."""
    text = f"지난해 미국은 북한에 10만 달러를 수출했다. {office} 자료에 따르면 이는 5만 달러였던 재작년의 두 배다."
    assert len(_told(text)) == 3


def test_what_is_no_trade_behind_the_source_governs_its_figure() -> None:
    """The words behind who is cited tell what is counted."""
    assert (
        len(_told("북한의 4월 대중 수출은 1억 달러였다. 통계청에 따르면 인구는 2천만 달러였다."))
        == 1
    )


@pytest.mark.parametrize("whole", ["합계", "총계", "교역 합계", "전체"])
def test_the_sum_of_rows_of_both_ways_is_trade(whole: str) -> None:
    """Where rows are exports and imports; a sum of other rows is of what they are."""
    table = f"(단위: 만 달러)\n구분 | 2023년 | 2024년\n수출 | 2,890 | 2,500\n수입 | 12,150 | 12,000\n{whole} | 15,040 | 14,500\n주: 북한의 대중국 무역"
    assert [one.flow for one in _told(table)][-2:] == ["total"] * 2


def test_the_sum_of_rows_of_one_way_is_of_that_way() -> None:
    """Exports of two goods add up to exports."""
    table = "북한의 대중 수출 (단위: 만 달러)\n구분 | 2023년 | 2024년\n석탄 | 2,890 | 2,500\n철광석 | 12,150 | 12,000\n합계 | 15,040 | 14,500"
    assert {one.flow for one in _told(table)} <= {"export"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("전달보다 220만 달러, 1년 전보다 540만 달러 많다.", [Kind.CHANGE_ABS, Kind.CHANGE_ABS]),
        ("전월보다 220만 달러, 전년보다 540만 달러 줄었다.", [Kind.CHANGE_ABS, Kind.CHANGE_ABS]),
        ("전달에는 220만 달러, 1년 전에는 540만 달러였다.", [Kind.LEVEL, Kind.LEVEL]),
        ("전달(220만 달러)보다 늘었다.", [Kind.LEVEL]),
        ("전달의 220만 달러보다 많다.", [Kind.LEVEL]),
    ],
)
def test_amounts_behind_two_times_compared_with_are_changes(text: str, kinds: list[Kind]) -> None:
    """One verb says which way both moved; what an earlier time had is a level."""
    told = _told(f"4월 중국이 북한에서 수입한 금액은 3천310만 달러다. {text}")
    assert [one.kind for one in told[1:]] == kinds


@pytest.mark.parametrize("worth", ["수입액은", "수입 금액은"])
def test_what_is_paid_behind_what_is_weighed_is_of_its_goods(worth: str) -> None:
    """Though only the sentence before names them."""
    text = f"북한의 4월 대두 수입 단가는 t당 520달러다. 물량이 1만6천t으로 늘면서 {worth} 832만 달러가 됐다."
    assert [one.commodity for one in _told(text)] == ["soybeans"] * 3


def test_all_that_is_paid_behind_what_is_weighed_is_of_all_goods() -> None:
    """The whole is called so."""
    text = "북한의 4월 대두 수입은 늘었다. 물량이 1만6천t이고 전체 수입액은 2억 달러다."
    assert _told(text)[-1].commodity == "all"


@pytest.mark.parametrize("office", ["농림축산식품부", "해양수산부", "기획재정부", "산업통상부"])
def test_a_ministry_of_the_south_tells_its_trade(office: str) -> None:
    """Where nobody is named."""
    told = _told(f"반도체 수출이 1분기 57억 달러로 30.8% 늘었다고 {office}가 3일 밝혔다.")
    assert {(one.reporter, one.partner) for one in told} == {("KOR", "WLD")}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("한국의 1분기 쌀가공식품 수출은 5천만 달러다.", "rice products"),
        ("한국의 1분기 라면 수출은 2억 달러다.", "instant noodles"),
        ("한국의 1분기 조미김 수출은 2억 달러다.", "seaweed"),
        ("한국이 이 추세라면 수출은 2억 달러에 이를 것이다.", "all"),
        ("한국의 1분기 쌀 수출은 5천만 달러다.", "rice"),
    ],
)
def test_goods_of_the_south_are_called_by_their_names(text: str, goods: str) -> None:
    """What is made of rice is no rice, and an if is no noodle."""
    assert [one.commodity for one in _told(text)] == [goods]
