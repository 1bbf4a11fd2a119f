"""Settings that every test shares: hypothesis profiles, and where the founders' corpus lies if it is here."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile("default", max_examples=30, deadline=None, derandomize=True)
settings.register_profile(  # who asks whether a test fails, not on what least input
    "quick",
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("NKTRADE_HYPOTHESIS", "default"))

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds, corpora and facts beside the project; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: the project's own corpus covers the same features")
    return SHARED
