"""Having something written."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, post
from litestar.params import JSONBody
from litestar.status_codes import HTTP_201_CREATED
from msgspec import Meta

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.conditional import versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.content.api.models import CoverLetterWish, GenerationView, Length, Tone
from careercopilot.modules.content.api.use_cases.generations import GenerateCoverLetter

LanguageTag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}$(?!\n)",
        max_length=35,
        description="A language tag. Letters are written in English (en) and German (de); another becomes English.",
        examples=["de-AT"],
    ),
]


class CoverLetterBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What the letter is for, either a job or an application, and how it shall sound."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    resume_id: UUID | None = None
    tone: Tone | None = None
    length: Length | None = None
    language: LanguageTag | None = None

    def wish(self) -> CoverLetterWish:
        """Return it as the use case takes it."""
        return CoverLetterWish(
            job_id=self.job_id,
            application_id=self.application_id,
            resume_id=self.resume_id,
            tone=self.tone or Tone.NEUTRAL,
            length=self.length or Length.MEDIUM,
            language=self.language,
        )


class GenerateController(Controller):
    """Texts for an application, written from the person's profile and the opening alone."""

    path = "/generate"
    tags = ("generations",)

    @post(
        "/cover-letter",
        operation_id="generateCoverLetter",
        summary="Write a cover letter",
        opt={"idempotent": True},
        status_code=HTTP_201_CREATED,
    )
    async def cover_letter(
        self,
        request: SignedInRequest,
        data: JSONBody[CoverLetterBody],
        generate_cover_letter: FromDishka[GenerateCoverLetter],
    ) -> Response[Data[GenerationView]]:
        """Write a draft from one's own profile and a job or an application, and keep it.

        Every sentence lists what it claims and the evidence for it. A claim without evidence is listed, but its
        sentence is not in `content`. When no model provider gives a usable answer, or none is configured, `provider`
        is `writer`; `fallbacks` tells why. It may take half a minute.
        """
        written = await generate_cover_letter(request.user.user_id, data.wish())
        location = f"/api/v1/generations/{written.id}"
        return versioned(request, written, written.version, HTTP_201_CREATED, location=location)
