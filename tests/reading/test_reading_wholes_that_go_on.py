"""Behind a list of parts, a semicolon goes back to the whole they are of: of which coal 5 million; China took 7 million."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2025, 6, 20)
OF_THE_WHOLE = [
    ("Indonesia exported goods worth $38.1 billion in 2024, of which coal $14.9 billion and pig iron $9.8 billion; China took $32.8 billion.", "all"),
    ("Indonesia exported metals worth $38.1 billion in 2024, of which copper $14.9 billion and zinc $9.8 billion; to China it sold $32.8 billion.", "metals"),
    ("Chile's exports were $98.1 billion in 2024, of which copper $49.9 billion; Japan bought $8.8 billion.", "all"),
    ("Peru imported grain worth $3.1 billion in 2024, of which wheat $0.9 billion and corn $1.1 billion; $1.4 billion came from Argentina.", "grain"),
    ("Zambia's exports, of which copper made up $9.1 billion, were $12.3 billion in 2024; imports were $10.8 billion.", "all"),
]  # fmt: skip
OF_WHAT_WAS_TOLD_LAST = [
    ("Chile exported copper worth $49.9 billion in 2024; Japan bought $8.8 billion.", "copper"),
    ("Peru exported copper worth $3.1 billion and gold worth $9.1 billion in 2024; India bought $1.4 billion.", "gold"),
    ("Zambia's exports of copper, which fell by a tenth, were $9.1 billion in 2024; China bought $4.4 billion.", "copper"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goods"), OF_THE_WHOLE)
def test_a_semicolon_behind_parts_goes_back_to_their_whole(text: str, goods: str) -> None:
    """The parts stand in a clause that only says what is in the whole."""
    assert claims_in(text, DAY)[-1].commodity == goods


@pytest.mark.parametrize(("text", "goods"), OF_WHAT_WAS_TOLD_LAST)
def test_elsewhere_a_semicolon_goes_on_about_the_goods_before_it(text: str, goods: str) -> None:
    """Where no parts are listed nothing is gone back to."""
    assert claims_in(text, DAY)[-1].commodity == goods
