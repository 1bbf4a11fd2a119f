"""In a browser every page stays whole, still and readable: wide and narrow, light and dark.

Run by ``make test-browser``: it needs a Chromium, which no Python environment can pin, and ends where there is none.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from report_browser import Browser, BrowserError, chromium, opened
from report_flagship import FLAGSHIP, of_text

import nktrade as nk
from nktrade.report.report import Report

pytestmark = pytest.mark.browser
DESKTOP, PHONE = 1280, 360
LOOKS = [(width, is_dark) for width in (DESKTOP, PHONE) for is_dark in (False, True)]
SCRIPT = "document.body.dataset.owned = 'yes'"
HOSTILE = (
    f"</style></title></mark></a><script>{SCRIPT}</script>"
    f'<img src=x onerror="{SCRIPT}"><img src=//example.org/a.png>'
    "<link rel=stylesheet href=//example.org/a.css>"
    "\"'><svg onload=" + f'"{SCRIPT}"> \u202e$5 million\u202c of coal &amp; '
    "@import url(//example.org/b.css); " + "W" * 300 + " $7 million\n"
)
TITLE = f"</h2>\u202e{HOSTILE}"
SEEDS = tuple(f"{number:03}" for number in range(5))

CONTRAST = """(() => {
  const parse = said => {
    const found = said.match(/[\\d.]+/g).map(Number);
    return [found[0], found[1], found[2], found[3] ?? 1];
  };
  const over = (top, below) => below.map((one, at) => top[3] * top[at] + (1 - top[3]) * one);
  const ground = element => {
    const layers = [];
    for (let one = element; one; one = one.parentElement)
      layers.unshift(parse(getComputedStyle(one).backgroundColor));
    return layers.reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const light = colour => {
    const [r, g, b] = colour.map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  let worst = [21, ''];
  for (const one of document.querySelectorAll('body *')) {
    const spoken = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(one, part);
      const shown = part ? !['none', 'normal', '""'].includes(style.content) : spoken;
      if (!shown || !one.getClientRects().length) continue;
      const below = ground(one), found = ratio(over(parse(style.color), below), below);
      if (found < worst[0]) worst = [found, `${one.tagName}.${one.className} ${part ?? ''}`];
    }
  }
  return worst;
})()"""
"""The least contrast of any words with their ground, by WCAG 2.2's relative luminance, and where."""
OUTSIDE = """(() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter(one =>
    !one.closest('.scroll, .skip') && one.getBoundingClientRect().right > width + 1);
  return [document.documentElement.scrollWidth, wide.map(one => one.outerHTML.slice(0, 80))];
})()"""
FOCUSED = """(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const finding = one.closest('.finding');
  return [finding ? [...document.querySelectorAll('.finding')].indexOf(finding) : -1,
          getComputedStyle(one).outlineStyle];
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for all pages; without one the whole run ends with what to install."""
    try:
        chromium()
    except BrowserError as error:
        pytest.exit(str(error), returncode=1)
    with opened(tmp_path_factory.mktemp("profile")) as one:
        yield one


@cache
def hostile() -> Report:
    """A text full of markup, scripts, overrides and one endless word, which are all just words."""
    return of_text(HOSTILE, ("$5 million", "$7 million"), title=TITLE, publisher=HOSTILE)


@cache
def seed(folder: Path, number: str) -> Report:
    (file,) = folder.glob(f"{number}_*.txt")
    return nk.check(file)


@pytest.fixture(params=["flagship", "hostile", "nothing", *SEEDS])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The page of one report, as a file."""
    known = {"flagship": lambda: FLAGSHIP, "hostile": hostile, "nothing": lambda: of_text("None.")}
    make = known.get(request.param)
    report = make() if make else seed(request.getfixturevalue("shared") / "seeds", request.param)
    file = tmp_path / "page.html"
    file.write_text(report.to_html(), encoding="utf-8")
    return file


def test_every_look_of_every_page_is_sound(browser: Browser, page: Path) -> None:
    """No word on the console, no request, nothing run, nothing wider than the window, all legible."""
    for width, is_dark in LOOKS:
        browser.show(page, width=width, is_dark=is_dark)
        assert browser.run("document.body.dataset.owned ?? 'no'") == "no"
        least, where = browser.run(CONTRAST)
        assert least >= 4.5, where
        whole, wide = browser.run(OUTSIDE)
        assert wide == []
        assert whole <= width
        assert browser.complaints == []
        assert browser.requests == [page.as_uri()]


def test_the_keyboard_reaches_every_finding(browser: Browser, page: Path) -> None:
    """Tab alone comes to each finding, and what has the focus is outlined."""
    browser.show(page, width=PHONE)
    count = browser.run("document.querySelectorAll('.finding').length")
    reached: list[Any] = []
    for _ in range(browser.run("document.querySelectorAll('a, summary, [tabindex]').length")):
        browser.press("Tab")
        reached += [browser.run(FOCUSED)]
    stops = [one for one in reached if one]
    assert {place for place, _ in stops} >= set(range(count))
    assert all(outline != "none" for _, outline in stops)


def test_the_tests_above_can_fail(browser: Browser, tmp_path: Path) -> None:
    """A page with pale words, a wide line, a script and a picture from elsewhere is caught at each."""
    file = tmp_path / "bad.html"
    words = "<p style='color: #999; width: 2000px'>pale</p><img src='http://localhost:9/a.png'>"
    file.write_text(f"<!doctype html><body>{words}<script>{SCRIPT}; console.error('x')</script>")
    browser.show(file, width=PHONE)
    assert browser.run(CONTRAST)[0] < 4.5
    assert browser.run(OUTSIDE)[1]
    assert browser.run("document.body.dataset.owned") == "yes"
    assert browser.complaints
    assert len(browser.requests) == 2
