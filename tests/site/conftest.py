"""Sites beside the real one: one of seven models, and one whose data is hostile. Each is built once a session."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "data" / "small"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory) -> Path:
    """The site of tests/data/small/."""
    return build_from(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Path:
    """The site of tests/data/small/ with every text replaced by something nasty."""
    from tests.site.hostile import write_hostile
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile(SMALL, folder / "lineage")
    return build_from(folder / "lineage", folder)


def build_from(data: Path, folder: Path) -> Path:
    """Build a site from other data, without the hand-written pages, whose links would lead nowhere."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n\n<!-- lineage:counts -->\n", encoding="utf-8")
    config = {"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(folder / "docs"), "site_dir": str(folder / "site"),
              "hooks": [str(ROOT / "build_tools/adapters/mkdocs.py")], "theme": {"custom_dir": str(ROOT / "overrides")},
              "nav": [{"Home": "index.md"}], "extra": {"data": str(data)}, "validation": {"nav": {"omitted_files": "info"}},
              "watch": []}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml")],
                          cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 0, done.stderr
    return folder / "site"
