"""fmt, new and report as a contributor meets them."""

from __future__ import annotations

import io
import shutil
import sys

import pytest

from build_tools.cli import main
from build_tools.load import load
from tests.site.conftest import SMALL

ANSWERS = ["--name", "Newcomer", "--organization", "acme", "--date", "2022-05", "--architecture", "decoder-only",
           "--openness", "unreleased", "--parent", "delta", "--at", "abstract", "--summary", "It is new. It matters."]


@pytest.fixture
def data(tmp_path):
    """A copy of the small data in canonical form."""
    folder = shutil.copytree(SMALL, tmp_path / "lineage")
    assert main(["--data", str(folder), "fmt"]) == 0
    return folder


def texts(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def organization(folder):
    return load(folder)[0].organizations[0].id


def test_fmt_says_what_it_wrote_and_then_that_all_is_well(data, capsys):
    path = data / "models.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  name: ", "  name:    ", 1), encoding="utf-8")
    assert main(["--data", str(data), "fmt", "--check"]) == 1
    said = capsys.readouterr().err
    assert "models.yaml is not in canonical form: first at line" in said and "mend: run" in said
    assert main(["--data", str(data), "fmt"]) == 0
    assert "models.yaml written" in capsys.readouterr().out
    assert main(["--data", str(data), "fmt", "--check"]) == 0
    assert "Everything is in canonical form." in capsys.readouterr().out


def test_fmt_leaves_broken_files_alone(data, capsys):
    (data / "sources.yaml").write_text("- {id: x, kind: nonsense}\n", encoding="utf-8")
    before = texts(data)
    assert main(["--data", str(data), "fmt"]) == 1
    assert texts(data) == before and "mend:" in capsys.readouterr().err


def test_new_with_options_inserts_an_entry_that_the_checks_accept(data, capsys):
    before = texts(data)
    arguments = [*ANSWERS, "--source", "new-paper", "--source-title", "A: new paper", "--source-url", "https://example.org/new",
                 "--source-read", "abstract"]
    arguments[arguments.index("acme")] = organization(data)
    assert main(["--data", str(data), "new", "newcomer", *arguments]) == 0
    said = capsys.readouterr().out
    assert "newcomer is at lineage/models.yaml:" in said and "The checks find nothing wrong." in said
    found = load(data)[0]
    assert found.primary_parent("newcomer") == "delta" and found.source["new-paper"].title == "A: new paper"
    assert main(["--data", str(data), "check"]) == 0
    after = texts(data)
    for name in before:
        assert set(before[name].splitlines()) <= set(after[name].splitlines())
    assert main(["--data", str(data), "fmt", "--check"]) == 0


def test_new_asks_for_what_no_option_says_and_asks_again_after_a_bad_answer(data, capsys, monkeypatch):
    answers = ["Newcomer", "nobody", organization(data), "soon", "2022-05", "", "decoder-only", "unreleased", "delt", "delta", "",
               load(data)[0].sources[0].id, "abstract", "It is new. It matters."]
    typed = io.StringIO("\n".join(answers) + "\n")
    typed.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", typed)
    assert main(["--data", str(data), "new", "newcomer"]) == 0
    said = capsys.readouterr().out
    assert "no organization has the id 'nobody'" in said and "near: delta" in said and "is not a date" in said
    assert load(data)[0].model["newcomer"].name == "Newcomer"


@pytest.mark.parametrize(("change", "message"), [
    (["--parent", "nobody"], "no model has the id 'nobody'"), (["--date", "2022-13"], "2022-13"),
    (["--openness", "free"], "use one of open-source"), ([], "--source is missing"),
])
def test_new_without_a_terminal_tells_every_fault_and_changes_nothing(data, capsys, change, message, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    before = texts(data)
    arguments = [*ANSWERS, *change]
    arguments[arguments.index("acme")] = organization(data)
    assert main(["--data", str(data), "new", "newcomer", *arguments]) == 2
    assert message in capsys.readouterr().err and texts(data) == before


def test_new_refuses_an_id_that_is_taken(data, capsys):
    assert main(["--data", str(data), "new", "delta"]) == 2
    assert "is taken (lineage/models.yaml:" in capsys.readouterr().err


def test_report_tells_what_is_new_changed_and_removed(data, tmp_path, capsys):
    old = shutil.copytree(data, tmp_path / "old")
    arguments = [*ANSWERS, "--source", load(data)[0].sources[0].id]
    arguments[arguments.index("acme")] = organization(data)
    arguments[arguments.index("Newcomer")] = "New_*comer* @someone"
    assert main(["--data", str(data), "new", "newcomer", *arguments]) == 0
    path = data / "models.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Delta", "name: Delta Two"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--data", str(data), "report", "--against", str(old)]) == 0
    said = capsys.readouterr().out
    assert "| models | 7 | 8 |" in said and "`newcomer`" in said and "grows from `delta`" in said
    assert "@someone" not in said and "*comer*" not in said
    assert "- `delta` (models): name" in said
    assert main(["--data", str(old), "report", "--against", str(data)]) == 0
    said = capsys.readouterr().out
    assert "### Removed (1)" in said and "former_ids" in said


def test_report_of_no_change_says_so(data, capsys):
    assert main(["--data", str(data), "report", "--against", str(data)]) == 0
    assert "No entry differs." in capsys.readouterr().out


def test_report_shows_what_is_to_mend(data, tmp_path, capsys):
    old = shutil.copytree(data, tmp_path / "old")
    path = data / "models.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: beta, relation", "id: betta, relation"), encoding="utf-8")
    assert main(["--data", str(data), "report", "--against", str(old)]) == 1
    assert "problems to mend" in capsys.readouterr().out
