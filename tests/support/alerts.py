"""Saved searches, jobs that arrive, and what is told of them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from dishka import AsyncContainer

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.models import ProfileChanges, Registration
from careercopilot.modules.identity.api.use_cases.accounts import RegisterUser, UpdateProfile
from careercopilot.modules.jobs.api.events import JobsIngested, SavedSearchMatched
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.saved_searches import (
    AlertFrequency,
    Matching,
    NewSavedSearch,
    SavedSearchChanges,
    SavedSearchView,
)
from careercopilot.modules.jobs.api.use_cases.alerts import MatchSavedSearches
from careercopilot.modules.jobs.api.use_cases.saved_searches import EditSavedSearch, SaveSearch
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.handlers.note_arrivals import NoteArrivals
from tests.support.job_catalogue import CatalogueOf

INSTANT = AlertFrequency.INSTANT


class Alerts:
    """Everything in a scope of its own, as in the product."""

    def __init__(self, container: AsyncContainer) -> None:
        self.container = container
        self.catalogue = CatalogueOf(container)

    async def save(
        self, user: UUID, frequency: AlertFrequency = INSTANT, name: str | None = None, **filters: Any
    ) -> SavedSearchView:
        async with self.container() as scope:
            save_search: SaveSearch = await scope.get(SaveSearch)
            return await save_search(user, NewSavedSearch(filters=JobQuery(**filters), name=name, frequency=frequency))

    async def edit(self, user: UUID, search: UUID, version: int | None = None, **changes: Any) -> SavedSearchView:
        async with self.container() as scope:
            edit_saved_search: EditSavedSearch = await scope.get(EditSavedSearch)
            return await edit_saved_search(user, search, SavedSearchChanges(**changes), version)

    async def somebody(self, timezone: str | None = None) -> UUID:
        """Register a person, who lives by the clock of a zone."""
        who = Registration(email=f"{new_id()}@example.org", password="correct horse battery", full_name="Robin Example")
        async with self.container() as scope:
            user: UUID = (await (await scope.get(RegisterUser))(who)).user.id
        if timezone is not None:
            async with self.container() as scope:
                await (await scope.get(UpdateProfile))(user, ProfileChanges(timezone=timezone))
        return user

    async def arrive(self, *entries: CatalogueEntry, **board: Any) -> list[UUID]:
        """Store jobs and note that they arrived."""
        job_ids = await self.catalogue.add(*entries, **board)
        await self.note(await self.arrival(job_ids))
        return job_ids

    async def arrival(self, new: Sequence[UUID] = (), reopened: Sequence[UUID] = ()) -> Envelope[JobsIngested]:
        event = JobsIngested(
            aggregate_id=new_id(), source="ashby", board="greenthumb", new=tuple(new), reopened=tuple(reopened)
        )
        return Envelope(new_id(), (await self.container.get(Clock)).now(), event)

    async def note(self, *envelopes: Envelope[JobsIngested]) -> None:
        """Hand events to the subscriber, as the relay does but without asking whether it had them."""
        async with self.container() as scope:
            note_arrivals = await scope.get(NoteArrivals)
            async with await scope.get(UnitOfWork) as unit_of_work:
                await note_arrivals(envelopes)
                await unit_of_work.commit()

    async def match(self) -> Matching:
        async with self.container() as scope:
            done: Matching = await (await scope.get(MatchSavedSearches))()
        return done

    async def told(self) -> list[SavedSearchMatched]:
        """Return what was told of saved searches, and forget all that was told."""
        outbox = await self.container.get(Outbox)
        async with outbox.claim(1_000) as claim:
            events = [e for e in claim.events if e.name == SavedSearchMatched.NAME]
            await claim.settle([event.event_id for event in claim.events], {})
        return [msgspec.convert(event.payload, SavedSearchMatched) for event in events]

    async def heard(self) -> list[SavedSearchMatched]:
        """Match, and return what was told."""
        await self.match()
        return await self.told()
