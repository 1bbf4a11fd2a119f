"""CSV, frames and SARIF say the same as the report."""

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pandas as pd
import pytest
from report_flagship import CHECKED, DOCUMENT, FLAGSHIP, TEXT, of_text
from sarif_rules import LOG

import nktrade as nk
from nktrade.core.documents import Unread
from nktrade.report import csv_form, schema
from nktrade.report.report import Report

FRAMES = {
    "claims": schema.CLAIMS,
    "findings": schema.FINDINGS,
    "relations": schema.RELATIONS,
    "baseline": schema.BASELINE,
}


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize(
    "report", [FLAGSHIP, of_text("Nothing."), Report()], ids=["flagship", "quiet", "empty"]
)
def test_every_frame_satisfies_its_schema(name: str, report: Report) -> None:
    """Full or empty, a frame has the columns and types that its schema declares."""
    FRAMES[name].validate(getattr(report, name))


def test_the_frame_of_claims_has_dates_and_numbers() -> None:
    """Periods are days and amounts are numbers, ready to compute with."""
    claims = FLAGSHIP.claims.set_index("id")
    assert claims.loc["c4", "value"] == 241_930_000
    assert claims.loc["c4", "period_end"] == pd.Timestamp("2018-06-30")
    assert claims.loc["c4", "confidence"] == pytest.approx(0.9)


def test_findings_stand_in_the_order_of_explain() -> None:
    """Row zero is the most severe and explain(0) tells it."""
    findings = FLAGSHIP.findings
    assert list(findings["severity"]) == ["error"] * 4 + ["warning"]
    for row, name in enumerate(findings["id"]):
        assert name in FLAGSHIP.explain(row).splitlines()[0]


def test_intervals_of_relations_are_two_columns() -> None:
    """The gap of the total is 37.721 to 37.733 million."""
    relations = FLAGSHIP.relations.set_index("id")
    assert relations.loc["r1", "gap_low"] == 37_721_000
    assert relations.loc["r1", "args"] == "parts=c1 c4; total=c6"


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1"])
def test_a_formula_in_a_text_is_defused(formula: str) -> None:
    """A spreadsheet shows a surface that looks like a formula, and runs nothing."""
    assert csv_form.defused(formula) == f"'{formula}"


def test_csv_keeps_numbers_and_defuses_surfaces() -> None:
    """A surface with a formula is led by an apostrophe; numbers and lone signs are untouched."""
    report = of_text("=SUM(5) dollars", ("=SUM(5)",))
    row = next(csv.DictReader(io.StringIO(csv_form.claims_csv(report))))
    assert row["surface"] == "'=SUM(5)"
    assert row["value"] == "5"
    assert csv_form.defused("-") == "-"
    assert csv_form.defused(-5) == -5


def test_csv_has_one_row_per_finding() -> None:
    """The CSV of a report is its findings, the most severe first."""
    rows = list(csv.DictReader(io.StringIO(FLAGSHIP.to_csv())))
    assert [row["id"] for row in rows] == list(FLAGSHIP.findings["id"])
    assert rows[0]["likely_value"] == "204203000"


def test_sarif_puts_a_finding_on_its_line() -> None:
    """The region of a result is the figure, by line and column and by offset."""
    run = json.loads(FLAGSHIP.to_sarif())["runs"][0]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    region = place["region"]
    assert place["artifactLocation"]["uri"] == "june-2018.md"
    line = TEXT.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "USD 241.93 million"
    offset = region["charOffset"]
    assert TEXT[offset : offset + region["charLength"]] == "USD 241.93 million"
    assert first["level"] == "error"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "total"


@pytest.mark.parametrize(
    "report", [FLAGSHIP, Report(), Report(unread=(Unread(file="x", reason="x: found \x1b"),))]
)
def test_sarif_keeps_the_rules_of_the_standard(report: Report) -> None:
    """Required properties, no unknown ones, known words, lines and columns from one."""
    log = json.loads(report.to_sarif())
    jsonschema.Draft7Validator(LOG).validate(log)
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(rules) == len(set(rules))
        assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def test_the_rules_of_the_standard_are_no_open_door() -> None:
    """A line nought, an unknown level and an unknown property are refused."""
    whole = json.loads(FLAGSHIP.to_sarif())
    for change in ({"level": "fatal"}, {"colour": "red"}, {"message": {}}):
        broken = json.loads(json.dumps(whole))
        broken["runs"][0]["results"][0] |= change
        assert not jsonschema.Draft7Validator(LOG).is_valid(broken)


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    """Text put in before a finding changes its place and not its identity."""
    moved = replace(DOCUMENT, line_starts=(0, 1, 2, *DOCUMENT.line_starts[1:]))
    here, there = (
        [one["partialFingerprints"] for one in json.loads(report.to_sarif())["runs"][0]["results"]]
        for report in (FLAGSHIP, Report(checked=(replace(CHECKED, document=moved),)))
    )
    assert here == there


def test_sarif_survives_hostile_names_and_texts() -> None:
    """A path is a valid address, and brackets of a text make no link."""
    spaced = replace(DOCUMENT, file="a b/c:d%.txt")
    report = Report(
        checked=(replace(CHECKED, document=spaced),),
        unread=(Unread(file="x", reason="x: found [a](http://b) \u202e"),),
    )
    run = json.loads(report.to_sarif())["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/c%3Ad%25.txt"
    said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "](" not in said
    assert "\u202e" not in said


def test_a_baseline_row_without_an_upper_end_is_told_in_every_form() -> None:
    """KOTRA's "more than 490 million" of March 2016 has no upper end, and no form invents one."""
    text = "Trade between China and North Korea came to $270.9 million in March 2016, customs said."
    report = nk.check(text, against="china_customs")
    assert "at least 490 million USD" in str(report)
    assert "at least 490 million USD" in report.to_html()
    rows = report.baseline
    assert rows.loc[rows["low"] == 490_000_000, "high"].isna().all()
    assert "percent" in report.plot.baseline().get_xlabel()
