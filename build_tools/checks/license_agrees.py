"""The license of the weights agrees with the class of openness and with commercial use."""

from build_tools.checks.rule import rule
from build_tools.vocabulary import LicenseClass, Openness

FREE = (LicenseClass.PERMISSIVE, LicenseClass.COPYLEFT)


@rule("license-agrees")
def license_agrees(lineage):
    """Open classes have free licenses; restricted weights do not, unless a restriction is stated."""
    for model in lineage.models:
        for index, access in enumerate(model.access):
            place, terms = ("models", model.id, "access", index), lineage.license.get(access.license or "")
            if terms is None:
                continue
            if access.openness in (Openness.OPEN_SOURCE, Openness.OPEN_WEIGHTS) and terms.kind not in FREE:
                yield (place, model.id, f"{access.openness} under {terms.id!r}, which is a {terms.kind} license",
                       "correct `openness` to restricted-weights, or the license")
            if access.openness is Openness.RESTRICTED_WEIGHTS and terms.kind in FREE and not access.restrictions:
                yield (place, model.id, f"restricted-weights under {terms.id!r}, which is a {terms.kind} license",
                       "say under `restrictions` what restricts it, or correct `openness`")
            if access.commercial_use and access.commercial_use is not terms.commercial_use and not (
                    access.note or access.restrictions):
                yield (place, model.id, f"commercial use {access.commercial_use}, but {terms.id!r} says {terms.commercial_use}",
                       "correct one of the two, or say why under `note`")
