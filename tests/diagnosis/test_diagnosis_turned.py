"""A balance tells in words whose it is; exports and imports of another sentence may be seen from that side."""

import pytest

from nktrade import check

TURNED = [
    (
        "Trade between China and North Korea reached $2.51 billion in 2025. Imports came to $2.13 billion. Exports were $380 million. North Korea was ${} billion in the red.",
        ("1.75", "1.57"),
    ),
    (
        "Turnover between Russia and North Korea stood at $34.0 million in 2023. Imports were $33.2 million. Exports were put at $0.8 million. The North ran a deficit of ${} million.",
        ("32.4", "23.4"),
    ),
    (
        "2025年中国和朝鲜贸易额为25.1亿美元。进口21.3亿美元。出口3.8亿美元。朝鲜逆差{}亿美元。",
        ("17.5", "15.7"),
    ),
    (
        "2025年中国和朝鲜贸易额为25.1亿美元。出口3.8亿美元。进口21.3亿美元。朝鲜逆差{}亿美元。",
        ("17.5", "17.8"),
    ),
    (
        "2025년 중국과 북한의 교역액은 25억1000만달러였다. 수입은 21억3000만달러였다. 수출은 3억8000만달러였다. 북한의 무역적자는 {}만달러였다.",
        ("17억5000", "15억7000"),
    ),
    (
        "2025年の中国と北朝鮮の貿易額は25億1000万ドルだった。輸入は21億3000万ドルだった。輸出は3億8000万ドルだった。北朝鮮の赤字は{}万ドルだった。",
        ("17億5000", "15億7000"),
    ),
]


def accusations(text: str) -> list[str]:
    """The checks that some figure of a text fails."""
    (checked,) = check(text, against="none").checked
    return [one.check for one in checked.relations if one.holds is False]


@pytest.mark.parametrize(("text", "deficits"), TURNED)
def test_a_balance_that_closes_seen_from_its_own_side_accuses_nobody(
    text: str, deficits: tuple[str, str]
) -> None:
    """Its size must be the gap from either side: the true one is not accused, the misprinted one is."""
    true, misprinted = deficits
    assert accusations(text.format(true)) == []
    assert accusations(text.format(misprinted)) == ["balance"]


def test_sides_that_stand_in_the_words_are_not_turned() -> None:
    """China's exports and imports, each called so, leave no room for China's deficit where it sold more."""
    text = (
        "China's exports to North Korea were $2.13 billion in 2025. China's imports from North Korea were "
        "$380 million. China's deficit with North Korea was $1.75 billion."
    )
    assert accusations(text) == ["balance"]
