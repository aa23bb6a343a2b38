"""A summary is two sentences."""

import re

from build_tools.checks.rule import rule

ENDS = re.compile(r"[.!?][\"”’)]?(?=\s+[A-Z0-9“\"(]|$)")
SHORT_FORMS = re.compile(r"\b(?:e\.g|i\.e|vs|et al|approx|No|St|Dr|U\.S)\.")


@rule("summary-is-short")
def summary_is_short(lineage):
    """A summary has two sentences, three at most."""
    for model in lineage.models:
        count = len(ENDS.findall(SHORT_FORMS.sub("x", model.summary.value)))
        if not 2 <= count <= 3:
            yield (("models", model.id, "summary"), model.id, f"the summary has {count} sentence{'s' * (count != 1)}",
                   "write two: what it is, and why it matters")
