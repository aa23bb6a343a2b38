"""The words allowed in the data: one enumeration per key that takes a fixed set of values."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Architecture", "Availability", "CommercialUse", "DatasetKind", "DatasetRelation", "DateKind", "Grade",
    "Host", "LicenseClass", "LinkKind", "Modality", "NotableFor", "Openness", "OrganizationKind",
    "PositionEncoding", "Relation", "ReleaseState", "ReleasedPart", "SourceKind", "Stage", "Technique",
]

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
    DATA = "data"


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
    DATA = "data"


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


class Modality(StrEnum):
    """A kind of signal that a model reads or writes."""

    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"


class PositionEncoding(StrEnum):
    """How positions in a sequence are told apart."""

    SINUSOIDAL = "sinusoidal"
    LEARNED = "learned"
    RELATIVE = "relative"
    ROTARY = "rotary"
    ALIBI = "alibi"
    RECURRENCE = "recurrence"
    NONE = "none"
    OTHER = "other"


class ReleasedPart(StrEnum):
    """What besides the weights can be made public."""

    TRAINING_CODE = "training-code"
    INFERENCE_CODE = "inference-code"
    DATA = "data"
    PAPER = "paper"


class ReleaseState(StrEnum):
    """How much of a part is public."""

    OPEN = "open"
    PARTIAL = "partial"
    CLOSED = "closed"


class Host(StrEnum):
    """Where a model can be downloaded or used."""

    HUGGING_FACE = "hugging-face"
    GITHUB = "github"
    MODELSCOPE = "modelscope"
    KAGGLE = "kaggle"
    ZENODO = "zenodo"
    OWN_DOWNLOAD = "own-download"
    OWN_API = "own-api"
    OWN_APP = "own-app"
    AWS = "aws"
    AZURE = "azure"
    GOOGLE_CLOUD = "google-cloud"
    NVIDIA_NIM = "nvidia-nim"
    OTHER = "other"


class Stage(StrEnum):
    """When in the making of a model a data set was used."""

    PRE_TRAINING = "pre-training"
    CONTINUED_PRETRAINING = "continued-pretraining"
    FINE_TUNING = "fine-tuning"
    PREFERENCE_TUNING = "preference-tuning"
    EVALUATION = "evaluation"


class NotableFor(StrEnum):
    """Grounds for a place in this dataset that other facts of an entry may not show."""

    INTRODUCED_METHOD = "introduced-method"
    LED_BENCHMARK = "led-benchmark"
    FOUNDED_FAMILY = "founded-family"
    WIDELY_USED = "widely-used"
    BUILT_UPON = "built-upon"
    HISTORICAL_SIGNIFICANCE = "historical-significance"
    COMPANION_LIST = "companion-list"


class DatasetKind(StrEnum):
    """What a data set is for."""

    PRE_TRAINING = "pre-training"
    INSTRUCTION = "instruction"
    PREFERENCE = "preference"
    MIXED = "mixed"


class Availability(StrEnum):
    """Whether a data set can be had."""

    OPEN = "open"
    GATED = "gated"
    WITHDRAWN = "withdrawn"
    UNRELEASED = "unreleased"


class DatasetRelation(StrEnum):
    """What a data set has from another."""

    SUBSET_OF = "subset-of"
    FILTERED_FROM = "filtered-from"
    INCLUDES = "includes"
    EXTENDS = "extends"
    TRANSLATED_FROM = "translated-from"
    DERIVED_FROM = "derived-from"


class Technique(StrEnum):
    """Ways of building and training that models are found by."""

    MASKED_LANGUAGE_MODELING = "masked-language-modeling"
    CAUSAL_LANGUAGE_MODELING = "causal-language-modeling"
    PREFIX_LANGUAGE_MODELING = "prefix-language-modeling"
    PERMUTATION_LANGUAGE_MODELING = "permutation-language-modeling"
    REPLACED_TOKEN_DETECTION = "replaced-token-detection"
    SPAN_CORRUPTION = "span-corruption"
    DENOISING = "denoising"
    NEXT_SENTENCE_PREDICTION = "next-sentence-prediction"
    TRANSLATION_LANGUAGE_MODELING = "translation-language-modeling"
    CONTRASTIVE_LEARNING = "contrastive-learning"
    DIFFUSION = "diffusion"
    MULTI_TOKEN_PREDICTION = "multi-token-prediction"
    MIXTURE_OF_EXPERTS = "mixture-of-experts"
    SPARSE_UPCYCLING = "sparse-upcycling"
    GROUPED_QUERY_ATTENTION = "grouped-query-attention"
    MULTI_QUERY_ATTENTION = "multi-query-attention"
    MULTI_HEAD_LATENT_ATTENTION = "multi-head-latent-attention"
    SLIDING_WINDOW_ATTENTION = "sliding-window-attention"
    SPARSE_ATTENTION = "sparse-attention"
    LINEAR_ATTENTION = "linear-attention"
    STATE_SPACE_LAYERS = "state-space-layers"
    RECURRENCE = "recurrence"
    LONG_CONTEXT_EXTENSION = "long-context-extension"
    RETRIEVAL = "retrieval"
    KNOWLEDGE_INTEGRATION = "knowledge-integration"
    VISION_ENCODER = "vision-encoder"
    MULTI_TASK_LEARNING = "multi-task-learning"
    INSTRUCTION_TUNING = "instruction-tuning"
    SUPERVISED_FINE_TUNING = "supervised-fine-tuning"
    RLHF = "rlhf"
    RLAIF = "rlaif"
    DPO = "dpo"
    REINFORCEMENT_LEARNING_WITH_VERIFIABLE_REWARDS = "reinforcement-learning-with-verifiable-rewards"
    REASONING_TRAINING = "reasoning-training"
    CHAIN_OF_THOUGHT = "chain-of-thought"
    TOOL_USE = "tool-use"
    DISTILLATION = "distillation"
    PRUNING = "pruning"
    QUANTIZATION_AWARE_TRAINING = "quantization-aware-training"
    LOW_PRECISION_TRAINING = "low-precision-training"
    MODEL_MERGING = "model-merging"
    DEPTH_UP_SCALING = "depth-up-scaling"
    LORA = "lora"
    CONTINUED_PRETRAINING = "continued-pretraining"
    SYNTHETIC_DATA = "synthetic-data"
    SELF_INSTRUCT = "self-instruct"
    VOCABULARY_EXTENSION = "vocabulary-extension"
    PARAMETER_SHARING = "parameter-sharing"
    PROGRESSIVE_TRAINING = "progressive-training"
