"""What an economist may hand to gap, caps and measures by mistake: one clear line each."""

from typing import Any

import pytest

import nktrade as nk
from nktrade.errors import LedgerError, TableError


@pytest.mark.parametrize("wrong", ["coal", 2019, [1, 2]])
def test_a_gap_is_of_a_ledger_a_report_or_claims(wrong: Any) -> None:  # noqa: ANN401 - of any type
    """Anything else is named, with what would do."""
    with pytest.raises(LedgerError, match=r"gap: found .*, expected a Ledger, a Report or claims"):
        nk.gap(wrong)


def test_claims_added_to_the_caps_are_claims() -> None:
    """A path is no claim."""
    with pytest.raises(LedgerError, match="caps: found str"):
        nk.caps(2021, claims="mine.csv")  # type: ignore[arg-type]  # the mistake itself


def test_a_year_is_a_number() -> None:
    """A text would find nothing, and look as if nothing had been delivered."""
    with pytest.raises(TableError, match="year '2021': expected a whole number such as 2021"):
        nk.caps("2021")  # type: ignore[arg-type]  # the mistake itself


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"commodity": "coall"}, "did you mean 'coal'"),
        ({"flow": "exports"}, "did you mean 'export'"),
        ({"on": "May 2019"}, "expected one such as 2019-05-01"),
    ],
)
def test_measures_say_what_they_did_not_understand(asked: dict[str, str], message: str) -> None:
    """Goods, direction and day each name what was expected."""
    with pytest.raises(TableError, match=message):
        nk.measures(**asked)
