"""What the store of e-mail deliveries promises, on every adapter."""

import asyncio
from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from tests.support.clock import START
from tests.support.mail import a_delivery, claim, queue

MINUTE = timedelta(minutes=1)
LEASE = START + 6 * MINUTE


async def settle(container: AsyncContainer, *deliveries: EmailDelivery, lease: object = LEASE) -> None:
    async with container() as scope:
        repository = await scope.get(EmailDeliveries)
        async with await scope.get(UnitOfWork) as uow:
            await repository.settle(deliveries, lease)
            await uow.commit()


async def withdraw(container: AsyncContainer, user_id: UUID, *kinds: NotificationType) -> int:
    async with container() as scope:
        repository: EmailDeliveries = await scope.get(EmailDeliveries)
        async with await scope.get(UnitOfWork) as uow:
            count = await repository.withdraw(user_id, kinds, START)
            await uow.commit()
    return count


async def test_what_is_claimed_is_what_was_put_down(container: AsyncContainer) -> None:
    delivery = a_delivery(new_id(), title="Ω", action_url=None)
    assert await queue(container, delivery) == 1
    (claimed,) = await claim(container, START, LEASE)
    delivery.leased_until = LEASE
    assert claimed == delivery


async def test_an_event_is_told_to_a_person_once(container: AsyncContainer) -> None:
    one, two, event = new_id(), new_id(), new_id()
    assert await queue(container, a_delivery(one, source_event_id=event), a_delivery(two, source_event_id=event)) == 2
    again = [a_delivery(one, source_event_id=event), a_delivery(one)]
    assert await queue(container, *again) == 1
    assert await queue(container) == 0


async def test_only_what_is_due_and_nobodys_is_claimed_the_longest_due_first(container: AsyncContainer) -> None:
    user_id = new_id()
    later = a_delivery(user_id, due_at=START + MINUTE)
    early, earlier = a_delivery(user_id, due_at=START), a_delivery(user_id, due_at=START - MINUTE)
    await queue(container, later, early, earlier)
    assert [d.id for d in await claim(container, START, LEASE, 1)] == [earlier.id]
    assert [d.id for d in await claim(container, START, LEASE, 5)] == [early.id]
    assert await claim(container, START, LEASE) == []
    assert [d.id for d in await claim(container, START + MINUTE, LEASE)] == [later.id]


async def test_a_lease_that_ran_out_is_nobodys(container: AsyncContainer) -> None:
    delivery = a_delivery(new_id())
    await queue(container, delivery)
    await claim(container, START, LEASE)
    assert await claim(container, LEASE, LEASE + 6 * MINUTE) == []
    late = LEASE + timedelta(seconds=1)
    (again,) = await claim(container, late, late + 6 * MINUTE)
    again.sent(late)
    await settle(container, again, lease=LEASE)  # by the one whose lease it no longer is
    assert len(await claim(container, late + 7 * MINUTE, late + 9 * MINUTE)) == 1


async def test_what_was_settled_is_not_claimed_again(container: AsyncContainer) -> None:
    user_id = new_id()
    await queue(container, *(a_delivery(user_id) for _ in range(4)))
    sent, failed, deferred, released = await claim(container, START, LEASE)
    sent.sent(START)
    failed.fail("no such mailbox", START)
    deferred.defer("busy", START, 0.0)
    released.release()
    await settle(container, sent, failed, deferred, released)
    assert [d.id for d in await claim(container, START, LEASE)] == [released.id]
    (again,) = await claim(container, START + MINUTE, LEASE)
    assert (again.id, again.attempts, again.last_error) == (deferred.id, 1, "busy")


async def test_a_digest_is_claimed_whole(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    gathered = [a_delivery(one, digest=True, due_at=START - n * MINUTE) for n in range(4)]
    alone = [a_delivery(one, due_at=START - 10 * MINUTE), a_delivery(two, due_at=START)]
    later = a_delivery(one, digest=True, due_at=START + MINUTE)
    await queue(container, *gathered, *alone, later)
    first = await claim(container, START, LEASE, 2)
    assert {d.id for d in first} == {alone[0].id, *(d.id for d in gathered)}
    assert [d.id for d in await claim(container, START, LEASE, 2)] == [alone[1].id]


async def test_what_is_not_wanted_any_more_is_withdrawn_unless_somebody_is_sending_it(
    container: AsyncContainer,
) -> None:
    user_id, kind, other = new_id(), NotificationType.ANNOUNCEMENT, NotificationType.APPLICATION_SUBMITTED
    sending, waiting = a_delivery(user_id, type=kind), a_delivery(user_id, type=kind, due_at=START + MINUTE)
    kept, foreign = a_delivery(user_id, due_at=START + MINUTE), a_delivery(new_id(), type=kind, due_at=START + MINUTE)
    await queue(container, sending, waiting, kept, foreign)
    await claim(container, START, LEASE)
    assert await withdraw(container, user_id, kind, other) == 1
    assert await withdraw(container, user_id) == 0
    left = {d.id for d in await claim(container, LEASE + MINUTE, LEASE + 9 * MINUTE)}
    assert left == {sending.id, kept.id, foreign.id}


async def test_two_who_claim_at_once_never_get_the_same_nor_half_a_digest(container: AsyncContainer) -> None:
    people = [new_id() for _ in range(6)]
    deliveries = [a_delivery(user_id, digest=n % 2 == 0) for n, user_id in enumerate(people) for _ in range(5)]
    await queue(container, *deliveries)
    batches = await asyncio.gather(*(claim(container, START, LEASE, 3) for _ in range(12)))
    claimed = [delivery for batch in batches for delivery in batch]
    assert sorted(d.id for d in claimed) == sorted(d.id for d in deliveries)
    for batch in batches:
        for user_id in {d.user_id for d in batch if d.digest}:
            assert sum(d.user_id == user_id for d in batch) == 5
