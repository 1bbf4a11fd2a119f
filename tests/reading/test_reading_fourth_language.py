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
nameless = ["otros"]
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

PARTICLES = r"""
# A small lexicon of Japanese in Latin letters: particles mark the cases, verbs stand last.
[language]
code = "ja-Latn"
spaced = false
decimal = "."
thousands = ","
heads = "after"
places = true
section = "10000"
home = "PRK"
digits = '\d+(?:,\d{3})*(?:\.\d+)?'
gate = '\d'
joiner = ' '
several = '(?!)'
over = '(?!)'
price = '(?!)(?P<unit>)'
blank = ' ?'
per = ' ?/ ?'
link = '(?: ?(?P<range>~) ?|, )'
possessive = ' ?-no ?'
owners = []
nameless = []
year = '(?:19|20)\d\d nen'
sentence = '[.](?=\s|$)'
abbreviations = []
citation = '(?P<n>\d{4})(?P<year>(?!))?'
citation_next = ', (?P<n>\d{4})(?P<year>(?!))?'
deadline = '(?!)'

[marks_after]
possessor = ["-no"]
subject = ["-ha", "-ga"]
destination = ["-muke", "-muke-no"]
origin = ["-kara"]

[marks_before]

[numbers]

[scales]
10000 = ["man"]
100000000 = ["oku"]

[money_before]
USD = ["$"]

[money_after]
USD = ["doru"]

[units]
percent = ["%"]
t = ["ton"]

[counts]

[months]
7 = ["7"]

[ordinals]
1 = ["1"]

[years]
-1 = ["sakunen"]

[[periods]]
means = "month"
forms = ["{year} {month}gatu", "{month}gatu"]

[[periods]]
means = "rate:year_earlier"
forms = ["zennen-dougetu-hi"]

[words.flow]
export = ["yusyutu"]
import = ["yunyuu"]

[words.change]
"+" = ["zou"]
"-" = ["gen"]

[words.commodity]
coal = ["sekitan"]

[words.area]
CHN = ["Tyuugoku"]
PRK = ["Kitatyousen"]
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


def test_a_language_that_marks_its_cases_is_read_from_its_file_too(tmp_path: Path) -> None:
    """Particles, numerals in place words and verbs at the end are data as well."""
    file = tmp_path / "romaji.toml"
    file.write_text(PARTICLES, encoding="utf8")
    text = (
        "Kitatyousen-no 7gatu-no Tyuugoku-muke sekitan yusyutu-ha 2oku1,500man doru datta. "
        "Tyuugoku-kara-no yunyuu-ha 3,000 ton, zennen-dougetu-hi 12.5% gen datta."
    )
    reading = read(Document(id="own", text=text, lang=str(file), date=date(2018, 8, 20)))
    assert reading.lang == "ja-Latn"
    assert [_told(claim) for claim in reading.claims] == [
        (215_000_000, "USD", "level", "export", "PRK", "CHN", "coal", "2018-07", None),
        (3_000, "t", "level", "import", "PRK", "CHN", "coal", "2018-07", None),
        (12.5, "percent", "change_pct", "import", "PRK", "CHN", "coal", "2018-07", "-"),
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
