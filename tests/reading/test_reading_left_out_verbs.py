"""A clause that leaves out its verb tells what the clause before it told: rose 4 percent, and those to Japan, $3 million, 2 percent."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2025, 6, 20)
CHANGES = [
    "Hong Kong's exports to China, at HK$224.1 billion in May, increased 3.8% and those to the USA, HK$27.5 billion, 4.7%.",
    "Hong Kong's exports to China increased 3.8% to HK$224.1 billion in May; exports to the USA, at HK$27.5 billion, 4.7%.",
    "In May Korea's exports to Japan fell 3.8% to $2.4 billion, and imports, $4.1 billion, 4.7%.",
    "In May Vietnam's exports to China dropped 3.8% to $4.4 billion and those to Korea, $2.1 billion, 4.7%.",
    "In May Thailand's exports to Laos grew 3.8% to $44 million, and those to Nepal, at $21 million, 4.7%.",
]
SHARES = [
    "Hong Kong's exports to China were HK$224 million in May, 38% of the total; those to Japan, HK$27 million, 4.7%.",
    "Hong Kong's exports to Japan made up 5% and those to China, HK$190 million, 85%.",
    "China's exports to Vietnam fell 5% to $224 million in May; wigs, with $27 million, 12%, led the list.",
    "China's exports to Vietnam rose 3.8% to $224 million in May, and those to Laos were $27 million, 4.7% of the total.",
    "China's exports to Vietnam rose 5% to $224 million in May, of which coal, $27 million, 12%.",
]


@pytest.mark.parametrize("text", CHANGES)
def test_a_percentage_without_a_verb_is_the_change_of_the_clause_before(text: str) -> None:
    """A flow, its amount between commas, and what it changed by."""
    assert [one.kind for one in claims_in(text, DAY)][-1] == "change_pct"


@pytest.mark.parametrize("text", SHARES)
def test_a_percentage_of_a_part_stays_a_share(text: str) -> None:
    """Shares go on as shares, goods of a list are parts of it, and a verb says for itself."""
    assert [one.kind for one in claims_in(text, DAY)][-1] == "share_pct"


@pytest.mark.parametrize(
    "said", ["to China, at 13.2 million, 9.5 percent", "to China, 13.2 million, up 9.5 percent"]
)
def test_millions_are_no_percentage_of_the_rate_behind_them(said: str) -> None:
    """Neighbours lend a bare number their unit: millions of a percent there are none."""
    text = (
        f"Malaysia's exports to Singapore, at 18.1 million tons, fell 11.2 percent in May; {said}."
    )
    units = {one.figure.surface: one.figure.unit for one in claims_in(text, DAY)}
    assert units.get("13.2 million", "t") == "t"
    assert units["9.5 percent"] == "percent"
