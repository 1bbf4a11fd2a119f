"""Laws of planted faults: each changes exactly what it says, and says all that it changes."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nktrade.core.claims import Claim
from nktrade.testing.edits import Edit, edited, moved
from nktrade.testing.faults import KINDS, FaultyReport, random_faults
from nktrade.testing.slips import DIGIT_SLIPS, slips
from nktrade.testing.strategies import faulty_reports

numerals = st.from_regex(r"\A[1-9][0-9]{0,5}(\.[0-9]{1,3})?\Z")


def before(fault: FaultyReport, claim: Claim) -> Claim:
    return next(one for one in fault.report.claims if one.id == claim.id)


@given(faulty_reports())
def test_undoing_the_edits_gives_the_true_text(fault: FaultyReport) -> None:
    """The faulty text is the true one but for the places named."""
    back = [
        Edit(moved(edit.start, fault.edits), moved(edit.start, fault.edits) + len(edit.words), true)
        for edit, true in zip(fault.edits, fault.true, strict=True)
    ]
    assert edited(fault.text, back) == fault.report.text
    assert fault.text != fault.report.text


@given(faulty_reports())
def test_every_surface_stands_at_its_span_in_the_faulty_text(fault: FaultyReport) -> None:
    """True and false figures and citations are where the faulty report says they are."""
    for claim in fault.claims:
        assert fault.text[claim.figure.start : claim.figure.end] == claim.figure.surface
    for citation in fault.citations:
        assert fault.text[citation.start : citation.end] == citation.surface


@given(faulty_reports())
def test_claims_that_are_not_affected_stay_true(fault: FaultyReport) -> None:
    """Amount, sign, period and unit of every other claim are as they were."""
    for claim in fault.claims:
        true = before(fault, claim)
        same = (claim.amount, claim.sign, claim.period, claim.figure.unit) == (
            true.amount,
            true.sign,
            true.period,
            true.figure.unit,
        )
        assert same == (claim.id not in fault.affected)


@given(faulty_reports(kinds=("direction",)))
def test_a_wrong_direction_word_turns_signs_alone(fault: FaultyReport) -> None:
    """What fell, rose; the amounts stay."""
    for claim in fault.faulty:
        assert claim.amount == before(fault, claim).amount
        assert {claim.sign, before(fault, claim).sign} == {"+", "-"}


@given(faulty_reports(kinds=("scale",)))
def test_a_wrong_scale_is_a_power_of_ten(fault: FaultyReport) -> None:
    """Million for billion multiplies by a thousand, or divides."""
    (claim,) = fault.faulty
    ratio = claim.value / before(fault, claim).value
    assert max(ratio, 1 / ratio) in {Fraction(10) ** power for power in range(3, 13)}


@given(faulty_reports(kinds=("swap",)))
def test_a_swap_exchanges_two_values(fault: FaultyReport) -> None:
    """Each of the two now has the value of the other."""
    one, other = fault.faulty
    assert (one.value, other.value) == (before(fault, other).value, before(fault, one).value)


@given(faulty_reports(kinds=("period",)))
def test_a_wrong_period_shifts_all_that_is_told_of_it(fault: FaultyReport) -> None:
    """By one month or a year: its sentence, and those behind it that name no period of their own."""
    for claim in fault.faulty:
        true = before(fault, claim)
        assert claim.period is not None
        assert claim.period in {true.period.shifted(-1), true.period.shifted(-12)}  # type: ignore[union-attr]
    first, *others = dict.fromkeys(claim.sentence for claim in fault.faulty)
    assert others == list(range(first + 1, first + 1 + len(others)))
    for claim in fault.claims:
        if claim.sentence > first:
            told = [one for one in fault.claims if first < one.sentence <= claim.sentence]
            goes_on = all("period" in one.inferred for one in told)
            assert goes_on == (claim.id in fault.affected)


@given(faulty_reports(kinds=("period", "direction")))
def test_a_sentence_begins_with_a_capital_as_before(fault: FaultyReport) -> None:
    """A careless writer errs in the year; the sentence still begins as sentences do."""
    for edit, true in zip(fault.edits, fault.true, strict=True):
        assert not true[:1].isupper() or not edit.words[:1].islower()


@given(faulty_reports(kinds=("currency", "unit")))
def test_a_wrong_unit_keeps_the_number(fault: FaultyReport) -> None:
    """Yuan for dollars, kilograms or barrels for tons: digits and scale stay."""
    (claim,) = fault.faulty
    assert claim.amount == before(fault, claim).amount
    assert claim.figure.unit != before(fault, claim).figure.unit


@given(faulty_reports(kinds=("total", "balance")))
def test_a_misreckoned_total_has_as_many_decimals(fault: FaultyReport) -> None:
    """A wrong sum is printed as the right one would be."""
    (claim,) = fault.faulty
    decimals = [one.amount.digits.partition(".")[2] for one in (claim, before(fault, claim))]
    assert len(decimals[0]) == len(decimals[1])


@given(faulty_reports())
def test_a_checkable_fault_breaks_an_identity_it_stands_in(fault: FaultyReport) -> None:
    """Checkable means: an identity with the faulty claim fails, or a register disagrees."""
    assume(fault.is_checkable)
    assert fault.broken or fault.kind.startswith("citation")
    for identity in fault.broken:
        assert not identity.can_hold
        assert set(identity.claims) & set(fault.affected)


@given(numerals)
def test_each_slip_is_what_it_is_called(digits: str) -> None:
    """Substitution keeps the length, transposition the digits; omission and insertion change one."""
    bare = digits.replace(".", "")
    for slip in slips(digits, "substitution"):
        pairs = zip(slip, digits, strict=True)
        assert sum(one != other for one, other in pairs) == 1
    for slip in slips(digits, "transposition"):
        assert sorted(slip) == sorted(digits)
    for slip in slips(digits, "omission"):
        assert len(slip.replace(".", "")) == len(bare) - 1
    for slip in slips(digits, "insertion"):
        assert len(slip.replace(".", "")) == len(bare) + 1
    for slip in slips(digits, "shift"):
        assert Fraction(slip) / Fraction(digits) in {Fraction(10), Fraction(1, 10)}


@given(numerals, st.sampled_from(DIGIT_SLIPS))
def test_a_slip_is_another_number_that_can_be_printed(digits: str, kind: str) -> None:
    """Never the same digits, never zero, no zero in front."""
    for slip in slips(digits, kind):
        assert slip != digits
        assert Fraction(slip) > 0
        assert slip[0] != "0" or slip.startswith("0.")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_checkable_faults(kind: str) -> None:
    """Every kind of fault can be planted where somebody could notice it, repeatably."""
    found = list(random_faults(7, 3, kind))
    assert [fault.kind for fault in found] == [kind] * 3
    assert all(fault.is_checkable for fault in found)
    assert found == list(random_faults(7, 3, kind))
