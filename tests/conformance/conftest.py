"""The real Hugo, for tests marked ``hugo``."""

import pytest
from tests.conformance.judge import find_hugo


@pytest.fixture(scope="session")
def hugo() -> str:
    """Return the path of the binary."""
    found = find_hugo()
    if found is None:
        pytest.skip("hugo is not installed")
    return found
