"""Misuse of the generators gets one clear line."""

import pytest

from nktrade.core.codes import Flow, Kind
from nktrade.core.period import Period
from nktrade.errors import CheckError, TableError, UnitError
from nktrade.testing.choice import Seeded
from nktrade.testing.faults import plant
from nktrade.testing.languages import language
from nktrade.testing.worlds import Fact, World, some_world
from nktrade.testing.writing import random_reports


@pytest.fixture
def world() -> World:
    return some_world(Seeded("a"))


def test_an_unknown_kind_of_fault_is_named() -> None:
    """With the nearest known kind."""
    with pytest.raises(CheckError, match="did you mean 'transposition'"):
        plant(next(random_reports(1, 1)), "transpositon", Seeded("a"))


def test_a_language_without_a_table_is_named() -> None:
    """With those that there are."""
    with pytest.raises(TableError, match="known: en, ja, ko, zh"):
        language("fr")


def test_a_world_knows_no_other_months(world: World) -> None:
    """Months outside the record raise; they are not zero."""
    with pytest.raises(UnitError, match="no such months"):
        world.level(Flow.EXPORT, Period.of("1990-01"))


def test_a_change_needs_a_base(world: World) -> None:
    """A change against nothing is no question."""
    with pytest.raises(UnitError, match="year_earlier or month_earlier"):
        world.truth(Fact(kind=Kind.CHANGE_PCT, flow=Flow.EXPORT, period=world.month))
