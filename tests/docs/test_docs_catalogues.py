"""The generated pages are what the package says of itself today: `make catalogues` writes them anew."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_SYSTEM_WORDS = re.compile(r"\([^()]*\)")
"""What the system or a library says stands in brackets, and differs from version to version."""


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """The script that writes the pages."""
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["checks.md", "measures.md", "baselines.md"])
def test_a_catalogue_is_what_the_package_says(name: str, generate: ModuleType) -> None:
    """Where this fails, `make catalogues` writes the page anew."""
    written = (DOCS / "catalogue" / name).read_text(encoding="utf-8")
    assert generate.PAGES[name]() == written


def test_every_message_of_the_errors_is_in_the_catalogue(generate: ModuleType) -> None:
    """The messages that the tests provoke are those on the page, whatever a library's words are."""
    written = (DOCS / "catalogue" / "errors.md").read_text(encoding="utf-8")
    assert _plain(generate.errors_page()) == _plain(written)


def _plain(page: str) -> set[str]:
    return {_SYSTEM_WORDS.sub("()", line) for line in page.splitlines()}
