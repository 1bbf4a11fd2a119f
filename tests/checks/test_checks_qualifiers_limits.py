"""One amount under two qualifiers is a warning at most.

Source of the figures: UN Panel of Experts, report of March 2020, as printed by Kyodo: 3.7 million
tonnes of coal in all, of which 2.8 million by transshipment.
"""

from typing import Any

import pytest
from told import claim

from nktrade.checks.qualifiers import unlike_qualified
from nktrade.core.codes import Severity, Verdict

WHEN = "2019-01/2019-08"
SEA = "ship-to-ship"
WHOLE = claim("c1", "3.7", "t", WHEN, scale=10**6)
PART = claim("c2", "2.8", "t", WHEN, scale=10**6, route=SEA)
AGAIN = claim("c3", "3.7", "t", WHEN, scale=10**6, route=SEA)


def test_the_whole_under_the_qualifier_of_its_part_is_a_warning() -> None:
    """2.8 of 3.7 million tonnes by transshipment, then all 3.7: which is meant cannot be told."""
    (found,) = unlike_qualified([WHOLE, PART, AGAIN])
    assert (found.severity, found.verdict) == (Severity.WARNING, Verdict.TIE)
    assert found.args == (("a", ("c2",)), ("b", ("c3",)))
    assert found.suspect == ()


def test_a_part_that_ends_where_the_whole_begins_is_no_part() -> None:
    """3.6 and 3.7 million share 3.65 million, so which of them is less cannot be told."""
    near = claim("c2", "3.6", "t", WHEN, scale=10**6, route=SEA)
    assert unlike_qualified([WHOLE, near, AGAIN]) == ()


@pytest.mark.parametrize(
    "known",
    [
        {"route": None},
        {"route": "by rail"},
        {"digits": "2.8"},
        {"digits": "5.1"},
        {"when": "2019-09"},
        {"commodity": "sand"},
        {"unit": "USD"},
        {"start": 5},
        {"rate": "per_month"},
    ],
)
def test_other_amounts_and_other_ways_do_not_meet(known: dict[str, Any]) -> None:
    """Without a qualifier, by another way, the part again, another whole, other goods, before it."""
    usual = {"digits": "3.7", "unit": "t", "when": WHEN, "scale": 10**6, "route": SEA}
    again = claim("c3", **(usual | known))
    assert unlike_qualified([WHOLE, PART, again]) == ()


def test_two_qualified_amounts_without_a_whole_are_alternatives() -> None:
    """Two amounts by one way may be two sources' counts: nothing is said of them."""
    assert unlike_qualified([PART, AGAIN]) == ()
