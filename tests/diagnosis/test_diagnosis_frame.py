"""Frames: one record a row, prints as text, numbers as they stand, and what single records give."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from nktrade.diagnosis import diagnose
from nktrade.errors import FigureSystemError

RELATIONS = {
    "variables": {**{name: {"domain": [0, None]} for name in "xmt"}, "b": {}},
    "constraints": [
        {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}},
        {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}},
    ],
}


def test_each_record_has_its_row_under_its_own_label() -> None:
    """Labels are the frame's; consistent, located, tied and missing stand side by side."""
    frame = pd.DataFrame(
        {
            "x": ["1.0", "3.2", None, "12.955"],
            "m": ["2.0", "1.1", "2.0", "241.93"],
            "t": ["3.0", "4.3", "7.0", "217.158"],
            "b": ["-1.0", "12.1", "3.0", None],
        },
        index=["good", "balance", "unprinted", "flagship"],
    )
    answer = diagnose(frame, RELATIONS)
    assert list(answer.records.index) == list(frame.index)
    assert answer.records.loc["good", "verdict"] == "consistent"
    assert answer.records.loc["unprinted", "verdict"] == "consistent"
    wrong = answer.records.loc["balance"]
    assert (wrong["suspects"], wrong["likely_value"], wrong["kind"]) == ("b", 2.1, "insertion")
    tied = answer.located_sets.query("record == 'flagship'")
    assert sorted(tied["figure"]) == ["m", "t"]
    assert answer.located.index.tolist() == ["balance"]


def test_a_print_outside_its_domain_goes_the_plain_way() -> None:
    """A negative amount is judged as a single record would be."""
    row = {"x": "-1.0", "m": "2.0", "t": "1.0", "b": "-3.0"}
    answer = diagnose(pd.DataFrame([row]), RELATIONS)
    cells = {name: {**cell, "printed": row[name]} for name, cell in RELATIONS["variables"].items()}
    one = diagnose({**RELATIONS, "variables": cells})
    told = answer.located_sets.groupby("set")["figure"].agg(sorted)
    assert sorted(map(tuple, told)) == list(one.located_sets)
    assert answer.records.loc[0, "min_cost"] == one.min_cost == 3


@pytest.mark.parametrize(
    "row",
    [
        {"x": "-10.5", "m": "20.2", "t": "30.7", "b": "-9.7"},
        {"x": "-10.55", "m": "20.25", "t": "30.80", "b": "-97.0"},
        {"x": "10.5", "m": "-20.2", "t": "37.0", "b": "-9.7"},
        {"x": "-105", "m": "22", "t": "127", "b": "38"},
        {"x": "-0.5", "m": "20.2", "t": "20.7", "b": "-17.9"},
    ],
)
def test_what_went_the_plain_way_is_told_as_of_a_single_record(row: dict[str, str]) -> None:
    """The sign, the slip and the likely number of what lies outside its domain."""
    told = diagnose(pd.DataFrame([row]), RELATIONS).records.loc[0]
    cells = {name: {**cell, "printed": row[name]} for name, cell in RELATIONS["variables"].items()}
    one = diagnose({**RELATIONS, "variables": cells})
    assert (told["verdict"], told["diagnosis"]) == (one.verdict, str(one.diagnosis))
    assert (told["suspects"] or "") == ", ".join(one.suspects)
    if len(one.suspects) == 1:
        best = next(found for found in one.repairs if {*dict(found.values)} == {*one.suspects})
        assert told["kind"] == best.kind
        assert told["likely_value"] == float(dict(best.values)[one.suspects[0]])
        assert told["probability"] == best.probability


def test_five_cheap_figures_are_blamed_before_a_dear_one() -> None:
    """One figure in five sums, all missed: the five others, where they weigh less together."""
    cells = {"a": {"weight": 10}} | {f"b{place}": {} for place in range(5)}
    rows = [{"terms": {"a": 1, f"b{place}": 1}, "rhs": 13} for place in range(5)]
    record = {"a": 1.0, **{f"b{place}": 2.0 for place in range(5)}}
    answer = diagnose(pd.DataFrame([record]), {"variables": cells, "constraints": rows})
    assert answer.records["min_cost"].tolist() == [5]
    assert answer.records["suspects"].tolist() == ["b0, b1, b2, b3, b4"]


@pytest.mark.parametrize("domain", [[None, 0], [None, -5], [2, 9], [None, None]])
def test_a_domain_of_any_ends_is_kept(domain: list[float | None]) -> None:
    """A loss of at most nothing, a number between two: a frame leaves what a single record leaves."""
    cells = {"x": {}, "y": {"domain": domain}, "t": {}}
    posed = {"variables": cells, "constraints": [{"terms": {"x": 1, "y": 1, "t": -1}}]}
    for x, t in ((10.0, 3.0), (10.0, 14.0), (10.0, 30.0)):
        told = diagnose(pd.DataFrame({"x": [x], "t": [t]}), posed).records.loc[0]
        shown = {"x": {"value": x}, "y": {"domain": domain}, "t": {"value": t}}
        assert told["verdict"] == diagnose({**posed, "variables": shown}).verdict


@pytest.mark.parametrize("text", ["1000000000000000", "9999999999999999", "0.00000000000001"])
def test_sixteen_characters_are_read_as_fewer_are(text: str) -> None:
    """The longest prints that are read at once, round ones among them."""
    frame = pd.DataFrame({"x": [text], "m": ["0"], "t": [text], "b": [text]})
    assert diagnose(frame, RELATIONS).records["verdict"].tolist() == ["consistent"]


def test_numbers_stand_for_themselves() -> None:
    """In columns of numbers 0.1 + 0.2 is 0.3, and anything else is wrong."""
    frame = pd.DataFrame({"x": [0.1, 0.1], "m": [0.2, 0.2], "t": [0.1 + 0.2, 0.31]})
    answer = diagnose(frame, RELATIONS["constraints"][:1])
    assert answer.records["verdict"].tolist() == ["consistent", "inconsistent"]
    assert answer.records["diagnosis"].tolist()[1] == "tie"


def test_an_empty_frame_has_an_empty_answer() -> None:
    """No record, no row, and the same columns."""
    frame = pd.DataFrame({"x": [1.0], "m": [2.0], "t": [3.0], "b": [-1.0]})
    none = diagnose(frame.head(0), RELATIONS)
    assert none.records.empty
    assert none.records.columns.tolist() == diagnose(frame, RELATIONS).records.columns.tolist()


@pytest.mark.parametrize("power", [1, 1e3, 1e6, 1e12, 1e24])
def test_a_frame_is_judged_alike_in_any_unit(power: float) -> None:
    """Dollars, thousands and trillions give the same verdicts."""
    chance = np.random.default_rng(11)
    parts = np.round(chance.uniform(1, 999, (200, 2)), 2)
    frame = pd.DataFrame({"x": parts[:, 0], "m": parts[:, 1]})
    frame["t"], frame["b"] = frame["x"] + frame["m"], frame["x"] - frame["m"]
    frame.loc[::5, "m"] *= 1.5
    plain, scaled = diagnose(frame, RELATIONS), diagnose(frame * power, RELATIONS)
    assert plain.records["diagnosis"].equals(scaled.records["diagnosis"])
    assert plain.records["suspects"].equals(scaled.records["suspects"])
    assert plain.records["suspects"].tolist()[::5] == ["m"] * 40


@pytest.mark.parametrize(("x", "suspect"), [("102.5", "t"), (102.5, None)])
def test_digits_decide_only_where_every_suspect_was_printed(
    x: str | float, suspect: str | None
) -> None:
    """127.2 may be 122.7 with two digits exchanged; but a bare number has no digits to speak for it."""
    frame = pd.DataFrame({"x": [x], "m": ["20.2"], "t": ["127.2"]})
    told = diagnose(frame, [RELATIONS["constraints"][0]]).records.iloc[0]
    assert (told["suspects"] if isinstance(told["suspects"], str) else None) == suspect


def test_large_weights_and_carriers_are_swept_too() -> None:
    """A cheap carrier is blamed before dear figures."""
    rows = [
        {
            "id": "low",
            "terms": {"x": 1, "y": -0.59},
            "op": ">=",
            "figure": "g",
            "figure_weight": 0.5,
        },
        {"id": "high", "terms": {"x": 1, "y": -0.61}, "op": "<=", "figure": "g"},
    ]
    answer = diagnose(pd.DataFrame({"x": [60.0, 50.0], "y": [100.0, 100.0]}), rows)
    assert answer.records["suspects"].tolist()[1] == "g"
    assert answer.records["min_cost"].tolist() == [0.0, 0.5]


def test_several_wrong_figures_are_named_together() -> None:
    """Three numbers that a law gives: whichever of them are wrong, they are named, and no other is."""
    given = {"x": 3, "y": 4, "z": 5}
    rows = [{"terms": {name: 1}, "rhs": rhs} for name, rhs in given.items()]
    wrong = [("x",), ("x", "y"), ("y", "z"), (), ("x", "z"), ("x", "y", "z")]
    records = [{name: rhs + (name in one) for name, rhs in given.items()} for one in wrong]
    told = diagnose(pd.DataFrame(records), rows).records["suspects"].fillna("")
    assert told.tolist() == [", ".join(one) for one in wrong]


def test_short_work_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """A frame that is done in a moment leaves the terminal as it was."""
    diagnose(pd.DataFrame({"x": [1.0], "m": [2.0], "t": [3.0], "b": [-1.0]}), RELATIONS)
    assert capsys.readouterr() == ("", "")


KINDS = {
    "text": str,
    "object": object,
    "nullable float": "Float64",
    "text of pandas": "string",
    "category": "category",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_column_gives_the_same_answer(kind: str) -> None:
    """Texts, objects, nullable numbers and categories: the second record is wrong in its total."""
    frame = pd.DataFrame(
        {
            "x": ["10.5", "10.5"],
            "m": ["20.2", "20.2"],
            "t": ["30.7", "31.9"],
            "b": ["-9.7", "-9.7"],
        },
        index=pd.MultiIndex.from_tuples([("2018", 6), ("2018", 7)]),
    )
    given = (
        frame.astype(KINDS[kind])
        if kind != "nullable float"
        else frame.astype(float).astype("Float64")
    )
    answer = diagnose(given, RELATIONS)
    assert answer.records["suspects"].fillna("").tolist() == ["", "t"]
    assert answer.records.index.equals(frame.index)
    assert answer.located_sets["record"].tolist() == [("2018", 7)]


@pytest.mark.parametrize("kind", ["text", "object", "text of pandas"])
def test_a_part_of_a_frame_is_read_as_the_whole(kind: str) -> None:
    """Rows taken out of the middle, one of them unprinted, keep the answers that they have in the whole."""
    rows = [(f"{place}.25", "1.50", f"{place + 1 + place % 2}.75", None) for place in range(8)]
    frame = pd.DataFrame(rows, columns=list("xmtb"), dtype=KINDS[kind])
    frame.loc[3, "m"] = None
    whole, part = diagnose(frame, RELATIONS), diagnose(frame.iloc[2:7], RELATIONS)
    assert whole.records["verdict"].tolist() == [
        "inconsistent" if place % 2 and place != 3 else "consistent" for place in range(8)
    ]
    pd.testing.assert_frame_equal(whole.records.iloc[2:7], part.records)


@pytest.mark.parametrize("kind", ["text", "object"])
def test_two_numbers_in_one_cell_are_refused(kind: str) -> None:
    """A line end inside a cell neither ends it nor joins what stands around it."""
    frame = pd.DataFrame({"x": ["1\n2"], "m": ["3"], "t": ["15"]}, dtype=KINDS[kind])
    with pytest.raises(FigureSystemError, match="no number"):
        diagnose(frame, RELATIONS)


def test_a_printed_zero_was_not_slipped_into() -> None:
    """Nothing printed for 0.00 where 2.00 is needed: implied, no digit changed, alone and in a frame."""
    prints = {"x": "0.00", "m": "5.00", "t": "7.00", "b": "-3.00"}
    alone = diagnose(
        {**RELATIONS, "variables": {name: {"printed": text} for name, text in prints.items()}}
    )
    (record,) = diagnose(pd.DataFrame([prints]), RELATIONS).records.itertuples()
    assert [(one.kind, dict(one.values)) for one in alone.repairs] == [("implied", {"x": 2})]
    assert (record.suspects, record.kind, record.likely_value) == ("x", "implied", 2.0)


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, "", "  "])
def test_what_is_not_printed_is_written_in_many_ways(nothing: object) -> None:
    """None, NaN, NA and blanks are no print."""
    frame = pd.DataFrame({"x": ["1.0"], "m": ["2.0"], "t": ["9.0"], "b": ["-1.0"]}).astype(object)
    frame.loc[0, "t"] = nothing
    assert diagnose(frame, RELATIONS).records["verdict"].tolist() == ["consistent"]


def test_decimals_are_numbers() -> None:
    """Decimal("10.50") in a cell is read as it is written."""
    frame = pd.DataFrame(
        {"x": [Decimal("10.50")], "m": [Decimal("20.25")], "t": [Decimal("30.80")]}
    )
    answer = diagnose(frame, RELATIONS["constraints"][:1])
    assert answer.records["verdict"].tolist() == ["inconsistent"]


def test_an_error_names_twenty_columns_and_no_more() -> None:
    """Of relations and frames that are wider, the first twenty say enough."""
    wide = [{"id": "all", "terms": {f"cell {one:02}": 1 for one in range(30)}}]
    others = pd.DataFrame({f"other {one:02}": [1] for one in range(30)})
    with pytest.raises(FigureSystemError) as error:
        diagnose(others, wide)
    for name in ("cell", "other"):
        assert str(error.value).count(name) == 20
        assert f"{name} 19" in str(error.value)


@pytest.mark.parametrize("weight", [2.5, 4, 4.5])
def test_four_light_figures_that_weigh_as_much_as_a_dear_one_are_a_tie(weight: float) -> None:
    """One figure in four sums, all missed: it, the four others, or both where they weigh the same."""
    cells = {"a": {"weight": weight}} | {f"b{place}": {} for place in range(4)}
    rows = [{"terms": {"a": 1, f"b{place}": 1}, "rhs": 13} for place in range(4)]
    record = {"a": 1.0, **{f"b{place}": 2.0 for place in range(4)}}
    answer = diagnose(pd.DataFrame([record]), {"variables": cells, "constraints": rows})
    values = {name: {**cell, "value": record[name]} for name, cell in cells.items()}
    one = diagnose({"variables": values, "constraints": rows})
    told = answer.located_sets.groupby("set")["figure"].agg(lambda names: tuple(sorted(names)))
    assert sorted(told) == sorted(one.located_sets)
    assert len(one.located_sets) == (2 if weight == 4 else 1)
    assert answer.records["diagnosis"].tolist() == [str(one.diagnosis)]
