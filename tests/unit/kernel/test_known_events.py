"""Which events the relay knows."""

from dishka import AsyncContainer

from careercopilot.bootstrap.relaying import routes
from careercopilot.bootstrap.subscriptions import SUBSCRIPTIONS, known_events
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.relay import Delivered
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.events import JobsClosed
from tests.support.bells import relay_to


def test_every_event_of_the_contexts_is_known_and_named_once(memory_container: AsyncContainer) -> None:
    names = [event.NAME for event in known_events()]
    assert len(names) == len(set(names))
    assert set(routes(memory_container, SUBSCRIPTIONS)) == set(names)
    assert {s.event for s in SUBSCRIPTIONS} <= set(known_events())


def test_subscriptions_have_names_that_are_theirs_alone() -> None:
    assert len({(s.name, s.event) for s in SUBSCRIPTIONS}) == len(SUBSCRIPTIONS)


async def test_a_known_event_without_a_subscriber_is_done(memory_container: AsyncContainer) -> None:
    async with memory_container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(JobsClosed(aggregate_id=new_id(), source="lever", board="example", job_ids=(new_id(),)))
        await uow.commit()
    assert await (await relay_to(memory_container)).run_once() == Delivered(done=1, failed=0, parked=0)
