"""Mails, deliveries, and those who are told by them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from dishka import AsyncContainer, Provider, Scope

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.api.preferences import Channel, Digest, PreferencesChoice, QuietHours
from careercopilot.modules.messaging.api.use_cases.mail import DeliverMail, MailRound
from careercopilot.modules.messaging.api.use_cases.preferences import ReplacePreferences
from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.handlers.telling import Telling
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from careercopilot.modules.messaging.ports.mailer import Mailer
from tests.support.clock import START
from tests.support.people import PASSWORD

BY_EMAIL = {kind: {Channel.EMAIL: True} for kind in NotificationType}


def a_mail(**changes: Any) -> Mail:
    words = {
        "id": new_id(),
        "user_id": new_id(),
        "to": "robin@example.org",
        "to_name": "Robin Example",
        "subject": "3 new jobs",
        "text": "• Gärtner, Łódź\n",
        "html": "<p>Gärtner, Łódź</p>\n",
        "written_at": START,
    }
    return Mail(**{**words, **changes})


def a_delivery(user_id: UUID, **changes: Any) -> EmailDelivery:
    facts = {
        "id": new_id(),
        "user_id": user_id,
        "source_event_id": new_id(),
        "type": NotificationType.SAVED_SEARCH_MATCHED,
        "title": "3 new jobs for “Gardens”",
        "body": "• Gardener, Tulip & Sons",
        "action_url": "/saved-searches/1",
        "digest": False,
        "due_at": START,
        "created_at": START,
    }
    return EmailDelivery(**{**facts, **changes})


def a_notice(user_id: UUID, **changes: Any) -> Notification:
    facts = {
        "id": new_id(),
        "user_id": user_id,
        "type": NotificationType.SAVED_SEARCH_MATCHED,
        "priority": Priority.MEDIUM,
        "title": "1 new job for “Gardens”",
        "body": "• Gardener, Tulip & Sons",
        "data": {},
        "action_url": "/saved-searches/1",
        "created_at": START,
        "source_event_id": new_id(),
    }
    return Notification(**{**facts, **changes})


async def an_account(container: AsyncContainer, name: str = "Robin Example", email: str | None = None) -> UUID:
    async with container() as scope:
        create: CreateUser = await scope.get(CreateUser)
        user = await create(NewUser(email=email or f"{new_id()}@example.org", password=PASSWORD, full_name=name))
    return user.id


async def choose(
    container: AsyncContainer,
    user_id: UUID,
    channels: Mapping[NotificationType, Mapping[Channel, bool]] | None = None,
    quiet: QuietHours | None = None,
    digest: Digest = Digest.NONE,
) -> None:
    async with container() as scope:
        replace: ReplacePreferences = await scope.get(ReplacePreferences)
        await replace(user_id, PreferencesChoice(BY_EMAIL if channels is None else channels, quiet, digest))


async def tell(container: AsyncContainer, *notices: Notification) -> None:
    async with container() as scope:
        telling = await scope.get(Telling)
        async with await scope.get(UnitOfWork) as uow:
            await telling.tell(notices)
            await uow.commit()


async def queue(container: AsyncContainer, *deliveries: EmailDelivery) -> int:
    async with container() as scope:
        repository: EmailDeliveries = await scope.get(EmailDeliveries)
        async with await scope.get(UnitOfWork) as uow:
            added = await repository.add_new(deliveries)
            await uow.commit()
    return added


async def claim(container: AsyncContainer, now: datetime, until: datetime, limit: int = 10) -> list[EmailDelivery]:
    async with container() as scope:
        repository: EmailDeliveries = await scope.get(EmailDeliveries)
        async with await scope.get(UnitOfWork) as uow:
            claimed = await repository.claim(now, until, limit)
            await uow.commit()
    return list(claimed)


async def deliver_mails(container: AsyncContainer) -> MailRound:
    async with container() as scope:
        deliver: DeliverMail = await scope.get(DeliverMail)
        return await deliver()


def mailing_by(mailer: Mailer) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: mailer, provides=Mailer, override=True)
    return provider
