"""The facts that content tells. The envelope's version is the text's."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from careercopilot.kernel.events import Event
from careercopilot.modules.content.api.models import GenerationKind


@dataclass(frozen=True, kw_only=True)
class GenerationCreated(Event):
    """A text was written for a person; nothing of it travels."""

    NAME: ClassVar[str] = "content.generation-created.v1"

    user_id: UUID
    kind: GenerationKind
    job_id: UUID | None
    application_id: UUID | None
