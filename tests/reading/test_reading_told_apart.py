"""What is told apart from trade as a whole: harvests, regimes of customs, the North in passing, hedges before a base."""

import pytest

import nktrade as nk
from nktrade.core.claims import Claim

HARVESTS = [
    (
        "올해 북한의 쌀 생산량은 215만t이었다. 지난해 211만t보다 4만t(1.9%) 늘었다. 대중 쌀 수입은 11만t이었다.",
        "11만t",
    ),
    (
        "今年朝鲜粮食产量为482万吨。其中大米215万吨，玉米161万吨。同期从中国进口大米11万吨。",
        "11万吨",
    ),
    (
        "北朝鮮の穀物生産は451万トンだった。うちコメ207万トン。中国からの輸入はコメ5万6千トンだった。",
        "5万6千トン",
    ),
    (
        "몽골의 석탄 생산량은 9천만t이다. 전년보다 1천만t 많다. 이 가운데 8천380만t을 수출했다.",
        "8천380만t",
    ),
    ("智利的铜产量为550万吨，比上年增加20万吨。其中出口480万吨。", "480万吨"),
]
REGIMES = [
    (
        "Liaoning's trade with North Korea came to 2.94 billion yuan in the first quarter of 2024, up 27.3 percent. Such "
        "processing trade came to 160 million yuan a year earlier."
    ),
    "2023年中朝贸易额22.95亿美元，增长137%。加工贸易进出口3.1亿美元，上年为1.2亿美元。",
    "지난해 북중 교역액은 22억9천만 달러로 137% 늘었다. 위탁가공 교역은 전년 1억2천만 달러였다.",
    "昨年の中朝貿易は22億9千万ドルで137％増えた。加工貿易は3億1千万ドルで、前年の1億2千万ドルから伸びた。",
    (
        "North Korea's trade with Russia rose 60 percent to $80 million in 2024. Barter trade had come to $20 million in 2023."
    ),
]
HEDGED = [
    ("2017年煤炭进口量为482.6万吨，不到2016年2249万吨的四分之一。", "less_than"),
    ("前11个月购入大米21.4万吨，超过2016年全年5.6万吨的三倍。", "more_than"),
    ("9月贸易额为6990万美元，接近8月2877万美元的2.5倍。", "nearly"),
    ("2017年出口12亿美元，不到进口额36亿美元的三分之一。", "less_than"),
    ("2017年出口6亿美元，超过2016年5亿美元的1.1倍。", "more_than"),
    ("2017年出口6亿美元，是2016年3亿美元的两倍。", "exact"),
]
MONTHS_BEFORE = [
    "4月对美出口330.2亿美元，较去年4月的418亿美元下降21.0%。",
    "4月份出口9650万美元，比去年4月的8810万美元增加9.5%。",
    "1至4月对韩出口120亿美元，比去年1至4月的110亿美元增长9.1%。",
    "3月自俄进口原油835万吨，较上年3月的913万吨下降8.5%。",
    "2月出口9650万美元，与去年2月的8810万美元相比增加9.5%。",
]


def told(text: str, day: str = "2025-05-09") -> tuple[Claim, ...]:
    """The claims of a text."""
    return nk.check(text, date=day, against="none").checked[0].reading.claims


@pytest.mark.parametrize(("text", "traded"), HARVESTS)
def test_what_names_no_flow_goes_on_about_a_harvest(text: str, traded: str) -> None:
    """Sentences behind a harvest tell more of it until one names a flow."""
    assert [one.figure.surface for one in told(text)] == [traded]


@pytest.mark.parametrize("text", REGIMES)
def test_a_regime_of_customs_is_a_scope(text: str) -> None:
    """Processing trade of last year is no base of what all trade rose from."""
    first, *_, last = told(text)
    assert (first.scope, last.scope) in {
        (None, "processing trade"),
        (None, "barter trade"),
    }


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_a_hedge_before_the_base_is_of_the_part(text: str, hedge: str) -> None:
    """不到2016年2249万吨的四分之一 is less than a quarter."""
    assert told(text, "2018-01-12")[-1].amount.approx.value == hedge


@pytest.mark.parametrize("text", MONTHS_BEFORE)
def test_a_month_behind_a_comparison_with_last_year_is_of_it(text: str) -> None:
    """较去年4月的418亿 is of April of the year before."""
    periods = [one.period for one in told(text)[:2]]
    assert [one and one.first.year for one in periods] == [2025, 2024]


def test_the_north_in_passing_takes_no_part_in_trade_by_far_larger() -> None:
    """Exports of 303.7 billion dollars are with everybody, though the last line names North Korea."""
    large = (
        "China's exports rose 2.4 percent to $303.7 billion in September. Imports edged up to $222.0 billion. "
        "North Korea took $175.6 million of Chinese goods."
    )
    assert [one.partner for one in told(large)] == ["WLD", "WLD", "WLD", "CHN"]
    small = "China's exports to North Korea rose to $175.6 million in September. Imports were $37.0 million."
    assert [one.partner for one in told(small)] == ["PRK", "PRK"]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("유조선이 절반이면 84만5천 배럴, 90%면 152만 배럴을 북한에 실어 날랐다는 계산이다.", []),
        ("북한으로 간 정제유는 적재율 60%라면 30만 배럴이다.", []),
        (
            "北朝鮮への石油精製品は、積載が50％なら61万6千バレル、90％であれば110万8千バレルに上る。",
            [],
        ),
        ("北朝鮮が輸入した石油精製品は満載の3割だとすれば20万バレルになる。", []),
        ("원유가 북한 수입의 90%면 큰 몫이다. 북한의 수입은 5억 달러였다.", []),
        ("북한의 대중 수출에서 석탄이 차지하는 비중은 90%로, 4억 달러였다.", ["90%"]),
    ],
)
def test_a_percentage_that_is_only_supposed_is_no_share(text: str, shares: list[str]) -> None:
    """90%면 152만 배럴 says how full ships may have been."""
    found = [one.figure.surface for one in told(text) if one.kind.value == "share_pct"]
    assert found == shares


@pytest.mark.parametrize("again", ["the same items", "the same goods", "those same goods"])
def test_the_same_goods_are_those_told_before(again: str) -> None:
    """In 2022 the same items fetched 11.7 million."""
    text = f"China bought $167 million of wigs from North Korea in 2023. In 2022 {again} had fetched $11.7 million."
    assert [one.commodity for one in told(text)] == ["wigs", "wigs"]
