"""A report of June 2018 made by hand: what the road should find in a brief of our own words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from nktrade.core.amount import Amount
from nktrade.core.claims import Citation, Claim, Figure, Reading, Statement
from nktrade.core.codes import Channel, Flow, Kind, Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.findings import Implied, Reference, Relation, Repair, Witness
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.report.report import BaselineUsed, Checked, Report

MILLION = 10**6
JUNE = Period.of("2018-06")
TEXT = """A thin month on the Yalu

Customs returns for June put the North's sales to China at 12,955,000 USD, 92% less than a year before.
Purchases fell 37.5% to USD 241.93 million, and the two together fell 55.5 percent to 217.158 million USD.

Machinery has been barred since "Resolution 2379" of December 2017, yet dozens of trucks cross.
"""
DOCUMENT = Document(
    id="june-2018",
    text=TEXT,
    file="june-2018.md",
    sha256="0" * 64,
    lang="en",
    date=date(2018, 8, 20),
    title="A thin month on the Yalu",
    line_starts=tuple(
        place for place, _ in enumerate(TEXT) if place == 0 or TEXT[place - 1] == "\n"
    ),
)


def figure(surface: str, digits: str, unit: str, scale: int = 1, text: str = TEXT) -> Figure:
    start = text.index(surface)
    amount = Amount(digits=digits, scale=Fraction(scale), zeros_known=unit == "percent")
    return Figure(
        document="june-2018",
        start=start,
        end=start + len(surface),
        surface=surface,
        amount=amount,
        unit=unit,
    )


def claim(
    name: str,
    printed: Figure,
    kind: Kind,
    flow: Flow,
    **more: Any,  # noqa: ANN401 - any field
) -> Claim:
    return Claim(
        id=name,
        figure=printed,
        kind=kind,
        flow=flow,
        reporter="PRK",
        partner="CHN",
        commodity="all",
        period=JUNE,
        source=("Chinese customs",),
        channel=Channel.RECORDED,
        inferred=("period",),
        confidence=(("flow", 0.98), ("period", 0.9)),
        **more,
    )


def change(name: str, surface: str, digits: str, flow: Flow) -> Claim:
    printed = figure(surface, digits, "percent")
    return claim(name, printed, Kind.CHANGE_PCT, flow, sign="-", base="year_earlier")


CLAIMS = (
    claim("c1", figure("12,955,000 USD", "12955000", "USD"), Kind.LEVEL, Flow.EXPORT),
    change("c2", "92% less", "92", Flow.EXPORT),
    change("c3", "37.5%", "37.5", Flow.IMPORT),
    claim("c4", figure("USD 241.93 million", "241.93", "USD", MILLION), Kind.LEVEL, Flow.IMPORT),
    change("c5", "55.5 percent", "55.5", Flow.TOTAL),
    claim("c6", figure("217.158 million USD", "217.158", "USD", MILLION), Kind.LEVEL, Flow.TOTAL),
)
TOTAL = Relation(
    id="r1",
    document="june-2018",
    check="total",
    type="sum",
    args=(("parts", ("c1", "c4")), ("total", ("c6",))),
    left=Interval.of(254879500, 254890500),
    right=Interval.of(217157500, 217158500),
    gap=Interval.of(37721000, 37733000),
    holds=False,
    verdict=Verdict.LOCATED,
    severity=Severity.ERROR,
    suspect=("c4",),
    likely_value=Fraction(204203000),
    repairs=(
        Repair(
            values=(("c4", Fraction(204203000)),),
            kind="implied",
            probability=0.7,
            evidence=(
                "the printed falls of 92, 37.5 and 55.5 percent fit only imports as the error",
            ),
        ),
        Repair(
            values=(("c1", Fraction(12965000)), ("c4", Fraction(204193000))),
            kind="substitution and omission",
            probability=0.16,
        ),
    ),
    explanation="freeing imports alone lets the other five figures stand; nothing else alone does",
)
GROWTH = Relation(
    id="r2",
    document="june-2018",
    check="growth",
    type="weighted_change",
    args=(("parts", ("c1", "c4")), ("pct", ("c2", "c3", "c5")), ("total", ("c6",))),
    left=Interval.of(539200000, 560100000),
    right=Interval.of(487400000, 488600000),
    gap=Interval.of(50600000, 72700000),
    holds=False,
    verdict=Verdict.LOCATED,
    severity=Severity.ERROR,
    suspect=("c4",),
)
CITED = Relation(
    id="r3",
    document="june-2018",
    check="resolution",
    type="reference",
    args=(),
    left=None,
    right=None,
    gap=None,
    holds=False,
    verdict=Verdict.LOCATED,
    severity=Severity.ERROR,
    surface="Resolution 2379",
    explanation="2379 is about another matter; machinery was barred by 2397 of 22 December 2017",
)
_START = TEXT.index("Resolution 2379")
REFERENCE = Reference(
    document="june-2018",
    surface="Resolution 2379",
    occurrence=1,
    start=_START,
    end=_START + len("Resolution 2379"),
    number=2379,
    number_ok=False,
    date_ok=None,
    likely_number=2397,
)


def witness(
    name: str,
    value: int,
    **more: Any,  # noqa: ANN401 - any field
) -> Witness:
    fields = {
        "claim": name,
        "document": "june-2018",
        "against": "china_customs",
        "low": Fraction(value) - 5000,
        "high": Fraction(value) + 5000,
        "as_of": date(2018, 7, 23),
        "origins": 2,
        "origin_names": ("Reuters", "Yonhap"),
        "compiler": "China customs",
        "holds": True,
        "verdict": None,
        "severity": None,
        "source": "General Administration of Customs, as printed by Reuters",
    }
    return Witness(**{**fields, **more})


WITNESSES = (
    witness("c1", 12970000, holds=False, verdict=Verdict.LOCATED, severity=Severity.WARNING),
    witness("c4", 204190000, holds=False, verdict=Verdict.LOCATED, severity=Severity.ERROR),
    witness("c6", 217160000),
)
CHECKED = Checked(
    document=DOCUMENT,
    reading=Reading(
        document="june-2018",
        lang="en",
        claims=CLAIMS,
        statements=(
            Statement(
                id="s1",
                document="june-2018",
                start=TEXT.index("dozens"),
                end=TEXT.index("dozens") + len("dozens of trucks"),
                surface="dozens of trucks",
                interval=Interval.of(24, None),
                says="count",
            ),
        ),
        citations=(
            Citation(
                document="june-2018",
                start=REFERENCE.start,
                end=REFERENCE.end,
                surface="Resolution 2379",
                number=2379,
            ),
        ),
        notes=("a table of January to June is announced and absent",),
    ),
    relations=(TOTAL, GROWTH, CITED),
    witnesses=WITNESSES,
    references=(REFERENCE,),
    implied=(
        Implied(
            document="june-2018",
            cell="import PRK < CHN all 2018-06 USD",
            interval=Interval.of(204202000, 204204000),
            claims=("c1", "c6"),
        ),
    ),
)
FLAGSHIP = Report(
    checked=(CHECKED,),
    baselines=(BaselineUsed(name="china_customs", vintage="2019-01-14", sha256="1" * 64),),
)


def of_text(
    text: str,
    surfaces: tuple[str, ...] = (),
    **more: Any,  # noqa: ANN401 - any field
) -> Report:
    """A report of one document in which each surface is read as an unchecked level in dollars."""
    claims = tuple(
        claim(
            f"c{place}",
            replace(figure(surface, "5", "USD", text=text), document="doc"),
            Kind.LEVEL,
            Flow.EXPORT,
        )
        for place, surface in enumerate(surfaces, 1)
    )
    document = Document(id="doc", text=text, file="doc.txt", lang="en", **more)
    reading = Reading(document="doc", lang="en", claims=claims)
    return Report(checked=(Checked(document=document, reading=reading),))
