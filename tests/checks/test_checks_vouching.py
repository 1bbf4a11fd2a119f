"""A printed share says which amounts belong together: what makes it true is what was meant."""

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict

ALL = (
    "Peru's exports came to $5.20 billion in March.\n\nMines earned $3.10 billion, of which copper "
)
LIMIT = "Half full, tankers brought North Korea 310,500 barrels of refined petroleum in 2022, or 62.1 percent "
BOX = (
    "North Korea's trade in 2022\n\n- Total trade: $1.58 billion\n- Trade with China: $1.53 billion"
)


def failing(text: str) -> list[tuple[str, Verdict | None]]:
    """The checks that accuse, and the verdict of each."""
    (one,) = nk.check(text, date="2023-04-20", against="none").checked
    return [
        (row.check, row.verdict)
        for row in one.relations
        if row.severity in {Severity.ERROR, Severity.WARNING}
    ]


@pytest.mark.parametrize(
    "text",
    [
        ALL + "brought in $2.08 billion, or 40.0 percent of all exports.",
        LIMIT
        + "of the annual limit of 500,000 barrels; full ones would have brought 621,000 barrels.",
        BOX + ", or 96.8 percent of the total",
        (
            "Tankers brought North Korea 310,500 or 462,000 barrels of refined petroleum in 2022, by how full they were.\n\n"
            "The first is 62.1 percent of the annual limit of 500,000 barrels. Reported were 12,000 barrels."
        ),
    ],
)
def test_a_share_that_is_true_of_other_amounts_accuses_none(text: str) -> None:
    """The whole may stand a paragraph back, be a limit, or be what was taken for the part itself."""
    assert not failing(text)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        (ALL + "brought in $2.08 billion, or 47.0 percent of all exports.", "share"),
        (
            "Peru's exports came to $5.20 billion in March, of which copper made $2.08 billion, or 47.0 percent.",
            "share",
        ),
        (
            (
                "Russia's exports to Peru were $41.8 million in 2020 and its imports $14.0 million; the surplus was $40.4 "
                "million. Fuel made up 96.7 percent of the exports."
            ),
            "balance",
        ),
        (BOX.replace("trade in", "trade with China in") + " for the whole year", "told twice"),
    ],
)
def test_a_share_that_is_true_of_nothing_is_still_an_error(text: str, check: str) -> None:
    """And two prints of one number, of which none is a share of the other, still contradict."""
    assert check in [name for name, _ in failing(text)]


def test_tons_and_their_value_change_by_two_numbers() -> None:
    """A slip in the change of the value is one error; that the tons changed by less is none."""
    text = (
        "今年上半年，智利自澳大利亚进口煤炭364万吨，同比减少1.1%，上年同期为368万吨。"
        "进口额降至28.46亿元，较去年同期的29.04亿元下降14.0%。"
    )
    assert [name for name, _ in failing(text)] == ["change"]
