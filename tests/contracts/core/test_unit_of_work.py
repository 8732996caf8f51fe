"""What a unit of work promises, on every adapter."""

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Inbox, Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.bells import Rang
from tests.support.containers import EVERY_FORM

pytestmark = pytest.mark.parametrize("container", EVERY_FORM, indirect=True)


async def pending(container: AsyncContainer) -> int:
    outbox: Outbox = await container.get(Outbox)
    return (await outbox.backlog()).pending


async def test_it_can_be_entered_again_after_it_was_left(container: AsyncContainer) -> None:
    async with container() as scope:
        uow = await scope.get(UnitOfWork)
        for _ in range(2):
            async with uow:
                uow.publish(Rang(aggregate_id=new_id()))
                await uow.commit()
    assert await pending(container) == 2


async def test_it_cannot_be_entered_while_it_is_open(container: AsyncContainer) -> None:
    async with container() as scope:
        uow = await scope.get(UnitOfWork)
        async with uow:
            with pytest.raises(RuntimeError, match="already open"):
                await uow.__aenter__()


async def test_nothing_can_be_written_outside_of_it(container: AsyncContainer) -> None:
    async with container() as scope:
        inbox = await scope.get(Inbox)
        with pytest.raises(RuntimeError, match="no unit of work is open"):
            await inbox.accept("somebody", [new_id()])


async def test_nothing_can_be_written_after_its_commit(container: AsyncContainer) -> None:
    async with container() as scope:
        uow, inbox = await scope.get(UnitOfWork), await scope.get(Inbox)
        async with uow:
            await uow.commit()
            with pytest.raises(RuntimeError, match="committed already"):
                await inbox.accept("somebody", [new_id()])
            with pytest.raises(RuntimeError, match="committed already"):
                await uow.commit()


async def test_it_cannot_be_committed_when_it_is_not_open(container: AsyncContainer) -> None:
    async with container() as scope:
        uow = await scope.get(UnitOfWork)
        with pytest.raises(RuntimeError, match="no unit of work is open"):
            await uow.commit()


async def test_what_was_told_before_an_error_is_not_told_later(container: AsyncContainer) -> None:
    async with container() as scope:
        uow = await scope.get(UnitOfWork)
        with pytest.raises(ZeroDivisionError):
            async with uow:
                uow.publish(Rang(aggregate_id=new_id()))
                raise ZeroDivisionError
        async with uow:
            await uow.commit()
    assert await pending(container) == 0
