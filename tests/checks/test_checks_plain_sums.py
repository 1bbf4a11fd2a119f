"""Sums of plain sentences: a print of all trade that adds up nowhere is not saved by another one that does."""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

DAY = date(2019, 7, 20)
FLOWS = {
    "en": "China's exports to North Korea were $187.4 million and imports $21.3 million in June 2019.",
    "ko": "2019년 6월 중국의 대북 수출은 1억8740만 달러, 수입은 2130만 달러였다.",
    "zh": "2019年6月中国对朝鲜出口1.874亿美元，进口2130万美元。",
    "ja": "2019年6月の中国の北朝鮮への輸出は1億8740万ドル、輸入は2130万ドルだった。",
}
RIGHT = {
    "en": "Total trade reached $208.7 million, up 5 percent from a year earlier.",
    "ko": "교역 총액은 2억870만 달러로 1년 전보다 5% 늘었다.",
    "zh": "贸易总额为2.087亿美元，同比增长5%。",
    "ja": "貿易総額は前年同期比5%増の2億870万ドルだった。",
}
WRONG = {
    "en": "Total trade reached $315.9 million, up 5 percent from a year earlier.",
    "ko": "교역 총액은 3억1590만 달러로 1년 전보다 5% 늘었다.",
    "zh": "贸易总额为3.159亿美元，同比增长5%。",
    "ja": "貿易総額は前年同期比5%増の3億1590万ドルだった。",
}
NEARLY = {
    "en": "Exports came to $181.2 million.",
    "ko": "수출은 1억8120만 달러였다.",
    "zh": "出口额为1.812亿美元。",
    "ja": "輸出額は1億8120万ドルだった。",
}
TOTAL = "Total trade was $208.7 million. "
TRUE = [
    "KITA put total trade at $220 million.",
    "According to the Korea International Trade Association, total trade was $220 million.",
    "Total trade was later revised to $220 million.",
    "Total trade including services was $220 million.",
    "Total trade had been expected to reach $220 million.",
    "Trade had been $220 million.",
    "Trade had reached $220 million a year earlier.",
    "First figures had put total trade at $220 million.",
    "Seasonally adjusted, total trade was $220 million.",
    "With oil, total trade was $220 million.",
    "On average, trade was $220 million.",
    "North Korean data showed total trade of $220 million.",
    "Trade was to reach $220 million.",
    "A month later, trade was $220 million.",
    "Trade in May was $220 million.",
    "Border trade was $120 million.",
    "In July, exports rose to $190 million. Imports were $30 million. Total trade was $220 million.",
]


OTHERS = {
    "ko": (
        "교역 총액은 2억870만 달러였다. ",
        [
            "한국무역협회는 교역 총액을 2억2천만 달러로 집계했다.",
            "북한 통계로는 교역 총액이 2억2천만 달러였다.",
            "북한의 기록으로는 교역 총액이 2억2천만 달러였다.",
            "잠정치로는 교역 총액이 2억2천만 달러였다.",
            "교역 총액은 이후 2억2천만 달러로 수정됐다.",
            "서비스를 포함한 교역 총액은 2억2천만 달러였다.",
            "7월 교역 총액은 2억2천만 달러였다.",
            "교역 총액 목표는 2억2천만 달러였다.",
            "밀수를 더하면 교역 총액은 2억2천만 달러였다.",
        ],
    ),
    "zh": (
        "贸易总额为2.087亿美元。",
        [
            "韩国贸易协会称贸易总额为2.2亿美元。",
            "朝方数据显示贸易总额为2.2亿美元。",
            "按朝鲜统计，贸易总额为2.2亿美元。",
            "初步数据显示，贸易总额为2.2亿美元。",
            "贸易总额后来修正为2.2亿美元。",
            "包括服务贸易在内，贸易总额为2.2亿美元。",
            "7月贸易总额为2.2亿美元。",
            "贸易总额目标为2.2亿美元。",
            "加上走私，贸易总额为2.2亿美元。",
        ],
    ),
    "ja": (
        "貿易総額は2億870万ドルだった。",
        [
            "韓国貿易協会は貿易総額を2億2000万ドルと集計した。",
            "北朝鮮側の統計では貿易総額は2億2000万ドルだった。",
            "北朝鮮の統計では貿易総額は2億2000万ドルだった。",
            "速報では貿易総額は2億2000万ドルだった。",
            "貿易総額はその後2億2000万ドルに修正された。",
            "サービスを含む貿易総額は2億2000万ドルだった。",
            "7月の貿易総額は2億2000万ドルだった。",
            "貿易総額の目標は2億2000万ドルだった。",
            "密輸を加えると貿易総額は2億2000万ドルだった。",
        ],
    ),
}


def accused(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The checks that accuse a figure of the text, and the figures they suspect."""
    (checked,) = nk.check(text, date=DAY, against="none").checked
    found = [one for one in checked.relations if one.severity in {Severity.ERROR, Severity.WARNING}]
    return [(one.check, one.suspect) for one in found]


@pytest.mark.parametrize("lang", FLOWS)
@pytest.mark.parametrize("is_last", [False, True])
def test_a_total_that_adds_up_nowhere_is_not_saved_by_one_that_does(
    lang: str, *, is_last: bool
) -> None:
    """Exports and imports make the one total and not the other, in whatever order they are told: that one is named."""
    told = (WRONG[lang], RIGHT[lang])[:: 1 if is_last else -1]
    found = accused(" ".join([FLOWS[lang], *told]))
    (wrong,) = {one for _, suspect in found for one in suspect}
    claims = (
        nk.check(" ".join([FLOWS[lang], *told]), date=DAY, against="none").checked[0].reading.claims
    )
    (printed,) = [one.figure.surface for one in claims if one.id == wrong]
    assert printed in WRONG[lang]


@pytest.mark.parametrize("lang", FLOWS)
def test_where_all_add_up_nobody_is_accused(lang: str) -> None:
    """The total told again agrees."""
    assert not accused(f"{FLOWS[lang]} {RIGHT[lang]} {RIGHT[lang]}")


@pytest.mark.parametrize("lang", FLOWS)
def test_plain_prints_contradict_each_other_however_near(lang: str) -> None:
    """Nothing is said of a revision, and nothing narrows either print: one of them is wrong."""
    assert {check for check, _ in accused(f"{FLOWS[lang]} {NEARLY[lang]}")} == {"misfit"}


@pytest.mark.parametrize("text", TRUE)
def test_another_count_is_no_second_print(text: str) -> None:
    """Other sources, times, parts, plans and revisions add up otherwise or not at all."""
    assert not accused(f"{FLOWS['en']} {TOTAL}{text}")


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, one) for lang, (_, texts) in OTHERS.items() for one in texts]
)
def test_another_count_is_no_second_print_in_other_languages(lang: str, text: str) -> None:
    """Other sources, times, parts, plans and revisions are told in Korean, Chinese and Japanese too."""
    total, _ = OTHERS[lang]
    assert not accused(f"{FLOWS[lang]}{total}{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose to $230.2 million.",
        "Exports to the North then climbed to $230.1 million.",
        "Exports fell to $150.2 million and imports to $10.1 million.",
        "Imports recovered to $28.8 million.",
    ],
)
def test_where_an_amount_moved_to_is_another_time(text: str) -> None:
    """Without a percentage and a time, what it rose or fell from may be what was just told."""
    assert not accused(f"{FLOWS['en']} {text}")


def test_an_amount_that_moved_by_a_percentage_is_of_the_time_spoken_of() -> None:
    """The percentage says that it moved since a year before, not since the amount just told."""
    text = f"{FLOWS['en']} Exports rose 5 percent from a year earlier to $230.2 million."
    assert {check for check, _ in accused(text)} == {"misfit"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "2019년 6월 한국무역협회 통계를 보면 중국의 대북 수출은 1억8740만 달러, 수입은 2130만 달러였다. "
            "한국무역협회 통계로는 교역 총액이 2억2천만 달러였다."
        ),
        (
            "2019年6月の韓国貿易協会の統計によると、中国の北朝鮮への輸出は1億8740万ドル、輸入は2130万ドルだった。"
            "韓国貿易協会の統計では貿易総額は2億2000万ドルだった。"
        ),
    ],
)
def test_counts_of_one_source_are_one_count(text: str) -> None:
    """Statistics whose office stands beside them are no other count."""
    assert {check for check, _ in accused(text)} == {"total"}
