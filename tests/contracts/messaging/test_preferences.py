"""What the store of preferences promises, on every adapter."""

import asyncio
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.api.preferences import Channel, Digest, PreferencesChoice, QuietHours
from careercopilot.modules.messaging.api.use_cases.preferences import ReplacePreferences
from careercopilot.modules.messaging.domain.preferences import Preferences
from careercopilot.modules.messaging.ports.preferences import PreferencesRepository, PreferencesViews
from tests.support.clock import START
from tests.support.mail import choose

QUIET = QuietHours("22:00", "07:00", "Europe/Berlin")


async def found(container: AsyncContainer, user_id: UUID) -> Preferences | None:
    async with container() as scope:
        views: PreferencesViews = await scope.get(PreferencesViews)
        return await views.find(user_id)


async def test_a_choice_is_read_back_whole(container: AsyncContainer) -> None:
    user_id = new_id()
    await choose(container, user_id, {NotificationType.ANNOUNCEMENT: {Channel.IN_APP: False}}, QUIET, Digest.WEEKLY)
    kept = await found(container, user_id)
    assert kept is not None
    assert (kept.quiet_hours, kept.digest, kept.version, kept.updated_at) == (QUIET, Digest.WEEKLY, 1, START)
    assert not kept.wants(NotificationType.ANNOUNCEMENT, Channel.IN_APP)
    assert kept.wants(NotificationType.SAVED_SEARCH_MATCHED, Channel.EMAIL)


async def test_who_never_chose_has_chosen_nothing_even_when_looked_at(container: AsyncContainer) -> None:
    user_id = new_id()
    async with container() as scope:
        repository = await scope.get(PreferencesRepository)
        async with await scope.get(UnitOfWork):
            assert await repository.get(user_id) == Preferences(user_id)
    assert await found(container, user_id) is None


async def test_many_are_looked_up_at_once_defaults_included(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    await choose(container, one, quiet=QUIET)
    async with container() as scope:
        repository = await scope.get(PreferencesRepository)
        async with await scope.get(UnitOfWork):
            wishes = await repository.among({one, two})
            assert await repository.among(set()) == {}
    assert wishes == {one: await found(container, one), two: Preferences(two)}


async def test_choices_made_at_once_follow_each_other(container: AsyncContainer) -> None:
    user_id = new_id()

    async def once() -> int:
        async with container() as scope:
            replace = await scope.get(ReplacePreferences)
            view = await replace(user_id, PreferencesChoice({}, None, Digest.NONE))
            return int(view.version)

    assert sorted(await asyncio.gather(*(once() for _ in range(5)))) == [1, 2, 3, 4, 5]
