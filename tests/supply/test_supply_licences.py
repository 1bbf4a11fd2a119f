"""Every pinned dependency is hashed, wanted by a range, and under a permissive licence or MPL-2.0."""

import re
import tomllib
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
ALLOWED = re.compile(
    r"MIT|BSD|ISC|Apache|MPL|Mozilla Public License 2|Python Software Foundation|PSF|0BSD|Zlib|CC0"
)
FORBIDDEN = re.compile(
    r"\b(?:A|L)?GPL|General Public|CDDL|EUPL|SSPL|Commons Clause|Proprietary", re.IGNORECASE
)
UNSAID = {"currencyconverter": "Apache-2.0"}
"""Distributions whose metadata is silent, by the licence in their source repository."""
_LINE = 80


def names() -> list[str]:
    return sorted({name for name, _ in PIN.findall(PINS)})


def licence(known: PackageMetadata) -> str:
    """What the metadata says of the licence: the expression, else classifiers and a short text."""
    expression = known.get("License-Expression")
    if expression:
        return expression
    classes = [one for one in known.get_all("Classifier") or [] if one.startswith("License ::")]
    text = (known.get("License") or "").split("\n")[0]
    return "; ".join([*classes, text if len(text) < _LINE else ""]).strip("; ")


@pytest.mark.parametrize("name", names())
def test_a_pinned_dependency_has_a_permissive_licence(name: str) -> None:
    """What is installed says a licence that we may pass on."""
    try:
        known = metadata(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is for another platform")
    said = UNSAID.get(name) or licence(known)
    assert ALLOWED.search(said), f"{name}: {said!r}"
    assert not FORBIDDEN.search(said), f"{name}: {said!r}"


def test_silence_is_excused_only_where_it_is() -> None:
    """A distribution that says its licence by now needs no line of ours."""
    assert not [name for name in UNSAID if licence(metadata(name))]


def test_every_pin_is_hashed() -> None:
    """Pip installs nothing whose content is not the one that was locked."""
    entries = re.split(r"\n(?=\S)", PINS.strip())
    pins = [entry for entry in entries if PIN.match(entry)]
    assert len(pins) > 50
    assert [entry.split()[0] for entry in pins if "--hash=sha256:" not in entry] == []


def test_every_dependency_of_users_is_a_range_that_holds_its_pin() -> None:
    """Users get ranges; what we test with lies in them."""
    pins: dict[str, list[str]] = {}
    for name, version in PIN.findall(PINS):
        pins.setdefault(name.lower(), []).append(version)
    tested = ("pdf", "excel", "plot", "testing")
    extras = [one for extra in tested for one in PROJECT["optional-dependencies"][extra]]
    for wanted in (*PROJECT["dependencies"], *extras):
        found = re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[\w+\])?>=([\d.]+)", wanted)
        assert found, f"{wanted}: no lower end"
        assert all(_parts(one) >= _parts(found[2]) for one in pins[found[1].lower()]), wanted


def test_the_oldest_pins_are_the_lower_ends() -> None:
    """What is tested as oldest is what the ranges promise, for the oldest Python."""
    text = (ROOT / "requirements" / "oldest.txt").read_text(encoding="utf-8")
    oldest = [
        one for one in PIN.findall(text) if f"{one[0]}=={one[1]} ; python_version >=" not in text
    ]
    tested = ("pdf", "excel", "plot", "testing")
    extras = [one for extra in tested for one in PROJECT["optional-dependencies"][extra]]
    ranges = {
        re.sub(r"\[.*?\]|>=.*", "", one): one.partition(">=")[2]
        for one in (*PROJECT["dependencies"], *extras)
    }
    found = dict(oldest)
    assert found.keys() - {"pyarrow"} == ranges.keys(), "the tests alone need pyarrow"
    for name, low in ranges.items():
        width = len(_parts(low))
        assert _parts(found[name])[:width] == _parts(low), name
        assert not any(_parts(found[name])[width:]), name


def _parts(version: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", version)]
