"""Two counts side by side, two other sides that a sentence names, and an older level told aside."""

import pytest

import nktrade as nk
from nktrade.core.claims import Claim
from nktrade.core.codes import Severity


def told(text: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return nk.check(text, date="2025-09-14", against="none").checked[0].reading.claims


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("China exported $62 billion of goods to Russia in July. With North Korea Moscow admits to $34 million.", ("total", "RUS", "PRK")),
        ("China exported $62 billion of goods to Russia in July. With Vietnam, Thailand reported $2 billion.", ("total", "THA", "VNM")),
        ("China's imports from Russia were $7 billion in July. With Russia, China had $6 billion the year before.", ("import", "CHN", "RUS")),
        ("China's exports to Vietnam were $14 billion in May. For July they were $12 billion.", ("export", "CHN", "VNM")),
        ("Japan's imports from Chile came to $700 million in June. In July they were $500 million.", ("import", "JPN", "CHL")),
    ],
)  # fmt: skip
def test_two_other_sides_have_a_trade_of_their_own(text: str, sides: tuple[str, ...]) -> None:
    """Whom a sentence names beside with whom is spoken of is no part of the trade before."""
    last = told(text)[-1]
    assert (last.flow, last.reporter, last.partner) == sides


@pytest.mark.parametrize(
    ("text", "traded"),
    [
        ("Beijing counted exports of $28.2 billion in 2024. The gap in each direction was about $0.6 billion.", 1),
        ("China's exports were $28 billion in 2024, Astana's imports $29 billion; the statistical gap was $1 billion.", 2),
        ("China's exports were $28.2 billion and imports $15.6 billion in 2024. The gap between the two was $12.6 billion.", 3),
    ],
)  # fmt: skip
def test_a_gap_between_counts_is_no_balance(text: str, traded: int) -> None:
    """By how much two offices differ is nobody's deficit."""
    assert len(told(text)) == traded


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("9月出口5774吨，比8月的6146吨下降6.1%。金额2.41亿美元，8月为2.48亿美元，每公斤均价由40.4美元升至41.7美元。", ["2025-08", "2025-09"]),
        ("5月出口300吨，金额3000万美元，4月为2000万美元，均价由每吨8万美元升至10万美元。", ["2025-04", "2025-05"]),
    ],
)  # fmt: skip
def test_a_price_moves_on_from_the_level_told_aside(text: str, periods: list[str]) -> None:
    """金额8月为2.48亿，均价由40.4升至41.7: the first price is of August, the second not."""
    assert [str(one.period) for one in told(text)[-2:]] == periods


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Kazakhstan and China disagree. Astana counted $43.8 billion in 2024: exports of $15.0 billion and imports of $28.8 billion.", False),
        ("China's exports to the world were $3.6 billion in May 2024. Its exports to Japan were $5.1 billion in May 2024.", True),
    ],
)  # fmt: skip
def test_both_ways_behind_a_level_may_make_it_up(text: str, accused: bool) -> None:  # noqa: FBT001
    """What both ways add up to is their total, whatever way it was read to be."""
    (one,) = nk.check(text, date="2025-07-31", against="none").checked
    assert any(each.severity is Severity.ERROR for each in one.relations) is accused
