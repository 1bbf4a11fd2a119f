"""Who pays and who brings: earned from China, goods brought in from the North; and what had been, told without its verb."""

from datetime import date

import pytest

import nktrade
from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2026, 10, 21)


def _told(text: str) -> list[str]:
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [
        f"{one.flow} {one.reporter}>{one.partner} {one.commodity} {one.period}" for one in claims
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Inter-Korean trade amounted to $2.714 billion in 2015. The North earned $2.48 billion from China in 2015.", "export PRK>CHN all 2015"),
        ("Inter-Korean trade was $2.7 billion in 2015, small beside the $2.5 billion that the North earned from China in 2015.", "export PRK>CHN all 2015"),
        ("Mongolia earned $3 billion from China with its coal in 2024.", "export MNG>CHN coal 2024"),
        ("Coal earned North Korea $400 million in 2017.", "export PRK>CHN coal 2017"),
        ("Trade between South and North Korea was $333 million in 2016, and goods brought in from the North were worth $186 million.", "export PRK>KOR all 2016"),
        ("South Korea's vessel exports amounted to $4.69 billion in May.", "export KOR>WLD ships 2026-05"),
    ],
)  # fmt: skip
def test_who_pays_is_the_partner(text: str, last: str) -> None:
    """Money comes from the buyer, goods from the seller."""
    assert _told(text)[-1] == last


@pytest.mark.parametrize("verb", ["had amounted to", "had come to"])
def test_what_had_been_goes_on_without_its_verb(verb: str) -> None:
    """And goods sent there to 5 million is of the year that the sentence opens with."""
    text = (
        "Trade between South and North Korea was $333 million in 2016. "
        f"In 2015, goods brought in from the North {verb} $1,452 million and goods sent to it to $1,262 million."
    )
    assert [one.split()[-1] for one in _told(text)] == ["2016", "2015", "2015"]
    (checked,) = nktrade.check(text, against="none", date="2017-02-01").checked
    assert not any(one.holds is False for one in checked.relations)


@pytest.mark.parametrize(
    "later",
    [
        "The figure supersedes the 1.02 million tons given in the previous report.",
        "It had originally been published as 1.02 million tons.",
        "The number first published was 1.02 million tons.",
    ],
)
def test_a_figure_that_was_replaced_contradicts_no_later_one(later: str) -> None:
    """Two versions of one number."""
    text = f"In the first quarter of 2022 North Korea exported 1.15 million tons of coal by sea. {later}"
    (checked,) = nktrade.check(text, against="none", date="2022-09-01").checked
    assert not any(one.holds is False for one in checked.relations)
