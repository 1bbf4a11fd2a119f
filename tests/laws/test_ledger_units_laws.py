"""Laws of units: there and back is the identity, and the table equals pint."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.interval import Interval
from nktrade.ledger.registry import factor_table, pint_factor, registry
from nktrade.ledger.units import convert, convert_product, factor
from nktrade.reference import densities
from nktrade.reference.tables import TABLES
from nktrade.reference.units import currencies, unit, units

CODES = sorted({one.code for one in units().values()})
SAME = {code: [c for c in CODES if unit(c).canonical == unit(code).canonical] for code in CODES}
NUMBERS = st.fractions(min_value=0, max_value=10**12)


def test_the_table_of_units_is_what_pint_computes() -> None:
    """Generating the table anew changes no byte."""
    assert (TABLES / "units.csv").read_text(encoding="utf-8") == factor_table()


@given(st.data(), st.sampled_from(CODES), NUMBERS)
def test_converting_there_and_back_is_the_identity(
    data: st.DataObject, code: str, value: Fraction
) -> None:
    """No unit of a dimension loses anything to another."""
    other = data.draw(st.sampled_from(SAME[code]))
    assert convert(convert(value, code, other), other, code) == value


@given(st.sampled_from(CODES), st.sampled_from(CODES), NUMBERS)
def test_prices_equal_pint(money: str, goods: str, value: Fraction) -> None:
    """A compound unit's factor is what pint makes of both parts."""
    price = unit(f"{money}/{goods}")
    above, below = unit(money), unit(goods)
    canonical = f"({unit(above.canonical).pint}) / ({unit(below.canonical).pint})"
    assert value * price.factor == value * pint_factor(price.pint, canonical)


def test_every_dimension_has_one_canonical_unit_worth_one() -> None:
    """Canonical units are canonical themselves."""
    for one in units().values():
        assert unit(one.canonical).canonical == one.canonical
        assert factor(one.canonical) == 1


@given(st.sampled_from(sorted(currencies())), st.sampled_from(sorted(currencies())))
def test_no_currency_adds_to_another(one: str, other: str) -> None:
    """Each currency is a dimension of its own, in pint too."""
    same = registry().Quantity(1, one).is_compatible_with(other)
    assert same == (one == other)


@given(
    st.sampled_from(sorted({one.product for one in densities()})),
    st.fractions(min_value=1, max_value=10**9),
)
def test_barrels_to_tonnes_and_back_encloses(product: str, barrels: Fraction) -> None:
    """The way back from tonnes holds the barrels that one began with."""
    tonnes = convert_product(Interval.point(barrels), "bbl", "t", product)
    assert barrels in convert_product(tonnes, "t", "bbl", product)
