"""The same data give the same bytes, whatever order Python's sets and dicts happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DRAW = """
from build_tools.figures import part_of_tree, whole_tree
from tests.helpers import random_lineage
lineage = random_lineage(80, 5)
print(whole_tree(lineage, link=lambda one: one))
print(part_of_tree(lineage, {model.id for model in lineage.models[40:]}, link=lambda one: one, title="Part"))
"""


def test_two_processes_with_different_hash_seeds_draw_the_same_bytes():
    processes = [subprocess.Popen([sys.executable, "-c", DRAW], cwd=ROOT, stdout=subprocess.PIPE,
                                  env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}) for seed in ("1", "4242")]
    first, second = (process.communicate()[0] for process in processes)
    assert [process.returncode for process in processes] == [0, 0]
    assert first == second and first.count(b"<svg") == 2 and b'id="model-m79"' in first
