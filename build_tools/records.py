"""The words of the data: one frozen record per kind of entry in lineage/.

Only what a person wrote is stored here; what can be computed is a question to `graph`.
The records are pydantic models so that every fault of an entry is reported at once and
so that the JSON Schema for editors is generated from the same words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from build_tools.values import Count, Id, PartialDate, Text, Url

__all__ = [
    "Access", "Architecture", "ArchitectureFact", "Citation", "Cited", "CommercialUse", "Conflict",
    "DateFact", "DateKind", "Figure1", "Grade", "License", "LicenseClass", "Link", "LinkKind",
    "Model", "Openness", "Organization", "OrganizationKind", "OrganizationsFact", "Parent",
    "Record", "Relation", "Size", "Source", "SourceKind", "TextFact",
]

# --- words allowed in the data -------------------------------------------------------------

class Architecture(StrEnum):
    """The branch of the tree that a model belongs to."""

    ENCODER_ONLY = "encoder-only"
    DECODER_ONLY = "decoder-only"
    ENCODER_DECODER = "encoder-decoder"
    PRE_TRANSFORMER = "pre-transformer"
    OTHER = "other"


class Openness(StrEnum):
    """What an outsider can get hold of; the first three group as open, the last two as closed."""

    OPEN_SOURCE = "open-source"
    OPEN_WEIGHTS = "open-weights"
    RESTRICTED_WEIGHTS = "restricted-weights"
    API = "api"
    UNRELEASED = "unreleased"

    @property
    def is_open(self) -> bool:
        """Whether the survey's figure would fill the box: weights can be downloaded."""
        return self not in (Openness.API, Openness.UNRELEASED)


class DateKind(StrEnum):
    """What happened on a date; the earliest of a model's dates places it on the axis."""

    ANNOUNCED = "announced"
    PAPER = "paper"
    WEIGHTS = "weights"
    API = "api"


class Relation(StrEnum):
    """What a child took from a parent."""

    ARCHITECTURE = "architecture"
    OBJECTIVE = "objective"
    METHOD = "method"
    INITIALIZED_FROM = "initialized-from"
    FINE_TUNED_FROM = "fine-tuned-from"
    INSTRUCTION_TUNED_FROM = "instruction-tuned-from"
    DISTILLED_FROM = "distilled-from"
    TRAINED_ON_OUTPUTS_OF = "trained-on-outputs-of"
    MERGED_FROM = "merged-from"
    SUCCESSOR_OF = "successor-of"


class Grade(StrEnum):
    """How sure a parent link is."""

    STATED = "stated"
    INFERRED = "inferred"
    DISPUTED = "disputed"


class CommercialUse(StrEnum):
    """Whether a license lets a business use the weights."""

    ALLOWED = "allowed"
    CONDITIONAL = "conditional"
    FORBIDDEN = "forbidden"


class LinkKind(StrEnum):
    """Where a link leads."""

    PAPER = "paper"
    OFFICIAL = "official"
    WEIGHTS = "weights"
    CODE = "code"


class OrganizationKind(StrEnum):
    """What sort of body an organization is."""

    COMPANY = "company"
    UNIVERSITY = "university"
    RESEARCH_INSTITUTE = "research-institute"
    NONPROFIT = "nonprofit"
    COMMUNITY = "community"
    GOVERNMENT = "government"


class LicenseClass(StrEnum):
    """What family of terms a license belongs to."""

    PERMISSIVE = "permissive"
    COPYLEFT = "copyleft"
    COMMUNITY = "community"
    RESPONSIBLE_AI = "responsible-ai"
    NON_COMMERCIAL = "non-commercial"
    RESEARCH_ONLY = "research-only"


class SourceKind(StrEnum):
    """What sort of document a source is; `dataset` and `secondary` are not first-hand."""

    PAPER = "paper"
    OFFICIAL = "official"
    REPOSITORY = "repository"
    MODEL_CARD = "model-card"
    LICENSE = "license"
    DATASET = "dataset"
    SECONDARY = "secondary"

    @property
    def is_primary(self) -> bool:
        """Whether the makers of a model wrote such a document themselves."""
        return self not in (SourceKind.DATASET, SourceKind.SECONDARY)


# --- records ---------------------------------------------------------------------------------

class Record(BaseModel):
    """Common rules: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, ser_json_inf_nan="strings")


# --- where facts come from ------------------------------------------------------------------

class Citation(Record):
    """Where a fact was read: the source, the place in it, and the primary source it names."""

    source: Id
    at: Text | None = Field(None, description='Place in the source, such as "§3.1" or "README, License".')
    names: Id | None = Field(None, description="The primary source that a secondary one gives for this fact.")


class Conflict(Citation):
    """Another value that another source gives, kept beside the one we show."""

    value: Text
    why: Text = Field(description="Why the other value is shown.")


class Cited(Citation):
    """A fact with its citation; every kind of fact extends it."""

    also: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    note: Text | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of this fact, the main one first."""
        return (Citation(source=self.source, at=self.at, names=self.names), *self.also, *self.conflicts)


class TextFact(Cited):
    """A fact put into words."""

    value: Text


class OrganizationsFact(Cited):
    """Who made the model; ids from organizations.yaml."""

    value: tuple[Id, ...] = Field(min_length=1)


class ArchitectureFact(Cited):
    """The branch, and a word for what it is where the branch alone does not say it."""

    value: Architecture
    kind: Text | None = Field(None, description='Needed with "other", such as "state-space model"; else a refinement.')


class DateFact(Cited):
    """One dated event of a model's release."""

    kind: DateKind
    date: PartialDate


class Size(Cited):
    """One size of the family."""

    name: Text | None = None
    parameters: Count = Field(description="Total parameters: 110M, 1.5B, 1.6T.")
    active: Count | None = Field(None, description="Parameters used for each token, where fewer than all.")


class Access(Cited):
    """A period of openness; the first one starts at release, later ones say from when."""

    openness: Openness
    since: PartialDate | None = Field(None, description="When this state began; left out for the first.")
    license: Id | None = Field(None, description="License of the weights; id from licenses.yaml.")
    commercial_use: CommercialUse | None = None
    restrictions: Text | None = None


class Link(Cited):
    """An address that belongs to the model."""

    kind: LinkKind
    url: Url


class Parent(Cited):
    """One edge of the lineage, from this model back to an older one."""

    id: Id
    relation: Relation
    grade: Grade
    primary: StrictBool = False
    older_child: Text | None = Field(None, description="Why the child may be dated before this parent.")


class Figure1(Record):
    """How Figure 1 of the survey draws the model."""

    name: Text
    branch: Architecture
    fill: Literal["open", "closed"]
    band: Text
    versions: tuple[Literal["V0", "V1", "V2", "V3"], ...] = Field(min_length=1)
    note: Text | None = None


class Model(Record):
    """A language model, or a family of sizes released as one."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    former_ids: tuple[Id, ...] = Field((), description="Ids this entry once had; their addresses redirect here.")
    root: Text | None = Field(None, description="Why the model has no parent; only for the roots of the tree.")
    organizations: OrganizationsFact
    dates: tuple[DateFact, ...] = Field(min_length=1)
    architecture: ArchitectureFact
    objective: TextFact | None = None
    sizes: tuple[Size, ...] = ()
    training_data: TextFact | None = None
    access: tuple[Access, ...] = Field(min_length=1)
    links: tuple[Link, ...] = ()
    summary: TextFact
    introduced: tuple[TextFact, ...] = ()
    figure1: Figure1 | None = None
    parents: tuple[Parent, ...] = ()
    checked: PartialDate = Field(description="When this entry was last held against its sources.")


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
