"""What is promised to those who write to people, on every adapter."""

from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Recipient
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients, WalkThroughUsers
from tests.support.clock import START, FixedClock
from tests.support.mail import an_account


async def test_people_are_found_by_id_and_strangers_left_out(container: AsyncContainer) -> None:
    one, two = await an_account(container, "Ada", "ada@example.org"), await an_account(container)
    async with container() as scope:
        find: FindRecipients = await scope.get(FindRecipients)
        found = await find({one, two, new_id()})
        assert await find(set()) == {}
    assert set(found) == {one, two}
    assert found[one] == Recipient("ada@example.org", "Ada", "UTC", "en")
    assert "ada" not in repr(found[one]).lower()


async def test_everybody_is_walked_through_once_but_latecomers(container: AsyncContainer, clock: FixedClock) -> None:
    people = sorted([await an_account(container) for _ in range(5)])
    clock.advance(timedelta(seconds=1))
    await an_account(container)
    walked: list[UUID] = []
    place: UUID | None = None
    async with container() as scope:
        walk: WalkThroughUsers = await scope.get(WalkThroughUsers)
        while batch := await walk(place, START, 2):
            walked += batch
            place = batch[-1]
    assert walked == people
