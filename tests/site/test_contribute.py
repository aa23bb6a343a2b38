"""The example on the page for contributors is one that the loader and the checks accept."""

from __future__ import annotations

import re

from build_tools.load import load_texts
from tests.site.conftest import ROOT

TEXT = (ROOT / "content" / "contribute.md").read_text(encoding="utf-8")


def test_the_example_entry_is_well_formed():
    example, source = re.findall(r"```yaml\n(.*?)```", TEXT, flags=re.S)
    lineage, problems = load_texts({"models": example, "sources": source})
    assert not problems
    assert lineage.models[0].id == "bert" and lineage.sources[0].read


def test_every_allowed_word_is_listed():
    from build_tools.vocabulary import Architecture, CommercialUse, DateKind, Grade, Openness, Relation
    for words in (Architecture, CommercialUse, DateKind, Grade, Openness, Relation):
        for word in words:
            assert f"`{word.value}`" in TEXT


def test_the_commands_it_names_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make (\w+)", TEXT, flags=re.M):
        assert re.search(rf"^{command}:", makefile, flags=re.M), command
