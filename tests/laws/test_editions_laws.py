"""Laws of editions: one report in four languages is one set of claims, one verdict and one witness."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import nktrade as nk
from nktrade.checks.notes import AGREE
from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.reading import read
from nktrade.report.report import Report
from nktrade.testing.choice import Seeded
from nktrade.testing.editions import TrueReport, languages, true_report

DAY = date(2025, 1, 20)


REPORTS = st.integers(min_value=0).map(lambda seed: true_report(Seeded(str(seed))))


def document(report: TrueReport, language: str) -> Document:
    return Document(id=language, text=report.printed(language), date=DAY)


def told(claim: Claim) -> tuple[object, ...]:
    sides = (claim.reporter, claim.partner, claim.flow, claim.commodity)
    return (
        claim.kind,
        *sides,
        claim.period,
        claim.figure.unit,
        claim.sign,
        claim.base,
        claim.amount.printed,
    )


def verdicts(relations: tuple[Relation, ...]) -> list[tuple[str, bool | None, str, str]]:
    return sorted(
        (row.check, row.holds, str(row.verdict), str(row.severity))
        for row in relations
        if row.check != AGREE.name
    )


def by_document(report: Report) -> dict[str, tuple[Relation, ...]]:
    return {one.document.id: one.relations for one in report.checked}


@given(REPORTS)
def test_a_report_printed_in_four_languages_gives_equal_claims(report: TrueReport) -> None:
    """Kind, sides, goods, period, unit, sign, base and interval are the same in each."""
    found = {
        frozenset(told(claim) for claim in read(document(report, language)).claims)
        for language in languages()
    }
    assert len(found) == 1
    assert len(next(iter(found))) == 5


@settings(max_examples=10)
@given(REPORTS, st.integers(0, 9))
def test_a_report_printed_in_four_languages_gets_one_verdict(report: TrueReport, slip: int) -> None:
    """True or with a total that is wrong, the same checks hold and fail in each, and editions agree."""
    printed = report.with_total(report.total + slip * 1_000)
    every = by_document(nk.check([document(printed, one) for one in languages()], against="none"))
    assert len({str(verdicts(relations)) for relations in every.values()}) == 1
    agreements = [row for rows in every.values() for row in rows if row.check == AGREE.name]
    assert agreements
    assert all(row.holds for row in agreements)


@settings(max_examples=10)
@given(REPORTS, st.integers(1, 9))
def test_editions_are_one_witness(report: TrueReport, slip: int) -> None:
    """What is said of a text alone is said of it beside its editions: they vouch for nothing."""
    printed = report.with_total(report.total + slip * 1_000)
    together = by_document(
        nk.check([document(printed, one) for one in languages()], against="none")
    )
    for language in languages():
        alone = by_document(nk.check(document(printed, language), against="none"))
        assert verdicts(alone[language]) == verdicts(together[language])


@settings(max_examples=10)
@given(REPORTS, st.sampled_from(["ko", "zh", "ja"]), st.sampled_from([10, 10_000]))
def test_a_slip_of_a_number_word_in_one_edition_is_found(
    report: TrueReport, language: str, factor: int
) -> None:
    """The import, printed too small in English, is the only figure in which the editions differ."""
    wrong = report.printed("en").replace(
        f"were ${report.imports / 100:.2f} million",
        f"were ${report.imports / 100 / factor:.6f} million",
    )
    texts = [document(report, language), Document(id="en", text=wrong, date=DAY)]
    every = by_document(nk.check(texts, against="none"))
    (broken,) = [
        row for rows in every.values() for row in rows if row.check == AGREE.name and not row.holds
    ]
    assert f"factor of {factor}," in broken.explanation
