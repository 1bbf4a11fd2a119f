"""The JSON is the contract's: names, numbers and places that other programs rely on."""

import json
from dataclasses import replace

from report_flagship import CHECKED, CITED, DOCUMENT, FLAGSHIP, REFERENCE, TEXT, TOTAL, of_text

from nktrade.report import json_form
from nktrade.report.report import Report

DOC = json.loads(FLAGSHIP.to_json())["docs"][0]


def test_the_envelope_names_version_baselines_docs_and_unread() -> None:
    """A reader knows from the head what it holds."""
    envelope = json.loads(FLAGSHIP.to_json())
    assert list(envelope) == ["schema_version", "nktrade", "baselines", "docs", "unread"]
    assert envelope["schema_version"] == 1
    assert envelope["baselines"][0]["name"] == "china_customs"


def test_a_claim_has_its_numbers_key_and_place() -> None:
    """Whole numbers are whole, the surface stands at its offsets, lines count from 1."""
    claim = DOC["claims"][3]
    assert (claim["value"], claim["low"], claim["high"]) == (241930000, 241925000, 241935000)
    assert TEXT[claim["start"] : claim["end"]] == claim["surface"] == "USD 241.93 million"
    assert (claim["line"], claim["occurrence"]) == (4, 1)
    assert (claim["period_start"], claim["period_end"]) == ("2018-06-01", "2018-06-30")
    assert (claim["flow"], claim["reporter"], claim["partner"]) == ("import", "PRK", "CHN")
    assert claim["confidence"] == {"flow": 0.98, "period": 0.9}
    assert isinstance(claim["value"], int)


def test_a_relation_has_its_intervals_and_its_diagnosis() -> None:
    """What cannot hold is given with both sides, the gap, the suspect and the repairs."""
    relation = DOC["relations"][0]
    assert relation["args"] == {"parts": ["c1", "c4"], "total": ["c6"]}
    assert relation["gap"] == [37721000, 37733000]
    assert (relation["holds"], relation["verdict"]) == (False, "located")
    assert (relation["suspect"], relation["likely_value"]) == (["c4"], 204203000)
    assert relation["repairs"][1]["values"] == {"c1": 12965000, "c4": 204193000}


def test_a_wrong_citation_is_a_relation_by_its_surface() -> None:
    """The citation is found by what is printed, not by a claim."""
    relation = DOC["relations"][2]
    assert relation["type"] == "reference"
    assert relation["args"] == {"surface": "Resolution 2379", "occurrence": 1}
    assert DOC["references"][0]["likely_number"] == 2397


def test_a_surface_wrong_twice_is_two_citations() -> None:
    """Each relation of one surface stands at its own occurrence."""
    again = replace(REFERENCE, occurrence=2, start=0, end=15)
    checked = replace(
        CHECKED, relations=(CITED, replace(CITED, id="r4")), references=(REFERENCE, again)
    )
    relations = json.loads(Report(checked=(checked,)).to_json())["docs"][0]["relations"]
    assert [one["args"]["occurrence"] for one in relations] == [1, 2]


def test_what_holds_has_no_verdict() -> None:
    """Verdict and severity are null where a relation holds."""
    held = replace(TOTAL, holds=True)
    report = Report(checked=(replace(CHECKED, relations=(held,)),))
    relation = json.loads(report.to_json())["docs"][0]["relations"][0]
    assert (relation["verdict"], relation["severity"]) == (None, None)


def test_open_ends_are_null() -> None:
    """Dozens have a least and no most."""
    assert (DOC["statements"][0]["low"], DOC["statements"][0]["high"]) == (24, None)


def test_a_baseline_entry_names_its_witnesses() -> None:
    """Who printed it, when, and how many independent origins agree."""
    entry = DOC["baseline"][1]
    assert (entry["claim"], entry["against"], entry["origins"]) == ("c4", "china_customs", 2)
    assert entry["as_of"] == "2018-07-23"
    assert entry["holds"] is False


def test_claims_alone_judge_nothing() -> None:
    """The claims form has no relations and no baseline."""
    claims = json.loads(json_form.to_json(FLAGSHIP, claims_only=True))["docs"][0]
    assert claims["claims"] == DOC["claims"]
    assert not {"relations", "baseline", "references"} & set(claims)


def test_the_text_comes_only_when_asked_for() -> None:
    """Offsets can be checked against the clean text itself."""
    assert "text" not in DOC
    assert json.loads(FLAGSHIP.to_json(with_text=True))["docs"][0]["text"] == TEXT


def test_the_same_report_gives_the_same_bytes() -> None:
    """Nothing in the output depends on time, order of sets or the run."""
    assert FLAGSHIP.to_json() == FLAGSHIP.to_json()


def test_a_lone_surrogate_survives_as_an_escape() -> None:
    """Hostile text stays valid JSON in valid UTF-8."""
    written = of_text("odd \ud800 text").to_json(with_text=True)
    assert json.loads(written.encode("utf-8"))["docs"][0]["text"] == "odd \ud800 text"


def test_a_number_too_large_for_any_double_is_null() -> None:
    """No reader is handed a number that it would lose; the surface still says it."""
    digits = "9" * 4000
    report = of_text(f"{digits} tons", (f"{digits} tons",))
    claim = CHECKED.reading.claims[0]
    huge = replace(claim, figure=replace(claim.figure, amount=replace(claim.amount, digits=digits)))
    reading = replace(report.checked[0].reading, claims=(huge,))
    checked = replace(report.checked[0], reading=reading)
    read = json.loads(Report(checked=(checked,)).to_json())["docs"][0]["claims"][0]
    assert read["value"] is None


def test_source_places_follow_the_document() -> None:
    """Lines and source offsets are those of the file."""
    shifted = replace(DOCUMENT, line_starts=(0, 10, 20, 30, 40, 50))
    report = Report(checked=(replace(CHECKED, document=shifted),))
    assert json.loads(report.to_json())["docs"][0]["claims"][0]["line"] == 6
