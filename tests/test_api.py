"""The public names and their signatures: changing one is a decision and a line in the changelog."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import nktrade as nk

MOST_NAMES = 30
NAMES = (
    "CHECKS Amount Check Citation Claim Document Figure Interval Ledger NktradeError Period Relation Report "
    "Statement Witness baseline caps check diagnose gap lineage load measures mirror read read_claims reconcile testing units"
)
PARAMETERS = {
    "baseline": "name as_of",
    "caps": "year supplier claims",
    "check": "source *against *checks *date *lang *encoding *given *context *max_size *max_nesting *progress",
    "diagnose": "system relations",
    "gap": "ledger",
    "measures": "commodity flow on",
    "read": "source *date *lang *encoding *context *max_size *max_nesting *progress",
    "read_claims": "document",
    "reconcile": "ledger",
}
REPORT = (
    "claims findings relations baseline plot explain cite require_none exit_status amend drop add undo "
    "bundle"
)
FORMS = "to_json to_text to_csv to_html to_sarif to_latex to_bibtex to_stata to_parquet"


def parameters(name: str) -> str:
    """The parameters of a public function, those by keyword alone with a star."""
    found = inspect.signature(getattr(nk, name)).parameters.values()
    return " ".join(("*" if one.kind is one.KEYWORD_ONLY else "") + one.name for one in found)


def test_the_public_names_are_these() -> None:
    """No name went, and none is private; a new one is written here too."""
    assert sorted(nk.__all__) == sorted(NAMES.split())
    assert not [name for name in nk.__all__ if name.startswith("_")]


def test_tab_completion_fits_a_screen() -> None:
    """At most thirty names, all of which exist."""
    assert len(dir(nk)) <= MOST_NAMES
    assert all(getattr(nk, name) is not None for name in dir(nk))
    assert len([name for name in dir(nk.Report()) if not name.startswith("_")]) <= MOST_NAMES


def test_the_signatures_are_these() -> None:
    """Parameters keep their names and their order."""
    for name, told in PARAMETERS.items():
        assert parameters(name).startswith(told), name


def test_a_report_has_its_frames_and_forms() -> None:
    """What users rely on stays."""
    assert not {*REPORT.split(), *FORMS.split()} - set(dir(nk.Report))


def test_records_print_one_line() -> None:
    """Every record says what it is, in no more than a line of a screen is wide."""
    text = "In June 2018 China exported $2 million to Japan, in breach of resolution 2397."
    report = nk.check(
        text + " It sold Iran $3 million of oil and bought none. Trade was $9 million."
    )
    reading = report.checked[0].reading
    claim, citation = reading.claims[0], reading.citations[0]
    relation = report.checked[0].relations[0]
    records = (nk.Interval.of(1, 2), nk.Period.of("2018-06"), claim, claim.figure, citation)
    for record in (*records, nk.CHECKS[0], relation, report, report.checked[0].document):
        assert "\n" not in repr(record)
        assert len(repr(record)) <= 120


def test_importing_loads_nothing_heavy_and_changes_nothing() -> None:
    """Neither pandas nor matplotlib is there after the import, and no warning filter is set."""
    shown = _printed(
        "import sys, warnings; before = list(warnings.filters); import nktrade; "
        "print(before == list(warnings.filters), *sorted({'pandas', 'matplotlib', 'pint'} & set(sys.modules)))"
    )
    assert shown == "True"


def test_checking_prose_loads_no_engine_for_customs_files(tmp_path: Path) -> None:
    """Lists of goods between commas, line by line, are no table: nothing that reads tables is there."""
    brief = tmp_path / "brief.txt"
    brief.write_text(
        "In May 2019 China sold the North soybean oil, sugar, flour, tyres and fertiliser,\n"
        "while coal, iron ore, seafood, textiles and labour stayed under sanctions there,\n"
        "as dealers in Dandong, Hunchun, Linjiang, Tumen and Changbai told reporters by telephone.\n"
    )
    shown = _printed(
        f"import sys, nktrade; nktrade.check({str(brief)!r}, against='none'); "
        "print(*sorted({'narwhals', 'duckdb', 'nktrade.customs', 'nktrade.tabling'} & set(sys.modules)))"
    )
    assert not shown


def _printed(program: str) -> str:
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    ).stdout.strip()
