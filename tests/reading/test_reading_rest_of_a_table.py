"""The last line of a table of goods is of the others, and brackets in its title say in what it counts."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.claims import Claim
from nktrade.core.codes import Severity
from nktrade.core.documents import Document
from nktrade.reading import read

TABLE = """China's imports from North Korea by product, January-September ({unit})

Product          2025       2026      Change (%)
Wigs             128,450    142,318    +10.8
Ferrosilicon     33,102     38,744     +17.0
{rest}           58,927     64,083     +8.7
Total            220,479    {total}    +11.2

Source: General Administration of Customs of China.
"""
DAY = date(2026, 10, 21)


def claims(**told: str) -> tuple[Claim, ...]:
    """The claims of the table."""
    printed = TABLE.format(
        **({"unit": "US$1,000", "rest": "Other goods", "total": "245,145"} | told)
    )
    (checked,) = check(printed, date=DAY, against="none").checked
    return checked.reading.claims


@pytest.mark.parametrize(
    "rest", ["Other goods", "Others", "Other", "All other products", "The rest", "Other items"]
)
def test_the_others_are_no_whole(rest: str) -> None:
    """What is left is not all goods."""
    found = {one.figure.surface: one.commodity for one in claims(rest=rest)}
    assert (found["64,083"], found["245,145"]) == ("other goods", "all")


@pytest.mark.parametrize("unit", ["US$1,000", "in US$ 1,000", "Unit: $1,000", "USD 1,000,000"])
def test_a_unit_in_the_title_is_no_amount(unit: str) -> None:
    """Nobody traded for a thousand dollars."""
    assert all("1,000" not in one.figure.surface for one in claims(unit=unit))


def test_an_amount_in_brackets_in_a_sentence_is_one() -> None:
    """A round equivalent before a stop is told of."""
    text = (
        "A ton of coal sold for 1.4 million won ($1,000) in May. Traders paid 7,000 yuan ($1,000)."
    )
    found = read(Document(id="own", text=text, date=DAY))
    printed = [one.figure.surface for one in found.claims] + [one.surface for one in found.unread]
    assert printed.count("$1,000") == 2


@pytest.mark.parametrize(("total", "is_wrong"), [("245,145", False), ("254,145", True)])
def test_a_total_is_held_to_its_lines_and_the_others(total: str, is_wrong: bool) -> None:  # noqa: FBT001 - the answer
    """142,318, 38,744 and 64,083 are 245,145."""
    printed = TABLE.format(unit="US$1,000", rest="Other goods", total=total)
    (checked,) = check(printed, date=DAY, against="none").checked
    assert is_wrong == any(one.severity is Severity.ERROR for one in checked.relations)
