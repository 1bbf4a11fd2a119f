"""Two amounts that a text compares in words stand in the order that the words say, or it is told."""

from datetime import date

import pytest

from nktrade.checks.orders import orders
from nktrade.core.codes import Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.reading import read

SOLD = "China's exports to North Korea were $290 million in June 2020"


def found_in(text: str) -> list[Relation]:
    return list(orders(read(Document(id="a", text=text, lang="en", date=date(2020, 8, 19)))))


@pytest.mark.parametrize(
    "text",
    [
        f"{SOLD}, more than the $312 million of May.",
        f"{SOLD}, well below the $212 million of May.",
        f"{SOLD}. That is already more than the $312 million of January to May.",
        f"{SOLD}. This was still above the $312 million of May.",
        "China's exports to North Korea, at $290 million, exceeded the $312 million of May 2020.",
        "China's exports to North Korea rose to $290 million in June from $312 million in May.",
        "China's exports to North Korea fell to $312 million in June, from $290 million in May.",
        "China's coal imports from North Korea climbed from 1.2 million tons to just 0.8 million tons.",
    ],
)
def test_an_order_that_the_numbers_turn_round_is_a_warning(text: str) -> None:
    """Which of the two amounts or the word slipped cannot be told, so nothing is an error."""
    (found,) = found_in(text)
    assert (found.holds, found.verdict, found.severity) == (False, Verdict.TIE, Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        f"{SOLD}, less than the $312 million of May.",
        f"{SOLD}, above the $290 million first announced.",
        f"{SOLD}. That is more than the $212 million of May.",
        f"{SOLD.replace('were', 'were about')}, more than the $300 million of May.",
        f"{SOLD.replace('were', 'were more than')}, which is more than the $312 million of May.",
        "China's exports to North Korea rose to $312 million in June from $290 million in May.",
        "China's exports to North Korea fell from about $290 million in May to $290 million in June.",
    ],
)
def test_an_order_that_some_reading_of_the_numbers_admits_holds(text: str) -> None:
    """An amount said to be about or more than so much may stand on the side that the words say."""
    (found,) = found_in(text)
    assert (found.holds, found.severity) == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{SOLD} and imports were more than the $312 million of May.",
        f"{SOLD}, while those to Russia were more than the $312 million of May.",
        f"{SOLD}, 12 percent more than the $312 million of May.",
        f"{SOLD}, not more than the $312 million of May.",
        f"{SOLD}, no more than the $312 million of May.",
        f"{SOLD}, more than $312 million.",
        f"{SOLD}. In July they were more than the $312 million of May.",
        f"{SOLD}. This would have been more than the $312 million of May.",
        f"{SOLD}. The total exceeded the $312 million of May.",
        f"{SOLD}. That is more than the 312 million yuan of May.",
        f"{SOLD} and $20 million in July. That is less than the $212 million of May.",
        "China's exports to North Korea rose 4 percent to $290 million in June from $312 million in May.",
        "China's exports to North Korea rose to $290 million in June, and imports fell from $312 million.",
        "China's trade deficit with Vietnam fell to $312 million in June from $290 million in May.",
        "China's exports to North Korea did not rise to $290 million in June from $312 million in May.",
        "China's exports to North Korea may rise to $290 million in June from $312 million in May.",
    ],
)
def test_what_is_not_plainly_compared_is_not_held_to_an_order(text: str) -> None:
    """Another subject, a rate, a denial, a supposition, a hedge or another currency compares nothing here."""
    assert found_in(text) == []
