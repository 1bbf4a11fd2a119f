"""What several sentences print alike is not singled out against one print, and nothing is no evidence for a scale."""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation

TWICE = (
    "Chinese exports to North Korea stood at US$9.634 million in May 2020, compared with $31 million a year earlier. "
    "Exports were $9.634 million and imports $220.7 million. "
)
ONCE = "Exports dropped by $21.51 million from a year earlier to US$9.8634 million."


def errors(text: str) -> list[Relation]:
    """What is certain to be wrong in a text."""
    (checked,) = nk.check(text, date=date(2020, 6, 20), against="none").checked
    return [one for one in checked.relations if one.severity is Severity.ERROR]


def test_two_prints_that_agree_are_not_named_against_one() -> None:
    """A dropped digit is likelier than one too many, but the same one was dropped twice: which is wrong is not said."""
    found = errors(TWICE + ONCE)
    assert found
    assert {one.verdict for one in found} == {Verdict.TIE}
    assert all("c6" in one.suspect for one in found)


def test_one_print_against_one_is_named_by_the_way_digits_are_misprinted() -> None:
    """Told once each, the number with a digit less is the likelier slip."""
    first = "Chinese exports to North Korea stood at US$9.634 million in May 2020, compared with $31 million a year earlier. "
    (found,) = errors(first + ONCE)
    assert (found.verdict, found.suspect) == (Verdict.LOCATED, ("c1",))


def test_agreeing_prints_do_not_outvote_one_either() -> None:
    """Both ways are one digit changed: two prints against one is no proof, for a writer copies a slip."""
    third = "Exports dropped by $21.51 million from a year earlier to US$9.834 million."
    found = errors(TWICE + third)
    assert found
    assert {one.verdict for one in found} == {Verdict.TIE}


def test_a_scale_is_no_slip_of_what_the_others_leave_nothing_for() -> None:
    """Imports are as large as the total: exports of $8.57 would fit, as would any number that is small enough."""
    (found,) = errors(
        "In the first nine months of 2019 the North's exports to Russia were valued at US$857 million and its "
        "imports at US$873,450,000, for total trade of $873,445,000."
    )
    assert found.verdict is Verdict.TIE
    assert not [one for one in found.repairs if one.kind == "scale"]


@pytest.mark.parametrize("scale", ["thousand", "billion"])
def test_a_scale_is_a_slip_where_the_others_leave_a_number(scale: str) -> None:
    """Exports of 21.3 million in all but their scale."""
    found = errors(
        "In May 2020 China's exports to North Korea were $187.4 million and imports "
        f"$21.3 {scale}, for total trade of $208.7 million."
    )
    assert {(one.verdict, one.suspect) for one in found} == {(Verdict.LOCATED, ("c2",))}
