"""The example on the page for contributors is one that the loader and the checks accept."""

from __future__ import annotations

import re
import shlex
import shutil
from enum import StrEnum

from build_tools import vocabulary
from build_tools.cli import main
from build_tools.graph import Lineage
from build_tools.load import load_texts
from build_tools.pages.contribute import inserts
from build_tools.records import Dataset, Model
from tests.site.conftest import ROOT

TEXT = (ROOT / "content" / "contribute.md").read_text(encoding="utf-8")


def test_the_example_entry_is_well_formed():
    example, source = re.findall(r"```yaml\n(.*?)```", TEXT, flags=re.S)[:2]
    lineage, problems = load_texts({"models": example, "sources": source})
    assert not problems
    assert lineage.models[0].id == "bert" and lineage.sources[0].read


def test_every_key_and_every_allowed_word_is_listed():
    pieces = {piece.name: str(piece.html) for piece in inserts(Lineage())}
    for name, record in (("models-keys", Model), ("datasets-keys", Dataset)):
        assert f"<!-- lineage:{name} -->" in TEXT
        for key, field in record.model_fields.items():
            assert f"<code>{key}</code>" in pieces[name] and field.description, key
    assert "<!-- lineage:words -->" in TEXT
    for words in (found for found in vars(vocabulary).values() if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum):
        for word in words:
            assert f"<code>{word.value}</code>" in pieces["words"], word


def test_the_worked_example_works(tmp_path, capsys):
    data = shutil.copytree(ROOT / "lineage", tmp_path / "lineage")
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    command = shlex.split(re.search(r"^tools/lineage (new .*)$", text, flags=re.M)[1])
    assert main(["--data", str(data), *command]) == 0
    said = capsys.readouterr().out
    for line in re.search(r"```text\n(.*?)```", text, flags=re.S)[1].splitlines():
        assert line.removesuffix("…") in said
    fact = re.search(r"```yaml\n(.*?)```", text, flags=re.S)[1]
    path = data / "models.yaml"
    old = path.read_text(encoding="utf-8")
    path.write_text(old.replace("  access:\n    - {openness: unreleased, source: arxiv-2003.00000", fact + "  access:\n    - {openness: unreleased, source: arxiv-2003.00000"), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != old
    assert main(["--data", str(data), "check"]) == 0 and main(["--data", str(data), "fmt", "--check"]) == 0


def test_the_commands_it_names_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make (\w+)", TEXT, flags=re.M):
        assert re.search(rf"^{command}:", makefile, flags=re.M), command
