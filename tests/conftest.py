"""What all tests share: one option that renews files of expected output."""

from __future__ import annotations

import pytest


def pytest_addoption(parser):
    """``--renew-expected`` writes what came out over what was expected; look at the difference before committing it."""
    parser.addoption("--renew-expected", action="store_true", help="write the files of expected output anew")


@pytest.fixture
def expect(request):
    """A function (file, text): asserts that the file holds this text, or writes it under ``--renew-expected``."""
    def compare(path, text):
        if request.config.getoption("--renew-expected"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing; `pytest --renew-expected` writes it"
        assert text == path.read_text(encoding="utf-8")
    return compare
