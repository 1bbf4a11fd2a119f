"""A hostile system of figures is refused in one line or answered; it never hangs or crashes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nktrade as nk
from nktrade.diagnosis.written import LONGEST, exact
from nktrade.errors import FigureSystemError
from nktrade.report.system_form import read_system

MANY = "9" * 5000
CONSTRAINT = {"id": "e", "terms": {"x": 1, "y": -1}, "op": "==", "rhs": 0}


def system(x: dict[str, object] | None = None, **constraint: object) -> dict[str, object]:
    variables = {"x": x or {"value": 1}, "y": {"value": 2}}
    return {"variables": variables, "constraints": [CONSTRAINT | constraint]}


@pytest.mark.parametrize(
    "hostile",
    [
        system({"value": "1e99999999"}),
        system({"value": "1e-99999999"}),
        system({"value": MANY}),
        system({"value": int("9" * 4000)}),
        system({"value": 10**9000}),
        system({"value": "1/0"}),
        system({"value": float("nan")}),
        system({"value": float("inf")}),
        system({"printed": MANY}),
        system({"printed": "0." + "0" * 5000 + "1"}),
        system({"value": 1, "domain": ["0", "1e99999999"]}),
        system(terms={"x": "1e99999999", "y": -1}),
        system(rhs="1e99999999"),
        system(rhs="9e149" + "9" * 1_000_000),
    ],
)
def test_a_number_beyond_every_unit_is_refused(hostile: dict[str, object]) -> None:
    """Digits by the thousand, exponents by the million and no numbers at all get one short line."""
    with pytest.raises(FigureSystemError, match="expected a") as caught:
        nk.diagnose(hostile)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 100_000, f'{{"variables": {MANY}}}', "null", "[1]", "", "\x00", "{"],
)
def test_hostile_json_is_refused(text: str) -> None:
    """Nesting, numbers of thousands of digits and other shapes are named with the file."""
    with pytest.raises(FigureSystemError, match=r"^here(:\d+)?: found "):
        read_system(text.encode(), "here")


@pytest.mark.parametrize("name", ["\ud800", "\x00", "\x1b[2J", "=cmd", "x" * 10_000, "'; --"])
def test_a_hostile_name_is_a_name(name: str) -> None:
    """A name is words: whatever stands in it, the figures are judged, and the answer is JSON."""
    variables = {name: {"value": 1}, "y": {"value": 2}}
    constraint = CONSTRAINT | {"id": name, "terms": {name: 1, "y": -1}}
    answer = nk.diagnose({"variables": variables, "constraints": [constraint]}).to_json()
    assert answer["violated"] == [name]
    assert json.loads(json.dumps(answer))["verdict"] == "inconsistent"


@given(st.integers(1, 3), st.sampled_from((1, -1)))
def test_a_number_of_the_most_digits_is_taken_and_the_next_is_not(beyond: int, sign: int) -> None:
    """150 nines are a number; one more is one digit more, and refused in any form."""
    most = 10**LONGEST - 1
    assert exact(sign * most, "x") == sign * most
    assert exact(str(most), "x") == most
    for form in (sign * (most + beyond), str(sign * (most + beyond))):
        with pytest.raises(FigureSystemError, match="at most 150 digits"):
            exact(form, "x")


@pytest.mark.parametrize("length", [1, 37, 38, 39, 60])
def test_what_is_no_number_is_shown_up_to_forty_letters(length: int) -> None:
    """Whole where it fits with its quotation marks, its beginning and three points where it does not."""
    text = ("ab cd" * length)[:length]
    with pytest.raises(FigureSystemError) as caught:
        exact(text, "x")
    shown, whole = str(caught.value).partition("found ")[2].partition(", expected")[0], repr(text)
    assert shown == (whole if len(whole) <= 40 else f"{whole[:40]}...")
