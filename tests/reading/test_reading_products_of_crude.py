"""Beside crude, products are what is made of it; elsewhere, and with a word of their own, they are not."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2025, 6, 20)
REFINED = [
    "Oil export revenue was $15.8 billion in May, of which $9.2 billion came from crude and $6.6 billion from products.",
    "Russia's exports of crude were $9.2 billion in May and those of products $6.6 billion.",
    "China's crude imports were 12.1 million tons in March; imports of products were 2.2 million tons.",
    "Russia exported crude worth $9.2 billion in May, and products worth $6.6 billion.",
    "Crude exports fell to $9.2 billion in May. Exports of products rose to $6.6 billion.",
]
NOT_REFINED = [
    ("Russia exported crude worth $9.2 billion in May. Farm products brought in $2.1 billion.", "agricultural products"),
    ("India's imports of crude rose to $12 billion in May. Its exports of all products were $34 billion.", "all"),
    ("Russia sold China products worth $4 billion in May.", "all"),
    ("India imported crude worth $12 billion and rice worth $2 billion in May, and products worth $34 billion.", "all"),
]  # fmt: skip


@pytest.mark.parametrize("text", REFINED)
def test_products_told_beside_crude_are_made_of_it(text: str) -> None:
    """Nothing stands between them and the word that leads to them."""
    assert claims_in(text, DAY)[-1].commodity == "refined petroleum"


@pytest.mark.parametrize(("text", "goods"), NOT_REFINED)
def test_other_products_are_goods(text: str, goods: str) -> None:
    """Farm products, all products, products where crude is not what was told of last."""
    assert claims_in(text, DAY)[-1].commodity == goods
