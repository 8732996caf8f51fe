"""A person who did everything there is leaves, and nothing anywhere knows them any more: proven table by table."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.bootstrap.relaying import routes
from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS
from careercopilot.entrypoints.http.app import create_app
from careercopilot.entrypoints.worker.erasure import repeat_erasures
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Failure, Outbox, StoredEvent
from careercopilot.kernel.relay import Relay
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob
from careercopilot.modules.jobs.api.use_cases.saved_jobs import SaveJob
from careercopilot.modules.tracking.api.events import ApplicationSubmitted
from careercopilot.modules.tracking.api.models import ApplicationStatus, NewApplication
from careercopilot.modules.tracking.api.use_cases.applications import CreateApplication
from tests.support.alerts import Alerts
from tests.support.archives import unpacked
from tests.support.clients import client_of
from tests.support.containers import settings
from tests.support.job_catalogue import an_entry
from tests.support.personal_life import COMPANY, NAME, PASSWORD, WORDS, Somebody
from tests.support.traces import TOMBSTONES, columns_of_tombstones, traces


@pytest.fixture
async def http(container: AsyncContainer) -> AsyncIterator[AsyncClient]:
    async with client_of(create_app(container, settings())) as client:
        yield client


class World:
    """The installation with what happens in it in the background, and a memory of every event that was told."""

    def __init__(self, container: AsyncContainer) -> None:
        self.container = container
        self.alerts = Alerts(container)
        self.told: dict[UUID, StoredEvent] = {}

    async def settle(self) -> None:
        """Deliver what was told, hold the saved searches against what arrived, and deliver what that told."""
        await self._deliver()
        await self.alerts.match()
        await self._deliver()

    async def _deliver(self) -> None:
        outbox, relay = await self.container.get(Outbox), await self.container.get(Relay)
        while True:
            async with outbox.claim(1_000) as claim:
                self.told |= {event.event_id: event for event in claim.events}
            delivered = await relay.run_once()
            assert not delivered.failed
            if not delivered.claimed:
                return

    async def deliver_again(self, events: Sequence[StoredEvent]) -> None:
        """Deliver events late: all doubled, the last one first, and as if no subscriber had ever had them."""
        ways = routes(self.container, SUBSCRIPTIONS)
        for _ in range(2):
            for event in reversed(events):
                for route in ways[event.name]:
                    await route.deliver([replace(event, event_id=new_id())])

    async def give_up_on(self, name: str) -> None:
        """Park what waits of this name, as if it had failed too often."""
        async with (await self.container.get(Outbox)).claim(1_000) as claim:
            wanted = [event for event in claim.events if event.name == name]
            assert wanted
            self.told |= {event.event_id: event for event in wanted}
            await claim.settle([], {event.event_id: Failure("poisoned", None) for event in wanted})


async def new_job_ids(world: World, number: int = 3) -> Sequence[UUID]:
    return await world.alerts.arrive(*(an_entry(f"Gardener {n}") for n in range(number)))


async def everything_about(somebody: Somebody, container: AsyncContainer) -> set[str]:
    """Return the tables that know the person, tombstones aside."""
    return {table for table, _ in await traces(container, somebody.needles()) if not table.endswith(TOMBSTONES)}


async def leave(http: AsyncClient, somebody: Somebody) -> None:
    answer = await http.request("DELETE", "/api/v1/users/me", headers=somebody.headers)
    assert answer.status_code == 204, answer.text


async def a_life(http: AsyncClient, world: World, email: str = "zuzanna@quillfeather.example") -> Somebody:
    somebody = Somebody(http, email)
    await somebody.sign_up()
    await somebody.live(*await new_job_ids(world))
    await world.settle()
    await new_job_ids(world)
    await world.settle()
    return somebody


async def test_nothing_knows_a_person_who_left(container: AsyncContainer, http: AsyncClient) -> None:
    world = World(container)
    somebody = await a_life(http, world)
    assert {word for _, word in await traces(container, WORDS)} == set(WORDS), "or the search proves nothing"
    assert {table.partition(".")[0] for table in await everything_about(somebody, container)} == {
        *("core", "identity", "jobs", "tracking", "insights", "content", "messaging")
    }
    await somebody.send("POST", "/applications", {"title": "x", "company": COMPANY, "status": "applied"})
    await world.give_up_on(ApplicationSubmitted.NAME)
    await leave(http, somebody)
    await world.settle()
    assert await everything_about(somebody, container) == set()


async def test_only_tombstones_stay_and_hold_nothing_but_the_id(container: AsyncContainer, http: AsyncClient) -> None:
    world = World(container)
    somebody = await a_life(http, world)
    await leave(http, somebody)
    await world.settle()
    assert {word for _, word in await traces(container, somebody.needles())} == {str(somebody.user_id)}
    contexts = {table.partition(".")[0] for table, _ in await traces(container, [str(somebody.user_id)])}
    assert contexts == {"identity", "jobs", "tracking", "insights", "content", "messaging"}


async def test_tombstones_have_room_for_nothing_else(postgres_container: AsyncContainer) -> None:
    assert await columns_of_tombstones(postgres_container) == ["erased_at timestamp with time zone, user_id uuid"]


async def test_late_and_doubled_events_bring_nobody_back(container: AsyncContainer, http: AsyncClient) -> None:
    world = World(container)
    somebody = await a_life(http, world)
    await leave(http, somebody)
    await world.settle()
    earlier = list(world.told.values())
    assert len({event.name for event in earlier}) > 5
    await world.deliver_again(earlier)
    await world.settle()
    assert await everything_about(somebody, container) == set()


async def test_what_a_request_on_its_way_stored_goes_with_the_repetition(
    container: AsyncContainer, http: AsyncClient
) -> None:
    world = World(container)
    somebody = await a_life(http, world)
    saved, hidden, applied = await new_job_ids(world)
    await leave(http, somebody)
    await world.settle()
    async with container() as scope:  # as requests do that were let in before
        await (await scope.get(SaveJob))(somebody.user_id, NewSavedJob(job_id=saved, notes=NAME))
    async with container() as scope:
        await (await scope.get(HideJob))(somebody.user_id, hidden)
    async with container() as scope:
        application = NewApplication(job_id=applied, status=ApplicationStatus.APPLIED, company=COMPANY)
        await (await scope.get(CreateApplication))(somebody.user_id, application)
    await world.settle()
    assert await everything_about(somebody, container) == {
        *("jobs.saved_job", "jobs.hidden_job", "tracking.application")
    }
    await repeat_erasures(container)
    await world.settle()
    assert await everything_about(somebody, container) == set()


async def test_others_do_not_notice(container: AsyncContainer, http: AsyncClient) -> None:
    world = World(container)
    somebody, other = await a_life(http, world), await a_life(http, world, "other@quillfeather.example")
    before = await known_about(other)
    await leave(http, somebody)
    await world.settle()
    await repeat_erasures(container)
    await world.settle()
    assert await known_about(other) == before


async def known_about(somebody: Somebody) -> dict[str, Any]:
    """Return all that the person can read of themselves."""
    lists = ("users/me", "saved-jobs", "saved-searches", "applications", "notifications", "generations")
    found = {name: (await somebody.send("GET", f"/{name}")).json() for name in (*lists, "notification-preferences")}
    return found | {"export": unpacked((await somebody.send("GET", "/users/me/export")).content)}


async def test_an_administrator_who_spoke_to_everybody_is_forgotten_too(
    container: AsyncContainer, http: AsyncClient
) -> None:
    world = World(container)
    for email in ("zuzanna@quillfeather.example", "stays@example.org"):
        async with container() as scope:
            user = NewUser(email=email, password=PASSWORD, full_name=NAME, admin=True)
            await (await scope.get(CreateUser))(user)
    admin = Somebody(http, "zuzanna@quillfeather.example")
    await admin.sign_in()
    await admin.send("POST", "/notifications", {"title": "Tonight we move", "body": "All of us."}, key="announcement")
    await world.settle()
    await leave(http, admin)
    await world.settle()
    words = [str(admin.user_id), admin.email, "idempotency-key-of-quillfeather"]
    assert [table for table, _ in await traces(container, words) if not table.endswith(TOMBSTONES)] == []
