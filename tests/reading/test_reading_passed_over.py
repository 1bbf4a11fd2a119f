"""What a text says before its figures holds for them, however many sentences without figures stand between."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.documents import load
from nktrade.reading import read

DAY = date(2026, 10, 21)
CALM = "Farmers were bringing in the harvest. The weather held. Nobody was in a hurry. "


def _claims(text: str) -> list[str]:
    return [_told(one) for one in read(Document(id="own", text=text, date=DAY)).claims]


def _told(one: Claim) -> str:
    return f"{one.flow} {one.reporter}>{one.partner} {one.commodity} {one.period}"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Mongolia's exports to China in August.", "export MNG>CHN wool 2026-08"),
        ("Japan sold more to Russia in July.", "export JPN>RUS wool 2026-07"),
        ("I went through India's imports from Nepal in June.", "import IND>NPL wool 2026-06"),
    ],
)
@pytest.mark.parametrize("between", ["", CALM, CALM * 2, f"\n\n{CALM}\n\n{CALM}\n\n"])
def test_a_country_named_further_up_is_still_spoken_of(head: str, told: str, between: str) -> None:
    """In its paragraph, and in those above."""
    assert _claims(f"{head} {between} First, wool. It came to $14.6 million.") == [told]


def test_names_in_calm_prose_do_not_change_who_trades() -> None:
    """A country that is named without any trade between two figures takes no part in it."""
    text = "Mongolia's exports to China were $3 million in May. The herders of Khovd live far from Beijing. "
    claims = _claims(f"{text}{CALM}In June they were $4 million.")
    assert claims == ["export MNG>CHN all 2026-05", "export MNG>CHN all 2026-06"]


def test_the_text_below_a_table_goes_on_about_its_trade() -> None:
    """The caption alone said whose it is."""
    table = (
        "Table 2. China's exports to North Korea (thousand US dollars)\n\n"
        "Item             July     August   September\n"
        "Soybean oil    11,204      9,871      12,336\n"
        "Plastics        8,915      9,402       8,677\n\n"
    )
    found = read(
        load((table + "In September soybean oil rose 25.0 percent on the month.").encode())
    )
    assert [_told(one)[:14] for one in found.claims] == ["export CHN>PRK"] * 7
    assert (found.claims[-1].commodity, found.claims[-1].sign) == ("soybean oil", "+")


def test_below_a_table_of_both_ways_nothing_is_said_of_one() -> None:
    """Which of them rose is not said."""
    table = (
        "China's trade with North Korea (thousand US dollars)\n\n"
        "            Exports     Imports\nJuly        11,204       9,871\nAugust       8,915       9,402\n\n"
    )
    claims = read(load((table + "Wool rose 2.0 percent in August.").encode())).claims
    assert [str(one.flow) for one in claims[:4]] == ["export", "import"] * 2
    assert all(one.flow not in {"export", "import"} for one in claims[4:])
