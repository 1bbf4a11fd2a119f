"""A value, a quantity and a price are held together where they may tell of one sale."""

import pytest
from told import errors


@pytest.mark.parametrize(
    "text",
    [
        "China bought 1.2 million tons of North Korean coal in May 2016 for $90 million, or $57 a ton.",
        "North Korea sold China 40,000 tons of iron ore at $70 a ton for $4.1 million.",
        "In May 2016 China bought 1.2m tons of coal from North Korea for $90m. It paid $57 a ton in May 2016.",
    ],
)
def test_a_price_that_does_not_make_the_value_is_an_error(text: str) -> None:
    """In one sentence, or in two that both tell the month."""
    assert errors(text) == ["unit value"]


@pytest.mark.parametrize(
    "text",
    [
        "The ship took 26,500 tons of North Korean coal worth $2.99m to China. China paid $70 a ton for it.",
        "In June 2018 the North shipped 750,000 tons of coal to China, 13,600 tons per voyage, at $75 a ton, for $56m.",
        "In June 2018 the North shipped coal worth $56m to China, 13,600 tons per vessel, at $75 a ton.",
        "2016年8月に羅先から仕入れたズワイガニは120トン、960万元を払った。冷凍車が列をなす。同じカニを市内の料理店は1キロ240元で出す。",
    ],
)
def test_a_price_of_another_sale_accuses_nobody(text: str) -> None:
    """Undated sentences may tell of two sales, and a load has not the value of all."""
    assert errors(text) == []
