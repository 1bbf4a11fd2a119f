"""Goods that a sentence begins with are those of the first trade it tells."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2026, 11, 3)
FRONTED = [
    ("For tungsten ore, exports to China fell by 3 per cent.", "tungsten ore"),
    ("In textiles, exports to China rose to $5 million.", "textiles"),
    ("For electrical machinery (chapter 85), imports from the DPRK were $1.96 million.", "electrical equipment"),
    ("In coal, trade with China reached $5 million.", "coal"),
    ("For textiles, once a key industry, exports to China rose to $5 million.", "textiles"),
]  # fmt: skip
NAMED = [
    ("In food aid, China sent the North 5 tons of rice.", "rice"),
    ("Coal aside, exports to China rose to $5 million.", "all"),
    ("In coal, trade with China grew. Exports in all came to $5 million.", "all"),
    ("In May, exports to China rose to $5 million.", "all"),
]


@pytest.mark.parametrize(("text", "goods"), FRONTED)
def test_goods_before_a_clause_are_its_goods(text: str, goods: str) -> None:
    """Exports without a name are exports of them."""
    assert claims_in(text, DAY)[-1].commodity == goods


@pytest.mark.parametrize(("text", "goods"), NAMED)
def test_goods_that_a_clause_names_are_its_own(text: str, goods: str) -> None:
    """And the next sentence is told anew."""
    assert claims_in(text, DAY)[-1].commodity == goods
