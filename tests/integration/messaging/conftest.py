"""Mail on PostgreSQL and a real mail server."""

from collections.abc import AsyncIterator, Iterator

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.smtp.messaging import SmtpMailer
from careercopilot.adapters.smtp.server import SmtpServer
from careercopilot.modules.messaging.domain.mime import sender_of
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres
from tests.support.mail import mailing_by
from tests.support.mail_server import MailServer


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


def mailer_to(server: MailServer) -> SmtpMailer:
    return SmtpMailer(SmtpServer.parse(server.url), sender_of("jobs@example.org"), step_within=1, pause=0)


@pytest.fixture
async def product(database_url: str, clock: FixedClock, mail_server: MailServer) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, mailing_by(mailer_to(mail_server)))
    yield container
    await container.close()
