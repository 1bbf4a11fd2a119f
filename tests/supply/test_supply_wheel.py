"""The wheel holds all that the package needs and nothing else, and runs from where it is installed."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
RUN = """
import sys
sys.path[:0] = [{target!r}, {packages!r}]
import nktrade
assert nktrade.__file__.startswith({target!r}), nktrade.__file__
from nktrade.cli import main
sys.exit(main({arguments!r}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once with what is installed: no index is asked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [*PIP, "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)  # noqa: S603 - our own command
    return next(folder.glob("nktrade-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel alone was installed."""
    target = tmp_path_factory.mktemp("installed")
    command = [*PIP, "install", "--no-index", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
    return target


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The shell of the installed package: no site, so that the source tree cannot lend a file."""
    packages = sysconfig.get_paths()["purelib"]
    code = RUN.format(target=str(installed), packages=packages, arguments=list(arguments))
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-I", "-S", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=installed,
        env={"PATH": os.environ["PATH"]},
    )


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    """Tables, lexicons, baselines and the mark of types come along; tests and caches do not."""
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("nktrade/")}
    command = ["git", "-C", str(ROOT), "ls-files", "nktrade"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - as above
    if listed.returncode:
        pytest.skip("not a checkout")
    assert set(listed.stdout.split()) <= packed
    assert "nktrade/py.typed" in packed
    assert not [name for name in packed if "__pycache__" in name or "/tests/" in name]


def test_the_wheel_announces_its_plugin_and_its_shell(wheel: Path) -> None:
    """Pytest finds the plugin, the shell its command, and the licence comes along."""
    archive = zipfile.ZipFile(wheel)
    points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    told = archive.read(points).decode()
    assert "nktrade = nktrade.testing.plugin" in told
    assert "nktrade = nktrade.cli:main" in told
    assert any(name.endswith("LICENSE") for name in archive.namelist())


def test_the_installed_package_checks_its_example(installed: Path) -> None:
    """Installed clean, away from the source, the road finds what stands in the bundled example."""
    example = installed / "nktrade" / "examples" / "june-2018.md"
    done = run(installed, "check", str(example))
    assert done.returncode == 1, done.stderr
    assert "204.203 million USD" in done.stdout or "204.193 million USD" in done.stdout
