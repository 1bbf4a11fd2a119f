"""The ways out: Stata, Parquet, LaTeX and BibTeX say what the frames say, and every print is cited."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_flagship import FLAGSHIP, of_text

import nktrade as nk
from nktrade.report import frames
from nktrade.report.labels import CODES, LABELS
from nktrade.report.latex import as_latex, escaped
from nktrade.report.report import Report

TABLES = ("claims", "findings", "relations", "baseline", "implied")
NORTH = (
    "In June 2018 North Korea's exports to China were $12.9 million and China's exports to North Korea "
    "were $304.19 million, Chinese customs said. Total trade was $217.16 million."
)


@pytest.fixture(scope="module")
def report() -> Report:
    """A text of ours, held against what was printed of June 2018."""
    return nk.check(NORTH, against="china_customs")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("told", [FLAGSHIP, of_text("Nothing."), Report()])
def test_stata_has_every_row_and_a_label_on_every_variable(
    table: str, told: Report, tmp_path: Path
) -> None:
    """Full or empty; codes have labels of their own, days are days, and one frame is one file."""
    file, again = tmp_path / "a.dta", tmp_path / "b.dta"
    told.to_stata(file, table)
    told.to_stata(again, table)
    assert file.read_bytes() == again.read_bytes()
    frame = frames.named(told, table)
    with pd.io.stata.StataReader(file) as reader:
        read, labels = reader.read(), reader.variable_labels()
        coded = set(reader.value_labels())
    assert list(labels.values()) == [LABELS[name] for name in frame.columns]
    assert len(read) == len(frame)
    assert coded >= {name for name in frame.columns if name in CODES and frame[name].notna().any()}
    for name in {"low", "high", "period_start", "as_of"} & set(frame.columns):
        pd.testing.assert_series_equal(
            read[name], frame[name], check_dtype=False, check_freq=False, check_index_type=False
        )


def test_labels_fit_statas_window_and_cover_every_column() -> None:
    """Eighty characters at most, none to spare and none forgotten."""
    columns = {name for table in TABLES for name in frames.named(Report(), table).columns}
    assert set(LABELS) == columns
    assert max(map(len, LABELS.values())) <= 80


@pytest.mark.parametrize("table", TABLES)
def test_parquet_is_the_frame(table: str, report: Report, tmp_path: Path) -> None:
    """Every cell comes back, and one frame is one file."""
    report.to_parquet(tmp_path / "a.parquet", table)
    report.to_parquet(tmp_path / "b.parquet", table)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    frame = frames.named(report, table)
    read = pd.read_parquet(tmp_path / "a.parquet").astype(frame.dtypes)
    pd.testing.assert_frame_equal(read, frame)


def test_latex_has_the_rules_of_booktabs_and_a_line_for_each_row(report: Report) -> None:
    """Columns as asked; numbers stand to the right."""
    told = report.to_latex("claims", ["surface", "value", "flow"]).splitlines()
    assert told[1] == r"\begin{tabular}{lrl}"
    assert (told[2], told[4], told[-2]) == (r"\toprule", r"\midrule", r"\bottomrule")
    assert told[5] == r"\$12.9 million & 12,900,000 & export \\"
    assert len(told) == len(report.claims) + 7


@given(st.text())
def test_no_text_escapes_into_latex(text: str) -> None:
    """What LaTeX obeys stands behind a backslash or in a word of our own, on one line."""
    told = escaped(text)
    bare = re.sub(r"\\text[a-z]+\{\}|\\[&%$#_{}]", "", told)
    assert not re.search(r'[\\&%$#_{}~^<>|"\n\r]', bare)
    assert len(as_latex(pd.DataFrame({"a": [text]})).splitlines()) == 8


def test_every_print_of_a_witness_is_cited(report: Report) -> None:
    """An entry for each article, its rows named; the keys are one each, and the braces close."""
    told = report.to_bibtex()
    keys = re.findall(r"^@misc\{([^,]+),$", told, flags=re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert keys[0] == "nktrade"
    assert "reuters-2018-07-23" in keys
    prints = {one for row in report.checked[0].witnesses for one in row.prints}
    assert prints
    noted = set(
        re.findall(r"\b[mc]\d+[bc]?\b", " ".join(re.findall(r"note = \{rows (.*) of the", told)))
    )
    assert noted == {one.row for one in prints}
    assert told.count("{") == told.count("}")


def test_a_sentence_names_the_text_the_check_and_who_printed_what(report: Report) -> None:
    """One line for a paper: file or text, check, office, agency, day, baseline and vintage."""
    total = list(report.findings["check"]).index("total")
    told = report.cite(total)
    assert 'check "total" of nktrade' in told
    assert "China customs, as printed by Reuters (" in told
    assert "23 July 2018" in told
    assert f"baseline china_customs of {report.baselines[0].vintage}" in told
    assert "\n" not in told


def test_a_finding_that_no_baseline_knows_is_cited_by_its_text() -> None:
    """Without a witness the sentence ends after the check."""
    text = "In June China sold goods for $24 million to Japan and bought goods for $31 million. "
    told = nk.check(text + "Trade between the two came to $79 million.", against="none").cite(0)
    assert re.fullmatch(r'text:1 \[SHA-256 [0-9a-f]{12}\], check "total" of nktrade \S+\.', told)
