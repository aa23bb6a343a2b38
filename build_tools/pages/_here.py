"""Addresses of the site as seen from one page, so that it works under any base address."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from build_tools.artifacts import HOME

__all__ = ["Here", "address"]


def address(uri: str) -> str:
    """The address that a file is served at: ``models/bert.md`` → ``models/bert/``."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else (stem.removesuffix("/index") + "/")


@dataclass(frozen=True, slots=True)
class Here:
    """The page that links start from."""

    uri: str

    def to(self, target: str) -> str:
        """Relative link to an address of the site, such as ``tree/?model=bert`` or ``models/#list``."""
        cut = min((target.find(mark) for mark in "?#" if mark in target), default=len(target))
        path, rest = target[:cut], target[cut:]
        start = "/" + posixpath.dirname(address(self.uri))
        found = posixpath.relpath("/" + path, start)
        return found + ("/" if not path or path.endswith("/") else "") + rest

    def model(self, model_id: str) -> str:
        return self.to(f"models/{model_id}/")

    def dataset(self, dataset_id: str) -> str:
        return self.to(f"datasets/{dataset_id}/")

    def organization(self, organization_id: str) -> str:
        return self.to(f"organizations/{organization_id}/")

    def branch(self, architecture: str) -> str:
        return self.to(f"branches/{architecture}/")

    def year(self, year: int) -> str:
        return self.to(f"years/{year:04d}/")

    def license(self, license_id: str) -> str:
        return self.to(f"licenses/{license_id}/")

    def source(self, source_id: str) -> str:
        return self.to(f"sources/#source-{source_id}")

    @property
    def full(self) -> str:
        """The page's own full address."""
        return HOME + address(self.uri)
