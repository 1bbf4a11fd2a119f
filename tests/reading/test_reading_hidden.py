"""Words that look like goods, countries or shares of trade and are none."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.documents import load
from nktrade.reading import read

DAY = date(2023, 10, 2)


def _claims(text: str) -> tuple[Claim, ...]:
    return read(load(text.encode(), date=DAY, lang="en")).claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Assuming that tankers were 90 per cent laden, North Korea imported 1.5 million barrels of oil.",
        "At 33 per cent laden, the ships that called at Nampo in May brought 557,000 barrels to North Korea.",
        "North Korea exported gold that was 92 percent pure, worth $3 million, to China in May.",
        "A firm that is 51 percent owned by a Chinese partner exported $3 million of wigs to China in May.",
    ],
)
def test_what_is_laden_pure_or_owned_is_no_share_of_trade(sentence: str) -> None:
    """The percentage is of a ship, an ore or a firm; the amount beside it stays a claim."""
    (claim,) = _claims(sentence)
    assert claim.kind is Kind.LEVEL


def test_a_load_beside_its_tons_stays_a_level() -> None:
    """A ship laden with tons carries them; a share of the laden tons stays a share."""
    (claim,) = _claims("In May a ship laden with 5,200 tons of coal left North Korea for China.")
    assert (claim.commodity, float(claim.value)) == ("coal", 5200)


def test_a_paper_that_is_told_something_is_no_goods() -> None:
    """The paper is who was told; rolls of paper are goods."""
    told = _claims(
        "North Korea sold China 300 tons of coal in May, a source told the paper on Monday."
    )
    sold = _claims("North Korea sold China 300 tons of paper in May.")
    assert [one.commodity for one in (*told, *sold)] == ["coal", "paper"]


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("United States dollars", "USD"),
        ("US dollars", "USD"),
        ("Australian dollars", "AUD"),
        ("Japanese yen", "JPY"),
        ("Russian rubles", "RUB"),
    ],
)
def test_a_currency_hides_the_country_in_its_name(unit: str, code: str) -> None:
    """A table in Australian dollars is not about Australia."""
    text = (
        f"North Korea's seafood exports to China (thousands of {unit})\n"
        "Year Squid Crab Total\n2015 46,120 18,310 64,430\n2016 51,870 22,440 74,310\n"
    )
    found = _claims(text)
    assert {(one.figure.unit, one.reporter, one.partner) for one in found} == {(code, "PRK", "CHN")}
    assert [one.commodity for one in found] == ["squid", "crab", "seafood"] * 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "As steel mills cut orders, China imported 1.86 million tons of iron ore from North Korea in 2012."),
        ("zh", "受钢铁业下滑拖累，2012年中国自朝鲜进口铁矿石186.4万吨，金额2.45亿美元。"),
        ("ko", "제철소 수요가 줄면서 2012년 중국은 북한에서 철광석 186만t을 수입했다."),
        ("ja", "製鉄所の需要が減り、2012年に中国は北朝鮮から鉄鉱石186万トンを輸入した。"),
    ],
)  # fmt: skip
def test_an_industry_is_no_goods(lang: str, text: str) -> None:
    """Who makes steel buys ore: the figure is of the ore."""
    found = read(load(text.encode(), date=DAY, lang=lang)).claims
    assert {one.commodity for one in found} == {"iron ore"}
