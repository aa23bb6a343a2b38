"""The entries of lineage/: one frozen record per kind of file.

Only what a person wrote is stored here; what can be computed is a question to `graph`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from build_tools.facts import (
    Access, ArchitectureFact, Cited, ComputeFact, CountFact, DateFact, Figure1, HostFact, LanguagesFact, Link,
    ModalitiesFact, NotableFact, OrganizationsFact, Parent, PositionFact, Record, ReleaseFact, Size, TechniqueFact,
    TextFact, TrainedOn,
)
from build_tools.values import Id, PartialDate, Text, Url
from build_tools.vocabulary import (
    Availability, CommercialUse, DatasetKind, DatasetRelation, LicenseClass, OrganizationKind, SourceKind,
)

__all__ = ["KINDS", "Dataset", "DatasetAccess", "DatasetParent", "Identifiers", "License", "Model", "Organization", "Source"]


class Identifiers(Record):
    """What other collections call the model, so that data can be joined; each opens at its collection."""

    arxiv: tuple[Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]{4,5}$")], ...] = ()
    doi: tuple[Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/\S+$")], ...] = ()
    acl_anthology: tuple[Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]+$")], ...] = ()
    hugging_face: tuple[Annotated[str, Field(pattern=r"^[\w.-]+(/[\w.-]+)?$")], ...] = ()
    github: tuple[Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")], ...] = ()
    epoch: tuple[Text, ...] = Field((), description="Names of rows in Epoch AI's data.")
    models_dev: tuple[Text, ...] = Field((), description="Ids at models.dev, such as openai/gpt-4o.")
    helm: tuple[Text, ...] = Field((), description="Names in HELM's model list.")


class Model(Record):
    """A language model, or a family of sizes released as one."""

    id: Id
    """Permanent, lower case, kebab-case: it becomes the address of the page."""
    name: Text
    """What its makers call it."""
    aliases: tuple[Text, ...] = ()
    """What else people call it, each name once."""
    former_ids: tuple[Id, ...] = ()
    """Ids this entry once had; their addresses redirect here."""
    root: Text | None = None
    """Why the model has no parent; only for the roots of the tree."""
    organizations: OrganizationsFact
    """Who made it."""
    dates: tuple[DateFact, ...] = Field(min_length=1)
    """What happened when, as exact as the source; the earliest places it in the tree."""
    architecture: ArchitectureFact
    """Its branch; with the word other, kind must say what it is."""
    objective: TextFact | None = None
    """What it was trained to do in pre-training."""
    sizes: tuple[Size, ...] = ()
    """Its sizes, smallest first."""
    context_length: CountFact | None = None
    """The longest input at release, in tokens."""
    tokenizer: TextFact | None = None
    """How text is cut into tokens, and how many there are."""
    position_encoding: PositionFact | None = None
    """How it knows the order of its input."""
    languages: LanguagesFact | None = None
    """The human languages it was trained for."""
    modalities: ModalitiesFact | None = None
    """What goes in and what comes out."""
    training_data: TextFact | None = None
    """What it was trained on, in words."""
    training_tokens: CountFact | None = None
    """Tokens seen in pre-training, by the largest size."""
    training_compute: ComputeFact | None = None
    """Floating-point operations of the training, where published."""
    trained_on: tuple[TrainedOn, ...] = ()
    """Data sets of datasets.yaml that it was trained on."""
    techniques: tuple[TechniqueFact, ...] = ()
    """Ways of building and training that characterize it."""
    access: tuple[Access, ...] = Field(min_length=1)
    """How open the weights are, at release first; each later change says since when."""
    releases: tuple[ReleaseFact, ...] = ()
    """Whether code, data and paper are public too."""
    hosts: tuple[HostFact, ...] = ()
    """Where it can be downloaded or used."""
    links: tuple[Link, ...] = ()
    """Its own addresses."""
    identifiers: Identifiers | None = None
    """What other collections call it."""
    summary: TextFact
    """Two sentences in your own words: what it is, and why it matters."""
    introduced: tuple[TextFact, ...] = ()
    """What it brought first, where its makers say so."""
    notable: tuple[NotableFact, ...] = ()
    """Why it stands here, where the other facts do not show it."""
    figure1: Figure1 | None = None
    """How Figure 1 of the survey draws it."""
    parents: tuple[Parent, ...] = ()
    """What it grew from; exactly one is primary."""
    checked: PartialDate
    """The day the entry was last held against its sources."""


class DatasetAccess(Cited):
    """Whether and on what terms the data can be had."""

    availability: Availability
    license: Id | None = None
    restrictions: Text | None = None


class DatasetParent(Cited):
    """An edge back to the data set that this one was made from."""

    id: Id
    relation: DatasetRelation


class Generator(Cited):
    """A model whose outputs the data set holds."""

    id: Id = Field(description="Id from models.yaml.")


class Dataset(Record):
    """A data set that shaped a line of models."""

    id: Id
    """Permanent, lower case, kebab-case: it becomes the address of the page."""
    name: Text
    """What its makers call it."""
    aliases: tuple[Text, ...] = ()
    """What else people call it."""
    former_ids: tuple[Id, ...] = ()
    """Ids this entry once had; their addresses redirect here."""
    kind: DatasetKind
    """The stage of training it is made for."""
    organizations: OrganizationsFact
    """Who made it."""
    dates: tuple[DateFact, ...] = Field(min_length=1)
    """What happened when, as exact as the source."""
    size: TextFact | None = None
    """How large it is, in the words of its makers' units."""
    tokens: CountFact | None = None
    """How many tokens it holds, where its makers count tokens."""
    languages: LanguagesFact | None = None
    """The human languages it holds."""
    access: DatasetAccess
    """Whether and on what terms it can be had."""
    links: tuple[Link, ...] = ()
    """Its own addresses."""
    summary: TextFact
    """Two sentences in your own words: what it is, and why it matters."""
    parents: tuple[DatasetParent, ...] = ()
    """Data sets it was made from."""
    generated_by: tuple[Generator, ...] = ()
    """Models whose outputs it holds."""
    checked: PartialDate
    """The day the entry was last held against its sources."""


class Organization(Record):
    """A body that makes models."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    monogram: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,3}$")] = Field(description="Badge in the tree, ours.")
    country: Annotated[str, Field(pattern=r"^([A-Z]{2}|international)$")] = Field(description="ISO 3166 code.")
    kind: OrganizationKind
    url: Url | None = None
    source: Id
    at: Text | None = None
    note: Text | None = None


class License(Record):
    """Terms under which weights are given out."""

    id: Id
    name: Text
    spdx: Text | None = None
    url: Url
    kind: LicenseClass
    commercial_use: CommercialUse
    summary: Text
    restrictions: tuple[Text, ...] = ()
    source: Id
    at: Text | None = None


class Source(Record):
    """A document that facts were read in, or that a read document names."""

    id: Id
    kind: SourceKind
    title: Text
    url: Url
    authors: Text | None = None
    published: PartialDate | None = None
    read: Text | None = Field(None, description="What was read of it and where; absent if only named by another.")
    accessed: PartialDate | None = None
    copy_url: Url | None = Field(None, description="Address of the copy that was read, if not `url` itself.")


# The kind of entry that each file of the data holds, in the order in which problems are told.
KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {"models": Model, "datasets": Dataset, "organizations": Organization, "licenses": License, "sources": Source})
