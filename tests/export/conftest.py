import pytest
from stories import build_directory


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A graph directory of two articles; only read it."""
    return build_directory(tmp_path_factory.mktemp("export") / "demo")
