"""The commands that write the data, or tell what somebody wrote: fmt, new, report. Exit codes as in `cli`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from datetime import date
from itertools import zip_longest
from pathlib import Path

from build_tools.canonical import format_text, inserted
from build_tools.checks import check, mend
from build_tools.draft import OF_A_NEW_SOURCE, QUESTIONS, drafted, needed
from build_tools.load import load, load_texts
from build_tools.problems import report
from build_tools.records import KINDS
from build_tools.review import review
from build_tools.schema import FOLDER, schema

__all__ = ["add_parsers"]


def add_parsers(commands) -> None:
    """Hang these commands into the command line."""
    found = commands.add_parser("new", help="add a model: asks a few questions and inserts a well-formed block")
    found.add_argument("id", help="id of the new model, such as my-model; it becomes the address of its page")
    for question in (*QUESTIONS, *OF_A_NEW_SOURCE):
        found.add_argument(f"--{question.key}", help=question.text)
    found.set_defaults(run=new_command)
    found = commands.add_parser("fmt", help="bring the data into its one form and mend what is mechanical; renew the schema")
    found.add_argument("--check", action="store_true", help="write nothing; say what would change and exit with 1")
    found.set_defaults(run=fmt_command)
    found = commands.add_parser("report", help="say what the data has that an older copy of it has not, as Markdown")
    found.add_argument("--against", type=Path, required=True, metavar="DIR", help="folder with the older copy of the data")
    found.set_defaults(run=report_command)


def fmt_command(options: argparse.Namespace) -> int:
    """Rewrite each file that is not in canonical form; all of them or, where one cannot be read, none."""
    lineage, problems = load(options.data)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    new: dict[Path, str] = {}
    for kind in KINDS:
        path = options.data / f"{kind}.yaml"
        new[path] = format_text(kind, path.read_text(encoding="utf-8"), mend)
        new[options.data / FOLDER / f"{kind}.json"] = json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"
    changed = {path: text for path, text in new.items() if not path.exists() or path.read_text(encoding="utf-8") != text}
    for path, text in changed.items():
        if options.check:
            print(f"{path} is not in canonical form: {_first_difference(path, text)}", file=sys.stderr)
        else:
            _write(path, text)
            print(f"{path} written")
    if not changed:
        print("Everything is in canonical form.")
    elif options.check:
        print("    mend: run `tools/lineage fmt`", file=sys.stderr)
    return 1 if changed and options.check else 0


def new_command(options: argparse.Namespace) -> int:
    """Ask what no option answers, insert the entry, and say what the checks think of it."""
    lineage, problems = load(options.data)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    if options.id in lineage.model:
        print(f"{options.id!r} is taken ({lineage.at('models', options.id)}); choose another id", file=sys.stderr)
        return 2
    answers = {question.key: given for question in (*QUESTIONS, *OF_A_NEW_SOURCE)
               if (given := getattr(options, question.key.replace("-", "_"))) is not None}
    faults = [f"--{question.key}: {fault}" for question in (*QUESTIONS, *OF_A_NEW_SOURCE)
              if question.key in answers and (fault := question.fault(lineage, answers[question.key]))]
    if not faults and not _ask(lineage, answers):
        faults = [f"--{question.key} is missing: {question.text}" for question in needed(lineage, answers) if question.default is None]
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 2
    answers = {question.key: question.default for question in needed(lineage, answers)} | answers
    entry, source = drafted(options.id, answers, lineage, date.today())
    return _insert(options.data, {"models": entry} | ({"sources": source} if source else {}))


def report_command(options: argparse.Namespace) -> int:
    """Print the comparison; 1 if the present data has problems."""
    before, unreadable = load(options.against)
    if unreadable and not before.models:
        print(report(unreadable), file=sys.stderr)
        return 2
    after, problems = load(options.data)
    problems = (*problems, *check(after, date.today()))
    print(review(before, after, problems), end="")
    return 1 if problems else 0


def _ask(lineage, answers: dict[str, str]) -> bool:
    """Fill in the answers from the terminal; False where nobody is there to answer."""
    while questions := needed(lineage, answers):
        if not sys.stdin.isatty():
            return all(question.default is not None for question in questions)
        question = questions[0]
        suffix = f" [{question.default}]" if question.default else ""
        try:
            given = input(f"{question.text}{suffix}: ").strip() or question.default or ""
        except EOFError:
            return False
        fault = question.fault(lineage, given)
        if fault:
            print(f"    {fault}")
        else:
            answers[question.key] = given
    return True


def _insert(folder: Path, entries: dict[str, dict]) -> int:
    """Write the entries if the data can then still be read; otherwise leave every file as it is."""
    texts = {kind: (folder / f"{kind}.yaml").read_text(encoding="utf-8") for kind in KINDS}
    new = texts | {kind: inserted(kind, texts[kind], entry) for kind, entry in entries.items()}
    lineage, problems = load_texts(new, folder.name)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    for kind, entry in entries.items():
        _write(folder / f"{kind}.yaml", new[kind])
        print(f"{entry['id']} is at {lineage.at(kind, entry['id'])}")
    found = check(lineage, date.today())
    print(report(found) if found else "The checks find nothing wrong. Add what else the source says: see content/contribute.md.")
    return 0


def _write(path: Path, text: str) -> None:
    """The whole file or nothing: a new file takes the old one's place."""
    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding="utf-8", newline="\n") as file:
        file.write(text)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    os.chmod(file.name, mode)
    os.replace(file.name, path)


def _first_difference(path: Path, text: str) -> str:
    if not path.exists():
        return "it is missing"
    lines = zip_longest(path.read_text(encoding="utf-8").splitlines(), text.splitlines())
    return f"first at line {next(number for number, (old, new) in enumerate(lines, start=1) if old != new)}"
