"""Laws of least sets: searched, proposed by an integer programme, and tried one by one they are the same."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from nktrade.diagnosis.cover import lightest
from nktrade.diagnosis.deficits import Deficit
from nktrade.diagnosis.master import proposed
from tests.examples import share

NAMES = "abcde"
MANY = 100
gains = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 4), min_size=1)
shortfalls = st.lists(st.tuples(gains, st.integers(1, 5)), min_size=1, max_size=5)
weighings = st.lists(st.sampled_from((1, 1, 2, Fraction(5, 2))), min_size=5, max_size=5)
Sets = set[frozenset[str]]


def least(deficits: list[Deficit], weights: dict[str, Fraction]) -> Sets:
    """Of all sets that make up for every shortfall those of least weight, tried one by one."""
    every = [frozenset(one) for size in range(6) for one in combinations(NAMES, size)]
    met = [one for one in every if all(deficit.is_met(one) for deficit in deficits)]
    weight = {one: sum(weights[name] for name in one) for one in met}
    return {one for one in met if weight[one] == min(weight.values())}


@share(0.5)
@given(shortfalls, weighings)
def test_the_sets_of_least_weight_are_found_either_way(
    stated: list[tuple[dict[str, int], int]], weighing: list[Fraction]
) -> None:
    """All of them and no other, ties included; none where the suspects cannot make up for a shortfall."""
    deficits = [
        Deficit(Fraction(excess), tuple((name, Fraction(gain)) for name, gain in own.items()))
        for own, excess in stated
    ]
    weights = {name: Fraction(one) for name, one in zip(NAMES, weighing, strict=True)}
    expected = least(deficits, weights)
    for found in (lightest(deficits, weights), proposed(deficits, weights, MANY)):
        assert {names for _, names in found} == expected
        assert all(weight == sum(weights[name] for name in names) for weight, names in found)


def test_sets_of_least_weight_may_share_most_of_their_figures() -> None:
    """Any two of three make up for what one alone cannot."""
    one = Deficit(Fraction(2), tuple((name, Fraction(1)) for name in "abc"))
    found = {names for _, names in proposed([one], dict.fromkeys("abc", Fraction(1)), MANY)}
    assert found == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


def test_so_many_sets_are_proposed_as_were_asked_for() -> None:
    """Of five figures that each would do, two."""
    one = Deficit(Fraction(1), tuple((name, Fraction(1)) for name in NAMES))
    weights = dict.fromkeys(NAMES, Fraction(1))
    assert len(proposed([one], weights, 2)) == 2
    assert proposed([], {}, 2) == []


@given(st.integers(1, 8), st.integers(9, 15))
def test_what_falls_short_by_less_than_a_float_tells_is_no_cover(wide: int, places: int) -> None:
    """The programme reckons in floats, and what it proposes is verified exactly, for every shortfall."""
    whole, least = Fraction(wide), Fraction(1, 10**places)
    short = Deficit(whole, (("a", whole - least), ("b", whole)))
    easy = Deficit(whole, (("a", whole), ("b", whole)))
    weights = {"a": Fraction(1), "b": Fraction(2)}
    for deficits in ([easy, short], [short, easy]):
        assert {names for _, names in proposed(deficits, weights, MANY)} == {frozenset("b")}
