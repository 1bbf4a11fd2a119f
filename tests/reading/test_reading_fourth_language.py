"""A fourth language is one file: no code knows its words."""

from datetime import date
from pathlib import Path

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading import read

TOY = r"""
# A small lexicon of Spanish trade reporting.
[language]
code = "es"
spaced = true
decimal = ","
thousands = "."
heads = "before"
places = false
section = "1000"
digits = '\d+(?:[.,]\d+)*'
joiner = ' '
blank = ' '
per = ' por '
link = '(?: ?(?P<range>-) ?| y |, | a (?P<wide>unos) )'
possessive = "(?!)"
citation = ' (?P<n>\d{4})(?P<year>(?!))?'
citation_next = ', (?P<n>\d{4})(?P<year>(?!))?'
deadline = '(?!)'
owners = ["sus"]
sentence = '[.](?= [A-Z])'
abbreviations = []

[numbers]
1 = ["uno"]

[scales]
1000000 = ["millones", "millones de"]

[money_before]
USD = ["$"]

[money_after]
USD = ["dólares", "de dólares"]

[units]
percent = ["%", "por ciento"]
t = ["toneladas"]

[counts]
ship = ["barcos"]

[months]
6 = ["junio"]
7 = ["julio"]

[ordinals]
1 = ["primer"]

[years]
-1 = ["el año pasado"]

[[periods]]
means = "month"
forms = ["{month}[ de {year}]"]

[[periods]]
means = "base:year_earlier"
forms = ["un año antes"]

[words.flow]
export = ["exportaciones"]
import = ["importaciones"]

[words.case]
destination = ["a"]
origin = ["desde"]
of = ["de"]

[words.change]
"+" = ["subieron", "aumentaron"]
"-" = ["bajaron", "cayeron"]

[words.commodity]
coal = ["carbón"]

[words.area]
CHN = ["China"]
PRK = ["Corea del Norte"]
"""


def test_a_language_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    """A lexicon that the package has never seen gives claims with sides, goods, month and direction."""
    file = tmp_path / "es.toml"
    file.write_text(TOY, encoding="utf8")
    text = (
        "Las exportaciones de China a Corea del Norte cayeron 12,5 % a 204,19 millones de dólares en "
        "junio de 2018. Las importaciones de carbón desde Corea del Norte cayeron a 1.250 toneladas."
    )
    reading = read(Document(id="es", text=text, lang=str(file), date=date(2018, 8, 20)))
    assert reading.lang == "es"
    assert [_told(claim) for claim in reading.claims] == [
        (12.5, "percent", "change_pct", "export", "CHN", "PRK", "all", "2018-06", "-"),
        (204_190_000, "USD", "level", "export", "CHN", "PRK", "all", "2018-06", None),
        (1_250, "t", "level", "import", "CHN", "PRK", "coal", "2018-06", None),
    ]


def _told(claim: Claim) -> tuple[object, ...]:
    sides = (claim.flow, claim.reporter, claim.partner, claim.commodity)
    return (
        float(claim.value),
        claim.figure.unit,
        claim.kind,
        *sides,
        str(claim.period),
        claim.sign,
    )
