"""Fractions in words: what share they admit, and what they are held against."""

from datetime import date
from fractions import Fraction

import pytest

import nktrade as nk
from nktrade.documents import load
from nktrade.reading import read

DAY = date(2012, 8, 24)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "Coal made up half of North Korea's exports to China in July.", 42, 58),
        ("en", "Coal made up a third of North Korea's exports to China in July.", 30, 37),
        ("en", "Coal made up two thirds of North Korea's exports to China in July.", 63, 70),
        ("en", "Coal made up a quarter of North Korea's exports to China in July.", 23, 27),
        ("en", "Coal made up a tenth of North Korea's exports to China in July.", 9, 11),
        ("ko", "7월 북한의 대중 수출에서 석탄이 3분의 1을 차지했다.", 30, 37),
        ("zh", "7月朝鲜对华出口中，煤炭占三分之一。", 30, 37),
        ("ja", "7月の北朝鮮の対中輸出のうち石炭が3分の1を占めた。", 30, 37),
    ],
)
def test_a_fraction_in_words_reaches_towards_its_neighbours(
    lang: str, text: str, low: int, high: int
) -> None:
    """It was rounded to a fraction that people say, not to a decimal."""
    (claim,) = read(load(text.encode(), date=DAY, lang=lang)).claims
    printed = claim.figure.amount.printed
    assert Fraction(low) in printed
    assert Fraction(high) in printed
    assert Fraction(low - 3) not in printed
    assert Fraction(high + 3) not in printed


@pytest.mark.parametrize(
    "text",
    [
        "Coal made up a fifth of North Korea's $100 million of exports to China in July.",
        "Coal made up a fifth of Pyongyang's $100 million in shipments to China in July.",
        "In July, coal made up a fifth of the $100 million that North Korea exported to China.",
    ],
)
def test_the_whole_of_a_share_is_of_all_goods(text: str) -> None:
    """Whoever owns the whole, its goods are not those of the part."""
    part, whole = read(load(text.encode(), date=DAY, lang="en")).claims
    assert (part.commodity, part.kind.value) == ("coal", "share_pct")
    assert (whole.commodity, whole.reporter, whole.partner) == ("all", "PRK", "CHN")


def test_a_fraction_behind_a_share_word_is_a_share() -> None:
    """Nothing need stand behind it."""
    text = (
        "North Korea's exports to China were $100 million in July, of which coal made up a quarter."
    )
    _, part = read(load(text.encode(), date=DAY, lang="en")).claims
    assert (part.figure.surface, part.commodity, part.kind.value) == (
        "a quarter",
        "coal",
        "share_pct",
    )


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("came to $1.88 million in July, a third of the $5.8 million it managed a year ago.", True),
        (
            "came to $1.88 million in July, a third of the $7.8 million it managed a year ago.",
            False,
        ),
        ("came to $31.2 million in July, half of the $64.9 million it managed a year ago.", True),
        ("came to $31.2 million in July, half of the $84.9 million it managed a year ago.", False),
    ],
)
def test_a_part_of_an_older_level_is_a_multiple_of_it(text: str, *, holds: bool) -> None:
    """No share of one month's exports: the same flow, a year apart, held at what the words admit."""
    report = nk.check(f"North Korea's exports to China {text}", date=DAY.isoformat(), against=())
    level, part, older = report.checked[0].reading.claims
    assert (part.kind.value, part.base) == ("ratio", "year_earlier")
    assert older.period == level.period.shifted(-12)
    assert (older.reporter, older.partner, older.flow) == ("PRK", "CHN", level.flow)
    assert any(one.severity for one in report.checked[0].relations) is not holds


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("half as much again as", "1.5"),
        ("a third as much again as", "1.3"),
        ("half as much as", "0.5"),
    ],
)
def test_as_much_again_is_on_top(words: str, times: str) -> None:
    """Half as much again is one and a half."""
    text = f"North Korea bought {words} the 8,270 tons of fertilizer that it took in July 2011."
    part, _ = read(load(text.encode(), date=DAY, lang="en")).claims
    assert (part.kind.value, f"{float(part.figure.amount.value):.1f}") == ("ratio", times)
